"""Judgement calls of single points: what must not fail, and what a rule means at its edge."""

import time
from decimal import Decimal

import pytest

from areasend.check.workbook import Status
from areasend.check.workbook.layout import Role, role_of
from areasend.check.workbook.model import Cell, Kind, Look, NumberFormat
from areasend.check.workbook.points.round_trip import same_value
from areasend.check.workbook.showing import shown_number
from areasend.check.workbook.spelling_words import Spelling
from areasend.check.workbook.wordlists import word_list

OUTCOMES = 'table:name="Outcomes"'
CONTACT = "Contact: the statistics team, by email."


def texts(old, new):
    return [("content.xml", f"<text:p>{old}</text:p>", f"<text:p>{new}</text:p>", OUTCOMES)]


@pytest.mark.parametrize(
    ("number", "changes"),
    [
        (
            "SS08",
            [*texts("E12000008", ""), *texts("Source: published inspection reports.", "Blank cells mean no code.")],
        ),
        ("SS11", texts("No notes", "Area in km²")),
        ("SS12", texts("No notes", "Base of (28)")),
        ("SS15", [("content.xml", CONTACT, "Contact: the Care Quality Commission (CQC). The CQC answers.", "")]),
        ("SS15", [("content.xml", CONTACT, "Contact: see the CSV at https://example.org/ABCDE/", "")]),
        ("SS16", [("content.xml", "#Outcomes.A1", "#'Outcomes'.$A$1", "")]),
        ("SS16", [("content.xml", "#Outcomes.A1", "#$Outcomes.A1:Outcomes.B2", "")]),
        ("SS16", [("content.xml", "#Outcomes.A1", "#Outcomes!A1", "")]),
        ("SS16", [("content.xml", "#Outcomes.A1", "#Outcomes", "")]),
        ("SS16", [("content.xml", "#Outcomes.A1", "#outcomes_by_region", "")]),
        ("SS37", [("content.xml", "#Outcomes.A1", "#outcomes_by_region", "")]),
        ("SS16", [("content.xml", "mailto:statistics@example.org", "tel:+44-123", "")]),
        ("SS16", [("content.xml", "mailto:statistics@example.org", "https://example.org/a?b=c#d", "")]),
        ("SS18", texts("Region [note 1]", "Region")),
        ("SS29", texts("This worksheet contains one table.", "This worksheet contains one table of nine columns.")),
        (
            "SS33",
            [("content.xml", CONTACT, "Contact: organisations' neighbourhood behaviour isn't SEND-coded, e2e.", "")],
        ),
        ("SS38", [*texts("Region code", "School year"), *texts("E12000002", "2023"), *texts("E12000008", "2024")]),
        ("SS38", [*texts("North West", "0123"), *texts("South East", "4567")]),
        ("SS40", [*texts("North West", "EAST123"), *texts("South East", "E123")]),
    ],
)
def test_allowed(number, changes, ods, check_ods, point):
    for change in changes:
        ods.change(*change)
    result = point(check_ods(ods), number)
    assert result.status is Status.PASS, result.places


def test_words_of_the_caller_are_known_words_and_abbreviations(ods, check_ods, point):
    ods.change("content.xml", CONTACT, "Contact: the CQC in Kirklees.")
    report = check_ods(ods)
    assert [place.found for place in point(report, "SS15").places] == ["the abbreviation CQC not spelled out"]
    assert [place.found for place in point(report, "SS33").places] == ["the word 'Kirklees'"]
    assert check_ods(ods, words=["CQC", "Kirklees"]).passed


def test_a_year_column_needs_no_separator(ods, check_ods, point):
    ods.change("content.xml", "<text:p>Children</text:p>", "<text:p>Year</text:p>")
    ods.change("content.xml", "<text:p>1,234</text:p>", "<text:p>1234</text:p>")
    found = [place.found for place in point(check_ods(ods), "SS38").places]
    assert found == ["'1234' shown for the value 1234.0, which its format shows as '1,234'"]


def test_a_number_style_that_is_not_decoded_is_said(ods, check_ods, point):
    ods.change(
        "content.xml", '<number:number number:decimal-places="0" number:min-integer-digits="1"/>', "<number:fraction/>"
    )
    result = point(check_ods(ods), "SS38")
    assert result.status is Status.PASS
    assert result.reason == "the number style of 1 cells is not decoded, their text not compared"


def test_text_below_twelve_point_is_reported_not_refused(ods, check_ods, point):
    ods.change("styles.xml", 'fo:font-size="12pt"', 'fo:font-size="11pt"')
    result = point(check_ods(ods), "SS17")
    assert result.status is Status.PASS
    assert result.reason.endswith("cells are below 12 point, the smallest 11")


def test_titles_in_plain_type_are_reported_not_refused(ods, check_ods, point):
    ods.change("content.xml", 'table:style-name="title"', 'table:style-name="body"')
    result = point(check_ods(ods), "SS18")
    assert result.status is Status.PASS
    assert result.reason.endswith("titles neither bold nor in a heading style: 1")


def test_a_stranger_without_any_markup_is_judged_by_what_the_cells_show(ods, check_ods, point):
    ods.change("content.xml", "<table:database-ranges>", "<!--")
    ods.change("content.xml", "</table:database-ranges>", "-->")
    report = check_ods(ods)
    assert [(place.sheet, place.cell) for place in point(report, "SS01").places] == [
        ("Contents", "A3"),
        ("Notes", "A4"),
        ("Outcomes", "A7"),
    ]
    assert point(report, "SS05").status is Status.PASS
    assert point(report, "SS38").status is Status.PASS


def test_a_sheet_of_one_column_has_no_table_to_find(ods, check_ods, point):
    ods.change("content.xml", "  <table:database-ranges>", '<table:table table:name="Aside"/><table:database-ranges>')
    ods.change("content.xml", "Outcomes.A7:Outcomes.G9", "Outcomes.A2:Outcomes.A3")
    report = check_ods(ods, tables={"aside": [("a",)], "outcomes": []})
    assert ("Aside", "A1") in {(place.sheet, place.cell) for place in point(report, "SS32").places}
    assert ("Aside", "A1") in {(place.sheet, place.cell) for place in point(report, "SS41").places}


def test_a_published_table_of_another_width_is_reported(ods, check_ods, point):
    places = point(
        check_ods(ods, tables={"outcomes": [("region", "code"), ("North West", "E12000002")]}), "SS41"
    ).places
    assert [place.found for place in places] == ["3 rows and 7 columns where the CSV has 2 and 2"]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Cover_sheet", Role.COVER),
        ("contents", Role.CONTENTS),
        ("Table of contents", Role.CONTENTS),
        ("Notes", Role.NOTES),
        ("Notes_on_areas", Role.TABLE),
    ],
)
def test_roles_by_name(name, role):
    assert role_of(name) is role


def test_spelling_refuses_american_forms_and_knows_the_british():
    spelling = Spelling(frozenset({"kirklees"}))
    assert [
        spelling.british(word) for word in ("Organized", "colors", "sizes", "capsizing", "realise", "Kirklees")
    ] == [
        "organised",
        "colours",
        None,
        None,
        None,
        None,
    ]
    assert all(map(spelling.knows, ("organised", "colours", "analysed", "Kirklees", "Kirklees's", "behavioural", "a")))
    assert not any(map(spelling.knows, ("organnised", "colouurs", "Kirkleess")))


def test_word_lists_repeat_nothing_the_english_list_has():
    spelling = Spelling(frozenset())
    spelling._own = frozenset()
    assert [word for word in sorted(word_list("words.txt")) if spelling.knows(word)] == []


def test_one_word_of_a_million_letters_is_judged_in_linear_time(ods, check_ods, point):
    ods.change("content.xml", CONTACT, "Contact: " + "a.²²" * 50_000)
    started = time.process_time()
    assert point(check_ods(ods), "SS10").status is Status.FAIL
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("value", "style", "shown"),
    [
        ("1e20", NumberFormat(decimals=0), "100000000000000000000"),
        ("-0.4", NumberFormat(decimals=0), "0"),
        ("0.5", NumberFormat(decimals=0), "1"),
        ("-2.5", NumberFormat(decimals=0, suffix=" km"), "-3 km"),
        ("0.125", NumberFormat(decimals=1, percent=True, suffix="%"), "12.5%"),
    ],
)
def test_what_a_number_format_shows(value, style, shown):
    assert shown_number(Decimal(value), style) == shown


def test_codes_and_table_names_are_neither_dates_nor_words(ods, check_ods, point):
    ods.change("content.xml", "<text:p>No notes</text:p>", "<text:p>E06000052-2023-02-06 typically_positve</text:p>")
    report = check_ods(ods)
    assert point(report, "SS15").status is Status.PASS
    assert point(report, "SS33").status is Status.PASS


@pytest.mark.parametrize(("text", "agrees"), [("true", True), ("1", True), ("false", False), ("", False)])
def test_truth_values_are_compared(text, agrees):
    cell = Cell(row=0, column=0, text="TRUE", look=Look(), value=True, kind=Kind.BOOLEAN)
    assert same_value(cell, text) is agrees


def test_a_notes_sheet_without_a_table_defines_nothing(ods, check_ods, point):
    for text in ("Note text", "Regions are those of the inspectorate.", "One inspection has no published outcome."):
        ods.change("content.xml", f"<text:p>{text}</text:p>", "<text:p/>")
        ods.change("content.xml", 'office:value-type="string"><text:p/>', "><text:p/>")
    ods.change("content.xml", "Notes.A4:Notes.B6", "Elsewhere.A4:Elsewhere.B6")
    found = [place.found for place in point(check_ods(ods), "SS14").places]
    assert "[note 1], which the Notes sheet does not have" in found


def test_numbers_with_more_digits_than_arithmetic_keeps_are_compared():
    cell = Cell(row=0, column=0, text="1", look=Look(), value=1e30, kind=Kind.NUMBER)
    assert not same_value(cell, "1.5")
    assert same_value(cell, "1e30")
