"""Inspections that began already in a year or month which a programme goes on with: its limits count them too."""

from dataclasses import replace
from datetime import date

from areasend.programme.activities import Kind
from areasend.programme.configuration.model import Begun, Programme
from areasend.snapshot import Snapshot


def with_begun(programme: Programme, held: Snapshot) -> Programme:
    """The programme with what began by the snapshot's date: full inspections of its records, and what is done.

    An inspection without a recorded first day is not among them: no month of it is known.
    """
    regions: dict[str, str] = {area.gss_code: area.ofsted_region for area in held.local_areas}
    found: dict[tuple[str, date, bool], Kind] = {
        (entry.gss_code, entry.inspection_start, True): Kind.NEXT_FULL
        for entry in held.inspections
        if entry.inspection_start is not None
    }
    for done in programme.done:
        found.setdefault((done.gss_code, done.day, done.kind.is_full), done.kind)
    first = programme.first_day.replace(month=1, day=1)
    begun = (
        Begun(region=regions[code], kind=kind, day=day)
        for (code, day, _), kind in sorted(found.items())
        if first <= day <= held.as_at and code in regions
    )
    return replace(programme, begun=tuple(begun))
