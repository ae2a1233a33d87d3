"""Pinned inspections: each holds a week, so that none may contradict another, nor a rule of the programme.

Faults name the pin by its number and not the area: messages go where others may read them, and a pin is part of a plan.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from areasend.framework import add_months
from areasend.programme.activities import is_overtaken
from areasend.programme.configuration.areas import KINDS
from areasend.programme.configuration.calendar import has_span
from areasend.programme.configuration.capacity import is_there
from areasend.programme.configuration.model import Pin, Programme, Team
from areasend.programme.configuration.names import Names
from areasend.programme.configuration.sheet import Entry, Sheet
from areasend.programme.configuration.spelling import spelt
from areasend.programme.configuration.tables import PinTable

_WEEK = timedelta(days=7)


def read_pins(sheet: Sheet, names: Names, teams: Sequence[Team]) -> tuple[Entry[Pin], ...]:
    """The pins of a file, in its order, with the rules that need no calendar: a Monday, one week for one activity.

    `teams` are those that could be read; what another is called is known all the same.
    """
    found: list[Entry[Pin]] = []
    written = sheet.words("team", "name") if sheet.has("team") else tuple(team.name for team in teams)
    known = None if written is None else {spelt(name): name for name in written}
    for entry in sheet.secret_entries("pin", PinTable):
        table = entry.table
        code = names.area(table.area, f"{entry.key}.area", sheet, is_secret=True)
        team = None if table.team is None or known is None else known.get(spelt(table.team))
        if table.team is not None and known is not None and team is None:
            remedy = f"Name one of [[team]]: {', '.join(known.values())}"
            sheet.fault(f"{entry.key}.team", None, "no team has this name", remedy)
        sheet.monday(f"{entry.key}.monday", table.monday)
        if code is not None:
            pin = Pin(
                gss_code=code,
                kind=KINDS[table.kind],
                monday=table.monday,
                team=team,
                announced=bool(table.announced),
                reason=table.reason or "",
            )
            _told_twice(sheet, found, Entry(entry.key, pin))
            _conflict(sheet, Entry(entry.key, pin), teams)
            found.append(Entry(entry.key, pin))
    return tuple(found)


def _told_twice(sheet: Sheet, before: Sequence[Entry[Pin]], entry: Entry[Pin]) -> None:
    for other in before:
        pin, there = entry.table, other.table
        if (pin.gss_code, pin.kind) == (there.gss_code, there.kind):
            rule = (
                f"{other.key} pins the same inspection"
                if pin.monday == there.monday
                else f"two weeks for one inspection: {other.key} has {there.monday}"
            )
            sheet.fault(f"{entry.key}.monday", pin.monday, rule, "Keep one of the two")


def _conflict(sheet: Sheet, entry: Entry[Pin], teams: Sequence[Team]) -> None:
    if any(team.name == entry.table.team and entry.table.gss_code in team.conflicts for team in teams):
        rule = "this team has a conflict of interest with the area"
        sheet.fault(f"{entry.key}.team", None, rule, "Name another team")


def check_pins(sheet: Sheet, names: Names, entries: Sequence[Entry[Pin]], programme: Programme) -> None:
    """Holds pins against each other and against limits, as far as what these rules need has no fault."""
    sound = [entry for entry in entries if sheet.is_sound(f"{entry.key}.monday")]
    if sheet.is_sound("rules.months_between"):
        for one, other in combinations(sound, 2):
            if _too_near(one.table, other.table, programme):
                rule = f"pinned less than {programme.months_between} months apart, which months_between forbids"
                _both(sheet, one, other, rule)
    for one, other in combinations(sound, 2):
        if _is_overtaken(one.table, other.table):
            _both(
                sheet, one, other, "the next full inspection is pinned before the monitoring one, and takes its place"
            )
    if has_shapes(sheet):
        for one, other in combinations(sound, 2):
            met = _met(one.table, other.table, programme)
            if met:
                _both(sheet, one, other, f"{one.table.team} cannot be with two areas in the week from {min(met)}")
        if sheet.is_sound("team"):
            busy = Counter(f"week of {monday}" for entry in sound for monday in busy_weeks(entry.table, programme))
            _passed(sheet, busy, "the number of teams", len(programme.teams))
    _limit_faults(sheet, names, [entry.table for entry in sound], programme)


def has_shapes(sheet: Sheet) -> bool:
    """Whether it is known how many weeks inspections take, and in which of them the programme lies."""
    return has_span(sheet) and sheet.is_sound("full_inspection", "monitoring_inspection")


def busy_weeks(pin: Pin, programme: Programme) -> Iterator[date]:
    """The Mondays of the weeks of the programme in which a pinned inspection takes its team."""
    shape = programme.shape(pin.kind)
    mondays = (pin.monday + week * _WEEK for week in range(-shape.weeks_before, shape.on_site_weeks))
    return (monday for monday in mondays if monday >= programme.first_day)


def is_away(pin: Pin, programme: Programme) -> date | None:
    """The first week in which the named team of a pin is busy and not there, or None."""
    team = next((team for team in programme.teams if team.name == pin.team), None)
    if team is None:
        return None
    return next((monday for monday in busy_weeks(pin, programme) if not is_there(team, monday)), None)


def _both(sheet: Sheet, one: Entry[Pin], other: Entry[Pin], rule: str) -> None:
    sheet.fault(f"{one.key} and {other.key}", other.table.monday, rule, "Move one of the two")


def _too_near(one: Pin, other: Pin, programme: Programme) -> bool:
    """Whether two inspections of an area are too near. Two weeks for the same one are told apart from this."""
    earlier, later = sorted((one.monday, other.monday))
    is_near = later < add_months(earlier, programme.months_between)
    return is_near and one.gss_code == other.gss_code and one.kind is not other.kind


def _is_overtaken(one: Pin, other: Pin) -> bool:
    return one.gss_code == other.gss_code and is_overtaken((one.kind, other.kind), (one.monday, other.monday))


def _met(one: Pin, other: Pin, programme: Programme) -> set[date]:
    """The weeks in which two areas have the same team."""
    if one.gss_code == other.gss_code or one.team is None or one.team != other.team:
        return set()
    return set(busy_weeks(one, programme)) & set(busy_weeks(other, programme))


def _limit_faults(sheet: Sheet, names: Names, pins: Sequence[Pin], programme: Programme) -> None:
    """Limits that the pins alone pass."""
    single = {(pin.gss_code, pin.kind): pin for pin in reversed(pins)}.values()
    full = [pin for pin in single if pin.kind.is_full]
    for span, form in (("week", "%Y-%m-%d"), ("month", "%Y-%m"), ("year", "%Y")):
        for key, counted in ((f"per_{span}", single), (f"full_per_{span}", full)):
            limit: int | None = getattr(programme.limits, key)
            if sheet.is_sound(f"limits.{key}"):
                times = Counter(pin.monday.strftime(form) for pin in counted)
                _passed(sheet, times, f"limits.{key}", limit)
    for region in programme.region_limits if sheet.is_sound("region") else ():
        months = (pin.monday.strftime("%Y-%m") for pin in single if names.region_of(pin.gss_code) == region.region)
        _passed(sheet, Counter(months), f"per_month of {region.region}", region.per_month)


def _passed(sheet: Sheet, times: Mapping[str, int], limit: str, most: int | None) -> None:
    for when, count in sorted(times.items()):
        if most is not None and count > most:
            sheet.fault("pins", when, f"{count} pins fall here, and {limit} is {most}", "Move pins, or raise the limit")
