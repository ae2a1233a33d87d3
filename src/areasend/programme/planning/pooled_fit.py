"""As `first_fit`, for the model of weeks and pools of teams."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from areasend.programme.planning.model import ALL_RULES, Choice, Rule, limited
from areasend.programme.planning.pooled import Pooled
from areasend.programme.planning.problem import Problem

# A share of the relaxation that is nearly a whole inspection.
_WHOLE = 1e-4


class _Room:
    """What the limits and the teams still have room for."""

    def __init__(self, problem: Problem, pooled: Pooled) -> None:
        self._pool_of = pooled.pool_of
        self._limits_of: dict[Choice, list[int]] = defaultdict(list)
        self._left: list[int] = []
        made = list(pooled.model.chosen)
        for limit, entries in limited(problem, pooled.model.groups, made, ALL_RULES - {Rule.TEAMS}):
            for choice in entries:
                self._limits_of[choice].append(len(self._left))
            self._left.append(limit)
        self._teams = {
            (week.index, number): len(entry.names)
            for week in problem.weeks
            for number, entry in enumerate(problem.classes)
        }

    def take(self, choice: Choice, number: int, wanted: int) -> int:
        """How many of those wanted there is room for in a week with a class of teams; they are taken."""
        weeks, limits = self._pool_of[choice][1], self._limits_of[choice]
        free = min(wanted, *(self._teams[week, number] for week in weeks), *(self._left[limit] for limit in limits))
        for week in weeks:
            self._teams[week, number] -= free
        for limit in limits:
            self._left[limit] -= free
        return free


def pooled_fit(problem: Problem, pooled: Pooled, likely: Mapping[Choice, float]) -> Counter[Choice]:
    """How many of each group begin in which week, by which class, so that no rule is broken; pinned ones first.

    What is `likely` by the linear relaxation comes before all that is not pinned, and of a group's weeks first.
    """
    groups, room = pooled.model.groups, _Room(problem, pooled)
    in_order = sorted(range(len(groups)), key=lambda place: _urgency(problem, pooled, place))
    wanted = [((place, week, 0), groups[place].size) for place in in_order for week in groups[place].task.open_weeks]
    wanted.sort(key=lambda entry: -likely.get(entry[0], 0.0))
    wanted = [(choice, count) for choice, share in likely.items() if (count := int(share + _WHOLE))] + wanted
    wanted.sort(key=lambda entry: groups[entry[0][0]].task.pin is None)
    waiting = [group.size for group in groups]
    found: Counter[Choice] = Counter()
    for choice, count in wanted:
        place, week, _ = choice
        for number in pooled.pool_of[choice][2] if waiting[place] else ():
            taken = room.take(choice, number, min(count, waiting[place]))
            if taken:
                found[place, week, number] += taken
                waiting[place] -= taken
                count -= taken
    return found


def _urgency(problem: Problem, pooled: Pooled, place: int) -> tuple[bool, int, int, int, int]:
    task = pooled.model.groups[place].task
    deadline = task.deadline if task.deadline is not None else len(problem.weeks)
    return (task.pin is None, deadline, -task.weight, len(task.open_weeks), place)
