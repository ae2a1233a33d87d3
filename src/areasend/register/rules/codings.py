"""Rules of codings: each is by a known coder, of a finding or of all findings of a kind, once, and done when locked.

That a theme is one of the codebook cannot be said here: the codebook is known to the room `themes`, which says it.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from areasend.register.errors import Fault
from areasend.register.reading import Placed
from areasend.register.rules.record_set import RecordSet, doubled, fault
from areasend.register.schema import (
    ADJUDICATIONS,
    CODERS,
    CODINGS,
    FINDINGS,
    INSPECTIONS,
    LEADERSHIP_STATEMENTS,
    THEMATIC_TOPICS,
)


def coders_are_known(records: RecordSet) -> Iterator[Fault]:
    """A coder stands once in coders.csv, and every coding is by one who stands there."""
    yield from doubled(CODERS, records.coders, "coder", lambda entry: entry.coder, "the coder stands twice")
    if not records.is_whole(CODERS):
        return
    known = {placed.record.coder for placed in records.coders}
    for placed in records.codings:
        if placed.record.coder not in known:
            yield fault(CODINGS, placed, "coder", rule="no such coder", remedy="Add the coder to coders.csv")


def codings_are_of_findings(records: RecordSet) -> Iterator[Fault]:
    """What is coded is of an inspection of the register; with a number, it is one of its findings."""
    inspections = {placed.record.inspection_id for placed in records.inspections}
    findings = {placed.record.finding_id for placed in records.findings}
    for placed in _in_known_areas(records, records.codings):
        entry = placed.record
        if entry.inspection_id not in inspections:
            if records.is_whole(INSPECTIONS):
                rule = "no inspection of the area began on this day"
                remedy = "Correct the day, or add the inspection to inspections.csv"
                yield fault(CODINGS, placed, "inspection_start", rule=rule, remedy=remedy)
        elif entry.seq is not None and entry.unit_id not in findings and records.is_whole(FINDINGS):
            rule = "no finding of the inspection has this kind and number"
            remedy = "Correct the number, add the finding to findings.csv, or leave seq empty for all of the kind"
            yield fault(CODINGS, placed, "seq", rule=rule, remedy=remedy)


def codings_are_distinct(records: RecordSet) -> Iterator[Fault]:
    """A coder codes a finding once; a report's findings of a kind either one by one or all together, by every coder."""
    yield from doubled(CODINGS, records.codings, "coder", lambda entry: entry.coding_id, "the coding stands twice")
    yield from doubled(
        ADJUDICATIONS, records.adjudications, "seq", lambda entry: entry.unit_id, "the adjudication stands twice"
    )
    forms: dict[tuple[str, str], Placed[Any]] = {}
    for placed in records.codings:
        entry = placed.record
        first = forms.setdefault((entry.inspection_id, entry.kind), placed)
        if (first.record.seq is None) != (entry.seq is None):
            rule = f"these findings are coded one by one and all together (first otherwise on row {first.row})"
            yield fault(CODINGS, placed, "seq", rule=rule, remedy="Keep one of the two forms", value=entry.seq or "")


def adjudications_settle_codings(records: RecordSet) -> Iterator[Fault]:
    """What is adjudicated was coded, and so is a finding of an inspection; it was settled once its coders were done."""
    if not records.is_whole(CODINGS) or not records.is_whole(CODERS):
        return
    locked: dict[str, date] = {placed.record.coder: placed.record.locked for placed in records.coders}
    coders: dict[str, list[str]] = defaultdict(list)
    for coding in records.codings:
        coders[coding.record.unit_id].append(coding.record.coder)
    for placed in _in_known_areas(records, records.adjudications):
        given = coders.get(placed.record.unit_id, [])
        days = [locked[coder] for coder in given if coder in locked]
        if not given:
            remedy = "Remove it, or add the codings that it settles"
            yield fault(ADJUDICATIONS, placed, "seq", rule="nobody coded what is adjudicated", remedy=remedy)
        elif days and placed.record.decided < max(days):
            rule = f"decided before the coders were done ({max(days)})"
            remedy = "Correct the day: coders are locked before anybody adjudicates"
            yield fault(ADJUDICATIONS, placed, "decided", rule=rule, remedy=remedy)


def versions_are_counted_from_one(records: RecordSet) -> Iterator[Fault]:
    """A version of the codebook is a number from 1 on."""
    for kind, rows in ((CODINGS, records.codings), (ADJUDICATIONS, records.adjudications)):
        for placed in rows:
            if placed.record.codebook == 0:
                remedy = "Write the version the themes were given with"
                yield fault(kind, placed, "codebook", rule="versions are counted from 1", remedy=remedy)


def topics_and_leadership_stand_once(records: RecordSet) -> Iterator[Fault]:
    """A year has one topic; an inspection has one statement on leadership, and a page only where it says something."""
    yield from doubled(
        THEMATIC_TOPICS, records.thematic_topics, "year", lambda entry: entry.year, "the year has two topics"
    )
    rows = records.leadership_statements
    once = "the inspection stands twice"
    yield from doubled(LEADERSHIP_STATEMENTS, rows, "inspection_start", lambda entry: entry.inspection_id, once)
    inspections = {placed.record.inspection_id for placed in records.inspections}
    for placed in _in_known_areas(records, rows):
        if placed.record.inspection_id not in inspections and records.is_whole(INSPECTIONS):
            rule = "no inspection of the area began on this day"
            remedy = "Correct the day, or add the inspection to inspections.csv"
            yield fault(LEADERSHIP_STATEMENTS, placed, "inspection_start", rule=rule, remedy=remedy)
        if placed.record.page is not None and not placed.record.changed:
            remedy = "Leave the page empty, or write yes"
            rule = "a page of a statement that the report does not make"
            yield fault(LEADERSHIP_STATEMENTS, placed, "page", rule=rule, remedy=remedy)


def _in_known_areas(records: RecordSet, rows: tuple[Placed[Any], ...]) -> Iterator[Placed[Any]]:
    """The others are told by the rule of areas alone."""
    areas = records.areas_by_code()
    return (placed for placed in rows if placed.record.gss_code in areas)


__all__ = [
    "adjudications_settle_codings",
    "coders_are_known",
    "codings_are_distinct",
    "codings_are_of_findings",
    "topics_and_leadership_stand_once",
    "versions_are_counted_from_one",
]
