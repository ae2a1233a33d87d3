"""Sums in sentences, sections and lists; bounds; changes and ranges."""

import pytest
from tests.unit.check.numbers.building import findings, said, text

from areasend.check.numbers.consistency.bounds import bounded_shares, bounded_totals
from areasend.check.numbers.consistency.growth import changes, ranges
from areasend.check.numbers.consistency.sums_in_prose import section_totals, sentence_totals
from areasend.check.numbers.results.model import Severity


def test_parts_after_a_colon_add_up_to_the_number_before_it():
    sentence = "There were 28 visits: 7 went well, 15 in part and {} badly."
    found, (support,) = said(sentence_totals, sentence.format(6))
    assert (found, support.how) == ([], "7 + 15 + 6 = 28")
    (wrong,) = findings(sentence_totals, sentence.format(5))
    assert (wrong.severity, wrong.expected, wrong.found) == (Severity.ERROR, "27", "28")


def test_a_name_of_whose_they_are_is_not_what_is_counted():
    sentence = "In all, 62 children's homes took part: 30 large homes, 20 small homes and 12 other homes."
    assert [entry.how for entry in said(sentence_totals, sentence)[1]] == ["30 + 20 + 12 = 62"]


def test_two_parts_that_do_not_add_up_are_asked_about():
    (found,) = findings(
        sentence_totals,
        "We met 30 people: 12 parents and 20 teachers.".replace("parents", "at home").replace("teachers", "in school"),
    )
    assert (found.severity, found.numbers) == (Severity.QUERY, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "There were 28 visits, including: 7 in May and 9 in June.",
        "We saw 12 areas: 3 inspectors stayed and 2 inspectors left.",
        "We saw 12 areas in spring; 3 went well and 2 did not.",
        "We saw 12 areas: over 3 went well and 2 did not.",
        "We saw over 12 areas: 3 went well and 2 did not.",
        "We saw 12 areas: the list has 3 pages, with 2 notes.",
    ],
)
def test_what_states_no_partition_is_not_added_up(sentence):
    assert findings(sentence_totals, sentence) == []


def test_parts_in_sentences_of_their_own_support_their_whole_and_never_contradict_it():
    written = text(
        "We made 28 visits.", "In 7 visits all was well.", "In 15 visits it was not.", "In {} visits nobody knew."
    )
    assert [
        entry.how for entry in said(section_totals, "We made 28 visits. In 7 visits all was well. In 21 visits not.")[1]
    ]
    assert said(section_totals, written)[0] == []
    assert said(section_totals, "We made 28 visits. In 7 visits all was well. In 20 visits not.") == ([], [])


def test_items_of_a_list_support_the_number_before_it():
    lead = text("We made 28 visits to 12 visits.").items("Good: 7 visits", "Fair: 15 visits", "Poor: 6 visits")
    assert {entry.how for entry in said(section_totals, lead)[1]} == {"7 + 15 + 6 = 28"}
    partly = text("We made 28 visits.").items("Good: 7 visits", "No number", "Poor: 20 visits")
    assert said(section_totals, partly) == ([], [])
    assert said(section_totals, text("We made 28 visits.").items("Good in 7 visits", "Poor in 20 visits")) == ([], [])
    assert said(section_totals, text().items("Good: 7 visits", "Poor: 21 visits")) == ([], [])


BOUNDS = (
    "We had over {} answers. Of these, over {} answers were from children, and more than {} were from parents. "
    "We received a further {} from teachers."
)


def test_bounds_that_can_hold_only_as_bounds_are_asked_about():
    (found,) = findings(bounded_totals, BOUNDS.format("67,000", "6,000", "43,000", "17,000"))
    assert (found.severity, found.expected, found.found) == (Severity.QUERY, "66,000", "67,000")
    assert "1,000 less than “more than 67,000”" in found.message
    found, supports = said(bounded_totals, BOUNDS.format("66,000", "6,000", "43,000", "17,000"))
    assert (found, len(supports)) == ([], 1)


def test_bounds_that_no_reading_makes_agree_are_asked_about_or_an_error_if_the_parts_are_all():
    (asked,) = findings(bounded_totals, BOUNDS.format("87,000", "6,000", "43,000", "17,000"))
    assert asked.severity is Severity.QUERY
    assert "No usual reading" in asked.message
    (wrong,) = findings(
        bounded_totals, "The total of 90 answers was made up of 30 from parents and over 70 from teachers."
    )
    assert (wrong.severity, wrong.expected) == (Severity.ERROR, "100")
    (rest,) = findings(
        bounded_totals, "We had 90 answers. Of these, over 20 were from parents. The remaining 30 came later."
    )
    assert rest.severity is Severity.ERROR


def test_a_part_is_not_larger_than_its_whole():
    (found,) = findings(bounded_totals, "We made 54 visits. Of these, 60 visits went well.")
    assert (found.severity, found.expected) == (Severity.ERROR, "at most 54")
    assert findings(bounded_totals, "We made 54 visits. Of these, 30 visits went well and 40 went on.") == []
    assert findings(bounded_totals, "We made 5 visits. Of these, 3 were in places with 20 or more schools.") == []
    assert findings(bounded_totals, "We made 5 visits. There were 60 schools.") == []
    assert findings(bounded_totals, "We made 54 visits. Of these, 30 visits went well. Later 40 visits followed.") == []


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("More than half (26 of 54) did.", False),
        ("More than 40% (26 of 54) did.", True),
        ("Under 50% (26 of 54) did.", True),
        ("At least 50% (27 of 54) did.", True),
        ("Up to 40% (26 of 54) did.", False),
        ("About 40% (26 of 54) did.", None),
    ],
)
def test_words_before_a_share_are_held_against_it(sentence, right):
    found, supports = said(bounded_shares, sentence)
    assert (bool(found), bool(supports)) == (right is False, right is True)


def test_a_change_is_held_against_both_of_its_ends():
    found, supports = said(changes, "Plans rose from 20 to 30, an increase of 50%.")
    assert (found, len(supports)) == ([], 1)
    (wrong,) = findings(changes, "Plans rose from 20 to 30, an increase of 33%.")
    assert (wrong.expected, wrong.found) == ("an increase of 50%", "33%")
    (way,) = findings(changes, "Plans fell from 20 to 30, a drop of 50%.")
    assert way.expected == "an increase of 50%"


@pytest.mark.parametrize(
    "sentence",
    [
        "Appeals rose from 14,000 to 21,000, an increase of 55%.".replace("14,000", "13,500"),
        "There were 21,000 appeals, an increase of 55% from the year before.",
        "It rose from 20% to 30%, an increase of 50%.",
        "It rose from over 20 to 30, an increase of 55%.",
        "It went from 20 to 30, which is 90% of the plan.",
        "It rose from 0 to 30, an increase of 50%.",
        "It rose from 20 to 30 and fell again, a fall of 40%.",
    ],
)
def test_changes_whose_ends_are_not_both_stated_are_left_alone(sentence):
    assert findings(changes, sentence) == []


def test_a_range_that_runs_backwards_is_asked_about():
    (found,) = findings(ranges, "It took between 30 and 20 letters.")
    assert (found.severity, found.expected) == (Severity.QUERY, "between 20 and 30")
    assert findings(ranges, "It took between 20 and 30 letters.") == []
    assert findings(ranges, text("It took between 30", "and 20 letters.")) == []


def test_a_total_that_is_a_bound_holds_any_sum_up_to_the_next_round_number():
    sentence = (
        "We had over 67,000 answers. Of these, 43,500 were from parents and {} from others. A further 6,000 came late."
    )
    assert len(said(bounded_totals, sentence.format("18,000"))[1]) == 1
    (found,) = findings(bounded_totals, sentence.format("25,000"))
    assert "No usual reading makes them agree" in found.message


def test_upper_bounds_and_rough_numbers_are_taken_as_such():
    sentence = "The total of {} answers was made up of {} from parents and {} from others."
    assert findings(bounded_totals, sentence.format("about 90", "about 40", "about 50")) == []
    (found,) = findings(bounded_totals, sentence.format("90", "under 50", "at most 50"))
    assert (found.severity, found.expected) == (Severity.QUERY, "100")
    assert findings(bounded_totals, sentence.format("90", "40", "60")) != []


def test_parts_of_other_things_are_no_parts():
    assert findings(bounded_totals, "We met 54 parents. Of these, 60 schools were closed.") == []
    assert findings(bounded_totals, "Of 54 visits, 12 went well. Of these, 3 ended, with 20 left.") == []


def test_shares_without_both_numbers_have_no_words_to_hold():
    assert said(bounded_shares, "We saw 14 (26%).") == ([], [])
    assert said(bounded_shares, "We saw 4 of 5.") == ([], [])
    assert said(bounded_shares, "We saw 4 of over 5 (80%).") == ([], [])


def test_more_parts_than_a_sentence_of_its_own_may_have_are_not_added():
    long = "We made 28 visits. " + " ".join("In 1 visit it was so." for _ in range(20))
    assert said(section_totals, long) == ([], [])
