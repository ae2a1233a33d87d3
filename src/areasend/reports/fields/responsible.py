"""Responsible bodies: a cell that names several, taken apart in order."""

import re
from functools import lru_cache

from areasend.reports.fields.boards import printed_board
from areasend.reports.layout.running_on import BULLETS

# A name ends with one of these before a comma or "and" that leads to the next name; inside a name they stand too.
_ENDS = (
    r"(?:\b(?:Council|Authority|Board|ICBs?|Trusts?|Partnership|Service|First|leaders|Company|Limited)|\([A-Z&]{2,8}\))"
)
_UNENDED = re.compile(r"(?:[,;/&]|\b(?:and|of|the|for|on|upon|with))$", re.IGNORECASE)
_ENDING = re.compile(r"(?:and\b|&|\(|(?:Integrated\s+)?(?:Care\s+)?(?:Board|Council|Authority|ICB|Trust)\b)")
_BETWEEN = r"\s*(?:,\s*and\b|,|\band\b|&)\s+"


def bodies_in(cell: str) -> tuple[str, ...]:
    """The bodies that a cell names, as printed, in order; names with "and" or commas inside stay whole."""
    bodies, start = [], 0
    for match in _next_name().finditer(cell):
        end = match.end("end") if match.group("end") else match.start()
        bodies.append(cell[start:end])
        start = match.end()
    bodies.append(cell[start:])
    return tuple(name for body in bodies if (name := body.strip(" ,.")))


def named_over(before: str, after: str) -> bool:
    """Whether a line that ends with `before` and one that begins with `after` can only be parts of one name or list."""
    return _UNENDED.search(before) is not None or _ENDING.match(after) is not None


@lru_cache(maxsize=1)
def _next_name() -> re.Pattern[str]:
    """What stands between two names: a semicolon, a bullet, or what leads to a board's name or on from a name's end.

    Names on lines of their own may have nothing between them.
    """
    board = rf"(?:the\s+)?(?:NHS\b|{printed_board()})"
    return re.compile(
        rf"\s*[;{BULLETS}](?:\s*and\b)?\s*|(?<=\S){_BETWEEN}(?={board})|(?P<end>{_ENDS})(?:{_BETWEEN}(?=\S)|\s+(?={board}))"
    )
