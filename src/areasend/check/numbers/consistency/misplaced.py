"""A total that stands in the wrong column or row: not the one headed as total is the sum of the others, another is."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from areasend.check.numbers.consistency.grid import Grid, Rank, exact
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict

_FEW = 3


def misplaced_totals(evidence: Evidence, grid: Grid) -> Iterator[Verdict]:
    """Names the column (or row) that stands exchanged with the total, where every row (or column) says so."""
    columns = [column for column in grid.columns if column.numeric and not column.percent]
    lines = [[grid.cells[row.index][column.index].count for row in grid.rows] for column in columns]
    names = [grid.table.header[column.index].text for column in columns]
    yield from _exchanged(evidence, grid, lines, [column.rank for column in columns], names, Kind.EXCHANGED_COLUMNS)
    rows = [[grid.cells[row.index][column.index].count for column in columns] for row in grid.rows]
    labels = [row.label for row in grid.rows]
    yield from _exchanged(evidence, grid, rows, [row.rank for row in grid.rows], labels, Kind.EXCHANGED_ROWS)


def _exchanged(
    evidence: Evidence,
    grid: Grid,
    lines: Sequence[Sequence[Number | None]],
    ranks: Sequence[Rank],
    names: Sequence[str],
    kind: Kind,
) -> Iterator[Finding]:
    totals = [place for place, rank in enumerate(ranks) if rank >= Rank.WEAK]
    if len(totals) != 1 or ranks[totals[0]] < Rank.NAMED or len(lines) < _FEW:
        return
    sums = [0] * len(lines)
    positions = 0
    for place in range(len(lines[0])):
        values = [exact(line[place]) for line in lines]
        known = [value for value in values if value is not None]
        if len(known) < len(values) or not any(known):
            continue
        positions += 1
        whole = sum(known, Fraction(0))
        for line, value in enumerate(known):
            sums[line] += 2 * value == whole
    others = [place for place, count in enumerate(sums) if count == positions]
    if positions < 2 or sums[totals[0]] or len(others) != 1:
        return
    numbers = [number for place in (others[0], totals[0]) for number in lines[place] if number is not None]
    if not any(number.id in evidence.quoted for number in numbers):
        yield _finding(grid, names[others[0]], names[totals[0]], numbers, kind)


def _finding(grid: Grid, other: str, total: str, numbers: Sequence[Number], kind: Kind) -> Finding:
    what, each = ("columns", "row") if kind is Kind.EXCHANGED_COLUMNS else ("rows", "column")
    return Finding(
        kind=kind,
        severity=Severity.ERROR,
        where=numbers[0].where,
        quote=grid.quote(0),
        expected=f"“{total}” with the sums",
        found=f"“{other}” with the sums",
        message=f"The {what} “{other}” and “{total}” stand exchanged: in every {each} the number under “{other}” is "
        "the sum of all the others.",
        advice=f"Exchange the numbers of the two {what}.",
        numbers=tuple(number.id for number in numbers),
    )
