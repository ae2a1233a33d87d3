"""A table as the rules of arithmetic see it: which cells hold a count, a percentage, a marker or words.

A cell is read only if nothing but numbers, brackets and markers stands in it: "14", "14 (26%)", "1,234 [r]". A cell
with a marker or without text is unknown, never 0. A column of words (places, dates, remarks) is no column of numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from areasend.check.numbers.documents.model import Document, MarkKind, Passage, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Relation, Unit

_BESIDE = re.compile(r"[\s()\[\];,/|£%*†‡~<>≤≥≈:.\-–—]|\[[a-z]\]|\bper cent\b", re.IGNORECASE)
_MARKER = re.compile(r"\[?\(?(?:[a-z]|n/?a|low|\.{1,3}|:|-|–|—|\*|#|not (?:available|applicable))\)?\]?", re.IGNORECASE)
_NO_SUM = re.compile(
    r"\b(?:averages?|means?|medians?|rates?|ratios?|per|index|scores?|ranks?|rank(?:ed|ing)|change[sd]?|differences?"
    r"|difference|minimum|maximum|min|max|lowest|highest|cumulative|running|to date|so far|percentage points?|age"
    r"|low|high|kappa|alpha|standard|variance|expected|target|previous|of (?:which|whom|these|those))\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"(?:(?:grand|overall|sub|column|row) ?-?)?(?:totals?|sum)(?: number| \(?n\)?| count)?", re.IGNORECASE
)
_NAMED = re.compile(r"(?:(?:grand|overall|sub)[ -]?)?total\b.*|.*\btotal", re.IGNORECASE)
_WEAK = re.compile(r"all|overall|england|all .*|every .*|number of .*|whole .*|altogether", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BEFORE, _AFTER, _LONGEST = 2, 3, 1000


class Rank(IntEnum):
    """What a row or column is by its heading: parts, no part of any sum, or a total, stated more or less plainly."""

    PART = 0
    OUTSIDE = 1
    WEAK = 2
    NAMED = 3
    STRONG = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its count and its percentage, if any; `text` says that it holds words, not numbers."""

    passage: Passage
    count: Number | None
    percent: Number | None
    text: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column right of the labels: `percent` if its bare numbers are percentages, `numeric` if it holds
    numbers, or markers where numbers would stand."""

    index: int
    heading: str
    rank: Rank
    percent: bool
    numeric: bool


@dataclass(frozen=True, slots=True)
class Row:
    index: int
    label: str
    labels: tuple[str, ...]
    rank: Rank


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read: `cells[row][column]` for every column of the table, those of the labels too."""

    table: Table
    document: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: tuple[tuple[Cell, ...], ...]
    around: str

    @property
    def leaves_out(self) -> bool:
        """Whether digits stand in columns that hold no counts or percentages: codes, years, "7 of 9"."""
        out = [column.index for column in self.columns if not column.numeric]
        return any(_DIGIT.search(row[index].passage.text) for row in self.cells for index in out)

    def quote(self, row: int) -> str:
        """A row as a person finds it."""
        text = " | ".join(cell.passage.text for cell in self.cells[row])
        return text if len(text) <= 240 else f"{text[:237]}..."


def grids(evidence: Evidence) -> Iterator[Grid]:
    """Every table of the documents, in order."""
    for place, document in enumerate(evidence.documents):
        for index, block in enumerate(document.blocks):
            if isinstance(block, Table):
                yield read_grid(evidence, place, block, _around(document, index))


def _around(document: Document, index: int) -> str:
    """What is said right before and after a table and in notes that its cells and heading point to."""
    beside = document.blocks[max(0, index - _BEFORE) : index] + document.blocks[index + 1 : index + 1 + _AFTER]
    table = document.blocks[index]
    assert isinstance(table, Table)
    headed = table.header if table.caption is None else (table.caption, *table.header)
    labels = {mark.value for passage in headed for mark in passage.marked(MarkKind.FOOTNOTE)}
    texts = [block.text for block in beside if isinstance(block, Passage)]
    texts += [passage.text for passage in headed]
    texts += [note.passage.text for note in document.notes if note.label in labels]
    return " ".join(text[:_LONGEST] for text in texts)


def read_grid(evidence: Evidence, document: int, table: Table, around: str = "") -> Grid:
    cells = tuple(tuple(_cell(evidence, passage) for passage in row) for row in table.rows)
    columns = tuple(_column(table, cells, index) for index in range(table.label_columns, len(table.header)))
    rows = tuple(_row(table, index) for index in range(len(table.rows)))
    return Grid(table=table, document=document, columns=columns, rows=rows, cells=cells, around=around)


def plain(text: str) -> str:
    """A heading for comparing: lower case, single spaces, without marks around it."""
    return " ".join(text.replace("\u2019", "'").split()).strip(" .:*").lower()


def line_rank(text: str) -> Rank:
    """What a heading says of its row or column.

    >>> line_rank("Total"), line_rank("Mean"), line_rank("All regions"), line_rank("London")
    (<Rank.STRONG: 4>, <Rank.OUTSIDE: 1>, <Rank.WEAK: 2>, <Rank.PART: 0>)
    """
    text = plain(text)
    if _NO_SUM.search(text) or text.startswith("of "):
        return Rank.OUTSIDE
    for pattern, rank in ((_STRONG, Rank.STRONG), (_NAMED, Rank.NAMED), (_WEAK, Rank.WEAK)):
        if pattern.fullmatch(text):
            return rank
    return Rank.PART


def exact(number: Number | None) -> Fraction | None:
    """The value of a number that is stated as it is, None of "over 20" and of nothing."""
    return Fraction(number.value) if number is not None and number.relation is Relation.EXACT else None


def _cell(evidence: Evidence, passage: Passage) -> Cell:
    numbers = [number for number in evidence.numbers_in(passage) if number.is_statistic]
    rest = passage.text
    for number in reversed(numbers):
        rest = rest[: number.start] + rest[number.end :]
    if not numbers:
        text = bool(rest.strip()) and not _MARKER.fullmatch(rest.strip())
        return Cell(passage, None, None, text)
    counts = [number for number in numbers if number.unit in (Unit.COUNT, Unit.MONEY)]
    percents = [number for number in numbers if number.unit is Unit.PERCENT]
    if len(counts) + len(percents) != len(numbers) or len(counts) > 1 or len(percents) > 1 or _BESIDE.sub("", rest):
        return Cell(passage, None, None, True)
    return Cell(passage, counts[0] if counts else None, percents[0] if percents else None, False)


def _column(table: Table, cells: tuple[tuple[Cell, ...], ...], index: int) -> Column:
    heading = table.header[index].text
    entries = [row[index] for row in cells]
    counts = sum(cell.count is not None for cell in entries)
    percents = sum(cell.percent is not None for cell in entries)
    texts = sum(cell.text for cell in entries)
    both = any(cell.count is not None and cell.percent is not None for cell in entries)
    percent = not both and percents > counts
    bare = re.sub(r"[(\[]?(?:%|per cent)[)\]]?", "", heading)
    return Column(
        index=index,
        heading=plain(heading),
        rank=line_rank(bare),
        percent=percent,
        numeric=texts == 0 or (counts + percents > 0 and texts * 2 <= len(entries)),
    )


def _row(table: Table, index: int) -> Row:
    labels = tuple(plain(passage.text) for passage in table.rows[index][: table.label_columns])
    ranks = [line_rank(label) for label in labels]
    rank = Rank.OUTSIDE if Rank.OUTSIDE in ranks else max(ranks, default=Rank.PART)
    return Row(index=index, label=" ".join(label for label in labels if label), labels=labels, rank=rank)
