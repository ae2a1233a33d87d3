"""Numbers in tables: which columns hold statistics, in which unit, and what a number in a header or a label is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from areasend.check.numbers.documents.model import Passage, Table
from areasend.check.numbers.reading.model import Sort, Unit
from areasend.check.numbers.reading.printed import Printed
from areasend.check.numbers.reading.texts import printed_numbers
from areasend.check.numbers.reading.typography import plain

_IDENTIFIERS: Final = "code|codes|urn|ukprn|id|identifier|reference|ref|postcode|telephone|phone|rank|key|page|row|line"
_TIMES: Final = "year|years|date|dates|period|periods|quarter|month|day|time"
_NO_STATISTIC: Final = re.compile(
    rf"(?:[a-z]+\s){{0,3}}(?P<code>{_IDENTIFIERS})\Z|(?:(?!in\b|the\b|per\b|each\b|by\b|of\b)[a-z]+\s){{0,3}}(?P<time>{_TIMES})\Z"
    rf"|(?P<code2>{_IDENTIFIERS})\b.{{0,40}}\Z|(?P<time2>{_TIMES})\b(?:\s(?:of|published|ending|ended|started|inspected)\b.{{0,40}})?\Z"
)
_COUNT_WORDS: Final = re.compile(
    r"\b(?:number|numbers|count|counts|total|totals|base|n|no|frequency|numerators?|denominators?|how\smany)\b"
)
_PERCENT_WORDS: Final = re.compile(r"%|\bper\s?cent\b|\bpercentages?\b|\bproportions?\b|\bshares?\b|\brates?\s\(%\)")
_POINT_WORDS: Final = re.compile(r"\b(?:percentage|%)\spoints?\b|\bpp\b")
_MONEY_WORDS: Final = re.compile(r"£|\bpounds\b|\(€|\(\$")
_BASE: Final = re.compile(r"(?:\bn\s?=\s?|\bbase\s?[=:]?\s?)\Z")
_BARE_REST: Final = re.compile(r"[\s~<>≤≥≈=()]*(?:\[[a-z]{1,3}\]|[*†‡#]{1,3}|[a-z])?[\s()]*")
_CODE: Final = re.compile(r"0[0-9]")
_COUNTS_FIRST: Final = re.compile(r"(?:number|count|n)\b|[a-z ]{1,40}, number\b")
_PAIR: Final = re.compile(r"\s?\(\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Column:
    """What a bare number in a column is; `sort` STATISTIC with a unit, or what else it is.

    `counts_first` tells of a header such as "Number (%)": a percentage is there only in brackets after a count.
    """

    sort: Sort
    unit: Unit
    counts: bool
    counts_first: bool = False


def table_numbers(table: Table) -> dict[int, tuple[Printed, ...]]:
    """The numbers of each passage of a table's header and rows, by the passage's id; a caption is read as text."""
    found = {cell.id: _of_header(cell) for cell in table.header}
    shares = any(_PERCENT_WORDS.search(plain(cell.text).replace("_", " ")) for cell in table.header)
    columns = [_column(table, at, shares) for at in range(len(table.header))]
    for row in table.rows:
        percent_row = any(_PERCENT_WORDS.search(plain(cell.text)) for cell in row[: table.label_columns])
        for at, cell in enumerate(row):
            if cell.id not in found:
                label = at < table.label_columns
                found[cell.id] = _of_label(cell) if label else _of_body(cell, columns[at], percent_row)
    return found


def _of_header(cell: Passage) -> tuple[Printed, ...]:
    """In a header only "(n=54)" and "(54)" at the end are statistics; bands such as "0 to 5" are none."""
    letters = plain(cell.text)

    def counts(number: Printed) -> bool:
        in_brackets = letters[: number.start].endswith("(") and letters[number.end :].strip() == ")"
        return in_brackets or _BASE.search(letters, max(0, number.start - 10), number.start) is not None

    return tuple(_unless(number, counts(number)) for number in printed_numbers(cell))


def _of_label(cell: Passage) -> tuple[Printed, ...]:
    letters = plain(cell.text)
    return tuple(
        _unless(number, _BASE.search(letters, max(0, number.start - 10), number.start) is not None)
        for number in printed_numbers(cell)
    )


def _unless(number: Printed, counts: bool) -> Printed:
    return number if counts or number.sort is not Sort.STATISTIC else replace(number, sort=Sort.REFERENCE)


def _of_body(cell: Passage, column: _Column, percent_row: bool) -> tuple[Printed, ...]:
    numbers = printed_numbers(cell)
    letters = plain(cell.text)
    if _is_bare(letters, numbers):
        return (_bare(numbers[0], letters, column, percent_row),)
    if len(numbers) == 2 and _is_pair(letters, numbers):
        first = replace(numbers[0], sort=Sort.STATISTIC)
        second = replace(numbers[1], sort=Sort.STATISTIC)
        if second.unit is Unit.COUNT and column.unit is Unit.PERCENT:
            second = replace(second, unit=Unit.PERCENT)
        return first, second
    return numbers


def _is_bare(letters: str, numbers: Sequence[Printed]) -> bool:
    if len(numbers) != 1:
        return False
    number = numbers[0]
    rest = letters[: number.start] + letters[number.end :]
    return len(rest) < 16 and _BARE_REST.fullmatch(rest) is not None and number.sort is not Sort.AGE


def _is_pair(letters: str, numbers: Sequence[Printed]) -> bool:
    """Whether a cell is "14 (26%)" or "14 (26)"."""
    first, second = numbers
    between, after = letters[first.end : second.start], letters[second.end :]
    return not letters[: first.start].strip() and _PAIR.fullmatch(between) is not None and after.strip() == ")"


def _bare(number: Printed, letters: str, column: _Column, percent_row: bool) -> Printed:
    if column.sort is not Sort.STATISTIC:
        return replace(number, sort=column.sort)
    if _CODE.match(letters, number.start) is not None:
        return replace(number, sort=Sort.REFERENCE)
    unit = number.unit
    if unit is Unit.COUNT and not column.counts_first:
        unit = Unit.PERCENT if percent_row and not column.counts else column.unit
    return replace(number, sort=Sort.STATISTIC, unit=unit)


def _column(table: Table, at: int, shares: bool) -> _Column:
    """What a column holds. `shares`: some column of the table says in its header that it does."""
    header = plain(table.header[at].text).replace("_", " ").strip()
    counts = _COUNT_WORDS.search(header) is not None
    named = _NO_STATISTIC.match(header) if not counts else None
    if named is not None:
        code = named.lastgroup in ("code", "code2")
        return _Column(sort=Sort.REFERENCE if code else Sort.DATE, unit=Unit.COUNT, counts=False)
    values = _bare_values(table, at)
    if values and all(text.isdigit() and len(text) == 4 and 1900 <= int(text) <= 2099 for text in values):
        return _Column(sort=Sort.DATE, unit=Unit.COUNT, counts=False)
    return _Column(
        sort=Sort.STATISTIC,
        unit=_column_unit(table, header, counts or shares, values),
        counts=counts,
        counts_first=_COUNTS_FIRST.match(header) is not None,
    )


def _column_unit(table: Table, header: str, told: bool, values: Sequence[str]) -> Unit:
    """The unit of a column's bare numbers; the caption's where no header tells."""
    if _POINT_WORDS.search(header) is not None:
        return Unit.POINTS
    if _PERCENT_WORDS.search(header) is not None:
        return _percent_unit(values)
    if _MONEY_WORDS.search(header) is not None:
        return Unit.MONEY
    caption = plain(table.caption.text) if table.caption is not None else ""
    if not told and _PERCENT_WORDS.search(caption) and not _COUNT_WORDS.search(caption):
        return _percent_unit(values) if all(Decimal(value) <= 100 for value in values) else Unit.COUNT
    return Unit.COUNT


def _percent_unit(values: Sequence[str]) -> Unit:
    """A share is in per cent, unless a column's values are all parts of one, with decimals."""
    parts = bool(values) and all(Decimal(value) <= 1 for value in values) and any("." in value for value in values)
    return Unit.FRACTION if parts else Unit.PERCENT


def _bare_values(table: Table, at: int) -> list[str]:
    found = (row[at].text.strip() for row in table.rows)
    return [text for text in found if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) <= 16]
