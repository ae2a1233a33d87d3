"""Everything that is drawn, and the courses that follow from it under one capacity or another."""

from collections.abc import Callable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from areasend.programme.forecasting.capacity import Capacity, least_enough, paced
from areasend.programme.forecasting.follow_ups import FollowUps
from areasend.programme.forecasting.intervals import interval_of
from areasend.programme.forecasting.mix import draw_mixes
from areasend.programme.forecasting.model import WANTED, EndRow, Enough, Settings
from areasend.programme.forecasting.observed import Observed
from areasend.programme.forecasting.simulation import Chances, Course, blocks, run
from areasend.programme.forecasting.standing import Standing

# Draws with which a capacity is looked for before it is settled with all.
_FEW = 100
Report = Callable[[str], None]


class Drawing:
    """Everything that is drawn, once; every course of every capacity uses it again."""

    def __init__(
        self, standing: Standing, follow_ups: FollowUps, observed: Observed, settings: Settings, report: Report
    ) -> None:
        self.standing, self.settings = standing, settings
        self._follow_ups, self._report = follow_ups, report
        sizes = list(blocks(settings.draws))
        streams = np.random.SeedSequence(settings.seed).spawn(len(sizes))
        most = self._most_full(settings)
        self.chances = tuple(
            chances_of(size, np.random.Generator(np.random.PCG64(stream)), standing, observed, settings.pooled, most)
            for size, stream in zip(sizes, streams, strict=True)
        )
        years = [standing.weeks[index].monday.year for index in standing.open_weeks]
        self.open_weeks_a_year = max(years.count(year) for year in set(years))

    def _most_full(self, settings: Settings) -> int:
        """More full inspections than any area can have: two are as far apart as the shortest rule has it, less."""
        apart = max(28, self._follow_ups.shortest_full * 28 - settings.early_weeks * 7)
        return 3 + len(self.standing.weeks) * 7 // apart

    def course(
        self,
        capacity: Capacity,
        until: date,
        what: str,
        chosen: tuple[Chances, ...] | None = None,
        aim: date | None = None,
    ) -> Course:
        """The course of all draws, or of chosen ones, under a capacity, with first inspections wanted by `aim`."""
        standing = self.standing if aim is None else self.standing.aimed_at(self._follow_ups.number(aim))
        parts = []
        chosen = self.chances if chosen is None else chosen
        for number, chances in enumerate(chosen):
            self._report(f"{what}: {number * 100 // len(chosen)} %")
            parts.append(run(standing, capacity, self._follow_ups, chances, until))
        return Course(
            first=np.concatenate([part.first for part in parts]),
            repeat=np.concatenate([part.repeat for part in parts]),
            monitoring=np.concatenate([part.monitoring for part in parts]),
            outcomes=np.concatenate([part.outcomes for part in parts]),
            overdue=np.concatenate([part.overdue for part in parts]),
        )

    def row(self, wordings: tuple[str, ...], day: date, course: Course) -> EndRow:
        """What is said of a day. `course` is that of the programme; before the first inspections are due, another is
        drawn in which they are wanted by the day."""
        wanted = self.standing.due[: self.standing.areas][self.standing.is_first]
        if (wanted > self._follow_ups.number(day)).any():
            course = self.course(self.standing.capacity, day, f"drawing for {day}", aim=day)
        left = self.left_by(course, day)
        return EndRow(
            wordings=wordings,
            day=day,
            chance=float((left == 0).mean()),
            left=interval_of(left),
            overdue=interval_of(self.overdue_on(course, day)),
            enough=self.enough(day, all_in_time=False),
            all_in_time=self.enough(day, all_in_time=True),
        )

    def overdue_on(self, course: Course, day: date) -> NDArray[np.int64]:
        """In each draw the repeat inspections that wait past their day at the end of the last whole week by a day."""
        weeks = [week.index for week in self.standing.weeks if week.friday <= day]
        found: NDArray[np.int64] = course.overdue[:, weeks[-1:]].sum(axis=1)
        return found

    def left_by(self, course: Course, day: date) -> NDArray[np.int64]:
        """In each draw the areas without a first inspection that has ended by a day."""
        on_site = self.standing.on_site_weeks[0]
        ended = [
            week.index for week in self.standing.weeks if week.friday.toordinal() + (on_site - 1) * 7 <= day.toordinal()
        ]
        left: NDArray[np.int64] = self.standing.is_first.sum() - course.first[:, ended].sum(axis=1)
        return left

    def enough(self, day: date, *, all_in_time: bool) -> Enough | None:
        """The fewest full inspections a year, at an even pace, that make it likely enough; None if no number does."""
        few = (self.chances[0].first(_FEW),)
        number, reached = least_enough(
            lambda number: self._chance(number, day, few, all_in_time),
            lambda number: self._chance(number, day, self.chances, all_in_time),
            wanted=WANTED,
            first=len(self.standing.weeks) // 8 + 1,
            most=4 * self.standing.areas,
        )
        return None if number is None or reached is None else Enough(full_a_year=number, reached=reached)

    def _chance(self, full_a_year: int, day: date, chances: tuple[Chances, ...], all_in_time: bool) -> float:
        standing = self.standing
        capacity = paced(full_a_year, standing.weeks, standing.open_weeks, standing.areas, standing.capacity.already)
        places = sum(
            number for week, number in zip(standing.weeks, capacity.pace or (), strict=True) if week.friday <= day
        )
        if places < standing.is_first.sum():
            return 0.0
        course = self.course(capacity, day, f"trying {full_a_year} a year until {day}", chances, aim=day)
        is_done = self.left_by(course, day) == 0
        if all_in_time:
            is_done &= self.overdue_on(course, day) == 0
        return float(is_done.mean())


def chances_of(
    draws: int, rng: np.random.Generator, standing: Standing, observed: Observed, pooled: bool, most: int
) -> Chances:
    columns = standing.open.shape[0]
    mixes = draw_mixes(np.array(observed.counts, dtype=np.int64), draws, rng, pooled=pooled)
    order = rng.permuted(np.tile(np.arange(columns, dtype=np.int32), (draws, 1)), axis=1)
    outcome = rng.random((draws, standing.areas, most))
    lags = np.array(observed.lags, dtype=np.int32)
    lag = lags[rng.integers(len(lags), size=(draws, standing.areas, most))]
    return Chances(mixes=mixes, order=order, outcome=outcome, lag=lag)
