"""Pinned inspections against the calendar, the date of the records and the rules of their area, each by itself.

As in `planning.closing`, which tells the weeks that are open and cannot be loaded here: it comes with OR-Tools. An area
that has been told was notified, whatever the day: nothing is asked of its weeks before those on site.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from areasend.programme.configuration.model import Pin, Programme
from areasend.programme.configuration.pins import has_shapes, is_away
from areasend.programme.configuration.sheet import Entry, Sheet

_WEEK = timedelta(days=7)
_TO_FRIDAY = timedelta(days=4)


def check_pins_in_time(sheet: Sheet, entries: Sequence[Entry[Pin]], programme: Programme, as_at: date) -> None:
    """Holds each pin against a calendar that has no fault, as far as what its rules need has none."""
    if not has_shapes(sheet):
        return
    teams_are_known, rules_are_known = sheet.is_sound("team"), sheet.is_sound("rules", "area", "other inspections")
    for entry in entries:
        if not sheet.is_sound(f"{entry.key}.monday"):
            continue
        pin, gone = entry.table, is_away(entry.table, programme) if teams_are_known else None
        if gone is not None:
            sheet.fault(f"{entry.key}.team", None, f"this team is not there in the week from {gone}", "Name another")
        fault = _out_of_time(pin, programme, as_at)
        if fault is None:
            closed = _closed(pin, programme)
            closed = closed or (_closed_by_area(pin, programme) if rules_are_known else "")
            fault = (closed, "Pin it to another week, or correct the rule") if closed else None
        if fault is not None:
            sheet.fault(f"{entry.key}.monday", pin.monday, *fault)


def _out_of_time(pin: Pin, programme: Programme, as_at: date) -> tuple[str, str] | None:
    """What the days of the programme and the date of the records say against a pin, and what to do about it."""
    notified, last = _weeks(pin, programme)
    if pin.announced and last <= as_at:
        rule = f"its last day on site is {last}, and the records are as at {as_at}"
        return rule, "Remove the pin: it belongs in the records, or in [[done]]"
    if notified <= as_at and not pin.announced:
        rule = f"notification would be on {notified}, and the records are as at {as_at}"
        return rule, "Choose a later Monday, or write announced = true if the area has been told"
    first, what = (pin.monday, "its weeks on site") if pin.announced else (notified, "its weeks")
    if first < programme.first_day or last > programme.last_day:
        rule = f"{what}, {first} to {last}, are not all in {programme.first_day} to {programme.last_day}"
        return rule, "Correct the Monday, or the programme’s first_day or last_day"
    return None


def _weeks(pin: Pin, programme: Programme) -> tuple[date, date]:
    """The Monday of notification and the last Friday on site."""
    shape = programme.shape(pin.kind)
    return pin.monday - shape.weeks_before * _WEEK, pin.monday + (shape.on_site_weeks - 1) * _WEEK + _TO_FRIDAY


def _closed(pin: Pin, programme: Programme) -> str:
    """The first rule of the calendar that a pinned week breaks, or nothing."""
    notified, last = _weeks(pin, programme)
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
    return "" if pin.announced else _closed_before(pin, programme, notified)


def _closed_before(pin: Pin, programme: Programme, notified: date) -> str:
    for monday in _mondays(notified, pin.monday - timedelta(days=1)):
        friday = monday + _TO_FRIDAY
        if not any(term.meets(monday, friday) for term in programme.terms):
            return f"notification or preparation from {monday} lies outside the terms"
        if not programme.notice_in_breaks and any(span.meets(monday, friday) for span in programme.breaks):
            return f"notification or preparation from {monday} lies in a half-term, and notice_in_breaks is false"
    return ""


def _closed_by_area(pin: Pin, programme: Programme) -> str:
    """The first rule of the area that a pinned week breaks, or nothing; free text might name the area."""
    notified, last = _weeks(pin, programme)
    for number, rule in enumerate(programme.areas, 1):
        if rule.gss_code == pin.gss_code and (
            (rule.not_before is not None and pin.monday < rule.not_before)
            or (rule.not_after is not None and last > rule.not_after)
        ):
            return f"area[{number}] forbids it"
    gap = programme.gap_weeks * _WEEK
    for other in programme.other_inspections:
        if other.gss_code == pin.gss_code and other.first_day <= last + gap and notified - gap <= other.last_day:
            days = f"{other.first_day} to {other.last_day}"
            return f"less than {programme.gap_weeks} weeks from another inspection of the council, {days}"
    return ""


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = first
    while monday <= last:
        yield monday
        monday += _WEEK
