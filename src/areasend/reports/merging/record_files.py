"""The files of records after a merge, written as the packaged ones are.

Rows that stand keep their order; new ones go where their day belongs. A file in which nothing changes is not written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from areasend.formats import csv_text
from areasend.register import (
    ADJUDICATIONS,
    CODINGS,
    CORRECTIONS_FILE,
    FINDINGS,
    INSPECTIONS,
    LEADERSHIP_STATEMENTS,
    Finding,
    Inspection,
    RecordType,
    cell_text,
    empty_files,
    packaged_files,
    read_records,
)
from areasend.reports.corrections import CORRECTIONS
from areasend.reports.merging.merging import Merged

T = TypeVar("T")

_FOLLOWING = (CODINGS, ADJUDICATIONS, LEADERSHIP_STATEMENTS)


def new_records() -> dict[str, bytes]:
    """The files of records that hold the local areas and nothing of them yet."""
    places = {
        name: content for name, content in packaged_files().items() if name in ("local_areas.csv", "area_names.csv")
    }
    return empty_files() | places | {CORRECTIONS_FILE: _csv(CORRECTIONS, ())}


def merged_files(standing: Mapping[str, bytes], merged: Merged) -> dict[str, bytes]:
    """The files that change, given sound ones."""
    inspections: list[Inspection] = _records(standing, INSPECTIONS)
    findings: list[Finding] = _records(standing, FINDINGS)
    files = {}
    if merged.changed or merged.added:
        rows = [merged.changed.get(entry.inspection_id, entry) for entry in inspections]
        moved = [new for new, old in zip(rows, inspections, strict=True) if _day(new) != _day(old)]
        kept = [entry for entry in rows if entry not in moved]
        ordered = _inserted(kept, [*moved, *merged.added], _day)
        files[INSPECTIONS.file] = _csv(INSPECTIONS, ordered)
    if merged.findings:
        stays = [entry for entry in findings if entry.inspection_id not in merged.findings]
        arrived = [entry for entries in merged.findings.values() for entry in entries]
        files[FINDINGS.file] = _csv(FINDINGS, _inserted(stays, arrived, FINDINGS.key))
    return files | _following(standing, merged)


def _following(standing: Mapping[str, bytes], merged: Merged) -> dict[str, bytes]:
    """What is known by the first day of its inspection, as findings are, follows it: codings and the like."""
    starts = {name: entry.inspection_start for name, entry in merged.changed.items() if name != entry.inspection_id}
    files = {}
    for kind in _FOLLOWING:
        rows = _records(standing, kind) if kind.file in standing else []
        moved = [entry for entry in rows if entry.inspection_id in starts]
        if moved:
            stays = [entry for entry in rows if entry.inspection_id not in starts]
            arrived = [replace(entry, inspection_start=starts[entry.inspection_id]) for entry in moved]
            files[kind.file] = _csv(kind, _inserted(stays, arrived, kind.key))
    return files


def _records(standing: Mapping[str, bytes], kind: RecordType) -> list[Any]:
    placed = read_records(standing[kind.file], kind, [])
    return [row.record for row in placed or ()]


def _day(entry: Inspection) -> tuple[str, str]:
    return (str(entry.inspection_start or entry.publication_date), entry.local_area)


def _inserted(rows: Sequence[T], new: Iterable[T], key: Callable[[T], Any]) -> list[T]:
    """The rows with each new one before the first that comes after it."""
    found = list(rows)
    for entry in sorted(new, key=key):
        place = next((number for number, row in enumerate(found) if key(row) > key(entry)), len(found))
        found.insert(place, entry)
    return found


def _csv(kind: RecordType, records: Iterable[Any]) -> bytes:
    rows = ([cell_text(getattr(record, name)) for name in kind.heading] for record in records)
    return csv_text(kind.heading, rows).encode()
