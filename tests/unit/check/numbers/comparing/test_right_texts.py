"""Sentences that are right and have the field's words, of which nothing may be said to be wrong.

They stand as hunted: each made an error once. The numbers are those of the official statistics as at 31 December 2024.
"""

import pytest
from tests.unit.check.numbers.building import Writer, text
from tests.unit.check.numbers.comparing.held import by_records

from areasend.check.numbers.results.model import Severity

RIGHT = (
    "There are 153 local areas in England. Inspectors have now visited 54 of them.",
    "That is about a third of England's 153 local areas, so there are 99 to go.",
    "The North West has 24 local areas, of which 8 have been inspected.",
    "There are 33 London local areas, so 23 are still to be inspected.",
    "By 31 December 2024, 54 areas had been inspected and 14 of them had to write a plan.",
    "The eight areas with failings in 2023 and six in 2024 make fourteen.",
    "Of the 14 partnerships with systemic failings, 8 were inspected in 2023 and 6 in 2024.",
    "Since January 2023 we have made 54 full inspections. In the first year there were 26 inspections.",
    "In the two years to December 2024, inspectors made fifty-four full inspections.",
    "Three quarters of areas inspected (40 of 54, or 74 per cent) had one of the two lower outcomes.",
    "East Midlands: 5 inspections (1 typically positive, 0 inconsistent, 4 failings).",
    "In five of the eight regions only one area had widespread and systemic failings, or none.",
    "North West. Eight of the 24 areas have been inspected. Then one more was to be inspected.",
    "In the North West one was typically positive (13%), three inconsistent (38%) and four had systemic failings.",
    "The 14 areas had something to do; between them they had made 31 inspections.",
    "Two areas inspected in 2024 had more than 10,000 plans.",
    "Inspectors visited all 151 local areas under the previous framework.",
    "By the end of 2024, 35% of areas had been inspected. Ninety-nine areas were not yet inspected by then (65%).",
    "We made fifty-four full inspections since we began in January 2023: 26 in 2023 and 28 in 2024.",
    "By the end of 2024, 54 areas had been inspected. In all, 26 areas had been inspected by the end of 2023 (17%).",
)


@pytest.mark.parametrize("sentence", RIGHT)
def test_nothing_is_wrong_with_a_right_sentence(sentence: str):
    found = [entry.message for entry in by_records(text("# Area SEND inspections", sentence)).findings]
    assert found == []


def test_a_row_called_a_is_not_the_word():
    made = Writer().paragraph("In a year we met 57 groups and 96 parents.")
    made.table(["Area", "Groups", "Parents"], ["A", 27, 40], ["B", 30, 56])
    assert [entry for entry in by_records(made).findings if entry.severity is Severity.ERROR] == []


def test_a_title_with_two_years_counts_both():
    made = Writer().heading("Area SEND inspections by outcome, 2023 and 2024")
    made.table(["Region", "Typically positive", "Inconsistent"], ["London", 3, 6], ["South East", 1, 6])
    assert by_records(made).findings == ()
