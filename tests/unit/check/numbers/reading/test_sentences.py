"""Where sentences end and where they do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.check.numbers.reading import sentences


@pytest.mark.parametrize(
    "text",
    [
        "One sentence only",
        "It cost £3.5 million in all.",
        "We saw e.g. Leeds and i.e. the north.",
        "See No. 5 and pp. 4 and Fig. 3 there.",
        "St. Helens and Dr. A. B. Smith agreed.",
        "Bright Homes Ltd. London is one.",
        "It has 3 aims: one; Two; Three.",
        "1. The first item",
        "Ofsted et al. 2024 said so.",
        "They met on 4 Sept. 2024 there.",
        "Visit GOV.UK for more.",
        "Schools, homes, etc. were seen.",
        "It ended at 5 p.m. on Friday.",
        "P. Butler wrote it.",
        "What? nobody knew.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert [sentence.text for sentence in sentences(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "It is done.| It was good.",
        "Is it?| Yes!| Good…| Then on.",
        "It said ‘we agree.’| Then it went.",
        "(It was 5.)| Then 6.",
        "It was so.[footnote 1]| More came.",
        "It was so. [2]| More came.",
        "It was in 2024.| The next was 2025.",
        "It ran Plan B.| The plan failed.",
        "They work for Homes Ltd.| The firm is small.",
        "We saw 5.| 6 were good.",
        "No.| It is not so.",
        "Schools, homes, etc.| The rest came.",
        "A line\n\n|Another line",
        "Well...| Then it went.",
        "It was 26%.| “Half” were good.",
    ],
)
def test_several_sentences(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    assert [sentence.text for sentence in sentences(text.replace("|", ""))] == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing(text: str) -> None:
    assert sentences(text) == ()


@settings(max_examples=100)
@given(st.text(alphabet='aB1 .!?…)"’[]\n', max_size=60))
def test_every_letter_stands_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    kept = "".join(sentence.text for sentence in found)
    assert "".join(kept.split()) == "".join(text.split())
