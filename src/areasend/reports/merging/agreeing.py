"""Several readings of one inspection made one, if they say the same; if they do not, none of them is merged.

Readings are of one inspection if they have its area and their days overlap.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from areasend.register import Inspection
from areasend.reports.merging.candidates import Candidate, NotMerged

VALUE_COLUMNS = ("inspection_start", "inspection_end", "publication_date", "outcome", "report_url")
"""The columns of an inspection that a reading has a value for."""


def span(entry: Inspection) -> tuple[str, str]:
    """First and last day, as text that can be compared; empty where they are not known."""
    return (str(entry.inspection_start or ""), str(entry.inspection_end or ""))


def agreed(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[NotMerged]]:
    """One candidate for each inspection, in order, and those that contradict another."""
    ordered = sorted(candidates, key=lambda entry: (entry.inspection.gss_code, span(entry.inspection), entry.file))
    groups: list[list[Candidate]] = []
    last = ("", "")
    for entry in ordered:
        code, (start, end) = entry.inspection.gss_code, span(entry.inspection)
        if groups and last[0] == code and start <= last[1]:
            groups[-1].append(entry)
            last = (code, max(end, last[1]))
        else:
            groups.append([entry])
            last = (code, end)
    sound: list[Candidate] = []
    refused: list[NotMerged] = []
    for group in groups:
        differing = _differing(group)
        if differing:
            refused += [
                _refused(entry, f"another reading of the inspection has another {differing}") for entry in group
            ]
        else:
            sound.append(_one(group))
    return _with_reports_of_their_own(sound, refused)


def _differing(group: Sequence[Candidate]) -> str:
    columns = [column for column in VALUE_COLUMNS if len(_known(group, column)) > 1]
    statements = {
        tuple((finding.kind, finding.seq, finding.responsible_bodies) for finding in entry.findings)
        for entry in group
        if entry.findings
    }
    if len(statements) > 1:
        columns.append("statement or responsible body")
    return ", ".join(columns)


def _known(group: Sequence[Candidate], column: str) -> set[Any]:
    return {getattr(entry.inspection, column) for entry in group} - {None}


def _one(group: Sequence[Candidate]) -> Candidate:
    """What the readings of a group say together. A page on which they differ, as two files of a report may, is none."""
    known: dict[str, Any] = {column: next(iter(_known(group, column)), None) for column in VALUE_COLUMNS}
    fullest = max(group, key=lambda entry: len(entry.findings))
    pages: dict[tuple[str, int], set[int | None]] = defaultdict(set)
    for finding in (finding for entry in group for finding in entry.findings):
        pages[finding.kind, finding.seq].add(finding.page)
    known_pages = {place: found - {None} for place, found in pages.items()}
    findings = tuple(
        replace(finding, page=next(iter(found)) if len(found) == 1 else None)
        for finding in fullest.findings
        for found in (known_pages[finding.kind, finding.seq],)
    )
    files = ", ".join(entry.file for entry in group)
    return replace(fullest, file=files, inspection=replace(fullest.inspection, **known), findings=findings)


def _with_reports_of_their_own(
    sound: Sequence[Candidate], refused: list[NotMerged]
) -> tuple[list[Candidate], list[NotMerged]]:
    """No two inspections have one report."""
    by_address: dict[str | None, list[Candidate]] = defaultdict(list)
    for entry in sound:
        by_address[entry.inspection.report_url].append(entry)
    shared = {entry.file for url, entries in by_address.items() if url and len(entries) > 1 for entry in entries}
    why = "report_url: another inspection is read from the report at this address"
    refused = refused + [_refused(entry, why) for entry in sound if entry.file in shared]
    return [entry for entry in sound if entry.file not in shared], refused


def _refused(entry: Candidate, reason: str) -> NotMerged:
    return NotMerged(file=entry.file, record=entry.inspection.inspection_id, reasons=(reason,))
