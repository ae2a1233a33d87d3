"""How words of a programme file are compared, and which known one is nearest to an unknown one."""

import re
from collections.abc import Iterable
from difflib import get_close_matches


def spelt(text: str) -> str:
    """A name as it is compared: small letters and digits, "and" for "&".

    >>> spelt("Stockton-on-Tees &  Redcar")
    'stockton on tees and redcar'
    """
    return " ".join(re.findall(r"\w+", text.casefold().replace("&", " and ")))


def nearest(text: str, known: Iterable[str]) -> str:
    """What was probably meant, as the end of a remedy: ` (did you mean Kent?)`; empty if nothing is near."""
    by_spelling = {spelt(name): name for name in known}
    close = get_close_matches(spelt(text), list(by_spelling), n=1)
    return f" (did you mean {by_spelling[close[0]]}?)" if close else ""
