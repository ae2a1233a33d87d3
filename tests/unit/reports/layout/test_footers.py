"""What runs along the edges of pages is parted from their body."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.typeset import SetLine, SetPage, line

from areasend.reports.layout.footers import Furnished, part_running_lines
from areasend.reports.wording import wording

NEVER = re.compile("(?!)")


def parted(*pages: list[SetLine], starts: re.Pattern[str] = NEVER) -> tuple[Furnished, ...]:
    return part_running_lines(
        [SetPage(number, tuple(lines)) for number, lines in enumerate(pages, start=1)],  # type: ignore[misc]
        starts,
    )


def body(found: Furnished) -> list[str]:
    return [line.text for line in found.body]


def running(found: Furnished) -> list[str]:
    return [line.text for line in found.running]


def sheet(number: int, *, foot: str = "Page {} of 9", text: str = "Body") -> list[SetLine]:
    return [line(f"{text} {chr(96 + number)}", 300.0), line(foot.format(number), 800.0)]


def test_a_line_at_the_foot_that_comes_again_is_no_body_whatever_its_number() -> None:
    for page, found in enumerate(parted(*(sheet(number) for number in range(1, 6))), start=1):
        assert body(found) == [f"Body {chr(96 + page)}"]
        assert running(found) == [f"Page {page} of 9"]


def test_page_numbers_alone_are_running_lines() -> None:
    assert [running(found) for found in parted(*(sheet(number, foot="{}") for number in range(1, 5)))] == [
        ["1"],
        ["2"],
        ["3"],
        ["4"],
    ]


def test_headers_are_running_lines_too_and_whatever_is_beyond_them() -> None:
    pages = [[line("for parents", 30.0), line("Area SEND", 50.0), *sheet(number)] for number in range(1, 5)]
    pages[2][0] = line("Draft", 30.0)
    found = parted(*pages)
    assert body(found[2]) == ["Body c"]
    assert running(found[2]) == ["Draft", "Area SEND", "Page 3 of 9"]


def test_words_that_come_again_in_the_middle_of_pages_stay() -> None:
    pages = [[line("Areas for improvement", 300.0), *sheet(number)] for number in range(1, 5)]
    assert [body(found)[0] for found in parted(*pages)] == ["Areas for improvement"] * 4


def test_a_line_at_the_edge_of_a_single_page_stays() -> None:
    assert body(parted(sheet(1))[0]) == ["Body a", "Page 1 of 9"]
    # On two pages of eight, it may be chance: the least is three.
    pages = [[line(f"Body {number}", 300.0)] for number in range(8)]
    pages[2].append(line("and so on.", 780.0))
    pages[5].append(line("and so on.", 780.0))
    assert body(parted(*pages)[2]) == ["Body 2", "and so on."]


def test_a_known_beginning_makes_a_footer_of_a_line_that_comes_once() -> None:
    footer = [line("Inspection report: Bury Local Area Partnership", 780.0), line("20 to 24 February 2024", 795.0)]
    found = parted([line("Body", 300.0), *footer], starts=wording().footer)
    assert body(found[0]) == ["Body"]
    assert running(found[0]) == [one.text for one in footer]


@pytest.mark.parametrize(
    "text",
    [
        "Inspection report: Bury Local Area Partnership",
        "Area SEND inspection report: North Northamptonshire Local Area Partnership",
        "INSPECTION REPORT - The Bath and North East Somerset local area",
    ],
)
def test_the_footers_of_reports_have_a_known_beginning(text: str) -> None:
    assert body(parted([line(text, 800.0)], starts=wording().footer)[0]) == []
    # In the middle of the page, it is no footer.
    assert body(parted([line(text, 500.0)], starts=wording().footer)[0]) == [text]


@pytest.mark.parametrize(
    "text",
    ["inspection report. Leaders know what", "inspection reports tell of it", "Inspection report and local area"],
)
def test_a_sentence_may_go_on_at_the_foot_with_the_same_words(text: str) -> None:
    assert body(parted([line("Body", 300.0), line(text, 760.0)], starts=wording().footer)[0]) == ["Body", text]


@given(
    st.lists(st.lists(st.floats(5, 837), max_size=8, unique=True), min_size=1, max_size=9),
    st.sampled_from([NEVER, wording().footer]),
)
def test_every_line_is_either_body_or_runs_along_the_edge(pages: list[list[float]], starts: re.Pattern[str]) -> None:
    sheets = [[line(f"Line {round(y) % 3}", y) for y in sorted(heights)] for heights in pages]
    for lines, found in zip(sheets, parted(*sheets, starts=starts), strict=True):
        assert sorted([*found.body, *found.running], key=lambda line: line.y) == lines
        if found.body and found.running:
            first, last = found.body[0].y, found.body[-1].y
            assert all(line.y < first or line.y > last for line in found.running)
