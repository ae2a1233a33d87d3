"""What intervals are worth: a backtest on the packaged records, and coverage on synthetic programmes.

A synthetic programme draws mixes of regions as the packaged records leave them open, a further history from those
mixes (0 to 12 inspections a region), and one future. The forecast sees the packaged records and that history, not the
mixes. If inference is right, its draws and that future are exchangeable: with N draws the 90 % interval (from the
5 N/100-th to the 95 N/100-th in order) covers the future with a chance of at least 0.9 N / (N + 1), 89.1 % for N = 100,
and of some per cent more, because whole numbers tie. (Mixes drawn from the prior itself are often so extreme that an
outcome never happens; an interval from 0 to 0 then covers for no merit: 480 of 500 in a run.)

Tolerance: each programme gives one independent yes or no. Of 500, 85 to 95 % lie about three standard errors (1.3
points) from what this lets expect (89 to 92 %). Of 60 the standard error is 3.9 points: fewer than 46 covered, or a
50 % interval that covers fewer than 18 or more than 48, has a chance below 1 in 500. The seed is 1, never chosen.
"""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest
from tests.forecast_programmes import FRAMEWORK, programme, records

from areasend.programme.configuration.model import Limits
from areasend.programme.forecasting import Settings, forecast_of
from areasend.programme.forecasting.capacity import paced
from areasend.programme.forecasting.drawing import chances_of
from areasend.programme.forecasting.follow_ups import FollowUps
from areasend.programme.forecasting.intervals import Interval, interval_of
from areasend.programme.forecasting.mix import draw_mixes
from areasend.programme.forecasting.observed import Observed, observed_in
from areasend.programme.forecasting.simulation import Chances, run
from areasend.programme.forecasting.standing import standing_of

AS_AT, UNTIL = date(2024, 12, 31), date(2026, 7, 31)
DRAWS = 100


def covers(interval: Interval, value: int) -> bool:
    """Whether the 90 % interval, ends included, holds a value."""
    return interval.low_90 <= value <= interval.high_90


@pytest.mark.parametrize("pooled", [True, False])
def test_what_is_fitted_on_2023_covers_the_outcomes_of_2024(pooled: bool) -> None:
    """2024 had 28 inspections: 7, 15 and 6 (docs/domain.md, 12.1)."""
    # Enough teams for monitoring inspections beside them.
    asked = programme(date(2023, 12, 31), date(2024, 12, 31), count=8, limits=Limits(full_per_week=1, full_per_year=28))
    settings = Settings(draws=1000, seed=1, until=date(2024, 12, 31), pooled=pooled)
    found = forecast_of(records(date(2023, 12, 31)), FRAMEWORK, asked, settings)
    assert found.observed.totals == (7, 11, 8)
    (year,) = found.years
    assert year.full == Interval(28, 28, 28, 28, 28)
    assert [covers(row, value) for row, value in zip(year.outcomes, (7, 15, 6), strict=True)] == [True] * 3
    # An interval that covers everything would say nothing.
    assert all(row.high_90 - row.low_90 <= 17 for row in year.outcomes)


def synthetic(programmes: int) -> Iterator[tuple[list[Interval], tuple[int, ...]]]:
    """For each programme the intervals of the full inspections with each outcome, and what took place."""
    rng = np.random.Generator(np.random.PCG64(1))
    packaged = observed_in(records(AS_AT), FRAMEWORK)
    asked = programme(AS_AT, UNTIL)
    follow_ups = FollowUps(FRAMEWORK, packaged.outcomes, date(2027, 7, 31), early_weeks=26, late_weeks=26)
    standing = standing_of(records(AS_AT), FRAMEWORK, asked, packaged, follow_ups, 26)
    capacity = paced(30, standing.weeks, standing.open_weeks, standing.areas)
    counts = np.array(packaged.counts)
    for _ in range(programmes):
        mixes = draw_mixes(counts, 1, rng)[0]
        further = np.array([rng.multinomial(rng.integers(0, 13), mix) for mix in mixes])
        history = tuple(tuple(row) for row in (counts + further).tolist())
        observed = Observed(regions=packaged.regions, outcomes=packaged.outcomes, counts=history, lags=packaged.lags)
        told = chances_of(DRAWS, rng, standing, observed, True, 6)
        drawn = run(standing, capacity, follow_ups, told, UNTIL).outcomes.sum(axis=1)
        one = chances_of(1, rng, standing, observed, True, 6)
        truth = Chances(mixes=mixes[None], order=one.order, outcome=one.outcome, lag=one.lag)
        happened = run(standing, capacity, follow_ups, truth, UNTIL).outcomes.sum(axis=1)[0]
        yield [interval_of(drawn[:, place]) for place in range(3)], tuple(happened.tolist())


@pytest.mark.no_cover
def test_intervals_cover_as_often_as_they_say(pytestconfig: pytest.Config) -> None:
    is_long = pytestconfig.getoption("--long")
    found = list(synthetic(500 if is_long else 60))
    for place in range(3):
        covered = sum(covers(rows[place], happened[place]) for rows, happened in found)
        half = sum(rows[place].low_50 <= happened[place] <= rows[place].high_50 for rows, happened in found)
        if is_long:
            assert 425 <= covered <= 475
            assert 225 <= half <= 325
        else:
            assert covered >= 46
            assert 18 <= half <= 48
