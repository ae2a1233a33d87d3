"""Counterparts are what looking at every pair of claims gives."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.check.numbers.claims.model import Claim, Facet, Origin, Term
from areasend.check.numbers.comparing.counterparts import Counterparts
from areasend.check.numbers.comparing.known import holds
from areasend.check.numbers.documents.model import Passage, Role
from areasend.check.numbers.reading.model import Number, Part, Relation, Sentence, Sort, Unit

MEASURES = (None, "inspections", "areas")


def claim(id: int, value: int, measure: str | None, document: int = 0, relation: Relation = Relation.EXACT) -> Claim:
    passage = Passage(id=id, role=Role.PARAGRAPH, text=str(value), file=f"{document}.txt", lines=((0, id + 1),))
    number = Number(
        id=id,
        value=Decimal(value),
        text=str(value),
        sort=Sort.STATISTIC,
        unit=Unit.COUNT,
        relation=relation,
        part=Part.NONE,
        places=0,
        grain=Decimal(1),
        start=0,
        end=len(str(value)),
        passage=passage,
        sentence=Sentence(0, len(str(value)), str(value)),
    )
    terms = frozenset({Term(Facet.MEASURE, measure)} if measure else set())
    return Claim(number=number, document=document, origin=Origin.PROSE, terms=terms, span=None, stated=frozenset())


def fit(one: Claim, other: Claim) -> bool:
    first, second = one.key(Facet.MEASURE), other.key(Facet.MEASURE)
    return first is None or second is None or first == second


CLAIMS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(MEASURES), st.integers(0, 2), st.sampled_from(Relation)), max_size=12
).map(lambda rows: [claim(place, *row) for place, row in enumerate(rows)])


@settings(max_examples=60)
@given(CLAIMS, CLAIMS, st.booleans())
def test_the_nearest_is_the_first_in_the_same_document_else_the_first(
    held: list[Claim], asked: list[Claim], differing: bool
) -> None:
    counterparts = Counterparts(reversed(held))
    for one in asked:
        others = [
            other for other in held if fit(one, other) and (not differing or other.number.value != one.number.value)
        ]
        nearest = min(others, key=lambda other: (other.document != one.document, other.number.id), default=None)
        assert counterparts.nearest(one, differing=differing) == nearest


@settings(max_examples=60)
@given(CLAIMS, CLAIMS)
def test_some_value_near_a_bound_keeps_to_it_if_any_does(held: list[Claim], asked: list[Claim]) -> None:
    counterparts = Counterparts(held)
    for one in asked:
        every = any(holds(one, Decimal(str(other.number.value))) for other in held if fit(one, other))
        assert any(holds(one, value) for value in counterparts.values_near(one)) == every


@pytest.mark.parametrize("measure", MEASURES)
def test_a_fraction_has_no_values_near(measure: str | None) -> None:
    half = claim(9, 1, measure)
    half = replace(half, number=replace(half.number, value=Fraction(1, 2)))
    counterparts = Counterparts([claim(0, 1, measure), half])
    assert list(counterparts.values_near(half)) == []
    assert counterparts.nearest(half, differing=True) == claim(0, 1, measure)
