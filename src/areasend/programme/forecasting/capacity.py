"""What inspections can be done in which week: teams, limits, and an even pace of so many full inspections a year."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from areasend.programme.configuration.model import Limits
from areasend.programme.forecasting.already import Already
from areasend.programme.planning import TeamClass, Week

# So large that it limits nothing.
UNLIMITED = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Crew:
    """Teams that are alike: how many, the weeks in which they are there, and the areas (by place) they cannot go to."""

    size: int
    there: NDArray[np.bool_]
    conflicts: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Capacity:
    """`most_full`, `most_all`: the most that may begin in the same week, month and year. `pace`: the most full
    inspections that may begin in each week, None if no pace is set. `region_most`: by region, in a month.
    `already` is what had begun by the date of the records.
    """

    crews: tuple[Crew, ...]
    most_full: tuple[int, int, int]
    most_all: tuple[int, int, int]
    pace: tuple[int, ...] | None
    region_most: NDArray[np.int32] | None
    already: Already


def capacity_of(
    classes: Sequence[TeamClass],
    limits: Limits,
    region_most: dict[str, int],
    regions: Sequence[str],
    codes: Sequence[str],
    weeks: int,
    already: Already,
) -> Capacity:
    """The capacity as the programme has it, over `weeks` weeks and the areas with these codes."""
    crews = tuple(
        Crew(
            size=len(entry.names),
            there=np.array([week in entry.weeks for week in range(weeks)], dtype=np.bool_),
            conflicts=np.array([code in entry.conflicts for code in codes], dtype=np.bool_),
        )
        for entry in classes
    )
    return Capacity(
        crews=crews,
        most_full=_most(limits.full_per_week, limits.full_per_month, limits.full_per_year),
        most_all=_most(limits.per_week, limits.per_month, limits.per_year),
        pace=None,
        region_most=np.array([region_most.get(name, UNLIMITED) for name in regions], dtype=np.int32)
        if region_most
        else None,
        already=already,
    )


def _most(week: int | None, month: int | None, year: int | None) -> tuple[int, int, int]:
    return tuple(UNLIMITED if limit is None else limit for limit in (week, month, year))  # type: ignore[return-value]


def paced(
    full_a_year: int, weeks: Sequence[Week], open_weeks: Sequence[int], areas: int, already: Already | None = None
) -> Capacity:
    """An even pace of so many full inspections a year, as many teams as that takes, and no other limit.

    Of n open weeks in the fullest calendar year, the k-th open week has floor(c (k+1) / n) - floor(c k / n) places.
    What is not used in its week is lost. A year in which some had begun already gets no more than what is left of it.
    """
    a_year = max(Counter(weeks[index].monday.year for index in open_weeks).values())
    pace = [0] * len(weeks)
    for place, index in enumerate(open_weeks):
        pace[index] = full_a_year * (place + 1) // a_year - full_a_year * place // a_year
    everywhere = Crew(
        size=UNLIMITED, there=np.ones(len(weeks), dtype=np.bool_), conflicts=np.zeros(areas, dtype=np.bool_)
    )
    return Capacity(
        crews=(everywhere,),
        most_full=(UNLIMITED, UNLIMITED, full_a_year),
        most_all=(UNLIMITED, UNLIMITED, UNLIMITED),
        pace=tuple(pace),
        region_most=None,
        already=already or Already((), ()),
    )


def least_enough(
    roughly: Callable[[int], float], exactly: Callable[[int], float], *, wanted: float, first: int, most: int
) -> tuple[int | None, float | None]:
    """The least number whose chance is as wanted, with its chance; None if none up to `most` is.

    Both functions give the chance of a number and rise with it. Found by doubling from `first` and halving with the
    rough one, which is fast, and then settled with the exact one, a step at a time.
    """
    low, high = -1, 0
    while roughly(high) < wanted:
        if high >= most:
            return None, None
        low, high = high, max(2 * high, first)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if roughly(middle) >= wanted else (middle, high)
    chance = exactly(high)
    while chance < wanted:
        high += 1
        chance = exactly(high)
    while high and (before := exactly(high - 1)) >= wanted:
        high, chance = high - 1, before
    return high, chance
