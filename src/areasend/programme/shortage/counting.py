"""A counting proof that not all fit: what is due inside a span of weeks is more than the span has room for.

For a span, those tasks count whose every week in time lies in it (Hall's condition). The room of their weeks is counted
by term: the limit of each week, at most that of its month, and at most what the teams can do one after another; then
at most the limit of each calendar year. Every step leaves out rules or adds up, so the room is never told too small.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from areasend.programme.planning import Month, Problem, Task, Verdict, has_plan
from areasend.programme.shortage.scopes import Scope, scopes_of


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a term in a calendar year: weeks on site that count, and inspections by limits and by teams.

    `by_limits` is None where no limit of a week or month binds.
    """

    year: int
    term: str
    weeks: int
    by_limits: int | None
    by_teams: int

    @property
    def room(self) -> int:
        return self.by_teams if self.by_limits is None else min(self.by_limits, self.by_teams)


@dataclass(frozen=True, slots=True)
class YearRoom:
    """The room of a calendar year: its terms added up, and no more than its limit leaves, if there is one.

    `begun` count towards the limit: they began in the year before the plan does.
    """

    year: int
    terms: tuple[Room, ...]
    limit: int | None
    begun: int = 0

    @property
    def added(self) -> int:
        return sum(term.room for term in self.terms)

    @property
    def room(self) -> int:
        return self.added if self.limit is None else min(self.added, max(0, self.limit - self.begun))


@dataclass(frozen=True, slots=True)
class Count:
    """More is due than there is room: `tasks` (places among the problem's) all begin in weeks `first` to `last`."""

    scope: Scope
    first: int
    last: int
    tasks: tuple[int, ...]
    years: tuple[YearRoom, ...]

    @property
    def due(self) -> int:
        return len(self.tasks)

    @property
    def room(self) -> int:
        return sum(year.room for year in self.years)

    @property
    def missing(self) -> int:
        """How many of the tasks cannot be in time, whatever the plan."""
        return self.due - self.room


def weeks_in_time(task: Task) -> tuple[int, ...]:
    """The weeks in which it may begin without being late; a pinned one is where its pin has it."""
    return tuple(week for week in task.open_weeks if task.pin is not None or not task.weeks_late(week))


def counts_of(problem: Problem) -> tuple[Count, ...]:
    """Spans in which more is due than there is room, no task in two of them; the one with most missing first.

    Of spans with as many missing the one with fewest due is taken, then the earliest: it has the least to add up.
    """
    in_time = {place: weeks for place, task in enumerate(problem.tasks) if (weeks := weeks_in_time(task))}
    found: list[Count] = []
    while True:
        best = max(_tight(problem, in_time), key=_weight, default=None)
        if best is None:
            return tuple(found)
        found.append(best)
        in_time = {place: weeks for place, weeks in in_time.items() if place not in best.tasks}


def settled(problem: Problem) -> Verdict:
    """Whether the problem has a plan with all in time: no where a count shows it, else by `has_plan`."""
    in_time = {place: weeks_in_time(task) for place, task in enumerate(problem.tasks)}
    if not all(in_time.values()) or any(_tight(problem, in_time)):
        return Verdict.NO
    return has_plan(problem)


def _weight(count: Count) -> tuple[int, int, int]:
    return count.missing, -count.due, -count.last


def _tight(problem: Problem, in_time: dict[int, tuple[int, ...]]) -> Iterator[Count]:
    """Each span and scope in which something is missing, if no earlier one has more missing."""
    least = 1
    for scope in scopes_of(problem.programme):
        held = {place: weeks for place, weeks in in_time.items() if scope.has(problem.tasks[place])}
        for first in sorted({weeks[0] for weeks in held.values()}):
            inside = {place: weeks for place, weeks in held.items() if weeks[0] >= first}
            for last in sorted({weeks[-1] for weeks in inside.values()}):
                tasks = tuple(place for place, weeks in inside.items() if weeks[-1] <= last)
                if len(tasks) < least:
                    continue
                years = room_of(problem, scope, tasks, {week for place in tasks for week in inside[place]})
                count = Count(scope, first, last, tasks, years)
                if count.missing >= least:
                    least = count.missing
                    yield count


def room_of(problem: Problem, scope: Scope, tasks: Sequence[int], weeks: Iterable[int]) -> tuple[YearRoom, ...]:
    """The most of some tasks that weeks have room for, by calendar year and term, the years rising."""
    parts: dict[tuple[int, str], list[int]] = defaultdict(list)
    for week in sorted(weeks):
        parts[problem.weeks[week].monday.year, problem.weeks[week].term].append(week)
    before = min((problem.tasks[place].shape.weeks_before for place in tasks), default=0)
    on_site = min((problem.tasks[place].shape.on_site_weeks for place in tasks), default=1)
    terms: dict[int, list[Room]] = defaultdict(list)
    for (year, term), part in parts.items():
        by_teams = _by_teams(problem, part, before, on_site)
        terms[year].append(Room(year, term, len(part), _by_limits(problem, scope, part), by_teams))
    return tuple(
        YearRoom(year, tuple(entries), *(scope.of_year(year) or (None, 0))) for year, entries in sorted(terms.items())
    )


def _by_limits(problem: Problem, scope: Scope, weeks: Sequence[int]) -> int | None:
    months: dict[Month, int] = defaultdict(int)
    for week in weeks:
        months[problem.weeks[week].month] += 1
    found = 0
    for month, count in months.items():
        limits = (None if scope.per_week is None else scope.per_week * count, scope.room_of_month(month))
        given = [limit for limit in limits if limit is not None]
        if not given:
            return None
        found += max(0, min(given))
    return found


def _by_teams(problem: Problem, weeks: Sequence[int], before: int, on_site: int) -> int:
    """How many inspections the teams can do one after another, the next as soon as the one before has ended."""
    return sum(len(entry.names) * _one_after_another(entry.weeks, weeks, before, on_site) for entry in problem.classes)


def _one_after_another(there: frozenset[int], weeks: Sequence[int], before: int, on_site: int) -> int:
    done, free = 0, 0
    for week in weeks:
        busy = range(max(0, week - before), week + on_site)
        if busy.start >= free and all(entry in there for entry in busy):
            done, free = done + 1, busy.stop
    return done
