"""The search for the best plan: lateness first, then even load and spread over regions, then the order of urgency.

OR-Tools CP-SAT with one worker, a fixed seed and a limit of deterministic work instead of a clock, so that the same
input gives the same bytes on any machine. Each stage keeps what the one before reached.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from ortools.sat.python import cp_model

from areasend.programme.errors import PlanNotFound
from areasend.programme.planning.model import Choice, Model
from areasend.programme.planning.pooled import Pooled, build_pooled
from areasend.programme.planning.pooled_fit import pooled_fit
from areasend.programme.planning.problem import Problem, Task
from areasend.programme.planning.relaxing import NEARLY, Relaxed, relaxed
from areasend.programme.planning.solution import Placement, Progress, Solution, cost_of

_SEED = 1
# A bound is a whole number, told as a fraction that is nearly one.
_NEARLY = 1e-6
# The share of the work of the first stage that goes into a part of all plans.
_PART = 0.75
# Enough to work out the value of a plan that is known.
_VALUING = 5.0
# Deterministic work for each stage, in CP-SAT's unit of about a second on one core.
WORK = (20.0, 10.0, 5.0)

Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a stage found: the value of its goal, how small that can be at the least, and how many of each choice.

    `also` are the values of the variables that were handed in beside those of the model, in their order.
    """

    value: int
    bound: int
    chosen: Mapping[Choice, int]
    also: Sequence[int]
    work: float


def solve(
    problem: Problem, *, work: tuple[float, float, float] = WORK, report: Report | None = None
) -> Solution | None:
    """The best plan that the work allows; None if no plan keeps every hard rule (the pins clash with these)."""
    pooled = build_pooled(problem)
    model, helpers = pooled.model, list(pooled.taken.values())
    late = lateness(problem, model)
    first = _first(problem, pooled, late, work[0], Stage("lateness", report))
    if first is None:
        return None
    model.cp.add(late <= first.value)
    uneven = unevenness(problem, model)
    also = list(zip(helpers, first.also, strict=True))
    second = minimised(model, uneven, work[1], Stage("evenness", report), first.chosen, also)
    assert second is not None, "the plan before is one"
    model.cp.add(uneven <= second.value)
    also = list(zip(helpers, second.also, strict=True))
    third = minimised(model, _order(problem, model), work[2], Stage("order", report), second.chosen, also)
    assert third is not None, "the plan before is one"
    placements = _placed(model, pooled.by_class(third.chosen, third.also))
    placed = {entry.task for entry in placements}
    return Solution(
        placements=placements,
        left=tuple(place for place in range(len(problem.tasks)) if place not in placed),
        lateness=first.value,
        bound=first.bound,
        unevenness=second.value,
        work=round(first.work + second.work + third.work, 3),
    )


def _placed(model: Model, chosen: Mapping[Choice, int]) -> tuple[Placement, ...]:
    """Which member of each group goes when: the first of them in the first week."""
    found: list[Placement] = []
    slots: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (group, week, number), count in chosen.items():
        slots[group] += [(week, number)] * count
    for group, entries in slots.items():
        members = model.groups[group].members
        found += [
            Placement(member, week, number) for member, (week, number) in zip(members, sorted(entries), strict=False)
        ]
    return tuple(sorted(found, key=lambda entry: entry.task))


def lateness(problem: Problem, model: Model) -> cp_model.LinearExprT:
    """The weighted weeks of lateness of all."""
    variables = [*model.chosen.values(), *model.left.values()]
    costs = [cost_of(problem, model.groups[group].members[0], week) for group, week, _ in model.chosen]
    costs += [cost_of(problem, model.groups[group].members[0], None) for group in model.left]
    return cp_model.LinearExpr.weighted_sum(variables, costs)


def _late(problem: Problem, model: Model, chosen: Mapping[Choice, int]) -> int:
    """The lateness of a plan by groups; those that it leaves out count too."""
    waiting = [group.size for group in model.groups]
    late = 0
    for (group, week, _), count in chosen.items():
        late += count * cost_of(problem, model.groups[group].members[0], week)
        waiting[group] -= count
    rest = (count * cost_of(problem, model.groups[group].members[0], None) for group, count in enumerate(waiting))
    return late + sum(rest)


def unevenness(problem: Problem, model: Model) -> cp_model.LinearExprT:
    """How much more is on site in a term than its share of weeks, for all inspections and for each region's.

    A share is rounded up, so that a plan that cannot be more even costs nothing.
    """
    site = [week.term for week in problem.site_weeks]
    together: dict[tuple[str, str], list[cp_model.IntVar]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    for group in model.groups:
        for region in ("", group.task.due.region):
            counts[region] += group.size if group.task.open_weeks else 0
    for (place, week, _), variable in model.chosen.items():
        for region in ("", model.groups[place].task.due.region):
            together[region, problem.weeks[week].term].append(variable)
    over: list[cp_model.IntVar] = []
    for (region, term), variables in sorted(together.items()):
        share = ceil(Fraction(counts[region] * site.count(term), len(site)))
        excess = model.cp.new_int_var(0, counts[region], "")
        model.cp.add(excess >= cp_model.LinearExpr.sum(variables) - share)
        over.append(excess)
    return cp_model.LinearExpr.sum(over)


def _order(problem: Problem, model: Model) -> cp_model.LinearExprT:
    """The more urgent earlier, each group in the order weighing more than the next."""
    urgent = sorted(range(len(model.groups)), key=lambda place: _urgency(problem, model.groups[place].task))
    weight = {place: len(urgent) - number for number, place in enumerate(urgent)}
    costs = [weight[place] * week for place, week, _ in model.chosen]
    return cp_model.LinearExpr.weighted_sum(list(model.chosen.values()), costs)


def _urgency(problem: Problem, task: Task) -> int:
    """Of those alike, the order of the tasks decides: it may be one that only a key tells."""
    return task.deadline if task.deadline is not None else len(problem.weeks)


@dataclass(frozen=True, slots=True)
class Stage:
    """The name of what is minimised, and whom to tell how far it is."""

    name: str
    report: Report | None


class _Teller(cp_model.CpSolverSolutionCallback):
    """Tells each better plan as it is found."""

    def __init__(self, name: str, report: Report) -> None:
        super().__init__()
        self._name, self._report = name, report

    def on_solution_callback(self) -> None:
        self._report(Progress(self._name, self.objective_value, self.best_objective_bound))


def _first(problem: Problem, pooled: Pooled, goal: cp_model.LinearExprT, work: float, stage: Stage) -> Found | None:
    """The least late plan, from the better of two made by hand's rule: with the linear relaxation and without."""
    model = pooled.model
    model.cp.minimize(goal)
    relaxation = relaxed(model.cp)
    if relaxation is None:
        return None
    fits = [pooled_fit(problem, pooled, likely) for likely in (relaxation.used(model.chosen), {})]
    begun = min(fits, key=lambda fit: _late(problem, model, fit))
    also = list(zip(pooled.taken.values(), pooled.helping(begun), strict=True))
    return least_late(model, goal, relaxation, work, stage, pooled.by_week(begun), also)


def least_late(
    model: Model,
    goal: cp_model.LinearExprT,
    relaxation: Relaxed,
    work: float,
    stage: Stage,
    known: Mapping[Choice, int],
    also: Sequence[tuple[cp_model.IntVar, int]],
) -> Found | None:
    """As `minimised`, by way of the relaxation for the same goal.

    What is too dear for so good a plan is struck from the model.

    First the plans are searched that use nothing that costs more than the relaxation; often one of them is as good.
    """
    least = max(0, ceil(relaxation.bound - NEARLY))
    part = replace(model, cp=model.cp.clone())
    _strike(part.cp, relaxation, least)
    found = minimised(part, goal, work * _PART, stage, known, also, is_part=True)
    used = found.work if found is not None else work * _PART
    if found is None or found.value > least:
        if found is not None:
            known, also = (
                found.chosen,
                [(variable, value) for (variable, _), value in zip(also, found.also, strict=True)],
            )
        found = minimised(model, goal, work - used, stage, known, also)
        if found is None:
            return None
        used += found.work
    _strike(model.cp, relaxation, found.value)
    return replace(found, bound=max(least, min(found.bound, found.value)), work=used)


def _strike(cp: cp_model.CpModel, relaxation: Relaxed, value: int) -> None:
    for index in relaxation.too_dear(value - relaxation.bound):
        cp.add(cp.get_int_var_from_proto_index(index) == 0)


def minimised(
    model: Model,
    goal: cp_model.LinearExprT,
    work: float,
    stage: Stage,
    known: Mapping[Choice, int],
    also: Sequence[tuple[cp_model.IntVar, int]] = (),
    *,
    is_part: bool = False,
) -> Found | None:
    """The best plan for a goal within the work, at least as good as a known one; None if there is none.

    `also` are the values in that one of variables that the model does not have by itself. Of a part of all plans the
    known one may be none and is no hint: None then too if the work ends without a plan.
    """
    cp = model.cp
    cp.minimize(goal)
    cp.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
    if not is_part:
        _hint(model, known, also)
    solver = _solver(work)
    status = solver.solve(cp, _Teller(stage.name, stage.report) if stage.report is not None else None)
    bound, used = solver.best_objective_bound, solver.response_proto.deterministic_time
    if status == cp_model.UNKNOWN and is_part:
        return None
    if status == cp_model.UNKNOWN:
        # The work ended before the search took up the known plan: its value is worked out by itself.
        solver = _solver(_VALUING)
        solver.parameters.fix_variables_to_their_hinted_value = True
        if solver.solve(cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise PlanNotFound(
                f"No plan was found within the work of {work:g} for {stage.name}. Allow more with --work."
            )
    if status == cp_model.INFEASIBLE:
        return None
    chosen = {choice: count for choice, variable in model.chosen.items() if (count := solver.value(variable))}
    values = [solver.value(variable) for variable, _ in also]
    return Found(round(solver.objective_value), max(0, ceil(bound - _NEARLY)), chosen, values, used)


def _hint(model: Model, known: Mapping[Choice, int], also: Sequence[tuple[cp_model.IntVar, int]]) -> None:
    waiting = {place: group.size for place, group in enumerate(model.groups)}
    for choice, variable in model.chosen.items():
        model.cp.add_hint(variable, known.get(choice, 0))
        waiting[choice[0]] -= known.get(choice, 0)
    for place, variable in model.left.items():
        model.cp.add_hint(variable, waiting[place])
    for variable, value in also:
        model.cp.add_hint(variable, value)


def _solver(work: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = _SEED
    solver.parameters.max_deterministic_time = work
    # The rules are sums over weeks: the linear relaxation is nearly whole, and looking for more structure takes long.
    solver.parameters.linearization_level = 2
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    return solver
