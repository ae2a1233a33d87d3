"""Shorthand instead of symbols (SS19), each explained above the table that uses it.

Source of the letters: Government Analysis Function, "Symbols in tables"; `[low]` is its word for rounded to zero.
"""

import re
from collections.abc import Iterator

from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.layout import Layout, Role
from areasend.check.workbook.model import Cell
from areasend.check.workbook.report import Place

AGREED = frozenset({"c", "x", "z", "u", "low", "p", "r", "e", "b"})
_SHORTHAND = re.compile(r"\[([A-Za-z]{1,4})\]")
_WORDLESS = re.compile(r"[^\w]+|_+")
_NOT_VALUES = frozenset({"n/a", "na", "#n/a", "nan", "nil", "null", "none", "tbc"})


def agreed_shorthand(evidence: Evidence) -> Verdict:
    """SS19."""
    places = []
    for sheet, cell in evidence.cells():
        text = cell.text.strip()
        if text and _WORDLESS.fullmatch(text):
            remedy = "write a shorthand such as [x] or [z]"
            places.append(place(sheet.name, cell.name, f"only symbols {quoted(text)}", remedy))
    for layout in evidence.with_role(Role.TABLE):
        places.extend(_shorthand_faults(layout))
    return judged(places)


def _shorthand_faults(layout: Layout) -> Iterator[Place]:
    explained = {found.lower() for cell in layout.above() for found in _explained(cell)}
    for cell in (*layout.headers(), *layout.body()):
        if cell.text.strip().casefold() in _NOT_VALUES:
            yield place(layout.name, cell.name, quoted(cell.text), "write [x] (not available) or [z] (not applicable)")
        for match in _SHORTHAND.finditer(cell.text):
            if match[1] not in AGREED:
                remedy = f"use one of {', '.join(f'[{short}]' for short in sorted(AGREED))}"
                yield place(layout.name, cell.name, f"shorthand {match[0]}", remedy)
            elif match[1] not in explained:
                remedy = f"say above the table what {match[0]} means"
                yield place(layout.name, cell.name, f"{match[0]} without an explanation on this sheet", remedy)


def _explained(cell: Cell) -> list[str]:
    """An explanation is the shorthand and at least two words beside it."""
    shorts = _SHORTHAND.findall(cell.text)
    return shorts if len(_SHORTHAND.sub(" ", cell.text).split()) >= 2 else []
