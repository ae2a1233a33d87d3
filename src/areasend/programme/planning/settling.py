"""What is free once it is known which inspections move: how they settle, and which team each inspection has."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from areasend.programme.planning.first_fit import first_fit
from areasend.programme.planning.model import Choice, Model, build_model
from areasend.programme.planning.problem import Problem
from areasend.programme.planning.solution import Placement, Solution, lateness_of
from areasend.programme.planning.solving import Found, Report, Stage, lateness, minimised, unevenness


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """Where the tasks of a problem (their places) stood in the old plan: week and class of teams, None if that is gone.

    `left` are those that the old plan left out. Tasks in neither are new.
    """

    stood: Mapping[int, tuple[int, int | None]]
    left: frozenset[int] = frozenset()


def known_to_be(found: Found | None) -> Found:
    """What a stage found that begins from a plan of the stage before, so that there is one."""
    assert found is not None, "the plan before is one"
    return found


def settled(
    problem: Problem, before: Before, placements: tuple[Placement, ...], work: float, report: Report | None
) -> Solution:
    """Those that stay in their weeks, the others by lateness, nearness to the old week and even load."""
    stays = {
        entry.task for entry in placements if entry.task in before.stood and before.stood[entry.task][0] == entry.week
    }
    tasks = tuple(
        replace(task, open_weeks=(before.stood[place][0],)) if place in stays else task
        for place, task in enumerate(problem.tasks)
    )
    rest = replace(problem, tasks=tasks)
    model = build_model(rest, apart=frozenset(range(len(tasks))))
    for entry in placements:
        if entry.task in before.stood and entry.task in model.left:
            model.cp.add(model.left[entry.task] == 0)
    # Every task is a group of its own, in the order of tasks.
    known: Mapping[Choice, int] = {(entry.task, entry.week, entry.team_class): 1 for entry in placements}
    late = lateness(rest, model)
    first = known_to_be(minimised(model, late, work, Stage("lateness of the rest", report), known))
    model.cp.add(late <= first.value)
    near = _nearness(rest, model, before)
    second = known_to_be(minimised(model, near, work, Stage("nearness", report), first.chosen))
    model.cp.add(near <= second.value)
    third = known_to_be(minimised(model, unevenness(rest, model), work, Stage("evenness", report), second.chosen))
    found = tuple(Placement(place, week, number) for place, week, number in sorted(third.chosen))
    found = tuple(sorted(found, key=lambda entry: entry.task))
    left = tuple(sorted(set(range(len(problem.tasks))) - {entry.task for entry in found}))
    return Solution(
        placements=found,
        left=left,
        lateness=lateness_of(problem, found, left),
        bound=0,
        unevenness=third.value,
        work=first.work + second.work + third.work,
    )


def _nearness(problem: Problem, model: Model, before: Before) -> cp_model.LinearExprT:
    """Weeks between the old and the new week; for a new one those after its first open week. Then the teams' order."""
    costs = []
    for group, week, number in model.chosen:
        from_week = before.stood.get(group, (problem.tasks[group].open_weeks[0], None))[0]
        costs.append(abs(week - from_week) * len(problem.classes) + number)
    return cp_model.LinearExpr.weighted_sum(list(model.chosen.values()), costs)


def same_teams(
    problem: Problem, before: Before, weeks: Mapping[int, int], *, work: float, report: Report | None = None
) -> tuple[Placement, ...]:
    """The team of each task that has a week, so that as few as can be have another than before, pinned ones least.

    `problem` and `before` have every team as a class of its own; a plan of the same weeks by classes of teams that are
    alike must be there, and then there is one by teams.
    """
    places = sorted(weeks)
    tasks = tuple(replace(problem.tasks[place], open_weeks=(weeks[place],)) for place in places)
    fixed = replace(problem, tasks=tasks)
    model = build_model(fixed, apart=frozenset(range(len(tasks))))
    for variable in model.left.values():
        model.cp.add(variable == 0)
    had = {number: before.stood[place][1] for number, place in enumerate(places) if place in before.stood}
    costs = [
        0 if had.get(task, team) == team else 1 if problem.tasks[places[task]].pin is None else len(places) + 1
        for task, _, team in model.chosen
    ]
    goal = cp_model.LinearExpr.weighted_sum(list(model.chosen.values()), costs)
    wanted: dict[Choice, int] = {choice: 1 for choice in model.chosen if had.get(choice[0]) == choice[2]}
    known = first_fit(fixed, model, wanted)
    first = known_to_be(minimised(model, goal, work, Stage("teams", report), known))
    model.cp.add(goal <= first.value)
    order = cp_model.LinearExpr.weighted_sum(list(model.chosen.values()), [team for _, _, team in model.chosen])
    second = known_to_be(minimised(model, order, work, Stage("order of teams", report), first.chosen))
    return tuple(Placement(places[task], week, team) for task, week, team in sorted(second.chosen))
