"""Claims written out for tests: each number with what it is said to count, in one short line that can be read."""

from collections.abc import Iterable
from datetime import date, timedelta

from tests.unit.check.numbers.building import Writer, evidence

from areasend.check.numbers.claims.model import Claim, Facet, Span, Term
from areasend.check.numbers.documents.model import Document

_ORDER = tuple(Facet)
SHORT = {
    "typically_positive": "positive",
    "widespread_systemic_failings": "failings",
    "north-east-yorkshire-and-the-humber": "NEYH",
}


def claims(*documents: Document | Writer | str) -> tuple[Claim, ...]:
    return evidence(*documents).claims


def lines(*documents: Document | Writer | str) -> list[str]:
    """Every claim: "14 inspections positive england 2024 sure". A period that is another's is in brackets."""
    return [written(claim) for claim in claims(*documents)]


def written(claim: Claim) -> str:
    """The number, its terms in the order of facets, its period and whether it is sure; of a share its whole too.

    "80% areas failings east-midlands of[areas east-midlands] base=5 part=4 2024 sure"
    """
    words = [claim.number.text, named(claim.terms)]
    if claim.of is not None:
        words.append(f"of[{named(claim.of)}]")
    if claim.base is not None:
        words.append(f"base={claim.base.text}")
    if claim.part is not None:
        words.append(f"part={claim.part.text}")
    words.append(when(claim.span) if claim.span_stated or claim.span is None else f"({when(claim.span)})")
    words.append("sure" if claim.sure else "unsure")
    if claim.is_total:
        words.append("total")
    return " ".join(word for word in words if word)


def named(terms: Iterable[Term]) -> str:
    ordered = sorted(terms, key=lambda term: (_ORDER.index(term.facet), term.key))
    return " ".join(SHORT.get(term.key, term.key).replace(" ", "_") for term in ordered)


def when(span: Span | None) -> str:
    """A period: "2024", "2023-2024", "..2024-12-31"; empty if there is none."""
    if span is None:
        return ""
    first, last = span.first, span.last
    if first is not None and last is not None and _begins_year(first) and _begins_year(last + timedelta(1)):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    return f"{first or ''}..{last or ''}"


def _begins_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)
