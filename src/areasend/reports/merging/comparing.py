"""One reading beside the inspection that stands, or beside none: what becomes of both, value by value.

An inspection that conflicts with its reading in any value or finding is left as it stands, with its findings, unless
the readings are to be taken; each difference is an entry either way.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from areasend.register import Finding, Inspection, Source, cell_text
from areasend.reports.merging.agreeing import VALUE_COLUMNS
from areasend.reports.merging.candidates import Candidate
from areasend.reports.merging.entries import Entry, EntryKind, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """What is to stand from now on; None where that is what stands already."""

    inspection: Inspection | None
    findings: tuple[Finding, ...] | None
    verdict: Verdict
    of_findings: Counter[Verdict]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Value:
    """A value that stands beside the one that was read; `kind` is how it is told, if it is not a conflict."""

    column: str
    stands: str
    reads: str
    verdict: Verdict
    kind: EntryKind | None = None


def beside_none(read: Candidate, complete_to: date, *, take: bool) -> Compared:
    """A reading of an inspection that does not stand; it conflicts with a register that says it is complete."""
    end = read.inspection.inspection_end
    missed = end is not None and end <= complete_to
    verdict = Verdict.CONFLICTING if missed else Verdict.NEW
    claim = _Value(
        column="complete_to",
        stands=f"every inspection that ended by {complete_to}",
        reads=f"one more that ended on {end}",
        verdict=verdict,
    )
    adds = take or not missed
    return Compared(
        inspection=read.inspection if adds else None,
        findings=read.findings if adds and read.findings else None,
        verdict=verdict,
        of_findings=Counter({verdict: len(read.findings)}),
        entries=(*_entries([claim], read, take=take), *_without_findings(read)),
    )


def beside(standing: Inspection, findings: Sequence[Finding], read: Candidate, *, take: bool) -> Compared:
    """A reading of an inspection that stands with these findings."""
    values, statements = [*_values(standing, read.inspection)], [*_statements(findings, read.findings)]
    conflicts = [value for value in (*values, *statements) if value.verdict is Verdict.CONFLICTING]
    if conflicts and not take:
        same = sum(value.verdict is Verdict.UNCHANGED for value in statements)
        return Compared(
            inspection=None,
            findings=None,
            verdict=Verdict.CONFLICTING,
            of_findings=Counter({Verdict.UNCHANGED: same, Verdict.CONFLICTING: len(statements) - same}),
            entries=(*_entries(conflicts, read, take=False), *_without_findings(read)),
        )
    known = {name: getattr(read.inspection, name) for name in VALUE_COLUMNS}
    known = {name: value for name, value in known.items() if value is not None}
    inspection = replace(standing, source=Source.REPORT, **known)
    # Findings are known by the first day of their inspection, so they follow it.
    start = read.inspection.inspection_start
    kept = [replace(finding, inspection_start=start or finding.inspection_start) for finding in findings]
    wanted = [*(read.findings or kept)]
    entries = [*_entries([*values, *statements], read, take=True), *_without_findings(read)]
    if standing.note and inspection != standing:
        note = _Value(
            column="note",
            stands=standing.note,
            reads=f"{standing.note} Look whether it still holds.",
            verdict=Verdict.UNCHANGED,
            kind=EntryKind.NOTE,
        )
        entries += _entries([note], read, take=True)
    changed = [value.verdict for value in values]
    verdict = Verdict.COMPLETED if changed else Verdict.UNCHANGED
    return Compared(
        inspection=inspection if inspection != standing else None,
        findings=tuple(wanted) if set(wanted) != set(findings) else None,
        verdict=Verdict.CONFLICTING if conflicts else verdict,
        of_findings=Counter(value.verdict for value in statements),
        entries=tuple(entries),
    )


def _values(standing: Inspection, read: Inspection) -> Iterator[_Value]:
    """The values of the inspection that are not the same; what was not read is no difference."""
    for column in VALUE_COLUMNS:
        stands, reads = getattr(standing, column), getattr(read, column)
        if reads is None or reads == stands:
            continue
        filled = stands is None
        yield _Value(
            column=column,
            stands=cell_text(stands),
            reads=cell_text(reads),
            verdict=Verdict.COMPLETED if filled else Verdict.CONFLICTING,
            kind=EntryKind.FILLED if filled else None,
        )
    if standing.source is not read.source:
        yield _Value(
            column="source",
            stands=standing.source,
            reads=read.source,
            verdict=Verdict.COMPLETED,
            kind=EntryKind.CONFIRMED,
        )


def _statements(standing: Sequence[Finding], read: Sequence[Finding]) -> Iterator[_Value]:
    """Each finding that stands or was read; none where none was read."""
    old = {(finding.kind, finding.seq): finding for finding in standing}
    new = {(finding.kind, finding.seq): finding for finding in read}
    for kind, seq in sorted(old | new) if new else ():
        stands, reads = old.get((kind, seq)), new.get((kind, seq))
        verdict, told = _of_one(stands, reads) if old else (Verdict.NEW, None)
        yield _Value(
            column=f"{kind} {seq}",
            stands=_bodies(stands) if told is not EntryKind.CONFIRMED else "secondary",
            reads=_bodies(reads) if told is not EntryKind.CONFIRMED else "report",
            verdict=verdict,
            kind=told,
        )


def _of_one(stands: Finding | None, reads: Finding | None) -> tuple[Verdict, EntryKind | None]:
    if stands is None or reads is None:
        return Verdict.CONFLICTING, None
    pairs = [(stands.responsible_bodies, reads.responsible_bodies), (stands.page, reads.page)]
    if any(old and old != new for old, new in pairs):
        return Verdict.CONFLICTING, None
    if any(old != new for old, new in pairs):
        return Verdict.COMPLETED, EntryKind.FILLED
    if stands.source is not reads.source:
        return Verdict.COMPLETED, EntryKind.CONFIRMED
    return Verdict.UNCHANGED, None


def _bodies(finding: Finding | None) -> str:
    """A finding as it is told: its responsible bodies, or that it is there, and the page where it is known."""
    if finding is None:
        return ""
    page = f", page {finding.page}" if finding.page is not None else ""
    return (cell_text(finding.responsible_bodies) or "a statement") + page


def _entries(values: Sequence[_Value], read: Candidate, *, take: bool) -> Iterator[Entry]:
    conflict = EntryKind.TAKEN if take else EntryKind.KEPT
    for value in values:
        kind = conflict if value.verdict is Verdict.CONFLICTING else value.kind
        if kind is not None:
            yield Entry(
                record=read.inspection.inspection_id,
                column=value.column,
                kind=kind,
                stands=value.stands,
                reads=value.reads,
                file=read.file,
            )


def _without_findings(read: Candidate) -> Iterator[Entry]:
    if read.no_findings:
        yield Entry(
            record=read.inspection.inspection_id,
            column="",
            kind=EntryKind.NO_FINDINGS,
            stands="",
            reads=read.no_findings,
            file=read.file,
        )
