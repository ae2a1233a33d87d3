"""A forecast: coming inspections each term, outcomes each year, the chance of each end of the cycle, with intervals."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from areasend.framework import CycleEnd, Framework
from areasend.programme.configuration.model import Programme
from areasend.programme.errors import NothingToForecast
from areasend.programme.forecasting.capacity import Capacity, least_enough, paced
from areasend.programme.forecasting.follow_ups import FollowUps
from areasend.programme.forecasting.intervals import Interval, interval_of
from areasend.programme.forecasting.mix import draw_mixes
from areasend.programme.forecasting.observed import Observed, observed_in
from areasend.programme.forecasting.simulation import Chances, Course, blocks, run
from areasend.programme.forecasting.standing import Standing, standing_of
from areasend.snapshot import Snapshot

# What a chance has to reach for a capacity to be called enough.
WANTED = 0.9
MOST_DRAWS = 100_000
# Draws with which a capacity is looked for before it is settled with all.
_FEW = 100
Report = Callable[[str], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """How to draw. `until` is the last day that the forecast covers; `early_weeks` how long before its day a follow-up
    with a limit may be made. Raises `NothingToForecast` for numbers that make no sense.
    """

    draws: int
    seed: int
    until: date
    pooled: bool = True
    early_weeks: int = 26

    def __post_init__(self) -> None:
        if not 1 <= self.draws <= MOST_DRAWS:
            raise NothingToForecast(f"{self.draws} draws: ask for 1 to {MOST_DRAWS:,}, such as --draws 1000.")
        if self.seed < 0:
            raise NothingToForecast(
                f"The seed {self.seed} is below 0: give a whole number from 0 on, such as --seed 1."
            )


@dataclass(frozen=True, kw_only=True, slots=True)
class TermRow:
    """The inspections whose first week on site lies in a school term."""

    term: str
    first: Interval
    repeat: Interval
    monitoring: Interval


@dataclass(frozen=True, kw_only=True, slots=True)
class YearRow:
    """The full inspections of a calendar year, in all and by outcome."""

    year: int
    full: Interval
    outcomes: tuple[Interval, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EndRow:
    """A day on which the cycle ends as sources word it, and the share of draws in which every area has its first
    inspection by then; `left` counts the areas without one. `full_a_year` are the fewest full inspections a year that
    make it `WANTED`, `reached` the share they reach; None where no number is enough. All None outside the forecast.
    """

    wordings: tuple[str, ...]
    day: date
    chance: float | None = None
    left: Interval | None = None
    full_a_year: int | None = None
    reached: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionRow:
    """The mix that outcomes are drawn from in a region: inspections observed, and shares (%) with 90 % intervals."""

    region: str
    observed: tuple[int, ...]
    shares: tuple[Interval, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Forecast:
    """What was drawn, and what it was drawn from. `waiting_first` areas were without a full inspection at the date."""

    as_at: date
    settings: Settings
    programme: Programme
    observed: Observed
    outcome_labels: tuple[str, ...]
    waiting_first: int
    areas: int
    terms: tuple[TermRow, ...]
    years: tuple[YearRow, ...]
    ends: tuple[EndRow, ...]
    regions: tuple[RegionRow, ...]
    open_weeks_a_year: int


def forecast_of(
    held: Snapshot, framework: Framework, programme: Programme, settings: Settings, report: Report | None = None
) -> Forecast:
    """Forecasts. `report` is told in words what is under way. Raises `NothingToForecast`."""
    if settings.until <= held.as_at:
        raise NothingToForecast(f"The last day {settings.until} is not after {held.as_at}. Choose a later --until.")
    if settings.until > programme.last_day:
        raise NothingToForecast(
            f"The programme ends on {programme.last_day}, before {settings.until}. Choose an earlier --until, or add "
            "terms to the programme file and move its last day."
        )
    observed = observed_in(held, framework)
    longest = date.fromordinal(programme.last_day.toordinal() + max(observed.lags))
    follow_ups = FollowUps(
        framework,
        observed.outcomes,
        longest,
        early_weeks=settings.early_weeks,
        late_weeks=programme.monitoring_late_after_weeks,
    )
    standing = standing_of(held, framework, programme, observed, follow_ups, settings.early_weeks)
    drawing = _Drawing(standing, follow_ups, observed, settings, report or _silent)
    course = drawing.course(standing.capacity, settings.until, "drawing")
    version = framework.version_at(held.as_at)
    return Forecast(
        as_at=held.as_at,
        settings=settings,
        programme=programme,
        observed=observed,
        outcome_labels=tuple(version.outcome(key).short_label for key in observed.outcomes),
        waiting_first=int(standing.is_first.sum()),
        areas=standing.areas,
        terms=tuple(_terms(standing, course, settings.until)),
        years=tuple(_years(standing, course, settings.until)),
        ends=tuple(_ends(version.sure_cycle_ends, drawing, course)),
        regions=tuple(_regions(observed, drawing)),
        open_weeks_a_year=drawing.open_weeks_a_year,
    )


def _silent(step: str) -> None:
    """Tells nobody."""


class _Drawing:
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

    def course(self, capacity: Capacity, until: date, what: str, chosen: tuple[Chances, ...] | None = None) -> Course:
        """The course of all draws, or of chosen ones, under a capacity."""
        parts = []
        chosen = self.chances if chosen is None else chosen
        for number, chances in enumerate(chosen):
            self._report(f"{what}: {number * 100 // len(chosen)} %")
            parts.append(run(self.standing, capacity, self._follow_ups, chances, until))
        return Course(
            first=np.concatenate([part.first for part in parts]),
            repeat=np.concatenate([part.repeat for part in parts]),
            monitoring=np.concatenate([part.monitoring for part in parts]),
            outcomes=np.concatenate([part.outcomes for part in parts]),
        )

    def left_by(self, course: Course, day: date) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """In each draw the areas without a first inspection that has ended by a day."""
        on_site = self.standing.on_site_weeks[0]
        ended = [
            week.index for week in self.standing.weeks if week.friday.toordinal() + (on_site - 1) * 7 <= day.toordinal()
        ]
        left: np.ndarray[tuple[int], np.dtype[np.int64]] = self.standing.is_first.sum() - course.first[:, ended].sum(
            axis=1
        )
        return left

    def enough(self, day: date) -> tuple[int | None, float | None]:
        """The fewest full inspections a year, at an even pace, that make it likely enough, with the chance."""
        few = (self.chances[0].first(_FEW),)
        return least_enough(
            lambda number: self._chance(number, day, few),
            lambda number: self._chance(number, day, self.chances),
            wanted=WANTED,
            first=len(self.standing.weeks) // 8 + 1,
            most=4 * self.standing.areas,
        )

    def _chance(self, full_a_year: int, day: date, chances: tuple[Chances, ...]) -> float:
        capacity = paced(full_a_year, self.standing.weeks, self.standing.open_weeks, self.standing.areas)
        places = sum(
            number for week, number in zip(self.standing.weeks, capacity.pace or (), strict=True) if week.friday <= day
        )
        if places < self.standing.is_first.sum():
            return 0.0
        course = self.course(capacity, day, f"trying {full_a_year} a year until {day}", chances)
        return float((self.left_by(course, day) == 0).mean())


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


def _terms(standing: Standing, course: Course, until: date) -> Iterator[TermRow]:
    weeks = [week for week in standing.weeks if week.term and week.friday <= until]
    for term in dict.fromkeys(week.term for week in weeks):
        inside = [week.index for week in weeks if week.term == term]
        yield TermRow(
            term=term,
            first=interval_of(course.first[:, inside].sum(axis=1)),
            repeat=interval_of(course.repeat[:, inside].sum(axis=1)),
            monitoring=interval_of(course.monitoring[:, inside].sum(axis=1)),
        )


def _years(standing: Standing, course: Course, until: date) -> Iterator[YearRow]:
    weeks = [week for week in standing.weeks if week.friday <= until]
    for year in sorted({week.monday.year for week in weeks}):
        inside = [week.index for week in weeks if week.monday.year == year]
        outcomes = course.outcomes[:, inside].sum(axis=1)
        yield YearRow(
            year=year,
            full=interval_of(outcomes.sum(axis=1)),
            outcomes=tuple(interval_of(outcomes[:, place]) for place in range(outcomes.shape[1])),
        )


def _ends(ends: tuple[CycleEnd, ...], drawing: _Drawing, course: Course) -> Iterator[EndRow]:
    for day in sorted({end.latest for end in ends}):
        wordings = tuple(end.wording for end in ends if end.latest == day)
        if not drawing.standing.weeks[0].monday <= day <= drawing.settings.until:
            yield EndRow(wordings=wordings, day=day)
            continue
        left = drawing.left_by(course, day)
        full_a_year, reached = drawing.enough(day)
        yield EndRow(
            wordings=wordings,
            day=day,
            chance=float((left == 0).mean()),
            left=interval_of(left),
            full_a_year=full_a_year,
            reached=reached,
        )


def _regions(observed: Observed, drawing: _Drawing) -> Iterator[RegionRow]:
    drawn = np.concatenate([chances.mixes for chances in drawing.chances])
    shares = np.floor(drawn * 100 + 0.5).astype(np.int64)
    for place, region in enumerate(observed.regions):
        yield RegionRow(
            region=region,
            observed=observed.counts[place],
            shares=tuple(interval_of(shares[:, place, number]) for number in range(shares.shape[2])),
        )
