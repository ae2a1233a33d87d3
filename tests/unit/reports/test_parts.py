"""The parts of a report by their headings, set in whatever way tells a heading from text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.typeset import PITCH, SetLine, SetPage, line

from areasend.reports.layout.footers import Furnished
from areasend.reports.parts import FRONT, Part, part, parts_of

HEADINGS = {
    "outcome": "Inspection outcome",
    "partnership": "Information about the local area partnership",
    "effective": "What is the area partnership doing that is effective?",
    "better": "What does the area partnership need to do better?",
    "afi": "Areas for improvement",
}


def parts(*lines: SetLine) -> tuple[Part, ...]:
    numbers = sorted({line.page for line in lines})
    pages = [
        Furnished(SetPage(number), tuple(line for line in lines if line.page == number), ())  # type: ignore[arg-type]
        for number in numbers
    ]
    return parts_of(pages)


def told(*lines: SetLine) -> list[tuple[str, str, list[str]]]:
    return [(found.key, found.heading, [line.text for line in found.lines]) for found in parts(*lines)]


def body(*texts: str, top: float = 200.0, page: int = 1) -> list[SetLine]:
    return [line(text, top + PITCH * number, page=page) for number, text in enumerate(texts)]


def heading(text: str, y: float = 180.0, *, bold: bool = False, size: float = 14.0, page: int = 1) -> SetLine:
    return line(text, y, bold=bold, size=size, page=page)


TEXT = ["Leaders know what children and young people need.", "They act on it."]


def test_what_stands_before_the_first_heading_is_the_front() -> None:
    assert told() == [(FRONT, "", [])]
    assert told(*body("Area SEND inspection")) == [(FRONT, "", ["Area SEND inspection"])]
    assert told(*body("Area SEND inspection", top=100), heading("Inspection outcome"), *body(*TEXT)) == [
        (FRONT, "", ["Area SEND inspection"]),
        ("outcome", "Inspection outcome", TEXT),
    ]


def test_a_part_knows_its_lines_and_its_heading() -> None:
    found = parts(heading("Inspection outcome"), *body(*TEXT))
    outcome = part(found, "outcome")
    assert outcome
    assert [strip.text for strip in outcome.strips] == TEXT
    assert [strip.text for strip in outcome.heading_strips] == ["Inspection outcome"]
    assert part(found, "team") is None


def test_a_heading_may_run_over_lines() -> None:
    first = heading("What is it like to be a child or young person with special", bold=True, y=160)
    second = heading("educational needs and/or disabilities (SEND)", bold=True, y=176)
    third = heading("in this area?", bold=True, y=192)
    found = told(first, second, third, *body(*TEXT, top=220))
    assert found[1] == ("experience", f"{first.text} {second.text} {third.text}", TEXT)


def test_a_heading_that_ends_with_its_question_mark_does_not_take_the_line_below() -> None:
    first = heading("What is it like to be a child or young person with SEND?", y=160, bold=True)
    second = heading("Children are happy in this area", y=176, bold=True)
    assert told(first, second, *body(*TEXT))[1][1:] == (first.text, [second.text, *TEXT])


@pytest.mark.parametrize(
    "second",
    [
        heading("educational needs in this area?", y=300),  # far below
        heading("educational needs in this area?", y=176, bold=True),
        heading("educational needs in this area?", y=176, size=12),
        heading("educational needs in this area?", y=176, page=2),
    ],
)
def test_lines_that_are_set_otherwise_are_not_one_heading(second: SetLine) -> None:
    first = heading("What is it like to be a child or young person with special", y=160)
    assert [key for key, _, _ in told(first, second, *body(*TEXT, top=320, page=second.page))] == [FRONT]


@pytest.mark.parametrize(
    ("size", "bold", "is_heading"), [(12, True, True), (14, False, True), (13.5, False, True), (13.4, False, False)]
)
def test_a_heading_that_may_go_on_in_many_ways_must_be_set_as_one(size: float, bold: bool, is_heading: bool) -> None:
    # Most of the text is 12 points: 1.12 times as much are 13.44.
    printed = heading("What is it like to be a child or young person in this area", size=size, bold=bold)
    assert ([key for key, _, _ in told(printed, *body(*TEXT))] == [FRONT, "experience"]) is is_heading


def test_a_heading_that_is_a_whole_question_may_be_set_like_text() -> None:
    first, second = line("What is it like to be a child or young person", 160.0), line("with SEND in this area?", 174.4)
    assert [key for key, _, _ in told(first, second, *body(*TEXT))] == [FRONT, "experience"]
    lower = line("what is it like to be a child or young person in this area?", 160.0)
    assert [key for key, _, _ in told(lower, *body(*TEXT))] == [FRONT]


def test_a_heading_in_a_narrow_column_runs_over_five_lines() -> None:
    texts = (
        "What is it like to be a child",
        "or young person with special",
        "educational needs and/or",
        "disabilities",
    )
    lines = [heading(text, y=100.0 + 16 * number) for number, text in enumerate((*texts, "in this area?"))]
    assert told(*lines, *body(*TEXT))[1] == ("experience", " ".join(line.text for line in lines), TEXT)


def test_blanks_between_capitals_may_be_lost() -> None:
    """PDFium sees none between letters set close where the file holds no blanks."""
    lost = heading("INFORMATION ABOUT THE LOCALAREA PARTNERSHIP", bold=True)
    assert told(lost, *body(*TEXT))[1] == ("partnership", lost.text, TEXT)


@pytest.mark.parametrize("text", HEADINGS.values())
def test_a_heading_that_is_all_there_is_on_its_line_may_be_set_like_text(text: str) -> None:
    assert told(line(text, 180.0), *body(*TEXT))[1][1] == text


@pytest.mark.parametrize(
    "text", ["area for improvement.", "Areas for improvement.", "areas for improvement", "areas for priority action,"]
)
def test_the_end_of_a_sentence_is_no_heading(text: str) -> None:
    lines = body("This is one of the", text, "Leaders agree.")
    assert told(*lines) == [(FRONT, "", [found.text for found in lines])]


def test_the_closing_words_need_no_setting() -> None:
    closing = "If you are not happy with the inspection or the report, you can complain."
    assert [key for key, _, _ in told(*body(*TEXT, closing, "More."))] == [FRONT, "closing"]


def test_a_long_line_is_no_heading() -> None:
    printed = "What is it like to be a child or young person " + "in a place " * 7 + "in this area?"
    assert len(printed) > 120
    assert len(told(heading(printed, bold=True), *body(*TEXT))) == 1


def test_a_heading_that_comes_again_begins_no_new_part() -> None:
    again = heading("Areas for improvement", 100.0, page=2)
    found = told(heading("Areas for improvement"), *body("One"), again, *body("Two", page=2))
    assert found[1:] == [("afi", "Areas for improvement", ["One", "Two"])]


def test_the_first_part_of_a_kind_is_the_one_that_is_asked_for() -> None:
    found = parts(
        heading("Areas for improvement", 100),
        *body("One", top=120),
        heading("Inspection outcome", 140),
        heading("Areas for improvement", 160),
        *body("Two"),
    )
    first = part(found, "afi")
    assert first
    assert [line.text for line in first.lines] == ["One"]


@given(
    st.lists(st.sampled_from(sorted(HEADINGS)), unique=True),
    st.lists(st.lists(st.sampled_from(TEXT), max_size=4), min_size=6, max_size=6),
    st.integers(0, 30),
)
def test_every_line_is_in_the_part_whose_heading_it_stands_under(
    keys: list[str], texts: list[list[str]], page_break: int
) -> None:
    lines: list[SetLine] = body("Area SEND inspection of a place with a long name", *texts[0], top=100)
    for key, under in zip(keys, texts[1:], strict=False):
        y = lines[-1].y + 30
        lines += [heading(HEADINGS[key], y), *body(*under, top=y + 20)]
    lines = [
        line(one.text, one.y, page=1 if number < page_break else 2, size=one.size) for number, one in enumerate(lines)
    ]
    assert told(*lines) == [
        (FRONT, "", ["Area SEND inspection of a place with a long name", *texts[0]]),
        *((key, HEADINGS[key], under) for key, under in zip(keys, texts[1:], strict=False)),
    ]
