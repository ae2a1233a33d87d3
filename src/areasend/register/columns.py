"""How text in a CSV cell becomes a value, and which cells are refused.

Cells are read strictly: dates are ISO 8601, numbers have no separators, nothing is trimmed or guessed. Placeholder
dates and cells that a spreadsheet would run as a formula are refused wherever they stand.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from areasend.register.codes import Code, Key

EARLIEST, LATEST = date(1974, 4, 1), date(2100, 12, 31)

_PLACEHOLDERS = frozenset({"1899-12-30", "1899-12-31", "1900-01-01", "1970-01-01", "9999-12-31", "01/01/1900"})
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(\.\d+)?$)", re.ASCII)
# Control characters other than the line feed, what XML 1.0 cannot hold (pages and the workbook are XML), and what turns
# the text behind it round.
_UNPRINTABLE = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


class CellRefused(ValueError):
    """A cell breaks a rule; the message is the rule, `remedy` says how to mend it."""

    def __init__(self, rule: str, remedy: str) -> None:
        super().__init__(rule)
        self.remedy = remedy


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One column: its name, how its text is read, whether it may be empty, what it holds."""

    name: str
    read: Callable[[str], Any]
    optional: bool = False
    empty: Any = None
    description: str

    def value(self, cell: str) -> Any:
        """The value of a cell. Raises `CellRefused`."""
        if _FORMULA.match(cell):
            raise CellRefused("a spreadsheet would run this cell as a formula", "Remove the leading sign")
        if cell != cell.strip():
            raise CellRefused("space before or after the text", "Remove the spaces")
        if not cell:
            if self.optional:
                return self.empty
            raise CellRefused("a value is missing", f"Fill in {self.name}: {self.description}")
        return self.read(cell)


def text(cell: str) -> str:
    if _UNPRINTABLE.search(cell):
        raise CellRefused("a control character in the text", "Remove it")
    return cell


def day(cell: str) -> date:
    """An ISO date; raises on other forms, on placeholders, and on days no area or inspection could have."""
    if cell in _PLACEHOLDERS:
        raise CellRefused("a placeholder, not a date", "Leave the cell empty if the date is not known")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell, re.ASCII):
        raise CellRefused("not a date written as 2024-12-31", "Write the year, month and day with hyphens")
    try:
        value = date.fromisoformat(cell)
    except ValueError:
        raise CellRefused("no such day in the calendar", "Correct the day or the month") from None
    if not EARLIEST <= value <= LATEST:
        raise CellRefused(f"outside {EARLIEST} to {LATEST}", "Correct the year, or leave the cell empty")
    return value


def whole(cell: str) -> int:
    if not re.fullmatch(r"0|[1-9]\d{0,11}", cell, re.ASCII):
        raise CellRefused("not a whole number of 0 or more", "Write digits only, without separators")
    return int(cell)


def page(cell: str) -> int:
    if whole(cell) == 0:
        raise CellRefused("pages are counted from 1", "Leave the cell empty if the page is not known")
    return int(cell)


def number(cell: str) -> Decimal:
    if not re.fullmatch(r"(0|[1-9]\d{0,11})(\.\d{1,6})?", cell, re.ASCII):
        raise CellRefused("not a number of 0 or more", "Write digits and at most one decimal point")
    return Decimal(cell)


def code(kind: type[Code]) -> Callable[[str], Code]:
    def read(cell: str) -> Code:
        try:
            return kind(cell)
        except ValueError as error:
            raise CellRefused(str(error), "Correct the code") from None

    return read


def yes_or_no(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise CellRefused("neither yes nor no", "Write yes or no")
    return cell == "yes"


def choice(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    def read(cell: str) -> StrEnum:
        try:
            return kind(cell)
        except ValueError:
            known = ", ".join(member.value for member in kind)
            raise CellRefused("not one of the words known here", f"Use one of: {known}") from None

    return read


def names(cell: str) -> tuple[str, ...]:
    """Several names in one cell, parted by semicolons."""
    parts = tuple(part.strip() for part in cell.split(";"))
    if not all(parts) or len(set(parts)) != len(parts):
        raise CellRefused("an empty or doubled name in the list", "Part the names by single semicolons")
    return tuple(text(part) for part in parts)


def keys(cell: str) -> tuple[Key, ...]:
    """Several keys in one cell, parted by semicolons."""
    return tuple(code(Key)(name) for name in names(cell))  # type: ignore[misc]


def one_name(cell: str) -> str:
    """A name that can stand in a list of names."""
    if ";" in cell:
        raise CellRefused("several names in one cell", "Give each name a row of its own")
    return text(cell)


def cell_text(value: Any) -> str:
    """The one way a value is written back: the inverse of reading, so that records survive the round trip."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ";".join(value)
    return str(value)
