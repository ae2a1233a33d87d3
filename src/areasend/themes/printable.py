"""Which text can stand in every file and on every page: no control characters, nothing that XML cannot hold."""

import re

# Also what turns the text behind it round.
_UNPRINTABLE = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def is_printable(text: str) -> bool:
    """Whether the text has nothing but letters, signs, spaces and line feeds.

    >>> is_printable("Two\\nlines"), is_printable("a\\x07b")
    (True, False)
    """
    return _UNPRINTABLE.search(text) is None


__all__ = ["is_printable"]
