"""From one snapshot to the next: what is needed to tell what happened to each record, and the words for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from areasend.framework import Framework
from areasend.register import (
    RECORD_TYPES,
    Coder,
    Inspection,
    LeadershipStatement,
    LocalArea,
    PrintedFigure,
    SurveyReturn,
    ThematicTopic,
    ThematicVisit,
)
from areasend.snapshot import Snapshot, followed, record_name
from areasend.statistics.periods import long_date
from areasend.statistics.population import inspection_of


class ReasonKind(StrEnum):
    """Why a published value is another than before, in the order in which reasons are given."""

    NEW_INSPECTION = "new inspection"
    RE_INSPECTION = "re-inspection"
    RE_CLASSIFICATION = "re-classification"
    CORRECTION = "correction"
    REMOVED = "removed"
    AREA_CHANGE = "area change"
    VISIT = "thematic visit"
    CODING = "coding"
    QUOTATION = "quoted figure"
    FREEZE = "dates of the release"
    METHOD = "counted differently by this version of areasend"


KINDS = tuple(ReasonKind)


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordChange:
    """One thing that happened to one record.

    `record` is its id, the new one where it has another now, and `ids` are both; `areas` are the codes of the local
    areas it is about, the last one first in standing. `column` is empty where a whole record came or went.
    """

    kind: ReasonKind
    table: str
    record: str
    name: str
    column: str
    detail: str
    ids: tuple[str, ...]
    areas: tuple[str, ...] = ()


# Tables whose records are known by their inspection, and follow it when its first day is corrected.
_FOLLOWING = ("findings", "codings", "adjudications", "leadership_statements")


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """From one snapshot to the next, with what is needed to tell it: records by table and id, and ids that changed."""

    old: Snapshot
    new: Snapshot
    framework: Framework
    renamed: Mapping[str, str] = field(init=False)
    before: Mapping[tuple[str, str], Any] = field(init=False)
    after: Mapping[tuple[str, str], Any] = field(init=False)

    def __post_init__(self) -> None:
        renamed = dict(followed(self.old, self.new))
        before = {(table, record_name(record)): record for table, record in _records(self.old)}
        before |= {("inspections", new): before["inspections", old] for old, new in renamed.items()}
        for table in _FOLLOWING:
            names = {record_name(entry): record_name(entry, renamed) for entry in getattr(self.old, table)}
            before |= {(table, new): before[table, old] for old, new in names.items()}
        object.__setattr__(self, "renamed", renamed)
        object.__setattr__(self, "before", before)
        object.__setattr__(
            self, "after", {(table, record_name(record)): record for table, record in _records(self.new)}
        )

    @property
    def frame(self) -> tuple[str, ...]:
        """A clause for each date of the release that moved; empty where none did."""
        old, new = self.old, self.new
        pairs = (
            ("as at", old.as_at, new.as_at),
            ("reports published by", old.published_by, new.published_by),
            ("register complete to", old.completeness.complete_to, new.completeness.complete_to),
            ("areas held from", old.completeness.areas_from, new.completeness.areas_from),
        )
        return tuple(f"{what} {day_text(was)}, now {day_text(now)}" for what, was, now in pairs if was != now)

    def now(self, record: str) -> str:
        """The id that a record has now: what an inspection has follows it when its first day is corrected."""
        inspection = record if record in self.renamed else inspection_of(record)
        return self.renamed.get(inspection, inspection) + record.removeprefix(inspection)

    def stands_on_both(self, inspection: str) -> bool:
        """Whether an inspection, by the id that it has now, is held before and after."""
        return ("inspections", inspection) in self.before and ("inspections", inspection) in self.after

    def name_of(self, record: str) -> str:
        """An inspection or an area in words, by its id; any other id names itself."""
        for table in ("inspections", "local_areas"):
            found = self.after.get((table, record)) or self.before.get((table, record))
            if found is not None:
                return name(found)
        area = self.after.get(("local_areas", record[:9])) or self.before.get(("local_areas", record[:9]))
        return f"{area.plain_name}, inspection {record}" if area is not None else record


def _records(snapshot: Snapshot) -> Iterator[tuple[str, Any]]:
    return ((kind.name, record) for kind in RECORD_TYPES for record in getattr(snapshot, kind.name))


def name(record: Any) -> str:
    """A record in words."""
    match record:
        case Inspection(inspection_start=None):
            return f"{record.local_area}, dates not recorded"
        case Inspection():
            return f"{record.local_area}, {day_text(record.inspection_start)}"
        case LocalArea():
            return record.plain_name
        case ThematicVisit():
            return f"{record.local_area}, {record.year}, {record.theme}"
        case Coder():
            return f"Coder {record.coder}"
        case ThematicTopic():
            return f"Thematic visits of {record.year}"
        case LeadershipStatement():
            return f"{record.local_area}, {day_text(record.inspection_start)}, leadership"
        case SurveyReturn():
            return f"Survey responses, {record.respondent.value.replace('_', ' ')}"
        case PrintedFigure():
            return f"{record.says} ({record.place})"
    return str(getattr(record, "measure", "") or record.title)


def change_of(
    kind: ReasonKind,
    table: str,
    record: str,
    held: Any,
    *,
    detail: str,
    column: str = "",
    others: tuple[Any, ...] = (),
) -> RecordChange:
    """A change of one record; `others` are the same record as it was before, where it had another id or area."""
    every = (held, *others)
    return RecordChange(
        kind=kind,
        table=table,
        record=record,
        name=name(held),
        column=column,
        detail=detail,
        ids=tuple(dict.fromkeys(record_name(entry) for entry in every)),
        areas=tuple(dict.fromkeys(str(entry.gss_code) for entry in every if hasattr(entry, "gss_code"))),
    )


def day_text(day: date | None) -> str:
    """A day in words, or that there is no limit."""
    return "any date" if day is None else long_date(day)
