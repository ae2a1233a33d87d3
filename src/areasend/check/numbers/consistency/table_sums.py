"""All that is added up in tables, each read once."""

from collections.abc import Iterator

from areasend.check.numbers.consistency.grid import grids
from areasend.check.numbers.consistency.hundred import percentage_sums
from areasend.check.numbers.consistency.misplaced import misplaced_totals
from areasend.check.numbers.consistency.totals import table_totals
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Verdict


def table_sums(evidence: Evidence) -> Iterator[Verdict]:
    """Totals against their parts, a total in the wrong place, percentages under a total of 100%."""
    for grid in grids(evidence):
        yield from table_totals(evidence, grid)
        yield from misplaced_totals(evidence, grid)
        yield from percentage_sums(evidence, grid)
