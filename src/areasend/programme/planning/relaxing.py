"""The model with parts of inspections allowed: a bound that no plan can beat, and what a choice costs at the least.

Solved by GLOP, the linear solver that comes with OR-Tools: one thread, the same result from the same input. CP-SAT
solves such relaxations too, and takes far longer for one of this size.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.linear_solver import pywraplp
from ortools.sat.python import cp_model

from areasend.programme.planning.model import Choice

# Below this a cost is a rounding error of the linear solver.
NEARLY = 1e-4
_HUGE = 2**62


@dataclass(frozen=True, slots=True)
class Relaxed:
    """`bound`: no plan has less of the goal. `at_least[variable's index]`: what a plan that uses it has more.

    `values` are those of the variables in the relaxation.
    """

    bound: float
    at_least: Sequence[float]
    values: Sequence[float]

    def used(self, variables: Mapping[Choice, cp_model.IntVar]) -> dict[Choice, float]:
        """How much of each choice the relaxation takes, where it takes any."""
        return {
            choice: self.values[variable.index]
            for choice, variable in variables.items()
            if self.values[variable.index] > NEARLY
        }

    def too_dear(self, spare: float) -> list[int]:
        """The variables that no plan uses whose goal is at most `spare` above the bound."""
        return [index for index, cost in enumerate(self.at_least) if cost > spare + NEARLY]


def relaxed(cp: cp_model.CpModel) -> Relaxed | None:
    """The relaxation of a model of linear rules with a goal; None if even that has no solution."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    proto = cp.proto
    infinity = solver.infinity()
    variables = [solver.NumVar(0.0, infinity, "") for _ in proto.variables]
    for constraint in proto.constraints:
        low, high = constraint.linear.domain[0], constraint.linear.domain[1]
        row = solver.Constraint(float(low) if low > -_HUGE else -infinity, float(high) if high < _HUGE else infinity)
        terms: Counter[int] = Counter()
        for index, factor in zip(constraint.linear.vars, constraint.linear.coeffs, strict=True):
            terms[index] += factor
        for index, factor in terms.items():
            row.SetCoefficient(variables[index], float(factor))
    goal = solver.Objective()
    for index, factor in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        goal.SetCoefficient(variables[index], float(factor))
    goal.SetMinimization()
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return None
    return Relaxed(
        goal.Value() + proto.objective.offset,
        [variable.ReducedCost() for variable in variables],
        [variable.solution_value() for variable in variables],
    )
