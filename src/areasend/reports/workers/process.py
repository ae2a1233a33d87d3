"""A worker process as its parent holds it: started, asked, heard, and ended in any case."""

import json
import subprocess
import sys
from contextlib import suppress

from areasend.reports.workers import system
from areasend.reports.workers.frames import Frame, Incoming, Kind, packed
from areasend.reports.workers.system import Ending
from areasend.reports.workers.tasks import Limits

# The same modules as here, wherever this process has them from.
_START = """
import json, sys
settings = json.loads(sys.argv[1])
sys.path[:] = settings["path"]
from areasend.reports.workers.inside import main
main(settings)
"""
_PIECE = 1 << 18
# A process closes its pipes a moment before it has ended; one that may end by itself has things to put away.
_MOMENT, _LEAVE = 3.0, 15.0


class Worker:
    """One process, and what is known of it: whether it is ready, has had files before, which it has, and until when.

    `sha256` is that of its file, once it has said it.
    """

    def __init__(self, read: str, limits: Limits) -> None:
        settings = {
            "read": read,
            "seconds": limits.seconds,
            "mebibytes": limits.mebibytes,
            "file_bytes": limits.file_bytes,
            "parent": system.process_id(),
            "path": sys.path,
        }
        self._process = subprocess.Popen(
            [sys.executable, "-X", f"utf8={sys.flags.utf8_mode}", "-c", _START, json.dumps(settings)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests, self._answers = self._process.stdin, self._process.stdout
        self._incoming = Incoming()
        self.ready = False
        self.used = False
        self.peak_at_start = 0
        self.task: int | None = None
        self.sha256 = ""
        self.deadline = 0.0

    def fileno(self) -> int:
        """For waiting until it says something."""
        return self._answers.fileno()

    def ask(self, kind: Kind, payload: bytes) -> None:
        """Sends a request. A worker that is gone does not hear it: its end is found when it is heard next."""
        with suppress(BrokenPipeError):
            self._requests.write(packed(kind, payload))

    def hear(self) -> list[Frame] | None:
        """What it has said, as far as it is complete; None when it has ended. Raises `Malformed`."""
        piece = self._answers.read(_PIECE)
        return self._incoming.take(piece) if piece else None

    def dismiss(self) -> None:
        """Lets it end by itself."""
        self._requests.close()

    def ending(self) -> Ending | None:
        """How it ended, once it has fallen silent; None if it did not, or it cannot be known."""
        return self._ending(_MOMENT)

    def _ending(self, within: float) -> Ending | None:
        found = system.ending(self._process.pid, within=within)
        if found is not None:
            self._process.returncode = found.code
        return found

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        """Waits for its end, and kills it if that does not come; what a kill does not end is left to the system."""
        self._requests.close()
        for _ in range(2):
            if self._process.returncode is not None or self._ending(_LEAVE) is not None:
                break
            self.kill()
        self._answers.close()
