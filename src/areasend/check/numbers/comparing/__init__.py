"""Comparing: claims held against each other and against the records.

Holds: tables against sentences and records with exchanged rows and columns named, sentences against records, one thing
counted in two places, lists of areas, and what words claim of all regions or themes at once. Hands on: `RULES`.
"""

from collections.abc import Iterator

from areasend.check.numbers.comparing.area_lists import area_lists_against_records
from areasend.check.numbers.comparing.places import same_number_everywhere
from areasend.check.numbers.comparing.sentences import sentences_against_records
from areasend.check.numbers.comparing.superlatives import superlatives
from areasend.check.numbers.comparing.tables import judged_tables, tables_against_the_rest
from areasend.check.numbers.comparing.visits import visits_against_records
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.records.counting import Counting
from areasend.check.numbers.results.model import Verdict


def compared(evidence: Evidence) -> Iterator[Verdict]:
    """Tables first: what stands under an exchanged heading is not held against anything by that heading."""
    counting = Counting(evidence.snapshot, evidence.framework) if evidence.snapshot is not None else None
    tables = judged_tables(evidence, counting)
    yield from tables_against_the_rest(tables, counting)
    if counting is not None:
        yield from sentences_against_records(evidence, counting)
    moved = frozenset(number for table in tables for number in table.moved())
    told = frozenset(pair for table in tables for pair in table.told())
    yield from same_number_everywhere(evidence, moved, told)
    yield from superlatives(evidence, moved)


RULES = (compared, area_lists_against_records, visits_against_records)

__all__ = ["RULES"]
