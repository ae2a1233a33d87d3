"""Working days from the last day of an inspection to the publication of its report, counted by hand."""

import pytest
from tests.spec.manual import given, shows

from areasend.statistics import build_table

AREAS = """
area    | region
Ashford | London
Barton  | London
Corby   | London
Dover   | London
"""


def test_the_bank_holiday_of_the_coronation_is_no_working_day() -> None:
    """From Friday 5 May 2023 to Tuesday 9 May: Monday 8 May was a bank holiday, so Tuesday is the first working day."""
    one = """
    area    | start      | published  | outcome
    Ashford | 2023-05-01 | 2023-05-09 | positive
    """
    shows(
        build_table(given(AREAS, one), "inspections"),
        """
        inspection_end | publication_date | working_days_to_publication
        2023-05-05     | 2023-05-09       | 1
        """,
    )


def test_a_week_has_five_working_days() -> None:
    one = """
    area    | start      | published  | outcome
    Ashford | 2024-09-30 | 2024-10-11 | positive
    """
    shows(
        build_table(given(AREAS, one), "inspections"),
        """
        inspection_end | publication_date | working_days_to_publication
        2024-10-04     | 2024-10-11       | 5
        """,
    )


def test_the_median_of_an_even_count_is_the_mean_of_the_two_in_the_middle() -> None:
    """From Friday 4 October 2024: 5, 6, 9 and 10 working days; the middle is (6 + 9) / 2 = 7.5."""
    four = """
    area    | start      | published  | outcome
    Ashford | 2024-09-30 | 2024-10-11 | positive
    Barton  | 2024-09-30 | 2024-10-14 | positive
    Corby   | 2024-09-30 | 2024-10-17 | inconsistent
    Dover   | 2024-09-30 | 2024-10-18 | inconsistent
    """
    shows(
        build_table(given(AREAS, four), "working-days-to-publication"),
        """
        breakdown | group                                       | reports | minimum | median | maximum
        Outcome   | Typically positive experiences and outcomes | 2       | 5       | 5.5    | 6
        Outcome   | Inconsistent experiences and outcomes       | 2       | 9       | 9.5    | 10
        Outcome   | Widespread and/or systemic failings         | 0       | [z]     | [z]    | [z]
        Year      | Calendar year 2023                          | 0       | [z]     | [z]    | [z]
        Year      | Calendar year 2024                          | 4       | 5       | 7.5    | 10
        England   | England                                     | 4       | 5       | 7.5    | 10
        """,
    )


def test_the_median_of_an_odd_count_is_the_one_in_the_middle() -> None:
    three = """
    area    | start      | published  | outcome
    Ashford | 2024-09-30 | 2024-10-11 | positive
    Barton  | 2024-09-30 | 2024-10-14 | positive
    Corby   | 2024-09-30 | 2024-10-18 | positive
    """
    table = build_table(given(AREAS, three), "working-days-to-publication")
    assert [table.figure("england", name).text for name in ("minimum", "median", "maximum")] == ["5", "6", "10"]


def test_a_report_not_yet_published_has_no_time_to_publication() -> None:
    open_ = """
    area    | start      | published  | outcome
    Ashford | 2024-09-30 | -          | positive
    Barton  | 2024-09-30 | 2024-10-11 | positive
    """
    shows(
        build_table(given(AREAS, open_), "inspections"),
        """
        local_area | publication_date | working_days_to_publication
        Ashford    | [x]              | [x]
        Barton     | 2024-10-11       | 5
        """,
    )


def test_only_reports_with_both_dates_are_in_the_spread() -> None:
    open_ = """
    area    | start      | published  | outcome
    Ashford | 2024-09-30 | -          | positive
    Barton  | 2024-09-30 | 2024-10-11 | positive
    """
    table = build_table(given(AREAS, open_), "working-days-to-publication")
    assert (table.figure("england", "reports").text, table.figure("england", "maximum").text) == ("1", "5")


PAUSED = """
area    | start      | published  | outcome
Ashford | 2024-01-22 | 2024-05-20 | positive
Barton  | 2024-01-22 | 2024-07-12 | positive
"""
SAID = (
    "No report in these records was published from 21 May 2024 to 11 July 2024, "
    "around the general election of 4 July 2024."
)


def test_a_pause_before_an_election_is_said_where_the_records_show_it() -> None:
    assert SAID in build_table(given(AREAS, PAUSED), "working-days-to-publication").notes


LOCAL = """
area    | start      | published  | outcome
Ashford | 2024-01-22 | {before} | positive
Barton  | 2024-01-22 | {after} | positive
"""
SAID_OF_MAY = (
    "No report in these records was published from 4 April 2024 to 6 May 2024, around the local elections of May 2024."
)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("2024-04-03", "2024-05-07", True),
        ("2024-04-04", "2024-05-07", False),
        ("2024-04-03", "2024-05-06", False),
    ],
)
def test_the_pause_before_the_local_elections_of_2024_is_said_where_reports_stand_around_it(
    before: str, after: str, said: bool
) -> None:
    table = build_table(given(AREAS, LOCAL.format(before=before, after=after)), "working-days-to-publication")
    assert (SAID_OF_MAY in table.notes) is said


def test_a_pause_is_not_said_where_a_report_was_published_in_it() -> None:
    broken = PAUSED + "Corby | 2024-01-22 | 2024-06-03 | positive\n"
    assert SAID not in build_table(given(AREAS, broken), "working-days-to-publication").notes


def test_a_pause_is_not_said_where_the_records_end_before_it() -> None:
    early = """
    area    | start      | published  | outcome
    Ashford | 2024-01-22 | 2024-05-20 | positive
    """
    assert SAID not in build_table(given(AREAS, early), "working-days-to-publication").notes
