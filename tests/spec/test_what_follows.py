"""What the framework says follows an inspection, and the month in which that leads one to expect it."""

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, area, day, inspection
from tests.spec.manual import given, shows

from areasend.framework import Activity, Hedge, Relation, interval_words, packaged_framework
from areasend.statistics import build_table, expectation

AREAS = """
area    | region
Ashford | London
"""


@pytest.mark.parametrize(
    ("outcome", "next_full", "expected", "monitoring", "around", "plan"),
    [
        (
            "positive",
            "within approximately 5 years",
            "by about September 2028",
            "[z]",
            "[z]",
            "update and publish its strategic plan",
        ),
        (
            "inconsistent",
            "within approximately 3 years",
            "by about September 2026",
            "[z]",
            "[z]",
            "update and publish its strategic plan",
        ),
        (
            "widespread",
            "within approximately 3 years",
            "by about September 2026",
            "within approximately 18 months",
            "by about May 2025",
            "prepare and submit a priority action plan (area SEND)",
        ),
    ],
)
def test_what_follows_each_outcome(
    outcome: str, next_full: str, expected: str, monitoring: str, around: str, plan: str
) -> None:
    """Inspected to 29 September 2023, published on 24 November 2023; the words are those of the reports' boxes."""
    one = f"""
    area    | start      | published  | outcome
    Ashford | 2023-09-25 | 2023-11-24 | {outcome}
    """
    table = build_table(given(AREAS, one), "areas")
    (row,) = table.text_rows()
    begin = table.heading.index("next_full_inspection")
    assert row[begin : begin + 5] == (next_full, expected, monitoring, around, plan)


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("2025-06-05", "within approximately 3 years", "by about June 2028"),
        ("2025-06-06", "usually within 3 years", "by about June 2028"),
    ],
)
def test_the_version_in_force_on_the_first_day_of_the_inspection_gives_the_words(
    start: str, rule: str, expected: str
) -> None:
    entry = inspection(area(1), day(start), published=day("2025-08-05"), outcome=WIDESPREAD)
    found = expectation(packaged_framework(), entry, Activity.NEXT_FULL_INSPECTION)
    assert found is not None
    assert (found.rule, found.expected) == (rule, expected)


def test_from_june_2025_on_a_monitoring_inspection_has_a_distance_and_no_limit() -> None:
    after = inspection(area(1), day("2025-06-09"), published=day("2025-08-05"), outcome=WIDESPREAD)
    found = expectation(packaged_framework(), after, Activity.MONITORING_INSPECTION)
    assert found is not None
    assert (found.rule, found.expected) == ("usually 18 months after the report", "about February 2027")


@pytest.mark.parametrize(
    ("hedge", "relation", "months", "said"),
    [
        (Hedge.USUALLY, Relation.WITHIN, 60, "usually within 5 years"),
        (Hedge.APPROXIMATELY, Relation.WITHIN, 36, "within approximately 3 years"),
        (Hedge.APPROXIMATELY, Relation.WITHIN, 12, "within approximately 1 year"),
        (Hedge.USUALLY, Relation.WITHIN, 6, "usually within 6 months"),
        (Hedge.USUALLY, Relation.AFTER, 18, "usually 18 months after the report"),
        (Hedge.APPROXIMATELY, Relation.AFTER, 24, "approximately 2 years after the report"),
    ],
)
def test_an_interval_is_never_said_without_its_hedge(hedge: Hedge, relation: Relation, months: int, said: str) -> None:
    assert interval_words(hedge, relation, months) == said


@pytest.mark.parametrize(
    ("as_at", "full", "monitoring"),
    [
        ("2025-05-23", "by about September 2026", "by about May 2025"),
        ("2025-05-24", "by about September 2026", "by about May 2025 (passed)"),
        ("2026-09-28", "by about September 2026", "by about May 2025 (passed)"),
        ("2026-09-29", "by about September 2026 (passed)", "by about May 2025 (passed)"),
    ],
)
def test_what_was_expected_by_the_date_is_said_to_have_passed(as_at: str, full: str, monitoring: str) -> None:
    """36 months after 29 September 2023 and 18 months after 24 November 2023."""
    one = """
    area    | start      | published  | outcome
    Ashford | 2023-09-25 | 2023-11-24 | widespread
    """
    shows(
        build_table(given(AREAS, one, as_at=as_at), "areas"),
        f"""
        next_full_inspection_expected | monitoring_inspection_expected
        {full} | {monitoring}
        """,
    )


@pytest.mark.parametrize(
    ("end", "outcome", "around"),
    [
        ("2024-02-29", INCONSISTENT, "2027-02-28"),
        ("2028-02-29", POSITIVE, "2033-02-28"),
        ("2024-02-29", POSITIVE, "2029-02-28"),
        ("2023-02-28", POSITIVE, "2028-02-28"),
    ],
)
def test_a_leap_day_becomes_the_last_day_of_february(end: str, outcome: str, around: str) -> None:
    entry = inspection(area(1), day(end), end=day(end), outcome=outcome)
    found = expectation(packaged_framework(), entry, Activity.NEXT_FULL_INSPECTION)
    assert found is not None
    assert found.around == day(around)


def test_18_months_after_the_last_day_of_august_is_the_last_day_of_february() -> None:
    entry = inspection(area(1), day("2023-06-05"), published=day("2023-08-31"), outcome=WIDESPREAD)
    found = expectation(packaged_framework(), entry, Activity.MONITORING_INSPECTION)
    assert found is not None
    assert (found.around, found.expected) == (day("2025-02-28"), "by about February 2025")


def test_without_a_published_report_a_monitoring_inspection_has_no_month() -> None:
    one = """
    area    | start      | outcome
    Ashford | 2023-09-25 | widespread
    """
    shows(
        build_table(given(AREAS, one), "areas"),
        """
        monitoring_inspection         | monitoring_inspection_expected
        within approximately 18 months | [x]
        """,
    )


def test_without_dates_no_version_is_known_and_nothing_is_expected() -> None:
    one = """
    area    | start | published  | outcome
    Ashford | -     | 2025-05-13 | inconsistent
    """
    shows(
        build_table(given(AREAS, one, as_at="2025-12-31"), "areas"),
        """
        latest_outcome | next_full_inspection | next_full_inspection_expected | monitoring_inspection | plan
        Inconsistent   | [x]                  | [x]                           | [x]                   | [x]
        """,
    )


def test_what_no_outcome_is_recorded_for_has_no_rule() -> None:
    entry = inspection(area(1), day("2025-07-07"), outcome=None)
    assert expectation(packaged_framework(), entry, Activity.NEXT_FULL_INSPECTION) is None
