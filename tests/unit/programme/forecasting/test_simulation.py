"""The course of many draws at once equals the plain one of `tests/slow_forecast.py`, draw by draw."""

import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from tests.forecast_programmes import FRAMEWORK, programme, records
from tests.slow_forecast import OUTCOMES, Drawn, Plain

from areasend.framework import add_months
from areasend.programme import Kind, due_activities
from areasend.programme.configuration.model import (
    AreaRule,
    Begun,
    Days,
    Limits,
    Pin,
    Programme,
    RegionLimit,
    Shape,
    Team,
)
from areasend.programme.forecasting.follow_ups import FollowUps
from areasend.programme.forecasting.observed import observed_in
from areasend.programme.forecasting.simulation import Chances, Course, run
from areasend.programme.forecasting.standing import Standing, standing_of
from areasend.snapshot import Snapshot

AS_AT = date(2024, 12, 31)
TWO_ON_SITE = Shape(notification_weeks=1, preparation_weeks=0, on_site_weeks=2)
REGIONS = tuple(region.name for region in FRAMEWORK.ofsted_regions)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(30 if metafunc.config.getoption("--long") else 5))


def chances_for(held: Snapshot, draws: int, seed: int) -> Chances:
    drawn = np.random.default_rng(seed)
    areas = len(held.existing_areas)
    mixes = drawn.dirichlet([1, 2, 1.5], size=(draws, len(REGIONS)))
    order = np.array([drawn.permutation(2 * areas) for _ in range(draws)], dtype=np.int32)
    lag = drawn.integers(30, 140, size=(draws, areas, 8)).astype(np.int32)
    return Chances(mixes=mixes, order=order, outcome=drawn.random((draws, areas, 8)), lag=lag)


def both(
    held: Snapshot, asked: Programme, chances: Chances, until: date, early_weeks: int = 26
) -> tuple[Standing, Course, list[list[tuple[date, Kind, str, str]]]]:
    """The course of every draw, fast and plain."""
    observed = observed_in(held, FRAMEWORK)
    last = asked.last_day + timedelta(days=200)
    follow_ups = FollowUps(
        FRAMEWORK, OUTCOMES, last, early_weeks=early_weeks, late_weeks=asked.monitoring_late_after_weeks
    )
    standing = standing_of(held, FRAMEWORK, asked, observed, follow_ups, early_weeks)
    codes = sorted(area.gss_code for area in held.existing_areas)
    plain = []
    for draw in range(len(chances.order)):
        drawn = Drawn(
            mixes={region: list(chances.mixes[draw, place]) for place, region in enumerate(REGIONS)},
            outcome={code: list(chances.outcome[draw, place]) for place, code in enumerate(codes)},
            lag={code: chances.lag[draw, place].tolist() for place, code in enumerate(codes)},
            rank={
                (code, half == 1): int(chances.order[draw, place + half * len(codes)])
                for place, code in enumerate(codes)
                for half in (0, 1)
            },
        )
        plain.append(Plain(held, FRAMEWORK, asked, drawn, early_weeks).run(until))
    return standing, run(standing, standing.capacity, follow_ups, chances, until), plain


def random_programme(chance: random.Random) -> Programme:
    """Teams alike but for leave and one with a conflict, limits of every sort, now and then other shapes and a pin."""
    codes = sorted(area.gss_code for area in records(AS_AT).existing_areas)
    away = (Days(name="leave", first_day=date(2025, 5, 1), last_day=date(2025, 9, 30)),)
    teams = [Team(name=f"Team {number}") for number in range(chance.randint(1, 5))]
    if chance.random() < 0.5:
        teams[0] = Team(name="Team 0", away=away)
    if chance.random() < 0.5:
        teams.append(Team(name="Team 9", conflicts=frozenset(chance.sample(codes, 40))))

    def limit(most: int) -> int | None:
        return chance.choice([None, chance.randint(1, most)])

    changed: dict[str, Any] = {
        "limits": Limits(
            per_week=limit(3),
            per_month=limit(8),
            per_year=limit(60),
            full_per_week=limit(2),
            full_per_month=limit(6),
            full_per_year=limit(40),
        ),
        "months_between": chance.choice([0, 6, 12]),
        "monitoring_late_after_weeks": chance.choice([4, 26]),
        "notice_in_breaks": chance.random() < 0.5,
    }
    if chance.random() < 0.6:
        changed["region_limits"] = tuple(RegionLimit(region=name, per_month=1) for name in chance.sample(REGIONS, 4))
    weights = chance.choice([(2, 1, 1), (2, 1, 1), (1, 1, 1), (3, 2, 1), (1, 2, 3), (1, 1, 2)])
    kinds = (Kind.FIRST_FULL, Kind.NEXT_FULL, Kind.MONITORING)
    changed["late_weights"] = tuple(zip(kinds, weights, strict=True))
    if chance.random() < 0.5:
        changed["begun"] = tuple(
            Begun(region=chance.choice(REGIONS), kind=chance.choice(kinds), day=date(2025, 1, chance.randint(1, 4)))
            for _ in range(chance.randint(1, 12))
        )
    if chance.random() < 0.3:
        changed["monitoring"] = TWO_ON_SITE
    if chance.random() < 0.4:
        changed["areas"] = (
            AreaRule(gss_code=chance.choice(codes), not_before=date(2026, 9, 1), not_after=None, reason="a reason"),
        )
    due = [entry for entry in due_activities(records(AS_AT), FRAMEWORK, date(2027, 12, 31)) if entry.kind.is_full]
    if chance.random() < 0.4:
        pinned = chance.choice(due)
        changed["pins"] = (Pin(gss_code=pinned.gss_code, kind=pinned.kind, monday=date(2025, 6, 9)),)
    return programme(AS_AT, date(2027, 12, 31), **changed | {"teams": tuple(teams)})


def counts(standing: Standing, course: Course, draw: int) -> dict[str, Counter[date]]:
    """What began in a draw, by Monday."""
    mondays = [week.monday for week in standing.weeks]

    def by_monday(numbers: "np.ndarray[Any, Any]") -> Counter[date]:
        return Counter({mondays[week]: int(numbers[week]) for week in np.flatnonzero(numbers)})

    found = {
        "first": by_monday(course.first[draw]),
        "repeat": by_monday(course.repeat[draw]),
        "monitoring": by_monday(course.monitoring[draw]),
    }
    return found | {key: by_monday(course.outcomes[draw, :, place]) for place, key in enumerate(OUTCOMES)}


def plain_counts(began: list[tuple[date, Kind, str, str]]) -> dict[str, Counter[date]]:
    kinds = {"first": Kind.FIRST_FULL, "repeat": Kind.NEXT_FULL, "monitoring": Kind.MONITORING}
    found = {key: Counter(day for day, kind, _, _ in began if kind is wanted) for key, wanted in kinds.items()}
    return found | {key: Counter(day for day, _, _, outcome in began if outcome == key) for key in OUTCOMES}


@pytest.mark.no_cover
def test_every_draw_is_the_plain_course(seed: int) -> None:
    chance = random.Random(seed)
    asked = random_programme(chance)
    chances = chances_for(records(AS_AT), 2, seed)
    early_weeks = chance.choice([0, 26, 60])
    standing, course, plain = both(records(AS_AT), asked, chances, date(2027, 12, 31), early_weeks)
    for draw, began in enumerate(plain):
        assert counts(standing, course, draw) == plain_counts(began)
    # One a year in two draws of three years is the least that the limits let through.
    assert sum(len(began) for began in plain) >= 6


def test_a_short_course_is_the_plain_one_and_ends_on_its_day() -> None:
    """The same over a year, for the branches: conflicts, limits of regions, a pin."""
    codes = sorted(area.gss_code for area in records(AS_AT).existing_areas)
    asked = programme(
        AS_AT,
        date(2025, 12, 31),
        teams=(
            Team(name="Team 1", conflicts=frozenset(codes[::2])),
            Team(name="Team 2", conflicts=frozenset(codes[::3])),
        ),
        region_limits=(RegionLimit(region="London", per_month=1),),
        limits=Limits(),
    )
    until = date(2025, 7, 31)
    standing, course, plain = both(records(AS_AT), asked, chances_for(records(AS_AT), 2, 5), until)
    for draw, began in enumerate(plain):
        assert counts(standing, course, draw) == plain_counts(began)
        assert max(day for day, *_ in began) <= until


def test_the_day_after_months_is_that_of_the_calendar() -> None:
    follow_ups = FollowUps(FRAMEWORK, OUTCOMES, date(2026, 1, 1), early_weeks=0, late_weeks=0)
    start = FRAMEWORK.start
    for day in (date(2024, 2, 29), date(2023, 8, 31), date(2025, 12, 31)):
        later = follow_ups.later(6, follow_ups.number(day))
        assert start + timedelta(days=later) == add_months(day, 6)
