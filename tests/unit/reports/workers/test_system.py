"""The clock that does not count sleep, the limits that the kernel holds, and how processes end."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.reports.workers import Limits, process, system
from areasend.reports.workers.frames import Kind

pytestmark = pytest.mark.usefixtures("unmeasured")

MIB = 1 << 20


@given(st.lists(st.floats(0, 1e6), max_size=10))
def test_the_clock_counts_short_steps_whole_and_long_ones_as_two_seconds(steps: list[float]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        at = 5.0
        patch.setattr(time, "monotonic", lambda: at)
        clock = system.AwakeClock()
        for step in steps:
            at += step
            clock.now()
        assert clock.now() == pytest.approx(sum(min(step, 2.0) for step in steps), abs=1e-6)


def child(code: str) -> "subprocess.Popen[str]":
    """A process that runs some code with this room's functions at hand."""
    start = f"import sys; sys.path[:] = {sys.path!r}\nfrom areasend.reports.workers import system\n{code}"
    return subprocess.Popen([sys.executable, "-c", start], stdout=subprocess.PIPE, text=True)


def test_how_a_child_ended_and_what_it_had() -> None:
    with child("x = b'x' * (300 << 20); import os; os.abort()") as running:
        ended = system.ending(running.pid, within=60)
        running.returncode = 0
    assert ended is not None
    assert (ended.code, ended.by) == (-signal.SIGABRT, "SIGABRT")
    assert ended.peak > 300 * MIB


def test_a_child_that_lives_has_not_ended() -> None:
    with child("import time; time.sleep(600)") as running:
        assert system.ending(running.pid, within=0.05) is None
        running.kill()


def test_who_is_no_child_has_no_ending() -> None:
    assert system.ending(os.getppid(), within=5) is None


def test_the_memory_of_a_process_is_told_in_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = system.resident()
    kept = b"x" * (200 * MIB)
    assert system.resident() - before > 190 * MIB
    assert system.most_resident() >= 200 * MIB
    del kept
    # Where the system does not tell, it is the most that there was.
    monkeypatch.setattr(system, "_STATM", tmp_path / "none")
    assert system.resident() == system.most_resident()


LIMITED = """
import mmap, resource
system.leave_signals_to_parent()
system.limit_memory(300 << 20)
print(*resource.getrlimit(resource.RLIMIT_CORE))
print(*resource.getrlimit(resource.RLIMIT_DATA))
for want in (lambda: bytearray(300 << 20), lambda: mmap.mmap(-1, 300 << 20)):
    try:
        want()
    except (MemoryError, OSError) as error:
        print(type(error).__name__)
print(len(bytearray(100 << 20)) + len(mmap.mmap(-1, 50 << 20)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a limit of memory")
@pytest.mark.parametrize(
    ("before", "data"),
    [
        ("", (300 - 64) * MIB),
        (f"import resource; resource.setrlimit(resource.RLIMIT_DATA, ({200 * MIB}, {200 * MIB}))", 200 * MIB),
    ],
)
def test_memory_over_the_limit_is_refused_for_good(before: str, data: int) -> None:
    with child(f"{before}\n{LIMITED}") as running:
        said, _ = running.communicate(timeout=120)
    assert said.splitlines() == ["0 0", f"{data} {data}", "MemoryError", "OSError", str(150 * MIB)]


def test_a_system_that_knows_no_such_limits_is_put_up_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def refused(which: int, limits: tuple[int, int]) -> None:
        asked.append(which)
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refused)
    monkeypatch.setattr(system, "_STATM", tmp_path / "none")
    system.limit_memory(300 * MIB)
    assert asked == [resource.RLIMIT_DATA]


@pytest.mark.parametrize("grown", ["b'x' * (300 << 20)", "mmap.mmap(-1, 300 << 20).write(b'x' * (300 << 20))"])
def test_a_process_that_nobody_limits_ends_itself(grown: str) -> None:
    code = f"import mmap, os, time\nsystem.watch_over(200 << 20, os.getppid())\nkept = {grown}\ntime.sleep(600)"
    with child(code) as running:
        ended = system.ending(running.pid, within=300)
        running.returncode = 0
    assert ended is not None
    assert ended.code == system.OUTGROWN


@pytest.mark.parametrize("before", ["", "import resource; resource.setrlimit(resource.RLIMIT_CPU, (9, 9))"])
def test_a_process_that_works_for_too_long_is_ended_by_the_system(before: str) -> None:
    with child(f"{before}\nsystem.allow_processor_time(0)\nwhile True: pass") as running:
        ended = system.ending(running.pid, within=300)
        running.returncode = 0
    assert ended is not None
    assert ended.by == "SIGXCPU"


def test_time_that_was_used_before_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    given_: list[tuple[int, int]] = []
    monkeypatch.setattr(time, "process_time", lambda: 1000.5)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (7, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: given_.append(limits))
    system.allow_processor_time(60)
    assert given_ == [(1062, resource.RLIM_INFINITY)]


def test_a_process_looks_after_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([100 * MIB, 200 * MIB, 284 * MIB + 1])
    ended: list[int] = []
    monkeypatch.setattr(system, "resident", lambda: next(looks))
    monkeypatch.setattr(os, "_exit", ended.append)
    system._watch(300 * MIB, os.getppid())
    assert ended == [system.OUTGROWN]


def test_a_process_whose_parent_is_gone_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    system._watch(1 << 40, os.getppid() + 1)
    assert ended == [system.OUTGROWN]


def test_a_worker_that_stays_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_LEAVE", 0.2)
    monkeypatch.setattr(process, "_START", "import time; time.sleep(600)")
    worker = process.Worker("builtins:exit", Limits())
    worker.close()
    assert worker._process.returncode == -signal.SIGKILL


def test_what_even_a_kill_does_not_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_START", "import time; time.sleep(600)")
    worker = process.Worker("builtins:exit", Limits())
    with monkeypatch.context() as patch:
        patch.setattr(system, "ending", lambda pid, within: None)
        patch.setattr(worker._process, "kill", lambda: None)
        worker.close()
    assert worker._process.returncode is None
    worker.kill()
    worker._process.wait()


def test_a_worker_that_is_gone_is_asked_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_START", "")
    worker = process.Worker("builtins:exit", Limits())
    ended = worker.ending()
    assert ended is not None
    assert ended.code == 0
    worker.ask(Kind.OPEN, b"path")
    assert worker.hear() is None
    worker.close()
