"""Coming inspections, week by week, in many draws at once.

In each week that is open, in each draw: of all inspections that may begin there, the one with the earliest day not to
pass goes next, as long as a team and the limits allow one more; `precedence` says where a lighter kind gives way first.
Those that share a day are in an order drawn for each draw. A full inspection is given an outcome from the drawn mix of
its region and a lag to publication from those observed; the framework's rules then say what follows, and that joins the
queue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from areasend.programme.forecasting.capacity import Capacity
from areasend.programme.forecasting.follow_ups import FULL, MONITORING, NEVER, FollowUps, Ints
from areasend.programme.forecasting.mix import Floats
from areasend.programme.forecasting.precedence import GIVES_WAY, Precedence
from areasend.programme.forecasting.standing import Standing

Flags = NDArray[np.bool_]
_NONE = np.iinfo(np.int32).max


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Chances:
    """All that is drawn before a run, so that two runs with other capacities differ in nothing else.

    `mixes`: draws x regions x outcomes. `order`: draws x columns, ranks among those with the same day. `outcome` (from
    0 to 1) and `lag` (days): draws x areas x full inspections of an area.
    """

    mixes: Floats
    order: Ints
    outcome: Floats
    lag: Ints

    def first(self, draws: int) -> "Chances":
        """The first draws alone."""
        return Chances(
            mixes=self.mixes[:draws], order=self.order[:draws], outcome=self.outcome[:draws], lag=self.lag[:draws]
        )


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Course:
    """What took place: draws x weeks of first, repeat and monitoring inspections that began on site, and draws x weeks
    x outcomes of full inspections. `overdue`: draws x weeks of the repeat inspections that wait past their day when the
    week ends."""

    first: Ints
    repeat: Ints
    monitoring: Ints
    outcomes: Ints
    overdue: Ints


def run(standing: Standing, capacity: Capacity, follow_ups: FollowUps, chances: Chances, until: date) -> Course:
    """The course of every draw up to the last week on site that ends by `until`."""
    running = _Running(standing, capacity, follow_ups, chances)
    for week in standing.weeks:
        if week.friday <= until:
            if standing.open[:, week.index].any():
                running.week(week.index)
            running.count_overdue(week.index)
    return Course(
        first=running.began[0],
        repeat=running.began[1],
        monitoring=running.began[2],
        outcomes=running.outcomes,
        overdue=running.overdue,
    )


class _Running:
    """The state of all draws between two weeks."""

    def __init__(self, standing: Standing, capacity: Capacity, follow_ups: FollowUps, chances: Chances) -> None:
        draws = len(chances.order)
        weeks = len(standing.weeks)
        self._standing, self._capacity, self._follow_ups, self._chances = standing, capacity, follow_ups, chances
        self._first_day = np.tile(standing.first_day, (draws, 1))
        self._due = np.tile(standing.due, (draws, 1))
        self._is_first = np.tile(standing.is_first, (draws, 1))
        self._done = np.zeros((draws, standing.areas), dtype=np.int32)
        self._busy = np.zeros((draws, len(capacity.crews), weeks), dtype=np.int32)
        # By week, month and year; full inspections, then all.
        self._begun = np.zeros((3, 2, draws), dtype=np.int32)
        self._in_region = np.zeros((draws, chances.mixes.shape[1]), dtype=np.int32)
        self._conflicts = np.array([crew.conflicts for crew in capacity.crews])
        self._sizes = np.array([crew.size for crew in capacity.crews])
        self._period: tuple[int, int] = (0, 0)
        self._precedence = Precedence(standing, capacity, follow_ups, draws)
        self.began = np.zeros((3, draws, weeks), dtype=np.int32)
        self.outcomes = np.zeros((draws, weeks, chances.mixes.shape[2]), dtype=np.int32)
        self.overdue = np.zeros((draws, weeks), dtype=np.int32)
        self._resolve_waiting(draws)

    def _resolve_waiting(self, draws: int) -> None:
        """Gives the inspections before the date whose follow-up is not known one in each draw."""
        rows = np.arange(draws)
        for entry in self._standing.waiting:
            known = np.full(draws, entry.outcome, dtype=np.int32)
            areas = np.full(draws, entry.area)
            drawn, lag = self._draw(rows, areas)
            outcome = drawn if entry.outcome < 0 else known
            end = np.full(draws, entry.end if entry.end >= 0 else entry.published, dtype=np.int32)
            published = end + lag if entry.published < 0 else np.full(draws, entry.published, dtype=np.int32)
            first, due = self._follow_ups.after(entry.version, outcome, end, published)
            for half in (FULL, MONITORING):
                column = entry.area + half * self._standing.areas
                if entry.outcome < 0 or self._standing.first_day[column] < NEVER:
                    self._first_day[:, column] = first[:, half]
                    self._due[:, column] = due[:, half]

    def _draw(self, rows: NDArray[np.int64], areas: NDArray[np.int64]) -> tuple[Ints, Ints]:
        """An outcome and a lag for the next full inspection of an area in each row."""
        number = self._done[rows, areas]
        self._done[rows, areas] += 1
        shares = np.cumsum(self._chances.mixes[rows, self._standing.region[areas]], axis=1)[:, :-1]
        outcome = (self._chances.outcome[rows, areas, number, None] >= shares).sum(axis=1).astype(np.int32)
        return outcome, self._chances.lag[rows, areas, number]

    def week(self, index: int) -> None:
        """Lets begin on site in a week, in every draw, what can."""
        self._turn_to(index)
        self._precedence.turn_to(index, self._first_day, self._due, self._is_first)
        keys, columns = self._queue(index)
        rows = np.arange(len(keys))
        while len(rows):
            free = [self._crews_free(rows, index, kind) for kind in (FULL, MONITORING)]
            best = [self._next(keys, columns, rows, kind, index, free[kind]) for kind in (FULL, MONITORING)]
            kind = (best[MONITORING][1] < best[FULL][1]).astype(np.int64)
            some = np.minimum(best[FULL][1], best[MONITORING][1]) < _NONE
            place = np.where(kind == FULL, best[FULL][0], best[MONITORING][0])[some]
            crews = np.where((kind == FULL)[:, None], free[FULL], free[MONITORING])[some]
            rows, kind = rows[some], kind[some]
            areas = columns[place] % self._standing.areas
            crews &= ~self._conflicts[:, areas].T
            keys[rows, place] = _NONE
            goes = crews.any(axis=1)
            fewer = self._precedence.began(rows[goes], columns[place[goes]])
            keys[fewer] = self._ranks(fewer, columns, keys[fewer] < _NONE)
            self._begin(rows[goes], areas[goes], kind[goes], crews[goes].argmax(axis=1), index)
            self._close(keys, columns, rows[goes], areas[goes])

    def _queue(self, index: int) -> tuple[Ints, NDArray[np.int64]]:
        """The rank of each inspection that may begin in a week, `_NONE` in draws where it may not, and its column."""
        monday = self._follow_ups.number(self._standing.weeks[index].monday)
        ready = self._first_day <= monday
        columns = np.flatnonzero(ready.any(axis=0) & self._standing.open[:, index])
        return self._ranks(np.arange(len(ready)), columns, ready[:, columns]), columns

    def _ranks(self, rows: NDArray[np.int64], columns: NDArray[np.int64], waits: Flags) -> Ints:
        """The ranks of those that wait; pinned ones give way to nothing."""
        at = np.ix_(rows, columns)
        due = self._due[at]
        keys = due * np.int32(len(self._standing.due)) + self._chances.order[at]
        keys += np.where(due >= 0, self._precedence.added(rows, columns), np.int32(0))
        return np.where(waits, keys, np.int32(_NONE))

    def _next(
        self, keys: Ints, columns: NDArray[np.int64], rows: NDArray[np.int64], kind: int, index: int, free: Flags
    ) -> tuple[NDArray[np.int64], Ints]:
        """The place of the first of a kind in the queue, in each row, and its rank.

        `free` tells, rows x crews, where a team is free. One that gives way needs a team that no heavier one will need.
        """
        parted = int(np.searchsorted(columns, self._standing.areas))
        part = slice(parted, len(columns)) if kind == MONITORING else slice(0, parted)
        may = self._within_limits(rows, index, kind) & free.any(axis=1)
        if part.start == part.stop or not may.any():
            return np.zeros(len(rows), dtype=np.int64), np.full(len(rows), _NONE, dtype=np.int32)
        left = keys[rows, part]
        if self._capacity.region_most is not None:
            is_full = self._in_region[rows] >= self._capacity.region_most
            left[is_full[:, self._standing.region[columns[part] % self._standing.areas]]] = _NONE
        place = left.argmin(axis=1)
        rank = left[np.arange(len(rows)), place]
        gives_way = np.flatnonzero(may & (rank >= GIVES_WAY // 2) & (rank < _NONE))
        may[gives_way] = self._has_team_over(rows[gives_way], index, kind)
        return place + part.start, np.where(may, rank, np.int32(_NONE))

    def _close(self, keys: Ints, columns: NDArray[np.int64], rows: NDArray[np.int64], areas: NDArray[np.int64]) -> None:
        """An area that was begun with has no other inspection in the same week."""
        where = np.full(len(self._standing.due), -1)
        where[columns] = np.arange(len(columns))
        for half in (FULL, MONITORING):
            place = where[areas + half * self._standing.areas]
            keys[rows[place >= 0], place[place >= 0]] = _NONE

    def _turn_to(self, index: int) -> None:
        """Counts anew what counts by week, and by month and year where one has begun."""
        month = self._standing.weeks[index].month
        already = self._capacity.already
        self._begun[0] = 0
        if month != self._period:
            self._begun[1] = np.array(already.counts(month))[:, None]
            self._in_region[:] = already.by_region(month, self._in_region.shape[1])
        if month[0] != self._period[0]:
            self._begun[2] = np.array(already.counts(month[:1]))[:, None]
        self._period = month

    def _crews_free(self, rows: NDArray[np.int64], index: int, kind: int) -> Flags:
        """Rows x crews: whether one of its teams is there and free for the whole inspection."""
        span = self._standing.span(index, kind)
        there = np.array([crew.there[span].all() for crew in self._capacity.crews])
        free: Flags = there & (self._busy[rows, :, span].max(axis=2) < self._sizes)
        return free

    def _has_team_over(self, rows: NDArray[np.int64], index: int, kind: int) -> Flags:
        """Whether in each of its weeks a team is there that heavier inspections, which begin later, do not need."""
        span = self._standing.span(index, kind)
        there = (np.array([crew.there[span] for crew in self._capacity.crews]) * self._sizes[:, None]).sum(axis=0)
        idle = there - self._busy[rows, :, span].sum(axis=1)
        over: Flags = (idle > self._precedence.teams_kept(index, kind)).all(axis=1)
        return over

    def _within_limits(self, rows: NDArray[np.int64], index: int, kind: int) -> Flags:
        most_full, most_all = self._capacity.most_full, self._capacity.most_all
        within = np.ones(len(rows), dtype=np.bool_)
        for unit in range(3):
            within &= self._begun[unit, 1, rows] < most_all[unit]
            if kind == FULL:
                within &= self._begun[unit, 0, rows] < most_full[unit]
        if kind == FULL and self._capacity.pace is not None:
            within &= self._begun[0, 0, rows] < self._capacity.pace[index]
        return within

    def _begin(
        self,
        rows: NDArray[np.int64],
        areas: NDArray[np.int64],
        kind: NDArray[np.int64],
        crew: NDArray[np.int64],
        index: int,
    ) -> None:
        """One inspection begins in each row."""
        is_full = kind == FULL
        for half in (FULL, MONITORING):
            at = kind == half
            self._busy[rows[at], crew[at], self._standing.span(index, half)] += 1
        self._begun[:, 1, rows] += 1
        self._begun[:, 0, rows[is_full]] += 1
        self._in_region[rows, self._standing.region[areas]] += 1
        self._after_monitoring(rows[~is_full], areas[~is_full], index)
        self._after_full(rows[is_full], areas[is_full], index)

    def _last_day(self, index: int, kind: int) -> int:
        return self._follow_ups.number(self._standing.weeks[index + self._standing.on_site_weeks[kind] - 1].friday)

    def _after_monitoring(self, rows: NDArray[np.int64], areas: NDArray[np.int64], index: int) -> None:
        self.began[2, rows, index] += 1
        self._first_day[rows, areas + self._standing.areas] = NEVER
        apart = self._follow_ups.later(self._standing.months_between, self._last_day(index, MONITORING))
        self._first_day[rows, areas] = np.maximum(self._first_day[rows, areas], apart)

    def _after_full(self, rows: NDArray[np.int64], areas: NDArray[np.int64], index: int) -> None:
        """What follows takes the place of what was due before: a monitoring inspection too that was not yet made."""
        for number, is_it in ((0, self._is_first[rows, areas]), (1, ~self._is_first[rows, areas])):
            self.began[number, rows[is_it], index] += 1
        self._is_first[rows, areas] = False
        outcome, lag = self._draw(rows, areas)
        self.outcomes[rows, index, outcome] += 1
        end = np.full(len(rows), self._last_day(index, FULL), dtype=np.int32)
        version = self._follow_ups.version(self._standing.weeks[index].monday)
        first, due = self._follow_ups.after(version, outcome, end, end + lag)
        apart = self._follow_ups.later(self._standing.months_between, int(end[0])) if len(end) else 0
        for half in (FULL, MONITORING):
            column = areas + half * self._standing.areas
            self._first_day[rows, column] = np.maximum(first[:, half], apart)
            self._due[rows, column] = due[:, half]

    def count_overdue(self, index: int) -> None:
        """Counts the repeat inspections that wait past their day when a week ends."""
        areas = self._standing.areas
        late = self._due[:, :areas] <= self._follow_ups.number(self._standing.weeks[index].friday)
        waits = ~self._is_first & (self._first_day[:, :areas] < NEVER)
        self.overdue[:, index] = (late & waits).sum(axis=1)


def blocks(draws: int, size: int = 500) -> Iterator[int]:
    """The draws in blocks that fit a processor's memory; the first draws are the same however many there are."""
    while draws > 0:
        yield min(draws, size)
        draws -= size
