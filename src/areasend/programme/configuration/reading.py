"""Reading `programme.toml` whole: every fault at once, or the programme."""

from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from datetime import date, timedelta
from typing import Any

from areasend.framework import Framework
from areasend.programme.configuration.areas import read_area_rules, read_done
from areasend.programme.configuration.calendar import Calendar, has_span, read_calendar
from areasend.programme.configuration.capacity import (
    check_range,
    read_limits,
    read_regions,
    read_shape,
    read_teams,
    read_weights,
)
from areasend.programme.configuration.defaults import (
    ASSUMED,
    default_breaks,
    default_programme,
    default_terms,
)
from areasend.programme.configuration.model import Programme
from areasend.programme.configuration.names import KnownAreas, Names
from areasend.programme.configuration.other_inspections import read_other_inspections
from areasend.programme.configuration.pins import check_pins, read_pins
from areasend.programme.configuration.pins_in_time import check_pins_in_time
from areasend.programme.configuration.sheet import Sheet
from areasend.programme.configuration.spelling import nearest
from areasend.programme.configuration.tables import ProgrammeTable, RulesTable
from areasend.programme.configuration.toml import toml_tables

TABLES = (
    "programme",
    "term",
    "break",
    "pause",
    "team",
    "full_inspection",
    "monitoring_inspection",
    "limits",
    "region",
    "rules",
    "weight_of_lateness",
    "area",
    "done",
    "pin",
)


def read_programme(
    content: bytes,
    *,
    place: str,
    as_at: date,
    areas: KnownAreas,
    framework: Framework,
    other_inspections: bytes | None = None,
) -> Programme:
    """The programme in some TOML, for records as at a date; `other_inspections` is the content of their CSV file.

    `areas` has their names: a snapshot, or records. What the file leaves out is the default. Raises
    `ProgrammeInvalid` with every fault of both files.
    """
    default = default_programme(as_at, framework)
    sheet, names = Sheet(toml_tables(content, place), place=place), Names(areas, framework, as_at)
    sheet.refuse_strangers(TABLES)
    programme = _programme(sheet, names, framework, default, other_inspections)
    sheet.raise_faults()
    return programme


def _programme(sheet: Sheet, names: Names, framework: Framework, default: Programme, others: bytes | None) -> Programme:
    """The programme, with the default where a part cannot be read. Every fault is told to the sheet."""
    as_at = default.first_day - timedelta(days=1)
    table = sheet.section("programme", ProgrammeTable)
    calendar = read_calendar(sheet, table, framework.working_days, (default.first_day, default.last_day))
    span = _span(table, default) if has_span(sheet) else None
    rules = _rules(sheet, default)
    programme = replace(
        rules if calendar is None else replace(rules, **_fields(calendar)),
        title=table.title or default.title,
        teams=read_teams(sheet, names, span) if sheet.has("team") else default.teams,
        full=read_shape(sheet, "full_inspection", default.full),
        monitoring=read_shape(sheet, "monitoring_inspection", default.monitoring),
        limits=read_limits(sheet, default.limits),
        late_weights=read_weights(sheet, default.late_weights),
        region_limits=read_regions(sheet, names),
        areas=read_area_rules(sheet, names, span),
        other_inspections=() if others is None else read_other_inspections(others, names, sheet),
        done=read_done(sheet, names, as_at),
    )
    pins = read_pins(sheet, names, programme.teams)
    programme = replace(programme, pins=tuple(entry.table for entry in pins))
    check_pins(sheet, names, pins, programme)
    if calendar is not None:
        check_pins_in_time(sheet, pins, programme, as_at)
    confirmed = _confirmed(sheet, table)
    assumed = (name for name in _assumed(programme, default, framework) if name not in confirmed)
    return replace(programme, is_assumed=tuple(assumed))


def _fields(calendar: Calendar) -> dict[str, Any]:
    return {item.name: getattr(calendar, item.name) for item in fields(Calendar)}


def _span(table: ProgrammeTable, default: Programme) -> tuple[date, date]:
    return table.first_day or default.first_day, table.last_day or default.last_day


def _rules(sheet: Sheet, default: Programme) -> Programme:
    """The programme by default with the rules of the file."""
    table = sheet.section("rules", RulesTable)
    found = replace(default, **{key: value for key, value in asdict(table).items() if value is not None})
    check_range(sheet, "rules.gap_weeks", found.gap_weeks, 0, 52)
    check_range(sheet, "rules.months_between", found.months_between, 0, 60)
    check_range(sheet, "rules.monitoring_late_after_weeks", found.monitoring_late_after_weeks, 0, 260)
    return found


def _confirmed(sheet: Sheet, table: ProgrammeTable) -> frozenset[str]:
    for name in table.confirmed or ():
        if name not in ASSUMED:
            remedy = f"Use one of: {', '.join(ASSUMED)}{nearest(name, ASSUMED)}"
            sheet.fault("programme.confirmed", name, "no table whose default is an assumption", remedy)
    return frozenset(table.confirmed or ())


def _assumed(programme: Programme, default: Programme, framework: Framework) -> Iterator[str]:
    """The tables that say, or leave at, what is only assumed."""
    span = programme.first_day, programme.last_day
    try:
        terms = default_terms(*span, framework.working_days.bank_holidays)
    except LookupError:
        terms = ()
    same = {
        "team": programme.teams == default.teams,
        "term": programme.terms == terms,
        "break": programme.breaks == default_breaks(*span),
        "monitoring_inspection": programme.monitoring == default.monitoring,
        "limits": programme.limits == default.limits,
        "rules": _rule_values(programme) == _rule_values(default),
        "weight_of_lateness": programme.late_weights == default.late_weights,
    }
    return (name for name in ASSUMED if same[name])


def _rule_values(programme: Programme) -> tuple[object, ...]:
    return tuple(getattr(programme, item.name) for item in fields(RulesTable))
