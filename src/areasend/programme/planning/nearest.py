"""The plan nearest to an old one: pinned inspections stay, none is later than need be, and as few move as possible.

A move is another week or another team. In this order: the hard rules and pins; then no more lateness than the old plan
had with what is due now, or as little more as there can be; then the fewest moves, and among these the fewest of
another week. Where that would move more than a share of those not pinned, the share goes before lateness, if a plan
that leaves no more out can keep it. What is free at last is settled by lateness, nearness to the old week, even load.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from ortools.sat.python import cp_model

from areasend.programme.configuration.model import Pin
from areasend.programme.errors import PlanNotFound
from areasend.programme.planning.first_fit import first_fit
from areasend.programme.planning.model import Choice, Model, build_model
from areasend.programme.planning.problem import Problem
from areasend.programme.planning.room import in_the_way
from areasend.programme.planning.solution import Placement, Solution, cost_of, lateness_of
from areasend.programme.planning.solving import (
    Found,
    Report,
    Stage,
    lateness,
    minimised,
    unevenness,
)

SHARE = Fraction(5, 100)
# Deterministic work for lateness, for moves, and for each of the stages that settle the rest.
NEAR_WORK = (20.0, 20.0, 5.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """Where the tasks of a problem (their places) stood in the old plan: week and class of teams, None if that is gone.

    `left` are those that the old plan left out. Tasks in neither are new.
    """

    stood: Mapping[int, tuple[int, int | None]]
    left: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Nearest:
    """The nearest plan; `moves` of the `unpinned` tasks of the old plan moved, and no plan as little late has under
    `bound` of them. `most` is the share. Where it went before lateness, `instead` is how many moves would have made
    the plan less late by `later` weighted weeks; otherwise they are None and 0.
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
    """A model with what it is to minimise: lateness above that of the old plan, moves, and another week among them.

    `moves` counts each as `scale` and one more if its week is another.
    """

    model: Model
    over: cp_model.IntVar
    moves: cp_model.LinearExprT
    scale: int
    known: Mapping[Choice, int]


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
    first = minimised(goals.model, goals.over, work[0], Stage("lateness", report), goals.known)
    if first is None:
        return None
    goals.model.cp.add(goals.over <= first.value)
    found = minimised(goals.model, goals.moves, work[1], Stage("moves", report), first.chosen)
    assert found is not None, "the plan before is one"
    bound, instead, later, least = found.bound // goals.scale, None, 0, first.bound
    if found.value // goals.scale > most:
        fewer = _within_share(problem, before, unpinned, (most, _left(goals.model, found)), (work, report))
        if fewer is not None:
            instead, later = found.value // goals.scale, fewer[0].value - first.value
            _, found, goals = fewer
            bound = found.bound // goals.scale
    placements = _put_back(problem, before, _matched(goals.model, found.chosen, before))
    solution = _settled(problem, before, placements, work[2], report)
    return Nearest(
        solution=replace(solution, bound=_kept_lateness(problem, before) + least if least else 0),
        moves=len(moved(before, solution.placements, unpinned)),
        bound=bound,
        unpinned=len(unpinned),
        most=most,
        instead=instead,
        later=later,
    )


def moved(before: Before, placements: tuple[Placement, ...], among: list[int]) -> list[int]:
    """The tasks that no longer stand where they stood: another week, another team, or left out."""
    stands = {entry.task: (entry.week, entry.team_class) for entry in placements}
    return [place for place in among if stands.get(place) != before.stood[place]]


def _kept_lateness(problem: Problem, before: Before) -> int:
    """The lateness of what is due now and was in the old plan, had it stayed there."""
    stood = sum(cost_of(problem, place, week) for place, (week, _) in before.stood.items())
    return stood + sum(cost_of(problem, place, None) for place in before.left)


def _goals(problem: Problem, before: Before, unpinned: list[int]) -> _Goals:
    model = build_model(problem)
    late = lateness(problem, model)
    allowed = _kept_lateness(problem, before)
    over = model.cp.new_int_var(0, sum(cost_of(problem, place, None) for place in range(len(problem.tasks))), "")
    model.cp.add(over >= late - allowed)
    of_group = {place: number for number, group in enumerate(model.groups) for place in group.members}
    exact: Counter[Choice] = Counter()
    weeks: Counter[tuple[int, int]] = Counter()
    for place, (week, number) in before.stood.items():
        group = of_group[place]
        if number is not None and (group, week, number) in model.chosen:
            exact[group, week, number] += 1
        weeks[group, week] += problem.tasks[place].pin is None
    in_week: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for (group, week, _), variable in model.chosen.items():
        in_week[group, week].append(variable)
    same_week = [_at_most(model, count, in_week[key]) for key, count in weeks.items() if key in in_week]
    same = [
        _at_most(model, count, [model.chosen[choice]])
        for choice, count in exact.items()
        if model.groups[choice[0]].task.pin is None
    ]
    total, scale = len(unpinned), len(unpinned) + 1
    sums = cp_model.LinearExpr.sum
    moves = (total - sums(same)) * scale + total - sums(same_week)
    return _Goals(model, over, moves, scale, first_fit(problem, model, exact))


def _at_most(model: Model, count: int, variables: list[cp_model.IntVar]) -> cp_model.IntVar:
    """How many of so many stay: no more than are there."""
    kept = model.cp.new_int_var(0, count, "")
    model.cp.add(kept <= cp_model.LinearExpr.sum(variables))
    return kept


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
    goals.model.cp.add(goals.moves < (most + 1) * goals.scale)
    goals.model.cp.add(cp_model.LinearExpr.sum(list(goals.model.left.values())) <= left)
    try:
        first = minimised(goals.model, goals.over, work[0], Stage("lateness of few moves", report), goals.known)
    except PlanNotFound:
        return None
    if first is None:
        return None
    goals.model.cp.add(goals.over <= first.value)
    found = minimised(goals.model, goals.moves, work[1], Stage("moves", report), first.chosen)
    assert found is not None, "the plan before is one"
    return first, found, goals


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


_AFTER = 1_000_000


def _exactly(stood: tuple[int, int | None] | None, slot: tuple[int, int]) -> bool:
    return stood == slot


def _in_week(stood: tuple[int, int | None] | None, slot: tuple[int, int]) -> bool:
    return stood is not None and stood[0] == slot[0]


def _anywhere(_: object, __: object) -> bool:
    return True


def _put_back(problem: Problem, before: Before, placements: tuple[Placement, ...]) -> tuple[Placement, ...]:
    """The same without moves that nothing calls for, which a search that ended early may leave."""
    stands = {entry.task: entry for entry in placements}
    again = True
    while again:
        again = False
        for place, (week, number) in before.stood.items():
            task, held = problem.tasks[place], stands.get(place)
            if number is None or held == (back := Placement(place, week, number)):
                continue
            open_there = week in task.open_weeks and problem.classes[number].can_take(task, week)
            later = cost_of(problem, place, week) > cost_of(problem, place, held.week if held is not None else None)
            if open_there and not later and not any(in_the_way(problem, tuple(stands.values()), back)):
                stands[place] = back
                again = True
    return tuple(sorted(stands.values(), key=lambda entry: entry.task))


def _settled(
    problem: Problem, before: Before, placements: tuple[Placement, ...], work: float, report: Report | None
) -> Solution:
    """Those that stay fixed, the others by lateness, nearness to the old week and even load."""
    free = frozenset(range(len(problem.tasks))) - {
        entry.task for entry in placements if before.stood.get(entry.task) == (entry.week, entry.team_class)
    }
    fixed = {entry.task: entry for entry in placements if entry.task not in free}
    weeks_held = {entry.task: entry.week for entry in placements}
    tasks = []
    for place, task in enumerate(problem.tasks):
        if place in fixed:
            held = fixed[place]
            team = problem.classes[held.team_class].names[0]
            pin = Pin(gss_code=task.due.gss_code, kind=task.due.kind, monday=problem.weeks[held.week].monday, team=team)
            task = replace(task, open_weeks=(held.week,), pin=pin)
        elif place in before.stood and weeks_held.get(place) == before.stood[place][0]:
            task = replace(task, open_weeks=(weeks_held[place],))
        tasks.append(task)
    rest = replace(problem, tasks=tuple(tasks))
    model = build_model(rest, apart=free)
    of_group = {group.members[0]: number for number, group in enumerate(model.groups)}
    known: Mapping[Choice, int] = {(of_group[entry.task], entry.week, entry.team_class): 1 for entry in placements}
    late = lateness(rest, model)
    first = _kept(minimised(model, late, work, Stage("lateness of the rest", report), known))
    model.cp.add(late <= first.value)
    near = _nearness(rest, model, before)
    second = _kept(minimised(model, near, work, Stage("nearness", report), first.chosen))
    model.cp.add(near <= second.value)
    third = _kept(minimised(model, unevenness(rest, model), work, Stage("evenness", report), second.chosen))
    settled = tuple(
        Placement(model.groups[group].members[0], week, number) for group, week, number in sorted(third.chosen)
    )
    settled = tuple(sorted(settled, key=lambda entry: entry.task))
    left = tuple(sorted(set(range(len(problem.tasks))) - {entry.task for entry in settled}))
    return Solution(
        placements=settled,
        left=left,
        lateness=lateness_of(problem, settled, left),
        bound=0,
        unevenness=third.value,
        work=first.work + second.work + third.work,
    )


def _kept(found: Found | None) -> Found:
    assert found is not None, "the plan before is one"
    return found


def _nearness(problem: Problem, model: Model, before: Before) -> cp_model.LinearExprT:
    """Weeks between the old and the new week; for a new one those after its first open week. Then the teams' order."""
    costs = []
    for group, week, number in model.chosen:
        entry = model.groups[group]
        task = entry.task
        from_week = before.stood.get(entry.members[0], (task.open_weeks[0], None))[0]
        costs.append(abs(week - from_week) * len(problem.classes) + number)
    return cp_model.LinearExpr.weighted_sum(list(model.chosen.values()), costs)
