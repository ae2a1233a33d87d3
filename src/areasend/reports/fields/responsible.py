"""Responsible bodies: a cell that names several, taken apart in order."""

import re

# A name ends with one of these before a comma or "and" that leads to the next name; inside a name they stand too.
_ENDS = r"Council|Authority|Board|ICBs?|\([A-Z&]{2,8}\)|Trusts?|Partnership|Service|First|leaders|Company|Limited"
_BETWEEN = r"\s*(?:;|,\s+and\b|,|\band\b|&)\s+"
_NEXT = re.compile(rf"(?<=\S){_BETWEEN}(?=(?:the\s+)?NHS\b)|\b(?P<end>(?:{_ENDS})){_BETWEEN}(?=\S)")


def bodies_in(cell: str) -> tuple[str, ...]:
    """The bodies that a cell names, as printed, in order; names with "and" or commas inside stay whole."""
    bodies, start = [], 0
    for match in _NEXT.finditer(cell):
        end = match.end("end") if match.group("end") else match.start()
        bodies.append(cell[start:end])
        start = match.end()
    bodies.append(cell[start:])
    return tuple(name for body in bodies if (name := body.strip(" ,;.")))
