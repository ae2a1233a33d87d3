"""Tables of a page: cells as they are read, spans laid out on a grid, the rows that are its header."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile

from lxml import etree
from lxml.etree import _Element

from areasend.check.errors import PublicationUnreadable
from areasend.check.numbers.documents.limits import (
    MAX_CELLS,
    MAX_COLUMNS_SPANNED,
    MAX_ROWS_SPANNED,
    refuse_above,
)
from areasend.check.numbers.documents.model import Passage, Role, Table
from areasend.check.numbers.documents.page_text import Text
from areasend.check.numbers.documents.tables import make_table, unmarked_header_rows


@dataclass(slots=True, kw_only=True, eq=False)
class Cell:
    """A cell as it is read; a filler is an empty one that the page left out."""

    file: str
    line: int
    heads: bool = False
    names_row: bool = False
    columns: int = 1
    rows: int = 1
    text: Text = field(default_factory=Text)

    @property
    def shown(self) -> str:
        return self.text.shown

    def passage(self, number: int, role: Role) -> Passage:
        return self.text.passage(number=number, role=role, file=self.file, line=self.line)


@dataclass(slots=True, kw_only=True)
class TableDraft:
    """A table as it is read: rows of cells, and which of them stand in the head."""

    file: str
    line: int
    name: str
    caption: Passage | None = None
    rows: list[list[Cell]] = field(default_factory=list)
    in_head: list[bool] = field(default_factory=list)
    cells: int = 0

    def start_row(self, in_head: bool) -> None:
        self.rows.append([])
        self.in_head.append(in_head)

    def add(self, cell: Cell) -> None:
        self.cells += 1
        self.rows[-1].append(cell)

    def table(self, caption: Passage | None, ids: Callable[[], int], laid: "Laid") -> Table:
        """The table; `caption` is what stands before it, for one that has none of its own."""
        own = self.caption or laid.title(self.file, ids) or caption
        return make_table(
            laid.grid, header_rows=laid.header_rows, labels=laid.labels, caption=own, name=self.name, ids=ids
        )

    def lay_out(self) -> "Laid | None":
        """The cells on a grid; None for a table without any text."""
        kept = [(row, head) for row, head in zip(self.rows, self.in_head, strict=True) if row]
        if not any(cell.text for row, _ in kept for cell in row):
            return None
        return Laid([row for row, _ in kept], [head for _, head in kept], self.file, self.line)


def span(text: str | None, limit: int, what: str, where: str) -> int:
    """A span as stated. What is no number counts as 1, as in a browser; 0 rows mean all that are left."""
    if text is None or not text.strip().isdecimal():
        return 1
    digits = text.strip().lstrip("0") or "0"
    number = int(digits) if len(digits) < 10 else 10**9
    if number > limit:
        rule = f"a cell stands in at most {limit:,} {what}"
        remedy = "correct the table of the page, or give the part without it"
        raise PublicationUnreadable(rule=rule, found=f"{digits[:20]}", where=where, remedy=remedy)
    return number


def spans(columns: str | None, rows: str | None, where: str) -> tuple[int, int]:
    """How many columns and rows a cell stands in."""
    wide = max(1, span(columns, MAX_COLUMNS_SPANNED, "columns", where))
    high = span(rows, MAX_ROWS_SPANNED, "rows", where)
    return wide, high or MAX_ROWS_SPANNED


def layouts(root: _Element) -> frozenset[_Element]:
    """The tables that have a table in them: they lay out a page. One pass over the tables."""
    found: list[_Element] = []
    around: list[_Element] = []
    for event, table in etree.iterwalk(root, events=("start", "end"), tag="table"):
        if event == "end":
            around.pop()
            continue
        found.extend(around[-1:])
        around.append(table)
    return frozenset(found)


def _heads_columns(row: list[Cell]) -> bool:
    filled = [cell for cell in row if cell.text]
    return bool(filled) and all(cell.heads and not cell.names_row for cell in filled)


class Laid:
    """The cells of a table on a rectangle."""

    def __init__(self, rows: list[list[Cell]], in_head: list[bool], file: str, line: int) -> None:
        self._filler = Cell(file=file, line=line)
        self.grid = self._placed(rows, file, line)
        self._title = self._title_row()
        self.header_rows = self._header_rows(in_head)
        self.labels = self._labels()

    def title(self, file: str, ids: Callable[[], int]) -> Passage | None:
        """The title that stands in the first row, over all columns."""
        cell = self._title
        return None if cell is None else cell.passage(ids(), Role.CAPTION)

    def _placed(self, rows: list[list[Cell]], file: str, line: int) -> list[list[Cell]]:
        grid: list[list[Cell]] = []
        reaching: dict[int, tuple[int, Cell]] = {}
        total = 0
        where = f"{file}, line {line}"
        for row in rows:
            placed: dict[int, Cell] = {column: cell for column, (_, cell) in reaching.items()}
            reaching = {column: (left - 1, cell) for column, (left, cell) in reaching.items() if left > 1}
            column = 0
            for cell in row:
                while column in placed:
                    column += 1
                for at in range(column, column + cell.columns):
                    placed[at] = cell
                    if cell.rows > 1:
                        reaching[at] = (cell.rows - 1, cell)
                column += cell.columns
            width = max(placed) + 1
            total += width
            refuse_above(MAX_CELLS, total, what="cells of a table", where=where)
            grid.append([placed.get(at, self._filler) for at in range(width)])
        width = max(map(len, grid))
        refuse_above(MAX_CELLS, width * len(grid), what="cells of a table", where=where)
        for line_of_cells in grid:
            line_of_cells.extend([self._filler] * (width - len(line_of_cells)))
        return grid

    def _title_row(self) -> Cell | None:
        first = self.grid[0]
        over_all = len(first) > 1 and len(self.grid) > 2 and all(cell is first[0] for cell in first)
        return self._filler if not over_all or not first[0].text else first[0]

    def _header_rows(self, in_head: list[bool]) -> int:
        if self._title is self._filler:
            self._title = None
        else:
            del self.grid[0], in_head[0]
        stated = sum(takewhile(bool, in_head))
        if stated:
            return stated
        marked = sum(takewhile(bool, map(_heads_columns, self.grid)))
        return 1 if marked == len(self.grid) else marked or self._unmarked()

    def _unmarked(self) -> int:
        """The first rows of a table whose markup names no header, if they read like one."""
        if any(cell.heads for row in self.grid for cell in row):
            return 0
        return unmarked_header_rows(self.grid)

    def _labels(self) -> int | None:
        """Columns whose cells are all marked as headings of their row; None if no cell is."""
        body = self.grid[self.header_rows :]
        columns = range(len(self.grid[0]))
        marked = list(takewhile(lambda at: all(row[at].heads for row in body), columns)) if body else []
        return len(marked) or None
