"""The whole of each share: the number elsewhere in the same document that says of how many it is a share."""

from collections.abc import Sequence
from dataclasses import replace

from areasend.check.numbers.claims.model import Claim, Facet, Term
from areasend.check.numbers.reading.model import Number, Relation, Unit

_COUNTED_ALIKE = frozenset({"inspections", "areas", "reports"})


def with_wholes(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each share with the number that states its whole where its document has exactly one such value.

    What words that the field does not know are a share of, nobody can say.
    """
    stated: dict[tuple[int, frozenset[Term]], list[Claim]] = {}
    for claim in claims:
        if claim.sure and claim.number.unit is Unit.COUNT and claim.number.relation is Relation.EXACT:
            stated.setdefault((claim.document, _alike(claim.terms)), []).append(claim)
    return tuple(
        replace(claim, base=_whole_of(claim, stated.get((claim.document, _alike(claim.of)), [])))
        if claim.of is not None and claim.base is None and _says_of_what(claim)
        else claim
        for claim in claims
    )


def _says_of_what(share: Claim) -> bool:
    """Whether the terms of a share say which part of its whole it is, and of what, in words of the field alone."""
    facets = {term.facet for term in share.terms}
    return Facet.LABEL not in facets and (Facet.OUTCOME in facets or share.of != share.terms)


def _whole_of(share: Claim, stated: Sequence[Claim]) -> Number | None:
    same = [claim for claim in stated if claim.span == share.span] or list(stated)
    values = {claim.number.value for claim in same}
    return same[0].number if len(values) == 1 else None


def _alike(terms: frozenset[Term]) -> frozenset[Term]:
    """Terms with "inspections" and "local areas" as one: publications count them in turn."""
    plain = {term for term in terms if not (term.facet is Facet.MEASURE and term.key in _COUNTED_ALIKE)}
    return frozenset(plain) if plain != terms or not terms else terms
