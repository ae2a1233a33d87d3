"""The title page: the name, the days and the previous inspection, in the forms that reports have and may have."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.fields.paper import telling

from areasend.reports.fields.found import Found
from areasend.reports.fields.title_page import read_title_page

TITLE = "Area SEND inspection of Ambleford Local Area Partnership"
DAYS = "Inspection dates: 12 to 16 February 2024"
PREVIOUS = "Date of previous inspection: 23 to 27 January 2017"
MONTHS = list(calendar.month_name)
OTHER = {"previous_inspection", "previously_inspected", "previous_inspection_start"}


def read(*lines: str) -> Found:
    found = Found()
    read_title_page(telling(*lines), found)
    return found


def values(found: Found) -> dict[str, str]:
    """Each field once."""
    assert len({value.field for value in found.values}) == len(found.values)
    return {value.field: value.value for value in found.values}


def places(found: Found, field: str) -> list[str]:
    (value,) = [value for value in found.values if value.field == field]
    return [place.words for place in value.places]


def test_a_title_page() -> None:
    found = read("Local area partnership report", TITLE, DAYS, PREVIOUS)
    assert values(found) == {
        "title_name": "Ambleford Local Area Partnership",
        "inspection_start": "2024-02-12",
        "inspection_end": "2024-02-16",
        "previous_inspection": "23 to 27 January 2017",
        "previously_inspected": "yes",
        "previous_inspection_start": "2017-01-23",
        "previous_inspection_end": "2017-01-27",
    }
    assert found.problems == []
    assert places(found, "inspection_start") == ["12 to 16 February 2024"]
    assert places(found, "previous_inspection") == ["23 to 27 January 2017"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["AREA SEND INSPECTION OF AMBLEFORD LOCAL AREA PARTNERSHIP"], "AMBLEFORD LOCAL AREA PARTNERSHIP"),
        (["Area SEND inspection of the Isle of Wren", "Local Area Partnership"], "Isle of Wren Local Area Partnership"),
        (
            ["Area SEND", "inspection of Amble and Ford local area", "partnership"],
            "Amble and Ford local area partnership",
        ),
    ],
)
def test_names_over_lines_and_in_capitals(lines: list[str], name: str) -> None:
    assert values(read(*lines, DAYS, PREVIOUS))["title_name"] == name


@pytest.mark.parametrize(
    "lines",
    [
        ["Local area partnership report", "Area SEND inspection of Ambleford"],
        # What follows the days is not the name.
        ["Area SEND inspection of Ambleford", "Inspection dates: 1 May 2024", "Local area partnership report"],
        [""],
    ],
)
def test_a_name_that_is_not_there(lines: list[str]) -> None:
    found = read(*lines)
    assert values(found)["title_name"] == "[x]"
    assert [problem.field for problem in found.problems].count("title_name") == 1


@pytest.mark.parametrize(
    "label",
    [
        "Inspection dates:",
        "Inspection date:",
        "Inspection date(s):",
        "INSPECTION DATES :",
        "Dates of inspection:",
        "Date(s) of this inspection:",
        "Date of the inspection:",
    ],
)
@pytest.mark.parametrize(
    "other",
    [
        "Date of previous inspection:",
        "Date(s) of previous inspection(s):",
        "Dates of the last inspection:",
        "Dates of previous inspections:",
        "Previous inspection:",
        "Previous inspection dates:",
        "Previous inspection date(s):",
        "Last inspection date:",
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_labels_in_every_form_and_either_order(label: str, other: str, *, swapped: bool) -> None:
    lines = [f"{label} 12 to 16 February 2024", f"{other} 16 May 2016"]
    found = read(TITLE, *(reversed(lines) if swapped else lines))
    assert values(found) == {
        "title_name": "Ambleford Local Area Partnership",
        "inspection_start": "2024-02-12",
        "inspection_end": "2024-02-16",
        "previous_inspection": "16 May 2016",
        "previously_inspected": "yes",
        "previous_inspection_start": "2016-05-16",
    }
    assert found.problems == []


def test_a_day_alone_is_first_and_last() -> None:
    found = values(read(TITLE, "Inspection date: 12 February 2024", PREVIOUS))
    assert found["inspection_start"] == found["inspection_end"] == "2024-02-12"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("", "nothing"),
        ("16 to 12 February 2024", "16 to 12 February 2024"),
        ("30 February 2024", "30 February 2024"),
        ("12 to 16 February 2024 and 1 to 2 March 2024", None),
        # The first day is written in a way that is not read: the last is not taken for the whole.
        ("12/2 to 16 February 2024", None),
        ("12 Feb to 16 February 2024 (day 3 off site)", None),
        ("spring 2024", None),
    ],
)
def test_days_that_are_not_certain_stay_open(printed: str, told: str | None) -> None:
    found = read(TITLE, f"Inspection dates: {printed}".strip(), PREVIOUS)
    assert values(found)["inspection_start"] == values(found)["inspection_end"] == "[x]"
    expected = "the first and the last day of the inspection, such as 12 to 16 February 2024"
    problems = [(problem.field, problem.expected, problem.found) for problem in found.problems]
    assert problems == [
        (field, expected, told if told is not None else printed) for field in ("inspection_start", "inspection_end")
    ]


def test_without_labels_nothing_is_read() -> None:
    found = read(TITLE, "12 to 16 February 2024")
    assert {field for field, value in values(found).items() if value == "[x]"} == {
        "inspection_start",
        "inspection_end",
        "previous_inspection",
        "previously_inspected",
    }
    assert {problem.found for problem in found.problems} == {"nothing"}


def test_a_label_without_anything_behind_it() -> None:
    found = read(TITLE, "Date of previous inspection:", DAYS)
    assert values(found)["previous_inspection"] == values(found)["previously_inspected"] == "[x]"
    assert [problem.field for problem in found.problems] == ["previous_inspection", "previously_inspected"]


@pytest.mark.parametrize(
    "printed",
    [
        "Not previously inspected",
        "not previously inspected.",
        "None",
        "N/A",
        "Not applicable",
        "This area has not been previously inspected",
    ],
)
def test_no_previous_inspection(printed: str) -> None:
    found = read(TITLE, DAYS, f"Date of previous inspection: {printed}")
    read_values = values(found)
    assert {name: read_values[name] for name in OTHER if name in read_values} == {
        "previous_inspection": printed,
        "previously_inspected": "no",
    }
    assert found.problems == []


@pytest.mark.parametrize(
    ("printed", "first", "last", "revisit"),
    [
        (
            "The area was inspected on 19 March 2018. Inspectors came back for a revisit on 24 March 2020.",
            "2018-03-19",
            "",
            "2020-03-24",
        ),
        ("19 to 23 March 2018, revisited 24 March 2020", "2018-03-19", "2018-03-23", "2020-03-24"),
        ("19 March 2018; re-visit 24 to 26 March 2020", "2018-03-19", "", "2020-03-24"),
        ("19 March 2018, 24 March 2020 (revisit)", "2018-03-19", "", "2020-03-24"),
        ("Revisit: 24 March 2020. Inspection: 19 March 2018", "2018-03-19", "", "2020-03-24"),
    ],
)
def test_a_revisit_is_told_from_the_inspection(printed: str, first: str, last: str, revisit: str) -> None:
    found = read(TITLE, DAYS, f"Previous inspection: {printed}")
    names = ("previous_inspection_start", "previous_inspection_end", "previous_revisit")
    assert [values(found).get(name, "") for name in names] == [first, last, revisit]
    assert values(found)["previous_inspection"] == printed
    assert values(found)["previously_inspected"] == "yes"
    assert found.problems == []


@pytest.mark.parametrize(
    ("printed", "first", "expected"),
    [
        ("19 March 2018 and 24 March 2020", "2018-03-19", "one previous inspection and at most one revisit"),
        (
            "19 March 2018, revisit 24 March 2020, revisit 7 June 2021",
            "2018-03-19",
            "one previous inspection and at most one revisit",
        ),
        ("19 March 2018, revisit 31 June 2020", "2018-03-19", "dates in order that the calendar has"),
    ],
)
def test_more_dates_than_one_inspection_has_are_a_problem(printed: str, first: str, expected: str) -> None:
    found = read(TITLE, DAYS, f"Previous inspection: {printed}")
    assert values(found)["previous_inspection_start"] == first
    assert [(problem.field, problem.expected) for problem in found.problems] == [("previous_inspection", expected)]


@pytest.mark.parametrize("printed", ["27 to 23 January 2017", "see our website", "revisit 24 March 2020"])
def test_without_a_date_nobody_says_that_it_was_inspected(printed: str) -> None:
    found = read(TITLE, DAYS, f"Previous inspection: {printed}")
    assert values(found)["previous_inspection"] == printed
    assert values(found)["previously_inspected"] == values(found)["previous_inspection_start"] == "[x]"
    assert "previous_inspection_start" in {problem.field for problem in found.problems}


@given(
    st.dates(date(2023, 1, 1), date(2026, 12, 31)),
    st.integers(1, 9),
    st.dates(date(2016, 1, 1), date(2022, 12, 31)),
    st.integers(1, 400),
)
def test_days_and_previous_days_are_read_back(start: date, length: int, previous: date, later: int) -> None:
    end, revisit = start + timedelta(days=length), previous + timedelta(days=later)
    found = read(
        TITLE,
        f"Inspection dates: {printed(start)} to {printed(end)}",
        f"Previous inspection: {printed(previous)}. A revisit was on",
        printed(revisit),
    )
    fields = ("inspection_start", "inspection_end", "previous_inspection_start", "previous_revisit")
    assert [values(found)[name] for name in fields] == [day.isoformat() for day in (start, end, previous, revisit)]
    assert found.problems == []


def printed(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"
