"""Sentences are held against the records: verified with the inspections behind them, contradicted, or left alone.

Numbers are those of the official statistics as at 31 December 2024: 54 inspections, 14, 26 and 14 by outcome; 28 of
them in 2024, 7, 15 and 6; five in the East Midlands, one of them typically positive and four with failings.
"""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import INCONSISTENT, POSITIVE, area, inspection, register, snapshot
from tests.unit.check.numbers.building import all_quoted, text
from tests.unit.check.numbers.comparing.held import (
    FIRST_TWO_YEARS,
    by_records,
    checked,
    gathered,
    of_the_field,
    only,
    records,
    standing_of,
    statuses,
)

from areasend.check.numbers.checking import judge
from areasend.check.numbers.comparing import RULES
from areasend.check.numbers.results.model import Kind, Severity, Status


@pytest.mark.parametrize(
    ("sentence", "printed", "behind"),
    [
        (f"We carried out 54 full inspections {FIRST_TWO_YEARS}.", "54", 54),
        ("In 2024, we carried out 28 full inspections.", "28", 28),
        ("In 2024, 15 inspections were inconsistent.", "15", 15),
        ("In 14 inspections, arrangements typically led to positive experiences.", "14", 14),
        ("In the East Midlands, 4 inspected areas had widespread and systemic failings.", "4", 4),
        ("Over 50 inspections have been carried out since January 2023.", "50", 54),
        ("Around 50 inspections have been carried out since January 2023.", "50", 54),
        ("At least 54 inspections have been carried out since January 2023.", "54", 54),
        ("Up to 54 inspections have been carried out since January 2023.", "54", 54),
        ("Fewer than 60 inspections have been carried out since January 2023.", "60", 54),
        ("In 2024 there were 6 thematic visits.", "6", 6),
    ],
)
def test_what_the_records_have_is_verified_by_the_inspections_behind_it(sentence, printed, behind):
    stands = standing_of(by_records(sentence), printed)
    assert (stands.status, len(stands.records)) == (Status.VERIFIED, behind)
    assert len(set(stands.records)) == behind


@pytest.mark.parametrize(
    ("sentence", "found", "expected"),
    [
        (f"We carried out 55 full inspections {FIRST_TWO_YEARS}.", "55", "54"),
        ("In 2024, we carried out 27 full inspections.", "27", "28"),
        ("In 2024, 16 inspections were inconsistent.", "16", "15"),
        ("By 31 December 2024, 5 inspections in the East Midlands had widespread and systemic failings.", "5", "4"),
        ("Over 60 inspections have been carried out since January 2023.", "60", "54"),
        ("Around 40 inspections have been carried out since January 2023.", "40", "54"),
        ("At least 55 inspections have been carried out since January 2023.", "55", "54"),
        ("Up to 53 inspections have been carried out since January 2023.", "53", "54"),
        ("Fewer than 54 inspections have been carried out since January 2023.", "54", "54"),
    ],
)
def test_what_the_records_do_not_have_is_contradicted_with_what_they_have(sentence, found, expected):
    result = by_records(sentence)
    finding = only(result)
    assert (finding.kind, finding.severity) == (Kind.RECORDS, Severity.ERROR)
    assert (finding.found, finding.expected, finding.quote) == (found, expected, sentence)
    assert standing_of(result, found).status is Status.CONTRADICTED
    assert len(finding.records) == int(expected)


def test_a_share_is_computed_from_its_part_and_its_whole_and_says_both():
    # 26 of 54 are 48.148...%
    whole = by_records(f"{FIRST_TWO_YEARS.capitalize()}, 48% of inspections were inconsistent.")
    stands = standing_of(whole, "48%")
    assert (stands.status, len(stands.records)) == (Status.VERIFIED, 26)
    assert stands.how.startswith("48%: 26 of 54, ")
    finer = by_records(f"{FIRST_TWO_YEARS.capitalize()}, 48.1% of inspections were inconsistent.")
    assert standing_of(finer, "48.1%").status is Status.VERIFIED
    wrong = only(by_records(f"{FIRST_TWO_YEARS.capitalize()}, 49% of inspections were inconsistent."))
    assert (wrong.severity, wrong.expected, len(wrong.records)) == (Severity.ERROR, "48", 26)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        # 14 of 54 are 25.9259...%: rounded first, "under 26%" would be wrong and "over 25%" right by luck.
        ("Fewer than 26%", Status.VERIFIED),
        ("More than 25%", Status.VERIFIED),
        ("More than 25.9%", Status.VERIFIED),
        ("More than 26%", Status.CONTRADICTED),
        ("Fewer than 25%", Status.CONTRADICTED),
    ],
)
def test_a_bound_is_held_against_the_share_unrounded(words, status):
    result = by_records(f"{words} of inspections {FIRST_TWO_YEARS} were typically positive.")
    assert [entry.status for entry in result.judged if entry.number.text.endswith("%")] == [status]


def test_a_share_whose_whole_is_none_of_the_records_says_nothing():
    # None of the inspections ended by then: the first began on 30 January 2023.
    result = by_records("Between 1 January 2023 and 15 January 2023, 40% of inspections were inconsistent.")
    assert statuses(result)["40%"] is Status.UNEXPLAINED
    assert result.findings == ()


def test_words_that_may_mean_two_things_fit_either_and_the_other_is_told():
    result = by_records("So far, 54 of 153 local areas have been inspected.")
    inspected, existing = (standing_of(result, printed) for printed in ("54", "153"))
    assert (inspected.status, existing.status) == (Status.VERIFIED, Status.VERIFIED)
    assert inspected.how.startswith("54: inspected local areas in England (read otherwise, 153: ")
    assert existing.how.startswith("153: local areas, inspected or not in England (read otherwise, 54: ")


def test_all_local_areas_are_those_that_there_are():
    result = by_records("All 153 local areas will be inspected.")
    assert standing_of(result, "153").how.startswith("153: local areas, inspected or not")
    wrong = only(by_records("All 152 local areas will be inspected."))
    assert wrong.expected.startswith("153")


@pytest.mark.parametrize(
    ("sentence", "printed", "year"),
    [
        ("We carried out 28 inspections.", "28", "2024"),
        ("We carried out 26 inspections.", "26", "2023"),
        # 7 of the 28 in 2024 are 25%; of all, 14 of 54 are 26%.
        ("We found that 25% of inspections were typically positive.", "25%", "2024"),
    ],
)
def test_a_number_that_depends_on_a_period_nobody_named_is_a_query(sentence, printed, year):
    result = by_records(sentence)
    finding = only(result)
    assert (finding.kind, finding.severity, finding.found) == (Kind.AMBIGUOUS, Severity.QUERY, printed)
    assert f"31 December {year}" in finding.message
    assert finding.advice == "name the period"
    assert standing_of(result, printed).status is Status.UNEXPLAINED


def test_a_percentage_is_never_held_against_a_count_of_some_year():
    # Seven inspections of each year were typically positive: 7% is no share of anything.
    finding = only(by_records("We found that 7% of inspections were typically positive."))
    assert (finding.kind, finding.severity, finding.expected) == (Kind.RECORDS, Severity.ERROR, "26")


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspections took place in 7 regions in 2024.",
        "There were 2 outcomes that stood out.",
        "A further 20 inspections were carried out in 2024.",
    ],
)
def test_some_of_what_the_framework_has_and_what_is_added_contradict_nothing(sentence):
    assert by_records(sentence).findings == ()


@pytest.mark.parametrize("sentence", ["The framework has 3 outcomes.", "Inspections took place in 8 regions."])
def test_what_the_framework_has_is_verified(sentence):
    assert [entry.status for entry in by_records(sentence).judged] == [Status.VERIFIED]


@pytest.mark.parametrize(
    "sentence",
    [
        "During 2025, 40 inspections were carried out.",
        "Pupils in 27 schools were asked.",
        "The 54 areas had 12 inspectors.",
    ],
)
def test_what_the_records_cannot_say_is_left_alone(sentence):
    assert by_records(sentence).findings == ()


@pytest.mark.parametrize(
    ("as_at", "published_by", "why"),
    [
        (date(2025, 3, 31), None, "complete to 31 December 2024"),
        (date(2024, 12, 31), date(2025, 6, 26), "only what was published by a day counts"),
    ],
)
def test_records_that_are_not_whole_give_queries_and_say_why(as_at, published_by, why):
    of = area(1)
    made = register([of], [inspection(of, date(2024, 1, 22), published=date(2024, 3, 1))])
    result = checked("In 2024, 2 inspections were carried out.", snapshot=snapshot(made, as_at, published_by))
    finding = only(result)
    assert (finding.kind, finding.severity, finding.numbers) == (Kind.RECORDS, Severity.QUERY, ())
    assert why in finding.message


def test_an_area_inspected_twice_is_one_area_with_its_latest_outcome():
    of, other = area(1), area(2)
    made = register(
        [of, other],
        [
            inspection(of, date(2023, 5, 15), outcome=INCONSISTENT),
            inspection(of, date(2024, 11, 11), outcome=POSITIVE),
            inspection(other, date(2024, 1, 22), outcome=INCONSISTENT),
        ],
    )
    frozen = snapshot(made)
    inspections = checked("Since January 2023, 3 inspections were carried out.", snapshot=frozen)
    areas = checked("Since January 2023, 2 local areas have been inspected.", snapshot=frozen)
    positive = checked("Since January 2023, 1 local area was inconsistent.", snapshot=frozen)
    for result, behind in ((inspections, 3), (areas, 2), (positive, 1)):
        (stands,) = result.judged
        assert (stands.status, len(stands.records)) == (Status.VERIFIED, behind)


def test_numbers_that_are_quoted_from_elsewhere_are_not_held_against_records():
    made = gathered("In 2024, we carried out 27 full inspections.", snapshot=records())
    assert len(judge(made, RULES).findings) == 1
    assert judge(all_quoted(made), RULES).findings == ()


def test_documents_of_other_fields_are_not_held_against_records():
    schools = of_the_field(text("In 2024, 16 inspections were carried out."), title="School inspections")
    assert by_records(schools).findings == ()
    assert len(by_records(replace(schools, title="Area SEND inspections")).findings) == 1
