"""One neutral picture of a workbook, whichever format it came in. Points look at nothing else.

Sheets are sparse: only cells that hold something are there, in reading order. Empty cells that are visible all the
same (a border, a fill) are kept as `Blank` runs, so that a million repeated empty rows stay one fact.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum

from areasend.check.workbook.addresses import Block, cell_name
from areasend.check.workbook.report import Format

Value = str | float | bool | date | datetime | time | None


class Kind(Enum):
    """How a cell says its content is typed."""

    TEXT = "text"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    DATE = "date"
    TIME = "time"
    BOOLEAN = "boolean"
    ERROR = "error"


# A tuple: the hash of an enum member costs more than two comparisons.
NUMERIC = (Kind.NUMBER, Kind.PERCENTAGE)


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberFormat:
    """A number style plain enough to predict what it shows; anything richer is left as None on the look."""

    decimals: int | None  # None: general, as many as the value has
    grouping: bool = False
    percent: bool = False
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """Resolved style of a cell or of a run of text in it. Colours are `#RRGGBB`; None means automatic or none."""

    wrap: bool = False
    font: str = ""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str | None = None
    background: str | None = None
    rotation: float = 0.0
    raised: str = ""  # "super", "sub" or ""
    align: str = ""  # "start", "end", "center", "justify"; "" leaves it to the type of the value
    border: bool = False
    heading: bool = False
    declared_text: bool = False
    number_format: NumberFormat | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    text: str
    target: str  # internal targets start with "#"


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    text: str
    look: Look
    linked: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    row: int
    column: int
    text: str
    look: Look
    value: Value = None
    kind: Kind = Kind.TEXT
    formula: str = ""
    links: tuple[Link, ...] = ()
    runs: tuple[Run, ...] = ()  # only where a part of the cell looks different from the cell

    @property
    def name(self) -> str:
        return cell_name(self.row, self.column)


@dataclass(frozen=True, kw_only=True, slots=True)
class Blank:
    block: Block
    look: Look


@dataclass(frozen=True, kw_only=True, slots=True)
class Columns:
    """A run of columns of one width; None where the file leaves the width to the program."""

    first: int
    last: int
    width_cm: float | None = None
    hidden: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    cell: str
    kind: str  # "image", "chart", "comment", "text box or shape", "control"


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A range the file marks up as a table. `header_rows`: rows tagged as header inside the sheet or the table."""

    name: str
    block: Block
    header: bool
    header_rows: tuple[int, ...]
    filter_buttons: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    name: str
    cells: Mapping[tuple[int, int], Cell]
    blanks: tuple[Blank, ...] = ()
    columns: tuple[Columns, ...] = ()
    default_width_cm: float = 2.258
    hidden: bool = False
    hidden_rows: tuple[tuple[int, int], ...] = ()
    tables: tuple[Table, ...] = ()
    filters: tuple[str, ...] = ()
    frozen: bool = False
    cursor: str = "A1"
    merged: tuple[Block, ...] = ()
    nested: tuple[str, ...] = ()
    page_texts: tuple[str, ...] = ()  # "header" or "footer", with the text that stands there
    drawings: tuple[Drawing, ...] = ()
    conditional: tuple[str, ...] = ()
    listeners: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()  # external data this sheet is linked to

    def text(self, row: int, column: int) -> str:
        cell = self.cells.get((row, column))
        return "" if cell is None else cell.text.strip()

    def width_cm(self, column: int) -> float:
        for run in self.columns:
            if run.first <= column <= run.last:
                return self.default_width_cm if run.width_cm is None else run.width_cm
        return self.default_width_cm


@dataclass(frozen=True, kw_only=True, slots=True)
class Properties:
    """Document information. None: the format has no place for it that can be read."""

    title: str = ""
    description: str = ""
    subject: str = ""
    keywords: str = ""
    creator: str = ""
    language: str | None = None
    text_language: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    name: str
    written: tuple[int, int, int, int, int, int]
    stored: bool
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Workbook:
    format: Format
    size: int
    members: tuple[Member, ...]
    sheets: tuple[Sheet, ...]
    properties: Properties
    names: frozenset[str] = field(default_factory=frozenset)
    active_sheet: str = ""
    scripts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()  # what the reader had to repair or leave out
