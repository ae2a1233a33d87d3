"""Outcomes are found in free words, and what is no outcome is not."""

import pytest

from areasend.check.numbers.claims import Vocabulary
from areasend.check.numbers.claims.model import Facet
from areasend.framework import packaged_framework
from areasend.register import packaged_register

POSITIVE, MIXED, FAILINGS = "typically_positive", "inconsistent", "widespread_systemic_failings"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(packaged_framework(), packaged_register())


def outcomes(vocabulary: Vocabulary, text: str, *, short: bool = False) -> list[str]:
    return [mention.term.key for mention in vocabulary.mentions(text, short) if mention.term.facet is Facet.OUTCOME]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("arrangements that typically led to positive experiences", [POSITIVE]),
        ("arrangements led to inconsistent experiences and outcomes", [MIXED]),
        ("there were systemic and/or widespread failings", [FAILINGS]),
        ("14 were positive, 26 inconsistent and 14 had widespread failings", [POSITIVE, MIXED, FAILINGS]),
        ("We found positive examples of joint work.", []),
        ("They typically share data. It made a positive difference.", []),
        ("a widespread belief", []),
        ("no numbers, no outcome", []),
    ],
)
def test_enough_of_an_outcomes_own_words_name_it(vocabulary: Vocabulary, text: str, expected: list[str]) -> None:
    assert outcomes(vocabulary, text) == expected


@pytest.mark.parametrize(
    ("heading", "expected"), [("Positive", [POSITIVE]), ("Widespread (%)", [FAILINGS]), ("Total", [])]
)
def test_one_word_is_enough_in_a_heading(vocabulary: Vocabulary, heading: str, expected: list[str]) -> None:
    assert outcomes(vocabulary, heading, short=True) == expected


def test_places_are_regions_before_areas_and_areas_by_any_of_their_names(vocabulary: Vocabulary) -> None:
    text = "In the North East, Yorkshire and the Humber, Hull and Durham; in bury, London and Stoke."
    found = [mention.term.key for mention in vocabulary.mentions(text) if mention.term.facet is Facet.PLACE]
    assert found == ["north-east-yorkshire-and-the-humber", "E06000010", "E06000047", "london", "E06000021"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Timeliness and quality of EHC plans", "ehc_plans"),
        ("Transitions to the next stage of education, training or employment", "transitions"),
        ("Waiting times for health services", "waiting_times"),
        ("Conclusion", None),
        ("Local and national context", None),
    ],
)
def test_a_heading_is_a_theme_by_most_of_its_words(vocabulary: Vocabulary, heading: str, expected: str | None) -> None:
    found = vocabulary.theme_of(heading)
    assert (found.key if found is not None else None) == expected
