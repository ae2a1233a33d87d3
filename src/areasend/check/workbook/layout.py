"""What each sheet is for and where its table stands: the cover, the contents, the notes, or a table.

Roles go by the sheet's name, as the Analysis Function's examples name them. The table of a sheet is the range the file
marks up; where a stranger marks up nothing, the block that a reader would take for the table is found by scanning.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from areasend.check.workbook.addresses import Block, cell_name
from areasend.check.workbook.model import Cell, Sheet, Table, Workbook


class Role(Enum):
    COVER = "cover"
    CONTENTS = "contents"
    NOTES = "notes"
    TABLE = "table"


_ROLES = (
    (re.compile(r"(the )?(cover|title)( ?(sheet|page))?"), Role.COVER),
    (re.compile(r"(table of )?contents( ?page| ?sheet)?|index"), Role.CONTENTS),
    (re.compile(r"(foot)?notes?( ?sheet)?"), Role.NOTES),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    sheet: Sheet
    role: Role
    block: Block | None  # header row to last row; None where the sheet has no table
    scanned: Block | None  # what the cells themselves look like, whatever is marked up
    rows: Mapping[int, tuple[Cell, ...]]

    @property
    def name(self) -> str:
        return self.sheet.name

    @property
    def header_row(self) -> int | None:
        return None if self.block is None else self.block.first_row

    def above(self) -> Iterator[Cell]:
        """Cells above the table; the whole sheet where there is none."""
        for row, cells in self.rows.items():
            if self.block is None or row < self.block.first_row:
                yield from cells

    def headers(self) -> Iterator[Cell]:
        if self.block is not None:
            yield from self._inside(self.block.first_row)

    def body(self) -> Iterator[Cell]:
        if self.block is not None:
            for row in self.rows:
                if self.block.first_row < row <= self.block.last_row:
                    yield from self._inside(row)

    def header_text(self, column: int) -> str:
        return "" if self.block is None else self.sheet.text(self.block.first_row, column)

    def used_columns(self) -> range:
        """Columns of the table, as far as anything is written in it."""
        if self.block is None:
            return range(0)
        widest = max((cells[-1].column for cells in self.rows.values()), default=-1)
        return range(self.block.first_column, min(self.block.last_column, widest) + 1)

    def _inside(self, row: int) -> Iterator[Cell]:
        block = self.block
        for cell in self.rows.get(row, ()):
            if block is not None and block.first_column <= cell.column <= block.last_column:
                yield cell

    def start_cell(self) -> str:
        return "A1" if self.block is None else cell_name(self.block.first_row, self.block.first_column)


def lay_out(workbook: Workbook) -> tuple[Layout, ...]:
    return tuple(_sheet_layout(sheet) for sheet in workbook.sheets)


def role_of(name: str) -> Role:
    plain = name.strip().lower().replace("_", " ").replace("-", " ")
    for pattern, role in _ROLES:
        if pattern.fullmatch(plain):
            return role
    return Role.TABLE


def _sheet_layout(sheet: Sheet) -> Layout:
    rows = _rows(sheet)
    role = role_of(sheet.name)
    marked: Table | None = sheet.tables[0] if sheet.tables else None
    scanned = None if role is Role.COVER and marked is None else _scanned(rows, marked)
    return Layout(sheet=sheet, role=role, block=marked.block if marked else scanned, scanned=scanned, rows=rows)


def _rows(sheet: Sheet) -> dict[int, tuple[Cell, ...]]:
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sheet.cells.items():
        if cell.text.strip() or cell.formula:
            rows.setdefault(row, []).append(cell)
    return {row: tuple(rows[row]) for row in sorted(rows)}


def _scanned(rows: Mapping[int, tuple[Cell, ...]], marked: Table | None) -> Block | None:
    """First row with two filled cells, down to the first empty row outside what is marked up."""
    wide = next((row for row, cells in rows.items() if len(cells) > 1), None)
    if wide is None:
        wide = marked.block.first_row if marked and marked.block.first_row in rows else None
    if wide is None:
        return None
    last = wide
    while last + 1 in rows or (marked is not None and marked.block.first_row <= last < marked.block.last_row):
        last += 1
        if last > max(rows):
            break
    inside = [cells for row, cells in rows.items() if wide <= row <= last]
    last = max(row for row in rows if row <= last)
    columns = [cell.column for cells in inside for cell in cells]
    return Block(wide, min(columns), last, max(columns))
