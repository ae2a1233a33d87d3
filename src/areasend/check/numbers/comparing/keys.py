"""When two claims count the same: their terms, without what may differ between sentence and table, and the period."""

from datetime import date

from areasend.check.numbers.claims.model import Claim, Facet, Span, Term
from areasend.check.numbers.claims.nouns import ANY_AREAS
from areasend.check.numbers.reading.model import Unit
from areasend.register import FindingKind

_INSPECTIONS = Term(Facet.MEASURE, "inspections")
_PRIORITY = Term(Facet.LEVEL, FindingKind.APA.value)
_SAME_MEASURE = frozenset({"inspections", "areas", "reports"})

Key = tuple[tuple[Term, ...], Unit]


def key_of(claim: Claim) -> Key | None:
    """The terms of a claim to compare it by; None if they are too few or too many to know what it counts.

    Publications say "inspections" and "local areas" of the same counts, so these two are one here; the records tell
    them apart. A claim in the words of a table's own headings goes by these alone.
    """
    terms = {term for term in claim.terms if term.facet is not Facet.MEASURE}
    measures = {term for term in claim.terms if term.facet is Facet.MEASURE}
    if ANY_AREAS in measures:
        return None
    labels = [term for term in terms if term.facet is Facet.LABEL]
    if not labels:
        if any(term.key not in _SAME_MEASURE for term in measures):
            terms |= measures
        elif measures or any(term.facet is Facet.OUTCOME for term in terms):
            terms.add(_INSPECTIONS)
        else:
            return None
    if _PRIORITY in terms:
        # Only one outcome has areas for priority action, so naming it says nothing more.
        terms = {term for term in terms if term.facet is not Facet.OUTCOME}
    counted = [term.facet for term in terms if term.facet is not Facet.LABEL]
    if len(counted) != len(set(counted)) or claim.number.unit not in (Unit.COUNT, Unit.PERCENT):
        return None
    if claim.number.unit is Unit.PERCENT and claim.of is not None and _PRIORITY not in terms:
        terms |= {term for term in claim.of if term.facet is Facet.OUTCOME}
    return tuple(sorted(terms)), claim.number.unit


def same_period(one: Span | None, other: Span | None, start: date) -> bool:
    """Whether two periods are the same, nothing before the framework's `start` being countable."""
    return one is None or other is None or bounds_of(one, start) == bounds_of(other, start)


def bounds_of(span: Span | None, start: date) -> tuple[date, date | None] | None:
    """The two ends of a period as far as they can matter."""
    if span is None:
        return None
    first = span.first if span.first is not None and span.first > start else start
    return first, span.last
