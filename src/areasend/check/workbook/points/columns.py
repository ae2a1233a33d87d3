"""Columns of a table as a whole: mostly numbers, codes, years. What a single cell cannot tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from areasend.check.workbook.layout import Layout
from areasend.check.workbook.model import NUMERIC, Cell, Kind

NUMBER_TEXT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_SHORTHAND = re.compile(r"(?:\[\w+\]\s*)+")
_CODE_HEADER = re.compile(r"\b(codes?|urn|reference|ref|reference number)\s*(\[.*|\(.*)?$", re.IGNORECASE)
_YEAR_HEADER = re.compile(r"\byears?\b", re.IGNORECASE)
_DATE_HEADER = re.compile(r"\bdates?\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """Filled data cells under one header; shorthand such as `[x]` stands apart."""

    header: str
    cells: tuple[Cell, ...]
    shorthand: tuple[Cell, ...]
    numbers: tuple[Cell, ...]
    number_texts: tuple[Cell, ...]
    is_code: bool

    @property
    def is_year(self) -> bool:
        return _YEAR_HEADER.search(self.header) is not None

    @property
    def is_date(self) -> bool:
        return _DATE_HEADER.search(self.header) is not None

    @property
    def is_numeric(self) -> bool:
        return 2 * (len(self.numbers) + len(self.number_texts)) >= len(self.cells) > 0


def columns_of(layout: Layout) -> Iterator[Column]:
    by_column: dict[int, list[Cell]] = {}
    for cell in layout.body():
        by_column.setdefault(cell.column, []).append(cell)
    for column, cells in sorted(by_column.items()):
        yield _column(layout.header_text(column), cells)


def _column(header: str, filled: list[Cell]) -> Column:
    cells: list[Cell] = []
    shorthand: list[Cell] = []
    for cell in filled:
        (shorthand if _SHORTHAND.fullmatch(cell.text.strip()) else cells).append(cell)
    texts = tuple(cell for cell in cells if cell.kind is Kind.TEXT and NUMBER_TEXT.fullmatch(cell.text.strip()))
    return Column(
        header=header,
        cells=tuple(cells),
        shorthand=tuple(shorthand),
        numbers=tuple(cell for cell in cells if cell.kind in NUMERIC),
        number_texts=texts,
        is_code=_CODE_HEADER.search(header) is not None or _are_codes([cell.text.strip() for cell in texts]),
    )


def _are_codes(texts: list[str]) -> bool:
    """Digits of one length, some with a leading zero."""
    return len({len(text) for text in texts}) == 1 and any(re.match(r"0\d", text) for text in texts)
