"""Workers seen from outside: how much memory they take, and that none is left, however their command ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MIB = 1 << 20
# What is killed or stopped has nothing to say to coverage.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
# A test run in the background of a shell ignores Ctrl+C, and hands that on; a user's terminal does not.
COMMAND = """
import resource, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path[:] = {path!r}
from pathlib import Path
from areasend.reports.workers import Limits, Task, read_all
tasks = [Task(file=path.name, path=path) for path in Path({folder!r}).iterdir()]
try:
    found = read_all(tasks, read="tests.unit.reports.workers.readers:read", jobs={jobs}, limits=Limits(seconds=300))
except KeyboardInterrupt:
    print("stopped", file=sys.stderr)
    sys.exit(130)
print(*(f"{{reading.file}}:{{reading.document}}" for reading in found))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def files(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(f"{name.split('.')[0]} word", encoding="utf-8")
    return folder


@contextmanager
def command(folder: Path, jobs: int = 2, **told: str) -> Iterator["subprocess.Popen[str]"]:
    """A process that reads the files of a folder, with a process group of its own, as a terminal gives it one."""
    code = COMMAND.format(path=sys.path, folder=str(folder), jobs=jobs)
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT | told,
        process_group=0,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def until(true: Callable[[], bool]) -> bool:
    """Whether it becomes true, even on a slow machine."""
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        if true():
            return True
        time.sleep(0.02)
    return False


def lives(pid: int) -> bool:
    """Whether a process is there, and not only its end, which nobody has asked for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def worker_in(told: Path) -> int:
    """The process that reads the file `stay_behind`, once it does."""
    assert until(lambda: told.exists() and told.read_text(encoding="utf-8") != "")
    return int(told.read_text(encoding="utf-8"))


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a limit of memory")
@pytest.mark.parametrize("name", ["grow", "grow_natively", "grow_shared", "want_two_gibibytes"])
def test_no_worker_takes_512_mebibytes(tmp_path: Path, name: str) -> None:
    with command(files(tmp_path / "files", name, "aaa", "zzz"), jobs=1) as running:
        said, wrong = running.communicate(timeout=300)
    readings, most = said.splitlines()
    assert readings.split() == ["aaa:full_inspection", f"{name}:memory_limit", "zzz:full_inspection"]
    assert int(most) * 1024 < 512 * MIB
    # It has had nearly all that it may have: the limit is what ended it.
    assert int(most) * 1024 > 400 * MIB or name == "want_two_gibibytes"
    assert wrong == ""


@needs_proc
@pytest.mark.parametrize("to", ["group", "command"])
def test_ctrl_c_ends_the_workers_and_says_no_more_than_that(tmp_path: Path, to: str) -> None:
    told = tmp_path / "pid"
    folder = files(tmp_path / "files", "stay_behind", "hang", "zzz")
    with command(folder, WORKER_TELLS=str(told)) as running:
        worker = worker_in(told)
        (os.killpg if to == "group" else os.kill)(running.pid, signal.SIGINT)
        said, wrong = running.communicate(timeout=60)
    assert (running.returncode, said, wrong) == (130, "", "stopped\n")
    assert not lives(worker)


@needs_proc
def test_ctrl_c_alone_does_nothing_to_a_worker(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with command(files(tmp_path / "files", "stay_behind"), WORKER_TELLS=str(told)) as running:
        worker = worker_in(told)
        os.kill(worker, signal.SIGINT)
        time.sleep(0.3)
        assert lives(worker)
        assert running.poll() is None


@needs_proc
def test_a_worker_that_hangs_does_not_outlive_a_command_that_was_killed(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with command(files(tmp_path / "files", "stay_behind", "hang"), WORKER_TELLS=str(told)) as running:
        worker = worker_in(told)
        running.kill()
        running.wait()
        assert until(lambda: not lives(worker))


@needs_proc
def test_a_worker_that_is_killed_by_another_costs_its_file_alone(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with command(files(tmp_path / "files", "aaa", "stay_behind", "zzz"), jobs=1, WORKER_TELLS=str(told)) as running:
        # The first has read another file before, so this one is read once more by a fresh worker.
        first = worker_in(told)
        told.unlink()
        os.kill(first, signal.SIGKILL)
        os.kill(worker_in(told), signal.SIGKILL)
        said, wrong = running.communicate(timeout=120)
    assert said.splitlines()[0] == "aaa:full_inspection stay_behind:crashed zzz:full_inspection"
    assert wrong == ""


HELD = """
import os
from pathlib import Path
def held():
    parents = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents.append(place.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended meanwhile
            continue
    return parents.count(str(os.getpid())), len(list(Path("/proc/self/fd").iterdir()))
before = held()
"""


@needs_proc
def test_nothing_stays_alive_or_open_after_many_failures(tmp_path: Path) -> None:
    folder = files(tmp_path / "files", *(f"crash.{number}" for number in range(12)))
    code = HELD + COMMAND.format(path=sys.path, folder=str(folder), jobs=2) + "\nprint(before, held())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    readings, _, counts = run.stdout.splitlines()
    assert readings.count("crashed") == 12
    before, after = counts.split(") (")
    assert before.strip("()") == after.strip("()")
    assert before.startswith("(0, ")
    assert run.stderr == ""
