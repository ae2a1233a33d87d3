"""The programme of somebody who has said nothing yet. What no source states is an assumption, and is named as one."""

from datetime import date, timedelta

from areasend.framework import Framework
from areasend.programme.configuration.model import Days, Limits, Programme, Shape, Team
from areasend.programme.configuration.school_terms import half_terms_of, terms_of
from areasend.programme.errors import ProgrammeInvalid

# Tables of the file whose defaults no source states. The shape of a full inspection and the bank holidays have one.
ASSUMED = ("team", "term", "break", "monitoring_inspection", "limits", "rules", "weight_of_lateness")
TITLE = "Programme of area SEND inspections"
_TEAMS = 4
# An inspection takes three weeks; what is nearer than this is no programme.
_TOO_NEAR = timedelta(weeks=8)


def default_programme(as_at: date, framework: Framework, last_day: date | None = None) -> Programme:
    """A programme from the day after `as_at` to the end of the cycle, or to `last_day`.

    Four teams, one full inspection a week, weeks of the shape that full inspections have (docs/domain.md, 4.1), term
    dates of `school_terms`. No pre-election period is assumed: in those of the records reports paused, inspections did
    not. Raises `ProgrammeInvalid` where the framework's dates or bank holidays do not reach.
    """
    first = as_at + timedelta(days=1)
    days = framework.working_days
    if not framework.start <= as_at < days.covers_to:
        raise _invalid(
            f"as at {as_at}: the framework began on {framework.start} and bank holidays are known to {days.covers_to}. "
            "Choose a date between the two."
        )
    last = default_last_day(as_at, framework) if last_day is None else last_day
    if not first < last <= days.covers_to:
        raise _invalid(
            f"last day {last}: it must come after {first}, the first day, and bank holidays are known to "
            f"{days.covers_to}. Choose a day between the two."
        )
    return Programme(
        title=TITLE,
        first_day=first,
        last_day=last,
        teams=tuple(Team(name=f"Team {number}") for number in range(1, _TEAMS + 1)),
        terms=default_terms(first, last, days.bank_holidays),
        breaks=default_breaks(first, last),
        pauses=(),
        bank_holidays=tuple(day for day in days.bank_holidays if first <= day <= last),
        full=Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=1),
        monitoring=Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=1),
        limits=Limits(full_per_week=1),
        is_assumed=ASSUMED,
    )


def default_terms(first: date, last: date, bank_holidays: tuple[date, ...]) -> tuple[Days, ...]:
    """The terms that are assumed from a day to another. Raises `LookupError` with a year whose holidays are unknown."""
    years = range(first.year, last.year + 1)
    terms = (term for year in years for term in terms_of(year, bank_holidays))
    return tuple(term for term in terms if term.meets(first, last))


def default_breaks(first: date, last: date) -> tuple[Days, ...]:
    """The half-terms that are assumed from a day to another."""
    breaks = (entry for year in range(first.year, last.year + 1) for entry in half_terms_of(year))
    return tuple(entry for entry in breaks if entry.meets(first, last))


def default_last_day(as_at: date, framework: Framework) -> date:
    """The end of the cycle, as the strictest source has it; three years on where that is near or over.

    No further than bank holidays are known.

    Raises `KeyError` before the framework began.
    """
    latest = min(end.latest for end in framework.version_at(as_at).sure_cycle_ends)
    near = latest - as_at < _TOO_NEAR
    return latest if not near else min(date(as_at.year + 3, 12, 31), framework.working_days.covers_to)


def _invalid(fault: str) -> ProgrammeInvalid:
    return ProgrammeInvalid("the programme by default", (fault,))
