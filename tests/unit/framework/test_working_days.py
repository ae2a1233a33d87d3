"""Working days: against the `holidays` package, a slow loop day by day, and days counted by hand."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.framework import OutsideCalendar, packaged_framework

DAYS = packaged_framework().working_days
ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(2022, 2029))
covered = st.dates(date(2022, 1, 1), date(2028, 12, 31))


def working(day: date) -> bool:
    return day.weekday() not in (5, 6) and day not in ENGLAND


def counted_slowly(start: date, end: date) -> int:
    """Days after `start`, up to and with `end`, one by one."""
    count = 0
    while start < end:
        start += timedelta(days=1)
        count += working(start)
    return count


@pytest.mark.parametrize("year", range(2022, 2029))
def test_bank_holidays_are_those_of_the_independent_list(year):
    ours = {day for day in DAYS.bank_holidays if day.year == year}
    theirs = {day for day in ENGLAND if day.year == year and day.weekday() < 5}
    assert ours == theirs


@pytest.mark.parametrize(
    "day",
    [date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)],
    ids=["platinum jubilee", "state funeral", "coronation"],
)
def test_days_given_once_are_bank_holidays(day):
    assert not DAYS.is_working_day(day)


@given(covered)
def test_a_working_day_is_a_weekday_that_is_no_holiday(day):
    assert DAYS.is_working_day(day) is working(day)


@given(covered, covered)
def test_days_between_equal_a_count_day_by_day(one, other):
    start, end = min(one, other), max(one, other)
    assert DAYS.between(start, end) == counted_slowly(start, end)


@given(covered, covered)
def test_the_way_back_is_the_same_number_below_zero(start, end):
    assert DAYS.between(end, start) == -DAYS.between(start, end)


@given(covered, covered, covered)
def test_two_stretches_add_up(first, middle, last):
    assert DAYS.between(first, middle) + DAYS.between(middle, last) == DAYS.between(first, last)


@given(covered)
def test_nothing_lies_between_a_day_and_itself(day):
    assert DAYS.between(day, day) == 0


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2024, 10, 4), date(2024, 10, 7), 1),  # Friday to Monday
        (date(2024, 10, 5), date(2024, 10, 6), 0),  # Saturday to Sunday
        (date(2024, 3, 28), date(2024, 4, 2), 1),  # Thursday over Easter to Tuesday
        (date(2024, 12, 24), date(2025, 1, 2), 4),  # 27, 30 and 31 December, 2 January
        (date(2023, 5, 5), date(2023, 5, 9), 1),  # over the coronation's bank holiday
    ],
)
def test_days_counted_by_hand(start, end, count):
    assert DAYS.between(start, end) == count


@pytest.mark.parametrize("day", [date(2021, 12, 31), date(2029, 1, 1)])
def test_a_day_outside_the_calendar_is_refused_with_what_to_do(day):
    with pytest.raises(OutsideCalendar, match=f"from 2022-01-01 to 2028-12-31, but {day} was asked for") as caught:
        DAYS.is_working_day(day)
    assert "Add the bank holidays of that year to framework/data/calendar.toml." in str(caught.value)


@pytest.mark.parametrize(
    ("start", "end"),
    [(date(2021, 12, 31), date(2022, 1, 4)), (date(2028, 12, 29), date(2029, 1, 2))],
)
def test_a_count_that_leaves_the_calendar_is_refused(start, end):
    with pytest.raises(OutsideCalendar, match="Working days are known from 2022-01-01 to 2028-12-31"):
        DAYS.between(start, end)


@pytest.mark.parametrize("day", [date(2022, 1, 1), date(2028, 12, 31)])
def test_the_first_and_the_last_day_of_the_calendar_can_be_asked_for(day):
    assert DAYS.is_working_day(day) is False  # a Saturday and a Sunday
