"""Why an inspection stands in its week, or in none, in plain words."""

from areasend.programme.activities import Due
from areasend.programme.planning.problem import Problem
from areasend.programme.planning.solution import Placement, Solution


class Reasons:
    """Of a solution of a problem."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._problem, self._solution = problem, solution

    def of(self, placement: Placement) -> tuple[str, ...]:
        """The sentences of an inspection that is placed."""
        return (_rule(self._problem.tasks[placement.task].due),)

    def of_left(self, place: int) -> tuple[str, ...]:
        """The sentences of one that does not fit."""
        return (_rule(self._problem.tasks[place].due),)


def _rule(due: Due) -> str:
    return f"Rule: {due.rule} ({due.version})."
