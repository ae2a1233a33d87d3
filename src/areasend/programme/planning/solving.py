"""The search for the best plan: lateness first, then even load and spread over regions, then the order of urgency.

OR-Tools CP-SAT with one worker, a fixed seed and a limit of deterministic work instead of a clock, so that the same
input gives the same bytes on any machine. Each stage keeps what the one before reached.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from ortools.sat.python import cp_model

from areasend.programme.errors import PlanNotFound
from areasend.programme.planning.first_fit import first_fit
from areasend.programme.planning.model import Choice, Model, build_model
from areasend.programme.planning.problem import Problem, Task
from areasend.programme.planning.solution import Placement, Progress, Solution, cost_of

_SEED = 1
# A bound is a whole number, told as a fraction that is nearly one.
_NEARLY = 1e-6
# Enough to work out the value of a plan that is known.
_VALUING = 5.0
# Deterministic work for each stage, in CP-SAT's unit of about a second on one core.
WORK = (20.0, 10.0, 5.0)

Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a stage found: the value of its goal, how small that can be at the least, and how many of each choice."""

    value: int
    bound: int
    chosen: Mapping[Choice, int]
    work: float


def solve(
    problem: Problem, *, work: tuple[float, float, float] = WORK, report: Report | None = None
) -> Solution | None:
    """The best plan that the work allows; None if no plan keeps every hard rule (the pins clash with these)."""
    model = build_model(problem)
    late = lateness(problem, model)
    first = minimised(model, late, work[0], Stage("lateness", report), first_fit(problem, model))
    if first is None:
        return None
    model.cp.add(late <= first.value)
    uneven = unevenness(problem, model)
    second = minimised(model, uneven, work[1], Stage("evenness", report), first.chosen)
    assert second is not None, "the plan before is one"
    model.cp.add(uneven <= second.value)
    third = minimised(model, _order(problem, model), work[2], Stage("order", report), second.chosen)
    assert third is not None, "the plan before is one"
    placements = _placed(model, third.chosen)
    placed = {entry.task for entry in placements}
    return Solution(
        placements=placements,
        left=tuple(place for place in range(len(problem.tasks)) if place not in placed),
        lateness=first.value,
        bound=first.bound,
        unevenness=second.value,
        work=first.work + second.work + third.work,
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
    costs = [weight[place] * (week * len(problem.classes) + number) for place, week, number in model.chosen]
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


def minimised(
    model: Model,
    goal: cp_model.LinearExprT,
    work: float,
    stage: Stage,
    known: Mapping[Choice, int],
    also: Iterable[tuple[cp_model.IntVar, int]] = (),
) -> Found | None:
    """The best plan for a goal within the work, at least as good as a known one.

    `also` are the values in that one of variables that the model does not have by itself.
    """
    cp = model.cp
    cp.minimize(goal)
    cp.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools has no types for it
    waiting = {place: group.size for place, group in enumerate(model.groups)}
    for choice, variable in model.chosen.items():
        cp.add_hint(variable, known.get(choice, 0))
        waiting[choice[0]] -= known.get(choice, 0)
    for place, variable in model.left.items():
        cp.add_hint(variable, waiting[place])
    for variable, value in also:
        cp.add_hint(variable, value)
    solver = _solver(work)
    status = solver.solve(cp, _Teller(stage.name, stage.report) if stage.report is not None else None)
    bound, used = solver.best_objective_bound, solver.response_proto.deterministic_time
    if status == cp_model.UNKNOWN:
        # The work ended before the search took up the known plan: its value is worked out by itself.
        solver = _solver(_VALUING)
        solver.parameters.fix_variables_to_their_hinted_value = True
        if solver.solve(cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise PlanNotFound(
                f"No plan was found within the work of {work:g} for {stage.name}. Allow more with --work."
            )
    elif status == cp_model.INFEASIBLE:
        return None
    chosen = {choice: count for choice, variable in model.chosen.items() if (count := solver.value(variable))}
    return Found(round(solver.objective_value), max(0, ceil(bound - _NEARLY)), chosen, used)


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
