"""The model that a plan is searched with: groups take weeks, and only pools of them take classes of teams.

It allows the same plans as `model.build_model`. Which class goes to which of the groups that are on site in the same
week and can have the same classes is open until the end, so that the model grows with groups and classes apart, not
with their product.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from areasend.programme.planning.grouping import Group, groups_of
from areasend.programme.planning.model import ALL_RULES, Choice, Model, Rule, limited
from areasend.programme.planning.problem import Problem, Task

# The week on site, the weeks that it takes, and the classes of teams that can go.
Pool = tuple[int, range, tuple[int, ...]]
_NO_CLASS = 0


@dataclass(frozen=True, slots=True)
class Pooled:
    """`model.chosen[group, week, 0]` counts a group in a week; `taken[pool, class]` what a class takes of a pool."""

    model: Model
    pool_of: Mapping[Choice, Pool]
    taken: Mapping[tuple[Pool, int], cp_model.IntVar]

    def helping(self, chosen: Mapping[Choice, int]) -> list[int]:
        """What each class takes of each pool in a plan by group, week and class, in the order of `taken`."""
        counts: Counter[tuple[Pool, int]] = Counter()
        for (group, week, number), count in chosen.items():
            counts[self.pool_of[group, week, _NO_CLASS], number] += count
        return [counts[key] for key in self.taken]

    def by_week(self, chosen: Mapping[Choice, int]) -> Counter[Choice]:
        """The same plan by group and week alone, as `model.chosen` has it."""
        found: Counter[Choice] = Counter()
        for (group, week, _), count in chosen.items():
            found[group, week, _NO_CLASS] += count
        return found

    def by_class(self, chosen: Mapping[Choice, int], helping: Sequence[int]) -> Counter[Choice]:
        """The plan by group, week and class: the classes of a pool in order, to its groups in order."""
        waiting: dict[Pool, list[int]] = defaultdict(list)
        for (pool, number), count in zip(self.taken, helping, strict=True):
            waiting[pool] += [number] * count
        found: Counter[Choice] = Counter()
        for (group, week, none), count in chosen.items():
            pool = self.pool_of[group, week, none]
            for number in waiting[pool][:count]:
                found[group, week, number] += 1
            del waiting[pool][:count]
        return found


def build_pooled(problem: Problem) -> Pooled:
    """The model of all tasks and rules. Pinned tasks are placed in any case."""
    cp = cp_model.CpModel()
    groups = groups_of(problem)
    chosen: dict[Choice, cp_model.IntVar] = {}
    left: dict[int, cp_model.IntVar] = {}
    for place, group in enumerate(groups):
        mine = {(place, week, _NO_CLASS): cp.new_int_var(0, group.size, "") for week in group.task.open_weeks}
        chosen.update(mine)
        if group.task.pin is None:
            left[place] = cp.new_int_var(0, group.size, "")
        placed = [*mine.values(), *([left[place]] if place in left else [])]
        cp.add(cp_model.LinearExpr.sum(placed) == group.size)
    for limit, entries in limited(problem, groups, list(chosen), ALL_RULES - {Rule.TEAMS}):
        if sum(groups[choice[0]].size for choice in entries) > limit:
            cp.add(cp_model.LinearExpr.sum([chosen[choice] for choice in entries]) <= limit)
    pool_of = dict(zip(chosen, _pools(problem, groups, chosen), strict=True))
    taken = _taken(problem, cp, chosen, pool_of)
    return Pooled(Model(cp, groups, chosen, left), pool_of, taken)


def _pools(problem: Problem, groups: Sequence[Group], made: Mapping[Choice, object]) -> Iterator[Pool]:
    conflicts = frozenset(code for entry in problem.classes for code in entry.conflicts)
    known: dict[object, tuple[int, ...]] = {}
    for place, week, _ in made:
        task = groups[place].task
        own = task.due.gss_code if task.due.gss_code in conflicts else ""
        key = (week, task.shape, own, task.pin.team if task.pin is not None else None)
        if key not in known:
            known[key] = _able(problem, task, week)
        yield week, task.busy(week), known[key]


def _able(problem: Problem, task: Task, week: int) -> tuple[int, ...]:
    return tuple(number for number, entry in enumerate(problem.classes) if entry.can_take(task, week))


def _taken(
    problem: Problem,
    cp: cp_model.CpModel,
    chosen: Mapping[Choice, cp_model.IntVar],
    pool_of: Mapping[Choice, Pool],
) -> dict[tuple[Pool, int], cp_model.IntVar]:
    members: dict[Pool, list[cp_model.IntVar]] = defaultdict(list)
    for choice, variable in chosen.items():
        members[pool_of[choice]].append(variable)
    taken: dict[tuple[Pool, int], cp_model.IntVar] = {}
    busy: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for pool, variables in members.items():
        _, weeks, able = pool
        for number in able:
            taken[pool, number] = cp.new_int_var(0, len(problem.classes[number].names), "")
            for week in weeks:
                busy[week, number].append(taken[pool, number])
        cp.add(cp_model.LinearExpr.sum(variables) == cp_model.LinearExpr.sum([taken[pool, number] for number in able]))
    for (_, number), found in busy.items():
        cp.add(cp_model.LinearExpr.sum(found) <= len(problem.classes[number].names))
    return taken
