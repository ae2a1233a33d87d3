"""What happened to each record from one snapshot to the next, in the words with which changed figures are explained.

The kinds are those of point NB12 of the publishing checklist, taken further: a re-inspection is told apart from a first
inspection, and a record that only the dates of the release bring in or keep out from one that was corrected.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from areasend.register import Coder, Inspection, LeadershipStatement, LocalArea, ThematicTopic, ThematicVisit
from areasend.snapshot import Change, ChangeKind, LeftOut, belongs, compare, dates_of
from areasend.statistics.changes.move import KINDS, Move, ReasonKind, RecordChange, change_of, day_text
from areasend.statistics.changes.of_inspections import FOLLOWED, OF_INSPECTIONS, of_inspections

# The dates of the snapshot itself, which `Move.frame` tells; what an inspection has several of; and names that only a
# search needs.
_TOLD_APART = ("snapshot", "area_names", *OF_INSPECTIONS)


def record_changes(move: Move) -> tuple[RecordChange, ...]:
    """Everything that happened to what is counted or quoted, by kind and record."""
    changes = compare(move.old, move.new)
    told = [_told(move, change) for change in changes if not _is_told_apart(move, change)]
    told += [*_left_out(move), *_came_or_ended(move), *of_inspections(move, changes)]
    order = {kind: number for number, kind in enumerate(KINDS)}
    return tuple(sorted(told, key=lambda change: (order[change.kind], change.table, change.record, change.column)))


def _is_told_apart(move: Move, change: Change) -> bool:
    """Also what a report says of leaders, where it comes or goes with its inspection."""
    if change.table == "leadership_statements":
        return change.column in FOLLOWED or not move.stands_on_both(change.record)
    return change.table in _TOLD_APART


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
    return change_of(kind, change.table, change.record, after, column=change.column, detail=detail, others=(before,))


def _arrival(move: Move, change: Change, after: Any) -> RecordChange:
    known_then = belongs(after, dates_of(move.old))
    kind, detail = (
        _ARRIVALS.get(change.kind, ReasonKind.QUOTATION),
        "recorded since" if known_then else "of a later date",
    )
    if isinstance(after, ThematicVisit | ThematicTopic):
        kind = ReasonKind.VISIT
    if isinstance(after, Coder | LeadershipStatement):
        kind = ReasonKind.CODING
    if isinstance(after, LocalArea) and after.valid_from is not None:
        detail = f"in its present form since {day_text(after.valid_from)}"
    if isinstance(after, Inspection):
        ended = "without recorded dates" if after.inspection_end is None else f"ended {day_text(after.inspection_end)}"
        detail = f"{ended}, recorded since" if known_then else ended
        if change.record in {entry.inspection_id for entry in move.old.left_out}:
            kind, detail = _cut(move), "left out before because its report came later; counted now"
    return change_of(kind, change.table, change.record, after, detail=detail)


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
    return change_of(kind, change.table, change.record, before, detail=detail)


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
            change = change_of(ReasonKind.AREA_CHANGE, table, record, area, column="valid_to", detail="")
            yield replace(change, detail=f"{'ended' if was else 'exists until'} {day_text(area.valid_to)}")


def _value(move: Move, column: str, value: Any) -> str:
    if value in (None, "", ()):
        return "not recorded"
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if column == "outcome":
        return move.framework.versions[-1].outcome(value).short_label
    return "; ".join(value) if isinstance(value, tuple) else str(value)
