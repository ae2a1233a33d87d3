"""When there may be inspections: the days of a programme, terms, half-terms, pauses, bank holidays, and their rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.framework import WorkingDays
from areasend.programme.configuration.defaults import default_breaks, default_terms
from areasend.programme.configuration.model import Days
from areasend.programme.configuration.sheet import Entry, Sheet
from areasend.programme.configuration.spelling import spelt
from areasend.programme.configuration.tables import DaysTable, ProgrammeTable

_LONGEST_YEARS = 10
_HOLIDAYS = "programme.bank_holidays"
# No school term is so long without a half-term, and no holidays are so long.
_LONGEST_HALF = timedelta(weeks=9)
_LONGEST_HOLIDAYS = timedelta(weeks=10)


@dataclass(frozen=True, kw_only=True, slots=True)
class Calendar:
    """The days of a programme; terms, breaks and pauses in order of time."""

    first_day: date
    last_day: date
    bank_holidays: tuple[date, ...]
    terms: tuple[Days, ...]
    breaks: tuple[Days, ...]
    pauses: tuple[Days, ...]


def read_calendar(
    sheet: Sheet, table: ProgrammeTable, known: WorkingDays, default: tuple[date, date]
) -> Calendar | None:
    """The calendar of a file, or None with its faults. `default`: the first and last day where the file has none."""
    lists = {name: sheet.entries(name, DaysTable) for name in ("term", "break", "pause")}
    for entries in lists.values():
        _order_faults(sheet, entries)
        _overlap_faults(sheet, entries)
    _name_faults(sheet, lists["term"])
    first, last = table.first_day or default[0], table.last_day or default[1]
    _span_faults(sheet, first, last, default[0])
    _list_faults(sheet, table.bank_holidays or ())
    if not has_span(sheet):
        return None
    holidays = _bank_holidays(sheet, table.bank_holidays, known, first, last)
    given = sheet.has("term")
    try:
        terms = _days(lists["term"]) if given else default_terms(first, last, known.bank_holidays)
    except LookupError as error:
        sheet.fault("term", None, f"no term dates are assumed for {error}", "Write a [[term]] table for every term")
        return None
    breaks = _days(lists["break"]) if given or sheet.has("break") else default_breaks(first, last)
    _term_faults(sheet, lists["break"], terms, breaks, (first, last))
    if not sheet.is_sound("term", "break", "pause", "programme.bank_holidays"):
        return None
    return Calendar(
        first_day=first,
        last_day=last,
        bank_holidays=holidays,
        terms=terms,
        breaks=breaks,
        pauses=_days(lists["pause"]),
    )


def has_span(sheet: Sheet) -> bool:
    """Whether the first and last day of the programme have no fault, once its calendar was read."""
    return sheet.is_sound("programme.first_day", "programme.last_day")


def _term_faults(
    sheet: Sheet,
    entries: Sequence[Entry[DaysTable]],
    terms: Sequence[Days],
    breaks: Sequence[Days],
    span: tuple[date, date],
) -> None:
    """Faults of terms and half-terms together, as far as both can be told."""
    if not sheet.is_sound("term"):
        return
    _gap_faults(sheet, terms, *span)
    if sheet.is_sound("break"):
        _break_faults(sheet, entries, terms, *span)
        _half_term_faults(sheet, terms, breaks, *span)


def _days(entries: Sequence[Entry[DaysTable]]) -> tuple[Days, ...]:
    found = (Days(name=e.table.name, first_day=e.table.first_day, last_day=e.table.last_day) for e in entries)
    return tuple(sorted(found, key=lambda days: (days.first_day, days.name)))


def _order_faults(sheet: Sheet, entries: Sequence[Entry[DaysTable]]) -> None:
    for entry in entries:
        if entry.table.last_day < entry.table.first_day:
            sheet.fault(
                f"{entry.key}.last_day",
                entry.table.last_day,
                f"lies before its first day, {entry.table.first_day}",
                "Correct one of the two",
            )


def _overlap_faults(sheet: Sheet, entries: Sequence[Entry[DaysTable]]) -> None:
    sound = (entry for entry in entries if entry.table.first_day <= entry.table.last_day)
    latest: Entry[DaysTable] | None = None
    for entry in sorted(sound, key=lambda entry: entry.table.first_day):
        if latest is not None and entry.table.first_day <= latest.table.last_day:
            sheet.fault(
                f"{entry.key}.first_day",
                entry.table.first_day,
                f"{entry.table.name} overlaps {latest.table.name} ({latest.key}), which ends on "
                f"{latest.table.last_day}",
                "Correct the dates of one of the two",
            )
        if latest is None or entry.table.last_day > latest.table.last_day:
            latest = entry


def _name_faults(sheet: Sheet, terms: Sequence[Entry[DaysTable]]) -> None:
    seen: dict[str, str] = {}
    for entry in terms:
        there = seen.setdefault(spelt(entry.table.name), entry.key)
        if there != entry.key:
            sheet.fault(f"{entry.key}.name", entry.table.name, f"{there} has the same name", "Give each its own name")


def _span_faults(sheet: Sheet, first: date, last: date, from_day: date) -> None:
    if last <= first:
        sheet.fault("programme.last_day", last, f"not after the first day, {first}", "Correct one of the two")
    elif last < from_day:
        sheet.fault(
            "programme.last_day", last, f"the records are as at {from_day - timedelta(days=1)}", "Choose a later day"
        )
    elif last.year - first.year > _LONGEST_YEARS:
        sheet.fault("programme.last_day", last, f"more than {_LONGEST_YEARS} years", "Plan fewer years at once")


def _list_faults(sheet: Sheet, listed: Sequence[date]) -> None:
    """What is wrong with a list of bank holidays by itself."""
    for day in sorted(set(listed)):
        if listed.count(day) > 1:
            sheet.fault(_HOLIDAYS, day, "listed twice", "Keep one of the two")
        elif day.weekday() > 4:
            sheet.fault(_HOLIDAYS, day, "no day from Monday to Friday", "Write the day that is off in its place")


def _bank_holidays(
    sheet: Sheet, listed: tuple[date, ...] | None, known: WorkingDays, first: date, last: date
) -> tuple[date, ...]:
    key = _HOLIDAYS
    official = [day for day in known.bank_holidays if first <= day <= last]
    years = range(first.year, last.year + 1)
    for year in years:
        if year > known.covers_to.year and not any(day.year == year for day in listed or ()):
            sheet.fault(key, None, f"areasend knows none of {year}", f"List all of {years[0]} to {years[-1]}")
    if listed is None:
        return tuple(official)
    for day in sorted(set(listed)):
        if day.year not in years:
            sheet.fault(key, day, f"outside the years of the programme, {years[0]} to {years[-1]}", "Take it out")
    for day in official:
        if day not in listed:
            sheet.fault(key, day, "a bank holiday of England is not listed", "Add it, or leave the whole list out")
    return tuple(sorted(listed))


def _gap_faults(sheet: Sheet, terms: Sequence[Days], first: date, last: date) -> None:
    """Weeks without any term would be weeks without inspections, and nobody would notice that dates are missing."""
    inside = [term for term in terms if term.meets(first, last)]
    ends = [first, *(term.last_day for term in inside)]
    begins = [*(term.first_day for term in inside), last]
    for end, begin in zip(ends, begins, strict=True):
        if begin - end > _LONGEST_HOLIDAYS:
            sheet.fault(
                "term", None, f"no term from {end} to {begin}", "Add a [[term]] for every term of the programme's years"
            )


def _break_faults(
    sheet: Sheet, entries: Sequence[Entry[DaysTable]], terms: Sequence[Days], first: date, last: date
) -> None:
    for entry in entries:
        table = entry.table
        if table.first_day > last or table.last_day < first:
            continue
        if not any(term.first_day <= table.first_day and table.last_day <= term.last_day for term in terms):
            sheet.fault(
                entry.key,
                table.name,
                f"{table.first_day} to {table.last_day} does not lie inside a term",
                "Correct its dates or those of the term; holidays between terms need no [[break]]",
            )


def _half_term_faults(sheet: Sheet, terms: Sequence[Days], breaks: Sequence[Days], first: date, last: date) -> None:
    for term in terms:
        begins, ends = max(term.first_day, first), min(term.last_day, last)
        inside = [entry for entry in breaks if entry.meets(begins, ends)]
        froms = [begins, *(entry.last_day for entry in inside)]
        tos = [*(entry.first_day for entry in inside), ends]
        if any(to - since > _LONGEST_HALF for since, to in zip(froms, tos, strict=True)):
            sheet.fault(
                "break",
                None,
                f"{term.name} ({term.first_day} to {term.last_day}) has more than nine weeks without a half-term",
                "Add a [[break]] for its half-term",
            )
