"""The values of all members of a facet beside each other: every region's, every theme's, every outcome's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from areasend.check.numbers.claims.model import Facet, Origin, Span, Term
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Relation, Unit
from areasend.check.numbers.records.counting import Counting
from areasend.check.numbers.word_lists import claim_words

_LEAST = 3
_TOTAL = claim_words("total")
RANKED = (Facet.PLACE, Facet.THEME, Facet.OUTCOME, Facet.LABEL)
Values = Mapping[Term, Fraction]


def is_member(term: Term, facet: Facet) -> bool:
    """Whether a term is one of those that are ranked: not the country, and of a document's own labels those of rows
    but for totals."""
    if term.facet is not facet or facet is not Facet.LABEL:
        return term.facet is facet and term.key != "england"
    axis, _, words = term.key.partition(":")
    return axis == "row" and words.split()[0] not in _TOTAL


@dataclass(frozen=True, slots=True)
class Ranked:
    """`values` by member, and where they come from, in words; `provisional` if of records that may not be whole."""

    values: Values
    source: str
    by_records: bool = False
    share: bool = False
    provisional: bool = False

    def shown(self, term: Term) -> str:
        """A member's value for a message."""
        value = 100 * self.values[term] if self.share else self.values[term]
        return f"{float(value):.0f}%" if self.share else f"{float(value):g}"

    def at_top(self) -> tuple[Term, ...]:
        top = max(self.values.values())
        return tuple(term for term, value in self.values.items() if value == top)

    def at_bottom(self) -> tuple[Term, ...]:
        bottom = min(self.values.values())
        return tuple(term for term, value in self.values.items() if value == bottom)

    def at(self, value: int) -> tuple[Term, ...]:
        return tuple(term for term, found in self.values.items() if found == value)


@dataclass(frozen=True)
class Rankings:
    """Looks up the values of all members for the other terms of a sentence. `moved` stand under exchanged headings."""

    evidence: Evidence
    moved: frozenset[int] = frozenset()

    @cached_property
    def _counting(self) -> Counting | None:
        held = self.evidence.snapshot
        return Counting(held, self.evidence.framework) if held is not None else None

    @cached_property
    def _tables(
        self,
    ) -> Mapping[tuple[int, Facet, Unit], list[tuple[frozenset[Term], Span | None, dict[Term, Fraction]]]]:
        """Per document, facet and unit: the other terms of the cells, their period, and the values by member."""
        found: dict[
            tuple[int, Facet, Unit], dict[tuple[frozenset[Term], Span | None, object], dict[Term, Fraction]]
        ] = {}
        for claim in self.evidence.claims:
            exact = claim.number.relation is Relation.EXACT and claim.number.unit in (Unit.COUNT, Unit.PERCENT)
            if claim.origin is not Origin.CELL or not exact or claim.number.id in self.moved:
                continue
            for facet in RANKED:
                own = [term for term in claim.terms if is_member(term, facet)]
                if len(own) == 1:
                    rest = frozenset(
                        term
                        for term in claim.terms
                        if term is not own[0] and term.facet is not Facet.MEASURE and term.key != "england"
                    )
                    group = found.setdefault((claim.document, facet, claim.number.unit), {})
                    values = group.setdefault((rest, claim.span, claim.table), {})
                    values.setdefault(own[0], Fraction(claim.number.value))
        return {
            key: [(rest, span, values) for (rest, span, _), values in groups.items() if len(values) >= _LEAST]
            for key, groups in found.items()
        }

    def of(
        self, document: int, facet: Facet, rest: frozenset[Term], span: Span | None, *, share: bool
    ) -> Iterator[Ranked]:
        """What the records have, then what the tables of the document have: each a set of values to rank."""
        held = document in self.evidence.of_the_field
        by_records = self._from_records(facet, rest, span, share=share) if held else None
        if by_records is not None:
            yield by_records
            return
        wanted = frozenset(term for term in rest if term.facet is not Facet.MEASURE and term.key != "england")
        for unit in (Unit.PERCENT,) if share else (Unit.PERCENT, Unit.COUNT):
            for other, _, values in self._tables.get((document, facet, unit), []):
                if wanted <= other:
                    yield Ranked(values, "a table of the document")

    def _from_records(self, facet: Facet, rest: frozenset[Term], span: Span | None, *, share: bool) -> Ranked | None:
        if self._counting is None or facet not in (Facet.PLACE, Facet.OUTCOME):
            return None
        kept = frozenset(
            term for term in rest if term.facet in (Facet.OUTCOME, Facet.PLACE) and term.facet is not facet
        )
        if kept != frozenset(term for term in rest if term.facet is not Facet.MEASURE and term.facet is not facet):
            return None
        if facet is Facet.PLACE and not any(term.facet is Facet.OUTCOME for term in kept):
            return None
        values: dict[Term, Fraction] = {}
        for member in self._members(facet):
            readings = self._counting.readings(kept - {Term(Facet.PLACE, "england")} | {member}, span)
            whole = self._counting.readings(frozenset({member}) if facet is Facet.PLACE else frozenset(), span)
            # The last reading is of those with a recorded outcome, where some have none: the whole of a share.
            if readings and whole and whole[-1].value:
                values[member] = Fraction(readings[0].value, whole[-1].value if share else 1)
        if len(values) < _LEAST:
            return None
        return Ranked(values, "the records", True, share, provisional=not self._counting.is_complete)

    @cached_property
    def areas(self) -> frozenset[Term]:
        """The local areas as terms."""
        return frozenset(Term(Facet.PLACE, str(area.gss_code)) for area in self.evidence.register.local_areas)

    def name(self, term: Term) -> str:
        """A member as the framework or the register names it, or the table."""
        framework = self.evidence.framework
        named = {
            Facet.PLACE: {
                **{str(area.gss_code): area.name for area in self.evidence.register.local_areas},
                **{region.key: region.name for region in framework.ofsted_regions},
                **{f"ons:{region.key}": region.name for region in framework.ons_regions},
            },
            Facet.THEME: {theme.key: theme.name for theme in framework.themes},
            Facet.OUTCOME: {outcome.key: outcome.short_label for outcome in framework.versions[-1].outcomes},
        }
        return named.get(term.facet, {}).get(term.key, term.key.removeprefix("row:"))

    def _members(self, facet: Facet) -> tuple[Term, ...]:
        framework = self.evidence.framework
        if facet is Facet.PLACE:
            return tuple(Term(Facet.PLACE, region.key) for region in framework.ofsted_regions)
        return tuple(Term(Facet.OUTCOME, outcome.key) for outcome in framework.versions[-1].outcomes)
