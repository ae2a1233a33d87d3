"""The days and the hour: RL01 and RL02, with the clocks of London."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.releases import ANNOUNCED, PUBLISHED, practice

from areasend.framework import packaged_framework
from areasend.publication.config import LONDON, Exemption, Rule
from areasend.publication.practice import day_faults, moment_text, next_moment
from areasend.publication.practice.plan import practice_in, practice_json

DAYS = packaged_framework().working_days
ALL = st.dates(DAYS.covers_from, DAYS.covers_to)


def exempt(*rules: Rule) -> tuple[Exemption, ...]:
    return tuple(Exemption(rule=rule, reason="r", by="b") for rule in rules)


def rules(day: date, *exempted: Rule) -> list[str]:
    return [rule.value for rule, _ in day_faults(practice(exemptions=exempt(*exempted)), day, DAYS)]


@pytest.mark.parametrize(
    ("day", "broken"),
    [
        (date(2025, 6, 24), []),  # Tuesday
        (date(2025, 6, 27), []),  # Friday
        (date(2025, 6, 28), ["weekend"]),
        (date(2025, 6, 29), ["weekend"]),
        (date(2025, 6, 30), ["monday"]),
        (date(2023, 5, 8), ["monday", "bank-holiday"]),  # the coronation
        (date(2022, 6, 2), ["bank-holiday"]),  # the jubilee, a Thursday
        (date(2024, 2, 29), []),  # a leap day, a Thursday
        (date(2028, 2, 29), []),  # a leap day, a Tuesday
        (date(2026, 12, 28), ["monday", "bank-holiday"]),  # in place of Boxing Day
        (date(2027, 12, 25), ["weekend"]),  # Christmas on a Saturday
        (date(2029, 1, 2), ["bank-holiday"]),  # not known
        (date(2021, 12, 31), ["bank-holiday"]),
    ],
)
def test_a_day_breaks_these_rules(day: date, broken: list[str]) -> None:
    assert rules(day) == broken
    assert rules(day, Rule.WEEKEND, Rule.MONDAY, Rule.BANK_HOLIDAY) == []


def test_an_exemption_is_from_one_rule() -> None:
    assert rules(date(2023, 5, 8), Rule.MONDAY) == ["bank-holiday"]
    assert rules(date(2023, 5, 8), Rule.BANK_HOLIDAY) == ["monday"]
    assert rules(date(2025, 6, 28), Rule.MONDAY, Rule.HOUR, Rule.NOTICE) == ["weekend"]


def last_sunday(year: int, month: int) -> date:
    """Counted back from the 31st, which both months have."""
    return next(day for back in range(7) if (day := date(year, month, 31 - back)).isoweekday() == 7)


@given(ALL)
def test_half_past_nine_in_london_is_half_past_eight_in_summer(day: date) -> None:
    summer = last_sunday(day.year, 3) <= day < last_sunday(day.year, 10)
    moment = practice(published=day).moment
    assert moment is not None
    assert moment.astimezone(UTC) == datetime.combine(day, time(8 if summer else 9, 30), tzinfo=UTC)


@given(ALL.filter(lambda day: day <= date(2028, 11, 1)), st.times(), st.booleans())
def test_the_next_moment_keeps_the_rules(day: date, hour: time, announced: bool) -> None:
    now = datetime.combine(day, hour, tzinfo=LONDON)
    planned = practice(published=None, announced=day if announced else None)
    moment = next_moment(planned, now=now, days=DAYS)
    assert moment is not None
    assert moment.time() == time(9, 30)
    assert moment.weekday() in (1, 2, 3, 4)
    assert moment.date() not in DAYS.bank_holidays
    assert timedelta(weeks=4) <= moment.date() - day <= timedelta(weeks=6)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2025-06-01T12:00:00+00:00", "2025-06-26T09:30:00+01:00"),  # the planned moment is still to come
        ("2025-06-26T08:29:59+00:00", "2025-06-26T09:30:00+01:00"),
        ("2025-06-26T08:30:00+00:00", "2025-06-26T08:30:00+00:00"),  # now
        ("2025-06-26T22:59:59+00:00", "2025-06-26T22:59:59+00:00"),
        ("2025-06-26T23:00:00+00:00", "2025-06-27T09:30:00+01:00"),  # past midnight in London
        ("2025-06-27T08:30:01+00:00", "2025-07-01T09:30:00+01:00"),  # after Friday's hour: not Monday, but Tuesday
        ("2028-12-30T12:00:00+00:00", None),
    ],
)
def test_the_next_moment_of_a_planned_release(now: str, expected: str | None) -> None:
    moment = next_moment(practice(), now=datetime.fromisoformat(now), days=DAYS)
    assert moment == (datetime.fromisoformat(expected) if expected else None)


def test_a_planned_day_that_breaks_a_rule_is_passed_over() -> None:
    monday = practice(published=date(2025, 6, 30))
    for now in (datetime(2025, 6, 20, tzinfo=LONDON), datetime(2025, 6, 30, 10, tzinfo=LONDON)):
        assert next_moment(monday, now=now, days=DAYS) == datetime(2025, 7, 1, 9, 30, tzinfo=LONDON)
    early = practice(announced=PUBLISHED - timedelta(days=27))
    now = datetime(2025, 6, 20, tzinfo=LONDON)
    assert next_moment(early, now=now, days=DAYS) == datetime(2025, 6, 27, 9, 30, tzinfo=LONDON)
    exempted = practice(announced=None, exemptions=exempt(Rule.NOTICE))
    assert next_moment(exempted, now=now, days=DAYS) == datetime(2025, 6, 26, 9, 30, tzinfo=LONDON)


def test_an_hour_that_is_shown_twice_is_told_apart() -> None:
    twice = [moment_text(datetime(2025, 10, 26, hour, 30, tzinfo=UTC)) for hour in (0, 1)]
    assert twice == ["Sunday 26 October 2025, 01:30 (+01:00)", "Sunday 26 October 2025, 01:30 (+00:00)"]


@pytest.mark.parametrize(
    "changes", [{}, {"published": None, "announced": None}, {"exemptions": exempt(*Rule), "hour": time(10, 15)}]
)
def test_a_practice_comes_back_from_the_manifest(changes: dict[str, object]) -> None:
    said = practice(**changes)
    assert practice_in(practice_json(said)) == said
    assert practice_json(practice())["announced"] == ANNOUNCED.isoformat()
    assert practice().exempts(Rule.HOUR) is False
