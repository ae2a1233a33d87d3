"""Pinned inspections: each holds a week, so that none may contradict another, nor a rule of the programme.

Faults name the pin by its number and not the area: messages go where others may read them, and a pin is part of a plan.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from areasend.framework import add_months
from areasend.programme.configuration.areas import KINDS
from areasend.programme.configuration.capacity import is_there
from areasend.programme.configuration.model import Pin, Programme
from areasend.programme.configuration.names import Names
from areasend.programme.configuration.sheet import Entry, Sheet
from areasend.programme.configuration.spelling import nearest
from areasend.programme.configuration.tables import PinTable

_WEEK = timedelta(days=7)
_TO_FRIDAY = timedelta(days=4)


def read_pins(sheet: Sheet, names: Names) -> tuple[Entry[Pin], ...]:
    """The pins of a file, in its order, with the rules that need nothing else: a Monday, one week for one activity."""
    found: list[Entry[Pin]] = []
    for entry in sheet.entries("pin", PinTable):
        table = entry.table
        code = names.area(table.area, f"{entry.key}.area", sheet)
        if table.monday.weekday():
            near = table.monday - timedelta(days=table.monday.weekday())
            sheet.fault(
                f"{entry.key}.monday", table.monday, f"is a {table.monday:%A}", f"Write the Monday, such as {near}"
            )
        elif code is not None:
            pin = Pin(
                gss_code=code,
                kind=KINDS[table.kind],
                monday=table.monday,
                team=table.team,
                announced=bool(table.announced),
                reason=table.reason or "",
            )
            _told_twice(sheet, found, Entry(entry.key, pin))
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


def check_pins(sheet: Sheet, names: Names, entries: Sequence[Entry[Pin]], programme: Programme, as_at: date) -> None:
    """Holds pins against the rules of a programme that has no other fault, and against each other."""
    for entry in entries:
        for key, value, rule, remedy in _own_faults(entry.table, programme, as_at):
            sheet.fault(f"{entry.key}.{key}", value, rule, remedy)
    for one, other in combinations(entries, 2):
        rule = _clash(one.table, other.table, programme)
        if rule:
            sheet.fault(f"{one.key} and {other.key}", f"{other.table.monday}", rule, "Move one of the two")
    single = {(entry.table.gss_code, entry.table.kind): entry.table for entry in reversed(entries)}
    _limit_faults(sheet, names, list(single.values()), programme)


_Fault = tuple[str, object, str, str]


def _own_faults(pin: Pin, programme: Programme, as_at: date) -> Iterator[_Fault]:
    yield from _team_faults(pin, programme)
    shape = programme.shape(pin.kind)
    notified = pin.monday - shape.weeks_before * _WEEK
    last = pin.monday + (shape.on_site_weeks - 1) * _WEEK + _TO_FRIDAY
    if notified < programme.first_day or last > programme.last_day:
        yield (
            "monday",
            pin.monday,
            f"its weeks, {notified} to {last}, are not all in {programme.first_day} to {programme.last_day}",
            "Correct the Monday, or the programme’s first_day or last_day",
        )
        return
    if notified <= as_at:
        yield (
            "monday",
            pin.monday,
            f"notification would be on {notified}, and the records are as at {as_at}",
            "Choose a later Monday, or an earlier date for the records",
        )
    closed = _closed(pin, programme, notified, last)
    if closed:
        yield "monday", pin.monday, closed, "Pin it to another week, or correct the rule"


def _team_faults(pin: Pin, programme: Programme) -> Iterator[_Fault]:
    if pin.team is None:
        return
    known = {team.name: team for team in programme.teams}
    team = known.get(pin.team)
    if team is None:
        yield "team", pin.team, "no team has this name", f"Name one of [[team]]{nearest(pin.team, known)}"
        return
    if pin.gss_code in team.conflicts:
        yield "team", pin.team, "this team has a conflict of interest with the area", "Name another team"
    gone = [monday for monday in _busy(pin, programme) if not is_there(team, monday)]
    if gone:
        yield "team", pin.team, f"this team is not there in the week from {gone[0]}", "Name another team or week"


def _closed(pin: Pin, programme: Programme, notified: date, last: date) -> str:
    """The first rule of the calendar or of the area that a pinned week breaks, or nothing."""
    for monday in _mondays(pin.monday, last):
        friday = monday + _TO_FRIDAY
        if not any(term.first_day <= monday and friday <= term.last_day for term in programme.terms):
            return f"the week on site from {monday} lies outside the terms, or in part"
        for span in (*programme.breaks, *programme.pauses):
            if span.meets(monday, friday):
                return f"the week on site from {monday} meets {span.name}, {span.first_day} to {span.last_day}"
        holiday = next((day for day in programme.bank_holidays if monday <= day <= friday), None)
        if holiday is not None:
            return f"the week on site from {monday} holds a bank holiday, {holiday}"
    return _closed_before(pin, programme, notified) or _closed_by_area(pin, programme, notified, last)


def _closed_before(pin: Pin, programme: Programme, notified: date) -> str:
    for monday in _mondays(notified, pin.monday - timedelta(days=1)):
        friday = monday + _TO_FRIDAY
        if not any(term.meets(monday, friday) for term in programme.terms):
            return f"notification or preparation from {monday} lies outside the terms"
        if not programme.notice_in_breaks and any(span.meets(monday, friday) for span in programme.breaks):
            return f"notification or preparation from {monday} lies in a half-term, and notice_in_breaks is false"
    return ""


def _closed_by_area(pin: Pin, programme: Programme, notified: date, last: date) -> str:
    for rule in programme.areas:
        if rule.gss_code == pin.gss_code and (
            (rule.not_before is not None and pin.monday < rule.not_before)
            or (rule.not_after is not None and last > rule.not_after)
        ):
            return f"a rule of the area forbids it: {rule.reason}"
    gap = programme.gap_weeks * _WEEK
    for other in programme.other_inspections:
        if other.gss_code == pin.gss_code and other.first_day <= last + gap and notified - gap <= other.last_day:
            return (
                f"less than {programme.gap_weeks} weeks from another inspection of the council: {other.name}, "
                f"{other.first_day} to {other.last_day}"
            )
    return ""


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = first
    while monday <= last:
        yield monday
        monday += _WEEK


def _busy(pin: Pin, programme: Programme) -> Iterator[date]:
    """The Mondays of the weeks that a pinned inspection takes its team."""
    shape = programme.shape(pin.kind)
    return (pin.monday + week * _WEEK for week in range(-shape.weeks_before, shape.on_site_weeks))


def _clash(one: Pin, other: Pin, programme: Programme) -> str:
    """Why two pins cannot both hold, or nothing. Two of the same inspection are told apart from this."""
    if one.gss_code == other.gss_code:
        earlier, later = sorted((one.monday, other.monday))
        too_near = later < add_months(earlier, programme.months_between)
        if one.kind is not other.kind and too_near:
            return f"pinned less than {programme.months_between} months apart, which months_between forbids"
        return ""
    both = set(_busy(one, programme)) & set(_busy(other, programme))
    if both and one.team is not None and one.team == other.team:
        return f"{one.team} cannot be with two areas in the week from {min(both)}"
    return ""


def _limit_faults(sheet: Sheet, names: Names, pins: Sequence[Pin], programme: Programme) -> None:
    """Limits that the pins alone pass."""
    limits = programme.limits
    full = [pin for pin in pins if pin.kind.is_full]
    for span, form in (("week", "%Y-%m-%d"), ("month", "%Y-%m"), ("year", "%Y")):
        for key, counted in ((f"per_{span}", pins), (f"full_per_{span}", full)):
            limit: int | None = getattr(limits, key)
            times = Counter(pin.monday.strftime(form) for pin in counted)
            _passed(sheet, times, f"limits.{key}", limit)
    for region in programme.region_limits:
        months = (pin.monday.strftime("%Y-%m") for pin in pins if names.region_of(pin.gss_code) == region.region)
        _passed(sheet, Counter(months), f"per_month of {region.region}", region.per_month)
    busy = Counter(f"week of {monday}" for pin in pins for monday in _busy(pin, programme))
    _passed(sheet, busy, "the number of teams", len(programme.teams))


def _passed(sheet: Sheet, times: Mapping[str, int], limit: str, most: int | None) -> None:
    for when, count in sorted(times.items()):
        if most is not None and count > most:
            sheet.fault("pin", when, f"{count} pins fall here, and {limit} is {most}", "Move pins, or raise the limit")
