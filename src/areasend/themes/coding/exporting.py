"""From a coding folder to records: coders, their codings of findings and what was settled, never a text or a note."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from areasend.formats import csv_bytes
from areasend.register import (
    ADJUDICATIONS,
    CODERS,
    CODINGS,
    AreaCode,
    FindingKind,
    Key,
    RecordType,
    Register,
    cell_text,
)
from areasend.register import Adjudication as AdjudicationRecord
from areasend.register import Coder as CoderRecord
from areasend.register import Coding as CodingRecord
from areasend.themes.coding.folder import CodingFolder
from areasend.themes.coding.model import Adjudication, NotAllowed
from areasend.themes.statements import FINDINGS, Statement


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """The record files by name, how many records of this folder they have, and how many statements are no findings."""

    files: dict[str, bytes]
    codings: int
    adjudications: int
    not_findings: int


def coding_records(folder: CodingFolder, register: Register, *, keep: bool = False) -> Exported:
    """The codings of all coders of a folder as records of a register, with those it has where these are to stay.

    Raises `NotLocked` while a coder is at work, and `NotAllowed` where something was settled before a coder, whose
    work a change of the codebook had reopened, was locked again: a record of it would say that it came too early.
    """
    coded = {unit.id: unit.codes for unit in folder.coded_units()}
    findings = [statement for statement in folder.statements if statement.kind in FINDINGS]
    names = {area.gss_code: area.name for area in register.local_areas}
    findings = [replace(each, local_area=names.get(_area(each), each.local_area)) for each in findings]
    coders = list(_coders(folder))
    codings = [coding for coder in coders for coding in _codings(folder, coder.coder, findings, coded)]
    adjudications = list(_adjudications(folder, findings, max(coder.locked for coder in coders), coded))
    rows: Sequence[tuple[RecordType, Sequence[Any], Sequence[Any]]] = (
        (CODERS, register.coders if keep else (), coders),
        (CODINGS, register.codings if keep else (), codings),
        (ADJUDICATIONS, register.adjudications if keep else (), adjudications),
    )
    return Exported(
        files={kind.file: _table(kind, [*kept, *ours]) for kind, kept, ours in rows},
        codings=len(codings),
        adjudications=len(adjudications),
        not_findings=len(folder.statements) - len(findings),
    )


def _coders(folder: CodingFolder) -> Iterator[CoderRecord]:
    if not folder.coders:
        raise NotAllowed(f"Nobody has coded in {folder.folder}: there is nothing to export.")
    yield from (
        CoderRecord(
            coder=Key(coder.key),
            made_by=coder.made_by,
            description=coder.description or "not described",
            locked=coder.locked,
        )
        for coder in folder.coders
        if coder.locked is not None
    )


def _codings(
    folder: CodingFolder, coder: str, findings: Iterable[Statement], coded: dict[str, Any]
) -> Iterator[CodingRecord]:
    """What the coder gave each finding, as decided: with the version of the codebook of that day."""
    decisions = folder.decisions(coder)
    for statement in findings:
        if coder in coded[statement.id]:
            decision = decisions[statement.id]
            yield CodingRecord(
                **_place(statement),
                coder=Key(coder),
                themes=decision.themes,
                sub_themes=decision.sub_themes,
                codebook=decision.codebook,
            )


def _adjudications(
    folder: CodingFolder, findings: Iterable[Statement], locked: date, coded: dict[str, Any]
) -> Iterator[AdjudicationRecord]:
    settled = folder.settled
    latest: dict[str, Adjudication] = {entry.statement: entry for entry in folder.adjudications}
    for statement in findings:
        if statement.id not in settled or not coded[statement.id]:
            continue
        entry = latest[statement.id]
        decided = datetime.fromisoformat(entry.decided).date()
        if decided < locked:
            raise NotAllowed(
                f"{statement.id} was settled on {decided}, before all coders were locked again on {locked} under a "
                "later codebook. Settle it once more: areasend themes adjudicate"
            )
        yield AdjudicationRecord(
            **_place(statement),
            themes=entry.themes,
            codebook=entry.codebook,
            decided=decided,
            decided_by=entry.by,
            reason=entry.reason,
        )


def _area(statement: Statement) -> AreaCode:
    try:
        return AreaCode(statement.gss_code)
    except ValueError as error:
        raise _no_record(statement, f"the area code {error}") from None


def _place(statement: Statement) -> dict[str, Any]:
    try:
        first_day = date.fromisoformat(statement.inspection_id.removeprefix(f"{statement.gss_code}-"))
    except ValueError:
        raise _no_record(statement, "the inspection's id must be area code and first day") from None
    return {
        "gss_code": _area(statement),
        "local_area": statement.local_area,
        "inspection_start": first_day,
        "kind": FindingKind(statement.kind.value),
        "seq": statement.seq,
    }


def _no_record(statement: Statement, rule: str) -> NotAllowed:
    return NotAllowed(f"{statement.id} can be no record: {rule}. Start a coding folder from readings of reports.")


def _table(kind: RecordType, records: Sequence[Any]) -> bytes:
    rows = ([cell_text(getattr(record, name)) for name in kind.heading] for record in sorted(records, key=kind.key))
    return csv_bytes(kind.heading, rows)


__all__ = ["Exported", "coding_records"]
