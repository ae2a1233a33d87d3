"""One sheet of a workbook: which of its rows are tables, and what stands around them. The line is the row.

A table is what the file marks as one, or what looks like one: rows without a gap from one with at least two filled
cells on. Other cells are passages; the first of a sheet is its heading, as the Government Analysis Function asks.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import count

from areasend.check.numbers.documents.limits import MAX_CELLS, refuse_above
from areasend.check.numbers.documents.model import Passage, Role
from areasend.check.numbers.documents.model import Table as ReadTable
from areasend.check.numbers.documents.tables import PlainCell, is_title, make_table, unmarked_header_rows
from areasend.check.workbook.addresses import Block as Range
from areasend.check.workbook.addresses import cell_name
from areasend.check.workbook.model import Cell, Kind, Sheet, Table


class _Spans:
    """Rows from one to another, possibly a million of them, possibly many times."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        for first, last in sorted(spans):
            self._firsts.append(first)
            self._lasts.append(max(last, self._lasts[-1]) if self._lasts else last)

    def hold(self, row: int) -> bool:
        place = bisect_right(self._firsts, row)
        return place > 0 and row <= self._lasts[place - 1]

    def next_outside(self, row: int) -> int:
        """The first row from this one on that is in none of them."""
        place = bisect_right(self._firsts, row)
        while place > 0 and row <= self._lasts[place - 1]:
            row = self._lasts[place - 1] + 1
            place = bisect_right(self._firsts, row)
        return row


class SheetReader:
    """Reads one sheet; `ids` goes on through all sheets, `results` are what its formulas show."""

    def __init__(self, file: str, sheet: Sheet, ids: "count[int]", results: Mapping[tuple[int, int], str]) -> None:
        self._file = file
        self._name = sheet.name
        self._ids = ids
        self._hidden = _Spans(sheet.hidden_rows)
        self._rows = self._filled(sheet, results)
        self._numbers = sorted(self._rows)
        self._marked = {table.block.first_row: table for table in sheet.tables}

    def blocks(self) -> Iterator[Passage | ReadTable]:
        """What stands in the sheet, from the top; a table takes its title from the lines above it."""
        above: list[Passage] = []
        first = True
        at = 0
        while at < len(self._numbers):
            taken = self._taken(at)
            if taken:
                yield self._table(self._numbers[at : at + taken], _title(above, first))
                above, first = [], False
            for cell in () if taken else self._rows[self._numbers[at]].values():
                heads = at == 0
                above.append(cell.passage(next(self._ids), Role.HEADING if heads else Role.PARAGRAPH, int(heads)))
                yield above[-1]
            at += taken or 1

    def _filled(self, sheet: Sheet, results: Mapping[tuple[int, int], str]) -> Mapping[int, dict[int, PlainCell]]:
        """The cells that show something, by row and column; a merged cell stands in each of its places."""
        rows: dict[int, dict[int, PlainCell]] = {}
        for (row, column), cell in sheet.cells.items():
            shown = results.get((row, column)) or _shown(cell)
            if shown and not self._hidden.hold(row):
                rows.setdefault(row, {})[column] = self._cell(shown, row, column)
        self._spread(rows, sheet.merged)
        return rows

    def _cell(self, shown: str, row: int, column: int) -> PlainCell:
        address = cell_name(row, column)
        return PlainCell(shown=shown, file=self._file, line=row + 1, cell=address, sheet=self._name)

    def _spread(self, rows: dict[int, dict[int, PlainCell]], merged: Sequence[Range]) -> None:
        total = 0
        for block in merged:
            beside = rows.get(block.first_row, {})
            cell = beside.get(block.first_column)
            if cell is None or len(beside) == 1:
                continue
            total += block.size
            refuse_above(MAX_CELLS, total, what="merged cells in a sheet", where=f"{self._file}, {self._name}")
            for row in range(block.first_row, block.last_row + 1):
                for column in range(block.first_column, block.last_column + 1):
                    rows.setdefault(row, {}).setdefault(column, cell)

    def _taken(self, at: int) -> int:
        """How many rows from here on are a table, 0 for none."""
        numbers = self._numbers
        marked = self._marked.get(numbers[at])
        if marked is not None:
            return bisect_right(numbers, marked.block.last_row) - at
        if len(self._rows[numbers[at]]) < 2:
            return 0
        end = at + 1
        while end < len(numbers) and self._goes_on(numbers[end - 1], numbers[end]):
            end += 1
        while len(self._rows[numbers[end - 1]]) < 2:
            end -= 1
        return end - at

    def _goes_on(self, row: int, below: int) -> bool:
        """Whether a row stands right below another for those who see the sheet, in no other table."""
        return below == self._hidden.next_outside(row + 1) and below not in self._marked

    def _table(self, numbers: Sequence[int], title: Passage | None) -> ReadTable:
        filled = sorted({column for number in numbers for column in self._rows[number]})
        columns = range(filled[0], filled[-1] + 1)
        where = f"{self._file}, {self._name}"
        refuse_above(MAX_CELLS, len(columns) * len(numbers), what="cells in a table", where=where)
        grid = [
            [self._rows[number].get(column) or self._cell("", number, column) for column in columns]
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


def _title(above: Sequence[Passage], first: bool) -> Passage | None:
    """What calls itself a title; else the heading of the sheet for its first table, the line above for another."""
    called = [passage for passage in above if is_title(passage.text)]
    if called:
        return called[-1]
    return None if not above else above[0] if first else above[-1]


def _header_rows(grid: Sequence[Sequence[PlainCell]], marked: Table | None) -> int:
    """How many rows are the header: those that the file marks, or those that read like one."""
    if marked is not None and marked.header:
        return min(max(1, len(marked.header_rows)), len(grid))
    return unmarked_header_rows(grid)


def _shown(cell: Cell) -> str:
    """The text of a cell as a reader of the sheet has it; dates by the calendar (ISO 8601)."""
    if cell.kind is Kind.DATE and isinstance(cell.value, datetime | date):
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        return day.isoformat()
    if cell.formula and cell.text == cell.formula:
        return ""
    text = " ".join(cell.text.split())
    if cell.kind is Kind.PERCENTAGE and isinstance(cell.value, float) and "%" not in text:
        return f"{(Decimal(repr(cell.value)) * 100).normalize():f}%"
    return text
