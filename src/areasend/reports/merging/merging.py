"""The readings of reports beside the records that stand: what is new, what is the same, what differs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from areasend.framework import Framework
from areasend.register import Finding, Inspection, Register
from areasend.reports.correcting import corrected
from areasend.reports.corrections import Corrections
from areasend.reports.merging.agreeing import agreed
from areasend.reports.merging.candidates import Candidate, NotMerged, candidate
from areasend.reports.merging.comparing import Compared, beside, beside_none
from areasend.reports.merging.entries import LEFT_OVER, Entry, EntryKind, Verdict
from areasend.reports.merging.matching import match
from areasend.reports.reading import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """What changes: inspections by the id under which they stand, all findings of such an id, and what is new.

    `unused` counts the corrections of reports that are not among the readings.
    """

    changed: Mapping[str, Inspection]
    added: tuple[Inspection, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    entries: tuple[Entry, ...]
    inspections_by_verdict: Counter[Verdict]
    findings_by_verdict: Counter[Verdict]
    not_merged: int
    unused: int

    @property
    def left_over(self) -> bool:
        """Whether a person has to settle something before the records say what the reports say."""
        return any(entry.kind in LEFT_OVER for entry in self.entries)


def merge(
    readings: Iterable[Reading],
    register: Register,
    framework: Framework,
    *,
    corrections: Corrections,
    take_readings: bool = False,
) -> Merged:
    """The readings, under a person's corrections, merged into a register; their order does not matter."""
    under = [corrected(reading, corrections, register=register) for reading in readings]
    tried = [candidate(reading, register, framework, corrections) for reading in under]
    refused = [entry for entry in tried if isinstance(entry, NotMerged)]
    sound, disagreeing = agreed(entry for entry in tried if isinstance(entry, Candidate))
    matched, unsure = _matched(sound, register.inspections)
    refused += [*disagreeing, *unsure]
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in register.findings:
        findings[finding.inspection_id].append(finding)
    outcomes: list[tuple[str, Compared]] = []
    for read, standing in matched:
        if standing is None:
            claim = register.completeness.complete_to
            outcomes.append(("", beside_none(read, claim, take=take_readings)))
        else:
            name = standing.inspection_id
            outcomes.append((name, beside(standing, findings[name], read, take=take_readings)))
    files = {reading.sha256 for reading in under}
    entries = [entry for _, outcome in outcomes for entry in outcome.entries]
    return Merged(
        changed={name: found.inspection for name, found in outcomes if name and found.inspection is not None},
        added=tuple(found.inspection for name, found in outcomes if not name and found.inspection is not None),
        findings={
            name or found.findings[0].inspection_id: found.findings
            for name, found in outcomes
            if found.findings is not None
        },
        entries=tuple(sorted({*entries, *_told(refused)})),
        inspections_by_verdict=Counter(found.verdict for _, found in outcomes),
        findings_by_verdict=sum((found.of_findings for _, found in outcomes), Counter()),
        not_merged=len(refused),
        unused=sum(entry.sha256 not in files for entry in corrections.entries),
    )


def _matched(
    sound: Sequence[Candidate], standing: Sequence[Inspection]
) -> tuple[list[tuple[Candidate, Inspection | None]], list[NotMerged]]:
    """Each reading with the inspection that it is of, or None; no two with the same one."""
    found = [(read, match(read.inspection, standing)) for read in sound]
    times = Counter(entry.standing.inspection_id for _, entry in found if entry.standing is not None)
    matched, refused = [], []
    for read, entry in found:
        why = entry.unsure
        if entry.standing is not None and times[entry.standing.inspection_id] > 1:
            why = f"another reading with other days is of {entry.standing.inspection_id} too"
        if why:
            refused.append(NotMerged(file=read.file, record=read.inspection.inspection_id, reasons=(why,)))
        else:
            matched.append((read, entry.standing))
    return matched, refused


def _told(refused: Iterable[NotMerged]) -> Iterable[Entry]:
    for entry in refused:
        for reason in entry.reasons:
            yield Entry(
                record=entry.record, column="", kind=EntryKind.NOT_MERGED, stands="", reads=reason, file=entry.file
            )
