"""Each rule of an inspection's dates, broken once; and how an inspection is named by them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.register.rules.inspections import dates_are_in_order, dates_are_in_the_calendar

NAMES = ("inspection_start", "inspection_end", "publication_date")


def dated(start, end, published):
    texts = zip(NAMES, (start, end, published), strict=True)
    return {name: date.fromisoformat(text) if text else None for name, text in texts}


def told(records):
    return [str(fault) for fault in dates_are_in_order(records)]


@pytest.mark.parametrize(
    "dates",
    [
        ("2023-01-01", "2023-01-01", "2023-01-02"),
        ("2023-02-06", "2023-03-09", "2023-05-05"),  # 31 days
        ("2023-02-06", "2023-02-10", ""),
        ("", "", "2023-05-05"),
    ],
    ids=["one day", "the longest", "not published yet", "only published"],
)
def test_sound_dates_are_taken(record_set, dates):
    assert told(record_set(inspections=[dated(*dates)])) == []


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        (
            ("2023-02-06", "", "2023-05-05"),
            "column inspection_end: one of the two dates is missing. Fill in both or neither.",
        ),
        (
            ("", "2023-02-10", "2023-05-05"),
            "column inspection_start: one of the two dates is missing. Fill in both or neither.",
        ),
        (
            ("", "", ""),
            (
                "column publication_date: a record without any date cannot be told from another. "
                "Fill in at least one of the dates."
            ),
        ),
        (
            ("2022-12-31", "2023-01-04", "2023-05-05"),
            (
                "column inspection_start: before the framework began on 2023-01-01 (found '2022-12-31'). "
                "Leave out inspections under the earlier framework."
            ),
        ),
        (
            ("", "", "2022-12-31"),
            (
                "column publication_date: before the framework began on 2023-01-01 (found '2022-12-31'). "
                "Leave out inspections under the earlier framework."
            ),
        ),
        (
            ("2023-02-06", "2023-02-05", "2023-05-05"),
            (
                "column inspection_end: the inspection ends before it starts (2023-02-06) (found '2023-02-05'). "
                "Correct one of the dates."
            ),
        ),
        (
            ("2023-02-06", "2023-03-10", "2023-05-05"),
            (
                "column inspection_end: longer than 31 days after the start (2023-02-06) (found '2023-03-10'). "
                "Correct one of the dates."
            ),
        ),
        (
            ("2023-02-06", "2023-02-10", "2023-02-10"),
            (
                "column publication_date: published on or before the last day of the inspection (2023-02-10) "
                "(found '2023-02-10'). Correct one of the dates."
            ),
        ),
    ],
)
def test_a_fault_of_the_dates_names_its_column(record_set, dates, message):
    assert told(record_set(inspections=[dated(*dates)])) == [f"inspections.csv, row 2, {message}"]


@pytest.mark.parametrize(
    "dates", [("2023-02-06", "", "2023-02-06"), ("", "2023-02-06", "2023-02-06")], ids=["start", "end"]
)
def test_one_date_alone_is_enough_to_refuse_an_early_publication(record_set, dates):
    found = told(record_set(inspections=[dated(*dates)]))
    assert len(found) == 2
    assert "published on or before the last day of the inspection (2023-02-06)" in found[1]


@pytest.mark.parametrize("column", NAMES)
def test_a_date_after_the_calendar_names_its_file_row_and_column(record_set, column):
    records = record_set(inspections=[{}, {column: date(2029, 1, 1)}])
    assert [str(fault) for fault in dates_are_in_the_calendar(records)] == [
        (
            f"inspections.csv, row 3, column {column}: later than 2028-12-31, where the framework's calendar of "
            "working days ends (found '2029-01-01'). Correct the year."
        )
    ]


def test_the_last_day_of_the_calendar_and_no_date_are_taken(record_set):
    rows = [dict.fromkeys(NAMES, date(2028, 12, 31)), dict.fromkeys(NAMES)]
    assert list(dates_are_in_the_calendar(record_set(inspections=rows))) == []


days = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@given(days, days, days)
def test_dates_are_taken_exactly_when_they_follow_one_another(record_set, start, end, published):
    row = dict(zip(NAMES, (start, end, published), strict=True))
    sound = start <= end < published and (end - start).days <= 31
    assert (told(record_set(inspections=[row])) == []) is sound


@given(days, st.integers(0, 31), st.integers(1, 400))
def test_a_sound_record_is_always_taken(record_set, start, length, wait):
    end = start + timedelta(days=length)
    row = dict(zip(NAMES, (start, end, end + timedelta(days=wait)), strict=True))
    assert told(record_set(inspections=[row])) == []


@pytest.mark.parametrize(
    ("dates", "name"),
    [
        (("2023-02-06", "2023-02-10", "2023-05-05"), "E06009001-2023-02-06"),
        (("", "", "2023-05-05"), "E06009001-published-2023-05-05"),
        (("", "", ""), "E06009001-published-unknown"),
    ],
)
def test_an_inspection_is_named_by_its_area_and_first_day(record, dates, name):
    assert record("inspections", **dated(*dates)).inspection_id == name
