"""The tables of a file of changes as they stand there; their annotations are the schema (`configuration.sheet`)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class InspectedKind(StrEnum):
    """What took place: first and next full inspections are one here, for the records tell them apart."""

    FULL = "full"
    MONITORING = "monitoring"


@dataclass(frozen=True, kw_only=True, slots=True)
class TeamAwayTable:
    team: str
    first_day: date
    last_day: date | None
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaClosedTable:
    area: str
    first_day: date
    last_day: date | None
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NoSiteTable:
    first_day: date
    last_day: date | None
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class InspectedTable:
    area: str
    kind: InspectedKind
    first_day: date
    last_day: date | None
    published: date | None
    outcome: str | None
