"""Cells of one ODS sheet, with repetition expanded only where there is something to see.

LibreOffice ends a sheet with a row repeated a million times and a cell repeated 16,000 times. Those stay counts: only
cells with text, a value or a formula are built, and empty ones with a border or a fill become one `Blank` run.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from areasend.check.workbook.addresses import Block, cell_name
from areasend.check.workbook.model import Blank, Cell, Columns, Drawing
from areasend.check.workbook.ods.drawings import drawings_in
from areasend.check.workbook.ods.names import OFFICE, STYLE, TABLE, TEXT
from areasend.check.workbook.ods.styles import Styles, length_cm
from areasend.check.workbook.ods.text import cell_text
from areasend.check.workbook.ods.values import typed_value

MAX_CELLS = 1_000_000
_CELL = f"{TABLE}table-cell"
_COVERED = f"{TABLE}covered-table-cell"
_PARAGRAPH = f"{TEXT}p"
_VALUE_TYPE = f"{OFFICE}value-type"
_FORMULA = f"{TABLE}formula"
_COLUMNS_SPANNED = f"{TABLE}number-columns-spanned"
_ROWS_SPANNED = f"{TABLE}number-rows-spanned"
_ROW_GROUPS = {f"{TABLE}{name}" for name in ("table-header-rows", "table-row-group", "table-rows")}
_COLUMN_GROUPS = {f"{TABLE}{name}" for name in ("table-header-columns", "table-column-group", "table-columns")}
_HIDDEN = {"collapse", "filter"}
# 12 point Arial in a column LibreOffice makes by default.
DEFAULT_WIDTH_CM = 2.258


class TooManyCells(Exception):
    """The sheet claims more filled cells than a reader should build."""


@dataclass(kw_only=True, slots=True)
class Grid:
    """What has been read of a sheet so far; the reader copies it into the frozen model."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    blanks: list[Blank] = field(default_factory=list)
    columns: list[Columns] = field(default_factory=list)
    column_styles: list[tuple[int, int, str]] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    header_rows: list[int] = field(default_factory=list)
    merged: list[Block] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    conditional: list[str] = field(default_factory=list)


def read_grid(table: Element, styles: Styles) -> Grid:
    grid = Grid()
    _read_columns(table, styles, grid)
    row = 0
    for element, header in _rows(table, False):
        row = _read_row(element, row, header, styles, grid)
    if any(repeated(element, "rows") > 1 for element, _ in _rows(table, False)):
        # A repeated row is built cell by cell; reading order is row by row.
        grid.cells = dict(sorted(grid.cells.items()))
    return grid


def repeated(element: Element, what: str) -> int:
    text = element.get(f"{TABLE}number-{what}-repeated", "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 10 else 1


def _rows(parent: Element, header: bool) -> Iterator[tuple[Element, bool]]:
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            yield child, header
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child, header or child.tag == f"{TABLE}table-header-rows")


def _column_elements(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == f"{TABLE}table-column":
            yield child
        elif child.tag in _COLUMN_GROUPS:
            yield from _column_elements(child)


def _read_columns(table: Element, styles: Styles, grid: Grid) -> None:
    first = 0
    for element in _column_elements(table):
        last = first + repeated(element, "columns") - 1
        width = _column_width(styles, element.get(f"{TABLE}style-name", ""))
        hidden = element.get(f"{TABLE}visibility") in _HIDDEN
        grid.columns.append(Columns(first=first, last=last, width_cm=width, hidden=hidden))
        grid.column_styles.append((first, last, element.get(f"{TABLE}default-cell-style-name", "")))
        first = last + 1


def _column_width(styles: Styles, name: str) -> float | None:
    for element in styles.chain("table-column", name):
        for properties in element.findall(f"{STYLE}table-column-properties"):
            width = length_cm(properties.get(f"{STYLE}column-width"))
            if width is not None:
                return round(width, 3)
    return None


def _read_row(element: Element, row: int, header: bool, styles: Styles, grid: Grid) -> int:
    """Reads one row element and says which row comes next."""
    rows = repeated(element, "rows")
    if element.get(f"{TABLE}visibility") in _HIDDEN:
        grid.hidden_rows.append((row, row + rows - 1))
    if header:
        grid.header_rows.extend(range(row, row + min(rows, 100)))
    row_style = element.get(f"{TABLE}default-cell-style-name", "")
    column = 0
    for cell in element:
        if cell.tag in {_CELL, _COVERED}:
            columns = repeated(cell, "columns")
            block = Block(row, column, row + rows - 1, column + columns - 1)
            _read_cell(cell, block, row_style, styles, grid)
            column += columns
    return row + rows


def _read_cell(cell: Element, block: Block, row_style: str, styles: Styles, grid: Grid) -> None:
    _note_oddities(cell, block, grid)
    own = cell.get(f"{TABLE}style-name", "") or row_style
    if _is_empty(cell):
        _note_blank(block, own, styles, grid)
        return
    if len(grid.cells) + block.size > MAX_CELLS:
        raise TooManyCells(cell_name(block.first_row, block.first_column))
    for first, last, name in _column_parts(own, block, grid):
        _expand(cell, block._replace(first_column=first, last_column=last), name, styles, grid)


def _expand(cell: Element, block: Block, style: str, styles: Styles, grid: Grid) -> None:
    content = cell_text(cell, styles, style)
    kind, value = typed_value(cell, content.text)
    look = styles.look(style)
    formula = cell.get(f"{TABLE}formula", "")
    conditional = styles.is_conditional(style)
    for row in range(block.first_row, block.last_row + 1):
        for column in range(block.first_column, block.last_column + 1):
            if conditional:
                grid.conditional.append(cell_name(row, column))
            grid.cells[row, column] = Cell(
                row=row,
                column=column,
                text=content.text,
                look=look,
                value=value,
                kind=kind,
                formula=formula,
                links=content.links,
                runs=content.runs,
            )


def _is_empty(cell: Element) -> bool:
    if _VALUE_TYPE in cell.attrib or _FORMULA in cell.attrib:
        return False
    return not any(child.text or len(child) for child in cell if child.tag == _PARAGRAPH)


def _note_blank(block: Block, own: str, styles: Styles, grid: Grid) -> None:
    for first, last, name in _column_parts(own, block, grid):
        look = styles.look(name)
        if look.border or look.background is not None:
            grid.blanks.append(Blank(block=block._replace(first_column=first, last_column=last), look=look))


def _column_parts(own: str, block: Block, grid: Grid) -> Iterator[tuple[int, int, str]]:
    """The block cut where the columns' default cell styles change; one part if it has a style of its own."""
    if own:
        yield block.first_column, block.last_column, own
        return
    column = block.first_column
    for first, last, name in grid.column_styles:
        if first <= column <= last:
            end = min(last, block.last_column)
            yield column, end, name
            column = end + 1
            if column > block.last_column:
                return
    yield column, block.last_column, ""


def _note_oddities(cell: Element, block: Block, grid: Grid) -> None:
    columns, rows = cell.get(_COLUMNS_SPANNED, "1"), cell.get(_ROWS_SPANNED, "1")
    if (columns, rows) != ("1", "1") and columns.isdecimal() and rows.isdecimal():
        last_row, last_column = block.first_row + int(rows) - 1, block.first_column + int(columns) - 1
        grid.merged.append(Block(block.first_row, block.first_column, last_row, last_column))
    if all(child.tag == _PARAGRAPH and not len(child) for child in cell):
        return
    name = cell_name(block.first_row, block.first_column)
    if cell.find(f"{TABLE}table") is not None:
        grid.nested.append(name)
    grid.drawings.extend(drawings_in(cell, name))
