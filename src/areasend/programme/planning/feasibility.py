"""Whether a problem has a plan in which every inspection is in time, and how few must be late if it has none.

Asked of a problem again and again with some of its rules left out or eased (`areasend.programme.shortage`), so what can
be settled by a plan made by hand's rule is settled without a search. A search is bounded by deterministic work; what it
does not settle is told as open.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from ortools.sat.python import cp_model

from areasend.programme.planning.first_fit import first_fit
from areasend.programme.planning.model import build_model
from areasend.programme.planning.problem import Problem

_SEED = 1
_NEARLY = 1e-6
# Deterministic work for one question, in CP-SAT's unit of about a second on one core.
QUESTION_WORK = 3.0


class Verdict(StrEnum):
    """The answer to whether there is a plan: yes, no (proved), or not settled within the work."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Fewest:
    """A plan with `value` inspections late or left was found; no plan has fewer than `bound`."""

    value: int
    bound: int


def has_plan(problem: Problem, *, work: float = QUESTION_WORK) -> Verdict:
    """Whether a plan has every inspection, pinned ones in their week, the others in time, within the rules."""
    model = build_model(problem, all_in_time=True)
    if sum(first_fit(problem, model).values()) == len(problem.tasks):
        return Verdict.YES
    status = _solver(work).solve(model.cp)
    found = {
        cp_model.OPTIMAL: Verdict.YES,
        cp_model.FEASIBLE: Verdict.YES,
        cp_model.INFEASIBLE: Verdict.NO,
    }
    return found.get(status, Verdict.OPEN)


def fewest_late(problem: Problem, *, work: float = QUESTION_WORK) -> Fewest | None:
    """The least number of inspections that are late or left in any plan; None if no plan was found at all."""
    model = build_model(problem)
    late = [
        variable
        for (group, week, _), variable in model.chosen.items()
        if model.groups[group].task.pin is None and model.groups[group].task.weeks_late(week)
    ]
    model.cp.minimize(cp_model.LinearExpr.sum([*late, *model.left.values()]))
    solver = _solver(work)
    if solver.solve(model.cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return Fewest(round(solver.objective_value), max(0, ceil(solver.best_objective_bound - _NEARLY)))


def _solver(work: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = _SEED
    solver.parameters.max_deterministic_time = work
    return solver
