"""Who inspects, how long an inspection takes, and how many there may be; the rules of each table."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta

from areasend.programme.activities import Kind
from areasend.programme.configuration.model import Days, Limits, RegionLimit, Shape, Team
from areasend.programme.configuration.names import Names
from areasend.programme.configuration.sheet import Entry, Sheet
from areasend.programme.configuration.spelling import spelt
from areasend.programme.configuration.tables import (
    DaysTable,
    LimitsTable,
    RegionTable,
    ShapeTable,
    TeamTable,
    WeightTable,
)

_LIFTED = "none"
_MOST_WEEKS, _MOST_INSPECTIONS, _MOST_WEIGHT = 10, 1000, 100


def read_teams(sheet: Sheet, names: Names, span: tuple[date, date] | None) -> tuple[Team, ...]:
    """The teams of a file that have no fault, in its order. `span`: the programme's days, None if they are unknown."""
    found: list[Team] = []
    seen: dict[str, str] = {}
    before = sheet.count
    for entry, absences in sheet.teams(TeamTable, DaysTable):
        table, key = entry.table, entry.key
        there = seen.setdefault(spelt(table.name), key)
        if there != key:
            sheet.fault(f"{key}.name", table.name, f"{there} has the same name", "Give each team its own name")
        codes = [names.area(text, f"{key}.conflicts", sheet) for text in table.conflicts or ()]
        team = Team(
            name=table.name,
            first_day=table.first_day,
            last_day=table.last_day,
            away=tuple(_absences(sheet, absences)),
            conflicts=frozenset(code for code in codes if code is not None),
        )
        if team.first_day is not None and team.last_day is not None and team.last_day < team.first_day:
            sheet.fault(f"{key}.last_day", team.last_day, f"lies before {team.first_day}", "Correct one of the two")
        elif span is not None and _has_week(span) and not any(_weeks_there(team, span)):
            sheet.fault(key, table.name, "there in no week of the programme", "Correct its days, or remove the team")
        found.append(team)
    if not found and sheet.count == before:
        sheet.fault("team", None, "a capacity of nothing: there is no team", "Add a [[team]] table for each team")
    return tuple(found)


def _absences(sheet: Sheet, entries: Sequence[Entry[DaysTable]]) -> Iterator[Days]:
    for entry in entries:
        table = entry.table
        if table.last_day < table.first_day:
            sheet.fault(
                f"{entry.key}.last_day", table.last_day, f"lies before {table.first_day}", "Correct one of the two"
            )
        yield Days(name=table.name, first_day=table.first_day, last_day=table.last_day)


def _has_week(span: tuple[date, date]) -> bool:
    """Whether the days surely hold a whole week from Monday to Friday."""
    return span[1] - span[0] >= timedelta(days=10)


def _weeks_there(team: Team, span: tuple[date, date]) -> Iterator[date]:
    """The Mondays of the weeks that a team is there for, from Monday to Friday."""
    monday = span[0] + timedelta(days=-span[0].weekday() % 7)
    while monday <= span[1]:
        if is_there(team, monday):
            yield monday
        monday += timedelta(days=7)


def is_there(team: Team, monday: date) -> bool:
    """Whether a team is there from a Monday to its Friday."""
    friday = monday + timedelta(days=4)
    return (
        (team.first_day is None or team.first_day <= monday)
        and (team.last_day is None or friday <= team.last_day)
        and not any(away.meets(monday, friday) for away in team.away)
    )


def read_limits(sheet: Sheet, default: Limits) -> Limits:
    """The limits of a file; one that it does not name is that of the default."""
    limits = replace(default, **named_limits(sheet))
    for span in ("week", "month", "year"):
        of_all, of_full = getattr(limits, f"per_{span}"), getattr(limits, f"full_per_{span}")
        if of_all is not None and of_full is not None and of_full > of_all:
            sheet.fault(
                f"limits.full_per_{span}",
                of_full,
                f"more than per_{span} = {of_all}, which counts full and monitoring inspections together",
                "Correct one of the two",
            )
    return limits


def named_limits(sheet: Sheet) -> dict[str, int | None]:
    """The limits that the table `[limits]` names and that have no fault, by their names; None for one that it lifts."""
    table, named = sheet.section("limits", LimitsTable, lifted=_LIFTED), sheet.named("limits")
    found: dict[str, int | None] = {}
    for item in fields(LimitsTable):
        key = f"limits.{item.name}"
        value: int | None = getattr(table, item.name)
        check_capacity(sheet, key, value, f'Write 1 or more, or "{_LIFTED}" for no limit')
        if item.name in named and sheet.is_sound(key):
            found[item.name] = value
    return found


def check_capacity(sheet: Sheet, key: str, value: int | None, remedy: str) -> None:
    """A fault where a limit lets nobody be inspected, or is no limit at all."""
    if value is not None and value < 1:
        sheet.fault(key, value, "a capacity of nothing: nobody could be inspected", remedy)
    elif value is not None and value > _MOST_INSPECTIONS:
        sheet.fault(key, value, f"more than {_MOST_INSPECTIONS}", remedy)


def read_regions(sheet: Sheet, names: Names) -> tuple[RegionLimit, ...]:
    """The limits by region, in the order of the file."""
    found: dict[str, RegionLimit] = {}
    for entry in sheet.entries("region", RegionTable):
        region = names.region(entry.table.region, f"{entry.key}.region", sheet)
        remedy = f"Write from 1 to {_MOST_INSPECTIONS}, or remove the table"
        check_capacity(sheet, f"{entry.key}.per_month", entry.table.per_month, remedy)
        if region in found:
            sheet.fault(f"{entry.key}.region", region, "this region has a limit already", "Keep one of the two")
        elif region is not None:
            found[region] = RegionLimit(region=region, per_month=entry.table.per_month)
    return tuple(found.values())


def read_shape(sheet: Sheet, name: str, default: Shape) -> Shape:
    """How many weeks an inspection takes, and of what."""
    table = sheet.section(name, ShapeTable)
    shape = Shape(
        notification_weeks=_or(table.notification_weeks, default.notification_weeks),
        preparation_weeks=_or(table.preparation_weeks, default.preparation_weeks),
        on_site_weeks=_or(table.on_site_weeks, default.on_site_weeks),
    )
    check_range(sheet, f"{name}.notification_weeks", shape.notification_weeks, 1, _MOST_WEEKS)
    check_range(sheet, f"{name}.preparation_weeks", shape.preparation_weeks, 0, _MOST_WEEKS)
    check_range(sheet, f"{name}.on_site_weeks", shape.on_site_weeks, 1, _MOST_WEEKS)
    return shape


def read_weights(sheet: Sheet, default: tuple[tuple[Kind, int], ...]) -> tuple[tuple[Kind, int], ...]:
    """What a week of lateness weighs, by kind."""
    table = sheet.section("weight_of_lateness", WeightTable)
    given = {
        Kind.FIRST_FULL: table.first_full,
        Kind.NEXT_FULL: table.next_full,
        Kind.MONITORING: table.monitoring,
    }
    weights = tuple((kind, _or(given[kind], weight)) for kind, weight in default)
    for kind, weight in weights:
        check_range(sheet, f"weight_of_lateness.{kind.key.replace('-', '_')}", weight, 1, _MOST_WEIGHT)
    return weights


def check_range(sheet: Sheet, key: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        sheet.fault(key, value, f"must be from {least} to {most}", "Correct the value")


def _or(value: int | None, default: int) -> int:
    return default if value is None else value
