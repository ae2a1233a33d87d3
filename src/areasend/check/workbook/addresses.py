"""Cell addresses: `A1` in people's words, (row, column) counted from 0 in the model."""

import re
from functools import cache
from typing import NamedTuple

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_ODS_RANGE = re.compile(r"\$?(?P<sheet>'(?:[^']|'')*'|[^.']*)\.(?P<first>[^:]+)(?::(?:[^.]*\.)?(?P<last>.+))?")


class Block(NamedTuple):
    """A rectangle of cells on one sheet, both corners inside it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def address(self) -> str:
        return f"{cell_name(self.first_row, self.first_column)}:{cell_name(self.last_row, self.last_column)}"

    @property
    def size(self) -> int:
        return (self.last_row - self.first_row + 1) * (self.last_column - self.first_column + 1)

    def holds(self, row: int, column: int) -> bool:
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@cache
def column_name(column: int) -> str:
    """
    >>> column_name(0), column_name(25), column_name(26), column_name(701), column_name(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    return f"{column_name(column)}{row + 1}"


def parse_cell(name: str) -> tuple[int, int] | None:
    """
    >>> parse_cell("$B$3"), parse_cell("Sheet")
    ((2, 1), None)
    """
    match = _CELL.fullmatch(name.strip())
    if match is None or int(match[2]) == 0:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def parse_block(text: str) -> Block | None:
    """
    >>> parse_block("A3:B4").address
    'A3:B4'
    """
    first, _, last = text.partition(":")
    start, end = parse_cell(first), parse_cell(last or first)
    return None if start is None or end is None else Block(*start, *end)


def unquote_sheet(name: str) -> str:
    """
    >>> unquote_sheet("$'Area''s list'")
    "Area's list"
    """
    name = name.removeprefix("$")
    if len(name) >= 2 and name[0] == name[-1] == "'":
        return name[1:-1].replace("''", "'")
    return name


def parse_ods_range(text: str) -> tuple[str, Block] | None:
    """
    >>> parse_ods_range("$Table_1.$A$3:$Table_1.$B$9")[0]
    'Table_1'
    """
    match = _ODS_RANGE.fullmatch(text.strip())
    if match is None:
        return None
    block = parse_block(f"{match['first']}:{match['last'] or match['first']}")
    return None if block is None else (unquote_sheet(match["sheet"]), block)
