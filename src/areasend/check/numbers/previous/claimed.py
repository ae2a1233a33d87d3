"""Sentences and cells that count the same in the words of the field, for the same period: held against each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from areasend.check.numbers.claims.model import Claim, Facet, Origin
from areasend.check.numbers.comparing.keys import Key, bounds_of, key_of
from areasend.check.numbers.reading.model import Relation, Unit

Known = Mapping[tuple[Key, object], Claim | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Restated:
    """A number that counts what a number of the previous publication counted, with another value."""

    new: Claim
    old: Claim
    sure: bool


def restated(
    claims: Sequence[Claim],
    before: Sequence[Claim],
    quoted: frozenset[int],
    start: date,
    made: Sequence[date | None],
) -> Iterator[Restated]:
    """In order the numbers whose counterpart was another; `sure` where both state a period that was over.

    `made` are the days for which the previous documents were made: a year that had not ended by then goes on.

    A number that had several values before is held against none. Two cells are left to the comparison of tables.
    """
    old = _by_key(before, start)
    for claim in (entry for entry in claims if entry.origin is Origin.PROSE):
        key = _key(claim, start) if claim.number.id not in quoted else None
        match = old.get(key) if key is not None else None
        if match is None or match.number.value == claim.number.value:
            continue
        if _was_over(claim, match, made[match.document]):
            sure = (claim.span_stated and match.span_stated) or _same_words(claim, match)
            yield Restated(new=claim, old=match, sure=sure)
        elif _is_open(claim) and claim.number.unit is Unit.COUNT and claim.number.value < match.number.value:
            yield Restated(new=claim, old=match, sure=False)


def _by_key(claims: Sequence[Claim], start: date) -> dict[tuple[Key, object], Claim | None]:
    found: dict[tuple[Key, object], Claim | None] = {}
    for claim in claims:
        key = _key(claim, start)
        if key is None:
            continue
        held = found.setdefault(key, claim)
        if held is not None and held.number.value != claim.number.value:
            found[key] = None
    return found


def _key(claim: Claim, start: date) -> tuple[Key, object] | None:
    """What a claim counts and for which period; None if it does not say enough to be compared."""
    if not claim.sure or claim.span is None or claim.number.relation is not Relation.EXACT:
        return None
    if any(term.facet is Facet.LABEL for term in claim.terms):
        return None
    key = key_of(claim)
    return (key, bounds_of(claim.span, start)) if key is not None else None


def _same_words(one: Claim, other: Claim) -> bool:
    """Whether two sentences differ in their numbers alone: then a period from the heading above is that of both."""
    return _wording(one) == _wording(other)


def _wording(claim: Claim) -> str:
    return re.sub(r"\d[\d,.]*", "#", " ".join(claim.number.sentence.text.split()))


def _was_over(claim: Claim, match: Claim, made: date | None) -> bool:
    if claim.span is None or match.span is None or claim.span.last is None or match.span.last is None:
        return False
    return made is not None and match.span.last <= made


def _is_open(claim: Claim) -> bool:
    return claim.span is not None and claim.span.first is not None and claim.span.last is None
