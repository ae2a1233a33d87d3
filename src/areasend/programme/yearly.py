"""What comes with the calendar year: an engagement meeting for each area, and thematic visits to some."""

from collections.abc import Iterator
from datetime import date, timedelta

from areasend.framework import Framework, FrameworkVersion, InspectionType
from areasend.programme.activities import Due, Kind, Window
from areasend.register import LocalArea
from areasend.snapshot import Snapshot

# The framework holds no record of these; the types by which its versions name them.
_MEETING, _VISIT = "engagement_meeting", "thematic_visit"


def meetings(held: Snapshot, framework: Framework, area: LocalArea, until: date) -> Iterator[Due]:
    """A meeting in each year up to that of `until`; of the year in which the area ends, up to that day."""
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
                window=Window(not_before=first, about=None, not_after=min(last, area.valid_to or last)),
                rule="one engagement meeting a year",
                version=version.id,
                source=said.source,
                area_ends=area.valid_to,
                uncertain=("The records hold no engagement meetings: this year’s may have taken place.",)
                if first > date(first.year, 1, 1)
                else (),
            )


def visits(held: Snapshot, framework: Framework, until: date) -> Iterator[Due]:
    """The thematic visits of each year up to that of `until`; a snapshot holds those of years that have ended alone."""
    topics = {entry.year: entry.topic for entry in held.thematic_topics}
    for first, last in _years(held.as_at, until):
        version = framework.version_at(first)
        said = _type(version, _VISIT)
        if said is not None:
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
                uncertain=tuple(_about_visits(first, topics.get(first.year))),
            )


def _about_visits(first: date, topic: str | None) -> Iterator[str]:
    if topic is None:
        yield "The subject, the areas and their number are still to be chosen."
    else:
        yield f"The subject is recorded (“{topic}”); the areas and their number are still to be chosen."
    if first > date(first.year, 1, 1):
        yield "The records hold the visits of whole years alone: some of this year’s may have taken place."


def _type(version: FrameworkVersion, key: str) -> InspectionType | None:
    return next((entry for entry in version.sure_inspection_types if entry.key == key), None)


def _years(as_at: date, until: date) -> Iterator[tuple[date, date]]:
    """The first and last day of each calendar year after `as_at` up to that of `until`; the first one has begun."""
    start = as_at + timedelta(days=1)
    for year in range(start.year, until.year + 1):
        yield max(start, date(year, 1, 1)), date(year, 12, 31)
