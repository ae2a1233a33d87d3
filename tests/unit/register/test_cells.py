"""Cells: how text becomes a value, what is refused, and that writing is the inverse of reading."""

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.register import Source, Unit, cell_text
from areasend.register.codes import Key
from areasend.register.columns import (
    CellRefused,
    Column,
    choice,
    code,
    day,
    keys,
    names,
    number,
    one_name,
    page,
    text,
    whole,
    yes_or_no,
)


def column(read, **options):
    return Column(name="cell", read=read, description="a test", **options)


def refused(read, cell):
    with pytest.raises(CellRefused) as caught:
        column(read).value(cell)
    return f"{caught.value}. {caught.value.remedy}"


@given(st.dates(date(1974, 4, 1), date(2100, 12, 31)))
def test_a_date_is_read_as_it_is_written(value):
    written = f"{value.year}-{value.month:02}-{value.day:02}"
    assert day(written) == value
    assert cell_text(value) == written


@pytest.mark.parametrize("value", [date(1974, 3, 31), date(2101, 1, 1), date(203, 2, 6)])
def test_a_date_in_no_area_s_lifetime_is_refused(value):
    assert refused(day, value.isoformat()) == (
        "outside 1974-04-01 to 2100-12-31. Correct the year, or leave the cell empty"
    )


@pytest.mark.parametrize("value", [date(1974, 4, 1), date(2100, 12, 31)])
def test_the_first_and_the_last_date_are_taken(value):
    assert day(value.isoformat()) == value


@pytest.mark.parametrize("cell", ["1899-12-30", "1899-12-31", "1900-01-01", "1970-01-01", "9999-12-31", "01/01/1900"])
def test_a_placeholder_is_no_date(cell):
    assert refused(day, cell) == "a placeholder, not a date. Leave the cell empty if the date is not known"


@pytest.mark.parametrize(
    "cell",
    ["31/12/2024", "12/31/2024", "2024-1-31", "20241231", "2024-W52-2", "2024-12-31T00:00:00", "45657", "２024-12-31"],
)
def test_another_form_of_a_date_is_refused(cell):
    assert refused(day, cell).startswith("not a date written as 2024-12-31. Write the year")


@pytest.mark.parametrize("cell", ["2023-02-29", "2024-13-01", "2024-04-31", "2024-00-10", "2024-01-00", "0000-01-01"])
def test_a_day_that_the_calendar_lacks_is_refused(cell):
    assert refused(day, cell) == "no such day in the calendar. Correct the day or the month"


@given(st.text(max_size=12))
def test_no_other_text_is_a_date(cell):
    try:
        value = day(cell)
    except CellRefused:
        return
    assert value.isoformat() == cell


@given(st.integers(0, 999_999_999_999))
def test_a_whole_number_is_read_as_it_is_written(value):
    assert whole(f"{value:d}") == value
    assert cell_text(value) == f"{value:d}"


@pytest.mark.parametrize("cell", ["1,200", "1 200", "007", "-5", "1.0", "1e3", "٣", "1_000", "1000000000000", "n/a"])
def test_a_whole_number_has_digits_only(cell):
    assert refused(whole, cell) == "not a whole number of 0 or more. Write digits only, without separators"


@given(st.decimals(0, 999_999_999_999, places=3))
def test_a_number_is_read_exactly(value):
    assert number(f"{value:f}") == value


@pytest.mark.parametrize("cell", ["0", "18.4", "18.40", "0.000001", "999999999999.999999"])
def test_a_number_is_written_back_as_it_stood(cell):
    assert cell_text(number(cell)) == cell


@pytest.mark.parametrize("cell", ["18,4", "18.4%", ".5", "5.", "-1", "1e3", "NaN", "Infinity", "£5", "0.0000001", "01"])
def test_a_number_has_digits_and_one_point(cell):
    assert refused(number, cell) == "not a number of 0 or more. Write digits and at most one decimal point"


def test_a_number_is_no_binary_fraction():
    assert number("50.3") * 10 == Decimal(503)


def test_a_word_of_a_list_is_read():
    assert choice(Source)("secondary") is Source.SECONDARY


@pytest.mark.parametrize("cell", ["Report", "reports", "REPORT"])
def test_a_word_outside_the_list_is_refused_with_the_list(cell):
    assert refused(choice(Source), cell) == "not one of the words known here. Use one of: report, secondary"


def test_a_badly_formed_code_is_refused_with_its_form():
    assert refused(code(Key), "Two Words").startswith("must be a key of lower-case words joined by _ or -")


def test_names_are_parted_by_semicolons():
    assert names("Bournemouth; Poole") == ("Bournemouth", "Poole")


@pytest.mark.parametrize("cell", ["a;", ";a", "a;;b", "a; ;b", "a;a", ";"])
def test_an_empty_or_doubled_name_is_refused(cell):
    assert refused(names, cell).startswith("an empty or doubled name in the list. Part the names by single")


def test_keys_are_parted_by_semicolons_and_keep_their_order():
    assert keys("waiting_times;early_help") == ("waiting_times", "early_help")
    assert cell_text(keys("waiting_times;early_help")) == "waiting_times;early_help"
    assert {type(key) for key in keys("early_help")} == {Key}


@pytest.mark.parametrize("cell", ["a;", "a;;b", "a;a"])
def test_an_empty_or_doubled_key_is_refused(cell):
    assert refused(keys, cell).startswith("an empty or doubled name in the list. Part the names by single")


@pytest.mark.parametrize("cell", ["early help", "early_help;Waiting_times", "early_help, waiting_times"])
def test_each_of_several_keys_has_the_form_of_one(cell):
    assert refused(keys, cell).startswith("must be a key of lower-case words joined by _ or -")


@given(st.booleans())
def test_yes_and_no_are_read_as_they_are_written(value):
    assert cell_text(value) == ("yes" if value else "no")
    assert yes_or_no(cell_text(value)) is value


@pytest.mark.parametrize("cell", ["Yes", "NO", "y", "true", "1", "0", "yes;no"])
def test_any_other_word_is_neither(cell):
    assert refused(yes_or_no, cell) == "neither yes nor no. Write yes or no"


@pytest.mark.parametrize(("cell", "value"), [("1", 1), ("12", 12)])
def test_pages_are_numbers_from_1(cell, value):
    assert page(cell) == value
    assert cell_text(value) == cell


def test_there_is_no_page_0():
    assert refused(page, "0") == "pages are counted from 1. Leave the cell empty if the page is not known"


@pytest.mark.parametrize("cell", ["iv", "6-7", "-1", "6.5"])
def test_a_page_has_digits_only(cell):
    assert refused(page, cell) in (
        "not a whole number of 0 or more. Write digits only, without separators",
        "a spreadsheet would run this cell as a formula. Remove the leading sign",
    )


def test_one_name_is_read_as_it_stands():
    assert one_name("Bournemouth, Christchurch & Poole") == "Bournemouth, Christchurch & Poole"
    assert refused(one_name, "Bourne\x0bmouth") == "a control character in the text. Remove it"


@pytest.mark.parametrize("cell", ["Bournemouth;Poole", "Poole;"])
def test_two_names_are_not_one(cell):
    assert refused(one_name, cell) == "several names in one cell. Give each name a row of its own"


def test_a_control_character_inside_a_name_is_refused():
    assert refused(names, "Bourne\x0bmouth;Poole") == "a control character in the text. Remove it"


@pytest.mark.parametrize(
    "letter", ["\x00", "\x07", "\t", "\r", "\x1f", "\x7f", "\x85", "\x9f", "\u202e", "\ufffe", "\uffff"]
)
def test_a_character_that_no_page_can_hold_is_refused(letter):
    assert refused(text, f"a{letter}b") == "a control character in the text. Remove it"


# XML 1.0, section 2.2: the characters that a document may hold.
XML_CHARACTER = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


@given(st.text())
def test_text_that_is_taken_can_stand_in_xml(cell):
    try:
        value = text(cell)
    except CellRefused:
        return
    assert value == cell
    assert XML_CHARACTER.fullmatch(value)


@pytest.mark.parametrize("cell", ["Zoë’s – “area”", "first line\nsecond line", "日本", "🏫"])
def test_letters_of_any_script_and_a_line_feed_are_text(cell):
    assert column(text).value(cell) == cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44 20", "@SUM(A1)", "\t=1", "\r=1", "-cmd", "-", "--1", "-1+1", "-2+3+cmd|' /C calc'!A0", "-1."]
)
@pytest.mark.parametrize("optional", [True, False])
def test_a_cell_that_a_spreadsheet_would_run_is_refused_everywhere(cell, optional):
    with pytest.raises(CellRefused, match="a spreadsheet would run this cell as a formula") as caught:
        column(text, optional=optional).value(cell)
    assert caught.value.remedy == "Remove the leading sign"


@pytest.mark.parametrize("cell", ["-5", "-0.5", "–5 degrees", "a-b", "a=b", "1+1"])
def test_a_negative_number_or_a_sign_further_on_is_no_formula(cell):
    assert column(text).value(cell) == cell


@pytest.mark.parametrize("cell", [" a", "a ", "\u00a0a", "a\u2003", "\na", " "])
def test_space_around_the_text_is_refused(cell):
    assert refused(text, cell) == "space before or after the text. Remove the spaces"


def test_a_missing_value_is_refused_with_what_belongs_there():
    assert refused(text, "") == "a value is missing. Fill in cell: a test"


@pytest.mark.parametrize("empty", [None, "", ()])
def test_an_optional_cell_left_empty_is_the_columns_own_empty_value(empty):
    value = column(day, optional=True, empty=empty).value("")
    assert value == empty
    assert cell_text(value) == ""


class _Word(StrEnum):
    ONE = "one"


@pytest.mark.parametrize(
    ("value", "cell"),
    [(("a", "b"), "a;b"), (_Word.ONE, "one"), (Unit.PERCENT, "percent"), (0, "0"), ("x", "x")],
)
def test_a_value_is_written_as_it_is_read(value, cell):
    assert cell_text(value) == cell


@given(st.lists(st.text(st.characters(codec="ascii", exclude_characters=";"), min_size=1), min_size=1, unique=True))
def test_names_survive_the_round_trip(parts):
    try:
        value = column(names).value(";".join(parts))
    except CellRefused:
        return
    assert names(cell_text(value)) == value


@given(st.dates(date(1974, 4, 1), date(2100, 12, 30)))
def test_dates_keep_their_order_as_text(value):
    assert cell_text(value) < cell_text(value + timedelta(days=1))
