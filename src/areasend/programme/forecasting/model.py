"""A forecast as it is made: how to draw, and every number with its interval."""

from dataclasses import dataclass
from datetime import date

from areasend.programme.configuration.model import Programme
from areasend.programme.errors import NothingToForecast
from areasend.programme.forecasting.intervals import Interval
from areasend.programme.forecasting.observed import Observed

# What a chance has to reach for a capacity to be called enough.
WANTED = 0.9
MOST_DRAWS = 100_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """How to draw. `until` is the last day that the forecast covers; `by` are the days by which every area is to have
    its first inspection (none: the ends of the cycle; the last day where none of these lies in the forecast).
    `early_weeks` is how long before its day a follow-up with a limit may be made. Raises `NothingToForecast` for what
    makes no sense.
    """

    draws: int
    seed: int
    until: date
    by: tuple[date, ...] = ()
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
class Enough:
    """The fewest full inspections a year that make something `WANTED`, and the share of draws that they reach."""

    full_a_year: int
    reached: float


@dataclass(frozen=True, kw_only=True, slots=True)
class EndRow:
    """A day, the wordings of sources that have the cycle end on it, and the share of draws in which every area has its
    first inspection by then. `left` counts the areas without one, `overdue` repeat inspections past their day.
    `enough` is what makes that share as wanted, `all_in_time` what does so with no repeat inspection overdue; None
    where no number is enough. All None outside the forecast.
    """

    wordings: tuple[str, ...]
    day: date
    chance: float | None = None
    left: Interval | None = None
    overdue: Interval | None = None
    enough: Enough | None = None
    all_in_time: Enough | None = None


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
