"""What stands above and before a sentence: headings, the sentence before, and what "these", "this outcome" point to."""

from dataclasses import dataclass, field

from areasend.check.numbers.claims.model import Facet, Span, Term


@dataclass(slots=True)
class Context:
    """`heading` and `period` come from the headings above; the others from the last sentence of the same section.

    `opening` is the place that opens a passage as a heading would ("North West. Eight areas ..."), for that passage.
    """

    heading: frozenset[Term] = frozenset()
    period: Span | None = None
    outcome: Term | None = None
    place: Term | None = None
    measure: Term | None = None
    counted: frozenset[Term] = frozenset()
    span: Span | None = None
    passage: int = -1
    opening: tuple[int, Term] | None = None
    span_passage: int = field(default=-1)

    def term(self, facet: Facet) -> Term | None:
        """The one term of a facet that the headings have."""
        found = [term for term in self.heading if term.facet is facet]
        return found[0] if len(found) == 1 else None
