"""Known phrases are found in any text, the longest first, once."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.check.numbers.claims.phrases import Phrases, folded, words_of

REGIONS = Phrases(
    [
        ("North East, Yorkshire and the Humber", "both"),
        ("North East", "north"),
        ("Yorkshire and the Humber", "yorkshire"),
        ("North West", "west"),
        ("the East of England", "east"),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the North East, Yorkshire and the Humber, none", ["both"]),
        ("In the north east and the North West", ["north", "west"]),
        ("Yorkshire and Humber", ["yorkshire"]),
        ("the North East. Yorkshire and the Humber", ["north", "yorkshire"]),
        ("Northeast", []),
        ("north, then east", []),
        ("East of the England", ["east"]),
        ("", []),
    ],
)
def test_the_longest_phrase_wins_and_a_full_stop_ends_it(text: str, expected: list[str]) -> None:
    assert [hit.values[0] for hit in REGIONS.find(text)] == expected


def test_one_phrase_may_stand_for_two_things() -> None:
    both = Phrases([("Richmond", 1), ("Richmond", 2), ("Richmond", 1)])
    assert [hit.values for hit in both.find("Richmond")] == [(1, 2)]


@given(
    st.lists(
        st.sampled_from(["north", "east", "west", "Yorkshire", "and", "the", "Humber", ",", ".", "7"]), max_size=30
    )
)
def test_what_is_found_is_in_the_text_and_nothing_overlaps(pieces: list[str]) -> None:
    text = " ".join(pieces)
    hits = list(REGIONS.find(text))
    assert all(0 <= one.start < one.end <= other.start for one, other in pairwise(hits))
    for hit in hits:
        assert folded(text[hit.start : hit.end])[0] in ("north", "yorkshire", "east")


def test_words_keep_their_place() -> None:
    text = "The partnership’s co-production, 12 areas"
    assert [(word.folded, text[word.start : word.end]) for word in words_of(text)] == [
        ("the", "The"),
        ("partnership's", "partnership’s"),
        ("co", "co"),
        ("production", "production"),
        ("12", "12"),
        ("areas", "areas"),
    ]
