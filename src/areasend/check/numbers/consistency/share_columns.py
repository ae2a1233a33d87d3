"""Percentages of a table beside their counts, and of what they are: found by trying what the table states.

A percentage stands in the cell of its count, "14 (26%)", or in a column headed as the count's with a sign or word for
percentages ("Good" and "Good (%)"; "Number" and "%"). Its base may be in a column of its row (a total, "Of
inspections", or simply the column of all areas), in the row of totals, in the caption, or be the sum of its column. The
base that explains most of the percentages is theirs, if it explains nearly all: a percentage that it does not explain
is then held against it. Where no base explains them nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from areasend.check.numbers.consistency.grid import Column, Grid, Rank, exact, plain
from areasend.check.numbers.consistency.roundings import Way, ways
from areasend.check.numbers.reading.model import Number, Relation

_SIGN = re.compile(
    r"[(\[]?\s*(?:%|per ?cent(?:age)?s?|proportions?|shares?)\s*[)\]]?|\b(?:percentage|proportion|share) of\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[(\[]?\s*\b(?:number|count|n|no\.?)(?: of)?\b\s*[)\]]?", re.IGNORECASE)
_NEAR = 3
_ENOUGH = 4
_FITTING = (Way.HALF_UP, Way.HALF_EVEN, Way.CUT_OFF)


@dataclass(frozen=True, slots=True)
class Pair:
    """A count and its percentage in a row; `column` is that of the count."""

    row: int
    column: int
    part: Number
    percent: Number


@dataclass(frozen=True, slots=True)
class Base:
    """A base for a pair: its value, and the number that states it; None if it is a sum."""

    value: int
    number: Number | None


@dataclass(frozen=True, slots=True)
class _Guess:
    """One way to say of what the percentages are: a base for each pair, None where there is none; `stated` if the
    table says that it is a total or base."""

    bases: tuple[Base | None, ...]
    stated: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of counts of a table, those that are stated as totals or bases, and its first and last total row."""

    counts: tuple[Column, ...]
    stated: tuple[Column, ...]
    places: dict[int, int]
    total_rows: tuple[int, ...]


def shares_of_table(grid: Grid, before: Sequence[Number]) -> Iterator[tuple[Pair, Base]]:
    """Each percentage beside its count with its base. `before` are the counts of the caption and right before it."""
    pairs = list(_pairs(grid))
    if not pairs:
        return
    columns = _columns(grid)
    together = _base(grid, columns, pairs, before)
    if together is not None:
        yield from together
        return
    by_column: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_column.setdefault(pair.column, []).append(pair)
    if len(by_column) > 1:
        for group in by_column.values():
            yield from _base(grid, columns, group, before) or ()


def _pairs(grid: Grid) -> Iterator[Pair]:
    """Each percentage of a table that stands beside its count."""
    matches = dict(_matches(grid.columns))
    for row in grid.rows:
        for column in grid.columns:
            cell = grid.cells[row.index][column.index]
            if cell.count is not None and cell.percent is not None:
                part, percent = cell.count, cell.percent
            elif column.index in matches and cell.percent is not None:
                beside = grid.cells[row.index][matches[column.index]].count
                if beside is None:
                    continue
                part, percent = beside, cell.percent
            else:
                continue
            if part.relation is Relation.EXACT and percent.relation is Relation.EXACT:
                yield Pair(row.index, matches.get(column.index, column.index), part, percent)


def _matches(columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """For each column of percentages the column of its counts: of the same heading, or right before if it has none."""
    counts = {_bare(column.heading): column.index for column in reversed(columns) if _is_count(column)}
    for place, column in enumerate(columns):
        if not column.percent:
            continue
        bare = _bare(column.heading)
        if bare in counts:
            yield column.index, counts[bare]
        elif not bare and place and _is_count(columns[place - 1]):
            yield column.index, columns[place - 1].index


def _is_count(column: Column) -> bool:
    return column.numeric and not column.percent


def _bare(heading: str) -> str:
    return plain(_COUNT.sub(" ", _SIGN.sub(" ", heading))).strip(" ,-–()")


def _base(
    grid: Grid, columns: _Columns, pairs: Sequence[Pair], before: Sequence[Number]
) -> list[tuple[Pair, Base]] | None:
    best: tuple[int, _Guess] | None = None
    for guess in _guesses(grid, columns, pairs, before):
        fitting = sum(base is not None and _fits(pair, base) for pair, base in zip(pairs, guess.bases, strict=True))
        if best is None or fitting > best[0]:
            best = (fitting, guess)
    if best is None or not _sure(best[0], sum(base is not None for base in best[1].bases), best[1].stated):
        return None
    return [(pair, base) for pair, base in zip(pairs, best[1].bases, strict=True) if base is not None]


def _fits(pair: Pair, base: Base) -> bool:
    if pair.part.value > base.value:
        return False
    found = ways(int(pair.part.value), base.value, pair.percent.value, pair.percent.places)
    return any(way in _FITTING for way in found)


def _sure(fitting: int, tried: int, stated: bool) -> bool:
    """Whether a base that explains so many of the percentages is theirs."""
    if fitting == tried:
        return stated or tried > 2
    return fitting * 3 >= tried * 2 if stated else fitting > 3 and fitting * 5 >= tried * 4


def _guesses(grid: Grid, columns: _Columns, pairs: Sequence[Pair], before: Sequence[Number]) -> Iterator[_Guess]:
    for column in _base_columns(columns, pairs):
        yield _Guess(
            tuple(_number_base(grid.cells[pair.row][column.index].count) for pair in pairs),
            column.rank >= Rank.WEAK or column.heading.startswith("of "),
        )
    for row in columns.total_rows:
        yield _Guess(tuple(_number_base(grid.cells[row][pair.column].count) for pair in pairs), True)
    for number in dict.fromkeys(before):
        yield _Guess(tuple([_number_base(number)] * len(pairs)), True)
    sums: dict[int, Base | None] = {column: _sum(grid, column) for column in {pair.column: None for pair in pairs}}
    yield _Guess(tuple(sums[pair.column] for pair in pairs), False)
    for value in _implied(pairs):
        yield _Guess(tuple([Base(value, None)] * len(pairs)), False)


def _implied(pairs: Sequence[Pair]) -> Iterator[int]:
    """The bases that the largest percentage allows, if they are few: a column may be of a number stated elsewhere."""
    largest = max(pairs, key=lambda pair: Fraction(pair.percent.value))
    percent, part = Fraction(largest.percent.value), Fraction(largest.part.value)
    half = Fraction(1, 10**largest.percent.places)
    if len(pairs) < _ENOUGH or not part or not half < percent <= 100:
        return
    low, high = 100 * part / (percent + half), 100 * part / (percent - half)
    yield from range(max(int(part), ceil(low)), min(int(high), ceil(low) + _NEAR) + 1)


def _columns(grid: Grid) -> _Columns:
    counts = tuple(column for column in grid.columns if _is_count(column))
    stated = [column for column in counts if column.rank >= Rank.WEAK or column.heading.startswith("of ")]
    totals = [row.index for row in grid.rows if row.rank >= Rank.WEAK]
    return _Columns(
        counts=counts,
        stated=tuple(dict.fromkeys([*stated[:_NEAR], *stated[-_NEAR:]])),
        places={column.index: place for place, column in enumerate(counts)},
        total_rows=tuple(dict.fromkeys([*totals[:1], *totals[-1:]])),
    )


def _base_columns(columns: _Columns, pairs: Sequence[Pair]) -> list[Column]:
    """The columns that may hold bases: totals and "of ..." first, then the first and those near the counts."""
    own = {pair.column for pair in pairs}
    place = columns.places.get(min(own), 0)
    near = columns.counts[max(0, place - _NEAR) : place + _NEAR + 1]
    found = dict.fromkeys([*columns.stated, *columns.counts[:1], *near])
    return [column for column in found if column in columns.stated or column.index not in own]


def _number_base(number: Number | None) -> Base | None:
    value = exact(number)
    return Base(int(value), number) if value is not None and value > 0 and value.denominator == 1 else None


def _sum(grid: Grid, column: int) -> Base | None:
    values = [exact(grid.cells[row.index][column].count) for row in grid.rows if row.rank is Rank.PART]
    known = [value for value in values if value is not None]
    added = sum(known, Fraction(0))
    whole = len(known) == len(values) and added > 0 and added.denominator == 1
    return Base(int(added), None) if whole else None
