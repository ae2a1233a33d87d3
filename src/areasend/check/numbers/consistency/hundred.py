"""Percentages of parts under a total of 100%: they add up to 100, but for what rounding takes.

k rounded percentages may miss 100 by k halves of their last place. Up to k whole ones can still be percentages that
were cut off or rounded up (QUERY); beyond that no way of rounding explains it (ERROR). Sums over 100 may be parts that
overlap: they are told only where another sum under the same total holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from areasend.check.numbers.consistency.grid import Grid, Rank, exact
from areasend.check.numbers.consistency.margins import Relation, relations
from areasend.check.numbers.consistency.totals import OVERLAP
from areasend.check.numbers.consistency.wording import number_text
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict


@dataclass(frozen=True, slots=True)
class _Sum:
    """Percentages with the 100% they stand under."""

    total: Number
    parts: tuple[Number, ...]
    relation: Relation

    @property
    def added(self) -> Fraction:
        return sum((Fraction(part.value) for part in self.parts), Fraction(0))

    @property
    def unit(self) -> Fraction:
        return Fraction(1, 10 ** min(part.places for part in self.parts))

    @property
    def off(self) -> Fraction:
        """By how many units of the last place, for each part, the sum misses 100."""
        return abs(self.added - 100) / (self.unit * len(self.parts))


def percentage_sums(evidence: Evidence, grid: Grid) -> Iterator[Verdict]:
    """Adds up the percentages of each column and row of a table that has a total of 100%."""
    for entry in _sums(grid):
        numbers = tuple(part.id for part in entry.parts)
        if entry.off <= Fraction(1, 2):
            how = f"the {len(numbers)} percentages add up to {number_text(entry.added)}"
            yield Support(numbers=(*numbers, entry.total.id), status=Status.CONSISTENT, how=how)
        elif not OVERLAP.search(grid.around) and not {*numbers, entry.total.id} & evidence.quoted:
            severity = _severity(entry)
            if severity is not None:
                yield _finding(entry, severity)


def _sums(grid: Grid) -> Iterator[_Sum]:
    percents = [[cell.percent for cell in row] for row in grid.cells]
    columns = [column.index for column in grid.columns if any(row[column.index] is not None for row in percents)]
    if not columns:
        return
    down = [[percents[row.index][column] for column in columns] for row in grid.rows]
    yield from _lines(down, [row.rank for row in grid.rows], [row.labels for row in grid.rows])
    across = [[row[column] for row in percents] for column in columns]
    ranks = {column.index: column.rank for column in grid.columns}
    yield from _lines(across, [ranks[column] for column in columns], [()] * len(columns))


def _lines(
    lines: Sequence[Sequence[Number | None]], ranks: Sequence[Rank], groups: Sequence[Sequence[str]]
) -> Iterator[_Sum]:
    values = [
        [value if rank < Rank.WEAK or value == 100 else None for value in (exact(number) for number in line)]
        for line, rank in zip(lines, ranks, strict=True)
    ]
    places = [number.places for line in lines for number in line if number is not None]
    slack = Fraction(1, 2 * 10 ** min(places, default=0))
    for relation in relations(values, ranks, groups, slack):
        for place, total in enumerate(lines[relation.total]):
            parts = [lines[part][place] for part in relation.parts]
            known = tuple(part for part in parts if part is not None and exact(part) is not None)
            if total is not None and values[relation.total][place] is not None and len(known) == len(parts):
                yield _Sum(total, known, relation)


def _severity(entry: _Sum) -> Severity | None:
    plain = entry.relation.rank >= Rank.NAMED or entry.relation.holds > 0
    if entry.off <= 1:
        return Severity.QUERY if plain else None
    if entry.added > 100 and not entry.relation.holds:
        return None
    return Severity.ERROR if plain else None


def _finding(entry: _Sum, severity: Severity) -> Finding:
    texts = [part.text for part in entry.parts]
    count = len(texts)
    why = "more than any rounding takes" if severity is Severity.ERROR else "more than rounding takes"
    return Finding(
        kind=Kind.PERCENTAGE_SUM,
        severity=severity,
        where=entry.total.where,
        quote=", ".join(texts[:20]),
        expected="100%",
        found=f"{number_text(entry.added)}%",
        message=f"The {count} percentages under this total add up to {number_text(entry.added)}%, {why}.",
        computed=f"{count} rounded percentages may miss 100 by {number_text(entry.unit * count / 2)}",
        advice="Check each percentage against its count.",
        numbers=tuple(part.id for part in entry.parts) if severity is Severity.ERROR else (),
    )
