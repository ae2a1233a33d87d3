"""Sentences against the records: a claim that says what it counts is computed, and verified or contradicted."""

from collections.abc import Iterator
from dataclasses import replace

from areasend.check.numbers.claims.model import Claim, Facet, Origin, Span
from areasend.check.numbers.comparing.known import Known, holds, known_from_records
from areasend.check.numbers.comparing.telling import records_said, shown, standing, values_said
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Part
from areasend.check.numbers.records.counting import Counting
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

# "In 3 regions" and "2 outcomes" may be some of those that the framework has.
_MAY_BE_SOME = frozenset({"regions", "outcomes", "themes"})


def sentences_against_records(evidence: Evidence, counting: Counting) -> Iterator[Verdict]:
    """Every claim of running text that the records can say something of."""
    for claim in evidence.claims:
        held = claim.document in evidence.of_the_field and claim.number.id not in evidence.quoted
        if claim.origin is not Origin.PROSE or not held:
            continue
        known = known_from_records(claim, counting)
        if known is None:
            continue
        if known.fits(claim):
            yield _verified(claim, known)
        elif claim.number.part is not Part.FURTHER and claim.key(Facet.MEASURE) not in _MAY_BE_SOME:
            yield _against(claim, known, counting)


def _verified(claim: Claim, known: Known) -> Support:
    counted = [(holds(claim, value), how) for value, how in zip(known.values, known.counted, strict=True)]
    how = next(how for fits, how in counted if fits)
    others = [other for fits, other in counted if not fits]
    if others:
        how += f" (read otherwise, {others[0]})"
    return Support(numbers=(claim.number.id,), status=Status.VERIFIED, how=how, records=known.behind(claim))


def _against(claim: Claim, known: Known, counting: Counting) -> Finding:
    other = None if claim.span is not None else _other_period(claim, counting)
    kind, severity = Kind.RECORDS, Severity.ERROR if counting.is_complete else Severity.QUERY
    message = f"The sentence has {shown(claim.number)}; the records have {values_said(known)}." + standing(counting)
    if other is not None:
        kind, severity = Kind.AMBIGUOUS, Severity.QUERY
        message = (
            f"The sentence names no period, and {shown(claim.number)} depends on it: {records_said(known)}; "
            f"{records_said(other)}."
        )
    return Finding(
        kind=kind,
        severity=severity,
        where=claim.number.where,
        quote=claim.number.sentence.text,
        expected=values_said(known),
        found=shown(claim.number),
        message=message,
        computed=records_said(known),
        advice="name the period"
        if other is not None
        else "look at the inspections behind it, then correct the sentence",
        numbers=(claim.number.id,) if severity is Severity.ERROR else (),
        records=known.readings[0].records,
    )


def _other_period(claim: Claim, counting: Counting) -> Known | None:
    """What the records have for a calendar year of which the number would be right; None if there is no such year."""
    days = [entry.inspection_end for entry in counting.snapshot.dated_inspections if entry.inspection_end is not None]
    for year in sorted({day.year for day in days}):
        span = Span(days[0].replace(year=year, month=1, day=1), days[0].replace(year=year, month=12, day=31), str(year))
        known = known_from_records(replace(claim, span=span), counting)
        if known is not None and known.fits(claim):
            return known
    return None
