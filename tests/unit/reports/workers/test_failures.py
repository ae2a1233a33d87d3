"""A file that hangs, grows or crashes costs that file, and is reported as what it did; the others are read."""

import resource
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.unit.reports.workers import readers
from tests.unit.reports.workers.conftest import PLENTY, make_files, measure_nothing

from areasend.reports import DocumentKind, Reading
from areasend.reports.workers import Limits, Task, process, read_all

pytestmark = pytest.mark.usefixtures("unmeasured")

Acting = Callable[[Sequence[str]], list[Task]]
NONSENSE = "its process answered what is no answer"
# Beside these, a file that is read without fault stands before, between and after them.
CRASHES = {
    "abort": "its process ended by SIGABRT, as PDFium does when memory is refused",
    "answer_out_of_turn": NONSENSE,
    "answer_wrongly": NONSENSE,
    "crash": "its process ended by SIGSEGV",
    "fail": r"LookupError: no such place xxx",
    "fail_unprintably": r"LookupError: half a pair: \ud800 (readers.py, line ",
    "give_half_a_pair": "UnicodeEncodeError: ",
    "give_no_number": "ValueError: Out of range float values are not JSON compliant",
    "give_nothing": "TypeError: the reader returned dict (",
    "leave": "its process ended with code 3",
    "recurse": "RecursionError: maximum recursion depth exceeded",
    "refuse_wrongly": NONSENSE,
    "stop": "its process ended with code 4",
    "write_endless": NONSENSE,
    "write_nonsense": NONSENSE,
}
GROWING = ("grow", "grow_natively", "grow_shared", "want_two_gibibytes")
GOOD = ("aaa", "give", "zzz")


def said(reading: Reading) -> str:
    """The problem of a file that was not read; it has nothing else."""
    (problem,) = reading.problems
    assert (problem.field, problem.page) == ("document", 0)
    assert problem.expected == "a report of a full area SEND inspection under the framework of January 2023"
    assert (reading.values, reading.findings, reading.passages) == ((), (), ())
    return problem.found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """All the files that end their reader one way or the other, read in one go."""
    names = (*CRASHES, *GROWING, *GOOD, "end_by_processor_time", "give_too_much")
    tasks = make_files(tmp_path_factory.mktemp("files"), names)
    with pytest.MonkeyPatch.context() as patch:
        measure_nothing(patch)
        return {reading.file: reading for reading in read_all(tasks, read=readers.READ, jobs=2, limits=PLENTY)}


@pytest.mark.parametrize("name", GOOD)
def test_the_others_are_read(found: dict[str, Reading], name: str) -> None:
    assert found[name].text("words") == "2"


@pytest.mark.parametrize("name", CRASHES)
def test_a_file_that_ends_its_reader(found: dict[str, Reading], name: str) -> None:
    assert found[name].document is DocumentKind.CRASHED
    assert said(found[name]).startswith(f"a file on which the reader crashed: {CRASHES[name]}")
    assert found[name].sha256


def test_a_bug_of_the_reader_is_said_in_a_line_with_its_place(found: dict[str, Reading]) -> None:
    text = said(found["fail"])
    assert text.endswith(", in fail)")
    assert "(readers.py, line " in text
    assert len(text) < 500
    assert "\n" not in text


@pytest.mark.parametrize("name", GROWING)
def test_a_file_that_grows(found: dict[str, Reading], name: str) -> None:
    if name == "grow_natively" and resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 256 << 10:
        # Linux hands this process's peak on to the worker, so that its own cannot be told when it aborts.
        # tests/functional/test_workers.py tries the same from a small process.
        assert found[name].document in (DocumentKind.MEMORY_LIMIT, DocumentKind.CRASHED)
        return
    assert found[name].document is DocumentKind.MEMORY_LIMIT
    assert said(found[name]) == "a file that needed more than the memory limit: 512 MiB"


def test_a_reading_beyond_all_sizes(found: dict[str, Reading]) -> None:
    assert found["give_too_much"].document is DocumentKind.TOO_LARGE
    assert said(found["give_too_much"]).endswith("its reading has more than 16777216 bytes")


def test_the_system_s_own_limit_of_time_is_one_of_time(found: dict[str, Reading]) -> None:
    assert found["end_by_processor_time"].document is DocumentKind.TIME_LIMIT


def test_files_that_take_too_long(acting: Acting) -> None:
    late = ("hang", "spin", "write_half")
    readings = read_all(acting([*GOOD, *late]), read=readers.READ, jobs=3, limits=Limits(seconds=5))
    by_file = {reading.file: reading for reading in readings}
    assert {by_file[name].text("words") for name in GOOD} == {"2"}
    for name in late:
        assert by_file[name].document is DocumentKind.TIME_LIMIT
        assert said(by_file[name]) == "a file that was not read within the time limit: 5 seconds"
        assert by_file[name].sha256


def test_a_process_that_falls_silent(acting: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_MOMENT", 0.5)
    (reading,) = read_all(acting(["close_pipes"]), read=readers.READ, jobs=1, limits=PLENTY)
    assert said(reading).endswith("its process fell silent and had to be ended")


@pytest.mark.parametrize("name", ["answer_twice", "answer_after_leaving"])
def test_an_answer_that_nobody_asked_for_is_nobody_s(acting: Acting, name: str) -> None:
    readings = read_all(acting(["aaa", name, "zz.1", "zz.2"]), read=readers.READ, jobs=1, limits=PLENTY)
    assert [reading.text("words") for reading in readings] == ["2", "", "2", "2"]
    assert [reading.file for reading in readings] == ["aaa", name, "zz.1", "zz.2"]


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    subprocess.run(["mkfifo", str(tmp_path / "fifo")], check=True)
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "large").write_bytes(b"x" * 101)
    (tmp_path / "full").write_bytes(b"x" * 100)
    names = ("folder", "fifo", "zero", "round", "none", "large", "full")
    tasks = [Task(file=name, path=tmp_path / name) for name in names]
    limits = Limits(seconds=300, file_bytes=100)
    readings = {reading.file: reading for reading in read_all(tasks, read=readers.READ, jobs=1, limits=limits)}
    assert readings.pop("full").text("words") == "1"
    unopened = "a file that could not be opened: "
    assert {file: said(reading) for file, reading in readings.items()} == {
        "folder": f"{unopened}it is a folder",
        "fifo": f"{unopened}it is no plain file",
        "zero": f"{unopened}it is no plain file",
        "round": f"{unopened}Too many levels of symbolic links",
        "none": f"{unopened}No such file or directory",
        "large": "a file beyond the limits of size or pages: it has more than 100 bytes",
    }
    kinds = {reading.document for file, reading in readings.items() if file != "large"}
    assert (kinds, readings["large"].document) == ({DocumentKind.UNREADABLE}, DocumentKind.TOO_LARGE)
    assert {reading.sha256 for reading in readings.values()} == {""}


def test_what_earlier_files_left_behind_costs_no_other(acting: Acting) -> None:
    # One worker, which has read other files before it comes to one that a used worker cannot read.
    names = ["aaa", "crash_if_used", "fail_if_used", "give_nonsense_if_used", "hoard", "need_much", "zzz"]
    readings = read_all(acting(names), read=readers.READ, jobs=1, limits=PLENTY)
    assert [reading.text("words") for reading in readings] == ["2"] * len(names)


def test_a_worker_that_kept_too_much_is_let_go(acting: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = process.Worker.__init__

    def counted(self: process.Worker, read: str, limits: Limits) -> None:
        started.append(read)
        start(self, read, limits)

    monkeypatch.setattr(process.Worker, "__init__", counted)
    readings = read_all(acting(["hoard.1", "hoard.2", "zz"]), read=readers.READ, jobs=1, limits=PLENTY)
    assert {reading.text("words") for reading in readings} == {"2"}
    assert len(started) == 3
