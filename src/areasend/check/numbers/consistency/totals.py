"""Totals of tables: every stated margin is added up, and a cell that would mend all that fail is named.

A total is only what a heading says is one (`margins`). Parts that overlap (several answers, "do not sum") and margins
with a marker are not judged. One wrong cell makes the margin of its row and that of its column fail by the same amount:
then the finding names the cell and what would stand in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from areasend.check.numbers.consistency.grid import Cell, Column, Grid, Rank, exact
from areasend.check.numbers.consistency.margins import Relation, relations
from areasend.check.numbers.consistency.mending import Margin, Mend, mends
from areasend.check.numbers.consistency.wording import number_text, row_and_column
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

OVERLAP = re.compile(
    r"more than one|several|multiple|overlap|(?:do|does|may|might|will|can|need|should)(?: not|n't) (?:always )?"
    r"(?:be (?:added|summed)|sum|add|total|equal)|cannot be (?:added|summed)|more than 100|all that apply|double.count",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:top|main|most common|selected|largest|highest|lowest|examples?|some|part \d+|continued|cont\.)",
    re.IGNORECASE,
)
_PART_OF_TABLE = re.compile(r"\bpart \d+\b|\bcontinued\b|\bcont\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A margin with how sure it is that its total is the sum of its parts, and how many like it hold."""

    margin: Margin
    relation: Relation


def table_totals(evidence: Evidence, grid: Grid) -> Iterator[Verdict]:
    """Holds every total of a table against the sum of its parts."""
    columns = [column for column in grid.columns if column.numeric and not column.percent]
    ranks = [column.rank for column in columns] + [row.rank for row in grid.rows]
    if not columns or max(ranks) < Rank.WEAK:
        return
    values = [[exact(grid.cells[row.index][column.index].count) for column in columns] for row in grid.rows]
    unit = _unit(values, grid)
    judged = [*_across(grid, columns, values, unit), *_down(grid, columns, values, unit)]
    failing = [entry for entry in judged if not entry.margin.holds]
    yield from (_support(grid, entry.margin) for entry in judged if entry.margin.holds)
    if OVERLAP.search(grid.around):
        return
    holding = {cell for entry in judged if entry.margin.holds for cell in entry.margin.cells}
    found = mends([entry.margin for entry in failing], holding)
    mended = {place for mend in found for place in mend.margins}
    for mend in found:
        if not _quoted(evidence, grid, [mend.cell]):
            yield _mended(grid, mend, [failing[place].margin for place in mend.margins])
    yield from _short(evidence, grid, failing)
    for place, entry in enumerate(failing):
        if place not in mended and not _quoted(evidence, grid, entry.margin.cells):
            yield from _failed(grid, entry, holding)


def _quoted(evidence: Evidence, grid: Grid, places: Sequence[tuple[int, int]]) -> bool:
    return any(cell.count is not None and cell.count.id in evidence.quoted for cell in _cells(grid, places))


def _unit(values: Sequence[Sequence[Fraction | None]], grid: Grid) -> Fraction:
    """To what the numbers of the table are rounded: 1 if to nothing that shows."""
    known = [value for row in values for value in row if value]
    decimals = max((value.denominator for value in known), default=1)
    if decimals > 1:
        printed = (cell.count.places for row in grid.cells for cell in row if cell.count is not None)
        return Fraction(1, 10 ** max(printed, default=0))
    common = gcd(*(int(value) for value in known))
    return Fraction(common) if len(known) > 3 and common % 5 == 0 else Fraction(1)


def _across(
    grid: Grid, columns: Sequence[Column], values: Sequence[Sequence[Fraction | None]], unit: Fraction
) -> Iterator[_Judged]:
    """The totals among the columns, with a margin for each row."""
    lines = [
        [None if grid.rows[row].rank is Rank.OUTSIDE else values[row][place] for row in range(len(values))]
        for place in range(len(columns))
    ]
    slack = unit / 2 if unit != 1 else Fraction(0)
    for relation in relations(lines, [column.rank for column in columns], [()] * len(columns), slack):
        for row in range(len(values)):
            parts = tuple((row, columns[part].index) for part in relation.parts)
            known = [lines[part][row] for part in relation.parts]
            margin = _margin(
                (row, columns[relation.total].index), parts, lines[relation.total][row], known, slack, True
            )
            if margin is not None:
                yield _Judged(margin, relation)


def _down(
    grid: Grid, columns: Sequence[Column], values: Sequence[Sequence[Fraction | None]], unit: Fraction
) -> Iterator[_Judged]:
    """The totals among the rows, with a margin for each column."""
    lines = [
        [None if column.rank is Rank.OUTSIDE else value for column, value in zip(columns, row, strict=True)]
        for row in values
    ]
    slack = unit / 2 if unit != 1 else Fraction(0)
    ranks, groups = [row.rank for row in grid.rows], [row.labels for row in grid.rows]
    for relation in relations(lines, ranks, groups, slack):
        for place, column in enumerate(columns):
            parts = tuple((row, column.index) for row in relation.parts)
            known = [lines[row][place] for row in relation.parts]
            total = lines[relation.total][place]
            margin = _margin((relation.total, column.index), parts, total, known, slack, False)
            if margin is not None and not _are_rates(grid, margin):
                yield _Judged(margin, relation)


def _are_rates(grid: Grid, margin: Margin) -> bool:
    """Whether a total is a rate of all, like its parts: decimals up to 1, of which it is neither more nor less."""
    cells = _cells(grid, margin.cells)
    values = [exact(cell.count) for cell in _cells(grid, margin.parts)]
    known = [value for value in values if value is not None]
    decimal = all(cell.count is not None and cell.count.places > 0 for cell in cells)
    return decimal and len(known) > 1 and max(known) <= 1 and min(known) <= margin.stated <= max(known)


def _margin(
    total: tuple[int, int],
    parts: tuple[tuple[int, int], ...],
    stated: Fraction | None,
    known: Sequence[Fraction | None],
    slack: Fraction,
    across: bool,
) -> Margin | None:
    values = [value for value in known if value is not None]
    if stated is None or len(values) < len(known):
        return None
    return Margin(total, parts, stated, sum(values, Fraction(0)), slack * (len(parts) + 1), across)


def _cells(grid: Grid, places: Sequence[tuple[int, int]]) -> list[Cell]:
    return [grid.cells[row][column] for row, column in places]


def _ids(grid: Grid, places: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(cell.count.id for cell in _cells(grid, places) if cell.count is not None)


def _sum_text(grid: Grid, margin: Margin) -> str:
    texts = [cell.count.text for cell in _cells(grid, margin.parts) if cell.count is not None]
    written = " + ".join(texts) if len(texts) <= 12 else f"the {len(texts)} parts"
    return f"{written} = {number_text(margin.added)}"


def _support(grid: Grid, margin: Margin) -> Support:
    return Support(numbers=_ids(grid, margin.cells), status=Status.CONSISTENT, how=_sum_text(grid, margin))


def _line(grid: Grid, margin: Margin) -> str:
    row, column = margin.total
    if margin.across:
        return f"the row “{grid.rows[row].label or row + 1}”"
    return f"the column “{grid.table.header[column].text}”"


def _mended(grid: Grid, mend: Mend, margins: Sequence[Margin]) -> Finding:
    row, column = mend.cell
    cell = grid.cells[row][column]
    assert cell.count is not None
    expected = number_text(Fraction(cell.count.value) + mend.change)
    place = row_and_column(grid, row, column)
    lines = " and ".join(dict.fromkeys(_line(grid, margin) for margin in margins))
    return Finding(
        kind=Kind.TOTAL,
        severity=Severity.ERROR,
        where=cell.count.where,
        quote=grid.quote(row),
        expected=expected,
        found=cell.count.text,
        message=f"{place} has {cell.count.text}; with {expected} there, {lines} would add up to their totals.",
        computed="; ".join(f"{_sum_text(grid, entry)}, the total is {number_text(entry.stated)}" for entry in margins),
        advice="Check this cell first; then the others of its row and column.",
        numbers=(cell.count.id,),
    )


def _failed(grid: Grid, entry: _Judged, holding: set[tuple[int, int]]) -> Iterator[Finding]:
    """A margin that fails by itself: any of its numbers may be the wrong one, but for those that others support."""
    severity = _severity(grid, entry)
    if severity is None:
        return
    margin = entry.margin
    total = grid.cells[margin.total[0]][margin.total[1]]
    assert total.count is not None
    doubtful = [margin.total, *(place for place in margin.parts if place not in holding)]
    yield Finding(
        kind=Kind.TOTAL,
        severity=severity,
        where=total.count.where,
        quote=grid.quote(margin.total[0]),
        expected=number_text(margin.added),
        found=total.count.text,
        message=f"The parts in {_line(grid, margin)} add up to {number_text(margin.added)}; "
        f"the total “{_total_heading(grid, margin)}” is {total.count.text}.",
        computed=_sum_text(grid, margin),
        advice="Check the total and each of its parts against the source.",
        numbers=_ids(grid, doubtful) if severity is Severity.ERROR else (),
    )


def _short(evidence: Evidence, grid: Grid, failing: Sequence[_Judged]) -> Iterator[Finding]:
    """A plain total that is more than its parts everywhere: one of the parts may be missing."""
    lines: dict[tuple[bool, int], list[Margin]] = {}
    for entry in failing:
        if entry.relation.holds == 0 and entry.relation.rank is Rank.STRONG and entry.relation.fails > 1:
            lines.setdefault((entry.margin.across, entry.relation.total), []).append(entry.margin)
    for margins in lines.values():
        quoted = any(_quoted(evidence, grid, margin.cells) for margin in margins)
        if quoted or _SOME.search(grid.around) or any(margin.added > margin.stated for margin in margins):
            continue
        first = margins[0]
        total = grid.cells[first.total[0]][first.total[1]].count
        assert total is not None
        yield Finding(
            kind=Kind.TOTAL,
            severity=Severity.QUERY,
            where=total.where,
            quote=grid.quote(first.total[0]),
            expected=number_text(first.added),
            found=total.text,
            message=f"The parts add up to less than “{_total_heading(grid, first)}” throughout, first in "
            f"{_line(grid, first)}: {number_text(first.added)} of {total.text}. A part may be missing.",
            computed=_sum_text(grid, first),
            advice="Check whether all parts are in the table, or say which are left out.",
        )


def _total_heading(grid: Grid, margin: Margin) -> str:
    row, column = margin.total
    return grid.table.header[column].text if margin.across else grid.rows[row].label


def _severity(grid: Grid, entry: _Judged) -> Severity | None:
    """How much a failing margin by itself says; None if the line may well be no sum of these parts."""
    relation, margin = entry.relation, entry.margin
    if relation.holds == 0:
        plainly = relation.rank is Rank.STRONG and relation.fails == 1 and margin.added != margin.stated
        if not plainly or _PART_OF_TABLE.search(grid.around) or grid.leaves_out:
            return None
        return Severity.QUERY if margin.added > 2 * margin.stated else Severity.ERROR
    if relation.holds < relation.fails:
        return None
    sure = relation.rank >= Rank.NAMED or relation.holds > 1
    overlapping = margin.added > 2 * margin.stated and relation.holds < 3
    return Severity.ERROR if sure and not overlapping else Severity.QUERY
