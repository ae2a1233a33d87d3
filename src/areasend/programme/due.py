"""Everything that the framework leads to from a date on: who is due for what, when, by which rule, and what is unsure.

First full inspections come from the end of the cycle, the next one and the monitoring inspection from the outcome
before (the version in force on its first day), engagement meetings and thematic visits from the calendar year. A window
holds what a rule states and what follows from it, nothing more: "within 3 years" is a day not to pass, "18 months
after" one not to precede. An area that ends is due for nothing that falls after its last day.
"""

from collections.abc import Iterator
from datetime import date

from areasend.framework import Framework
from areasend.programme.activities import Due, Kind, Window
from areasend.programme.after_inspections import after_inspection
from areasend.programme.doubts import about_formation, about_records
from areasend.programme.yearly import meetings, visits
from areasend.register import LocalArea
from areasend.snapshot import History, Snapshot, histories

_NEVER = History((), ())


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
        last = until if area.valid_to is None else min(until, area.valid_to)
        if last == held.as_at:
            continue
        found += (entry for starts, entry in _inspections(held, framework, area, history) if starts <= last)
        found += meetings(held, framework, area, last)
    found += visits(held, framework, until)
    return tuple(sorted(found, key=_order))


def default_until(held: Snapshot, framework: Framework) -> date:
    """The end of the cycle, as the strictest source has it; the end of the third year on where that is over."""
    ends = framework.version_at(held.as_at).sure_cycle_ends
    latest = min((end.latest for end in ends), default=held.as_at)
    return latest if latest > held.as_at else date(held.as_at.year + 3, 12, 31)


def _order(entry: Due) -> tuple[date, str]:
    window = entry.window
    return (window.not_after or window.about or window.not_before or date.max, entry.id)


def _inspections(held: Snapshot, framework: Framework, area: LocalArea, history: History) -> Iterator[tuple[date, Due]]:
    """The inspections that are due, each with the first day on which it can be said to be."""
    if history.latest is None:
        yield held.as_at, _first(held, framework, area, history)
    else:
        yield from after_inspection(held, framework, area, history)


def _first(held: Snapshot, framework: Framework, area: LocalArea, history: History) -> Due:
    version = framework.version_at(held.as_at)
    began = max(framework.start, area.valid_from or framework.start)
    stated = (end for end in version.sure_cycle_ends if end.latest >= began)
    ends = sorted(stated, key=lambda end: end.latest)
    unsure = []
    if not ends:
        unsure.append(f"No sure source states an end of the cycle from {began} on.")
    elif ends[-1].latest > ends[0].latest:
        unsure.append(
            f"The sources differ on the end of the cycle: “{ends[0].wording}” is taken, another has "
            f"“{ends[-1].wording}” ({ends[-1].latest} at the latest)."
        )
    return Due(
        id=f"{area.gss_code}-{Kind.FIRST_FULL.key}",
        kind=Kind.FIRST_FULL,
        gss_code=area.gss_code,
        local_area=area.name,
        region=area.ofsted_region,
        window=Window(not_before=began, about=None, not_after=ends[0].latest if ends else None),
        rule="every local area has a full inspection in the cycle" + (f", {ends[0].wording}" if ends else ""),
        version=version.id,
        source=ends[0].source if ends else "",
        area_ends=area.valid_to,
        uncertain=(*unsure, *about_formation(held, framework, area), *about_records(held, area, history)),
    )
