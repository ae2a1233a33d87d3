"""Reading `programme.toml` whole: every fault at once, or the programme."""

import tomllib
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from datetime import date, timedelta

from areasend.framework import Framework, FrameworkFault
from areasend.programme.configuration.areas import read_area_rules, read_done
from areasend.programme.configuration.calendar import read_calendar
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
from areasend.programme.configuration.names import Names
from areasend.programme.configuration.other_inspections import read_other_inspections
from areasend.programme.configuration.pins import check_pins, read_pins
from areasend.programme.configuration.sheet import Sheet
from areasend.programme.configuration.spelling import nearest
from areasend.programme.configuration.tables import ProgrammeTable, RulesTable
from areasend.programme.errors import ProgrammeInvalid
from areasend.register import Register

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
    register: Register,
    framework: Framework,
    other_inspections: bytes | None = None,
) -> Programme:
    """The programme in some TOML, for records as at a date; `other_inspections` is the content of their CSV file.

    What the file leaves out is the default. Raises `ProgrammeInvalid` with every fault of both files.
    """
    default = default_programme(as_at, framework)
    try:
        tables = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProgrammeInvalid(place, (f"not valid TOML in UTF-8: {error}. Mend the syntax at that place.",)) from error
    sheet, names = Sheet(tables, place=place), Names(register, framework, as_at)
    sheet.refuse_strangers(TABLES)
    programme = _programme(sheet, names, framework, default, other_inspections)
    if sheet.count or programme is None:
        raise ProgrammeInvalid(place, [_words(fault) for fault in sheet.faults.faults])
    return programme


def _programme(
    sheet: Sheet, names: Names, framework: Framework, default: Programme, others: bytes | None
) -> Programme | None:
    """The programme as far as it can be read; None without its days. Every fault is told to the sheet."""
    as_at = default.first_day - timedelta(days=1)
    table = sheet.section("programme", ProgrammeTable)
    calendar = read_calendar(sheet, table, framework.working_days, (default.first_day, default.last_day))
    span = None if calendar is None else (calendar.first_day, calendar.last_day)
    teams = read_teams(sheet, names, span) if sheet.has("team") else default.teams
    full = read_shape(sheet, "full_inspection", default.full)
    monitoring = read_shape(sheet, "monitoring_inspection", default.monitoring)
    limits = read_limits(sheet)
    rules = _rules(sheet, default)
    frame_is_sound = not sheet.count
    regions = read_regions(sheet, names)
    weights = read_weights(sheet, default.late_weights)
    areas, done, pins = (
        read_area_rules(sheet, names, span),
        read_done(sheet, names, as_at),
        read_pins(sheet, names),
    )
    known_others = () if others is None else read_other_inspections(others, names, sheet)
    confirmed = _confirmed(sheet, table)
    if calendar is None or table is None:
        return None
    programme = replace(
        rules,
        title=table.title or default.title,
        first_day=calendar.first_day,
        last_day=calendar.last_day,
        terms=calendar.terms,
        breaks=calendar.breaks,
        pauses=calendar.pauses,
        bank_holidays=calendar.bank_holidays,
        teams=teams,
        full=full,
        monitoring=monitoring,
        limits=limits,
        late_weights=weights,
        region_limits=regions,
        areas=areas,
        other_inspections=known_others,
        pins=tuple(entry.table for entry in pins),
        done=done,
    )
    if frame_is_sound:
        check_pins(sheet, names, pins, programme, as_at)
    assumed = (name for name in _assumed(programme, default, framework) if name not in confirmed)
    return replace(programme, is_assumed=tuple(assumed))


def _rules(sheet: Sheet, default: Programme) -> Programme:
    """The programme by default with the rules of the file."""
    table = sheet.section("rules", RulesTable)
    if table is None:
        return default
    found = replace(default, **{key: value for key, value in asdict(table).items() if value is not None})
    check_range(sheet, "rules.gap_weeks", found.gap_weeks, 0, 52)
    check_range(sheet, "rules.months_between", found.months_between, 0, 60)
    check_range(sheet, "rules.monitoring_late_after_weeks", found.monitoring_late_after_weeks, 0, 260)
    return found


def _confirmed(sheet: Sheet, table: ProgrammeTable | None) -> frozenset[str]:
    names = (table.confirmed if table is not None else None) or ()
    for name in names:
        if name not in ASSUMED:
            remedy = f"Use one of: {', '.join(ASSUMED)}{nearest(name, ASSUMED)}"
            sheet.fault("programme.confirmed", name, "no table whose default is an assumption", remedy)
    return frozenset(names)


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


def _words(fault: FrameworkFault) -> str:
    value = "" if fault.value == "None" else f" = {fault.value}"
    return f"{fault.key}{value}: {fault.rule}. {fault.remedy}."
