"""Dates and spans as reports print them: read back in every form, and never made of days that are not there."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.reports.printed_dates import NoSuchDate, Span, spans_in

MONTHS = list(calendar.month_name)
SHORT = list(calendar.month_abbr)
WEEKDAYS = list(calendar.day_name)

DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))
SPANS = st.tuples(DAYS, st.integers(1, 14)).map(lambda found: (found[0], found[0] + timedelta(days=found[1])))
JOINED_BY = st.sampled_from([" to ", "–", " – ", "-", " - ", "—", "‑", " until ", " TO ", " \n to \xa0"])
OF_YEARS = st.sampled_from([" ", ", ", "  ", "\xa0", "\n"])
# Words that hold no digit and no name of a month, as they stand around dates.
WORDS = st.sampled_from(["", "Inspection dates: ", "The visit took place from ", "(", "– "])
ENDS = st.sampled_from(["", ".", ")", " (on site)", "; then a letter"])

Written = Callable[[date], str]


@st.composite
def written_days(draw: st.DrawFn) -> Written:
    """A way to write a day and its month, the same for both days of a span."""
    ordinal, of = draw(st.sampled_from(["", "th", " th", "st"])), draw(st.sampled_from([" ", " of ", "\n"]))
    months = draw(st.sampled_from([MONTHS, SHORT, [f"{name}." for name in SHORT], [name.upper() for name in MONTHS]]))
    weekday = draw(st.sampled_from(["", "{}, ", "{} ", "{:.3} ", "{:.3}., "]))
    padded = draw(st.booleans())

    def write(day: date) -> str:
        number = f"{day.day:02}" if padded else str(day.day)
        return f"{weekday.format(WEEKDAYS[day.weekday()])}{number}{ordinal}{of}{months[day.month]}"

    return write


def only(text: str) -> Span | NoSuchDate:
    (found,) = spans_in(text)
    assert text[found.start : found.end].strip() == text[found.start : found.end]
    return found


@given(DAYS, written_days(), OF_YEARS, WORDS, ENDS)
def test_a_day_alone_in_every_form(day: date, write: Written, of_year: str, before: str, behind: str) -> None:
    found = only(f"{before}{write(day)}{of_year}{day.year}{behind}")
    assert isinstance(found, Span)
    assert (found.first, found.last) == (day, None)


@given(SPANS, written_days(), JOINED_BY, OF_YEARS, WORDS, ENDS)
def test_a_span_with_a_year_each(
    span: tuple[date, date], write: Written, to: str, of_year: str, before: str, behind: str
) -> None:
    first, last = span
    text = f"{before}{write(first)}{of_year}{first.year}{to}{write(last)}{of_year}{last.year}{behind}"
    found = only(text)
    assert isinstance(found, Span)
    assert (found.first, found.last) == (first, last)


@given(SPANS, written_days(), JOINED_BY, OF_YEARS, WORDS, ENDS)
def test_a_span_with_one_year_may_run_over_the_turn_of_it(
    span: tuple[date, date], write: Written, to: str, of_year: str, before: str, behind: str
) -> None:
    first, last = span
    found = only(f"{before}{write(first)}{to}{write(last)}{of_year}{last.year}{behind}")
    assert isinstance(found, Span)
    assert (found.first, found.last) == (first, last)


@given(DAYS, st.integers(1, 27), st.sampled_from([" to ", "–", " - ", "-", " and ", "th to "]), OF_YEARS)
def test_a_span_within_a_month_names_it_once(last: date, length: int, to: str, of_year: str) -> None:
    first = last - timedelta(days=length)
    if first.month != last.month:
        first, last = last.replace(day=1), last.replace(day=2)
    found = only(f"{first.day}{to}{last.day} {MONTHS[last.month]}{of_year}{last.year}")
    assert isinstance(found, Span)
    assert (found.first, found.last) == (first, last)


@given(SPANS, st.sampled_from([" to ", "–", " until "]))
def test_swapped_days_never_become_a_span(span: tuple[date, date], to: str) -> None:
    first, last = span
    swapped = f"{last.day} {MONTHS[last.month]} {last.year}{to}{first.day} {MONTHS[first.month]} {first.year}"
    assert only(swapped) == NoSuchDate(swapped, 0, len(swapped))
    if (first.month, first.year) == (last.month, last.year):
        swapped = f"{last.day}{to}{first.day} {MONTHS[first.month]} {first.year}"
        assert only(swapped) == NoSuchDate(swapped, 0, len(swapped))


@given(st.integers(2016, 2030), st.integers(1, 12), st.integers(0, 99))
def test_days_that_a_month_does_not_have_never_become_dates(year: int, month: int, number: int) -> None:
    there = 1 <= number <= calendar.monthrange(year, month)[1]
    for text in (f"{number} {MONTHS[month]} {year}", f"{number} to 28 {MONTHS[month]} {year}"):
        in_order = "to" not in text or number <= 28
        assert isinstance(only(text), Span) is (there and in_order)
    assert isinstance(only(f"1 to {number} {MONTHS[month]} {year}"), Span) is there


@given(st.from_regex(r"\A(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{1,6}\Z"))
def test_a_month_of_another_name_never_becomes_a_date(name: str) -> None:
    known = {month.casefold() for month in (*MONTHS, *SHORT, "sept")}
    assert isinstance(only(f"12 {name} 2024"), NoSuchDate) is (name not in known)


@given(st.lists(st.tuples(DAYS, st.booleans()), min_size=1, max_size=5))
def test_dates_come_in_order_each_once(days: list[tuple[date, bool]]) -> None:
    parts = [
        f"{day.day} to {(day + timedelta(7)).day} {MONTHS[(day + timedelta(7)).month]} {(day + timedelta(7)).year}"
        if span and (day + timedelta(7)).month == day.month
        else f"{day.day} {MONTHS[day.month]} {day.year}"
        for day, span in days
    ]
    found = spans_in(" and ".join(parts))
    assert [each.first for each in found if isinstance(each, Span)] == [day for day, _ in days]


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    end = 0
    for found in spans_in(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("28 December to 3 January 2024", date(2023, 12, 28), date(2024, 1, 3)),
        ("28 December 2023 to 3 January 2024", date(2023, 12, 28), date(2024, 1, 3)),
        ("28 February to 4 March 2022", date(2022, 2, 28), date(2022, 3, 4)),
        ("31 January and 1 February 2024", date(2024, 1, 31), date(2024, 2, 1)),
        ("1 to 5 Sept 2025", date(2025, 9, 1), date(2025, 9, 5)),
        ("Monday 12 February to Friday 16 February 2024", date(2024, 2, 12), date(2024, 2, 16)),
        ("12th – 16th February, 2024", date(2024, 2, 12), date(2024, 2, 16)),
        ("29 February to 1 March 2024", date(2024, 2, 29), date(2024, 3, 1)),
    ],
)
def test_forms_by_hand(text: str, first: date, last: date) -> None:
    assert only(text) == Span(first, last, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "31 April 2024",
        "29 February 2023",
        "28 February to 30 February 2024",
        "0 to 4 March 2024",
        "16 to 12 February 2024",
        "20 February to 5 February 2024",
        "15 January to 1 January 2024",
        "12 Febuary 2024",
    ],
)
def test_words_set_like_dates(text: str) -> None:
    assert only(text) == NoSuchDate(text, 0, len(text))


def test_a_span_may_be_long() -> None:
    """Days in order are a span; that no inspection takes so long is a rule across the fields."""
    text = "3 January to 28 December 2023"
    assert only(text) == Span(date(2023, 1, 3), date(2023, 12, 28), 0, len(text))


def test_two_dates_joined_by_and_are_two() -> None:
    found = spans_in("The inspections were on 19 March 2018 and 24 March 2020.")
    assert [(each.first, each.last) for each in found if isinstance(each, Span)] == [
        (date(2018, 3, 19), None),
        (date(2020, 3, 24), None),
    ]


@pytest.mark.parametrize(
    "text", ["", "March 2024", "12/02/2024", "12 February 24", "2024", "112 March 20245", "12 Pluvi 2024"]
)
def test_what_is_no_date(text: str) -> None:
    assert spans_in(text) == ()
