"""The sections in prose: paragraphs, bullets and bullets within them, and sentences on changes of senior leaders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.fields.paper import PLAIN, Paper, part_of

from areasend.reports.fields.passages import leadership_sentences, read_passages
from areasend.reports.layout.strips import Strip
from areasend.reports.parts import Part
from areasend.reports.pdf import Line
from areasend.reports.reading import Passage

CHANGE = "The director of children’s services was appointed in May 2023."
OTHER_CHANGE = "Since then, an interim chief executive has joined."
NO_CHANGE = "Leaders know their area well."
NO_POST = "A new school opened in 2022."
SENTENCES = st.sampled_from([CHANGE, OTHER_CHANGE, NO_CHANGE, NO_POST])


def untagged(before: Strip, after: Strip) -> bool | None:
    return None


def read(*parts: Part) -> tuple[Passage, ...]:
    return read_passages(parts, PLAIN, untagged)


def indented(*placed: tuple[float, str], page: int = 1, top: float = 100) -> list[Line]:
    """Lines under each other; a paragraph's first line stands further off."""
    return [Paper(page).line(top + 14 * number, place) for number, place in enumerate(placed)]


@given(st.lists(SENTENCES, max_size=6))
def test_sentences_that_name_a_post_and_a_change(sentences: list[str]) -> None:
    chosen = [sentence for sentence in sentences if sentence in (CHANGE, OTHER_CHANGE)]
    assert leadership_sentences(" ".join(sentences)) == " ".join(chosen)


def test_forms_of_passages() -> None:
    lines = indented(
        (60, "Leaders know their area."),
        (60, "■ They plan well:"),
        (75, "– for the young"),
        (75, "– for the old"),
        (60, "■ They listen."),
    )
    found = read(part_of("effective", *lines))
    assert [(passage.seq, passage.form, passage.text) for passage in found] == [
        (1, "paragraph", "Leaders know their area."),
        (2, "bullet", "They plan well:"),
        (3, "sub-bullet", "for the young"),
        (4, "sub-bullet", "for the old"),
        (5, "bullet", "They listen."),
    ]
    assert all(
        (passage.section, passage.heading, passage.leadership) == ("effective", "effective", "") for passage in found
    )


def test_sections_in_the_order_of_the_report_and_no_other_part() -> None:
    parts = [part_of(key, *indented((60, f"Of {key}."))) for key in ("front", "partnership", "better", "afi", "team")]
    assert [(passage.section, passage.seq, passage.text) for passage in read(*parts)] == [
        ("partnership", 1, "Of partnership."),
        ("better", 1, "Of better."),
    ]


@pytest.mark.parametrize(("key", "marked"), [("partnership", CHANGE), ("experience", "")])
def test_changes_are_marked_where_the_partnership_is_described(key: str, marked: str) -> None:
    (passage,) = read(part_of(key, *indented((60, NO_CHANGE), (60, CHANGE))))
    assert passage.text == f"{NO_CHANGE} {CHANGE}"
    assert passage.leadership == marked


def test_a_paragraph_over_two_pages_has_a_place_on_both() -> None:
    lines = [*indented((60, "Leaders know their area")), *indented((60, "and plan for it."), page=2)]
    (passage,) = read(part_of("experience", *lines))
    assert passage.text == "Leaders know their area and plan for it."
    assert [(place.page, place.words) for place in passage.places] == [
        (1, "Leaders know their area"),
        (2, "and plan for it."),
    ]


def test_a_heading_without_text_has_no_passages() -> None:
    assert read(part_of("better")) == ()
