"""Releases built once by the real command, for every test that reads them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from areasend.cli import main

SAMPLES = Path(__file__).parents[1] / "samples" / "releases"
# A name in braces is the folder of another build; {records} are the packaged ones with one outcome recorded wrongly.
BUILDS = {
    "2024": ("--as-at", "2024-12-31"),
    "2023": ("--as-at", "2023-12-31"),
    "2025": ("--as-at", "2025-12-31"),
    "2026": ("--as-at", "2026-06-30"),
    "published-by": ("--as-at", "2024-12-31", "--published-by", "2024-12-31"),
    "information": ("--as-at", "2024-12-31", "--kind", "management-information"),
    "findings": ("--as-at", "2024-12-31", "--kind", "findings"),
    "findings-2025": ("--as-at", "2025-12-31", "--kind", "findings"),
    "since-2023": ("--as-at", "2024-12-31", "--previous", "{2023}"),
    "first": ("--as-at", "2024-12-31", "--config", str(SAMPLES / "first.toml"), "--records", "{records}"),
    "corrected": ("--as-at", "2024-12-31", "--config", str(SAMPLES / "corrected.toml"), "--previous", "{first}"),
}


HARINGEY = "E09000014,Haringey,2024-01-29,2024-02-02,2024-04-03,typically_positive"


def change(records: Path, old: str, new: str, *, file: str = "inspections.csv") -> None:
    """Writes something else in a folder of records; what is to be replaced must be there."""
    path = records / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A function from the name of a build to its folder; each is built when it is first asked for."""
    folder = tmp_path_factory.mktemp("releases")

    def build(name: str) -> Path:
        out = folder / name
        if not out.exists() and name == "records":
            assert main(["records", "export", str(out)]) == 0
            change(out, HARINGEY, HARINGEY.replace("typically_positive", "inconsistent"))
        elif not out.exists():
            arguments = [str(build(word[1:-1])) if word.startswith("{") else word for word in BUILDS[name]]
            assert main(["release", "build", *arguments, "--out", str(out)]) == 0
        return out

    return build


@pytest.fixture(scope="session")
def release(built: Callable[[str], Path]) -> Path:
    """The release as at 31 December 2024."""
    return built("2024")
