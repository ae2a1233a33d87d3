"""The words of a text: stems, places, parts, and the terms that stand in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.themes.suggesting.wording import LONGEST, Terms, stem, wording


@pytest.mark.parametrize(
    "alike",
    [
        ("commission", "commissioned", "commissioning"),
        ("assessment", "assessments"),
        ("therapy", "therapies"),
        ("wait", "waits", "waiting", "waited"),
        ("identify", "identified", "identifies"),
        ("effective", "effectively"),
    ],
)
def test_forms_of_a_word_have_one_stem(alike):
    assert len({stem(word) for word in alike}) == 1


def test_four_letters_of_a_word_stay():
    assert [stem(word) for word in ("plan", "plans", "uses", "needs", "ed")] == ["plan", "plan", "uses", "need", "ed"]


def test_words_that_every_statement_has_are_not_weighed_in_any_form():
    read = wording("They should ensure that there is a plan, ensuring needed wheelchairs. A b")
    assert read.weighed == ["plan", "wheelchair"]


def test_a_possessive_is_the_word_itself():
    assert wording("children’s and child's").weighed == wording("children and child").weighed


def test_a_full_stop_inside_a_number_parts_nothing():
    assert [len(part) for part in wording("from 2.5 years. Then").parts] == [4, 1]


def test_a_text_says_nothing_where_it_has_no_words():
    assert wording("").parts == ()
    assert wording("• ; … —").parts == ()


def test_terms_are_found_in_every_form_and_not_over_the_end_of_a_sentence():
    terms = Terms([("annual review", "early"), ("early help",), ()])
    read = wording("Hold their annual. Review it early: help them.")
    assert terms.found_in(wording("Hold annual\nreviews")) == {0: {("annual", "review"): (5, 19)}}
    assert terms.found_in(read) == {0: {("earl",): (29, 34)}}
    assert terms.found_in(wording("early help, early help")) == {
        0: {("earl",): (0, 5)},
        1: {("earl", "help"): (0, 10)},
    }


def test_a_term_that_stands_twice_for_a_theme_counts_once_and_one_without_words_not_at_all():
    assert Terms([("plan", "plans", "•")]).found_in(wording("plans")) == {0: {("plan",): (0, 5)}}


def test_words_are_shown_on_one_line():
    read = wording("annual\n   review")
    assert read.shown(0, 16) == "annual review"


def test_of_a_huge_text_the_beginning_is_read():
    assert wording("word " * LONGEST).text == ("word " * LONGEST)[:LONGEST]


@given(st.text(max_size=300))
def test_each_word_stands_where_it_says(text):
    read = wording(text)
    for part in read.parts:
        for word in part:
            assert stem(text[word.start : word.end].lower()) == word.stem
    places = [word.start for part in read.parts for word in part]
    assert places == sorted(set(places))
