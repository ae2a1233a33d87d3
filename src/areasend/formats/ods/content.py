"""`content.xml`: the sheets, row by row, and the list of marked tables."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from areasend.formats.ods.model import Cell, Link, Number, Sheet, Text, Workbook
from areasend.formats.ods.namespaces import CONTENT_NAMESPACES, HEAD, escape, quote

# Written here so that no locale of the machine reaches the file.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def content_xml(workbook: Workbook) -> Iterator[str]:
    """The document in pieces, in order."""
    yield f'{HEAD}<office:document-content {CONTENT_NAMESPACES} office:version="1.3">'
    yield from _automatic_styles(workbook)
    yield "<office:body><office:spreadsheet>"
    for sheet in workbook.sheets:
        yield from _sheet(sheet)
    yield from _tables(workbook)
    yield "</office:spreadsheet></office:body></office:document-content>"


def _automatic_styles(workbook: Workbook) -> Iterator[str]:
    yield "<office:automatic-styles>"
    yield (
        '<style:style style:name="ta1" style:family="table" style:master-page-name="Default">'
        '<style:table-properties table:display="true" style:writing-mode="lr-tb"/></style:style>'
    )
    yield (
        '<style:style style:name="ro1" style:family="table-row">'
        '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
    )
    for width in sorted({width for sheet in workbook.sheets for width in sheet.widths}):
        yield (
            f'<style:style style:name="co{width}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
        )
    yield "</office:automatic-styles>"


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f'<table:table table:name={quote(sheet.name)} table:style-name="ta1">'
    for width in sheet.widths:
        yield f'<table:table-column table:style-name="co{width}" table:default-cell-style-name="ce-body"/>'
    heading = sheet.table.heading_row if sheet.table else None
    for number, row in enumerate(sheet.rows):
        cells = "".join(map(_cell, row)) or "<table:table-cell/>"
        line = f'<table:table-row table:style-name="ro1">{cells}</table:table-row>'
        yield f"<table:table-header-rows>{line}</table:table-header-rows>" if number == heading else line
    yield "</table:table>"


@lru_cache(maxsize=4096)
def _cell(cell: Cell) -> str:
    match cell:
        case Text(text=""):
            return "<table:table-cell/>"
        case Text(text=text, style=style):
            return _filled(style, "string", "", *(escape(line) for line in text.split("\n")))
        case Link(text=text, target=target):
            anchor = f'<text:a xlink:type="simple" xlink:href={quote(target)}>{escape(text)}</text:a>'
            return _filled("ce-link", "string", "", anchor)
        case Number(value=value, places=places):
            return _filled(f"ce-number{places}", "float", f' office:value="{value}"', shown(value, places))
        case _:
            return _filled("ce-date", "date", f' office:date-value="{cell.value}"', long_date(cell.value))


def _filled(style: str, kind: str, value: str, *paragraphs: str) -> str:
    shown_text = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)
    attributes = f'table:style-name="{style}" office:value-type="{kind}"{value}'
    return f"<table:table-cell {attributes}>{shown_text}</table:table-cell>"


def long_date(day: date) -> str:
    """The day as its cell shows it.

    >>> long_date(date(2024, 12, 31))
    '31 December 2024'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def shown(value: int | Decimal, places: int) -> str:
    """The number as its cell shows it.

    >>> shown(67000, 0), shown(Decimal("40.5"), 1)
    ('67,000', '40.5')
    """
    return f"{value:,.{places}f}"


def _tables(workbook: Workbook) -> Iterator[str]:
    marked = [(sheet, sheet.table) for sheet in workbook.sheets if sheet.table is not None]
    if not marked:
        return
    yield "<table:database-ranges>"
    for sheet, table in marked:
        first, last = table.heading_row + 1, table.heading_row + 1 + table.rows
        area = f"{sheet.name}.A{first}:{sheet.name}.{column_letters(table.width - 1)}{last}"
        yield (
            f"<table:database-range table:name={quote(table.name)} table:target-range-address={quote(area)} "
            'table:contains-header="true" table:display-filter-buttons="false"/>'
        )
    yield "</table:database-ranges>"


def column_letters(index: int) -> str:
    """The letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
