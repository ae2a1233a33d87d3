"""Highest, lowest, most common, only: held against the records, or against the tables of the document.

By the official statistics as at 31 December 2024 the North East, Yorkshire and the Humber has the most typically
positive inspections (4) and none with failings; the East Midlands and the North West have the most of these (4 each),
the East Midlands the highest share (4 of 5).
"""

from datetime import date

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, area, inspection, register, snapshot
from tests.unit.check.numbers.building import Writer, all_quoted
from tests.unit.check.numbers.comparing.held import by_records, checked, gathered, of_the_field, only, records

from areasend.check.numbers.checking import judge
from areasend.check.numbers.comparing import RULES
from areasend.check.numbers.results.model import Kind, Severity, Status

FAILINGS = "inspections with widespread and systemic failings"


@pytest.mark.parametrize(
    "sentence",
    [
        f"The East Midlands has the highest proportion of {FAILINGS}.",
        # A tie: both may be called the highest.
        f"The North West has the highest number of {FAILINGS}.",
        f"The East Midlands has the highest number of {FAILINGS}.",
        "The highest number of typically positive inspections was in the North East, Yorkshire and the Humber.",
        "The North West has the lowest number of typically positive inspections.",
        "Inconsistent experiences and outcomes was the most common outcome.",
        # In London 6 were inconsistent and 1 had failings; other regions have fewer of these.
        "Widespread and systemic failings were the least common outcome in London.",
        "In London, the highest number of inspections were inconsistent.",
        "London is among the regions with the highest number of typically positive inspections.",
        "London has the second highest number of typically positive inspections.",
        "Hounslow had the highest number of typically positive inspections.",
        "London has the highest number of inspections.",
        "The South West ONS region has the highest number of early help hubs.",
        f"The number of {FAILINGS} was highest in the East Midlands (4 of 5) and the North West (4 of 8).",
        # No list of regions that are all said to be the highest.
        f"In London and the South East, the number of {FAILINGS} was highest in 2023.",
        f"The number of {FAILINGS} was highest in the East Midlands, while London had 1.",
        f"The number of {FAILINGS} was highest in Derby and Ealing.",
    ],
)
def test_what_is_so_or_may_be_so_or_cannot_be_known_is_no_finding(sentence):
    assert by_records(sentence).findings == ()


@pytest.mark.parametrize(
    ("sentence", "found", "expected"),
    [
        (f"London has the highest proportion of {FAILINGS}.", "London", "East Midlands"),
        (f"London has the highest number of {FAILINGS}.", "London", "East Midlands, North West"),
        (
            "The highest number of typically positive inspections was in London.",
            "London",
            "North East, Yorkshire and the Humber",
        ),
        (
            "London has the lowest number of typically positive inspections.",
            "London",
            "East Midlands, East of England, North West, South East, West Midlands",
        ),
        ("Typically positive experiences was the most common outcome.", "Typically positive", "Inconsistent"),
        (
            "Widespread and systemic failings were the most common outcome in London.",
            "Widespread and/or systemic failings",
            "Inconsistent",
        ),
    ],
)
def test_what_is_not_so_by_the_records_names_those_that_are(sentence, found, expected):
    finding = only(by_records(sentence))
    assert (finding.kind, finding.severity) == (Kind.SUPERLATIVE, Severity.ERROR)
    assert (finding.found, finding.expected, finding.quote) == (found, expected, sentence)


def test_each_of_a_list_of_regions_must_be_so():
    finding = only(by_records(f"The number of {FAILINGS} was highest in the East Midlands (4 of 5) and in London."))
    assert (finding.kind, finding.found, finding.expected) == (Kind.SUPERLATIVE, "London", "East Midlands, North West")
    finding = only(by_records(f"In England, the number of {FAILINGS} was highest in the South East."))
    assert (finding.found, finding.expected) == ("South East", "East Midlands, North West")


def test_a_share_is_of_the_inspections_with_a_recorded_outcome():
    regions = {"London": POSITIVE, "South East": POSITIVE, "South West": WIDESPREAD, "East Midlands": INCONSISTENT}
    areas = [area(number, region=region) for number, region in enumerate((*regions, "London"), 1)]
    made = register(
        areas, [inspection(of, outcome=outcome) for of, outcome in zip(areas, (*regions.values(), None), strict=True)]
    )
    # One of one in both; by all its inspections London would have half.
    sentence = "The share of inspections that were typically positive was highest in {} and the South East."
    assert checked(sentence.format("London"), snapshot=snapshot(made)).findings == ()
    assert only(checked(sentence.format("the South West"), snapshot=snapshot(made))).found == "South West"


def test_the_values_behind_it_are_told_as_shares_or_as_numbers():
    shares = only(by_records(f"London has the highest proportion of {FAILINGS}."))
    assert "East Midlands 80%" in shares.computed
    assert "London 10%" in shares.computed
    numbers = only(by_records(f"London has the highest number of {FAILINGS}."))
    assert "East Midlands 4; " in numbers.computed


def test_the_only_region_with_none_is_verified_or_named():
    right = by_records(
        "The North East, Yorkshire and the Humber is the only region in which no local areas had systemic and "
        "widespread failings."
    )
    assert right.findings == ()
    assert [entry.status for entry in right.judged] == [Status.VERIFIED]
    wrong = by_records("London is the only region in which no local areas had widespread and systemic failings.")
    finding = next(entry for entry in wrong.findings if entry.kind is Kind.ONLY)
    assert (finding.severity, finding.expected) == (Severity.ERROR, "North East, Yorkshire and the Humber")
    assert [entry.status for entry in wrong.judged] == [Status.CONTRADICTED]


def test_the_only_one_without_a_number_that_says_none_is_left_alone():
    assert by_records(f"London is the only region with several {FAILINGS}.").findings == ()


@pytest.mark.parametrize(
    ("complete_to", "severity"), [(date(2024, 12, 31), Severity.ERROR), (date(2024, 6, 30), Severity.QUERY)]
)
def test_only_whole_records_make_errors(complete_to, severity):
    regions = {"London": POSITIVE, "South East": INCONSISTENT, "South West": WIDESPREAD}
    areas = [area(number, region=region) for number, region in enumerate(regions, 1)]
    made = register(
        areas,
        [inspection(of, outcome=outcome) for of, outcome in zip(areas, regions.values(), strict=True)],
        complete_to=complete_to,
    )
    result = checked(
        "The South East has the highest number of typically positive inspections.", snapshot=snapshot(made)
    )
    finding = only(result)
    assert (finding.kind, finding.severity, finding.expected) == (Kind.SUPERLATIVE, severity, "London")


def test_fewer_than_three_to_rank_say_nothing():
    areas = [area(1, region="London"), area(2, region="South East")]
    made = register(areas, [inspection(areas[0], outcome=POSITIVE), inspection(areas[1], outcome=INCONSISTENT)])
    sentence = "The South East has the highest number of typically positive inspections."
    assert checked(sentence, snapshot=snapshot(made)).findings == ()


def test_quoted_sentences_are_left_alone():
    sentence = f"London has the highest number, 9, of {FAILINGS}."
    made = gathered(sentence, snapshot=records())
    assert [finding.kind for finding in judge(made, RULES).findings if finding.kind is Kind.SUPERLATIVE] != []
    assert judge(all_quoted(made), RULES).findings == ()


REGIONS = (("London", 1, 3), ("North West", 4, 2), ("South East", 2, 0))


def with_table(
    sentence, header=("Ofsted region", "Typically positive", "Inconsistent"), rows=REGIONS, title="Area SEND"
):
    writer = Writer().table(header, *rows, caption="Outcomes in 2024").paragraph(sentence)
    return checked(of_the_field(writer, title=title))


def test_without_records_the_tables_of_the_document_tell():
    assert with_table("The North West has the highest number of typically positive inspections.").findings == ()
    finding = only(with_table("London has the highest number of typically positive inspections."))
    assert (finding.expected, "a table of the document" in finding.message) == ("North West", True)
    only_one = with_table("The South East is the only region with no inconsistent inspections in 2024.")
    assert only_one.findings == ()
    none = [entry.status for entry in only_one.judged if entry.number.text == "no"]
    assert none == [Status.CONSISTENT]


def test_a_table_of_two_or_of_bounds_is_nothing_to_rank_by():
    sentence = "London has the highest number of typically positive inspections."
    assert with_table(sentence, rows=REGIONS[:2]).findings == ()
    assert with_table(sentence, rows=[(row[0], f"over {row[1]}", row[2]) for row in REGIONS]).findings == ()


def test_under_exchanged_headings_nothing_is_ranked():
    rows = [(row[0], row[2], row[1]) for row in REGIONS]
    writer = Writer().table(
        ("Ofsted region", "Typically positive", "Inconsistent"), *REGIONS, caption="Outcomes in 2024"
    )
    writer.table(("Ofsted region", "Typically positive", "Inconsistent"), *rows, caption="Outcomes in 2024")
    writer.paragraph("The North West has the highest number of typically positive inspections.")
    result = checked(of_the_field(writer))
    assert {finding.kind for finding in result.findings} == {Kind.EXCHANGED_COLUMNS}


THEMES = (
    ("Strategic governance and oversight", "55%", "86%"),
    ("Waiting times for health services", "57%", "64%"),
    ("Timeliness and/or quality of EHC plans", "69%", "71%"),
)


def test_themes_are_ranked_by_the_level_that_the_sentence_names():
    header = ("Theme", "Areas for improvement", "Areas for priority action")
    right = with_table(
        "Strategic governance and oversight was the most common area for priority action.", header, THEMES
    )
    assert right.findings == ()
    finding = only(
        with_table("Waiting times for health services was the most common area for improvement.", header, THEMES)
    )
    assert (finding.found, finding.expected) == (THEMES[1][0], THEMES[2][0])


HOMES = (("Nurseries", 87, 3), ("Hospices", 12, 9), ("Hostels", 40, 1), ("All homes", 139, 13))
HOMES_HEADER = ("Home", "Open", "Shut")


def ranked_homes(sentence):
    result = with_table(sentence, HOMES_HEADER, HOMES, title="Homes")
    return [finding for finding in result.findings if finding.kind is Kind.SUPERLATIVE]


def test_rows_of_other_fields_are_ranked_beside_their_own_number_and_never_against_a_total():
    assert ranked_homes("Nurseries had the most, with 87.") == []
    (finding,) = ranked_homes("Hostels had the most, with 40.")
    assert (finding.severity, finding.found, finding.expected) == (Severity.ERROR, "hostels", "nurseries")
    assert ranked_homes("Hospices had the fewest, with 12.") == []
    (finding,) = ranked_homes("Hospices had the fewest, with 9.")
    assert finding.expected == "hostels"
    assert ranked_homes("Hostels had the most, with 400 visitors.") == []


def test_a_region_is_not_ranked_by_what_the_records_do_not_hold():
    sentence = "London had the highest number of inspections with strategic governance and oversight."
    assert by_records(sentence).findings == ()
