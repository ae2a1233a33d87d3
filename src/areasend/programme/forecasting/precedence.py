"""Which kind of inspection gives way where not all can be in time, as the weights of lateness have it.

A place is the beginning of an inspection in a week. As long as the places left are more than heavier kinds need to be
in time, the earliest day not to pass goes first, whatever its kind. From there on a heavier inspection goes before a
lighter one, and a lighter one goes only where a place and a team are left over. What is left to do at the end of the
programme counts as late there, as it does in a plan.
"""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from areasend.programme.forecasting.capacity import UNLIMITED, Capacity
from areasend.programme.forecasting.follow_ups import FULL, MONITORING, NEVER, FollowUps, Ints
from areasend.programme.forecasting.standing import Standing

# What is added to the rank of an inspection for each level of weight that it gives way to.
GIVES_WAY = 1 << 28
_AMPLE = 1_000_000


class Precedence:
    """The places that are left for heavier kinds, in every draw. `turn_to` a week, then ask and tell what began."""

    def __init__(self, standing: Standing, capacity: Capacity, follow_ups: FollowUps, draws: int) -> None:
        self._standing = standing
        weights = standing.late_weights
        # Nothing gives way to the lightest kind.
        self._levels = sorted(set(weights))[1:]
        self._halves = [
            [half for half, own in ((FULL, weights[:2]), (MONITORING, weights[2:])) if max(own) >= level]
            for level in self._levels
        ]
        self._before, self._by_day = [], []
        self._last_open = np.array([max(np.flatnonzero(row), default=-1) for row in standing.open])
        places = [_places(standing, capacity, half) for half in (FULL, MONITORING)]
        for half, each in enumerate(places):
            so_far = np.concatenate([[0], np.cumsum(each)])
            extra = (standing.on_site_weeks[half] - 1) * 7
            ends = np.array([follow_ups.number(week.friday) + extra for week in standing.weeks])
            self._before.append(so_far)
            self._by_day.append(so_far[np.searchsorted(ends, np.arange(ends[-1] + 1), side="right")])
        self._reserved = _reserved(standing, places, FULL if max(weights[:2]) > min(weights) else MONITORING)
        self._slack = np.full((len(self._levels), draws), _AMPLE, dtype=np.int64)
        self._weight = np.zeros((draws, len(standing.due)), dtype=np.int32)

    def turn_to(self, index: int, first_day: Ints, due: Ints, is_first: NDArray[np.bool_]) -> None:
        """Counts anew what is still to do and what places are left before a week begins."""
        first, repeat, monitoring = self._standing.late_weights
        areas = self._standing.areas
        self._weight[:, :areas] = np.where(is_first, first, repeat)
        self._weight[:, areas:] = monitoring
        to_do = (first_day < NEVER) & (due >= 0) & (self._last_open >= index)
        for number, level in enumerate(self._levels):
            wanted = to_do & (self._weight >= level)
            for place, half in enumerate(self._halves[number]):
                part = slice(half * areas, (half + 1) * areas)
                slack = self._left_over(index, half, wanted[:, part], due[:, part])
                self._slack[number] = slack if place == 0 else np.minimum(slack, self._slack[number])

    def _left_over(self, index: int, half: int, wanted: NDArray[np.bool_], due: Ints) -> NDArray[np.int64]:
        """In each draw the places that those wanted can spare: over all days, the least of places less those due."""
        some = wanted.any(axis=0)
        if not some.any():
            return np.full(len(due), _AMPLE, dtype=np.int64)
        by_day = self._by_day[half]
        days = np.sort(np.where(wanted[:, some], due[:, some], np.int32(NEVER)), axis=1)
        places = by_day[np.minimum(days, len(by_day) - 1)] - self._before[half][index]
        left = places - np.arange(1, days.shape[1] + 1)
        least: NDArray[np.int64] = np.where(days < NEVER, left, _AMPLE).min(axis=1)
        return least

    def added(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Ints:
        """What is added to ranks, rows x columns."""
        found = np.zeros((len(rows), len(columns)), dtype=np.int32)
        for level, slack in zip(self._levels, self._slack, strict=True):
            tight = slack[rows] <= 0
            found += (tight[:, None] & (self._weight[np.ix_(rows, columns)] < level)) * np.int32(GIVES_WAY)
        return found

    def began(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.int64]:
        """Counts what began, one in each row: the rows in which lighter kinds give way from now on."""
        changed = np.zeros(len(rows), dtype=np.bool_)
        for number, level in enumerate(self._levels):
            lighter = self._weight[rows, columns] < level
            self._slack[number, rows[lighter]] -= 1
            changed |= lighter & (self._slack[number, rows] == 0)
        return rows[changed]

    def teams_kept(self, index: int, half: int) -> NDArray[np.int64]:
        """In each week of an inspection, the teams that heavier ones beginning later will need."""
        kept: NDArray[np.int64] = self._reserved[index, self._standing.span(index, half)]
        return kept


def _reserved(standing: Standing, places: list[list[int]], half: int) -> NDArray[np.int64]:
    """Week x week: the teams that are busy in the second for inspections that begin after the first."""
    weeks = len(standing.weeks)
    found = np.zeros((weeks, weeks), dtype=np.int64)
    for index, number in enumerate(places[half]):
        found[:index, standing.span(index, half)] += number
    return found


def _places(standing: Standing, capacity: Capacity, half: int) -> list[int]:
    """How many full or monitoring inspections could begin in each week if there were no others."""
    found = [0] * len(standing.weeks)
    busy = np.zeros((len(capacity.crews), len(standing.weeks)), dtype=np.int32)
    is_open = standing.open[half * standing.areas : (half + 1) * standing.areas].any(axis=0)
    begun: Counter[tuple[int, ...]] = Counter()
    for index in np.flatnonzero(is_open).tolist():
        month = standing.weeks[index].month
        span = standing.span(index, half)
        most = min(
            _most(capacity, half, 0, ()),
            _most(capacity, half, 1, month) - begun[month],
            _most(capacity, half, 2, month[:1]) - begun[month[:1]],
            capacity.pace[index] if capacity.pace is not None and half == FULL else UNLIMITED,
        )
        for number, crew in enumerate(capacity.crews):
            if crew.there[span].all():
                goes = max(0, min(most - found[index], crew.size - int(busy[number, span].max())))
                busy[number, span] += goes
                found[index] += goes
        begun.update({month: found[index], month[:1]: found[index]})
    return found


def _most(capacity: Capacity, half: int, unit: int, period: tuple[int, ...]) -> int:
    """What the limits of a week, month or year (0, 1, 2) leave, after what had begun in it by the date."""
    full, either = capacity.already.counts(period)
    left = capacity.most_all[unit] - either
    return min(left, capacity.most_full[unit] - full) if half == FULL else left
