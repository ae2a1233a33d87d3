"""Column A above a table (SS29): title, what is on the sheet, notes, shorthand, source, link back to the contents."""

import re
from collections.abc import Iterator

from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.layout import Layout, Role
from areasend.check.workbook.link_targets import link_target
from areasend.check.workbook.model import Cell
from areasend.check.workbook.points.notes import MARKER
from areasend.check.workbook.report import Place

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NOTES_LINE = re.compile(r"\bnotes\b", re.IGNORECASE)
_SHORTHAND_LINE = re.compile(r"\[(?:[cxzupreb]|low)\]")
_SOURCE_LINE = re.compile(r"sources?\b", re.IGNORECASE)
_KINDS = ("the notes sentence", "the shorthand", "the source", "the link to the contents")


def column_a(evidence: Evidence) -> Verdict:
    """SS29."""
    return judged(found for layout in evidence.beside_cover() for found in _faults(evidence, layout))


def _faults(evidence: Evidence, layout: Layout) -> Iterator[Place]:
    if not layout.sheet.text(0, 0):
        yield place(layout.name, "A1", "no title", "write the title of the sheet in A1")
    yield from _second_line(layout)
    above = list(layout.above())
    for cell in above:
        if cell.column and layout.block is not None:
            yield place(layout.name, cell.name, quoted(cell.text), "write it in column A, a line of its own")
    kinds = [(_kind(evidence, cell), cell) for cell in above if cell.column == 0 and cell.row > 1]
    yield from _missing_lines(evidence, layout, {kind for kind, _ in kinds})
    yield from _disorder(layout, kinds)


def _second_line(layout: Layout) -> Iterator[Place]:
    count = max(len(layout.sheet.tables), 1)
    number = _NUMBERS[count] if count < len(_NUMBERS) else "several"
    wanted = f"This worksheet contains {number} table{'' if count == 1 else 's'}"
    text = layout.sheet.text(1, 0)
    if re.match(rf"{wanted}\b", text) is None:
        found = quoted(text) if text else "an empty cell"
        yield place(layout.name, "A2", found, f'begin with "{wanted}", the number as a word')


def _kind(evidence: Evidence, cell: Cell) -> int | None:
    """Position in the order wanted; None for a free line, which may stand anywhere."""
    if any(_leads_to_contents(evidence, link.target) for link in cell.links):
        return 3
    if _SOURCE_LINE.match(cell.text):
        return 2
    if _SHORTHAND_LINE.search(cell.text):
        return 1
    return 0 if _NOTES_LINE.search(cell.text) else None


def _leads_to_contents(evidence: Evidence, target: str) -> bool:
    contents, found = evidence.first(Role.CONTENTS), link_target(evidence.workbook, target)
    return contents is not None and found is not None and found.sheet == contents.name


def _missing_lines(evidence: Evidence, layout: Layout, kinds: set[int | None]) -> Iterator[Place]:
    contents = evidence.first(Role.CONTENTS)
    if layout.role is not Role.CONTENTS and contents is not None and 3 not in kinds:
        remedy = f"write a link to #{contents.name}.A1 in column A above the table"
        yield place(layout.name, "A2", "no link back to the contents above the table", remedy)
    marked = any(MARKER.search(cell.text) for cell in layout.sheet.cells.values())
    if layout.role is Role.TABLE and marked and 0 not in kinds:
        remedy = "write that some cells refer to notes, which stand on the Notes sheet"
        yield place(layout.name, "A2", "note markers, but no sentence about notes above the table", remedy)


def _disorder(layout: Layout, kinds: list[tuple[int | None, Cell]]) -> Iterator[Place]:
    latest = 0
    for kind, cell in kinds:
        if kind is None:
            continue
        if kind < latest:
            yield place(layout.name, cell.name, f"{_KINDS[kind]} after {_KINDS[latest]}", "swap the two lines")
        latest = max(latest, kind)
