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
    wanted = _with_known_pages(read.findings, kept) if read.findings else kept
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


def _with_known_pages(read: Sequence[Finding], standing: Sequence[Finding]) -> list[Finding]:
    """What was read, with the page that stands where the reading knows none."""
    pages = {(finding.kind, finding.seq): finding.page for finding in standing}
    return [
        finding if finding.page is not None else replace(finding, page=pages.get((finding.kind, finding.seq)))
        for finding in read
    ]


def _statements(standing: Sequence[Finding], read: Sequence[Finding]) -> Iterator[_Value]:
    """Each finding that stands or was read; none where none was read."""
    old = {(finding.kind, finding.seq): finding for finding in standing}
    new = {(finding.kind, finding.seq): finding for finding in read}
    for kind, seq in sorted(old | new) if new else ():
        stands, reads = old.get((kind, seq)), new.get((kind, seq))
        column = f"{kind} {seq}"
        if not old:
            yield _Value(column=column, stands="", reads="", verdict=Verdict.NEW)
        elif stands is None or reads is None:
            yield _Value(column=column, stands=_whole(stands), reads=_whole(reads), verdict=Verdict.CONFLICTING)
        else:
            yield _of_one(column, stands, reads)


def _of_one(column: str, stands: Finding, reads: Finding) -> _Value:
    """A finding that stands and was read; only the parts that differ are told. A page that was not read is none."""
    pairs = [(_bodies(stands), _bodies(reads))] if stands.responsible_bodies != reads.responsible_bodies else []
    if reads.page is not None and stands.page != reads.page:
        pairs.append((_page(stands), _page(reads)))
    verdict: Verdict = Verdict.UNCHANGED
    kind: EntryKind | None = None
    if stands.source is not reads.source:
        verdict, kind = Verdict.COMPLETED, EntryKind.CONFIRMED
    if pairs:
        verdict, kind = Verdict.COMPLETED, EntryKind.FILLED
    if any(old for old, _ in pairs):
        verdict, kind = Verdict.CONFLICTING, None
    told = pairs or [(stands.source, reads.source)]
    old, new = (", ".join(part or "nothing" for part in parts) for parts in zip(*told, strict=True))
    return _Value(column=column, stands=old, reads=new, verdict=verdict, kind=kind)


def _bodies(finding: Finding) -> str:
    return cell_text(finding.responsible_bodies)


def _page(finding: Finding) -> str:
    return "" if finding.page is None else f"page {finding.page}"


def _whole(finding: Finding | None) -> str:
    """A finding that stands on one side alone: its responsible bodies, or that it is there, and its page."""
    if finding is None:
        return ""
    return ", ".join(filter(None, (_bodies(finding) or "a statement", _page(finding))))


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
