"""Numbers that are numbers (SS38), dates that are dates (SS39), codes that are text (SS40)."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.layout import Layout, Role
from areasend.check.workbook.model import NUMERIC, Cell, Kind
from areasend.check.workbook.points.columns import Column, columns_of
from areasend.check.workbook.report import Place
from areasend.check.workbook.showing import shown_number

THOUSAND = 1_000
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE_TEXT = re.compile(
    rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{1,2}} {_MONTH} \d{{4}}", re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"\d{1,2}([/. -])\w+\1\d{2}")
_DAYS_SINCE_1900 = (20_000, 60_000)  # what dates of 1954 to 2064 look like once their format is lost
_EPOCHS = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1)})
_ONS_PREFIX = re.compile(r"[EWNSK]\d+")
_ONS_CODE = re.compile(r"[EWNSK]\d{8}")


def numbers_are_numbers(evidence: Evidence) -> Verdict:
    """SS38."""
    places: list[Place] = []
    undecoded = 0
    for layout in evidence.with_role(Role.TABLE):
        for column in columns_of(layout):
            places.extend(_number_faults(layout, column))
            undecoded += sum(_expected(cell) is None for cell in column.numbers)
    reason = f"the number style of {undecoded:,} cells is not decoded, their text not compared" if undecoded else ""
    return judged(places, reason)


def _number_faults(layout: Layout, column: Column) -> Iterator[Place]:
    if column.is_numeric and not column.is_code and not column.is_year:
        for cell in column.number_texts:
            if not cell.look.declared_text:
                yield place(layout.name, cell.name, f"the number {quoted(cell.text)} as text", "store it as a number")
    for cell in column.numbers:
        yield from _display_faults(layout, column, cell)
    yield from _decimal_faults(layout, column)
    yield from _alignment_faults(layout, column)


def _display_faults(layout: Layout, column: Column, cell: Cell) -> Iterator[Place]:
    expected = _expected(cell)
    if expected is not None and not cell.formula and cell.text.strip() != expected:
        found = f"{quoted(cell.text)} shown for the value {cell.value}, which its format shows as {expected!r}"
        yield place(layout.name, cell.name, found, "write the text the format makes of the value")
    large = isinstance(cell.value, float) and abs(cell.value) >= THOUSAND and cell.kind is Kind.NUMBER
    if large and "," not in cell.text and not column.is_year and not column.is_code:
        yield place(layout.name, cell.name, quoted(cell.text), "show thousands with a comma, as in 1,234")


def _expected(cell: Cell) -> str | None:
    """None where the style is too rich to predict. Without a style a program shows the digits the value has."""
    style = cell.look.number_format
    if not isinstance(cell.value, float) or style is None or (style.decimals is None and style.percent):
        return None
    return shown_number(Decimal(repr(cell.value)), style)


def _decimal_faults(layout: Layout, column: Column) -> Iterator[Place]:
    percentages = [cell for cell in column.numbers if cell.kind is Kind.PERCENTAGE]
    lengths = Counter(_decimals(cell) for cell in percentages)
    if len(lengths) > 1:
        usual = lengths.most_common(1)[0][0]
        for cell in percentages:
            if _decimals(cell) != usual:
                found = f"{quoted(cell.text)} in a column of percentages with {usual} decimal places"
                yield place(layout.name, cell.name, found, "show every percentage of a column with the same places")


def _decimals(cell: Cell) -> int:
    return len(cell.text.strip().rstrip("%").partition(".")[2])


def _alignment_faults(layout: Layout, column: Column) -> Iterator[Place]:
    if column.numbers:
        for cell in column.numbers:
            if cell.look.align not in {"", "end"}:
                yield place(layout.name, cell.name, f"a number aligned to the {cell.look.align}", "align it right")
        for cell in column.shorthand:
            if cell.look.align != "end":
                found = f"{quoted(cell.text)} not aligned with the numbers of its column"
                yield place(layout.name, cell.name, found, "align it right")


def dates_are_dates(evidence: Evidence) -> Verdict:
    """SS39. Dates in prose are SS15's."""
    places: list[Place] = []
    for layout in evidence.with_role(Role.TABLE):
        for column in columns_of(layout):
            for cell in column.cells:
                places.extend(_date_faults(layout, column, cell))
    return judged(places)


def _date_faults(layout: Layout, column: Column, cell: Cell) -> Iterator[Place]:
    text, value = cell.text.strip(), cell.value
    if cell.kind is Kind.TEXT and _DATE_TEXT.fullmatch(text):
        yield place(layout.name, cell.name, f"the date {quoted(text)} as text", "store it as a date")
    if cell.kind is Kind.DATE and isinstance(value, date):
        if (value.date() if isinstance(value, datetime) else value) in _EPOCHS:
            yield place(layout.name, cell.name, f"{value:%Y-%m-%d}, an empty date", "write [x] or the date")
        if _SHORT_YEAR.fullmatch(text):
            yield place(layout.name, cell.name, f"a year of two digits {quoted(text)}", "show the year in full")
    low, high = _DAYS_SINCE_1900
    if column.is_date and isinstance(value, float) and cell.kind in NUMERIC and low < value < high:
        yield place(layout.name, cell.name, f"the number {quoted(text)} for a date", "store it as a date")


def codes_are_text(evidence: Evidence) -> Verdict:
    """SS40."""
    places: list[Place] = []
    for layout in evidence.with_role(Role.TABLE):
        for column in columns_of(layout):
            places.extend(_code_faults(layout, column))
    return judged(places)


def _code_faults(layout: Layout, column: Column) -> Iterator[Place]:
    if column.is_code:
        for cell in column.numbers:
            yield place(layout.name, cell.name, f"the code {quoted(cell.text)} as a number", "store it as text")
        longest = max((len(cell.text.strip()) for cell in column.number_texts), default=0)
        for cell in column.number_texts:
            if len(cell.text.strip()) < longest:
                found = f"{quoted(cell.text)}, shorter than the codes beside it"
                yield place(layout.name, cell.name, found, "put the leading zeros back")
    for cell in column.cells:
        text = cell.text.strip()
        if _ONS_PREFIX.fullmatch(text) and len(text) > 7 and _ONS_CODE.fullmatch(text) is None:
            yield place(layout.name, cell.name, f"{quoted(text)}, no ONS code", "write a letter and eight digits")
