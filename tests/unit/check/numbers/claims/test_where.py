"""Which place a number of a sentence is of; where the words leave it open, its claim is not sure."""

import pytest
from tests.unit.check.numbers.building import text
from tests.unit.check.numbers.claims.making import lines


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In London, 6 areas had inconsistent arrangements.", ["6 areas inconsistent london sure"]),
        ("Only 1 area in Rutland had inconsistent arrangements.", ["1 areas inconsistent E06000017 sure"]),
        (
            "In the North East, Yorkshire and the Humber, no areas received the outcome of widespread failings.",
            ["no areas failings NEYH sure"],
        ),
        (
            "6 areas in Yorkshire and the Humber were inconsistent.",
            ["6 areas inconsistent ons:yorkshire-and-the-humber sure"],
        ),
        # Two places: each with its own number, in whichever order they stand.
        (
            "In London 6 areas were inconsistent and in the South East 7 were inconsistent.",
            ["6 areas inconsistent london sure", "7 areas inconsistent south-east sure"],
        ),
        (
            "There were 6 inconsistent areas in London; there were 7 inconsistent areas in the South East.",
            ["6 areas inconsistent london sure", "7 areas inconsistent south-east sure"],
        ),
        # One place: before all numbers it is that of all, behind one of them only of that one's parts.
        (
            "Of the 10 areas inspected in London, 6 were inconsistent and 3 had widespread failings.",
            ["10 areas london sure", "6 areas inconsistent london sure", "3 areas failings london sure"],
        ),
        (
            "In 2024 we inspected 28 areas, including 3 in London.",
            ["28 areas england 2024 sure", "3 areas london 2024 sure"],
        ),
        ("We inspected 10 areas in London and 54 areas in total.", ["10 areas london sure", "54 areas england unsure"]),
        (
            "14 inspections (26%) were typically positive and 26 inconsistent in London.",
            [
                "14 inspections positive england unsure",
                "26% inspections positive england of[inspections england] part=14 unsure",
                "26 inspections inconsistent london sure",
            ],
        ),
        # In brackets, for the number there alone; what is outside is of both.
        (
            "7 inspections (3 of them in London) were typically positive and 15 inconsistent.",
            [
                "7 inspections positive england sure",
                "3 inspections positive london sure",
                "15 inspections inconsistent england sure",
            ],
        ),
        (
            "10 inspections (6 inconsistent, 3 widespread failings) were carried out in London.",
            [
                "10 inspections london sure",
                "6 inspections inconsistent london sure",
                "3 inspections failings london sure",
            ],
        ),
        # The country, said beside a part of it.
        (
            "We carried out 54 inspections across England, with 28 taking place in 2024.",
            ["54 inspections england sure", "28 inspections england 2024 sure"],
        ),
        (
            "In 2024, 28 inspections were carried out, and 54 inspections in total across England.",
            ["28 inspections england 2024 sure", "54 inspections england 2024 sure"],
        ),
    ],
)
def test_a_place_goes_with_its_number(sentence: str, expected: list[str]) -> None:
    assert lines(sentence) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["# London", "6 areas had inconsistent arrangements."], ["6 areas inconsistent london sure"]),
        (["# London", "There were 54 inspections across England."], ["54 inspections england sure"]),
        (
            ["# London", "6 of 9 areas in Suffolk were inconsistent."],
            ["6 areas inconsistent E10000029 sure", "9 any_areas E10000029 sure"],
        ),
        (
            ["# Regions", "London had the most failings. In 3 areas in the region we found widespread failings."],
            ["3 areas failings london sure"],
        ),
        (
            ["# Regions", "London is large. There, 6 areas had inconsistent arrangements."],
            ["6 areas inconsistent london sure"],
        ),
        # A place that was named before and is not pointed to is not meant.
        (
            ["# Regions", "London is large. In 26 areas, arrangements led to inconsistent experiences."],
            ["26 areas inconsistent england sure"],
        ),
        (
            ["# Regions", "In London, 10 areas were inspected. Of these, 6 had inconsistent arrangements."],
            ["10 areas london sure", "6 areas inconsistent london sure"],
        ),
        # Nor is it after the next heading.
        (
            ["# Regions", "London is large.", "# Outcomes", "In 3 areas in the region we found widespread failings."],
            ["3 areas failings england sure"],
        ),
        (
            ["# London and the South East", "In 3 areas we found widespread failings."],
            ["3 areas failings england sure"],
        ),
    ],
)
def test_a_place_is_taken_over_from_what_points_to_it(paragraphs: list[str], expected: list[str]) -> None:
    assert lines(text(*paragraphs)) == expected
