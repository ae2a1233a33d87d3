"""The Nu HTML Checker, the reference, over every page and drawing of the releases; offline, with Java.

It comes with `npm ci` as one file (package vnu-jar). docs/adr/0018 says why it was chosen.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHECKED = {".html", ".svg"}
# Every kind of release, complete and incomplete, with changes and corrections: the others have the same pages.
BUILDS = ("2024", "2025", "corrected", "findings-2025")


@pytest.fixture(scope="session")
def validate() -> Callable[[Iterable[Path]], list[str]]:
    """What the checker says of some files, in any tone: errors, warnings and remarks. Skips loudly without it."""
    java = shutil.which("java")
    if java is None or not CHECKER.is_file():
        missing = "Java" if java is None else "node_modules/vnu-jar"
        if os.environ.get("AREASEND_NEEDS_NODE"):
            pytest.fail(f"no {missing} on this machine, and AREASEND_NEEDS_NODE is set")
        pytest.skip(f"NO {missing}: pages are not validated here (apt-get install default-jre-headless npm; npm ci)")

    def run(paths: Iterable[Path]) -> list[str]:
        options = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg"]
        command = [java, "-jar", str(CHECKER), *options, *map(str, paths)]
        done = subprocess.run(command, capture_output=True, timeout=300, check=True)
        return [line(message) for message in json.loads(done.stdout)["messages"]]

    return run


def line(message: dict[str, object]) -> str:
    kind = message.get("subType", message["type"])
    return f"{message.get('url', '')}:{message.get('lastLine', '')}: {kind}: {message['message']}"


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_every_page_is_valid(validate: Callable[..., list[str]], built: Callable[[str], Path], build: str) -> None:
    paths = sorted(path for path in built(build).rglob("*") if path.suffix in CHECKED)
    assert len([path for path in paths if path.suffix == ".html"]) > 153
    assert validate(paths) == []


@pytest.fixture(scope="module")
def said_of_broken(
    validate: Callable[..., list[str]], release: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """The first page of the release, broken in each way of `BROKEN`; what is said of each, in one run."""
    folder = tmp_path_factory.mktemp("broken")
    page = (release / "index.html").read_text(encoding="utf-8")
    for name, (old, new, _) in BROKEN.items():
        broken, times = re.subn(old, new, page, count=1)
        assert times == 1, name
        (folder / f"{name}.html").write_text(broken, encoding="utf-8")
    said: dict[str, str] = dict.fromkeys(BROKEN, "")
    for told in validate(sorted(folder.glob("*.html"))):
        said[re.search(r"([\w-]+)\.html:", told)[1]] += told + "\n"
    return said


BROKEN = {
    "stray-end-tag": ("</main>", "</section></main>", "Stray end tag “section”"),
    "duplicated-id": ("</main>", '<p id="main">a</p></main>', "Duplicate ID “main”"),
    "missing-alt": ("</main>", '<img src="a.png"></main>', "An “img” element must have an “alt” attribute"),
    "unclosed-element": ("</main>", "<div><p>a</p></main>", "Unclosed element “div”"),
    "unknown-role": ("</main>", '<p role="heding">a</p></main>', "Bad value “heding” for attribute “role”"),
    "label-where-none-may-be": (
        "</main>",
        '<p aria-labelledby="main">a</p></main>',
        "The “aria-labelledby” attribute must not",
    ),
    "header-of-nothing": (
        "</main>",
        '<table><tr><td headers="none">a</td></tr></table></main>',
        "refers to the ID “none”",
    ),
    "wrong-drawing": ("</main>", '<svg viewBox="0 0 1 1"><rect widht="1"/></svg></main>', "“widht” not allowed"),
    "list-of-paragraphs": ("</main>", "<ul><p>a</p></ul></main>", "Element “p” not allowed as child of element “ul”"),
    "skipped-heading": ("</main>", "<h6>a</h6></main>", "heading"),
    "no-title": ("<title>.*?</title>", "", "title"),
    "wrong-time": ("</main>", '<time datetime="2024-13-01">a</time></main>', "Bad value “2024-13-01”"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_reported(said_of_broken: dict[str, str], name: str) -> None:
    assert BROKEN[name][2] in said_of_broken[name]
