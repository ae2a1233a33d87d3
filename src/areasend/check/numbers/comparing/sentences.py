"""Sentences against the records: a claim that says what it counts is computed, and verified or contradicted."""

from collections.abc import Iterator
from decimal import Decimal

from areasend.check.numbers.claims.model import Claim, Facet, Origin, Span
from areasend.check.numbers.comparing.known import Known, holds, known_from_records
from areasend.check.numbers.comparing.telling import records_said, shown, standing, values_said
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.records.counting import Counting, Reading
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict


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
        else:
            yield _against(claim, known, counting)


def _verified(claim: Claim, known: Known) -> Support:
    fitting = [
        (reading, value) for reading, value in zip(known.readings, known.values, strict=True) if holds(claim, value)
    ]
    how = f"{fitting[0][1]:f}: {fitting[0][0].says}"
    others = [reading for reading, value in zip(known.readings, known.values, strict=True) if not holds(claim, value)]
    if others:
        how += f" (read otherwise, {others[0].value}: {others[0].says})"
    return Support(numbers=(claim.number.id,), status=Status.VERIFIED, how=how, records=fitting[0][0].records)


def _against(claim: Claim, known: Known, counting: Counting) -> Finding:
    other = None if claim.span is not None else _other_period(claim, counting)
    kind, severity = Kind.RECORDS, Severity.ERROR if counting.is_complete else Severity.QUERY
    message = f"The sentence has {shown(claim.number)}; the records have {values_said(known)}." + standing(counting)
    if other is not None:
        kind, severity = Kind.AMBIGUOUS, Severity.QUERY
        message = (
            f"The sentence names no period, and {shown(claim.number)} depends on it: {records_said(known)}; "
            f"{other.value}: {other.says}."
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


def _other_period(claim: Claim, counting: Counting) -> Reading | None:
    """A calendar year for which the number would be right, where the document names no period."""
    days = [entry.inspection_end for entry in counting.snapshot.dated_inspections if entry.inspection_end is not None]
    for year in sorted({day.year for day in days}):
        span = Span(days[0].replace(year=year, month=1, day=1), days[0].replace(year=year, month=12, day=31), str(year))
        for reading in counting.readings(claim.terms, span):
            if claim.key(Facet.MEASURE) in ("inspections", "areas") and holds(claim, Decimal(reading.value)):
                return reading
    return None
