"""Releases built once by the real command, for every test on every worker that reads them. Nobody writes into them."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import coverage
import pytest
from tests.boundary_files import features, write

from areasend.cli import main

SAMPLES = Path(__file__).parent / "samples" / "releases"
# A name in braces is the folder of another build; {records} are the packaged ones with one outcome recorded wrongly,
# {boundaries.gpkg} are made up.
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
    "since-2024": ("--as-at", "2025-12-31", "--previous", "{2024}"),
    "boundaries": ("--as-at", "2025-12-31", "--boundaries", "{boundaries.gpkg}"),
    "first": ("--as-at", "2024-12-31", "--config", str(SAMPLES / "first.toml"), "--records", "{records}"),
    "corrected": ("--as-at", "2024-12-31", "--config", str(SAMPLES / "corrected.toml"), "--previous", "{first}"),
}
# One of each kind is traced for coverage, which doubles its time; the others take the same ways through the code.
TRACED = ("2024", "since-2024", "corrected", "boundaries", "information", "findings", "published-by")
HARINGEY = "E09000014,Haringey,2024-01-29,2024-02-02,2024-04-03,typically_positive"


def change(records: Path, old: str, new: str, *, file: str = "inspections.csv") -> None:
    """Writes something else in a folder of records; what is to be replaced must be there."""
    path = records / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def built_release(name: str, folders: pytest.TempPathFactory) -> Path:
    """The folder of a build; it is built when any worker first asks for it, while the others that ask wait."""
    base = folders.getbasetemp()
    place = (base.parent if base.name.startswith("popen-") else base) / "built-releases"
    place.mkdir(exist_ok=True)
    return _built(name, place)


def _built(name: str, place: Path) -> Path:
    out = place / name
    with (place / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if out.exists():
            pass
        elif name == "records":
            assert main(["records", "export", str(out)]) == 0
            change(out, HARINGEY, HARINGEY.replace("typically_positive", "inconsistent"))
        elif name == "boundaries.gpkg":
            write(out, features())
        else:
            arguments = [str(_built(word[1:-1], place)) if word.startswith("{") else word for word in BUILDS[name]]
            with _traced(name in TRACED):
                assert main(["release", "build", *arguments, "--out", str(out)]) == 0
    return out


@contextmanager
def _traced(wanted: bool) -> Iterator[None]:
    running = coverage.Coverage.current()
    if wanted or running is None:
        yield
        return
    running.stop()
    try:
        yield
    finally:
        running.start()
