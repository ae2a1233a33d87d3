"""What a report says of itself: statute, copyright line, footers and page numbers."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.fields.paper import PLAIN, Paper, furnished, part_of

from areasend.reports.fields.found import Found
from areasend.reports.fields.imprint import read_copyright, read_footers, read_statute
from areasend.reports.layout.footers import Furnished

MONTHS = list(calendar.month_name)
NUMBERED_AT = 520.0


def values(found: Found) -> dict[str, str]:
    return {value.field: value.value for value in found.values}


def statute(*texts: str) -> Found:
    found = Found()
    front = part_of("front", Paper().line(100, "Nothing of this kind"))
    read_statute([front, part_of("inspection", *Paper().column(100, *texts))], PLAIN, found)
    return found


@pytest.mark.parametrize(
    ("texts", "basis"),
    [
        (["carried out under section 20(1)(a) of the Children Act 2004."], "20(1)(a)"),
        (["Under Section 20 (1) (a) of the", "Children Act 2004 they inspect."], "20(1)(a)"),
        (["under sections 20(1)(b) of the Children Act 2004"], "20(1)(b)"),
        (["under section 20 of the Children Act 2004"], "20"),
        (["the Equality Act 2010.", "See section 21(2) of the Children", "Act 2004"], "21(2)"),
    ],
)
def test_the_section_of_the_act(texts: list[str], basis: str) -> None:
    found = statute(*texts)
    assert values(found) == {"statutory_basis": basis}
    assert found.problems == []


@pytest.mark.parametrize(
    "texts", [["No law is named."], ["section 20 of the Education Act 2005"], ["the Children Act 2004"]]
)
def test_another_law_is_none(texts: list[str]) -> None:
    found = statute(*texts)
    assert values(found) == {"statutory_basis": "[x]"}
    assert [problem.field for problem in found.problems] == ["statutory_basis"]


@given(
    st.integers(2000, 2099),
    st.sampled_from(
        [
            "© Crown copyright {}",
            "© Crown Copyright, {}",
            "© Ofsted {}",
            "©{}",
            "Crown copyright {}",
            "Copyright (c) {}",
            "© {}.",
        ]
    ),
)
def test_the_year_of_the_copyright_line(year: int, form: str) -> None:
    found = Found()
    pages = [furnished(1, ["Inspection report"]), furnished(2, ["Piccadilly Gate 1999", form.format(year), "the end"])]
    read_copyright(pages, found)
    assert values(found) == {"copyright_year": str(year)}
    assert [place.page for value in found.values for place in value.places] == [2]


def test_the_last_copyright_line_counts() -> None:
    found = Found()
    read_copyright(
        [furnished(1, ["© Crown copyright 2019"]), furnished(2, ["© 2021", "© Crown copyright 2024"])], found
    )
    assert values(found) == {"copyright_year": "2024"}


@pytest.mark.parametrize("text", ["© Crown copyright", "2024", "© Crown copyright 12024", "© 20245"])
def test_a_line_without_a_year(text: str) -> None:
    found = Found()
    read_copyright([furnished(1, [text])], found)
    assert values(found) == {"copyright_year": "[x]"}
    assert [problem.field for problem in found.problems] == ["copyright_year"]


def footers(*printed: str, numbers: list[int] | None = None) -> Found:
    """Pages with these footers, numbered at the right as they follow each other or as they are told."""
    found = Found()
    told = numbers or list(range(1, len(printed) + 1))
    pages = [
        furnished(place, ["text"], [text, (NUMBERED_AT, str(number))] if text else [])
        for place, (text, number) in enumerate(zip(printed, told, strict=True), 1)
    ]
    read_footers(pages, PLAIN, found)
    return found


@given(st.dates(date(2023, 1, 1), date(2026, 12, 31)), st.integers(1, 12), st.integers(1, 6))
def test_the_days_of_the_footers(start: date, length: int, pages: int) -> None:
    end = start + timedelta(days=length)
    days = f"{start.day} {MONTHS[start.month]} {start.year} to {end.day} {MONTHS[end.month]} {end.year}"
    found = footers("", *[f"Inspection report: Ambleford Local Area Partnership {days}"] * pages)
    assert values(found) == {"footer_dates": days, "pages": str(pages + 1)}
    assert found.problems == []


def test_the_same_days_in_another_form_are_the_same() -> None:
    found = footers("Report 12 to 16 February 2024", "Report 12 February 2024 to 16 February 2024")
    assert values(found)["footer_dates"] == "12 to 16 February 2024"
    assert found.problems == []


@pytest.mark.parametrize("other", ["13 to 16 February 2024", "12 to 36 February 2024", "16 to 12 February 2024"])
def test_footers_that_disagree(other: str) -> None:
    found = footers("Report 12 to 16 February 2024", f"Report {other}", f"Report {other}")
    assert values(found)["footer_dates"] == "12 to 16 February 2024"
    assert [(problem.field, problem.page, problem.found) for problem in found.problems] == [("footer_dates", 2, other)]


def test_pages_without_footers() -> None:
    found = footers("", "")
    assert values(found) == {"footer_dates": "[x]", "pages": "2"}
    assert [problem.field for problem in found.problems] == ["footer_dates"]


@given(st.integers(2, 9), st.data())
def test_a_page_taken_out_shows_in_the_numbers(pages: int, data: st.DataObject) -> None:
    gone = data.draw(st.integers(1, pages - 1))
    numbers = [number for number in range(1, pages + 1) if number != gone]
    found = footers(*["Report 12 to 16 February 2024"] * (pages - 1), numbers=numbers)
    assert [(problem.field, problem.page, problem.expected, problem.found) for problem in found.problems] == [
        ("pages", gone, f"page number {gone}", f"page number {gone + 1}")
    ]


@given(st.permutations(range(1, 6)))
def test_pages_out_of_order(numbers: list[int]) -> None:
    found = footers(*["Report 12 to 16 February 2024"] * 5, numbers=numbers)
    assert [problem.field for problem in found.problems] == ["pages"] * (numbers != sorted(numbers))


@pytest.mark.parametrize(
    ("running", "wrong"),
    [
        (["Report of week 7"], False),
        (["Report 16 May 2024", (NUMBERED_AT, "page")], False),
        (["7"], True),
        (["Report", (NUMBERED_AT, "7")], True),
        ([(300.0, "7")], True),
    ],
)
def test_a_number_alone_or_well_apart_is_the_page_s(running: list[str | tuple[float, str]], *, wrong: bool) -> None:
    found = Found()
    read_footers([furnished(1, ["text"]), furnished(2, ["text"], running)], PLAIN, found)
    assert ("page number 7" in {problem.found for problem in found.problems}) is wrong


def test_a_page_number_does_not_stand_between_the_parts_of_a_date() -> None:
    found, paper = Found(), Paper(1)
    foot = (paper.line(790, "Report 12 to 16", (NUMBERED_AT, "1")), paper.line(804, "February 2024"))
    read_footers([Furnished(paper.page, (), foot)], PLAIN, found)
    assert values(found) == {"footer_dates": "12 to 16 February 2024", "pages": "1"}
    assert found.problems == []


def test_words_that_stand_elsewhere_than_the_text_has_them_give_no_page_number() -> None:
    """In a damaged file the last word of a line's text may not be the last that stands on it."""
    page = furnished(2, running=["Inspection report 7"])
    line = page.running[0]
    vars(line)["words"] = (line.words[-1], *line.words[:-1])
    found = Found()
    read_footers([furnished(1), page], PLAIN, found)
    assert [problem.field for problem in found.problems] == ["footer_dates"]
