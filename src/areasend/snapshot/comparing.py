"""What changed between two snapshots, value by value, and of which kind each change is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from areasend.register import (
    RECORD_TYPES,
    Adjudication,
    AreaName,
    Coder,
    Coding,
    ContextFigure,
    Finding,
    Inspection,
    LeadershipStatement,
    LocalArea,
    PrintedFigure,
    RecordType,
    SurveyReturn,
    ThematicTopic,
    ThematicVisit,
    cell_text,
)
from areasend.snapshot.model import Snapshot


class ChangeKind(StrEnum):
    """The kinds a reader of the statistics asks for."""

    NEW_INSPECTION = "new inspection"
    RE_INSPECTION = "re-inspection"
    CORRECTION = "correction"
    REMOVED = "removed"
    AREA_CHANGE = "area change"
    QUOTATION = "quoted figure"
    OTHER = "record"
    FREEZE = "freeze"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One value that differs; `column` is empty where a whole record came or went."""

    kind: ChangeKind
    table: str
    record: str
    column: str
    old: str
    new: str


def compare(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """Every change from `old` to `new`, in the order of tables and records; empty if nothing differs."""
    moved = followed(old, new)
    return tuple(_frame(old, new)) + tuple(
        change for kind in RECORD_TYPES for change in _table(kind, old, new, moved) if change.old != change.new
    )


def _frame(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for name, before, after in (
        ("as_at", old.as_at, new.as_at),
        ("published_by", old.published_by, new.published_by),
        ("complete_to", old.completeness.complete_to, new.completeness.complete_to),
        ("areas_from", old.completeness.areas_from, new.completeness.areas_from),
        ("statement", old.completeness.statement, new.completeness.statement),
        ("framework_versions", old.framework_versions, new.framework_versions),
    ):
        if before != after:
            yield Change(
                kind=ChangeKind.FREEZE,
                table="snapshot",
                record="",
                column=name,
                old=cell_text(before),
                new=cell_text(after),
            )


def _table(kind: RecordType, old: Snapshot, new: Snapshot, moved: Mapping[str, str]) -> Iterator[Change]:
    before = {record_name(record, moved): record for record in getattr(old, kind.name)}
    after = {record_name(record): record for record in getattr(new, kind.name)}
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield _whole(
                kind,
                name,
                old="",
                new=_line(kind, after[name]),
                change=_arrival(after[name], [*before.values(), *after.values()]),
            )
        elif name not in after:
            yield _whole(kind, name, old=_line(kind, before[name]), new="", change=_departure(before[name]))
        else:
            yield from _values(kind, name, before[name], after[name])


def followed(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """The new ids of inspections by their old ones, where they differ.

    An inspection whose first day was corrected has another id, but the same report: it is one record, not two.
    """
    there, here = ({entry.inspection_id for entry in held.inspections} for held in (old, new))
    arrived = {entry.report_url: entry.inspection_id for entry in new.inspections if entry.inspection_id not in there}
    return {
        entry.inspection_id: arrived[entry.report_url]
        for entry in old.inspections
        if entry.inspection_id not in here and entry.report_url is not None and entry.report_url in arrived
    }


def record_name(record: Any, moved: Mapping[str, str] = MappingProxyType({})) -> str:
    """What identifies a record from one snapshot to the next."""
    if isinstance(record, Inspection):
        return moved.get(record.inspection_id, record.inspection_id)
    if isinstance(record, Finding):
        inspection = moved.get(record.inspection_id, record.inspection_id)
        return inspection + record.finding_id.removeprefix(record.inspection_id)
    if isinstance(record, Coding | Adjudication | LeadershipStatement):
        inspection = moved.get(record.inspection_id, record.inspection_id)
        own = record.inspection_id if isinstance(record, LeadershipStatement) else record.unit_id
        coder = f" {record.coder}" if isinstance(record, Coding) else ""
        return inspection + own.removeprefix(record.inspection_id) + coder
    return _own_name(record)


def _own_name(record: Any) -> str:
    match record:
        case LocalArea():
            return record.gss_code
        case AreaName():
            return f"{record.gss_code} {record.name}"
        case ThematicVisit():
            return f"{record.year} {record.gss_code} {record.theme}"
        case ThematicTopic():
            return str(record.year)
        case Coder():
            return record.coder
    return str(record.id)


def _arrival(record: Any, known: Iterable[Any]) -> ChangeKind:
    """A re-inspection follows another inspection of its area, whether that one was there before or arrived with it."""
    if isinstance(record, Inspection):
        again = any(other.gss_code == record.gss_code and _when(other) < _when(record) for other in known)
        return ChangeKind.RE_INSPECTION if again else ChangeKind.NEW_INSPECTION
    if isinstance(record, LocalArea):
        return ChangeKind.AREA_CHANGE
    quoted = isinstance(record, SurveyReturn | ContextFigure | PrintedFigure)
    return ChangeKind.QUOTATION if quoted else ChangeKind.OTHER


def _when(entry: Inspection) -> date:
    return entry.inspection_start or entry.publication_date or date.max


def _departure(record: Any) -> ChangeKind:
    return ChangeKind.AREA_CHANGE if isinstance(record, LocalArea) else ChangeKind.REMOVED


def _whole(kind: RecordType, name: str, *, old: str, new: str, change: ChangeKind) -> Change:
    return Change(kind=change, table=kind.name, record=name, column="", old=old, new=new)


def _values(kind: RecordType, name: str, before: Any, after: Any) -> Iterator[Change]:
    change = ChangeKind.AREA_CHANGE if isinstance(before, LocalArea) else ChangeKind.CORRECTION
    for column in kind.heading:
        old, new = cell_text(getattr(before, column)), cell_text(getattr(after, column))
        yield Change(kind=change, table=kind.name, record=name, column=column, old=old, new=new)


def _line(kind: RecordType, record: Any) -> str:
    return ", ".join(text for text in (cell_text(getattr(record, name)) for name in kind.heading) if text)
