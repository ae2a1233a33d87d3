"""Which period a number of a sentence is for; where the words leave it open, its claim is not sure."""

import pytest
from tests.unit.check.numbers.building import text
from tests.unit.check.numbers.claims.making import lines


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Its own, right behind it; or that of the whole sentence.
        ("We inspected 28 local areas in 2024.", ["28 areas england 2024 sure"]),
        ("In 2024, we inspected 28 local areas.", ["28 areas england 2024 sure"]),
        (
            "We carried out 54 full inspections between 1 January 2023 and 31 December 2024.",
            ["54 inspections england 2023-2024 sure"],
        ),
        (
            "Since January 2023, we have made 54 inspections, with 28 taking place in 2024.",
            ["54 inspections england 2023-01-01.. sure", "28 inspections england 2024 sure"],
        ),
        (
            "28 inspections took place in 2024; 26 took place in 2023.",
            ["28 inspections england 2024 sure", "26 inspections england 2023 sure"],
        ),
        (
            "There were 26 inspections in 2023, 28 in 2024 and 40 in 2025.",
            [
                "26 inspections england 2023 sure",
                "28 inspections england 2024 sure",
                "40 inspections england 2025 sure",
            ],
        ),
        # What stands in brackets keeps to itself.
        (
            "In 14 of these inspections (7 in 2024), arrangements typically led to positive experiences.",
            ["14 inspections positive england sure", "7 inspections positive england 2024 sure"],
        ),
        # A date that opens its clause, or stands before the bracket, goes with what follows.
        (
            "In 2023, 26 inspections took place and in 2024, 28.",
            ["26 inspections england 2023 sure", "28 inspections england 2024 sure"],
        ),
        (
            "We inspected 26 areas in 2023 and in 2024 we inspected 28 areas.",
            ["26 areas england 2023 sure", "28 areas england 2024 sure"],
        ),
        (
            "There were more inspections in 2024 (28 inspections) than in 2023 (26 inspections).",
            ["28 inspections england 2024 sure", "26 inspections england 2023 sure"],
        ),
        (
            "We carried out 28 inspections in 2024: 7 were typically positive and 15 inconsistent.",
            [
                "28 inspections england 2024 sure",
                "7 inspections positive england 2024 sure",
                "15 inspections inconsistent england 2024 sure",
            ],
        ),
        (
            "We made 26 inspections and in 2024 (28 inspections) others.",
            ["26 inspections england sure", "28 inspections england 2024 sure"],
        ),
        ("We made 28 inspections, reported by March 2025.", ["28 inspections england ..2025-03-31 sure"]),
        ("In 2024: 28 inspections took place.", ["28 inspections england 2024 sure"]),
        # Two years that follow each other are one period; two that do not are none.
        ("54 inspections took place in 2023 and 2024.", ["54 inspections england 2023-2024 sure"]),
        ("In 2023 and 2024, we carried out 54 inspections.", ["54 inspections england 2023-2024 sure"]),
        ("In 2022 and 2024, we carried out 30 inspections.", ["30 inspections england 2024 unsure"]),
        ("We carried out 30 inspections in 2022 or 2024.", ["30 inspections england 2022 unsure"]),
        (
            "26 inspections and 28 inspections took place in 2023 and 2024 respectively.",
            ["26 inspections england unsure", "28 inspections england 2023 unsure"],
        ),
        # A part of what was counted in a period is of that period.
        (
            "We carried out 28 inspections in 2024, of which 7 were typically positive.",
            ["28 inspections england 2024 sure", "7 inspections positive england 2024 sure"],
        ),
        (
            "Of the 28 areas inspected in 2024, 7 were typically positive and 15 inconsistent.",
            [
                "28 areas england 2024 sure",
                "7 areas positive england 2024 sure",
                "15 areas inconsistent england 2024 sure",
            ],
        ),
        # A period of a part is not that of the whole.
        (
            "We carried out 54 inspections altogether, 28 of them in 2024.",
            ["54 inspections england sure", "28 inspections england 2024 sure"],
        ),
        (
            "Typically positive: 14 inspections (26%), of which 7 in 2024",
            [
                "14 inspections positive england sure",
                "26% inspections positive england of[inspections england] part=14 sure",
                "7 inspections positive england 2024 sure",
            ],
        ),
        # Nobody can say whether the period of the last is that of the others.
        (
            "7 inspections were typically positive, 15 inconsistent and 6 had widespread failings in 2024.",
            [
                "7 inspections positive england unsure",
                "15 inspections inconsistent england unsure",
                "6 inspections failings england 2024 sure",
            ],
        ),
        (
            "We inspected 28 areas in 2024 and 54 areas altogether.",
            ["28 areas england 2024 sure", "54 areas england unsure"],
        ),
        (
            "We inspected 28 areas in 2024, 7 areas were typically positive and 15 inconsistent.",
            [
                "28 areas england 2024 sure",
                "7 areas positive england unsure",
                "15 areas inconsistent england unsure",
            ],
        ),
    ],
)
def test_a_period_goes_with_its_number(sentence: str, expected: list[str]) -> None:
    assert lines(sentence) == expected


def test_what_the_heading_says_leaves_no_doubt() -> None:
    heading = "# Inspections in 2024"
    assert lines(text(heading, "7 inspections were typically positive and 15 were inconsistent in 2024.")) == [
        "7 inspections positive england (2024) sure",
        "15 inspections inconsistent england 2024 sure",
    ]


def test_a_period_holds_on_in_its_paragraph_and_no_further() -> None:
    made = text("# Outcomes", "In 2024, 28 inspections took place. In 7 inspections, we found widespread failings.")
    made.paragraph("In 14 inspections, we found inconsistent arrangements.")
    assert lines(made) == [
        "28 inspections england 2024 sure",
        "7 inspections failings england (2024) sure",
        "14 inspections inconsistent england sure",
    ]
