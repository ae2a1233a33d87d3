"""The committed style sheets are what design/ compiles to, so that nobody who runs areasend needs Node."""

import gzip
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "areasend"
SHEETS = {
    "areasend": SOURCE / "publication" / "assets" / "areasend.css",
    "coding": SOURCE / "themes" / "serving" / "assets" / "coding.css",
}
STYLES = {name: sheet.read_text(encoding="utf-8") for name, sheet in SHEETS.items()}


def compiled(name: str, to: Path) -> str:
    """By the command of package.json, with another place to write to. Skips loudly without Node."""
    command = shlex.split(json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["scripts"]["style"])
    pairs = dict(part.split(":") for part in command if part.startswith("design/"))
    assert pairs == {f"design/{name}.scss": sheet.relative_to(ROOT).as_posix() for name, sheet in SHEETS.items()}
    program = ROOT / "node_modules" / ".bin" / command[0]
    if shutil.which("node") is None or not program.exists():
        if os.environ.get("AREASEND_NEEDS_NODE"):
            pytest.fail("no Node or no node_modules on this machine, and AREASEND_NEEDS_NODE is set")
        pytest.skip("NO NODE: the style sheet is not compiled here (apt-get install npm; npm ci)")
    options = [part for part in command[1:] if part.startswith("--")]
    subprocess.run([str(program), *options, f"design/{name}.scss:{to}"], cwd=ROOT, check=True, timeout=120)
    return to.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHEETS)
def test_the_committed_sheet_is_the_compiled_one(tmp_path: Path, name: str) -> None:
    """If not: `make style`, and commit what it wrote."""
    assert compiled(name, tmp_path / f"{name}.css") == STYLES[name]


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_nothing_of_the_government_s_own_look_is_in_it(style: str) -> None:
    """GDS Transport and the crown are for services of the government; the sheet loads no file at all."""
    assert not re.search("gds transport|crown|tudor", style, re.IGNORECASE)
    assert "@font-face" not in style
    assert "@import" not in style
    assert "url(" not in style


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_its_letters_are_arial(style: str) -> None:
    """On paper any letters without serifs, as govuk-frontend has it."""
    families = {family.strip() for family in re.findall(r"font-family:([^;}]+)", style)}
    assert families
    assert all(family in ("inherit", "monospace", "sans-serif") or family.startswith("arial") for family in families), (
        families
    )


@pytest.mark.parametrize("name", SHEETS)
def test_it_is_small(record_property: Callable[[str, object], None], name: str) -> None:
    """A third of what a page may weigh, compressed, is the most that a style sheet should take."""
    sent = len(gzip.compress(STYLES[name].encode(), 6, mtime=0))
    record_property("raw", len(STYLES[name].encode()))
    record_property("sent", sent)
    assert len(STYLES[name].encode()) < 120_000
    assert sent < 40_000, f"{sent} bytes compressed"
