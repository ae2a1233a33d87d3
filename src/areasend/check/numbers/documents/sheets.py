"""Workbooks as documents: the tables of each sheet, with the lines above and below them. The line is the row.

A table is what the file marks as one, or what looks like one: rows without a gap from one with at least two filled
cells on. Other cells are passages; the first of a sheet is its heading, as the Government Analysis Function asks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

from areasend.check.errors import PublicationUnreadable, WorkbookUnreadable
from areasend.check.numbers.documents.limits import MAX_CELLS, refuse_above
from areasend.check.numbers.documents.model import Document, Passage, Role
from areasend.check.numbers.documents.model import Table as ReadTable
from areasend.check.numbers.documents.tables import make_table, unmarked_header_rows
from areasend.check.workbook.addresses import Block as Range
from areasend.check.workbook.addresses import cell_name
from areasend.check.workbook.checking import read_workbook
from areasend.check.workbook.model import Cell, Kind, Sheet, Table


def read_sheets(path: Path, file: str) -> Document:
    """Reads an ODS or XLSX workbook. Raises `PublicationUnreadable`."""
    try:
        workbook = read_workbook(path)
    except WorkbookUnreadable as error:
        raise PublicationUnreadable(
            rule=error.rule, found=error.found, where=error.where, remedy=error.remedy
        ) from error
    ids = count()
    sheets = [sheet for sheet in workbook.sheets if not sheet.hidden]
    blocks = [block for sheet in sheets for block in _SheetReader(file, sheet, ids).blocks()]
    return Document(file=file, title=workbook.properties.title, blocks=tuple(blocks))


@dataclass(slots=True, eq=False)
class _Cell:
    shown: str
    file: str
    sheet: str
    row: int
    column: int

    def passage(self, number: int, role: Role, level: int = 0) -> Passage:
        return Passage(
            id=number,
            role=role,
            text=self.shown,
            file=self.file,
            lines=((0, self.row + 1),),
            level=level,
            sheet=self.sheet,
            cell=cell_name(self.row, self.column),
        )


class _SheetReader:
    """Reads one sheet; `ids` goes on through all sheets of a file."""

    def __init__(self, file: str, sheet: Sheet, ids: "count[int]") -> None:
        self._file = file
        self._name = sheet.name
        self._ids = ids
        self._rows = self._filled(sheet)
        self._marked = {table.block.first_row: table for table in sheet.tables}

    def blocks(self) -> Iterator[Passage | ReadTable]:
        title: Passage | None = None
        numbers = sorted(self._rows)
        at = 0
        while at < len(numbers):
            taken = self._taken(numbers, at)
            if taken:
                yield self._table(numbers[at : at + taken], title)
                at, title = at + taken, None
                continue
            for cell in self._rows[numbers[at]].values():
                heads = at == 0
                read = cell.passage(next(self._ids), Role.HEADING if heads else Role.PARAGRAPH, int(heads))
                title = title or read
                yield read
            at += 1

    def _filled(self, sheet: Sheet) -> Mapping[int, dict[int, _Cell]]:
        """The cells that show something, by row and column; a merged cell stands in each of its places."""
        rows: dict[int, dict[int, _Cell]] = {}
        hidden = {row for first, last in sheet.hidden_rows for row in range(first, min(last, first + MAX_CELLS) + 1)}
        for (row, column), cell in sheet.cells.items():
            shown = _shown(cell)
            if shown and row not in hidden:
                rows.setdefault(row, {})[column] = _Cell(shown, self._file, self._name, row, column)
        self._spread(rows, sheet.merged)
        return rows

    def _spread(self, rows: dict[int, dict[int, _Cell]], merged: Sequence[Range]) -> None:
        where = f"{self._file}, {self._name}"
        total = 0
        for block in merged:
            cell = rows.get(block.first_row, {}).get(block.first_column)
            alone = cell is None or len(rows[block.first_row]) == 1
            if cell is None or alone:
                continue
            total += block.size
            refuse_above(MAX_CELLS, total, what="merged cells in a sheet", where=where)
            for row in range(block.first_row, block.last_row + 1):
                for column in range(block.first_column, block.last_column + 1):
                    rows.setdefault(row, {}).setdefault(column, cell)

    def _taken(self, numbers: Sequence[int], at: int) -> int:
        """How many rows from here on are a table, 0 for none."""
        first = numbers[at]
        marked = self._marked.get(first)
        if marked is not None:
            return sum(
                1 for number in numbers[at : at + marked.block.last_row - first + 1] if number <= marked.block.last_row
            )
        if len(self._rows[first]) < 2:
            return 0
        end = at + 1
        while end < len(numbers) and numbers[end] == numbers[end - 1] + 1 and numbers[end] not in self._marked:
            end += 1
        while len(self._rows[numbers[end - 1]]) < 2:
            end -= 1
        return end - at

    def _table(self, numbers: Sequence[int], title: Passage | None) -> ReadTable:
        columns = sorted({column for number in numbers for column in self._rows[number]})
        width = columns[-1] - columns[0] + 1
        refuse_above(MAX_CELLS, width * len(numbers), what="cells in a table", where=f"{self._file}, {self._name}")
        grid = [
            [
                self._rows[number].get(column) or _Cell("", self._file, self._name, number, column)
                for column in range(columns[0], columns[-1] + 1)
            ]
            for number in numbers
        ]
        return make_table(
            grid,
            header_rows=_header_rows(grid, self._marked.get(numbers[0])),
            labels=None,
            caption=title,
            name=self._name,
            ids=lambda: next(self._ids),
        )


def _header_rows(grid: Sequence[Sequence[_Cell]], marked: Table | None) -> int:
    """How many rows are the header: those that the file marks, or those that read like one."""
    if marked is not None and marked.header:
        return min(max(1, len(marked.header_rows)), len(grid))
    return unmarked_header_rows(grid)


def _shown(cell: Cell) -> str:
    """The text of a cell as a reader of the sheet has it; dates by the calendar (ISO 8601)."""
    if cell.kind is Kind.DATE and isinstance(cell.value, datetime | date):
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        return day.isoformat()
    text = " ".join(cell.text.split())
    if cell.kind is Kind.PERCENTAGE and isinstance(cell.value, float) and "%" not in text:
        return f"{(Decimal(repr(cell.value)) * 100).normalize():f}%"
    return text
