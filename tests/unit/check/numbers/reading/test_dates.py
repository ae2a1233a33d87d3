"""Dates and periods in words, each with its first and last day by hand."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.check.numbers.reading import Dated, DateKind, dated
from areasend.statistics import long_date


def short(found: Dated) -> str:
    ends = f"{found.first or ''}/{found.last or ''}"
    return f"{ends} {found.kind.value}{' impossible' if found.impossible else ''}"


CASES = [
    ("31 December 2024", "2024-12-31/2024-12-31 day"),
    ("the 1st of January 2024", "2024-01-01/2024-01-01 day"),
    ("December 31, 2024", "2024-12-31/2024-12-31 day"),
    ("4 Sept. 2024", "2024-09-04/2024-09-04 day"),
    ("31\u00a0December\u00a02024", "2024-12-31/2024-12-31 day"),
    ("2024-12-31", "2024-12-31/2024-12-31 day"),
    ("2023-01-01/2024-12-31", "2023-01-01/2024-12-31 range"),
    ("2024-12-31T09:30:00Z", "2024-12-31/2024-12-31 day"),
    ("31/12/2024", "2024-12-31/2024-12-31 day"),
    ("12/31/2024", "2024-12-31/2024-12-31 day"),
    ("31.12.2024", "2024-12-31/2024-12-31 day"),
    ("on 4 May", "/ day without year"),
    ("on 31 June", "/ day without year impossible"),
    ("31 June 2024", "/ day impossible"),
    ("29 February 2023", "/ day impossible"),
    ("29 February 2024", "2024-02-29/2024-02-29 day"),
    ("February 30, 2024", "/ day impossible"),
    ("31/06/2024", "/ day impossible"),
    ("0 May 2024", "/ day impossible"),
    ("in December 2024", "2024-12-01/2024-12-31 month"),
    ("February, 2024", "2024-02-01/2024-02-29 month"),
    ("2024", "2024-01-01/2024-12-31 year"),
    ("in the 2024 calendar year", "2024-01-01/2024-12-31 year"),
    ("(2024)", "2024-01-01/2024-12-31 year"),
    ("Q1 2024", "2024-01-01/2024-03-31 quarter"),
    ("2024 Q4", "2024-10-01/2024-12-31 quarter"),
    ("quarter 2 of 2024", "2024-04-01/2024-06-30 quarter"),
    ("the third quarter of 2024", "2024-07-01/2024-09-30 quarter"),
    ("the last quarter of 2024", "2024-10-01/2024-12-31 quarter"),
    ("2023/24", "2023-04-01/2024-08-31 split year"),
    ("2023–24", "2023-04-01/2024-08-31 split year"),
    ("1999-00", "1999-04-01/2000-08-31 split year"),
    ("academic year 2023/24", "2023-09-01/2024-08-31 school year"),
    ("the 2023/24 school year", "2023-09-01/2024-08-31 school year"),
    ("2023-24 financial year", "2023-04-01/2024-03-31 financial year"),
    ("academic year 2023/2024", "2023-09-01/2024-08-31 school year"),
    ("2023 to 2024 academic year", "2023-09-01/2024-08-31 school year"),
    ("financial year 2023 to 2024", "2023-04-01/2024-03-31 financial year"),
    ("2023-2024", "2023-01-01/2024-12-31 range"),
    ("2019-23", "2019-01-01/2023-12-31 range"),
    ("2019 to 2023", "2019-01-01/2023-12-31 range"),
    ("between 1 January 2023 and 31 December 2024", "2023-01-01/2024-12-31 range"),
    ("from 1 January 2023 to 31 December 2024", "2023-01-01/2024-12-31 range"),
    ("1 January to 31 March 2024", "2024-01-01/2024-03-31 range"),
    ("from 1 January until 31 March 2024", "2024-01-01/2024-03-31 range"),
    ("5 to 9 May 2024", "2024-05-05/2024-05-09 range"),
    ("5-9 May 2024", "2024-05-05/2024-05-09 range"),
    ("9 to 5 May 2024", "2024-05-09/2024-05-05 range impossible"),
    ("January to March 2024", "2024-01-01/2024-03-31 range"),
    ("between January and March 2024", "2024-01-01/2024-03-31 range"),
    ("January 2023 to March 2024", "2023-01-01/2024-03-31 range"),
    ("between 31 December 2024 and 1 January 2023", "2024-12-31/2023-01-01 range impossible"),
    ("between 31 June 2024 and 1 July 2024", "/ range impossible"),
    ("from 1 May to 4 June", "/ day without year"),
    ("from the start of 2023 to the end of 2024", "2023-01-01/2024-12-31 range"),
    ("2022/23 to 2023/24", "2022-04-01/2024-08-31 range"),
    ("since January 2023", "2023-01-01/ since"),
    ("after 2023", "2024-01-01/ after"),
    ("by 2027", "/2027-12-31 by"),
    ("by the end of 2027", "/2027-12-31 by"),
    ("by the start of 2027", "/2027-01-01 by"),
    ("by 2027/28", "/2028-08-31 by"),
    ("no later than May 2024", "/2024-05-31 by"),
    ("before 2023", "/2022-12-31 before"),
    ("prior to 4 May 2024", "/2024-05-03 before"),
    ("as at 31 December 2024", "/2024-12-31 as at"),
    ("at 31 December 2024", "/2024-12-31 as at"),
    ("up to May 2024", "/2024-05-31 until"),
    ("until 4 May 2024", "/2024-05-04 until"),
    ("up to and including 2024", "/2024-12-31 until"),
    ("since 31 June 2024", "/ day impossible"),
    ("the year ending 31 March 2024", "2023-04-01/2024-03-31 range"),
    ("the 12 months to February 2024", "2023-03-01/2024-02-29 range"),
    ("the year to 28 February 2024", "2023-03-01/2024-02-28 range"),
    ("the financial year ending 2024", "2023-04-01/2024-03-31 range"),
    ("the academic year ending 2024", "2023-09-01/2024-08-31 range"),
    ("the year ending 2024", "2024-01-01/2024-12-31 range"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_one_date(text: str, expected: str) -> None:
    assert [short(found) for found in dated(f"Seen {text}, that is.")] == [expected]
    assert [short(found) for found in dated(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the first 2 years of the work",
        "the Children Act 2004",
        "the Regulations 2014 and the Local Order (Schools) 2015",
        "14 may be enough, 20 march on",
        "£2024, 2024%, 2,024, 2024.5, 2024 million and 12024",
        "over 2000 responses",
        "2000 pupils",
        "a total of 2000 visits",
        "2024-13-45",
        "2024-02-30/2024-03-01",
        "2024/19",
        "no date at all",
        "1899 and 2100",
        "code 301-2024x",
    ],
)
def test_no_date(text: str) -> None:
    assert dated(text) == ()


def test_several_dates_of_a_text_in_order_with_their_words() -> None:
    text = "In 2023 and 2024, since May 2023; by 2027. In 2024 pupils went."
    assert [found.text for found in dated(text)] == ["2023", "2024", "since May 2023", "by 2027", "2024"]


def test_two_periods_are_no_range_because_a_word_is_between_them() -> None:
    kinds = [found.kind for found in dated("January to March 2023 to be sure, and 2024; 4 May and 6 June 2024")]
    assert kinds == [DateKind.RANGE, DateKind.YEAR, DateKind.YEARLESS, DateKind.DAY]


@settings(max_examples=60)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["", "on ", "text – ", "("]))
def test_any_day_reads_back(day: date, before: str) -> None:
    for written in (long_date(day), day.isoformat(), day.strftime("%d/%m/%Y"), long_date(day).replace(" ", "\u00a0")):
        (found,) = dated(before + written + ".")
        assert (found.first, found.last, found.text) == (day, day, written)


@settings(max_examples=60)
@given(st.text(alphabet="0123456789/-. abcM2024yaDcember–to", max_size=60))
def test_a_date_stands_where_it_says(text: str) -> None:
    end = 0
    for found in dated(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end
