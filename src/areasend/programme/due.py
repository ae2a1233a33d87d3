"""Everything that the framework leads to from a date on: who is due for what, when, by which rule, and what is unsure.

First full inspections come from the end of the cycle, the next one and the monitoring inspection from the outcome
before (the version in force on its first day), engagement meetings and thematic visits from the calendar year. A window
holds what a rule states and nothing more: "within 3 years" is a day not to pass, "18 months after" one not to precede.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from areasend.framework import (
    Activity,
    Confidence,
    FollowUp,
    Framework,
    FrameworkVersion,
    InspectionType,
    Relation,
    RunsFrom,
    interval_words,
)
from areasend.programme.activities import Due, Kind, Window
from areasend.register import Inspection, LocalArea, Source
from areasend.snapshot import History, Snapshot, expected_about, histories, version_of

_KINDS = {
    Activity.NEXT_FULL_INSPECTION: Kind.NEXT_FULL,
    Activity.MONITORING_INSPECTION: Kind.MONITORING,
}
_RUNS_FROM = {
    RunsFrom.INSPECTION_END: "the last day of the inspection",
    RunsFrom.PUBLICATION: "the day of publication",
    RunsFrom.REPORT_RECEIPT: "the day of publication, on which the report was received,",
}
_NEVER = History((), ())
# The framework holds no record of these; the types by which its versions name them.
_MEETING, _VISIT = "engagement_meeting", "thematic_visit"


def due_activities(held: Snapshot, framework: Framework, until: date) -> tuple[Due, ...]:
    """What is due after the snapshot's date and about, or at the earliest, on or before `until`, in order of time.

    What is overdue on the date is due still. Raises `ValueError` if `until` is not after the date.
    """
    if until <= held.as_at:
        raise ValueError(f"{until} is not after {held.as_at}")
    inspected = histories(held)
    found: list[Due] = []
    for area in held.existing_areas:
        history = inspected.get(area.gss_code, _NEVER)
        found += _inspections(held, framework, area, history)
        found += _meetings(held, framework, area, until)
    found += _visits(held, framework, until)
    return tuple(sorted((entry for entry in found if _starts(entry) <= until), key=_order))


def default_until(held: Snapshot, framework: Framework) -> date:
    """The end of the cycle, as the strictest source has it; three years on where that is over."""
    latest = min(end.latest for end in framework.version_at(held.as_at).sure_cycle_ends)
    return latest if latest > held.as_at else date(held.as_at.year + 3, 12, 31)


def _starts(entry: Due) -> date:
    window = entry.window
    if entry.kind is Kind.FIRST_FULL:
        return window.not_before or date.min
    return window.about or window.not_before or window.not_after or date.min


def _order(entry: Due) -> tuple[date, str]:
    window = entry.window
    return (window.not_after or window.about or window.not_before or date.max, entry.id)


def _inspections(held: Snapshot, framework: Framework, area: LocalArea, history: History) -> Iterator[Due]:
    latest = history.latest
    if latest is None:
        yield _first(held, framework, area, history)
        return
    version = version_of(framework, latest) or framework.version_at(latest.publication_date or held.as_at)
    for activity, kind in _KINDS.items():
        rule = version.follow_up(latest.outcome, activity) if latest.outcome is not None else None
        if rule is not None:
            yield _following(held, area, latest, (version, rule), kind)
        elif kind is Kind.NEXT_FULL:
            yield _after_unknown_outcome(held, area, latest, version)


def _first(held: Snapshot, framework: Framework, area: LocalArea, history: History) -> Due:
    version = framework.version_at(held.as_at)
    ends = sorted(version.sure_cycle_ends, key=lambda end: end.latest)
    strictest, mildest = ends[0], ends[-1]
    unsure = []
    if mildest.latest > strictest.latest:
        unsure.append(
            f"The sources differ on the end of the cycle: “{strictest.wording}” is taken, another has "
            f"“{mildest.wording}” ({mildest.latest} at the latest)."
        )
    if history.held:
        unsure.append("An inspection of this area has no recorded date, and may have taken place.")
    if any(entry.inspection_id.startswith(area.gss_code) for entry in held.left_out):
        unsure.append("An inspection of this area is left out, because its report came later.")
    if held.as_at > held.completeness.complete_to:
        unsure.append(_not_whole(held))
    return Due(
        id=f"{area.gss_code}-{Kind.FIRST_FULL.key}",
        kind=Kind.FIRST_FULL,
        gss_code=area.gss_code,
        local_area=area.name,
        region=area.ofsted_region,
        window=Window(not_before=held.as_at + timedelta(days=1), about=None, not_after=strictest.latest),
        rule=f"every local area has a full inspection in the cycle, {strictest.wording}",
        version=version.id,
        source=strictest.source,
        uncertain=tuple(unsure),
    )


def _following(
    held: Snapshot, area: LocalArea, latest: Inspection, ruled: tuple[FrameworkVersion, FollowUp], kind: Kind
) -> Due:
    version, rule = ruled
    about = expected_about(rule, latest)
    known = latest.publication_date or latest.inspection_end
    after = known + timedelta(days=1) if known is not None else None
    if rule.relation is Relation.WITHIN:
        window = Window(not_before=after, about=about, not_after=about)
    else:
        window = Window(not_before=about or after, about=about, not_after=None)
    unsure = list(_unsure(held, latest))
    if about is None:
        unsure.append("The day that the interval runs from is not recorded, so the window is not known.")
    if rule.runs_from_confidence is not Confidence.HIGH:
        unsure.append(f"No sure source says from which day the interval runs; {_RUNS_FROM[rule.runs_from]} is taken.")
    if kind is Kind.MONITORING:
        unsure.append("The records hold no monitoring inspections: this one may have taken place.")
    return Due(
        id=f"{area.gss_code}-{kind.key}-after-{latest.inspection_id[10:]}",
        kind=kind,
        gss_code=area.gss_code,
        local_area=area.name,
        region=area.ofsted_region,
        window=window,
        rule=interval_words(rule.hedge, rule.relation, rule.months),
        version=version.id,
        source=rule.source,
        follows=latest.inspection_id,
        uncertain=tuple(unsure),
    )


def _after_unknown_outcome(held: Snapshot, area: LocalArea, latest: Inspection, version: FrameworkVersion) -> Due:
    known = latest.publication_date or latest.inspection_end
    return Due(
        id=f"{area.gss_code}-{Kind.NEXT_FULL.key}-after-{latest.inspection_id[10:]}",
        kind=Kind.NEXT_FULL,
        gss_code=area.gss_code,
        local_area=area.name,
        region=area.ofsted_region,
        window=Window(not_before=known + timedelta(days=1) if known is not None else None, about=None, not_after=None),
        rule="the next full inspection depends on the outcome before, which is not recorded",
        version=version.id,
        source="",
        follows=latest.inspection_id,
        uncertain=("The outcome is not recorded, so no interval applies.", *_unsure(held, latest)),
    )


def _unsure(held: Snapshot, latest: Inspection) -> Iterator[str]:
    if latest.inspection_end is None:
        yield "The inspection before has no recorded dates."
    if latest.source is Source.SECONDARY:
        yield "The record of the inspection before is provisional: it was taken from a public list without a check."
    if held.as_at > held.completeness.complete_to:
        yield _not_whole(held)


def _not_whole(held: Snapshot) -> str:
    return f"The records are complete to {held.completeness.complete_to}; a later inspection may be missing."


def _meetings(held: Snapshot, framework: Framework, area: LocalArea, until: date) -> Iterator[Due]:
    for first, last in _years(held.as_at, until):
        version = framework.version_at(first)
        said = _type(version, _MEETING)
        if said is not None:
            yield Due(
                id=f"{area.gss_code}-{Kind.ENGAGEMENT.key}-{first.year}",
                kind=Kind.ENGAGEMENT,
                gss_code=area.gss_code,
                local_area=area.name,
                region=area.ofsted_region,
                window=Window(not_before=first, about=None, not_after=last),
                rule="one engagement meeting a year",
                version=version.id,
                source=said.source,
                uncertain=("The records hold no engagement meetings: this year’s may have taken place.",)
                if first > date(first.year, 1, 1)
                else (),
            )


def _visits(held: Snapshot, framework: Framework, until: date) -> Iterator[Due]:
    chosen = {visit.year for visit in held.thematic_visits}
    for first, last in _years(held.as_at, until):
        version = framework.version_at(first)
        said = _type(version, _VISIT)
        if said is not None and first.year not in chosen:
            yield Due(
                id=f"{Kind.THEMATIC.key}-{first.year}",
                kind=Kind.THEMATIC,
                gss_code="",
                local_area="",
                region="",
                window=Window(not_before=first, about=None, not_after=last),
                rule="thematic visits to a few areas a year",
                version=version.id,
                source=said.source,
                uncertain=("The subject, the areas and their number are still to be chosen.",),
            )


def _type(version: FrameworkVersion, key: str) -> InspectionType | None:
    return next((entry for entry in version.sure_inspection_types if entry.key == key), None)


def _years(as_at: date, until: date) -> Iterator[tuple[date, date]]:
    """The calendar years after `as_at` up to that of `until`, the first from the day after it."""
    start = as_at + timedelta(days=1)
    for year in range(start.year, until.year + 1):
        yield max(start, date(year, 1, 1)), date(year, 12, 31)
