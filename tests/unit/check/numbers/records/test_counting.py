"""What the records have for terms: by hand on small records, and the official statistics on the packaged ones."""

from datetime import date

import pytest
from tests.factories import INCONSISTENT, POSITIVE, area, inspection, register, snapshot, visit
from tests.unit.check.numbers.comparing.held import BY_REGION, records

from areasend.check.numbers.claims.model import Facet, Span, Term
from areasend.check.numbers.records.counting import Counting
from areasend.framework import packaged_framework

OUTCOMES = ("typically_positive", "inconsistent", "widespread_systemic_failings")
ALL_2024 = Span(date(2024, 1, 1), date(2024, 12, 31))


def terms(**facets):
    return frozenset(Term(Facet(facet), key) for facet, key in facets.items())


def packaged():
    return Counting(records(), packaged_framework())


def values(counting, span=None, **facets):
    return [reading.value for reading in counting.readings(terms(**facets), span)]


def test_the_official_numbers_by_outcome_and_by_year():
    counting = packaged()
    assert values(counting, measure="inspections") == [54]
    assert [values(counting, outcome=key) for key in OUTCOMES] == [[14], [26], [14]]
    assert values(counting, ALL_2024, measure="reports") == [28]
    assert [values(counting, ALL_2024, outcome=key) for key in OUTCOMES] == [[7], [15], [6]]


def test_the_official_numbers_by_region_and_outcome():
    counting = packaged()
    for region in packaged_framework().ofsted_regions:
        row = BY_REGION[region.name]
        assert tuple(values(counting, place=region.key, outcome=key)[0] for key in OUTCOMES) == row
        assert values(counting, place=region.key, measure="inspections") == [sum(row)]


def test_regions_of_the_ons_and_single_areas_have_their_own():
    counting = packaged()
    north_east = next(region for region in packaged_framework().ons_regions if region.name == "North East")
    # Darlington, Durham, Gateshead, Hartlepool and Middlesbrough.
    assert values(counting, place=f"ons:{north_east.key}", measure="inspections") == [5]
    hounslow = next(str(entry.gss_code) for entry in records().local_areas if "Hounslow" in entry.name)
    (reading,) = counting.readings(terms(place=hounslow, measure="inspections"), None)
    assert reading.value == 1
    assert "in Hounslow" in reading.says.replace("London Borough of ", "")
    assert counting.place_name("england") == "England"
    assert counting.place_name("nowhere") == "England"


def test_inspections_without_an_outcome_may_be_counted_or_not():
    of, other = area(1), area(2)
    made = register([of, other], [inspection(of, date(2024, 1, 22)), inspection(other, date(2024, 6, 3), outcome=None)])
    counting = Counting(snapshot(made), packaged_framework())
    every, recorded = counting.readings(terms(measure="inspections"), ALL_2024)
    assert (every.value, every.says) == (2, "full inspections in England, 1 January 2024 to 31 December 2024")
    assert (recorded.value, recorded.says.split(" in ")[0]) == (1, "full inspections with a recorded outcome")
    assert values(counting, ALL_2024, measure="inspections", outcome=INCONSISTENT) == [1]


def test_areas_may_be_those_inspected_or_all_that_there_are():
    counting = packaged()
    assert values(counting, measure="areas") == [54, 153]
    assert values(counting, measure="any_areas") == [54, 153]
    assert values(counting, measure="local_areas") == [153]
    # All that there are are there in any period.
    assert values(counting, ALL_2024, measure="local_areas") == [153]
    assert values(counting, measure="areas", outcome="inconsistent") == [26]


def test_what_the_framework_has():
    counting, framework = packaged(), packaged_framework()
    assert values(counting, measure="outcomes") == [3]
    assert values(counting, measure="regions") == [8, 9]
    assert values(counting, measure="themes") == [len(framework.themes)]


@pytest.mark.parametrize(
    "facets",
    [
        {"measure": "monitoring"},
        {"measure": "visits", "outcome": "inconsistent"},
        {"measure": "regions", "outcome": "inconsistent"},
        {"measure": "inspections", "theme": "governance"},
        {"measure": "inspections", "level": "afi"},
        {"measure": "inspections", "label": "row:primary"},
        {"measure": "inspections", "place": "atlantis"},
    ],
)
def test_what_the_records_do_not_hold_has_no_reading(facets):
    assert packaged().readings(terms(**facets), None) == ()


def test_two_of_one_facet_and_a_period_beyond_the_records_have_no_reading():
    counting = packaged()
    both = frozenset({Term(Facet.OUTCOME, "inconsistent"), Term(Facet.OUTCOME, "typically_positive")})
    assert counting.readings(both, None) == ()
    assert counting.readings(terms(measure="inspections"), Span(None, date(2025, 1, 1))) == ()
    assert counting.readings(terms(measure="inspections"), Span(None, date(2024, 12, 31)))[0].value == 54


def test_both_ends_of_a_period_are_in_it_and_each_end_may_be_open():
    of, other = area(1), area(2)
    made = register([of, other], [inspection(of, date(2024, 1, 22)), inspection(other, date(2024, 6, 3))])
    counting = Counting(snapshot(made), packaged_framework())
    # They ended on Friday 26 January and on Friday 7 June.
    for span, value, words in (
        (Span(date(2024, 1, 26), date(2024, 6, 7)), 2, "26 January 2024 to 7 June 2024"),
        (Span(date(2024, 1, 27), date(2024, 6, 7)), 1, "27 January 2024 to 7 June 2024"),
        (Span(date(2024, 1, 26), date(2024, 6, 6)), 1, "26 January 2024 to 6 June 2024"),
        (Span(date(2024, 1, 27), None), 1, "since 27 January 2024"),
        (Span(None, date(2024, 6, 6)), 1, "up to 6 June 2024"),
        (Span(None, None), 2, "in England"),
    ):
        (reading,) = counting.readings(terms(measure="inspections"), span)
        assert (reading.value, reading.says.endswith(words)) == (value, True)


def test_an_area_inspected_twice_counts_once_with_its_latest_outcome():
    of, other = area(1), area(2)
    made = register(
        [of, other],
        [
            inspection(of, date(2024, 11, 11), outcome=POSITIVE),
            inspection(of, date(2023, 5, 15), outcome=INCONSISTENT),
            inspection(other, date(2024, 1, 22), outcome=INCONSISTENT),
        ],
    )
    counting = Counting(snapshot(made), packaged_framework())
    assert values(counting, outcome=INCONSISTENT) == [2]
    assert values(counting, measure="areas", outcome=INCONSISTENT) == [1]
    assert values(counting, measure="areas", outcome=POSITIVE) == [1]
    assert values(counting, measure="areas") == [2, 2]
    # By the end of 2023 its first outcome is its latest.
    early = Span(None, date(2023, 12, 31))
    assert values(counting, early, measure="areas", outcome=INCONSISTENT) == [1]


def test_visits_are_known_by_their_year_and_their_place():
    london, south = area(1, region="London"), area(2, region="South East")
    made = register([london, south], visits=[visit(london, 2023), visit(south, 2024), visit(south, 2023)])
    counting = Counting(snapshot(made), packaged_framework())
    assert values(counting, measure="visits") == [3]
    assert values(counting, ALL_2024, measure="visits") == [1]
    assert values(counting, measure="visits", place="london") == [1]
    assert values(counting, Span(date(2024, 1, 1), None), measure="visits") == [1]


@pytest.mark.parametrize(
    ("as_at", "published_by", "complete"),
    [
        (date(2024, 12, 31), None, True),
        (date(2024, 6, 30), None, True),
        (date(2025, 1, 1), None, False),
        (date(2024, 12, 31), date(2025, 6, 26), False),
    ],
)
def test_only_records_with_nothing_left_out_are_complete(as_at, published_by, complete):
    made = register([area(1)], [inspection(area(1), published=date(2024, 3, 1))])
    assert Counting(snapshot(made, as_at, published_by), packaged_framework()).is_complete is complete
