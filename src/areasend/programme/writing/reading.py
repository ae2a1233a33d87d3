"""Reads a plan's CSV back: which inspection stands in which week, with which team, and whether that is announced."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.programme.activities import Kind
from areasend.programme.errors import PlanUnreadable
from areasend.programme.writing.as_csv import COLUMNS

_STATUSES = ("announced", "notified", "pinned", "planned", "left")
_KINDS = {kind.key: kind for kind in Kind}
_SHOWN = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanRow:
    """A row of a plan. `notified`, `monday`, `friday` are None and `team` empty for one that was left."""

    id: str
    gss_code: str
    local_area: str
    kind: Kind
    status: str
    notified: date | None
    monday: date | None
    friday: date | None
    team: str
    weeks_late: int

    @property
    def is_announced(self) -> bool:
        return self.status == "announced"

    @property
    def is_pinned(self) -> bool:
        """Pinned, notified or announced: it stayed in that plan."""
        return self.status in ("announced", "notified", "pinned")


def read_plan(content: bytes, *, place: str) -> tuple[PlanRow, ...]:
    """The rows of a plan's CSV, in its order. Raises `PlanUnreadable` with every fault; `place` names the file."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise PlanUnreadable(f"{place} is no CSV in UTF-8: {error}. Name the plan.csv of a plan.") from None
    missing = [name for name in COLUMNS if not rows or name not in rows[0]]
    if missing:
        raise PlanUnreadable(f"{place} is no plan: it has no column {', '.join(missing)}. Name the plan.csv of a plan.")
    faults: list[str] = []
    found: list[PlanRow] = []
    seen: set[str] = set()
    for number, cells in enumerate(rows[1:], 2):
        if not cells:
            continue
        row = dict(zip(rows[0], cells, strict=False))
        wrong = [f"row {number}: {fault}" for fault in _faults(row, seen)]
        faults += wrong
        seen.add(row["id"])
        if not wrong:
            found.append(_row(row))
    if faults:
        more = [f"  and {len(faults) - _SHOWN} more"] * (len(faults) > _SHOWN)
        lines = "\n".join([*(f"  {fault}" for fault in faults[:_SHOWN]), *more])
        raise PlanUnreadable(f"{place} has {len(faults)} fault(s):\n{lines}")
    return tuple(found)


def _faults(row: dict[str, str], seen: set[str]) -> Iterator[str]:
    if len(row) < len(COLUMNS):
        row.setdefault("id", "")
        yield "fewer cells than columns"
        return
    if not row["id"] or row["id"] in seen:
        yield f"id {row['id']!r} is empty or stands twice"
    if row["activity"] not in _KINDS:
        yield f"activity {row['activity']!r} is none of {', '.join(_KINDS)}"
    if row["status"] not in _STATUSES:
        yield f"status {row['status']!r} is none of {', '.join(_STATUSES)}"
    elif row["status"] != "left":
        yield from _faults_of_placed(row)


def _faults_of_placed(row: dict[str, str]) -> Iterator[str]:
    days: dict[str, date] = {}
    weekdays = (
        ("notification", range(5), "working day"),
        ("on_site_from", (0,), "Monday"),
        ("on_site_to", (4,), "Friday"),
    )
    for column, allowed, name in weekdays:
        try:
            days[column] = date.fromisoformat(row[column])
        except ValueError:
            yield f"{column} {row[column]!r} is no date such as 2026-11-23"
            continue
        if days[column].weekday() not in allowed:
            yield f"{column} {row[column]} is no {name}"
    if len(days) == 3 and not days["notification"] <= days["on_site_from"] < days["on_site_to"]:
        yield "its days are in the wrong order"
    if not row["team"]:
        yield "it has no team"
    if not (row["weeks_late"].isascii() and row["weeks_late"].isdigit()):
        yield f"weeks_late {row['weeks_late']!r} is no whole number"


def _row(row: dict[str, str]) -> PlanRow:
    placed = row["status"] != "left"

    def day(column: str) -> date | None:
        return date.fromisoformat(row[column]) if placed else None

    return PlanRow(
        id=row["id"],
        gss_code=row["gss_code"],
        local_area=row["local_area"],
        kind=_KINDS[row["activity"]],
        status=row["status"],
        notified=day("notification"),
        monday=day("on_site_from"),
        friday=day("on_site_to"),
        team=row["team"] if placed else "",
        weeks_late=int(row["weeks_late"]) if placed else 0,
    )
