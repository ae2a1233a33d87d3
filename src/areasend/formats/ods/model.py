"""What a workbook is made of: sheets of rows of cells, at most one marked table a sheet."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class TextStyle(StrEnum):
    """The styles of text; all wrap, none has a fill, a border, italics or an underline of its own."""

    TITLE = "ce-title"
    HEADER = "ce-header"
    HEADER_RIGHT = "ce-header-right"
    BODY = "ce-body"
    BODY_RIGHT = "ce-body-right"


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    style: TextStyle = TextStyle.BODY


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads somewhere: `#Sheet.A1` inside the workbook, or a web address."""

    text: str
    target: str


# How many decimal places the styles of a workbook have a format for.
PLACES = (0, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with a fixed count of decimal places, one of `PLACES`; thousands are parted by commas."""

    value: int | Decimal
    places: int = 0


@dataclass(frozen=True, slots=True)
class OdsDay:
    value: date


Cell = Text | Link | Number | OdsDay


@dataclass(frozen=True, kw_only=True, slots=True)
class OdsTable:
    """The marked table of a sheet: its name, the row of its heading (from 0), its width and its number of data rows."""

    name: str
    heading_row: int
    width: int
    rows: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """`widths` are column widths in millimetres; rows may differ in length.

    `frozen_rows` stay in sight when the sheet is scrolled: for sheets to work in, not for those of a release.
    """

    name: str
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    table: OdsTable | None
    frozen_rows: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Workbook:
    title: str
    description: str
    subject: str
    keywords: tuple[str, ...]
    creator: str
    generator: str
    sheets: tuple[Sheet, ...]
