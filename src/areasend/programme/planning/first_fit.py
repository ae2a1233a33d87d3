"""A plan made by hand's rule: the most urgent first, each in its first free week. The search begins from it."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from areasend.programme.planning.model import Choice, Model, limited
from areasend.programme.planning.problem import Problem


def first_fit(problem: Problem, model: Model, before: Mapping[Choice, int] | None = None) -> Counter[Choice]:
    """How many of each group begin in which week, so that no rule is broken; pinned ones first.

    Where they began `before` comes next, as far as there is room; the rest take the first weeks that are free.
    """
    limits_of, room = _room(problem, model)
    in_order = sorted(range(len(model.groups)), key=lambda place: _urgency(problem, model, place))
    of_group: dict[int, list[Choice]] = defaultdict(list)
    for choice in model.chosen:
        of_group[choice[0]].append(choice)
    wanted = list((before or {}).items())
    wanted += [(choice, model.groups[place].size) for place in in_order for choice in of_group[place]]
    wanted.sort(key=lambda entry: model.groups[entry[0][0]].task.pin is None)
    waiting = [group.size for group in model.groups]
    found: Counter[Choice] = Counter()
    for choice, count in wanted:
        free = min([count, waiting[choice[0]], *(room[limit] for limit in limits_of[choice])])
        if free > 0:
            found[choice] += free
            waiting[choice[0]] -= free
            for limit in limits_of[choice]:
                room[limit] -= free
    return found


def _room(problem: Problem, model: Model) -> tuple[Mapping[Choice, list[int]], list[int]]:
    """For each choice the limits that it counts towards, and how many each of them allows."""
    limits_of: dict[Choice, list[int]] = defaultdict(list)
    room: list[int] = []
    for limit, entries in limited(problem, model.groups, list(model.chosen)):
        for choice in entries:
            limits_of[choice].append(len(room))
        room.append(limit)
    return limits_of, room


def _urgency(problem: Problem, model: Model, place: int) -> tuple[bool, int, int, int, int]:
    task = model.groups[place].task
    deadline = task.deadline if task.deadline is not None else len(problem.weeks)
    return (task.pin is None, deadline, -task.weight, len(task.open_weeks), place)
