"""One thing counted in two places: sentences, tables and files that say the same must say the same number."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.claims.model import Claim, Facet
from areasend.check.numbers.comparing.keys import bounds_of, key_of
from areasend.check.numbers.comparing.known import agree, holds
from areasend.check.numbers.comparing.telling import said, shown
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Relation
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

Pair = tuple[int, int]

# One thing said with more values than these is compared with the commonest of them.
_MOST = 100


def same_number_everywhere(
    evidence: Evidence, moved: Collection[int] = (), told: Collection[Pair] = ()
) -> Iterator[Verdict]:
    """Claims that count the same for the same period, in order: where they differ, the odd one is named.

    `moved` are the numbers whose headings stand exchanged: what they count is not what stands over them. `told` are
    the pairs of a cell and what it differs from that were told already.
    """
    groups: dict[object, list[Claim]] = {}
    bounds: dict[object, list[Claim]] = {}
    for claim in evidence.claims:
        key = key_of(claim) if claim.sure else None
        apart = claim.number.id in evidence.quoted or claim.number.id in moved
        if key is None or apart or not _comparable(claim, evidence):
            continue
        exact = claim.number.relation is Relation.EXACT
        counted = (key, bounds_of(claim.span, evidence.framework.start))
        (groups if exact else bounds).setdefault(counted, []).append(claim)
    for same, claims in bounds.items():
        yield from _beyond(claims, groups.get(same, []))
    for claims in groups.values():
        if not all(agree(claim.number, claims[0].number) for claim in claims):
            yield from _differing(claims, told)
        elif len({(claim.document, claim.passage.id) for claim in claims}) > 1:
            how = f"the same in {len(claims)} places"
            yield Support(numbers=tuple(claim.number.id for claim in claims), status=Status.CONSISTENT, how=how)


def _beyond(bounds: Sequence[Claim], exact: Sequence[Claim]) -> Iterator[Finding]:
    """Bounds ("over 15") that the number stated elsewhere, 15, does not keep."""
    counterparts = _counterparts(exact, Counter(claim.number.value for claim in exact))
    for claim in bounds:
        others = [other for other in counterparts if _one_measure(claim, other)]
        values = [value for other in others if isinstance(value := other.number.value, Decimal)]
        if values and not any(holds(claim, value) for value in values):
            yield replace(_finding(claim, _nearest(claim, others), alone=False), found=said(claim.number))


def _comparable(claim: Claim, evidence: Evidence) -> bool:
    """Only the words of the field say enough of a number to find it again; other words have their tables (`tables`)."""
    labelled = any(term.facet is Facet.LABEL for term in claim.terms)
    return not labelled and claim.document in evidence.of_the_field


def _differing(claims: Sequence[Claim], told: Collection[Pair]) -> Iterator[Finding]:
    """Names each number that differs from the one that stands most often, or from the first.

    "28 inspections" and "26 local areas" may both be right: only numbers of one measure can differ.
    """
    counted = Counter(claim.number.value for claim in claims)
    most = max(counted.values())
    usual = next(claim for claim in claims if counted[claim.number.value] == most)
    counterparts = _counterparts(claims, counted)
    for claim in claims:
        others = [
            other
            for other in counterparts
            if not agree(other.number, claim.number)
            and _one_measure(claim, other)
            and counted[other.number.value] >= counted[claim.number.value]
        ]
        if not others or agree(claim.number, usual.number):
            continue
        other = _nearest(claim, others)
        if (claim.number.id, other.number.id) not in told and (other.number.id, claim.number.id) not in told:
            yield _finding(claim, other, alone=most == 1)


def _counterparts(claims: Sequence[Claim], counted: Counter[Decimal | Fraction]) -> list[Claim]:
    """The first claim of each value, measure and document, those of the commonest values where there are very many."""
    first: dict[object, Claim] = {}
    for claim in claims:
        first.setdefault((claim.number.value, claim.key(Facet.MEASURE), claim.document), claim)
    return sorted(first.values(), key=lambda claim: -counted[claim.number.value])[:_MOST]


def _one_measure(one: Claim, other: Claim) -> bool:
    first, second = one.key(Facet.MEASURE), other.key(Facet.MEASURE)
    return first is None or second is None or first == second


def _finding(claim: Claim, other: Claim, *, alone: bool) -> Finding:
    files = claim.number.where.file != other.number.where.file
    crossed = claim.origin is not other.origin
    return Finding(
        kind=Kind.TWO_FILES if files else Kind.WORDS_AGAINST_TABLE if crossed else Kind.TWO_PLACES,
        severity=Severity.ERROR,
        where=claim.number.where,
        quote=claim.number.sentence.text,
        expected=shown(other.number),
        found=shown(claim.number),
        message=(
            f"Here it is {shown(claim.number)}; {other.number.where} has {shown(other.number)} for the same: "
            f"“{_short(other.number.sentence.text)}”."
        ),
        computed="both say the same measure, outcome, place and period",
        advice="see which of the two the source has, and correct the other",
        numbers=(claim.number.id, other.number.id) if alone else (claim.number.id,),
    )


def _nearest(claim: Claim, others: Sequence[Claim]) -> Claim:
    """The counterpart to show: in the same file if there is one, then the first."""
    return min(others, key=lambda other: (other.document != claim.document, other.number.id))


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:157] + "…"
