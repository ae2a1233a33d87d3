"""What the cells of a table count, by the headings of row and column, the caption, and the headings above."""

import pytest
from tests.unit.check.numbers.building import Writer, text
from tests.unit.check.numbers.claims.making import lines

from areasend.framework import packaged_framework

HEADER = ("Region", "Typically positive", "Inconsistent", "Widespread failings", "Total")


def test_rows_of_places_and_columns_of_outcomes_under_a_caption_with_its_date() -> None:
    made = Writer().table(
        HEADER, ("London", 1, 6, 3, 10), ("Total", 14, 26, 14, 54), caption="Table 1: outcomes as at 31 December 2024"
    )
    until = "..2024-12-31 sure"
    assert lines(made) == [
        f"1 positive london {until}",
        f"6 inconsistent london {until}",
        f"3 failings london {until}",
        f"10 london {until} total",
        f"14 positive england {until} total",
        f"26 inconsistent england {until} total",
        f"14 failings england {until} total",
        f"54 england {until} total",
    ]


def test_years_as_rows_or_columns_are_the_periods_of_their_cells() -> None:
    rows = Writer().table(("Year", "Inspections"), ("2023", 26), ("2024", 28), caption="Inspections by year")
    assert [entry.split("england ")[1] for entry in lines(rows)] == ["2023 sure", "2024 sure"]
    columns = Writer().table(("Outcome", "2023", "2024"), ("Inconsistent", 11, 15), caption="Inspections")
    assert lines(columns) == [
        "11 inspections inconsistent england 2023 sure",
        "15 inspections inconsistent england 2024 sure",
    ]


def test_a_caption_gives_measure_place_outcome_and_the_widest_of_its_dates() -> None:
    made = Writer().table(
        ("Region", "Number"),
        ("London", 6),
        ("All", 26),
        caption="Inspections in England, inconsistent outcome, 1 January 2023 to 31 December 2024, as at June 2025",
    )
    assert lines(made) == [
        "6 inspections inconsistent london 2023-2024 sure",
        # A total of places under one outcome may be of all outcomes.
        "26 inspections england 2023-2024 sure total",
    ]


def test_a_caption_with_words_of_its_own_leaves_its_cells_unsure() -> None:
    made = Writer().table(("Region", "Inconsistent"), ("London", 6), caption="Rural areas only")
    assert lines(made) == ["6 areas inconsistent london unsure"]


def test_a_table_without_a_caption_takes_over_the_period_of_its_heading() -> None:
    made = text("# Inspections in 2024").table(("Region", "Inconsistent"), ("London", 4))
    assert lines(made) == ["4 inconsistent london (2024) sure"]


def test_themes_are_found_by_most_of_their_words_and_shares_have_their_whole() -> None:
    made = Writer().table(
        ("Theme", "Area for improvement", "Area for priority action where widespread failings (%)"),
        ("Timeliness and quality of plans for EHC", "69%", "71%"),
        ("Waiting times for health services", "57%", "64%"),
    )
    written = lines(made)
    assert written[0] == "69% england ehc_plans afi of[england] sure"
    assert written[1] == "71% failings england ehc_plans apa of[failings england] sure"
    assert written[3] == "64% failings england waiting_times apa of[failings england] sure"


def test_a_column_of_bases_is_never_held_against_anything() -> None:
    made = Writer().table(("Region", "Inconsistent", "Out of", "Base"), ("London", 6, 10, 10))
    assert [entry.split()[-1] for entry in lines(made)] == ["sure", "unsure", "unsure"]


def test_a_share_beside_its_count_has_it_as_its_part() -> None:
    made = Writer().table(("Outcome", "Inspections"), ("Inconsistent", "26 (48%)"), caption="Inspections in 2024")
    assert lines(made) == [
        "26 inspections inconsistent england 2024 sure",
        "48% inspections inconsistent england of[inspections england] part=26 2024 sure",
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [("Local areas", "153 any_areas london sure"), ("Inspected local areas", "153 london sure")],
)
def test_local_areas_over_a_column_may_be_all_that_there_are(header: str, expected: str) -> None:
    assert lines(Writer().table(("Region", header), ("London", 153))) == [expected]


def test_a_total_over_parts_of_which_one_is_unknown_is_a_kind_of_its_own() -> None:
    made = Writer().table(("Region", "Inconsistent", "Not yet inspected", "Total"), ("London", 6, 23, 29))
    assert lines(made) == [
        "6 inconsistent london sure",
        "23 london column:not_yet_inspected sure",
        "29 london column:total sure total",
    ]


def test_a_total_over_unknown_parts_alone_is_a_plain_total() -> None:
    made = Writer().table(("School type", "Good", "Total"), ("Primary", 6, 9))
    assert lines(made)[1] == "9 england row:primary sure total"


def test_two_outcomes_or_two_places_for_one_cell_are_not_sure() -> None:
    made = Writer().table(("Outcome", "Inconsistent"), ("Typically positive", 4))
    assert lines(made) == ["4 inconsistent positive england unsure"]
    made = Writer().table(("Region", "South East"), ("London", 4))
    assert lines(made) == ["4 london south-east unsure"]
    made = Writer().table(("Region", "Inconsistent"), ("London", 4), caption="Outcomes in London and the South East")
    assert lines(made) == ["4 inconsistent london sure"]


def test_the_wording_of_an_outcome_as_a_label_says_no_more_than_it() -> None:
    wording = packaged_framework().versions[0].outcomes[1].wording
    made = Writer().table(("Outcome", "Number"), (wording, 26))
    assert lines(made) == ["26 inconsistent england sure"]


def test_labels_of_other_fields_bind_the_sentences_about_them() -> None:
    made = text("In the North West, 12 primary schools were judged good.").table(
        ("School", "Good", "Poor"), ("Primary schools", 12, 3), ("Nurseries", 5, 1)
    )
    assert lines(made) == [
        "12 north-west column:good row:primary_schools sure",
        "12 england column:good row:primary_schools sure",
        "3 england column:poor row:primary_schools sure",
        "5 england column:good row:nurseries sure",
        "1 england column:poor row:nurseries sure",
    ]


def test_numbers_of_a_cell_that_are_no_statistics_make_no_claim() -> None:
    made = Writer().table(("Region", "Last inspected", "Inspections"), ("London", "4 May 2024", 10))
    assert [entry.split()[0] for entry in lines(made)] == ["10"]
