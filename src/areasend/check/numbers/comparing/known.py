"""What each claim should be, as far as something else says it: the records, or sentences that count the same."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.claims.model import Claim, Facet, Origin
from areasend.check.numbers.comparing.keys import Key, key_of, same_period
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Relation, Unit
from areasend.check.numbers.records.counting import Counting, Reading
from areasend.statistics import round_half_even, round_half_up

# Decimals that tell any share of fewer than some thousand inspections from a whole percentage.
_UNROUNDED = 4
_OR = re.compile(r"\b(?:or|either|both|than)\b", re.IGNORECASE)

Sentences = Mapping[tuple[int, Key], tuple[Claim, ...]]
# No publication says one thing this often; each cell that says it too is held against all of these.
_MOST = 200


@dataclass(frozen=True, slots=True)
class Known:
    """Values that would be right, and what says so: a reading of the records and how it is counted for each value, or
    claims of the publication."""

    values: tuple[Decimal, ...]
    readings: tuple[Reading, ...] = ()
    sentences: tuple[Claim, ...] = ()
    counted: tuple[str, ...] = ()

    @property
    def from_records(self) -> bool:
        return bool(self.readings)

    def fits(self, claim: Claim) -> bool:
        return any(holds(claim, value) for value in self.values)

    def behind(self, claim: Claim) -> tuple[str, ...]:
        """The records behind the first value that a claim has; behind the first of all if it has none."""
        pairs = zip(self.values, self.readings, strict=True)
        return next((reading.records for value, reading in pairs if holds(claim, value)), self.readings[0].records)


def holds(claim: Claim, value: Decimal) -> bool:
    """Whether a value is what a number with its relation says: "over 50" holds of 54."""
    number = claim.number
    if isinstance(number.value, Fraction):
        return False
    stated = number.value
    if number.relation is Relation.MORE:
        return value > stated
    if number.relation is Relation.AT_LEAST:
        return value >= stated
    if number.relation is Relation.LESS:
        return value < stated
    if number.relation is Relation.AT_MOST:
        return value <= stated
    if number.relation is Relation.ABOUT:
        return abs(value - stated) <= max(number.grain, stated / 10)
    return value == stated


def agree(one: Number, other: Number) -> bool:
    """Whether two numbers are one value: "48%" is "48.1%" with fewer places."""
    if one.value == other.value:
        return True
    coarse, fine = (one, other) if one.places < other.places else (other, one)
    if coarse.unit is not Unit.PERCENT or coarse.unit is not fine.unit or coarse.places == fine.places:
        return False
    exact = Fraction(fine.value)
    return coarse.value in (round_half_up(exact, coarse.places), round_half_even(exact, coarse.places))


def known_from_records(claim: Claim, counting: Counting) -> Known | None:
    """What the records have for a claim, None if they cannot say or the claim does not say enough."""
    if not claim.sure or claim.number.unit not in (Unit.COUNT, Unit.PERCENT):
        return None
    if any(term.facet in (Facet.LABEL, Facet.THEME, Facet.LEVEL) for term in claim.terms):
        return None
    readings = counting.readings(claim.terms, claim.span)
    if not readings:
        return None
    if claim.number.unit is Unit.COUNT:
        counted = tuple(f"{reading.value}: {reading.says}" for reading in readings)
        return Known(tuple(Decimal(reading.value) for reading in readings), readings, counted=counted)
    if claim.of is None or claim.of == claim.terms:
        return None
    return _shares(claim, readings, counting.readings(claim.of, claim.span))


def _shares(claim: Claim, parts: Sequence[Reading], wholes: Sequence[Reading]) -> Known | None:
    """Each share that the words may mean, to the places of the number; a bound holds or not of the share unrounded."""
    exact = claim.number.relation in (Relation.EXACT, Relation.ABOUT)
    places = claim.number.places + (0 if exact else _UNROUNDED)
    found = [
        (round_half_up(Fraction(100 * part.value, whole.value), places), part, whole)
        for part in parts
        for whole in wholes
        if whole.value
    ]
    if not found:
        return None
    return Known(
        values=tuple(value for value, _, _ in found),
        readings=tuple(part for _, part, _ in found),
        counted=tuple(f"{value:f}%: {part.value} of {whole.value}, {part.says}" for value, part, whole in found),
    )


def sentences_by_key(evidence: Evidence) -> Sentences:
    """The claims of running text that say exactly what they count, by document and what they count, the first 200."""
    found: dict[tuple[int, Key], list[Claim]] = {}
    for claim in evidence.claims:
        told = claim.origin is Origin.PROSE and claim.sure and claim.number.relation is Relation.EXACT
        if told and claim.number.id not in evidence.quoted and not _says_several(claim):
            key = key_of(claim)
            if key is not None:
                found.setdefault((claim.document, key), []).append(claim)
    return {key: tuple(claims[:_MOST]) for key, claims in found.items()}


def _says_several(claim: Claim) -> bool:
    """Whether a sentence may add several columns up: "good or outstanding"."""
    labelled = any(term.facet is Facet.LABEL for term in claim.terms)
    return labelled and _OR.search(claim.number.sentence.text) is not None


def known_from_sentences(cell: Claim, sentences: Sentences, evidence: Evidence) -> Known | None:
    """What sentences of the same document say of a cell."""
    key = key_of(cell) if cell.sure else None
    start = evidence.framework.start
    said = [
        claim
        for claim in (sentences.get((cell.document, key), ()) if key is not None else ())
        if same_period(claim.span, cell.span, start)
    ]
    if not said:
        return None
    return Known(tuple(value_for(cell, claim) for claim in said), (), tuple(said))


def value_for(claim: Claim, other: Claim) -> Decimal:
    """What a claim should have by another: the other's value, or its own where that is the same but for its places."""
    value = claim.number.value if agree(claim.number, other.number) else other.number.value
    assert isinstance(value, Decimal)
    return value
