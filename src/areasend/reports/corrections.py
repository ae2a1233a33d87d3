"""The file of a person's corrections of what was read from reports: one row for a field of a report.

A correction says what was read and what should have been: it holds for that reading alone. When the reader reads
something else, a person has to look again. A row whose two values are the same confirms what was read.

Statements are numbered as they were read. `afi.2.text` is the text of the second area for improvement; without a
corrected text it was none, and is taken out. `afi.2a.text` is one that was not read and stands after the second.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from areasend.formats import csv_bytes, sha256_hex
from areasend.framework import packaged_framework
from areasend.register import (
    CORRECTIONS_FILE,
    FINDINGS,
    INSPECTIONS,
    CellRefused,
    Column,
    Fault,
    Placed,
    RecordType,
    read_records,
)
from areasend.reports.errors import TableInvalid
from areasend.reports.reading import NOT_FOUND

_RECORDED = {column.name: column for kind in (INSPECTIONS, FINDINGS) for column in kind.columns}
_TEXT = _RECORDED["local_area"]
_STATEMENT = re.compile(r"(apa|afi)\.(0|[1-9]\d?)([a-z]?)\.(text|responsible_body|responsible_bodies)", re.ASCII)


def _yes_or_no(cell: str) -> str:
    if cell not in ("yes", "no"):
        raise CellRefused("neither yes nor no", "Use one of the two")
    return cell


def _outcome(cell: str) -> str:
    known = [outcome.key for outcome in packaged_framework().versions[-1].outcomes]
    if cell not in known:
        raise CellRefused("not an outcome of the framework", f"Use one of: {', '.join(known)}")
    return cell


def _interval(cell: str) -> str:
    if not re.fullmatch(r"[1-9]\d? (months|years)", cell, re.ASCII):
        raise CellRefused("not an interval such as 3 years or 18 months", "Write a number and months or years")
    return cell


_DAY, _WHOLE, _ANY = _RECORDED["inspection_start"].read, _RECORDED["seq"].read, _TEXT.read
CORRECTABLE: Mapping[str, Callable[[str], Any]] = {
    "gss_code": _RECORDED["gss_code"].read,
    "inspection_start": _DAY,
    "inspection_end": _DAY,
    "previous_inspection": _ANY,
    "previously_inspected": _yes_or_no,
    "previous_inspection_start": _DAY,
    "previous_inspection_end": _DAY,
    "previous_revisit": _DAY,
    "outcome": _outcome,
    "next_full_inspection": _interval,
    "monitoring_inspection": _interval,
    "strategic_plan_update_requested": _yes_or_no,
    "priority_action_plan_required": _yes_or_no,
    "icbs": _ANY,
    "icbs_as_printed": _ANY,
    "local_authority": _ANY,
    "ofsted_lead_inspector": _ANY,
    "cqc_lead_inspector": _ANY,
    "n_inspectors_ofsted": _WHOLE,
    "n_inspectors_cqc": _WHOLE,
    "statutory_basis": _ANY,
    "copyright_year": _WHOLE,
    "title_name": _ANY,
    "footer_dates": _ANY,
}
"""The fields of inspections.csv that a person can correct, each with how its value is read."""

CONFIRMABLE = ("n_areas_for_priority_action", "n_areas_for_improvement", "pages")
"""Fields that follow from others: a person can say that they are right, but not what else they should be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StatementField:
    """A part of a statement by the number under which it was read; with a letter, one that stands after it unread."""

    kind: str
    seq: int
    letter: str
    part: str


def _field(cell: str) -> str:
    if cell not in CORRECTABLE and cell not in CONFIRMABLE and not _STATEMENT.fullmatch(cell):
        rule = "no field of a report that can be corrected"
        raise CellRefused(rule, f"Use one of {', '.join(CORRECTABLE)}, or the part of a statement, as in afi.2.text")
    return cell


def _sha256(cell: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", cell, re.ASCII):
        raise CellRefused("not a sha256 of 64 hexadecimal digits", "Take it from inspections.csv of the reading")
    return cell


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """One row of the file."""

    sha256: str
    file: str
    field: str
    read: str
    corrected: str
    reason: str
    corrected_on: date

    @property
    def statement(self) -> StatementField | None:
        """The part of a statement that is corrected, or None for a field of the inspection."""
        found = _STATEMENT.fullmatch(self.field)
        if found is None:
            return None
        kind, seq, letter, part = found.groups()
        return StatementField(kind=kind, seq=int(seq), letter=letter, part=part)


def _column(name: str, read: Callable[[str], Any], description: str, *, optional: bool = False) -> Column:
    return Column(name=name, read=read, optional=optional, empty="", description=description)


CORRECTIONS = RecordType(
    name=CORRECTIONS_FILE.removesuffix(".csv"),
    kind=Correction,
    key=lambda entry: (entry.sha256, entry.field),
    columns=(
        _column("sha256", _sha256, "sha256 of the report's file, as in inspections.csv of the reading"),
        _column("file", _ANY, "name of the report's file, for people; it is not compared", optional=True),
        _column("field", _field, "what is corrected: a column of inspections.csv of the reading, or as in afi.2.text"),
        _column("read", _ANY, "the value as it was read; empty or [x] where nothing was", optional=True),
        _column("corrected", _ANY, "the value as it should be; the same confirms what was read", optional=True),
        _column("reason", _ANY, "why, such as where in the report it stands"),
        _column("corrected_on", _DAY, "day of the correction"),
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Corrections:
    """All rows of a file, sorted; none where there is no file."""

    entries: tuple[Correction, ...] = ()

    def of(self, sha256: str) -> tuple[Correction, ...]:
        """The corrections of one report."""
        return tuple(entry for entry in self.entries if entry.sha256 == sha256)

    def sha256_of(self, sha256: str) -> str:
        """The hash of what the corrections of one report say, which a reading under them carries; empty without any."""
        rows = [(entry.field, entry.read, entry.corrected) for entry in self.of(sha256)]
        return sha256_hex(csv_bytes(("field", "read", "corrected"), rows)) if rows else ""


def read_corrections(content: bytes, place: str = CORRECTIONS_FILE) -> Corrections:
    """The corrections in a file, which errors call `place`. Raises `TableInvalid` with every fault."""
    faults: list[Fault] = []
    placed = read_records(content, CORRECTIONS, faults) or ()
    faults += _faults(placed)
    if faults:
        raise TableInvalid(place, sorted(replace(fault, file=place) for fault in faults))
    return Corrections(entries=tuple(sorted((row.record for row in placed), key=CORRECTIONS.key)))


def _faults(placed: Sequence[Placed[Correction]]) -> Iterator[Fault]:
    """What is wrong across the cells of a row, and across rows."""
    fields = Counter((row.record.sha256, row.record.field) for row in placed)
    for row in placed:
        if fields[row.record.sha256, row.record.field] > 1:
            yield _fault(row, "field", "the field of this report is corrected twice", "Keep one of the rows")
        if row.record.statement is None:
            yield from _value_faults(row)
        else:
            yield from _statement_faults(row, row.record.statement, fields.keys())


def _value_faults(row: Placed[Correction]) -> Iterator[Fault]:
    entry = row.record
    if not entry.read and not entry.corrected:
        yield _fault(row, "corrected", "nothing was read and nothing is corrected", "Fill in one of the two")
    if entry.field in CONFIRMABLE and entry.read != entry.corrected:
        rule = f"{entry.field} follows from what is read elsewhere"
        yield _fault(row, "corrected", rule, "Correct the statements, or give the value that was read to confirm it")
    elif entry.corrected not in ("", NOT_FOUND):
        try:
            CORRECTABLE.get(entry.field, _ANY)(entry.corrected)
        except CellRefused as refused:
            yield _fault(row, "corrected", str(refused), refused.remedy)


def _statement_faults(
    row: Placed[Correction], at: StatementField, fields: Container[tuple[str, str]]
) -> Iterator[Fault]:
    entry = row.record
    if at.letter and entry.read:
        yield _fault(row, "read", "a statement with a letter is one that was not read", "Leave the cell empty")
    if not at.letter and not at.seq:
        yield _fault(row, "field", "statements are numbered from 1", "Give the number, or a letter for one before 1")
    if at.part == "text" and not (entry.corrected if at.letter else entry.read):
        missing = "corrected" if at.letter else "read"
        yield _fault(row, missing, "the text of the statement is missing", "Fill in the text")
    text = f"{at.kind}.{at.seq}{at.letter}.text"
    if at.letter and (entry.sha256, text) not in fields:
        yield _fault(row, "field", f"the text of the statement, {text}, is not given", "Add a row for it")
    if at.part == "responsible_bodies" and entry.corrected:
        try:
            _RECORDED["responsible_bodies"].read(entry.corrected)
        except CellRefused as refused:
            yield _fault(row, "corrected", str(refused), refused.remedy)


def _fault(row: Placed[Correction], column: str, rule: str, remedy: str) -> Fault:
    value = getattr(row.record, column)[:80]
    return Fault(file=CORRECTIONS_FILE, row=row.row, column=column, value=value, rule=rule, remedy=remedy)
