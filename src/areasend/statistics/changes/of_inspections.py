"""Changes of what an inspection has several of: its findings, codings and adjudications, each told as one change.

What came or went with its whole inspection is no change of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from areasend.snapshot import Change, record_name
from areasend.statistics.changes.move import Move, ReasonKind, RecordChange, change_of
from areasend.statistics.population import inspection_of

OF_INSPECTIONS = ("findings", "codings", "adjudications")
FOLLOWED = ("gss_code", "local_area", "inspection_start")
"""Columns in which such a record follows its inspection: where they change, the inspection did, and it is told."""
# The columns in which a coding decides what is counted.
_DECIDING = ("", "themes", "codebook")


def of_inspections(move: Move, changes: Iterable[Change]) -> Iterator[RecordChange]:
    """One change for each inspection and table."""
    moved: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        inspection = inspection_of(change.record)
        if _is_of_inspection(change) and move.stands_on_both(inspection):
            moved.setdefault((change.table, inspection), []).append(change)
    for (table, inspection), found in moved.items():
        told = _findings(move, inspection, found) if table == "findings" else _codings(move, table, inspection, found)
        yield replace(told, ids=tuple(dict.fromkeys((*told.ids, *_ids(move, found)))))


def _ids(move: Move, found: Iterable[Change]) -> Iterator[str]:
    """Each record as it is named now and, where its inspection has another first day or area now, as it was."""
    for change in found:
        yield change.record
        before = move.before.get((change.table, change.record))
        if before is not None:
            yield record_name(before)


def _is_of_inspection(change: Change) -> bool:
    if change.table == "findings":
        return not change.column
    return change.table in OF_INSPECTIONS and change.column not in FOLLOWED


def _findings(move: Move, inspection: str, found: list[Change]) -> RecordChange:
    """Findings that were recorded or taken away."""
    came = sum(not change.old for change in found)
    said = [f"{came} recorded" if came else "", f"{len(found) - came} taken away" if came < len(found) else ""]
    detail = f"areas for improvement and for priority action: {' and '.join(filter(None, said))}"
    held = move.after["inspections", inspection]
    return change_of(ReasonKind.CORRECTION, "findings", inspection, held, detail=detail)


def _codings(move: Move, table: str, inspection: str, found: list[Change]) -> RecordChange:
    """Codings or adjudications that came, went or changed."""
    deciding = [change for change in found if change.column in _DECIDING]
    number = len({change.record for change in deciding or found})
    detail = f"{table}: {number} recorded, changed or taken away"
    column = "" if deciding else found[0].column
    held = move.after["inspections", inspection]
    return change_of(ReasonKind.CODING, table, inspection, held, column=column, detail=detail)
