"""A problem with some of its rules left out, so that it can be asked which of them clash."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from areasend.programme.activities import Due
from areasend.programme.configuration.model import (
    AreaClosed,
    AreaRule,
    Days,
    Limits,
    OtherInspection,
    Pin,
    Programme,
    Team,
)
from areasend.programme.planning import Problem, Verdict, problem_of
from areasend.programme.shortage.counting import settled

# The pattern of the last year of terms goes on in weeks, so that a Monday stays one.
_YEAR = timedelta(weeks=52)


class Condition(StrEnum):
    """A rule of a programme that can be left out by itself; of sets of one size the first in this order is told."""

    WEEK = "limit of a week"
    MONTH = "limit of a month"
    YEAR = "limit of a year"
    REGION = "limits of regions"
    TEAMS = "teams"
    APART = "months between two inspections of an area"
    PINS = "pins"
    AREAS = "rules of single areas"
    OTHERS = "other inspections"
    EARLIEST = "first days"
    LATEST = "last days"
    CLOSED = "days on which areas are closed"
    CALENDAR = "terms and holidays"
    PAUSES = "pauses"


_LIMITS = {
    Condition.WEEK: ("per_week", "full_per_week"),
    Condition.MONTH: ("per_month", "full_per_month"),
    Condition.YEAR: ("per_year", "full_per_year"),
}


def conditions_of(problem: Problem) -> tuple[Condition, ...]:
    """The rules that the problem has, in the order of `Condition`."""
    programme = problem.programme
    holds: Mapping[Condition, bool] = {
        Condition.REGION: bool(programme.region_limits),
        Condition.APART: programme.months_between > 0,
        Condition.PINS: bool(programme.pins),
        Condition.AREAS: bool(programme.areas),
        Condition.CLOSED: bool(programme.closed_areas),
        Condition.OTHERS: bool(programme.other_inspections),
        Condition.PAUSES: bool(programme.pauses),
    } | {
        condition: any(getattr(programme.limits, name) is not None for name in names)
        for condition, names in _LIMITS.items()
    }
    return tuple(condition for condition in Condition if holds.get(condition, True))


def plan_with(problem: Problem, kept: frozenset[Condition], years: int) -> Verdict:
    """Whether there is a plan with all in time that keeps these rules; `years` are put on where last days are not."""
    return settled(relaxed(problem, kept, years))


def relaxed(problem: Problem, kept: frozenset[Condition], years: int) -> Problem:
    """The problem with these of its rules alone."""
    programme = problem.programme
    dues: Iterable[Due] = [task.due for task in problem.tasks]
    for condition, without in _WITHOUT.items():
        if condition not in kept:
            programme = without(programme)
    if Condition.TEAMS not in kept:
        # A team for each inspection, always there and with no conflict of interest.
        teams = tuple(Team(name=f"any team {number}") for number in range(1, len(problem.tasks) + 1))
        programme = replace(programme, teams=teams, pins=tuple(replace(pin, team=None) for pin in programme.pins))
    if Condition.LATEST not in kept:
        programme = extended(programme, years)
        dues = [without_last_day(due) for due in dues]
    if Condition.EARLIEST not in kept:
        dues = [replace(due, window=replace(due.window, not_before=None)) for due in dues]
    return problem_of(dues, programme, problem.as_at)


Member = Pin | AreaRule | AreaClosed | OtherInspection


def members_of(programme: Programme, condition: Condition) -> tuple[Member, ...]:
    """The single pins, rules of areas or other inspections that a condition is made of; nothing for any other."""
    members: Mapping[Condition, tuple[Member, ...]] = {
        Condition.PINS: programme.pins,
        Condition.AREAS: programme.areas,
        Condition.CLOSED: programme.closed_areas,
        Condition.OTHERS: programme.other_inspections,
    }
    return members.get(condition, ())


def with_members(programme: Programme, members: Sequence[Member], condition: Condition) -> Programme:
    """The programme with these alone of the members of a condition."""
    if condition is Condition.PINS:
        return replace(programme, pins=tuple(entry for entry in members if isinstance(entry, Pin)))
    if condition is Condition.AREAS:
        return replace(programme, areas=tuple(entry for entry in members if isinstance(entry, AreaRule)))
    if condition is Condition.CLOSED:
        return replace(programme, closed_areas=tuple(entry for entry in members if isinstance(entry, AreaClosed)))
    others = tuple(entry for entry in members if isinstance(entry, OtherInspection))
    return replace(programme, other_inspections=others)


def rebuilt(problem: Problem, programme: Programme) -> Problem:
    """The same tasks in another programme."""
    return problem_of([task.due for task in problem.tasks], programme, problem.as_at)


def without_last_day(due: Due) -> Due:
    """The same, never late."""
    return replace(due, window=replace(due.window, about=None, not_after=None))


def extended(programme: Programme, years: int) -> Programme:
    """The programme with years put on; beyond its last term, the last year of terms and holidays comes again."""
    last_day = programme.last_day + years * _YEAR
    if not programme.terms:
        return replace(programme, last_day=last_day)
    known = max(term.last_day for term in programme.terms)
    rounds = range(1, max(0, -((known - last_day) // _YEAR)) + 1)
    since = known - _YEAR
    holidays = programme.bank_holidays
    return replace(
        programme,
        last_day=last_day,
        terms=programme.terms + _again(programme.terms, since, known, rounds),
        breaks=programme.breaks + _again(programme.breaks, since, known, rounds),
        bank_holidays=tuple(
            sorted({*holidays, *(day + turn * _YEAR for turn in rounds for day in holidays if since < day <= known)})
        ),
    )


def _again(spans: tuple[Days, ...], since: date, known: date, rounds: range) -> tuple[Days, ...]:
    return tuple(
        Days(
            name=f"{span.name}, {turn} years on",
            first_day=span.first_day + turn * _YEAR,
            last_day=span.last_day + turn * _YEAR,
        )
        for turn in rounds
        for span in spans
        if since < span.last_day <= known
    )


def _without_limits(condition: Condition) -> Callable[[Programme], Programme]:
    def left_out(programme: Programme) -> Programme:
        limits: Limits = replace(programme.limits, **dict.fromkeys(_LIMITS[condition]))
        return replace(programme, limits=limits)

    return left_out


def _without_calendar(programme: Programme) -> Programme:
    whole = Days(name="any week", first_day=programme.first_day, last_day=date.max)
    return replace(programme, terms=(whole,), breaks=(), bank_holidays=())


_WITHOUT: Mapping[Condition, Callable[[Programme], Programme]] = {
    **{condition: _without_limits(condition) for condition in _LIMITS},
    Condition.REGION: lambda programme: replace(programme, region_limits=()),
    Condition.APART: lambda programme: replace(programme, months_between=0),
    Condition.PINS: lambda programme: replace(programme, pins=()),
    Condition.AREAS: lambda programme: replace(programme, areas=()),
    Condition.CLOSED: lambda programme: replace(programme, closed_areas=()),
    Condition.OTHERS: lambda programme: replace(programme, other_inspections=()),
    Condition.CALENDAR: _without_calendar,
    Condition.PAUSES: lambda programme: replace(programme, pauses=()),
}
