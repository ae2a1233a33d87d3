"""Calendar arithmetic in months and quarters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.framework import add_months, last_day_of_quarter

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
months = st.integers(-600, 600)


def last_of_month(day: date) -> int:
    """By walking forward until the month changes."""
    while (day + timedelta(days=1)).month == day.month:
        day += timedelta(days=1)
    return day.day


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2023, 2, 10), 36, date(2026, 2, 10)),
        (date(2023, 2, 10), 60, date(2028, 2, 10)),
        (date(2024, 2, 29), 60, date(2029, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2023, 8, 31), 18, date(2025, 2, 28)),
        (date(2022, 8, 31), 18, date(2024, 2, 29)),
        (date(2024, 12, 31), 1, date(2025, 1, 31)),
        (date(2024, 1, 31), -2, date(2023, 11, 30)),
        (date(2024, 5, 15), 0, date(2024, 5, 15)),
    ],
)
def test_months_added_by_hand(day, months, moved):
    assert add_months(day, months) == moved


@given(days, months)
def test_the_month_moves_by_as_many_months(day, months):
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months


@given(days, months)
def test_the_day_stays_or_becomes_the_last_of_its_month(day, months):
    moved = add_months(day, months)
    assert moved.day == day.day or (moved.day < day.day and moved.day == last_of_month(moved))


@given(days, days, months)
def test_the_order_of_days_is_kept(one, other, months):
    earlier, later = min(one, other), max(one, other)
    assert add_months(earlier, months) <= add_months(later, months)


@given(days.filter(lambda day: day.day <= 28), months, months)
def test_two_steps_equal_one_where_no_day_is_cut(day, first, second):
    assert add_months(add_months(day, first), second) == add_months(day, first + second)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2024, 1, 1), date(2024, 3, 31)),
        (date(2024, 3, 31), date(2024, 3, 31)),
        (date(2024, 4, 1), date(2024, 6, 30)),
        (date(2024, 9, 30), date(2024, 9, 30)),
        (date(2024, 10, 1), date(2024, 12, 31)),
        (date(2024, 12, 31), date(2024, 12, 31)),
    ],
)
def test_the_last_day_of_a_quarter_by_hand(day, last):
    assert last_day_of_quarter(day) == last


@given(days)
def test_a_quarter_ends_where_walking_forward_leaves_it(day):
    walked = day
    while (walked + timedelta(days=1)).strftime("%m-%d") not in {"01-01", "04-01", "07-01", "10-01"}:
        walked += timedelta(days=1)
    assert last_day_of_quarter(day) == walked
