"""All that is asked of percentages whose base is known, which are gathered once."""

from collections.abc import Iterator

from areasend.check.numbers.consistency.bases import known_shares
from areasend.check.numbers.consistency.possible import possible_percentages
from areasend.check.numbers.consistency.shares import percentages_of_counts
from areasend.check.numbers.consistency.two_ways import fractions_two_ways
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Verdict


def percentages(evidence: Evidence) -> Iterator[Verdict]:
    """Against the count beside them, against every count of their base, and against each other."""
    known = known_shares(evidence)
    yield from percentages_of_counts(known)
    yield from possible_percentages(known)
    yield from fractions_two_ways(known)
