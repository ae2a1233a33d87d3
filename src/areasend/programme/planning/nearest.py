"""The plan nearest to an old one: pinned inspections stay, none is later than need be, and as few move as possible.

A move is another week. In this order: the hard rules and pins; then no more lateness than the old plan had with what is
due now, or as little more as there can be; then the fewest that drop out of the plan; then the fewest moves. Where that
would move more than a share of those not pinned, the share goes before lateness, if a plan that leaves no more out can
keep it; of few there is no share. What is free at last is settled by lateness, nearness to the old week, even load.
Teams come after (`settling.same_teams`).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from ortools.sat.python import cp_model

from areasend.programme.errors import PlanNotFound
from areasend.programme.planning.first_fit import first_fit
from areasend.programme.planning.model import Choice, Model, build_model
from areasend.programme.planning.problem import Problem
from areasend.programme.planning.relaxing import NEARLY, relaxed
from areasend.programme.planning.room import in_the_way
from areasend.programme.planning.settling import Before, known_to_be, settled
from areasend.programme.planning.solution import Placement, Solution, cost_of
from areasend.programme.planning.solving import (
    Found,
    Report,
    Stage,
    lateness,
    minimised,
)

SHARE = Fraction(5, 100)
# Later than any week.
_AFTER = 1_000_000
# Deterministic work for lateness, for moves, and for each of the stages that settle the rest.
NEAR_WORK = (20.0, 20.0, 5.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Nearest:
    """The nearest plan: `moves` of the `unpinned` tasks of the old plan have another week, or none.

    No plan that is as little late and drops as few has fewer than `bound`. `most` is the share. Where it went before
    lateness, `instead` moves would have made the plan less late by `later` weighted weeks; otherwise None and 0.
    """

    solution: Solution
    moves: int
    bound: int
    unpinned: int
    most: int
    instead: int | None = None
    later: int = 0


@dataclass(frozen=True, slots=True)
class _Goals:
    """A model with what it is to minimise: `over`, lateness above that of the old plan, and `goal`, of moves.

    A move counts 1, and one out of the plan `scale` more, which is more than all others together. `kept` has for each
    group and old week how many may stay there, and the variable that counts them; `placed` the same for each group and
    any week. No plan at all has a lateness below `least`.
    """

    problem: Problem
    allowed: int
    least: int
    model: Model
    over: cp_model.IntVar
    moves: cp_model.LinearExprT
    goal: cp_model.LinearExprT
    scale: int
    kept: Mapping[tuple[int, int], tuple[int, cp_model.IntVar]]
    placed: Mapping[int, tuple[int, cp_model.IntVar]]

    def solved(
        self, goal: cp_model.LinearExprT, work: float, stage: Stage, known: Mapping[Choice, int]
    ) -> Found | None:
        """The best for a goal, from a known plan on."""
        there: Counter[tuple[int, int]] = Counter()
        waiting = [group.size for group in self.model.groups]
        late = 0
        for (group, week, _), count in known.items():
            there[group, week] += count
            waiting[group] -= count
            late += count * cost_of(self.problem, self.model.groups[group].members[0], week)
        for group, count in enumerate(waiting):
            late += count * cost_of(self.problem, self.model.groups[group].members[0], None)
        also = [(variable, min(count, there[key])) for key, (count, variable) in self.kept.items()]
        also += [
            (variable, min(count, self.model.groups[group].size - waiting[group]))
            for group, (count, variable) in self.placed.items()
        ]
        also.append((self.over, max(0, late - self.allowed)))
        return minimised(self.model, goal, work, stage, known, also)


def solve_nearest(
    problem: Problem,
    before: Before,
    *,
    share: Fraction = SHARE,
    work: tuple[float, float, float] = NEAR_WORK,
    report: Report | None = None,
) -> Nearest | None:
    """The plan nearest to the old one; None if no plan keeps every hard rule (the pins clash with these)."""
    unpinned = [place for place in before.stood if problem.tasks[place].pin is None]
    most = int(share * len(unpinned))
    goals = _goals(problem, before, unpinned)
    known = _hint(problem, goals.model, before)
    first = goals.solved(goals.over, work[0], Stage("lateness", report), known)
    if first is None:
        return None
    found = _fewest(goals, first, work[1], report)
    bound, instead, later = found.bound, None, 0
    if 0 < most < found.value:
        fewer = _within_share(problem, before, unpinned, (most, _left(goals.model, found)), (work, report))
        if fewer is not None:
            instead, later, bound = found.value, fewer[0].value - first.value, fewer[1].bound
            _, found, goals = fewer
    placements = put_back(problem, before, _matched(goals.model, found.chosen, before))
    solution = settled(problem, before, placements, work[2], report)
    weeks = {entry.task: entry.week for entry in solution.placements}
    return Nearest(
        solution=replace(solution, bound=goals.allowed + first.bound if first.bound else goals.least),
        moves=sum(weeks.get(place) != before.stood[place][0] for place in unpinned),
        bound=bound,
        unpinned=len(unpinned),
        most=most,
        instead=instead,
        later=later,
    )


def _fewest(goals: _Goals, first: Found, work: float, report: Report | None) -> Found:
    """The fewest moves of a plan that is as little late, and drops the fewest."""
    goals.model.cp.add(goals.over <= first.value)
    found = known_to_be(goals.solved(goals.goal, work, Stage("moves", report), first.chosen))
    drops, moves = divmod(found.value, goals.scale)
    return replace(found, value=moves, bound=max(0, found.bound - drops * goals.scale))


def _kept_lateness(problem: Problem, before: Before) -> int:
    """The lateness of what is due now and was in the old plan, had it stayed there."""
    stood = sum(cost_of(problem, place, week) for place, (week, _) in before.stood.items())
    return stood + sum(cost_of(problem, place, None) for place in before.left)


def _goals(problem: Problem, before: Before, unpinned: Sequence[int]) -> _Goals:
    model = build_model(problem)
    allowed = _kept_lateness(problem, before)
    late = lateness(problem, model)
    model.cp.minimize(late)
    relaxation = relaxed(model.cp)
    least = 0 if relaxation is None else max(0, ceil(relaxation.bound - NEARLY))
    over = model.cp.new_int_var(0, sum(cost_of(problem, place, None) for place in range(len(problem.tasks))), "")
    model.cp.add(over >= late - allowed)
    of_group = {place: number for number, group in enumerate(model.groups) for place in group.members}
    weeks = Counter((of_group[place], before.stood[place][0]) for place in unpinned)
    in_week: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for (group, week, _), variable in model.chosen.items():
        in_week[group, week].append(variable)
    kept: dict[tuple[int, int], tuple[int, cp_model.IntVar]] = {}
    for key, count in weeks.items():
        if key in in_week:
            kept[key] = count, model.cp.new_int_var(0, count, "")
            model.cp.add(kept[key][1] <= cp_model.LinearExpr.sum(in_week[key]))
    placed: dict[int, tuple[int, cp_model.IntVar]] = {}
    for group, count in Counter(of_group[place] for place in unpinned).items():
        placed[group] = count, model.cp.new_int_var(0, count, "")
        chosen = [variable for choice, variable in model.chosen.items() if choice[0] == group]
        model.cp.add(placed[group][1] <= cp_model.LinearExpr.sum(chosen))
    moves = len(unpinned) - cp_model.LinearExpr.sum([variable for _, variable in kept.values()])
    drops = len(unpinned) - cp_model.LinearExpr.sum([variable for _, variable in placed.values()])
    scale = len(unpinned) + 1
    return _Goals(problem, allowed, least, model, over, moves, drops * scale + moves, scale, kept, placed)


def _hint(problem: Problem, model: Model, before: Before) -> Mapping[Choice, int]:
    """As many as can be where they stood, the others in the first weeks that are free."""
    of_group = {place: number for number, group in enumerate(model.groups) for place in group.members}
    wanted: Counter[Choice] = Counter()
    for place, (week, team_class) in before.stood.items():
        classes = range(len(problem.classes)) if team_class is None else (team_class,)
        choices = ((of_group[place], week, number) for number in classes)
        wanted.update([choice for choice in choices if choice in model.chosen][:1])
    return first_fit(problem, model, wanted)


def _left(model: Model, found: Found) -> int:
    return sum(group.size for group in model.groups) - sum(found.chosen.values())


def _within_share(
    problem: Problem,
    before: Before,
    unpinned: list[int],
    limits: tuple[int, int],
    means: tuple[tuple[float, float, float], Report | None],
) -> tuple[Found, Found, _Goals] | None:
    """The least late plan of few moves that leaves no more out, and the fewest moves for it; None if none is found."""
    most, left = limits
    work, report = means
    goals = _goals(problem, before, unpinned)
    goals.model.cp.add(goals.moves <= most)
    goals.model.cp.add(cp_model.LinearExpr.sum(list(goals.model.left.values())) <= left)
    known = _hint(problem, goals.model, before)
    try:
        first = goals.solved(goals.over, work[0], Stage("lateness of few moves", report), known)
    except PlanNotFound:
        return None
    return (first, _fewest(goals, first, work[1], report), goals) if first is not None else None


def _matched(model: Model, chosen: Mapping[Choice, int], before: Before) -> tuple[Placement, ...]:
    """Which member of each group goes when, so that as many as can be stay where they stood: exact, as they are alike.

    Same week and team first, then the same week, then the others in the order of their old weeks; new ones last.
    """
    slots: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (group, week, number), count in chosen.items():
        slots[group] += [(week, number)] * count
    found: list[Placement] = []
    for position, alike in enumerate(model.groups):
        free = sorted(slots[position])
        waiting = sorted(alike.members, key=lambda place: (before.stood.get(place, (_AFTER, None))[0], place))
        for fits in (_exactly, _in_week, _anywhere):
            for place in list(waiting):
                slot = next((entry for entry in free if fits(before.stood.get(place), entry)), None)
                if slot is not None:
                    free.remove(slot)
                    waiting.remove(place)
                    found.append(Placement(place, *slot))
    return tuple(sorted(found, key=lambda entry: entry.task))


def _exactly(stood: tuple[int, int | None] | None, slot: tuple[int, int]) -> bool:
    return stood == slot


def _in_week(stood: tuple[int, int | None] | None, slot: tuple[int, int]) -> bool:
    return stood is not None and stood[0] == slot[0]


def _anywhere(_: object, __: object) -> bool:
    return True


def put_back(problem: Problem, before: Before, placements: tuple[Placement, ...]) -> tuple[Placement, ...]:
    """The same without moves that nothing calls for, which a search that ended early may leave."""
    stands = {entry.task: entry for entry in placements}
    again = True
    while again:
        again = False
        for place, (week, _) in before.stood.items():
            held = stands.get(place)
            is_there = held is not None and held.week == week
            if is_there or cost_of(problem, place, week) > cost_of(problem, place, held.week if held else None):
                continue
            back = _free(problem, tuple(stands.values()), place, week)
            if back is not None:
                stands[place] = back
                again = True
    return tuple(sorted(stands.values(), key=lambda entry: entry.task))


def _free(problem: Problem, placements: tuple[Placement, ...], place: int, week: int) -> Placement | None:
    """A placement in a week that breaks no rule beside the others, if there is one."""
    task = problem.tasks[place]
    for number, entry in enumerate(problem.classes):
        if week in task.open_weeks and entry.can_take(task, week):
            wanted = Placement(place, week, number)
            if not any(in_the_way(problem, placements, wanted)):
                return wanted
    return None
