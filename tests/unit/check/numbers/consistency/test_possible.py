"""Percentages that no count of their base gives, and one fraction printed two ways."""

from tests.unit.check.numbers.building import findings, said, text

from areasend.check.numbers.consistency.percentages import percentages
from areasend.check.numbers.results.model import Kind, Severity


def test_of_54_there_is_no_55_percent():
    (found,) = findings(percentages, "We saw it in 55% of the 54 areas.")
    assert (found.kind, found.severity, found.numbers) == (Kind.IMPOSSIBLE_PERCENTAGE, Severity.ERROR, (0,))
    assert found.message == "No count of 54 rounds to 55%: 29 of 54 is 54%, 30 of 54 is 56%."
    assert found.computed == "Cut off after the decimals, 30 of 54 gives 55%."
    assert found.expected == "54% or 56%"


def test_a_possible_percentage_is_supported_with_its_count():
    found, (support,) = said(percentages, "We saw it in 26% of the 54 areas.")
    assert found == []
    assert support.how == "14 of 54"


def test_what_the_rest_of_the_document_does_is_said():
    rest = [f"It was {percent}% of 54." for percent in (26, 48, 28, 46)]
    (found,) = findings(percentages, text(*rest, "It was 55% of 54."))
    assert found.advice.startswith("The 4 other percentages of the document with a known base are rounded.")


def test_a_document_that_cuts_all_is_asked_once():
    (found,) = findings(percentages, text(*(f"It was {percent}% of 14." for percent in (35, 57, 64, 78))))
    assert found.severity is Severity.QUERY
    assert found.numbers == ()


def test_of_many_thousands_every_percentage_is_possible_and_of_more_than_all_nothing_is_said():
    assert said(percentages, "It was 55% of 21,000 appeals.") == ([], [])
    assert said(percentages, "It was 140% of 54 plans.") == ([], [])


def two_ways(*paragraphs):
    return [entry for entry in findings(percentages, text(*paragraphs)) if entry.kind is Kind.FRACTION_TWO_WAYS]


def test_one_fraction_printed_two_ways_is_one_finding_with_both_places():
    (found,) = two_ways("It was 36% of 14.", "It was 35% of 14.", "Again 35% of 14.")
    assert found.message == "5 of 14 is printed as 35% (a.txt, line 2, a.txt, line 3) and as 36% (a.txt, line 1)."
    assert len(found.numbers) == 2


def test_percentages_to_other_decimals_are_no_second_way():
    assert two_ways("It was 36% of 14.", "It was 35.7% of 14.") == []
    assert two_ways("It was 36% of 14.", "It was 43% of 14.") == []
    assert two_ways("It was 5 of 14 (36%).", "It was 5 of 14 (40%).") == []
    assert len(two_ways("It was 5 of 14 (36%).", "It was 5 of 14 (35%).")) == 1
    assert two_ways("It was 36% of 14.", "It was 33% of 14.") == []
