"""Changes of what an inspection has several of: its findings, codings and adjudications, each told as one change."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from areasend.snapshot import Change
from areasend.statistics.changes.move import Move, ReasonKind, RecordChange, change_of

OF_INSPECTIONS = ("findings", "codings", "adjudications")
FOLLOWED = ("gss_code", "local_area", "inspection_start")
"""Columns in which such a record follows its inspection: where they change, the inspection did, and it is told."""


def of_inspections(move: Move, changes: Iterable[Change]) -> Iterator[RecordChange]:
    """One change for each inspection and table."""
    held = list(changes)
    yield from _findings(move, held)
    yield from _codings(move, held)


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
        told = change_of(ReasonKind.CORRECTION, "findings", inspection, held, detail=detail)
        yield replace(told, ids=(*told.ids, *(entry.record for entry in found)))


def _codings(move: Move, changes: Iterable[Change]) -> Iterator[RecordChange]:
    """Codings and adjudications that came, went or changed, one change for each inspection and table."""
    moved: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if change.table in ("codings", "adjudications") and change.column not in FOLLOWED:
            key = (change.table, change.record)
            entry = move.after.get(key) or move.before[key]
            inspection = move.renamed.get(entry.inspection_id, entry.inspection_id)
            moved.setdefault((change.table, inspection), []).append(change)
    for (table, inspection), found in moved.items():
        held = move.after.get(("inspections", inspection)) or move.before["inspections", inspection]
        number = len({change.record for change in found})
        detail = f"{table}: {number} recorded, changed or taken away"
        told = change_of(ReasonKind.CODING, table, inspection, held, detail=detail)
        yield replace(told, ids=tuple(dict.fromkeys((*told.ids, *(entry.record for entry in found)))))
