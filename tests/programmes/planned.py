"""Plans of the package in the words of the checker."""

from tests.programmes.checker import Case, Placed

from areasend.programme.planning import Solution, plan_of, problem_of, solve


def planned(
    case: Case, work: tuple[float, float, float] = (10.0, 5.0, 2.5)
) -> tuple[list[Placed], list[str], Solution] | None:
    """What is placed and what is left of a case; None where its pins clash."""
    problem = problem_of(case.dues, case.programme, case.as_at)
    solution = solve(problem, work=work)
    if solution is None:
        return None
    plan = plan_of(problem, solution)
    placed = [Placed(item.due, item.monday, item.team) for item in plan.items]
    return placed, [item.due.id for item in plan.left], solution
