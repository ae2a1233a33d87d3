"""What a number of a sentence counts, and when its words say no more than that: only then is a claim sure."""

import pytest
from tests.unit.check.numbers.building import text
from tests.unit.check.numbers.claims.making import lines


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("28 inspections took place.", "28 inspections england sure"),
        ("About 28 inspections took place.", "28 inspections england sure"),
        ("At least 28 areas were inspected.", "28 areas england sure"),
        ("We carried out 28 inspections and interviewed parents.", "28 inspections england sure"),
        ("In total, 28 area SEND inspections were completed.", "28 inspections england sure"),
        ("All of the 28 areas inspected are in England.", "28 areas england sure"),
        ("All 153 local areas will be inspected.", "153 local_areas england sure"),
        ("There are 153 local areas in England.", "153 any_areas england sure"),
        ("There were 12 thematic visits.", "12 visits england sure"),
        ("We visited 6 areas for thematic visits.", "6 visits england sure"),
        ("Inspections have 3 possible outcomes.", "3 outcomes england sure"),
        ("There were 14 areas with widespread failings.", "14 areas failings england sure"),
        ("The 14 areas with widespread failings wrote plans.", "14 areas failings england sure"),
        ("26 areas had inconsistent arrangements.", "26 areas inconsistent england sure"),
        ("The inconsistent outcome was given in 26 inspections.", "26 inspections inconsistent england sure"),
        ("No inspections led to a typically positive outcome.", "No inspections positive england sure"),
        ("A further 6 areas had widespread failings.", "6 areas failings england sure"),
        ("12 monitoring inspections were carried out.", "12 monitoring england sure"),
    ],
)
def test_a_sentence_that_counts_them_all_is_sure(sentence: str, expected: str) -> None:
    assert lines(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        # Something is said of some of them, and nothing of how many there were.
        "In 9 areas inspected by us, waiting fell.",
        "There were 9 areas in which parents waited too long.",
        "We inspected 9 areas where leaders had changed.",
        "Altogether 9 areas had weak leaders.",
        "9 areas were inspected twice.",
        "9 of the inspections took place in spring.",
        "An average of 9 inspections took place each month.",
        "Leaders of 9 areas were inspected.",
        "9 joint targeted area inspections were carried out.",
        "Ofsted carried out 9 school inspections.",
        "We held 60 meetings in 9 areas.",
        "9 inspections found that children waited.",
        # What others leave, or are more.
        "A further 9 inspections took place.",
        "The remaining 9 areas were inspected.",
        "9 more areas were inspected.",
        "The number of inspections carried out rose by 9.",
        "9 areas had not been inspected.",
        "Their first 9 inspections were inconsistent.",
        # An outcome that says which are meant.
        "In 9 areas with widespread failings, parents waited long.",
        "In 9 inspections that found widespread failings, we saw good practice.",
        "In 9 inconsistent areas, leaders were new.",
        "9 areas where arrangements led to inconsistent experiences had new leaders.",
        # An outcome's word that is said of something else.
        "In 9 areas, leaders' use of data was inconsistent.",
        "The quality of plans was inconsistent in 9 inspections.",
        "Parents in 9 areas found arrangements inconsistent.",
        "9 rural areas had inconsistent arrangements.",
        # No noun, or one that the field does not know.
        "9 were inconsistent.",
        "9 pupils were inspected in London.",
    ],
)
def test_a_sentence_that_narrows_its_number_down_is_not_sure(sentence: str) -> None:
    written = lines(sentence)
    assert [entry for entry in written if " unsure" not in entry] == []
    assert any(entry.split()[0] in ("9", "A") for entry in written)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["In London, 4 out of the 5 inspected areas (80%) had widespread and/or systemic failings."],
            [
                "4 areas failings london sure",
                "5 areas london sure",
                "80% areas failings london of[areas london] base=5 part=4 sure",
            ],
        ),
        (
            ["We have inspected 54 of the 153 local areas (35%)."],
            [
                "54 areas england sure",
                "153 any_areas england sure",
                "35% areas england of[any_areas england] base=153 part=54 sure",
            ],
        ),
        (
            ["54 inspections were carried out. 14 inspections (26%) were typically positive."],
            [
                "54 inspections england sure",
                "14 inspections positive england sure",
                "26% inspections positive england of[inspections england] base=54 part=14 sure",
            ],
        ),
        # A share of what nobody names has no whole.
        (
            ["9 areas were inspected. Leaders said that 40% of staff had left. 40% of areas were inspected."],
            [
                "9 areas england sure",
                "40% england of[england] unsure",
                "40% areas england of[areas england] sure",
            ],
        ),
        (
            ["7, 15 and 6 inspections were typically positive, inconsistent and widespread failings respectively."],
            [
                "7 positive england unsure",
                "15 inconsistent england unsure",
                "6 inspections failings england sure",
            ],
        ),
        (
            ["In 6 inspections, there were widespread failings. This outcome was given to 3 areas in London."],
            ["6 inspections failings england sure", "3 areas failings london sure"],
        ),
        (
            ["6 inspections found widespread failings. 3 areas were inconsistent, 1 area received this outcome."],
            [
                "6 inspections failings england sure",
                "3 areas inconsistent england sure",
                "1 areas england unsure",
            ],
        ),
        (
            ["14 areas had widespread failings. Of these, 6 were inspected in London."],
            ["14 areas failings england sure", "6 areas failings london sure"],
        ),
        # Themes: from the words, from the subject, from the heading.
        (
            ["Waiting times for health services were an area for improvement in 57% of inspections."],
            ["57% inspections england waiting_times afi of[inspections england] sure"],
        ),
        (
            ["Quality and timeliness of plans was an area for priority action in 12 areas with widespread failings."],
            ["12 areas failings england ehc_plans apa sure"],
        ),
        (
            ["# Waiting times for health services", "It was an area for priority action in 9 inspections."],
            ["9 inspections england waiting_times apa sure"],
        ),
        (["It was an area for priority action in 9 inspections."], ["9 inspections england apa unsure"]),
        (["There were 20 areas for improvement."], ["20 afi england afi sure"]),
        (["# 54 inspections carried out in 2024"], ["54 inspections england 2024 sure"]),
        (["# Outcomes across 54 local areas in 2024"], ["54 areas england 2024 sure"]),
        (["# Leaders of 54 local areas"], ["54 areas england unsure"]),
        (
            ["14 areas were typically positive and 40 were inconsistent or had widespread failings."],
            ["14 areas positive england sure", "40 areas inconsistent england unsure"],
        ),
        (
            ["Typically positive and inconsistent: 7 areas and 15 areas."],
            ["7 areas positive england sure", "15 areas inconsistent england sure"],
        ),
        (
            ["The outcome was inconsistent, that is inconsistent, in 9 areas."],
            ["9 areas inconsistent england sure"],
        ),
        (
            [
                "28 inspections took place"
                + " across England and its local areas" * 4
                + ", and 7 were typically positive."
            ],
            ["28 inspections england sure", "7 inspections positive england sure"],
        ),
        # More numbers than anybody can follow.
        ([", ".join(f"{number} areas" for number in range(2, 70)) + " were inspected."], []),
    ],
)
def test_numbers_that_belong_together(paragraphs: list[str], expected: list[str]) -> None:
    assert lines(text(*paragraphs)) == expected
