"""Percentages against the counts and bases beside them, in prose and in tables."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.check.numbers.building import findings, said, table, text

from areasend.check.numbers.consistency.percentages import percentages
from areasend.check.numbers.consistency.shares import parts_of_wholes
from areasend.check.numbers.results.model import Kind, Severity


@pytest.mark.parametrize(
    "sentence",
    ["We saw it in 4 out of the 5 areas (80%).", "In 4 of 9 (44%).", "In 1 of 8 (13%).", "In 1 of 8 (12%).",
     "In 1 of 8 (12.5%).", "It was about 40,000 of 160,000 (25%)."],
)  # fmt: skip
def test_a_percentage_that_is_a_rounding_is_supported(sentence):
    sentence = sentence.replace("areas ", "")
    found, supports = said(percentages, sentence)
    assert found == []
    assert len(supports) <= 1


def test_a_percentage_that_is_cut_off_is_told_with_what_it_would_be():
    (found,) = findings(percentages, "We saw it in 5 of 14 (35%).")
    assert (found.kind, found.severity) == (Kind.PERCENTAGE_OF_COUNT, Severity.ERROR)
    assert (found.expected, found.found) == ("36%", "35%")
    assert found.computed == "5 of 14 is 36%, rounded; cut off after the decimals it is 35%"


def test_a_document_that_cuts_all_is_asked_once():
    written = text(*(f"In {part} of 14 ({percent}%)." for part, percent in ((5, 35), (6, 42), (9, 64), (8, 57))))
    (found,) = findings(percentages, written)
    assert found.severity is Severity.QUERY
    assert "cut off after the decimals" in found.message


def test_a_part_is_not_larger_than_its_whole():
    (found,) = findings(parts_of_wholes, "We saw it in 15 of the 14 areas.")
    assert found.found == "15"
    assert findings(parts_of_wholes, "We saw it in 14 of the 14 areas.") == []


def test_a_fraction_in_words_is_held_against_its_numbers():
    found, (support,) = said(parts_of_wholes, "Half of them (27 of 54) did.")
    assert (found, support.how) == ([], "27 is Half of 54")
    (found,) = findings(parts_of_wholes, "A third of areas (26 of 54) did.")
    assert (found.severity, found.expected) == (Severity.QUERY, "18")
    assert said(parts_of_wholes, "About half of them (26 of 54) did.") == ([], [])
    assert said(parts_of_wholes, "Half of them did. They are few (26 of 54).") == ([], [])


OUTCOMES = (("Good", "14 (26%)"), ("Fair", "26 (48%)"), ("Poor", "14 (26%)"))


def test_cells_with_both_take_their_base_from_the_caption():
    caption = "Outcomes of 54 areas"
    found, supports = said(percentages, table(("Outcome", "Areas"), *OUTCOMES, caption=caption))
    assert found == []
    assert [entry.how for entry in supports] == ["14 of 54 is 26%", "26 of 54 is 48%", "14 of 54 is 26%"]
    wrong = (*OUTCOMES[:1], ("Fair", "26 (49%)"), *OUTCOMES[2:])
    (found,) = findings(percentages, table(("Outcome", "Areas"), *wrong, caption=caption))
    assert (found.expected, found.found) == ("48%", "49%")


def test_a_column_of_percentages_is_that_of_the_same_heading_and_of_the_total():
    header = ("Place", "Good", "Poor", "Total", "Good (%)", "Poor (%)")
    rows = [("A", 1, 3, 4, 25, 75), ("B", 2, 3, 5, 40, 60), ("All", 3, 6, 9, 33, 67)]
    assert findings(percentages, table(header, *rows)) == []
    rows[1] = ("B", 2, 3, 5, 40, 61)
    (found,) = findings(percentages, table(header, *rows))
    assert (found.expected, found.found) == ("60%", "61%")


def test_a_column_headed_share_is_of_the_count_before_it_and_the_base_after_it():
    header, rows = ("Theme", "Inspections", "Share (%)", "Of inspections"), [("A", 28, 52, 54), ("B", 25, 46, 54)]
    assert len(said(percentages, table(header, *rows, ("C", 22, 41, 54)))[1]) == 3
    (found,) = findings(percentages, table(header, *rows, ("C", 22, 42, 54)))
    assert found.expected == "41%"


def test_a_share_of_all_areas_finds_them_in_the_first_column():
    header, rows = (
        ("Region", "Areas", "Inspected", "Inspected (%)"),
        [("A", 10, 5, 50), ("B", 11, 4, 36), ("C", 33, 10, 30)],
    )
    found, supports = said(percentages, table(header, *rows))
    assert (found, len(supports)) == ([], 3)


def test_percentages_that_no_base_explains_are_left_alone():
    header, rows = ("Theme", "Good", "Good (%)"), [("A", 4, 29), ("B", 1, 7), ("C", 10, 71)]
    assert said(percentages, table(header, *rows)) == ([], [])
    assert said(percentages, table(("Place", "Pupils", "Attendance (%)"), ("A", 40, 91), ("B", 50, 93))) == (
        [],
        [],
    )


@settings(max_examples=50)
@given(st.integers(2, 300).flatmap(lambda base: st.tuples(st.integers(1, base), st.just(base))), st.integers(0, 2))
def test_any_truncated_percentage_is_found_unless_it_is_a_rounding(fraction, places):
    part, base = fraction
    exact = Fraction(100 * part, base) * 10**places
    cut = int(exact)
    written = f"{cut / 10**places:.{places}f}" if places else str(cut)
    found = findings(percentages, f"We saw it in {part} of {base} ({written}%).")
    rounded = abs(exact - cut) <= Fraction(1, 2)
    half_only = exact - cut == Fraction(1, 2) and cut % 2 == 1
    assert bool(found) == (not rounded or half_only)
