"""The tables of a programme file as they stand there: names instead of codes, None for what is left out.

The annotations are the schema: `areasend.framework.build` reads a table by them (see `sheet`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PlannedKind(StrEnum):
    """The inspections that a plan holds, by the keys of `Kind`."""

    FIRST_FULL = "first-full"
    NEXT_FULL = "next-full"
    MONITORING = "monitoring"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeTable:
    title: str | None
    first_day: date | None
    last_day: date | None
    bank_holidays: tuple[date, ...] | None
    confirmed: tuple[str, ...] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShapeTable:
    notification_weeks: int | None
    preparation_weeks: int | None
    on_site_weeks: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitsTable:
    per_week: int | None
    per_month: int | None
    per_year: int | None
    full_per_week: int | None
    full_per_month: int | None
    full_per_year: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RulesTable:
    notice_in_breaks: bool | None
    gap_weeks: int | None
    months_between: int | None
    monitoring_late_after_weeks: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class WeightTable:
    first_full: int | None
    next_full: int | None
    monitoring: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DaysTable:
    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class TeamTable:
    """`away`, a list of `DaysTable`, is read apart."""

    name: str
    first_day: date | None
    last_day: date | None
    conflicts: tuple[str, ...] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionTable:
    region: str
    per_month: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaTable:
    area: str
    not_before: date | None
    not_after: date | None
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PinTable:
    area: str
    kind: PlannedKind
    monday: date
    team: str | None
    announced: bool | None
    reason: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DoneTable:
    area: str
    kind: PlannedKind
    day: date
