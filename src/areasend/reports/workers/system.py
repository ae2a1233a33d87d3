"""What workers need of the operating system: limits, descriptors, how a process ended, and how long it has taken.

The one module of the room that takes `os`, `resource`, `signal` and `time`; no value of a reading depends on a clock.
It needs a POSIX system. On Linux the kernel holds the limit of memory. macOS refuses such limits: there a worker looks
at its own size every twentieth of a second and ends itself, so it can pass its limit by what it takes in between.
"""

import math
import os
import resource
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

# Kept back from the limit: for libraries and the stack, which the kernel does not count; for growth between two looks.
_NOT_COUNTED, _TOO_LATE = 64 << 20, 16 << 20
_STATM = Path("/proc/self/statm")
_LONGEST_STEP = 2.0
_LOOK_EVERY, _LOOK_AGAIN = 0.05, 0.005
OUTGROWN = 77
"""The exit code of a worker that found itself over its limit of memory."""


class AwakeClock:
    """Seconds that passed while this process was awake.

    A command that was stopped with Ctrl+Z, or a laptop that slept, has not used up the time of a file.
    """

    def __init__(self) -> None:
        self._seen = time.monotonic()
        self._passed = 0.0

    def now(self) -> float:
        """To be asked more often than every two seconds: a longer step counts as two."""
        seen = time.monotonic()
        self._passed += min(seen - self._seen, _LONGEST_STEP)
        self._seen = seen
        return self._passed


class Ending(NamedTuple):
    """How a process ended: its exit code, or minus the number of the signal; and the most memory it had, in bytes."""

    code: int
    peak: int

    @property
    def by(self) -> str:
        """The name of the signal that ended it; empty where none did."""
        if self.code >= 0:
            return ""
        number = -self.code
        return signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"


def process_id() -> int:
    return os.getpid()


def ending(pid: int, *, within: float) -> Ending | None:
    """How a child ended, waiting for it; None if it lives on, or if the system does not keep how children end."""
    until = time.monotonic() + within
    while True:
        try:
            ended, status, used = os.wait4(pid, os.WNOHANG)
        except ChildProcessError:
            return None
        if ended:
            return Ending(os.waitstatus_to_exitcode(status), _peak(used))
        if time.monotonic() > until:
            return None
        time.sleep(_LOOK_AGAIN)


def most_resident() -> int:
    """The most memory that this process has had, in bytes; on Linux not less than its parent had when it started it."""
    return _peak(resource.getrusage(resource.RUSAGE_SELF))


def resident() -> int:
    """The memory that this process has, in bytes; where the system does not tell, the most that it has had."""
    told = _told()
    return told[1] if told else most_resident()


def _told() -> tuple[int, int] | None:
    """The size of this process's address space and how much of it is in memory, in bytes."""
    try:
        pages = _STATM.read_bytes().split()
    except OSError:
        return None
    return int(pages[0]) * resource.getpagesize(), int(pages[1]) * resource.getpagesize()


def _peak(used: resource.struct_rusage) -> int:
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """This process's standard input and output, kept for itself: what a library prints or reads meets nothing."""
    asked, answering = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return os.fdopen(asked, "rb"), os.fdopen(answering, "wb")


def leave_signals_to_parent() -> None:
    """Ctrl+C is for the parent, which ends its workers; and what crashes leaves no image of its memory behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(resource.RLIMIT_CORE, 0)


def limit_memory(memory: int) -> None:
    """Limits this process for good, as it is now: what it may write, and by how much it may grow at all."""
    _limit(resource.RLIMIT_DATA, memory - _NOT_COUNTED)
    told = _told()
    if told:
        size, present = told
        _limit(resource.RLIMIT_AS, size + memory - _NOT_COUNTED - present)


def _limit(which: int, value: int) -> None:
    _, most = resource.getrlimit(which)
    lowest = value if most == resource.RLIM_INFINITY else min(value, most)
    with suppress(ValueError, OSError):
        resource.setrlimit(which, (lowest, lowest))


def allow_processor_time(seconds: float) -> None:
    """Lets the system end this process by SIGXCPU when it has worked so much longer, should its parent not do it."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    allowed = math.ceil(time.process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (allowed if most == resource.RLIM_INFINITY else min(allowed, most), most))


def watch_over(memory: int, parent: int) -> None:
    """Ends this process when it has outgrown its memory, or when its parent is gone while it hangs."""
    threading.stack_size(256 << 10)
    threading.Thread(target=_watch, args=(memory, parent), daemon=True).start()
    threading.stack_size(0)


def _watch(memory: int, parent: int) -> None:
    while resident() <= memory - _TOO_LATE and os.getppid() == parent:
        time.sleep(_LOOK_EVERY)
    os._exit(OUTGROWN)
