"""A choice of week and team for each inspection, and how good it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from areasend.programme.planning.problem import Problem

# An inspection that does not fit counts as late by so many lengths of the programme, beside what it was late before.
_LENGTHS_LATE = 2


@dataclass(frozen=True, slots=True)
class Placement:
    """A task (its place among the problem's) that begins on site in a week, by a class of teams."""

    task: int
    week: int
    team_class: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Solution:
    """`placements` in the order of tasks, `left` the tasks that do not fit.

    `lateness` is weighted weeks; no plan can have less than `bound`.
    `unevenness` is what was minimised next; `work` the solver's deterministic time, which no clock measures.
    """

    placements: tuple[Placement, ...]
    left: tuple[int, ...]
    lateness: int
    bound: int
    unevenness: int
    work: float


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the search stands: what is minimised, its value and bound."""

    stage: str
    value: float
    bound: float


def cost_of(problem: Problem, task: int, week: int | None) -> int:
    """The weighted weeks of lateness of a task in a week; None where it does not fit."""
    entry = problem.tasks[task]
    if week is None:
        overdue = 0 if entry.deadline is None else max(0, -1 - entry.deadline)
        return entry.weight * (_LENGTHS_LATE * len(problem.weeks) + overdue)
    return entry.weight * entry.weeks_late(week)


def lateness_of(problem: Problem, placements: Sequence[Placement], left: Sequence[int]) -> int:
    """The whole lateness of a plan."""
    placed = sum(cost_of(problem, entry.task, entry.week) for entry in placements)
    return placed + sum(cost_of(problem, task, None) for task in left)
