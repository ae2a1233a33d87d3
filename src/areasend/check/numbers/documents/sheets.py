"""Workbooks as documents: the tables of each sheet with the lines around them, and the sheet of notes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from areasend.check.errors import PublicationUnreadable, WorkbookUnreadable
from areasend.check.numbers.documents.model import Document, MarkKind, Note, Passage, Role, Table
from areasend.check.numbers.documents.sheet_formulas import kept_results
from areasend.check.numbers.documents.sheet_tables import SheetReader
from areasend.check.workbook.checking import read_workbook
from areasend.check.workbook.model import Workbook

_LABEL = re.compile(r"\[?(?:(?:foot|end)?note)?\s*([0-9]{1,3}|[a-z])\]?", re.IGNORECASE)


def read_sheets(path: Path, file: str) -> Document:
    """Reads an ODS or XLSX workbook, hidden sheets and rows left out. Raises `PublicationUnreadable`."""
    try:
        workbook = read_workbook(path)
        results = kept_results(path, workbook)
    except WorkbookUnreadable as error:
        raise PublicationUnreadable(
            rule=error.rule, found=error.found, where=error.where, remedy=error.remedy
        ) from error
    ids = count()
    blocks: list[Passage | Table] = []
    notes: list[Note] = []
    for block in _blocks(workbook, results, file, ids):
        listed = _notes(block) if isinstance(block, Table) else ()
        notes.extend(listed)
        if not listed:
            blocks.append(block)
    return Document(file=file, title=workbook.properties.title, blocks=tuple(blocks), notes=tuple(notes))


def _blocks(
    workbook: Workbook, results: Mapping[str, Mapping[tuple[int, int], str]], file: str, ids: "count[int]"
) -> Iterator[Passage | Table]:
    for sheet in workbook.sheets:
        if not sheet.hidden:
            yield from SheetReader(file, sheet, ids, results.get(sheet.name, {})).blocks()


def _notes(table: Table) -> Sequence[Note]:
    """The notes in a table whose first column has nothing but their labels, under a header that says so."""
    if "note" not in table.header[0].text.casefold() or len(table.header) < 2:
        return ()
    labels = [_label(row[0]) for row in table.rows]
    if not all(labels):
        return ()
    return [
        Note(label=label, passage=_joined(row[1:]))
        for label, row in zip(labels, table.rows, strict=True)
        if any(cell.text for cell in row[1:])
    ]


def _label(cell: Passage) -> str:
    marked = cell.marked(MarkKind.FOOTNOTE)
    if marked and not cell.text:
        return marked[0].value
    found = _LABEL.fullmatch(cell.text)
    return found[1] if found else ""


def _joined(cells: Sequence[Passage]) -> Passage:
    """A note in several columns, such as its text and what it belongs to, as one."""
    filled = [cell for cell in cells if cell.text]
    return replace(filled[0], role=Role.NOTE, text=" ".join(cell.text for cell in filled), marks=())
