"""Sentences of a text: where they begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.reports.sentences import sentences_of


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_of(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Leaders know their area.", "They act on it."],
        ["Do they know?", "They do!", "They say so."],
        ["They said ‘We know.’", "Leaders agreed."],
        ["‘We know.’", "‘We act.’", "(They do.)", "“So they say.”"],
        ["A new director, Dr. Threlfall, was appointed.", "Mr. and Mrs. Lillywhite were not."],
        ["J. R. Kettlewell joined in May.", "St. Bede’s closed."],
        ["Some services, e.g. Speech and language, i.e. SALT, changed.", "See No. 10 for more."],
        ["It took 3.5 years, from 2019 to 2022.", "5 leaders left."],
        ["Schools, clinics etc.", "Leaders left."],
        ["The last one has no full stop.", "Such as this"],
        ["One alone"],
    ],
)
def test_sentences_end_with_their_full_stop_and_not_with_an_abbreviation(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_full_stop_before_a_small_letter_ends_nothing() -> None:
    assert split("The website www.harbour.example is new. It is.") == [
        "The website www.harbour.example is new.",
        "It is.",
    ]
    assert split("They act ... on it.") == ["They act ... on it."]


def test_an_abbreviation_may_end_the_text() -> None:
    assert split("They left St.") == ["They left St."]
    assert split("They left St. ") == ["They left St."]


def test_a_text_without_words_has_no_sentences() -> None:
    assert split("") == split("  \n ") == []


@given(st.text(alphabet="Aab. ?!’“(3\n", max_size=60))
def test_sentences_hold_all_of_the_text_but_the_blanks_between_them(text: str) -> None:
    ends = [0]
    for start, end in sentences_of(text):
        assert text[ends[-1] : start].strip() == ""
        assert start < end
        ends.append(end)
    assert text[ends[-1] :].strip() == ""


PLAIN = st.lists(st.text(alphabet="abcdefgh", min_size=2, max_size=6), min_size=1, max_size=5).map(
    lambda words: " ".join(words).capitalize()
)


@given(st.lists(st.tuples(PLAIN, st.sampled_from([".", "!", "?", ".’", ".)"])), min_size=1, max_size=6))
def test_plain_sentences_are_told_apart(written: list[tuple[str, str]]) -> None:
    sentences = [text + end for text, end in written]
    assert split(" ".join(sentences)) == sentences
