"""Where documents state a figure by its id: numbers inside a link or attribute that names it, cells of its table, rows
that carry the id. One pass over the passages; each cell costs a few look-ups."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from areasend.check.numbers.documents.model import Document, Mark, MarkKind, Passage, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Sort
from areasend.check.numbers.release_files.model import MOST_LABELS, Release, Side, Stated
from areasend.check.numbers.release_files.number_pages import entries_of
from areasend.check.numbers.release_files.observations import decimal_of

# Headings of the tables whose rows carry ids of figures, as CSV has them and as titles.
_IDS = ("figure_id", "Figure")
_NO_FIGURES = (Sort.DATE, Sort.REFERENCE, Sort.ORDINAL)
_SIDES = {
    "value": Side.VALUE,
    "Value": Side.VALUE,
    "Value here": Side.VALUE,
    "new_value": Side.VALUE,
    "New value": Side.VALUE,
    "numerator": Side.NUMERATOR,
    "Numerator": Side.NUMERATOR,
    "denominator": Side.DENOMINATOR,
    "Denominator": Side.DENOMINATOR,
    "value_there": Side.THERE,
    "Value there": Side.THERE,
}


def stated_in(evidence: Evidence, release: Release | None) -> Iterator[Stated]:
    """Every place where the documents give a value to a figure that they name, in order."""
    for document in evidence.documents:
        grids = 0
        yield from entries_of(evidence, document.blocks, _printed)
        for block in document.blocks:
            if isinstance(block, Table):
                grids += 1
                grid = f"{document.file}#{grids}"
                if block.caption is not None:
                    yield from _marked(evidence, block.caption, "")
                yield from _of_table(evidence, document, block, grid, release)
            elif isinstance(block, Passage):
                yield from _marked(evidence, block, "")
            else:
                for item in block.items:
                    yield from _marked(evidence, item, "")
        for note in document.notes:
            yield from _marked(evidence, note.passage, "")


def _marked(evidence: Evidence, passage: Passage, grid: str, belongs: str = "") -> Iterator[Stated]:
    """The numbers and machine values inside the marks of a passage that name a figure.

    In a table the heading and the label say what a cell is, and the mark is held against them: `belongs` is the figure
    of the cell, and a mark of another figure of the same table stands in the wrong cell.
    """
    marks = passage.marked(MarkKind.FIGURE)
    if not marks:
        return
    numbers = evidence.numbers_in(passage)
    starts = [number.start for number in numbers]
    values = passage.marked(MarkKind.VALUE)
    places = [value.start for value in values]
    for mark in dict.fromkeys(marks):
        inside = [*_inside(numbers, starts, mark)]
        machine = next(_inside(values, places, mark), None)
        moved = belongs and mark.value.partition(".")[0] == belongs.partition(".")[0]
        yield from _one(passage, belongs if moved else mark.value, mark, machine, inside, grid)


class _Ranged(Protocol):
    """What stands from `start` to `end` in a passage."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Entry = TypeVar("_Entry", bound=_Ranged)


def _inside(entries: Sequence[_Entry], starts: Sequence[int], mark: Mark) -> Iterator[_Entry]:
    """Those of the entries, sorted by their starts, that stand inside a mark."""
    for place in range(bisect_left(starts, mark.start), bisect_right(starts, mark.end)):
        if entries[place].end <= mark.end:
            yield entries[place]


def _one(
    passage: Passage, figure: str, mark: Mark, machine: Mark | None, inside: Sequence[Number], grid: str
) -> Iterator[Stated]:
    value = decimal_of(machine.value) if machine is not None else None
    counted = [number for number in inside if number.sort not in _NO_FIGURES]
    printed = _printed(counted[0], figure, Side.VALUE, grid) if len(counted) == 1 else None
    if printed is not None:
        yield printed
    if value is not None and (printed is None or printed.value != value):
        where = passage.where(mark.start)
        yield Stated(
            figure=figure,
            value=value,
            text=f"{value:f}",
            where=where,
            quote=passage.text,
            grid=grid if printed is None else "",
        )


def _printed(number: Number, figure: str, side: Side, grid: str = "") -> Stated | None:
    """A printed number as a place of a figure; None for a fraction such as a third."""
    value = signed(number)
    if value is None:
        return None
    return Stated(
        figure=figure,
        value=value,
        text=number.text,
        where=number.where,
        quote=number.sentence.text,
        numbers=(number.id,),
        grid=grid,
        side=side,
    )


def signed(number: Number) -> Decimal | None:
    """The value of a number with the minus sign that stands before it; None for a fraction such as a third."""
    if isinstance(number.value, Fraction):
        return None
    before = number.passage.text[max(0, number.start - 3) : number.start].rstrip()
    minus = before.endswith(("−", "-", "–")) and (len(before) == 1 or before[-2].isspace() or before[-2] == "(")
    return -abs(number.value) if minus else number.value


@dataclass(frozen=True, slots=True)
class _Headed:
    """A table of a document with the id of the table of ours that it is, and what its columns are, by place."""

    table: str
    columns: Sequence[str]
    area: int | None


def _of_table(
    evidence: Evidence, document: Document, block: Table, grid: str, release: Release | None
) -> Iterator[Stated]:
    headings = [cell.text.strip() for cell in block.header]
    column = next((place for place, heading in enumerate(headings) if heading in _IDS), None)
    if column is not None and _carries_ids(block, column):
        yield from _of_rows_with_ids(evidence, block, headings, column)
        return
    headed = _headed(document, block, headings, release)
    for row in block.rows:
        belong = _figures_of_row(row, headed, release) if headed is not None and release is not None else {}
        for place, cell in enumerate(row):
            if cell.marked(MarkKind.FIGURE):
                yield from _marked(evidence, cell, grid, belong.get(place, ""))
            elif place in belong:
                yield from _cell(evidence, cell, belong[place], grid)


def _headed(document: Document, block: Table, headings: Sequence[str], release: Release | None) -> _Headed | None:
    if release is None:
        return None
    for name in (block.name, PurePosixPath(document.file).stem):
        table = PurePosixPath(name).stem.replace("_", "-") if name.endswith(".csv") else name.replace("_", "-")
        known = release.tables.columns.get(table)
        if known is not None:
            columns = [known.get(heading, "") for heading in headings]
            area = headings.index("gss_code") if "gss_code" in headings else None
            return _Headed(table, columns, area)
    return None


def _figures_of_row(row: Sequence[Passage], headed: _Headed, release: Release) -> dict[int, str]:
    """Which figure belongs into each cell, by its row's label and its column's heading."""
    area = row[headed.area].text if headed.area is not None else ""
    key = release.tables.row(headed.table, [cell.text.strip() for cell in row[:MOST_LABELS]], area)
    found = {place: f"{headed.table}.{key}.{column}" for place, column in enumerate(headed.columns) if column}
    return {place: identifier for place, identifier in found.items() if identifier in release.observed}


def _carries_ids(block: Table, column: int) -> bool:
    """Whether a column holds ids of figures: three parts or more, joined by dots, without spaces."""
    return bool(block.rows) and all(
        row[column].text.count(".") >= 2 and " " not in row[column].text.strip() for row in block.rows[:3]
    )


def _of_rows_with_ids(evidence: Evidence, block: Table, headings: Sequence[str], ids: int) -> Iterator[Stated]:
    sides = [(place, _SIDES[heading]) for place, heading in enumerate(headings) if heading in _SIDES]
    for row in block.rows:
        for place, side in sides:
            yield from _cell(evidence, row[place], row[ids].text.strip(), "", side)


def _cell(evidence: Evidence, cell: Passage, identifier: str, grid: str, side: Side = Side.VALUE) -> Iterator[Stated]:
    value = decimal_of(cell.text)
    if value is not None:
        numbers = tuple(number.id for number in evidence.numbers_in(cell) if number.is_statistic)
        yield Stated(
            figure=identifier,
            value=value,
            text=cell.text.strip(),
            where=cell.where(),
            quote=cell.text,
            numbers=numbers,
            grid=grid,
            side=side,
        )
