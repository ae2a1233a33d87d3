"""What a command says of itself while it works."""

import sys


def progress(step: str) -> None:
    """The step under way, on a terminal only; an empty step clears the line."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{step}{'…' if step else ''}")
        sys.stderr.flush()
