"""Tables of any file made into the model's: header rows joined, label columns found, spanned cells in each place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from areasend.check.numbers.documents.cutting import without_markers
from areasend.check.numbers.documents.model import Mark, Passage, Role, Table

Grid = Sequence[Sequence["Draft"]]

# What stands for a number that is not given, by the symbols of the Government Analysis Function and older usage.
_SHORTHAND = re.compile(r"(?:\[[a-z]{1,4}\]|[-–—−.:*~^x]{1,3}|[cuzknx]|n/?a|nil|none|not applicable)?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:[<>~≈≤≥]|over|under|up to|about|around|more than|less than|at least)?\s*[-–−+(]?\s*[£$€]?\s*"
    r"\d[\d,.]*(?:[\s\xa0\u2009\u202f]\d{3})*\s*"
    r"(?:%|per ?cent|percentage points?|pp|million|m|bn|billion|thousand|k)?\)?(?:\s*[\[(][a-z0-9 ]{1,9}[\])])*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?(?:\s*\([^)]{0,40}\))?")
_TITLE = re.compile(
    r"(?i:(?:(?:underlying |accessible )?data (?:table )?for )?(?:table|figure|chart))\s+"
    r"(?:[0-9][0-9.]*[a-z]?|[A-Z][0-9]*)(?:\s*[:.–—-]|\s+[A-Z0-9“\"‘'(]|\s*$)"
)
_LONGEST_TITLE = 300
_LONGEST = 40
_HIGHEST_HEADER = 5


class Draft(Protocol):
    """A cell that is read but not yet numbered."""

    @property
    def shown(self) -> str: ...

    def passage(self, number: int, role: Role) -> Passage: ...


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class PlainCell:
    """A cell of a file without markup; `line` is its row, `cell` its address such as `C5`."""

    shown: str
    file: str
    line: int
    cell: str
    sheet: str = ""

    def passage(self, number: int, role: Role, level: int = 0) -> Passage:
        text = self.shown
        lines: tuple[tuple[int, int], ...] = ((0, self.line),)
        marks: tuple[Mark, ...] = ()
        if "[" in text:
            text, lines, marks = without_markers(text, lines, marks)
        return Passage(
            id=number,
            role=role,
            text=text,
            file=self.file,
            lines=lines,
            level=level,
            marks=marks,
            sheet=self.sheet,
            cell=self.cell,
        )


def is_number(text: str) -> bool:
    """Whether a cell holds one number and nothing else.

    >>> is_number("1,234"), is_number("26%"), is_number("1 January 2024"), is_number("North West")
    (True, True, False, False)
    """
    return len(text) <= _LONGEST and _NUMBER.fullmatch(text.strip()) is not None


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no number, or nothing."""
    return len(text) <= _LONGEST and _SHORTHAND.fullmatch(text.strip()) is not None


def is_title(text: str) -> bool:
    """Whether a line calls itself the title of a table or figure.

    >>> is_title("Table 2: Visits by county"), is_title("Data for Figure 1a Visits"), is_title("Table 1 shows visits")
    (True, True, False)
    """
    return len(text) <= _LONGEST_TITLE and _TITLE.match(text) is not None


def unmarked_header_rows(grid: Grid) -> int:
    """How many rows read like a header where no markup says so: a first row of words or years over other rows, with
    the rows below that name no row of their own and hold no number."""
    if len(grid) < 2 or not _reads_like_header([draft.shown for draft in grid[0]]):
        return 0
    rows = 1
    while rows < min(_HIGHEST_HEADER, len(grid) - 1):
        lead = grid[rows][0]
        if (lead.shown and lead is not grid[rows - 1][0]) or any(is_number(draft.shown) for draft in grid[rows]):
            break
        rows += 1
    return rows


def _reads_like_header(row: Sequence[str]) -> bool:
    if any(is_number(text) and not _YEAR.fullmatch(text.strip()) for text in row):
        return False
    return sum(bool(text.strip()) for text in row) > len(row) / 2


def label_columns(rows: Sequence[Sequence[str]]) -> int:
    """How many columns from the left name the row: those before the first that holds numbers; at least one of
    several. A column of years holds labels if it is the first."""
    width = len(rows[0]) if rows else 0
    for column in range(width):
        texts = [row[column] for row in rows]
        years = column == 0 and all(_YEAR.fullmatch(text.strip()) for text in texts)
        if not years and any(map(is_number, texts)) and all(is_number(text) or is_blank(text) for text in texts):
            return column if column or width == 1 else 0
    return min(width, 1)


def make_table(
    grid: Grid, *, header_rows: int, labels: int | None, caption: Passage | None, name: str, ids: Callable[[], int]
) -> Table:
    """A table of a rectangle of cells. One cell that stands in several places becomes one passage there."""
    made: dict[int, Passage] = {}

    def cell(draft: Draft) -> Passage:
        passage = made.get(id(draft))
        if passage is None:
            passage = made[id(draft)] = draft.passage(ids(), Role.CELL)
        return passage

    heads = zip(*grid[:header_rows], strict=True) if header_rows else [() for _ in grid[0]]
    header = tuple(
        _header(head, cell, ids) if head else _no_header(below.passage(ids(), Role.CELL))
        for head, below in zip(heads, grid[0], strict=True)
    )
    body = grid[header_rows:]
    return Table(
        header=header,
        rows=tuple(tuple(map(cell, row)) for row in body),
        caption=caption,
        label_columns=label_columns([[draft.shown for draft in row] for row in body]) if labels is None else labels,
        name=name,
    )


def _no_header(below: Passage) -> Passage:
    """Stands over a column that has no header, at the place of its first cell."""
    return replace(below, text="", lines=below.lines[:1], marks=())


def _header(column: Sequence[Draft], cell: Callable[[Draft], Passage], ids: Callable[[], int]) -> Passage:
    """The header cells of one column as one."""
    distinct = list({id(draft): draft for draft in column}.values())
    filled = [draft for draft in distinct if draft.shown]
    if len(filled) < 2:
        return cell((filled or distinct)[0])
    parts = [draft.passage(-1, Role.CELL) for draft in filled]
    lines: list[tuple[int, int]] = []
    marks: list[Mark] = []
    offset = 0
    for part in parts:
        lines.extend((offset + start, line) for start, line in part.lines)
        marks.extend(Mark(mark.kind, offset + mark.start, offset + mark.end, mark.value) for mark in part.marks)
        offset += len(part.text) + 1
    last = parts[-1]
    return Passage(
        id=ids(),
        role=Role.CELL,
        text=" ".join(part.text for part in parts),
        file=last.file,
        lines=tuple(lines),
        marks=tuple(marks),
        sheet=last.sheet,
        cell=last.cell,
    )
