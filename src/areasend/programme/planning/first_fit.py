"""A plan made by hand's rule: the most urgent first, each in its first free week. The search begins from it."""

from collections import Counter, defaultdict

from areasend.programme.planning.model import Choice, Model, limited
from areasend.programme.planning.problem import Problem


def first_fit(problem: Problem, model: Model) -> Counter[Choice]:
    """How many of each group begin in which week, so that no rule is broken; pinned ones first."""
    made = list(model.chosen)
    of_group: dict[int, list[Choice]] = defaultdict(list)
    for choice in made:
        of_group[choice[0]].append(choice)
    limits_of: dict[Choice, list[int]] = defaultdict(list)
    room: list[int] = []
    for limit, entries in limited(problem, model.groups, made):
        for choice in entries:
            limits_of[choice].append(len(room))
        room.append(limit)
    found: Counter[Choice] = Counter()
    for place in sorted(range(len(model.groups)), key=lambda place: _urgency(problem, model, place)):
        waiting = model.groups[place].size
        for choice in of_group[place]:
            free = min([waiting, *(room[limit] for limit in limits_of[choice])])
            if free > 0:
                found[choice] += free
                waiting -= free
                for limit in limits_of[choice]:
                    room[limit] -= free
    return found


def _urgency(problem: Problem, model: Model, place: int) -> tuple[bool, int, int, int, int]:
    task = model.groups[place].task
    deadline = task.deadline if task.deadline is not None else len(problem.weeks)
    return (task.pin is None, deadline, -task.weight, len(task.open_weeks), place)
