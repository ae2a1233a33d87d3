"""Damaged and hostile files through the command: each is named as what it is, and none stops or outgrows anything."""

import csv
import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.reports_hostile.damage import damaged
from tests.reports_hostile.files import HOSTILE, Hostile, with_actions
from tests.reports_written.written import written_report

from areasend.reports import DESCRIPTIONS, NOT_FOUND, DocumentKind

# What these run is traced by other tests; tracing would take most of their time.
pytestmark = pytest.mark.no_cover

SHARED = Path(__file__).parents[3] / "shared"
PUBLISHED = sorted((SHARED / "reports").glob("*.pdf"))
SOME, MANY = 40, 2000
SOURCES = 20
SECONDS = 10
LARGEST = 512 << 20
# The largest of the processes below this one is asked for in a process of its own, which nothing large has started.
WATCHED = """
import resource, subprocess, sys
ended = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1 if sys.platform == "darwin" else 1024
print(used.ru_maxrss * unit, ended.returncode)
print(ended.stdout + ended.stderr)
"""


class Run:
    """One run of the command over a folder: what it wrote, how it ended, and its largest process."""

    def __init__(self, folder: Path, out: Path) -> None:
        command = [sys.executable, "-m", "areasend", "reports", "read", str(folder), "--out", str(out), "--no-cache"]
        watched = [sys.executable, "-c", WATCHED, *command, "--seconds", str(SECONDS), "--jobs", "2"]
        started = time.monotonic()
        ended = subprocess.run(watched, capture_output=True, text=True, check=True, timeout=3600)
        self.seconds = time.monotonic() - started
        first, self.said = ended.stdout.split("\n", 1)
        self.largest, self.code = map(int, first.split())
        documents = json.loads((out / "evidence.json").read_text(encoding="utf-8"))["documents"]
        self.kinds = {one["file"]: DocumentKind(one["document"]) for one in documents}
        with (out / "inspections.csv").open(encoding="utf-8", newline="") as file:
            self.rows = {row["file"]: row for row in csv.DictReader(file)}
        with (out / "problems.csv").open(encoding="utf-8", newline="") as file:
            self.problems = [(row["file"], row["field"], row["found"]) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("hostile")
    for one in HOSTILE:
        (folder / f"{one.name}.pdf").write_bytes(one.make())
    return Run(folder, tmp_path_factory.mktemp("read") / "out")


@pytest.mark.xdist_group("hostile files")
class TestHostileFiles:
    def test_the_command_ends_well(self, hostile: Run) -> None:
        assert hostile.code == 0, hostile.said
        assert hostile.seconds < SECONDS * len(HOSTILE)
        assert hostile.kinds.keys() == {f"{one.name}.pdf" for one in HOSTILE}

    def test_no_process_is_larger_than_the_limit(self, hostile: Run) -> None:
        assert hostile.largest < LARGEST

    @pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one.name)
    def test_a_file_is_named_as_what_it_is(self, one: Hostile, hostile: Run) -> None:
        kind = hostile.kinds[f"{one.name}.pdf"]
        assert kind in one.kinds
        if kind is not DocumentKind.FULL_INSPECTION:
            # Nothing is read from it, and the user is told what it is.
            assert f"{one.name}.pdf" not in hostile.rows
            (said,) = [found for file, field, found in hostile.problems if file == f"{one.name}.pdf"]
            assert said.startswith(DESCRIPTIONS[kind])

    @pytest.mark.parametrize("one", [one for one in HOSTILE if one.unharmed], ids=lambda one: one.name)
    def test_what_is_added_to_a_report_changes_nothing_of_it(self, one: Hostile, hostile: Run) -> None:
        row = hostile.rows.get(f"{one.name}.pdf")
        if row is None:
            assert hostile.kinds[f"{one.name}.pdf"] in {DocumentKind.TIME_LIMIT, DocumentKind.MEMORY_LIMIT}
            return
        truth = written_report(0).truth.fields
        assert {name: row[name] for name in truth} == truth


def test_what_a_report_would_run_is_not_run(tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "report.pdf").write_bytes(with_actions(touched))
    run = Run(tmp_path / "in", tmp_path / "out")
    assert run.kinds == {"report.pdf": DocumentKind.FULL_INSPECTION}
    assert not touched.exists()


@pytest.mark.parametrize(
    "published",
    [
        pytest.param(False, id="written"),
        pytest.param(
            True,
            id="published",
            marks=pytest.mark.skipif(not PUBLISHED, reason="../shared is not there: no published reports to damage"),
        ),
    ],
)
def test_damaged_files(published: bool, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Damage costs at most the file it is done to; where pages can still be read, what is gone is not made up."""
    number = MANY if request.config.getoption("--long") else SOME
    if published:
        number //= 2
    (tmp_path / "in").mkdir()
    different = set()
    for seed in range(number):
        sound = PUBLISHED[seed % len(PUBLISHED)].read_bytes() if published else written_report(seed % SOURCES).data
        data = damaged(sound, seed)
        if (digest := hashlib.sha256(data).digest()) not in different:
            different.add(digest)
            (tmp_path / "in" / f"{seed:04}.pdf").write_bytes(data)
    run = Run(tmp_path / "in", tmp_path / "out")
    assert run.code == 0, run.said
    assert run.largest < LARGEST
    assert len(run.kinds) == len(different)
    assert [file for file, kind in run.kinds.items() if kind is DocumentKind.CRASHED] == []
    reported = {file for file, _, _ in run.problems}
    assert reported >= {file for file, kind in run.kinds.items() if kind is not DocumentKind.FULL_INSPECTION}
    for file, row in run.rows.items():
        missing = {name for name in ("title_name", "inspection_start", "outcome") if row[name] in ("", NOT_FOUND)}
        assert missing <= {field for problem, field, _ in run.problems if problem == file}
