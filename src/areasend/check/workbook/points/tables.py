"""Tables as readers of assistive technology meet them: SS01 to SS05, SS08, SS30 to SS32.

Source: Analysis Function, checklist of the basics, "Tables" (shared checklist B1).
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from areasend.check.workbook.addresses import Block, cell_name, column_name
from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.layout import Layout, Role
from areasend.check.workbook.model import Table
from areasend.check.workbook.report import Place

# A sheet can have billions of empty cells between a few filled ones.
MOST_LISTED = 10_000
_TABLE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}")
_DEFAULT_NAME = re.compile(r"table_?\d*", re.IGNORECASE)
_BLANKS_EXPLAINED = re.compile(r"\b(blank|empty)\b", re.IGNORECASE)


def marked_up(evidence: Evidence) -> Verdict:
    """SS01."""
    return judged(found for layout in evidence.beside_cover() for found in _markup_faults(layout))


def _markup_faults(layout: Layout) -> Iterator[Place]:
    tables = layout.sheet.tables
    if not tables:
        yield place(layout.name, layout.start_cell(), "no marked-up table", "mark the cells up as one table")
    for table in tables:
        start = cell_name(table.block.first_row, table.block.first_column)
        if not table.header:
            yield place(layout.name, start, f"table {table.name} without header", "say the first row is a header")
        elif table.block.first_row not in table.header_rows:
            yield place(layout.name, start, "a header row that is not tagged", "put it into table:table-header-rows")
    if len(tables) == 1 and layout.scanned is not None and layout.scanned != tables[0].block:
        block = tables[0].block
        start = cell_name(block.first_row, block.first_column)
        found = f"range {block.address} where the cells reach over {layout.scanned.address}"
        yield place(layout.name, start, found, "make the range cover the table exactly")


def meaningful_names(evidence: Evidence) -> Verdict:
    """SS02. Department for Transport's checker refuses the names programs make up ("Table1")."""
    tables = [(layout, table) for layout in evidence.layouts for table in layout.sheet.tables]
    counts = Counter(table.name.lower() for _, table in tables)
    places = []
    for layout, table in tables:
        start = cell_name(table.block.first_row, table.block.first_column)
        if _TABLE_NAME.fullmatch(table.name) is None or _DEFAULT_NAME.fullmatch(table.name):
            remedy = "name it for its content: a letter first, then letters, digits and _, at most 60"
            places.append(place(layout.name, start, f"table name {table.name!r}", remedy))
        elif counts[table.name.lower()] > 1:
            places.append(place(layout.name, start, f"table name {table.name!r} twice", "give each table its own name"))
    return judged(places)


def no_merged_cells(evidence: Evidence) -> Verdict:
    """SS03."""
    places: list[Place] = []
    for sheet in evidence.workbook.sheets:
        for block in sheet.merged:
            start = cell_name(block.first_row, block.first_column)
            places.append(place(sheet.name, start, f"merged cells {block.address}", "unmerge them; repeat the value"))
        for cell in sheet.nested:
            places.append(place(sheet.name, cell, "a table inside a cell", "give it a sheet of its own"))
    return judged(places)


def no_blank_rows_or_columns(evidence: Evidence) -> Verdict:
    """SS04."""
    return judged(found for layout in evidence.beside_cover() for found in _blank_lines(layout))


def _blank_lines(layout: Layout) -> Iterator[Place]:
    for block in _blocks(layout):
        inside = [cell for cells in layout.rows.values() for cell in cells if block.holds(cell.row, cell.column)]
        rows, columns = {cell.row for cell in inside}, {cell.column for cell in inside}
        for row in _missing(block.first_row, block.last_row, rows):
            found = f"row {row + 1} of the table empty"
            yield place(layout.name, cell_name(row, block.first_column), found, "delete the row or end the table above")
        for column in _missing(block.first_column, block.last_column, columns):
            found = f"column {column_name(column)} of the table empty"
            yield place(layout.name, cell_name(block.first_row, column), found, "delete the column")


def _missing(first: int, last: int, used: set[int]) -> Iterator[int]:
    """Every gap, but of a range that runs on for a million empty rows only the first after the last used one."""
    end = min(last, max(used, default=first - 1) + 1)
    return (number for number in range(first, end + 1) if number not in used)


def _blocks(layout: Layout) -> list[Block]:
    return [table.block for table in layout.sheet.tables] or ([layout.block] if layout.block else [])


def one_header_row(evidence: Evidence) -> Verdict:
    """SS05."""
    return judged(found for layout in evidence.beside_cover() for found in _header_faults(layout))


def _header_faults(layout: Layout) -> Iterator[Place]:
    for table in layout.sheet.tables[:1]:
        yield from _tagging_faults(layout, table)
    if layout.block is None:
        return
    row = layout.block.first_row
    seen: dict[str, str] = {}
    for column in layout.used_columns():
        text, cell = layout.sheet.text(row, column), cell_name(row, column)
        if not text:
            yield place(layout.name, cell, "an empty header", "name every column")
            continue
        if "\n" in text:
            yield place(layout.name, cell, f"a header on two lines {quoted(text)}", "write one line; the cell may wrap")
        plain = " ".join(text.lower().split())
        if plain in seen:
            found = f"header {quoted(text)} as in {seen[plain]}"
            yield place(layout.name, cell, found, "give every column its own header")
        seen.setdefault(plain, cell)


def _tagging_faults(layout: Layout, table: Table) -> Iterator[Place]:
    if len(table.header_rows) != 1:
        row = table.header_rows[1] if table.header_rows else table.block.first_row
        start = cell_name(row, table.block.first_column)
        found = f"{len(table.header_rows)} rows tagged as header"
        yield place(layout.name, start, found, "keep one header row; put the rest into the headers' words")


def empty_cells_explained(evidence: Evidence) -> Verdict:
    """SS08."""
    places: list[Place] = []
    for layout in evidence.beside_cover():
        if not any(_BLANKS_EXPLAINED.search(cell.text) for cell in layout.above()):
            remedy = "fill it, use a shorthand such as [x], or say above the table what blank cells mean"
            empty = islice(_empty_cells(layout), MOST_LISTED)
            places.extend(place(layout.name, cell, "an empty data cell", remedy) for cell in empty)
    return judged(places)


def _empty_cells(layout: Layout) -> Iterator[str]:
    if layout.block is None:
        return
    columns = layout.used_columns()
    for row in layout.rows:
        if layout.block.first_row < row <= layout.block.last_row:
            for column in columns:
                if not layout.sheet.text(row, column):
                    yield cell_name(row, column)


def starts_in_column_a(evidence: Evidence) -> Verdict:
    """SS30."""
    places = []
    for layout in evidence.beside_cover():
        for block in _blocks(layout):
            if block.first_column:
                start = cell_name(block.first_row, block.first_column)
                places.append(place(layout.name, start, f"a table from {start}", "start the table in column A"))
    return judged(places)


def nothing_below(evidence: Evidence) -> Verdict:
    """SS31."""
    places: list[Place] = []
    for layout in evidence.beside_cover():
        last = max((block.last_row for block in _blocks(layout)), default=None)
        for row, cells in layout.rows.items():
            if last is not None and row > last:
                remedy = "move it above the table or to the notes"
                places.extend(place(layout.name, cell.name, quoted(cell.text), remedy) for cell in cells)
    return judged(places)


def one_table_per_sheet(evidence: Evidence) -> Verdict:
    """SS32."""
    places = []
    for layout in evidence.layouts:
        count, wanted = len(layout.sheet.tables), 0 if layout.role is Role.COVER else 1
        if count != wanted:
            at = layout.sheet.tables[1].block if count > 1 else layout.block
            cell = "A1" if at is None else cell_name(at.first_row, at.first_column)
            remedy = "keep the cover free of tables" if not wanted else "give each table a sheet of its own"
            places.append(place(layout.name, cell, f"{count} marked-up tables", remedy))
    return judged(places)
