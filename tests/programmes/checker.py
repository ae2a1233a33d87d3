"""A second reading of a programme's hard rules, day by day: which of them a plan breaks.

It knows the data classes alone and shares no code with `areasend.programme.planning`: no weeks by number, no terms by
week, no classes of teams.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from dateutil.relativedelta import relativedelta

from areasend.programme.activities import Due, Kind
from areasend.programme.configuration.model import OtherInspection, Pin, Programme, Team

DAY, WEEK = timedelta(days=1), timedelta(days=7)
TAKES_A_TEAM = ("first full inspection", "next full inspection", "monitoring inspection")


@dataclass(frozen=True)
class Placed:
    """An inspection of a plan: what it is of, the Monday of its first week on site, its team."""

    due: Due
    monday: date
    team: str


@dataclass(frozen=True)
class Case:
    programme: Programme
    dues: tuple[Due, ...]
    as_at: date


def broken(case: Case, plan: Sequence[Placed], left: Sequence[str]) -> list[str]:
    """Every hard rule that a plan breaks, in words; `left` are the ids of what it could not place."""
    found = [*_whole(case, plan, left), *_pins(case, plan)]
    for placed in plan:
        found += [f"{placed.due.id}: {fault}" for fault in alone(case, placed)]
    return [*found, *broken_together(case, plan)]


def broken_together(case: Case, plan: Sequence[Placed]) -> Iterator[str]:
    """The rules that inspections break between them; more inspections never mend one."""
    yield from _teams(case, plan)
    yield from _limits(case, plan)
    yield from _apart(case, plan)


def pin_of(case: Case, due: Due) -> Pin | None:
    return next((pin for pin in case.programme.pins if (pin.gss_code, pin.kind) == (due.gss_code, due.kind)), None)


def weekdays(first_monday: date, weeks: int) -> list[date]:
    return [first_monday + number * WEEK + day * DAY for number in range(weeks) for day in range(5)]


def site_days(case: Case, placed: Placed) -> list[date]:
    return weekdays(placed.monday, case.programme.shape(placed.due.kind).on_site_weeks)


def notice_mondays(case: Case, placed: Placed) -> list[date]:
    shape = case.programme.shape(placed.due.kind)
    before = shape.notification_weeks + shape.preparation_weeks
    return [placed.monday - number * WEEK for number in range(before, 0, -1)]


def alone(case: Case, placed: Placed) -> Iterator[str]:
    """The rules that an inspection keeps or breaks whatever the others do."""
    if placed.monday.isoweekday() != 1:
        yield f"{placed.monday} is no Monday"
    yield from _on_site(case, site_days(case, placed))
    pin = pin_of(case, placed.due)
    if pin is None or not pin.announced:
        yield from _notice(case, placed)
    if placed.due.window.not_before is not None and placed.monday < placed.due.window.not_before:
        yield "before its window"
    yield from _area(case, placed)
    yield from _council(case, placed)


def _on_site(case: Case, days: list[date]) -> Iterator[str]:
    programme = case.programme
    for start in range(0, len(days), 5):
        week = days[start : start + 5]
        if not any(all(term.first_day <= day <= term.last_day for day in week) for term in programme.terms):
            yield f"on site outside a term ({week[0]})"
    for day in days:
        if not programme.first_day <= day <= programme.last_day:
            yield f"on site outside the programme ({day})"
        if day in programme.bank_holidays:
            yield f"on site in a week with a bank holiday ({day})"
        for span in (*programme.breaks, *programme.pauses):
            if span.first_day <= day <= span.last_day:
                yield f"on site in {span.name} ({day})"


def _notice(case: Case, placed: Placed) -> Iterator[str]:
    programme = case.programme
    mondays = notice_mondays(case, placed)
    notified = [*mondays, placed.monday][0]
    if notified <= case.as_at:
        yield "notified on or before the day of the records"
    if notified < programme.first_day:
        yield "notified before the programme"
    for monday in mondays:
        days = weekdays(monday, 1)
        if not any(term.first_day <= day <= term.last_day for term in programme.terms for day in days):
            yield f"notice outside the terms ({monday})"
        met = any(span.first_day <= day <= span.last_day for span in programme.breaks for day in days)
        if met and not programme.notice_in_breaks:
            yield f"notice in a break ({monday})"


def _area(case: Case, placed: Placed) -> Iterator[str]:
    days = site_days(case, placed)
    for rule in case.programme.areas:
        if rule.gss_code == placed.due.gss_code:
            if rule.not_before is not None and days[0] < rule.not_before:
                yield f"too early: {rule.reason}"
            if rule.not_after is not None and days[-1] > rule.not_after:
                yield f"too late: {rule.reason}"
    yield from _closed(case, placed)
    held = [(entry.day, "done") for entry in case.programme.done if entry.gss_code == placed.due.gss_code]
    if placed.due.follows:
        held.append((date(*(int(part) for part in placed.due.follows.split("-")[1:])), "the one before"))
    for day, name in held:
        if not _months_lie_between(case, placed.monday, day):
            yield f"too near to {name} ({day})"


def _closed(case: Case, placed: Placed) -> Iterator[str]:
    days = site_days(case, placed)
    if placed.due.area_ends is not None and days[-1] > placed.due.area_ends:
        yield "after the area has ended"
    for closed in case.programme.closed_areas:
        if closed.gss_code == placed.due.gss_code:
            taken = {day for monday in notice_mondays(case, placed) for day in weekdays(monday, 1)}
            if any(closed.days.first_day <= day <= closed.days.last_day for day in taken.union(days)):
                yield f"while the area cannot: {closed.days.name}"


def _months_lie_between(case: Case, one: date, other: date) -> bool:
    return min(one, other) + relativedelta(months=case.programme.months_between) <= max(one, other)


def _council(case: Case, placed: Placed) -> Iterator[str]:
    others = [entry for entry in case.programme.other_inspections if entry.gss_code == placed.due.gss_code]
    taken = {day for monday in notice_mondays(case, placed) for day in weekdays(monday, 1)}
    taken |= set(site_days(case, placed))
    for other in others:
        if _whole_weeks_between(min(taken), max(taken), other) < case.programme.gap_weeks:
            yield f"fewer than {case.programme.gap_weeks} weeks from {other.name} ({other.first_day})"
    visits = [other.first_day for other in others if other.is_monitoring_visit]
    if placed.due.kind is Kind.MONITORING:
        for first in (*visits, placed.monday):
            year = [day for day in (*visits, placed.monday) if first <= day < first + relativedelta(years=1)]
            if placed.monday in year and len(year) > 3:
                yield f"more than 3 monitoring visits in the 12 months from {first}"


def _whole_weeks_between(first: date, last: date, other: OtherInspection) -> int:
    """Weeks from Monday to Friday that lie wholly between two inspections; -1 where they meet."""
    if other.first_day > last:
        start, stop = last, other.first_day
    elif other.last_day < first:
        start, stop = other.last_day, first
    else:
        return -1
    mondays = (start + number * DAY for number in range(1, (stop - start).days))
    return sum(day.isoweekday() == 1 and day + 4 * DAY < stop for day in mondays)


def _whole(case: Case, plan: Sequence[Placed], left: Sequence[str]) -> Iterator[str]:
    told = Counter([*(placed.due.id for placed in plan), *left])
    wanted = Counter(due.id for due in case.dues if due.kind in TAKES_A_TEAM and not is_done(case, due))
    if told != wanted:
        surplus, missing = sorted((told - wanted).elements()), sorted((wanted - told).elements())
        yield f"not what is due: {surplus} too much, {missing} missing"


def is_done(case: Case, due: Due) -> bool:
    before = date(*(int(part) for part in due.follows.split("-")[1:])) if due.follows else date.min
    return any(
        (entry.gss_code, entry.kind) == (due.gss_code, due.kind) and entry.day > before for entry in case.programme.done
    )


def _pins(case: Case, plan: Sequence[Placed]) -> Iterator[str]:
    stands = {placed.due.id: placed for placed in plan}
    for due in case.dues:
        pin = pin_of(case, due)
        if pin is not None and not is_done(case, due):
            placed = stands.get(due.id)
            if placed is None or placed.monday != pin.monday or pin.team not in (None, placed.team):
                yield f"{due.id}: not in its pinned week with its team ({pin.monday})"


def weeks_of_team(case: Case, placed: Placed) -> list[date]:
    """The Mondays of the weeks that an inspection takes its team, those of the programme alone."""
    site = [day for day in site_days(case, placed) if day.isoweekday() == 1]
    return [day for day in (*notice_mondays(case, placed), *site) if day >= case.programme.first_day]


def is_there(team: Team, monday: date) -> bool:
    return all(
        (team.first_day or date.min) <= day <= (team.last_day or date.max)
        and not any(away.first_day <= day <= away.last_day for away in team.away)
        for day in weekdays(monday, 1)
    )


def _teams(case: Case, plan: Sequence[Placed]) -> Iterator[str]:
    teams = {team.name: team for team in case.programme.teams}
    booked: Counter[tuple[str, date]] = Counter()
    for placed in plan:
        if placed.team not in teams:
            yield f"{placed.due.id}: no such team, {placed.team}"
            continue
        team = teams[placed.team]
        if placed.due.gss_code in team.conflicts:
            yield f"{placed.due.id}: {placed.team} has a conflict of interest"
        for monday in weeks_of_team(case, placed):
            booked[placed.team, monday] += 1
            if not is_there(team, monday):
                yield f"{placed.due.id}: {placed.team} is not there in the week of {monday}"
    yield from (
        f"{name} is booked {number} times in the week of {day}" for (name, day), number in booked.items() if number > 1
    )


def _limits(case: Case, plan: Sequence[Placed]) -> Iterator[str]:
    limits = case.programme.limits
    counted: Counter[tuple[str, str]] = Counter()
    for placed in plan:
        words = ("", "full_") if "full" in placed.due.kind.value else ("",)
        for word in words:
            counted[f"{word}per_week", str(placed.monday)] += 1
            counted[f"{word}per_month", f"{placed.monday:%Y-%m}"] += 1
            counted[f"{word}per_year", f"{placed.monday:%Y}"] += 1
        counted[f"region {placed.due.region}", f"{placed.monday:%Y-%m}"] += 1
    for begun in case.programme.begun:
        words = ("", "full_") if "full" in begun.kind.value else ("",)
        periods = [(f"{word}per_month", f"{begun.day:%Y-%m}") for word in words]
        periods += [(f"{word}per_year", f"{begun.day:%Y}") for word in words]
        periods.append((f"region {begun.region}", f"{begun.day:%Y-%m}"))
        for period in periods:
            if period in counted:  # where the plan adds nothing, the limit is not the plan's to keep
                counted[period] += 1
    most = {name: getattr(limits, name) for name in limits.__slots__}
    most |= {f"region {entry.region}": entry.per_month for entry in case.programme.region_limits}
    for (name, period), number in counted.items():
        if most.get(name) is not None and number > most[name]:
            yield f"{number} in {period}, at most {most[name]} ({name})"


def _apart(case: Case, plan: Sequence[Placed]) -> Iterator[str]:
    for one, other in combinations(plan, 2):
        if one.due.gss_code == other.due.gss_code and not _months_lie_between(case, one.monday, other.monday):
            yield f"{one.due.id} and {other.due.id} are too near"
        if one.due.gss_code == other.due.gss_code:
            fulls = [placed.monday for placed in (one, other) if placed.due.kind.value == "next full inspection"]
            visits = [placed.monday for placed in (one, other) if placed.due.kind.value == "monitoring inspection"]
            if fulls and visits and visits[0] >= fulls[0]:
                yield f"{one.due.id} and {other.due.id}: the monitoring inspection comes after the full one"
