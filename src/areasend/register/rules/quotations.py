"""Rules of figures quoted from publications: known documents, ids once, shares that can be shares."""

from collections.abc import Iterator
from typing import Any

from areasend.register.errors import Fault
from areasend.register.reading import Placed
from areasend.register.records import Unit
from areasend.register.rules.record_set import RecordSet, doubled, fault
from areasend.register.schema import (
    CONTEXT_FIGURES,
    DOCUMENTS,
    PRINTED_FIGURES,
    SURVEY_RETURNS,
    THEMATIC_TOPICS,
    THEMATIC_VISITS,
    RecordType,
)


def documents_are_known(records: RecordSet) -> Iterator[Fault]:
    """Ids are unique in their file, and every document that a record quotes is listed."""
    for kind, rows in quoted(records):
        yield from doubled(kind, rows, "id", lambda entry: entry.id, "the id stands twice")
    if DOCUMENTS.name in records.unread:
        return
    known = {placed.record.id for placed in records.documents}
    quoting = [
        *quoted(records)[1:],
        (THEMATIC_VISITS, records.thematic_visits),
        (THEMATIC_TOPICS, records.thematic_topics),
    ]
    for kind, rows in quoting:
        for placed in rows:
            if placed.record.document not in known:
                yield fault(kind, placed, "document", rule="no such document", remedy="Add it to documents.csv")


def quoted(records: RecordSet) -> list[tuple[RecordType, tuple[Placed[Any], ...]]]:
    """The files whose rows carry an id of their own; documents first, then those that quote them."""
    return [
        (DOCUMENTS, records.documents),
        (SURVEY_RETURNS, records.survey_returns),
        (CONTEXT_FIGURES, records.context_figures),
        (PRINTED_FIGURES, records.printed_figures),
    ]


def shares_are_shares(records: RecordSet) -> Iterator[Fault]:
    """A printed share is at most 100%; a printed count is whole; a period does not end before it starts."""
    for placed in records.printed_figures:
        entry = placed.record
        if entry.unit is Unit.PERCENT and entry.value > 100:
            yield fault(PRINTED_FIGURES, placed, "value", rule="a share of more than 100%", remedy="Correct the value")
        if entry.unit is Unit.COUNT and entry.value % 1:
            yield fault(PRINTED_FIGURES, placed, "value", rule="a count that is not whole", remedy="Correct the value")
    for returned in records.survey_returns:
        if returned.record.period_end < returned.record.period_start:
            rule = f"ends before it starts ({returned.record.period_start})"
            yield fault(SURVEY_RETURNS, returned, "period_end", rule=rule, remedy="Correct one of the dates")
