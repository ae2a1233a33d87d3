"""What happened to each record from one snapshot to the next, in the words with which changed figures are explained.

The kinds are those of point NB12 of the publishing checklist, taken further: a re-inspection is told apart from a first
inspection, and a record that only the dates of the release bring in or keep out from one that was corrected.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from areasend.framework import Framework
from areasend.register import RECORD_TYPES, Inspection, LocalArea, PrintedFigure, SurveyReturn, ThematicVisit
from areasend.snapshot import Change, ChangeKind, LeftOut, Snapshot, belongs, compare, dates_of, followed, record_name
from areasend.statistics.periods import long_date


class ReasonKind(StrEnum):
    """Why a published value is another than before, in the order in which reasons are given."""

    NEW_INSPECTION = "new inspection"
    RE_INSPECTION = "re-inspection"
    RE_CLASSIFICATION = "re-classification"
    CORRECTION = "correction"
    REMOVED = "removed"
    AREA_CHANGE = "area change"
    VISIT = "thematic visit"
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
        findings = {record_name(finding): record_name(finding, renamed) for finding in self.old.findings}
        before |= {("findings", new): before["findings", old] for old, new in findings.items()}
        renamed |= {old: new for old, new in findings.items() if old != new}
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
        return tuple(f"{what} {_day(was)}, now {_day(now)}" for what, was, now in pairs if was != now)

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
            return f"{record.local_area}, {_day(record.inspection_start)}"
        case LocalArea():
            return record.plain_name
        case ThematicVisit():
            return f"{record.local_area}, {record.year}, {record.theme}"
        case SurveyReturn():
            return f"Survey responses, {record.respondent.value.replace('_', ' ')}"
        case PrintedFigure():
            return f"{record.says} ({record.place})"
    return str(getattr(record, "measure", "") or record.title)


# The dates of the snapshot itself, which `Move.frame` tells; findings, of which an inspection has several; and names
# that only a search needs.
_TOLD_APART = ("snapshot", "findings", "area_names")


def record_changes(move: Move) -> tuple[RecordChange, ...]:
    """Everything that happened to what is counted or quoted, by kind and record."""
    changes = compare(move.old, move.new)
    told = [_told(move, change) for change in changes if change.table not in _TOLD_APART]
    told += [*_left_out(move), *_came_or_ended(move), *_findings(move, changes)]
    order = {kind: number for number, kind in enumerate(KINDS)}
    return tuple(sorted(told, key=lambda change: (order[change.kind], change.table, change.record, change.column)))


def _told(move: Move, change: Change) -> RecordChange:
    key = (change.table, change.record)
    before, after = move.before.get(key), move.after.get(key)
    if not change.column:
        return _arrival(move, change, after) if before is None else _departure(move, change, before)
    was, now = getattr(before, change.column), getattr(after, change.column)
    kind = ReasonKind.AREA_CHANGE if isinstance(after, LocalArea) else ReasonKind.CORRECTION
    if change.column == "outcome" and was is not None and now is not None:
        kind = ReasonKind.RE_CLASSIFICATION
    column = change.column.replace("_", " ").replace("gss", "GSS")
    detail = f"{column}: {_value(move, change.column, was)}, now {_value(move, change.column, now)}"
    return _change(kind, change.table, change.record, after, column=change.column, detail=detail, others=(before,))


def _change(
    kind: ReasonKind,
    table: str,
    record: str,
    held: Any,
    *,
    detail: str,
    column: str = "",
    others: tuple[Any, ...] = (),
) -> RecordChange:
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


def _arrival(move: Move, change: Change, after: Any) -> RecordChange:
    known_then = belongs(after, dates_of(move.old))
    kind, detail = (
        _ARRIVALS.get(change.kind, ReasonKind.QUOTATION),
        "recorded since" if known_then else "of a later date",
    )
    if isinstance(after, ThematicVisit):
        kind = ReasonKind.VISIT
    if isinstance(after, LocalArea) and after.valid_from is not None:
        detail = f"in its present form since {_day(after.valid_from)}"
    if isinstance(after, Inspection):
        ended = "without recorded dates" if after.inspection_end is None else f"ended {_day(after.inspection_end)}"
        detail = f"{ended}, recorded since" if known_then else ended
        if change.record in {entry.inspection_id for entry in move.old.left_out}:
            kind, detail = _cut(move), "left out before because its report came later; counted now"
    return _change(kind, change.table, change.record, after, detail=detail)


_ARRIVALS = {
    ChangeKind.NEW_INSPECTION: ReasonKind.NEW_INSPECTION,
    ChangeKind.RE_INSPECTION: ReasonKind.RE_INSPECTION,
    ChangeKind.AREA_CHANGE: ReasonKind.AREA_CHANGE,
}


def _cut(move: Move) -> ReasonKind:
    """Why an inspection is left out or no longer so: the date moved, or else its publication was recorded anew."""
    return ReasonKind.CORRECTION if move.old.published_by == move.new.published_by else ReasonKind.FREEZE


def _departure(move: Move, change: Change, before: Any) -> RecordChange:
    kind, detail = ReasonKind.REMOVED, "no longer among the records"
    if isinstance(before, LocalArea):
        kind = ReasonKind.AREA_CHANGE
    if not belongs(before, dates_of(move.new)):
        kind, detail = ReasonKind.FREEZE, "outside the dates of this release"
    if change.record in {entry.inspection_id for entry in move.new.left_out}:
        kind, detail = _cut(move), "left out now because its report came later"
    return _change(kind, change.table, change.record, before, detail=detail)


def _left_out(move: Move) -> Iterator[RecordChange]:
    """Inspections of which only the id is held: those that came to be left out, or are no longer even that."""
    old = {entry.inspection_id: entry for entry in move.old.left_out}
    new = {entry.inspection_id: entry for entry in move.new.left_out}
    for record in sorted(old.keys() - new.keys()):
        if ("inspections", record) not in move.after:
            gone = ReasonKind.REMOVED if dates_of(move.new).ended(old[record]) else ReasonKind.FREEZE
            yield _of_left_out(move, gone, record, "was left out because its report came later; no longer held at all")
    for record in sorted(new.keys() - old.keys()):
        if ("inspections", record) not in move.before:
            detail = "left out because its report came later"
            yield _of_left_out(move, _arrived(move, new[record]), record, detail)


def _of_left_out(move: Move, kind: ReasonKind, record: str, detail: str) -> RecordChange:
    return RecordChange(
        kind=kind,
        table="inspections",
        record=record,
        name=move.name_of(record),
        column="",
        detail=detail,
        ids=(record,),
        areas=(record[:9],),
    )


def _arrived(move: Move, entry: LeftOut) -> ReasonKind:
    every = [other.inspection_id for held in (move.old, move.new) for other in held.inspections]
    every += [other.inspection_id for held in (move.old, move.new) for other in held.left_out]
    # Ids begin with the area's code and go on with the first day, so that of two of an area the later is the greater.
    again = any(other[:9] == entry.inspection_id[:9] and other < entry.inspection_id for other in every)
    return ReasonKind.RE_INSPECTION if again else ReasonKind.NEW_INSPECTION


def _came_or_ended(move: Move) -> Iterator[RecordChange]:
    """Areas whose record is the same, but which exist on one of the two dates only."""
    for (table, record), area in move.after.items():
        before = move.before.get((table, record))
        if not isinstance(area, LocalArea) or before is None:
            continue
        was, now = before.exists_on(move.old.as_at), area.exists_on(move.new.as_at)
        if was != now and before.valid_to == area.valid_to:
            change = _change(ReasonKind.AREA_CHANGE, table, record, area, column="valid_to", detail="")
            yield replace(change, detail=f"{'ended' if was else 'exists until'} {_day(area.valid_to)}")


def _findings(move: Move, changes: Iterable[Change]) -> Iterator[RecordChange]:
    """Findings that were recorded or taken away, one change for an inspection that is held on both sides."""
    moved: dict[str, list[Change]] = {}
    for change in changes:
        if change.table == "findings" and not change.column:
            finding = move.after.get(("findings", change.record)) or move.before["findings", change.record]
            inspection = move.renamed.get(finding.inspection_id, finding.inspection_id)
            moved.setdefault(inspection, []).append(change)
    for inspection, found in moved.items():
        held = move.after.get(("inspections", inspection))
        if held is None or ("inspections", inspection) not in move.before:
            continue
        came = sum(not change.old for change in found)
        said = [f"{came} recorded" if came else "", f"{len(found) - came} taken away" if came < len(found) else ""]
        detail = f"areas for improvement and for priority action: {' and '.join(filter(None, said))}"
        told = _change(ReasonKind.CORRECTION, "findings", inspection, held, detail=detail)
        yield replace(told, ids=(*told.ids, *(entry.record for entry in found)))


def _value(move: Move, column: str, value: Any) -> str:
    if value in (None, "", ()):
        return "not recorded"
    if isinstance(value, date):
        return _day(value)
    if column == "outcome":
        return move.framework.versions[-1].outcome(value).short_label
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _day(day: date | None) -> str:
    return "any date" if day is None else long_date(day)
