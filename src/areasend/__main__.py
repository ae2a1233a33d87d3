"""`python -m areasend` and the command `areasend`."""

import gc
import os
import signal
import sys
from types import FrameType

# What a shell reports for a command that a signal ended: 128 and the signal's number.
_INTERRUPTED, _PIPE_CLOSED = 130, 141
# Records, numbers and pages are kept to the end and hold no cycles: looking for cycles among them after every 700 new
# objects, as Python does, takes an eighth of the time of a build.
_OBJECTS_BETWEEN_COLLECTIONS = 20_000


def entrypoint() -> None:
    """Runs the command: text is UTF-8 in any locale, names of files keep their bytes, and being stopped is no bug.

    SIGTERM and SIGHUP stop it as Ctrl+C does, so that nothing half-written is left behind.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]  # real streams can
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        # Imported here, so that stopping the command while it loads is no traceback either.
        from areasend.cli import main

        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_PIPE_CLOSED)
    except KeyboardInterrupt:
        print("areasend: stopped", file=sys.stderr)
        sys.exit(_INTERRUPTED)


def _stop(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    entrypoint()
