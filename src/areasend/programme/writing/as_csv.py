"""A plan as CSV (RFC 4180, UTF-8): one row for each inspection, planned or left, with all that a reader needs."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from areasend.formats import csv_bytes, csv_text
from areasend.programme.activities import Due
from areasend.programme.secrecy import MARKING

if TYPE_CHECKING:  # the door of planning loads OR-Tools
    from areasend.programme.planning import LeftItem, Plan, PlannedItem

# The columns in their order, and what stands in them. Dates are ISO 8601; an empty cell says that there is none.
COLUMNS = {
    "id": "the activity; the same id in `programme due` and in every plan",
    "gss_code": "the local area's code",
    "local_area": "its name",
    "region": "its Ofsted region",
    "activity": "first-full, next-full or monitoring",
    "status": "announced (the area has been told), notified (by the date of the plan before), pinned, "
    "planned, or left (does not fit)",
    "notification": "the day of notification: a Monday, or the next working day after a bank holiday",
    "on_site_from": "the Monday of the first week on site",
    "on_site_to": "the Friday of the last week on site",
    "team": "the name of the team",
    "weeks_late": "whole weeks after the last week that is in time; 0 if in time",
    "weeks_open": "in how many weeks it could begin if it were alone",
    "not_before": "the window of the framework: the first day on which it may be",
    "about": "the day about which it is due",
    "not_after": "the last day on which it is in time",
    "rule": "the rule of the framework, in words",
    "framework_version": "the version of the framework that has the rule",
    "source": "where the rule stands",
    "follows": "the inspection before, by its id",
    "uncertain": "what is not sure about it",
    "reason": "why it stands in its week, or in none",
    "marking": "the same in each row: rows that are taken from the file keep it",
}

# Those of them that do not depend on a plan.
DUE_COLUMNS = (*list(COLUMNS)[:5], *list(COLUMNS)[12:20])


def due_csv(due: Sequence[Due]) -> str:
    """What is due. It follows from public records alone, so that it is no secret and has no marking."""
    return csv_text(DUE_COLUMNS, (due_cells(entry) + window_cells(entry) for entry in due))


def plan_csv(plan: "Plan") -> bytes:
    """Those planned by their week, then those left."""
    return csv_bytes(tuple(COLUMNS), _rows(plan))


def _rows(plan: "Plan") -> Iterator[tuple[str, ...]]:
    for item in plan.items:
        yield _row(item.due, _placed(item), (str(item.weeks_late), str(item.weeks_open)), item.reason)
    for left in plan.left:
        yield _row(left.due, _unplaced(left), ("", str(left.weeks_open)), left.reason)


def _placed(item: "PlannedItem") -> tuple[str, ...]:
    return (item.status, item.notified.isoformat(), item.monday.isoformat(), item.friday.isoformat(), item.team)


def _unplaced(_: "LeftItem") -> tuple[str, ...]:
    return ("left", "", "", "", "")


def _row(due: Due, placed: tuple[str, ...], weeks: tuple[str, ...], reason: tuple[str, ...]) -> tuple[str, ...]:
    return (due_cells(due) + placed + weeks + window_cells(due)) + (" ".join(reason), MARKING)


def due_cells(due: Due) -> tuple[str, ...]:
    """What is due and where: id, code, name, region, activity."""
    return (due.id, due.gss_code, due.local_area, due.region, due.kind.key)


def window_cells(due: Due) -> tuple[str, ...]:
    """When it is due and by which rule, from `not_before` to `uncertain`."""
    window = due.window
    days = (_day(window.not_before), _day(window.about), _day(window.not_after))
    return (*days, due.rule, due.version, due.source, due.follows, " ".join(due.uncertain))


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
