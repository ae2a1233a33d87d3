"""Notes: SS11 to SS14. A marker is `[note 1]`; its text stands on the sheet called Notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.layout import Layout, Role
from areasend.check.workbook.model import Cell
from areasend.check.workbook.report import Place

MARKER = re.compile(r"\[note ([0-9]{1,6})\]")
# Anything a reader would take for a note marker: [1], [n2], [Note 3], (note 4), [notes 1, 2], [note1].
_MARKER_LIKE = re.compile(
    r"\[\s*(?:(?:foot)?notes?|fn|n)?\.?:?\s*\d+(?:\s*(?:,|;|and|&|to|-)\s*\d+)*\s*\]"
    r"|\(\s*(?:foot)?notes?\.?:?\s*\d+(?:\s*(?:,|;|and|&|to|-)\s*\d+)*\s*\)",
    re.IGNORECASE,
)
_SYMBOLS = tuple("*†‡§¶¹²³⁴⁵⁶⁷⁸⁹")
_SYMBOL_AT_END = re.compile(rf"\w[)\]]?\s?(?P<symbol>[{''.join(_SYMBOLS)}]+)$")
# Symbols are looked for among the last characters of a cell only, whatever its length.
LONGEST_MARKER = 30
_UNIT = re.compile(r"\b[kcm]?m[²³]$")
_ID = re.compile(r"\[?\s*note\s+([0-9]{1,6})\s*\]?|([0-9]{1,6})", re.IGNORECASE)
_TEXT_HEADER = re.compile(r"\b(text|description|explanation)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    number: int
    cell: Cell
    text: str


def no_symbols(evidence: Evidence) -> Verdict:
    """SS11."""
    places = []
    remedy = "write [note 1] and put the note on the Notes sheet"
    for sheet, cell in evidence.cells():
        end = cell.text[-LONGEST_MARKER:]
        symbol = _SYMBOL_AT_END.search(end) if end.endswith(_SYMBOLS) else None
        if symbol and not _UNIT.search(end):
            places.append(place(sheet.name, cell.name, f"{quoted(symbol['symbol'])} after {quoted(cell.text)}", remedy))
        raised = [cell.text] if cell.look.raised else [run.text for run in cell.runs if run.look.raised]
        places.extend(place(sheet.name, cell.name, f"raised or lowered text {quoted(text)}", remedy) for text in raised)
    return judged(places)


def word_note(evidence: Evidence) -> Verdict:
    """SS12. The first column of the Notes table may number its notes as it likes."""
    places = []
    for layout in evidence.layouts:
        for cell in layout.sheet.cells.values():
            if layout.role is Role.NOTES and cell.column == 0:
                continue
            for match in _MARKER_LIKE.finditer(cell.text):
                if MARKER.fullmatch(match[0]) is None:
                    places.append(place(layout.name, cell.name, f"marker {match[0]!r}", "write it as [note 1]"))
    return judged(places)


def not_in_data(evidence: Evidence) -> Verdict:
    """SS13."""
    places = []
    for layout in evidence.with_role(Role.TABLE):
        for cell in layout.body():
            header = MARKER.sub("", layout.header_text(cell.column)).lower()
            if MARKER.search(cell.text) and "note" not in header:
                remedy = "move the marker to the title, the header or a notes column"
                places.append(place(layout.name, cell.name, f"a marker in a data cell {quoted(cell.text)}", remedy))
    return judged(places)


def on_notes_sheet(evidence: Evidence) -> Verdict:
    """SS14."""
    notes = evidence.first(Role.NOTES)
    uses = list(_uses(evidence))
    if notes is None:
        remedy = "add a sheet called Notes with a table of the notes"
        return judged(
            place(layout.name, cell.name, f"[note {n}] without a Notes sheet", remedy) for layout, cell, n in uses
        )
    defined = list(_defined(notes))
    known = {note.number for note in defined}
    places = [
        place(layout.name, cell.name, f"[note {number}], which the Notes sheet does not have", "write the note")
        for layout, cell, number in uses
        if number not in known
    ]
    places.extend(_order_faults(uses))
    places.extend(_definition_faults(notes, defined, {number for _, _, number in uses}))
    return judged(places)


def _uses(evidence: Evidence) -> Iterator[tuple[Layout, Cell, int]]:
    """Markers in reading order. The contents repeat the titles, so a marker there is no use of its own."""
    for layout in evidence.with_role(Role.COVER, Role.TABLE):
        for cell in layout.sheet.cells.values():
            for match in MARKER.finditer(cell.text):
                yield layout, cell, int(match[1])


def _order_faults(uses: list[tuple[Layout, Cell, int]]) -> Iterator[Place]:
    seen: set[int] = set()
    for layout, cell, number in uses:
        if number not in seen:
            seen.add(number)
            if number != len(seen):
                found = f"[note {number}] as number {len(seen)} in order of first use"
                yield place(layout.name, cell.name, found, "number the notes in the order they are first used")


def _defined(notes: Layout) -> Iterator[Note]:
    columns = notes.used_columns()
    first = columns.start if columns else 0
    texts = [column for column in columns if column > first and _TEXT_HEADER.search(notes.header_text(column))]
    text_column = texts[0] if texts else first + 1
    for cell in notes.body():
        match = _ID.fullmatch(cell.text.strip())
        if cell.column == first and match is not None:
            text = " ".join(notes.sheet.text(cell.row, text_column).split())
            yield Note(number=int(match[1] or match[2]), cell=cell, text=text)


def _definition_faults(notes: Layout, defined: list[Note], used: set[int]) -> Iterator[Place]:
    numbers: dict[int, str] = {}
    meanings: dict[str, int] = {}
    for note in defined:
        name = note.cell.name
        if note.number in numbers:
            found = f"note {note.number} again (first in {numbers[note.number]})"
            yield place(notes.name, name, found, "give each note its own number")
        if note.number not in used:
            yield place(notes.name, name, f"note {note.number}, which no sheet uses", "delete the note or mark its use")
        if not note.text:
            yield place(notes.name, name, f"note {note.number} without a text", "write the note")
        elif meanings.get(note.text, note.number) != note.number:
            found = f"the text of note {meanings[note.text]} again as note {note.number}"
            yield place(notes.name, name, found, "use one number for one note")
        numbers.setdefault(note.number, name)
        meanings.setdefault(note.text, note.number)
