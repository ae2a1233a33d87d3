"""What holds of a number, and when two claims are one thing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.unit.check.numbers.comparing.held import gathered

from areasend.check.numbers.claims.model import Facet, Span, Term
from areasend.check.numbers.claims.nouns import ANY_AREAS
from areasend.check.numbers.comparing.keys import bounds_of, key_of, same_period
from areasend.check.numbers.comparing.known import agree, holds
from areasend.check.numbers.reading.model import Unit

START = date(2023, 1, 1)


def claim(text):
    return gathered(text).claims[0]


@pytest.mark.parametrize(
    ("words", "true", "false"),
    [
        ("54", 54, 53),
        ("Over 50", 51, 50),
        ("At least 50", 50, 49),
        ("Fewer than 50", 49, 50),
        ("Up to 50", 50, 51),
        ("About 50", 46, 40),
    ],
)
def test_a_number_holds_by_its_relation(words, true, false):
    made = claim(f"{words} inspections were carried out.")
    assert holds(made, Decimal(true))
    assert not holds(made, Decimal(false))


def test_a_fraction_holds_of_no_count():
    made = claim("26 inspections were carried out.")
    half = replace(made, number=replace(made.number, value=Fraction(1, 2)))
    assert not holds(half, Decimal("0.5"))


def test_only_percentages_are_the_same_with_more_places():
    made = claim("48 inspections were carried out.").number
    finer = replace(made, value=Decimal("48.1"), places=1)
    assert not agree(made, finer)
    assert agree(replace(made, unit=Unit.PERCENT), replace(finer, unit=Unit.PERCENT))
    assert not agree(replace(made, unit=Unit.PERCENT), finer)
    assert agree(made, made)


def keyed(*terms, unit=Unit.COUNT, of=None):
    made = claim("26 inspections were carried out.")
    return key_of(replace(made, terms=frozenset(terms), of=of, number=replace(made.number, unit=unit)))


INSPECTIONS, AREAS = Term(Facet.MEASURE, "inspections"), Term(Facet.MEASURE, "areas")
VISITS = Term(Facet.MEASURE, "visits")
POSITIVE, FAILINGS = Term(Facet.OUTCOME, "typically_positive"), Term(Facet.OUTCOME, "widespread_systemic_failings")
PRIORITY, LABEL = Term(Facet.LEVEL, "apa"), Term(Facet.LABEL, "row:primary")
ENGLAND, LONDON = Term(Facet.PLACE, "england"), Term(Facet.PLACE, "london")


def test_inspections_and_areas_are_counted_alike_and_visits_are_not():
    assert keyed(INSPECTIONS, ENGLAND) == keyed(AREAS, ENGLAND)
    assert keyed(POSITIVE, ENGLAND) == keyed(POSITIVE, AREAS, ENGLAND)
    assert keyed(VISITS, ENGLAND) not in (None, keyed(INSPECTIONS, ENGLAND))


def test_too_few_terms_or_too_many_are_no_key():
    assert keyed(ENGLAND) is None
    assert keyed(ANY_AREAS, ENGLAND) is None
    assert keyed(INSPECTIONS, ENGLAND, LONDON) is None
    assert keyed(INSPECTIONS, ENGLAND, unit=Unit.MONEY) is None
    assert keyed(LABEL, ENGLAND) is not None


def test_only_one_outcome_has_areas_for_priority_action_so_naming_it_changes_nothing():
    assert keyed(INSPECTIONS, PRIORITY, FAILINGS, ENGLAND) == keyed(INSPECTIONS, PRIORITY, ENGLAND)


def test_a_share_of_an_outcome_is_another_than_a_share_of_all():
    of_all = keyed(INSPECTIONS, LABEL, unit=Unit.PERCENT, of=frozenset({INSPECTIONS}))
    of_some = keyed(INSPECTIONS, LABEL, unit=Unit.PERCENT, of=frozenset({INSPECTIONS, FAILINGS}))
    assert of_all != of_some


def test_periods_are_the_same_as_far_as_they_can_matter():
    since, whole = Span(date(2020, 1, 1), date(2024, 12, 31)), Span(None, date(2024, 12, 31))
    assert bounds_of(since, START) == bounds_of(whole, START) == (START, date(2024, 12, 31))
    assert bounds_of(None, START) is None
    assert same_period(since, whole, START)
    assert same_period(None, since, START)
    assert same_period(since, None, START)
    assert not same_period(since, Span(date(2024, 1, 1), date(2024, 12, 31)), START)
