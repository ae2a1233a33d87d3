"""Many files, some workers: every file is read once, and what comes back does not depend on who read what when."""

import hashlib
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.reports.workers import readers
from tests.unit.reports.workers.conftest import PLENTY

from areasend.reports import DocumentKind, Reading, ReportsError
from areasend.reports.cache import ReadingCache
from areasend.reports.workers import Limits, Task, process, read_all

Acting = Callable[[Sequence[str]], list[Task]]


def test_nothing_to_read_starts_nothing() -> None:
    assert read_all([], read=readers.NOT_THERE, jobs=4, limits=PLENTY) == ()


def test_a_reading_comes_back_as_the_reader_made_it(tmp_path: Path) -> None:
    path = tmp_path / "any.pdf"
    path.write_bytes(b"three words \xff")
    (found,) = read_all([Task(file="shown/as.pdf", path=path)], read=readers.READ, jobs=1, limits=PLENTY)
    sha256 = hashlib.sha256(b"three words \xff").hexdigest()
    assert found == readers.reading(file="shown/as.pdf", sha256=sha256, words=3)


def test_an_empty_file_is_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (found,) = read_all([Task(file="e", path=tmp_path / "empty")], read=readers.READ, jobs=1, limits=PLENTY)
    assert found.text("words") == "0"


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.text("ab/", min_size=1, max_size=3), min_size=1, max_size=8),
    jobs=st.integers(1, 4),
    order=st.randoms(use_true_random=False),
)
def test_neither_the_order_nor_the_number_of_workers_matters(
    tmp_path: Path, names: list[str], jobs: int, order: Random
) -> None:
    tasks = []
    for number, name in enumerate(names):
        path = tmp_path / str(number)
        path.write_text("word " * number, encoding="utf-8")
        tasks.append(Task(file=name, path=path))
    in_order = read_all(tasks, read=readers.READ, jobs=1, limits=PLENTY)
    assert [found.file for found in in_order] == sorted(names)
    assert sorted(found.text("words") for found in in_order) == sorted(map(str, range(len(names))))
    order.shuffle(tasks)
    assert read_all(tasks, read=readers.READ, jobs=jobs, limits=PLENTY) == in_order


def test_each_reading_is_handed_on_once_as_it_comes(acting: Acting) -> None:
    seen: list[Reading] = []
    tasks = acting([f"file.{number}" for number in range(20)])
    found = read_all(tasks, read=readers.READ, jobs=2, limits=PLENTY, done=seen.append)
    assert sorted(seen, key=lambda reading: reading.file) == list(found)
    assert len(found) == 20


def test_a_worker_reads_many_files(acting: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = process.subprocess.Popen

    def counted(*arguments: object, **options: object) -> object:
        started.append(arguments)
        return start(*arguments, **options)

    monkeypatch.setattr(process.subprocess, "Popen", counted)
    assert len(read_all(acting([f"file.{n}" for n in range(30)]), read=readers.READ, jobs=2, limits=PLENTY)) == 30
    assert len(started) == 2
    assert len(read_all(acting(["file.1"]), read=readers.READ, jobs=8, limits=PLENTY)) == 1
    assert len(started) == 3, "no worker is started that has nothing to do"


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX systems only")
def test_names_that_are_no_text_come_back(tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9 \xf0.pdf"))
    path.write_bytes(b"one two")
    (found,) = read_all([Task(file=path.name, path=path)], read=readers.READ, jobs=1, limits=PLENTY)
    assert os.fsencode(found.file) == b"caf\xe9 \xf0.pdf"
    assert found.text("words") == "2"


def test_what_a_library_prints_reaches_nobody(acting: Acting, capfd: pytest.CaptureFixture[str]) -> None:
    found = read_all(acting(["say", "say.2"]), read=readers.READ, jobs=1, limits=PLENTY)
    assert [reading.document for reading in found] == [DocumentKind.FULL_INSPECTION] * 2
    assert capfd.readouterr() == ("", "")


def test_what_the_cache_holds_is_not_read(tmp_path: Path, acting: Acting) -> None:
    cache = ReadingCache(tmp_path / "cache", "1")
    tasks = acting(["crash_if_used.1", "crash_if_used.2", "file.1", "hang"])
    sha256 = hashlib.sha256(tasks[3].path.read_bytes()).hexdigest()
    cache.put(readers.reading(file="another name", sha256=sha256, words=70))
    first = read_all(tasks, read=readers.READ, jobs=1, limits=PLENTY, cache=cache)
    assert [found.text("words") for found in first] == ["2", "2", "2", "70"]
    assert first[3].file == "hang"
    # The first two have the same bytes: now both come from the cache, whoever reads.
    assert read_all(tasks, read="builtins:exit", jobs=2, limits=PLENTY, cache=cache) == first


@pytest.mark.usefixtures("unmeasured")
def test_what_limits_ended_is_read_again(tmp_path: Path, acting: Acting) -> None:
    cache = ReadingCache(tmp_path / "cache", "1")
    for read, kind in (("builtins:exit", DocumentKind.CRASHED), (readers.READ, DocumentKind.FULL_INSPECTION)):
        (found,) = read_all(acting(["file"]), read=read, jobs=1, limits=PLENTY, cache=cache)
        assert found.document is kind


@pytest.mark.usefixtures("unmeasured")
def test_a_reader_that_is_not_there_is_said_once(acting: Acting) -> None:
    with pytest.raises(ReportsError, match=r"could not start: ModuleNotFoundError: No module named .*no_readers"):
        read_all(acting(["file.1", "file.2"]), read=readers.NOT_THERE, jobs=2, limits=PLENTY)


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("import os; os._exit(9)", "its process ended with code 9"),
        ("print('a banner', flush=True); import time; time.sleep(3600)", "something else than it speaks on its pipe"),
    ],
)
def test_a_worker_that_does_not_start_is_the_user_s_to_mend(
    acting: Acting, monkeypatch: pytest.MonkeyPatch, start: str, said: str
) -> None:
    monkeypatch.setattr(process, "_START", start)
    with pytest.raises(ReportsError, match=f"could not start: {said}.*install areasend anew"):
        read_all(acting(["file"]), read=readers.READ, jobs=1, limits=PLENTY)


@pytest.mark.usefixtures("unmeasured")
def test_a_worker_that_never_starts_is_waited_for_some_time(acting: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_START", "import time; time.sleep(3600)")
    monkeypatch.setattr("areasend.reports.workers.pool._SECONDS_TO_START", 0.3)
    with pytest.raises(ReportsError, match=r"nothing was heard of it for 0\.3 seconds"):
        read_all(acting(["file"]), read=readers.READ, jobs=1, limits=PLENTY)


@pytest.mark.usefixtures("unmeasured")
def test_a_fault_of_the_caller_ends_the_workers(acting: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    workers = []
    start = process.Worker.__init__

    def noted(self: process.Worker, read: str, limits: Limits) -> None:
        start(self, read, limits)
        workers.append(self._process)

    def broken(_: Reading) -> None:
        raise LookupError("in the caller")

    monkeypatch.setattr(process.Worker, "__init__", noted)
    with pytest.raises(LookupError, match="in the caller"):
        read_all(acting(["file", "hang.1", "hang.2"]), read=readers.READ, jobs=3, limits=PLENTY, done=broken)
    assert len(workers) == 3
    assert all(worker.returncode is not None for worker in workers)


@pytest.mark.parametrize(
    "limits", [{"seconds": 0}, {"seconds": -1.0}, {"mebibytes": 127}, {"file_bytes": 0}], ids=lambda limits: str(limits)
)
def test_limits_that_allow_nothing_cannot_be_had(limits: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="limits within which nothing can be read"):
        Limits(**limits)


def test_no_workers_are_too_few(acting: Acting) -> None:
    with pytest.raises(ValueError, match="0 workers read nothing"):
        read_all(acting(["file"]), read=readers.READ, jobs=0, limits=PLENTY)


@pytest.fixture
def ends_are_not_kept() -> Iterator[None]:
    kept = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGCHLD, kept)


@pytest.mark.usefixtures("ends_are_not_kept", "unmeasured")
def test_it_works_where_nobody_keeps_how_children_end(acting: Acting) -> None:
    found = read_all(acting(["crash", "file"]), read=readers.READ, jobs=1, limits=PLENTY)
    assert [reading.document for reading in found] == [DocumentKind.CRASHED, DocumentKind.FULL_INSPECTION]
