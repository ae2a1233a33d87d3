"""Reading files of pins (CSV) and of changes (TOML): validated whole, all faults at once.

Pins, a row each: `local_area` (code or a name the register knows), `kind`, `monday` (the first day on site), and where
wanted `team`, `announced` (yes or no) and `reason`. Changes, as many of each as there are:

    [[team_away]]    team, first_day, last_day, reason
    [[area_closed]]  area, first_day, last_day, reason
    [[no_site]]      first_day, last_day, reason (a bank holiday, a pre-election period)
    [[inspected]]    area, kind (full or monitoring), first_day, last_day, published, outcome (of a full inspection)
    [limits]         per_week, per_month, per_year, full_per_week, full_per_month, full_per_year; "none" lifts one

`last_day` is `first_day` where it is not given.
"""

import csv
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from areasend.framework import Framework
from areasend.programme.activities import Kind
from areasend.programme.configuration.model import AreaClosed, Days, Limits, Pin, Programme
from areasend.programme.errors import PlanUnreadable, ProgrammeInvalid
from areasend.programme.planning.problem import PLANNED
from areasend.programme.replanning.changes import Change, Closure, Inspected, LimitSet, TeamAway
from areasend.programme.replanning.faults import Checker
from areasend.register import Register

PIN_COLUMNS = ("local_area", "kind", "monday", "team", "announced", "reason")
_NEEDED = PIN_COLUMNS[:3]
_SAID = {"yes": "yes", "no": "no", "": "no", "true": "yes", "false": "no"}
_PINNED_KINDS = {name: kind for kind in Kind if kind in PLANNED for name in (kind.key, kind.value)}
_INSPECTED_KINDS = {
    "full": Kind.FIRST_FULL,
    "full inspection": Kind.FIRST_FULL,
    "monitoring": Kind.MONITORING,
    "monitoring inspection": Kind.MONITORING,
}


def read_pins(content: bytes, *, place: str, register: Register, programme: Programme) -> tuple[Pin, ...]:
    """The pins of a CSV file, in its order.

    Raises `PlanUnreadable` if it is no such file, `ProgrammeInvalid` with all faults of its rows.
    """
    rows = csv.DictReader(io.StringIO(_text(content, place), newline=""), strict=True)
    check = Checker(register)
    teams = {team.name.casefold(): team.name for team in programme.teams}
    found: dict[tuple[str, Kind], Pin] = {}
    try:
        missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
        if missing:
            raise PlanUnreadable(
                f"{place} is no file of pins: column(s) {', '.join(missing)} missing in its first row."
            )
        check.keys("the first row", dict.fromkeys(rows.fieldnames or ()), PIN_COLUMNS)
        for row in rows:
            where = f"line {rows.line_num}"
            pin = _pin(check, where, row, teams)
            if pin is not None and (pin.gss_code, pin.kind) in found:
                check.fault(where, "a row before it pins the same inspection")
            elif pin is not None:
                found[pin.gss_code, pin.kind] = pin
    except csv.Error as error:
        raise PlanUnreadable(f"{place} cannot be read as CSV: line {rows.line_num}: {error}.") from error
    _raise(check, place)
    return tuple(found.values())


def _pin(check: Checker, where: str, row: Mapping[str, Any], teams: Mapping[str, str]) -> Pin | None:
    if None in row or None in row.values():
        check.fault(where, "it has not as many cells as the first row")
        return None
    code = check.area(f"{where}, local_area", row["local_area"])
    kind = check.kind(f"{where}, kind", row["kind"], _PINNED_KINDS)
    monday = check.day(f"{where}, monday", row["monday"])
    if monday is not None and monday.weekday() != 0:
        check.fault(f"{where}, monday", f"{monday} is a {monday:%A}; that week’s Monday is {_monday(monday)}")
    team = check.one_of(f"{where}, team", row["team"], teams, "team of the programme") if row.get("team") else None
    announced = check.one_of(f"{where}, announced", row.get("announced", ""), _SAID, "answer")
    if code is None or kind is None or monday is None:
        return None
    reason = row.get("reason", "").strip()
    return Pin(gss_code=code, kind=kind, monday=monday, team=team, announced=announced == "yes", reason=reason)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def read_changes(
    content: bytes, *, place: str, as_at: date, register: Register, framework: Framework, programme: Programme
) -> tuple[Change, ...]:
    """The changes of a TOML file, in the order of the list above; what has taken place did so by `as_at`.

    Raises `PlanUnreadable` if it is no TOML, `ProgrammeInvalid` with all faults of its values.
    """
    try:
        values = tomllib.loads(_text(content, place))
    except tomllib.TOMLDecodeError as error:
        raise PlanUnreadable(f"{place} cannot be read as TOML: {error}.") from error
    check = Checker(register)
    read = _Changes(check, as_at, framework, {team.name.casefold(): team.name for team in programme.teams})
    check.keys("the file", values, (*read.tables, "limits"))
    found: list[Change] = []
    for name, (keys, one) in read.tables.items():
        for where, entry in _entries(check, name, values.get(name, [])):
            check.keys(where, entry, keys)
            change = one(where, entry)
            found += [change] if change is not None else []
    found += read.limits(values.get("limits", {}))
    if not check.faults and not found:
        check.fault("the file", "it tells of no change")
    _raise(check, place)
    return tuple(found)


def _entries(check: Checker, name: str, value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        check.fault(name, f"it is written as [[{name}]], once for each")
        return
    for number, entry in enumerate(value, 1):
        yield f"{name} {number}", entry


class _Changes:
    """The readers of each table; `tables` has for each its keys and its reader."""

    def __init__(self, check: Checker, as_at: date, framework: Framework, teams: Mapping[str, str]) -> None:
        self._check, self._as_at, self._framework, self._teams = check, as_at, framework, teams
        span = ("first_day", "last_day")
        self.tables: dict[str, tuple[tuple[str, ...], Callable[[str, Mapping[str, object]], Change | None]]] = {
            "team_away": (("team", *span, "reason"), self._team_away),
            "area_closed": (("area", *span, "reason"), self._area_closed),
            "no_site": ((*span, "reason"), self._no_site),
            "inspected": (("area", "kind", *span, "published", "outcome"), self._inspected),
        }

    def _team_away(self, where: str, entry: Mapping[str, object]) -> Change | None:
        team = self._check.one_of(f"{where}, team", entry.get("team"), self._teams, "team of the programme")
        days = self._days(where, entry)
        return TeamAway(team=team, days=days) if team is not None and days is not None else None

    def _area_closed(self, where: str, entry: Mapping[str, object]) -> Change | None:
        code = self._check.area(f"{where}, area", entry.get("area"))
        days = self._days(where, entry)
        return AreaClosed(gss_code=code, days=days) if code is not None and days is not None else None

    def _no_site(self, where: str, entry: Mapping[str, object]) -> Change | None:
        days = self._days(where, entry)
        return Closure(days=days) if days is not None else None

    def _inspected(self, where: str, entry: Mapping[str, object]) -> Change | None:
        code = self._check.area(f"{where}, area", entry.get("area"))
        kind = self._check.kind(f"{where}, kind", entry.get("kind"), _INSPECTED_KINDS)
        span = self._check.span(where, entry)
        published = self._published(where, entry.get("published"), span)
        outcome = self._outcome(where, entry.get("outcome"), kind)
        if span is not None and span[1] > self._as_at:
            self._check.fault(where, f"last_day {span[1]} is after {self._as_at}: give a later --as-at")
        if code is None or kind is None or span is None:
            return None
        return Inspected(
            gss_code=code,
            local_area=self._check.name_of(code),
            kind=kind,
            first_day=span[0],
            last_day=span[1],
            published=published,
            outcome=outcome,
        )

    def _published(self, where: str, value: object, span: tuple[date, date] | None) -> date | None:
        if value is None:
            return None
        day = self._check.day(f"{where}, published", value)
        if day is not None and span is not None and not span[1] <= day <= self._as_at:
            self._check.fault(where, f"published {day} does not lie between last_day {span[1]} and {self._as_at}")
        return day

    def _outcome(self, where: str, value: object, kind: Kind | None) -> str | None:
        if value is None:
            return None
        if kind is Kind.MONITORING:
            self._check.fault(f"{where}, outcome", "an outcome is that of a full inspection")
            return None
        version = self._framework.version_at(self._as_at)
        names = {
            name.casefold(): entry.key
            for entry in version.outcomes
            for name in (entry.key, entry.wording, entry.label, entry.short_label)
        }
        return self._check.one_of(f"{where}, outcome", value, names, "outcome of the framework")

    def _days(self, where: str, entry: Mapping[str, object]) -> Days | None:
        span = self._check.span(where, entry)
        reason = self._check.text(f"{where}, reason", entry.get("reason"))
        if span is None or reason is None:
            return None
        return Days(name=reason, first_day=span[0], last_day=span[1])

    def limits(self, values: object) -> Iterator[Change]:
        names = tuple(field.name for field in fields(Limits))
        if not isinstance(values, dict):
            self._check.fault("limits", "it is written as [limits], with a line for each limit")
            return
        self._check.keys("limits", values, names)
        for name in names:
            value = values.get(name)
            if value == "none":
                yield LimitSet(name=name, value=None)
            elif isinstance(value, int) and not isinstance(value, bool) and value > 0:
                yield LimitSet(name=name, value=value)
            elif value is not None:
                self._check.fault(f"limits, {name}", f'{value!r} is neither a whole number from 1 nor "none"')


def _text(content: bytes, place: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanUnreadable(f"{place} is not UTF-8: {error.reason} at byte {error.start}.") from error


def _raise(check: Checker, place: str) -> None:
    if check.faults:
        raise ProgrammeInvalid(place, check.faults)
