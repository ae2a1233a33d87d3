"""`python -m areasend` and the command `areasend`."""

import os
import sys

from areasend.cli import main


def entrypoint() -> None:
    """Runs the command: text is UTF-8 in any locale, names of files keep their bytes, a closed pipe is no error."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]  # real streams have it
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    entrypoint()
