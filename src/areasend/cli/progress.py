"""What a command says of itself while it works."""

import sys


def progress(step: str) -> None:
    """The step under way, on a terminal only; an empty step clears the line."""
    if sys.stderr is not None and sys.stderr.isatty():
        # What does not fit the terminal is cut off: a line that runs on into a second could not be cleared.
        sys.stderr.write(f"\r\033[K\033[?7l{step}{'…' if step else ''}\033[?7h")
        sys.stderr.flush()
