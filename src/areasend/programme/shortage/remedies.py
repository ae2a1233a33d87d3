"""What would fit: how far one limit, or the number of teams, or the last day would have to be moved, found by solving.

More room never makes a plan impossible, so the least that does is found by doubling and then halving.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from areasend.programme.configuration.model import Limits, Programme, RegionLimit, Team
from areasend.programme.planning import Problem, Verdict, problem_of
from areasend.programme.shortage.counting import settled
from areasend.programme.shortage.relaxing import extended, rebuilt, without_last_day

# The furthest that the last day is moved, in years of 52 weeks.
MOST_YEARS = 8
_WEEKS = 52


@dataclass(frozen=True, slots=True)
class Lever:
    """Something that there could be more of. `more` gives the programme with so many instead of `now`."""

    key: str
    now: int
    more: Callable[[Programme, int], Programme]


@dataclass(frozen=True, slots=True)
class Remedy:
    """`needed` is enough, and one less is not if `is_least`; None where no number of it is enough by itself."""

    key: str
    now: int
    needed: int | None
    is_least: bool


@dataclass(frozen=True, slots=True)
class LaterLastDay:
    """All can be held by `last_day` (a Friday), the rules kept, if being late is accepted; None: not in 8 more years.

    `assumes_terms` if that lies beyond the terms of the programme file, whose last year was repeated.
    """

    last_day: date | None
    is_least: bool
    assumes_terms: bool


def levers_of(programme: Programme) -> tuple[Lever, ...]:
    """The limits that the programme has and its teams, from the widest to the narrowest."""
    names = ("per_year", "full_per_year", "per_month", "full_per_month", "per_week", "full_per_week")
    limits = [
        Lever(name, value, _limit(name)) for name in names if (value := getattr(programme.limits, name)) is not None
    ]
    regions = [Lever("regions", 0, _more_in_regions)] if programme.region_limits else []
    return (*limits, *regions, Lever("teams", len(programme.teams), _more_teams))


def alone(problem: Problem) -> tuple[Remedy, ...]:
    """How many of each would do by itself, all else being kept; a limit of as many as there are tasks is none."""
    return tuple(
        _remedy(problem, lever)
        for lever in levers_of(problem.programme)
        if lever.key == "teams" or lever.now < len(problem.tasks)
    )


@dataclass(frozen=True, slots=True)
class Together:
    """How many of all levers would do together: each as few as can be, `first` before the others."""

    first: str
    remedies: tuple[Remedy, ...]


def together(problem: Problem) -> tuple[Together, ...]:
    """Two ways: with as few teams as can be, then low limits; and with low limits, then few teams.

    Empty if no number does.
    """
    most = len(problem.tasks)
    levers = levers_of(problem.programme)
    eased = problem.programme
    for lever in levers:
        eased = lever.more(eased, lever.now + most)
    if settled(rebuilt(problem, eased)) is not Verdict.YES:
        return ()
    ways = [
        Together("teams", _fewest(problem, eased, levers[::-1])[::-1]),
        Together("limits", _fewest(problem, eased, levers)),
    ]
    return tuple(ways) if ways[0].remedies != ways[1].remedies else (ways[0],)


def _fewest(problem: Problem, eased: Programme, levers: Sequence[Lever]) -> tuple[Remedy, ...]:
    """From a programme with plenty of everything, the least of each lever, in their order."""
    most = len(problem.tasks)
    found: list[Remedy] = []
    for lever in levers:
        # What is put back to now is put up again from there.
        def with_value(value: int, lever: Lever = lever, others: Programme = eased) -> Verdict:
            return settled(rebuilt(problem, lever.more(_back(others, problem.programme, lever), value)))

        needed, is_least = _least(with_value, lever.now - 1, lever.now + most)
        assert needed is not None, "the most of all is enough"
        eased = lever.more(_back(eased, problem.programme, lever), needed)
        found.append(Remedy(lever.key, lever.now, needed, is_least))
    return tuple(found)


def later_last_day(problem: Problem) -> LaterLastDay:
    """The earliest last day by which all can be held, late or not; the present one if it is enough."""
    dues = [without_last_day(task.due) for task in problem.tasks]
    programme = problem.programme
    longest = extended(programme, MOST_YEARS)
    friday = programme.last_day - timedelta(days=(programme.last_day.weekday() - 4) % 7)

    def by(weeks: int) -> Verdict:
        last_day = programme.last_day if weeks == 0 else friday + timedelta(weeks=weeks)
        return settled(problem_of(dues, replace(longest, last_day=last_day), problem.as_at))

    needed, is_least = _least(by, -1, MOST_YEARS * _WEEKS)
    if needed is None:
        return LaterLastDay(None, is_least, True)
    last_day = programme.last_day if needed == 0 else friday + timedelta(weeks=needed)
    return LaterLastDay(last_day, is_least, last_day > max(term.last_day for term in programme.terms))


def _remedy(problem: Problem, lever: Lever) -> Remedy:
    def with_value(value: int) -> Verdict:
        return settled(rebuilt(problem, lever.more(problem.programme, value)))

    needed, is_least = _least(with_value, lever.now, lever.now + len(problem.tasks))
    return Remedy(lever.key, lever.now, needed, is_least)


def _least(does: Callable[[int], Verdict], low: int, most: int) -> tuple[int | None, bool]:
    """The least above `low` that does, by doubling and halving, and whether the one before is proved not to."""
    below: dict[int, Verdict] = {low: Verdict.NO}
    step, high = 1, low + 1
    while (verdict := does(high)) is not Verdict.YES:
        below[high] = verdict
        if high == most:
            return None, verdict is Verdict.NO
        low, step = high, step * 2
        high = min(most, low + step)
    while high - low > 1:
        middle = (low + high) // 2
        verdict = does(middle)
        if verdict is Verdict.YES:
            high = middle
        else:
            below[middle] = verdict
            low = middle
    return high, below[low] is Verdict.NO


def _back(programme: Programme, first: Programme, lever: Lever) -> Programme:
    """The programme with what a lever moves as it was at first."""
    if lever.key == "teams":
        return replace(programme, teams=first.teams)
    if lever.key == "regions":
        return replace(programme, region_limits=first.region_limits)
    return programme


def _limit(name: str) -> Callable[[Programme, int], Programme]:
    def more(programme: Programme, value: int) -> Programme:
        limits: Limits = replace(programme.limits, **{name: value})
        return replace(programme, limits=limits)

    return more


def _more_in_regions(programme: Programme, value: int) -> Programme:
    limits = tuple(
        RegionLimit(region=entry.region, per_month=entry.per_month + value) for entry in programme.region_limits
    )
    return replace(programme, region_limits=limits)


def _more_teams(programme: Programme, value: int) -> Programme:
    return replace(programme, teams=programme.teams + tuple(_additional(value - len(programme.teams))))


def _additional(count: int) -> Iterator[Team]:
    return (Team(name=f"additional team {number}") for number in range(1, count + 1))
