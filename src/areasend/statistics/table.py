"""A table: columns, rows of cells, and what a reader must know of it. Cells are figures, words, dates or markers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from areasend.statistics.errors import UnknownFigure
from areasend.statistics.figure import Figure
from areasend.statistics.markers import Marker
from areasend.statistics.periods import Period

Cell = Figure | Marker | str | date


class ColumnKind(StrEnum):
    """What a column holds; it decides its datatype in CSVW and its style in the workbook."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    LINK = "link"
    COUNT = "count"
    NUMBER = "number"


class Measure(StrEnum):
    """What a table counts. Inspections and areas by latest outcome are never mixed in one table."""

    INSPECTIONS = "full inspections"
    AREAS = "local areas by latest outcome"
    VISITS = "thematic visits"
    QUOTED = "figures quoted from publications"


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    name: str
    title: str
    kind: ColumnKind
    description: str
    may_be_marked: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """`key` identifies the row in figure ids: `<table>.<row>.<column>`; `period` is None where it is the table's."""

    key: str
    cells: tuple[Cell, ...]
    period: Period | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """`dimensions` is how many columns, from the left, identify a row. `notes` are sentences; they hold no figures."""

    id: str
    title: str
    description: str
    measure: Measure
    period: Period
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    dimensions: int = 1
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert len({row.key for row in self.rows}) == len(self.rows), f"{self.id}: a row key stands twice"
        assert all(len(row.cells) == len(self.columns) for row in self.rows), (
            f"{self.id}: a row is too short or too long"
        )

    def figures(self) -> Iterator[Figure]:
        """Every figure of the table, row by row."""
        return (cell for row in self.rows for cell in row.cells if isinstance(cell, Figure))

    def figure(self, row: str, column: str) -> Figure:
        """The figure in a row and a column. Raises `UnknownFigure`."""
        wanted = figure_id(self.id, row, column)
        for figure in self.figures():
            if figure.id == wanted:
                return figure
        raise UnknownFigure(wanted, (figure.id for figure in self.figures()))

    @property
    def heading(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def named(self, row: Row) -> dict[str, Cell]:
        """The cells of one of its rows by the names of their columns."""
        return dict(zip(self.heading, row.cells, strict=True))

    def text_rows(self) -> Iterator[tuple[str, ...]]:
        """The rows as text, exactly as CSV, workbook and pages hold them."""
        return (tuple(cell_text(cell) for cell in row.cells) for row in self.rows)


def cell_text(cell: Cell) -> str:
    """A cell as text: digits without separators, ISO dates, markers in brackets."""
    if isinstance(cell, Figure):
        return cell.text
    return cell.value if isinstance(cell, Marker) else str(cell)


def figure_id(table: str, row: str, column: str) -> str:
    return f"{table}.{row}.{column}"
