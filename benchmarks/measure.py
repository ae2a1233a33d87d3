"""One command as a fresh process: its CPU time, wall time and peak memory."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """CPU is user and system time of the process and its children; the peak is its largest resident set."""

    cpu_s: float
    wall_s: float
    peak_mb: float


class RunFailed(Exception):
    """The command did not exit with 0; its last lines."""

    def __init__(self, command: Sequence[str], code: int, said: str) -> None:
        super().__init__("\n".join([f"exit code {code} from: {' '.join(command)}", *said.splitlines()[-50:]]))


def cost_of(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Cost:
    """Runs the command in `folder` and waits for it alone, so that nothing else of this process is counted.

    The kernel starts a child's peak from the memory of the process that started it, so the caller must stay small:
    it may not import pandas itself.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, env=dict(environment), cwd=folder, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RunFailed(command, process.returncode, said.read().decode(errors="replace"))
    return Cost(cpu_s=used.ru_utime + used.ru_stime, wall_s=wall, peak_mb=used.ru_maxrss / 1024)
