"""Reading files of changes (TOML): validated whole, all faults at once, as a programme file is.

As many of each as there are:

    [[team_away]]    team, first_day, last_day, reason
    [[area_closed]]  area, first_day, last_day, reason
    [[no_site]]      first_day, last_day, reason (a bank holiday, a pre-election period)
    [[inspected]]    area, kind (full or monitoring), first_day, last_day, published, outcome (of a full inspection)
    [limits]         per_week, per_month, per_year, full_per_week, full_per_month, full_per_year; "none" lifts one

`last_day` is `first_day` where it is not given.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from areasend.framework import Framework
from areasend.programme.activities import Kind
from areasend.programme.configuration import Names, Sheet, named_limits, toml_tables
from areasend.programme.configuration.model import AreaClosed, Days, Programme
from areasend.programme.configuration.sheet import Entry
from areasend.programme.configuration.spelling import nearest, spelt
from areasend.programme.replanning.changes import Change, Closure, Inspected, LimitSet, TeamAway
from areasend.programme.replanning.tables import (
    AreaClosedTable,
    InspectedKind,
    InspectedTable,
    NoSiteTable,
    TeamAwayTable,
)

T = TypeVar("T", TeamAwayTable, AreaClosedTable, NoSiteTable, InspectedTable)

_TABLES = ("team_away", "area_closed", "no_site", "inspected", "limits")
_KINDS = {InspectedKind.FULL: Kind.FIRST_FULL, InspectedKind.MONITORING: Kind.MONITORING}


def read_changes(
    content: bytes, *, place: str, as_at: date, names: Names, framework: Framework, programme: Programme
) -> tuple[Change, ...]:
    """The changes of a TOML file, in the order of the list above; what has taken place did so by `as_at`.

    Raises `ProgrammeInvalid` with all faults.
    """
    sheet = Sheet(toml_tables(content, place), place=place)
    sheet.refuse_strangers(_TABLES)
    read = _Changes(sheet, names, as_at, framework, programme)
    found: list[Change] = [
        *_each(sheet, "team_away", TeamAwayTable, read.team_away),
        *_each(sheet, "area_closed", AreaClosedTable, read.area_closed),
        *_each(sheet, "no_site", NoSiteTable, read.no_site),
        *_each(sheet, "inspected", InspectedTable, read.inspected),
        *(LimitSet(name=name, value=value) for name, value in named_limits(sheet).items()),
    ]
    if not sheet.count and not found:
        sheet.fault("the file", None, "it tells of no change", f"Write one of: {', '.join(_TABLES)}")
    sheet.raise_faults()
    return tuple(found)


def _each(sheet: Sheet, name: str, kind: type[T], read: Callable[[Entry[T]], Change | None]) -> Iterator[Change]:
    for entry in sheet.entries(name, kind):
        change = read(entry)
        if change is not None:
            yield change


class _Changes:
    """The readers of each table: a change, or None after telling what is wrong."""

    def __init__(self, sheet: Sheet, names: Names, as_at: date, framework: Framework, programme: Programme) -> None:
        self._sheet, self._names, self._as_at, self._framework = sheet, names, as_at, framework
        self._teams = {spelt(team.name): team.name for team in programme.teams}

    def team_away(self, entry: Entry[TeamAwayTable]) -> TeamAway | None:
        team = self._teams.get(spelt(entry.table.team))
        if team is None:
            known = self._teams.values()
            remedy = f"Name one of: {', '.join(known)}{nearest(entry.table.team, known)}"
            self._sheet.fault(f"{entry.key}.team", entry.table.team, "no team of the programme has this name", remedy)
        days = self._days(entry.key, entry.table)
        return TeamAway(team=team, days=days) if team is not None else None

    def area_closed(self, entry: Entry[AreaClosedTable]) -> AreaClosed | None:
        code = self._names.area(entry.table.area, f"{entry.key}.area", self._sheet)
        days = self._days(entry.key, entry.table)
        return AreaClosed(gss_code=code, days=days) if code is not None else None

    def no_site(self, entry: Entry[NoSiteTable]) -> Closure:
        return Closure(days=self._days(entry.key, entry.table))

    def inspected(self, entry: Entry[InspectedTable]) -> Inspected | None:
        table, key = entry.table, entry.key
        code = self._names.area(table.area, f"{key}.area", self._sheet)
        last = self._last_day(key, table)
        if last > self._as_at:
            rule = f"after {self._as_at}, the day of the records"
            # A day ahead may be one that is planned: it is not shown, for other faults name the area.
            self._sheet.fault(f"{key}.last_day", None, rule, "Give a later --as-at, or pin it")
        if table.published is not None and not last <= table.published <= self._as_at:
            rule = f"does not lie between the last day, {last}, and {self._as_at}"
            self._sheet.fault(f"{key}.published", table.published, rule, "Correct one of the days")
        outcome = self._outcome(entry)
        if code is None:
            return None
        return Inspected(
            gss_code=code,
            local_area=self._names.official_name(code),
            kind=_KINDS[table.kind],
            first_day=table.first_day,
            last_day=last,
            published=table.published,
            outcome=outcome,
        )

    def _outcome(self, entry: Entry[InspectedTable]) -> str | None:
        text, key = entry.table.outcome, f"{entry.key}.outcome"
        if text is None:
            return None
        if entry.table.kind is InspectedKind.MONITORING:
            self._sheet.fault(key, text, "an outcome is that of a full inspection", "Take it out")
            return None
        outcomes = self._framework.version_at(self._as_at).outcomes
        known = {
            spelt(name): outcome.key
            for outcome in outcomes
            for name in (outcome.key, outcome.wording, outcome.label, outcome.short_label)
        }
        if spelt(text) not in known:
            remedy = f"Use one of: {', '.join(outcome.key for outcome in outcomes)}"
            self._sheet.fault(key, text, "no outcome of the framework", remedy)
        return known.get(spelt(text))

    def _days(self, key: str, table: TeamAwayTable | AreaClosedTable | NoSiteTable) -> Days:
        return Days(name=table.reason, first_day=table.first_day, last_day=self._last_day(key, table))

    def _last_day(self, key: str, table: TeamAwayTable | AreaClosedTable | NoSiteTable | InspectedTable) -> date:
        last = table.last_day or table.first_day
        if last < table.first_day:
            rule = f"lies before its first day, {table.first_day}"
            self._sheet.fault(f"{key}.last_day", last, rule, "Correct one of the two")
        return last
