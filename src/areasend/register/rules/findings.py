"""Rules of findings: each belongs to an inspection, is numbered, and fits the outcome.

That every report has an area for improvement, and that areas for priority action come with the outcome that asks for a
priority action plan and with no other, holds for all reports read by hand (docs/adr/0017-findings-and-names.md).
"""

from collections import defaultdict
from collections.abc import Iterator

from areasend.register.errors import Fault
from areasend.register.reading import Placed
from areasend.register.records import Finding, FindingKind, Inspection
from areasend.register.rules.record_set import RecordSet, doubled, fault
from areasend.register.schema import FINDINGS, INSPECTIONS


def findings_belong_to_inspections(records: RecordSet) -> Iterator[Fault]:
    """Every finding is one of an inspection in inspections.csv; that its area is known is another rule."""
    if not records.is_whole(INSPECTIONS):
        return
    areas = records.areas_by_code()
    known = {placed.record.inspection_id for placed in records.inspections}
    for placed in records.findings:
        if placed.record.gss_code in areas and placed.record.inspection_id not in known:
            rule = "no inspection of the area began on this day"
            remedy = "Correct the day, or add the inspection to inspections.csv"
            yield fault(FINDINGS, placed, "inspection_start", rule=rule, remedy=remedy)


def findings_are_numbered(records: RecordSet) -> Iterator[Fault]:
    """The findings of one kind in one report are numbered from 1 on, each number once and none left out."""
    yield from doubled(FINDINGS, records.findings, "seq", lambda entry: entry.finding_id, "the finding stands twice")
    if not records.is_whole(FINDINGS):
        return
    groups: dict[tuple[str, FindingKind], list[Placed[Finding]]] = defaultdict(list)
    for placed in records.findings:
        groups[placed.record.inspection_id, placed.record.kind].append(placed)
    for rows in groups.values():
        by_number = {placed.record.seq: placed for placed in reversed(rows)}
        for expected, number in enumerate(sorted(by_number), 1):
            if number != expected:
                rule = f"findings of one kind in one report are numbered 1, 2, 3, ...; {expected} was due here"
                remedy = "Number them from 1 on, or add the one that is missing"
                yield fault(FINDINGS, by_number[number], "seq", rule=rule, remedy=remedy)
                break


def findings_fit_the_outcome(records: RecordSet) -> Iterator[Fault]:
    """Areas for improvement always; areas for priority action with the outcome that asks for a priority action plan."""
    groups: dict[str, list[Placed[Finding]]] = defaultdict(list)
    for placed in records.findings:
        groups[placed.record.inspection_id].append(placed)
    inspections = {placed.record.inspection_id: placed.record for placed in records.inspections}
    whole = records.is_whole(FINDINGS)
    for inspection_id, rows in groups.items():
        urgent = [placed for placed in rows if placed.record.kind is FindingKind.APA]
        if whole and len(urgent) == len(rows):
            rule = "areas for priority action alone, where every report has an area for improvement"
            yield fault(FINDINGS, rows[0], "kind", rule=rule, remedy="Add the areas for improvement")
        asked = _asks_for_priority_action(records, inspections.get(inspection_id))
        if asked is False:
            for placed in urgent:
                rule = "an area for priority action with an outcome that does not ask for a priority action plan"
                yield fault(FINDINGS, placed, "kind", rule=rule, remedy="Correct the kind, or the outcome")
        if whole and asked and not urgent:
            rule = "no area for priority action, although the outcome asks for a priority action plan"
            yield fault(FINDINGS, rows[0], "kind", rule=rule, remedy="Add the areas for priority action")


def _asks_for_priority_action(records: RecordSet, entry: Inspection | None) -> bool | None:
    """None where it cannot be said: no such inspection, none of the outcomes, or a day before the framework."""
    if entry is None or entry.inspection_start is None or entry.outcome is None:
        return None
    if entry.inspection_start < records.framework.start:
        return None
    version = records.framework.version_at(entry.inspection_start)
    known = any(outcome.key == entry.outcome for outcome in version.outcomes)
    return version.asks_for_priority_action(entry.outcome) if known else None
