"""What stands in the way of an inspection in a week where it might otherwise be."""

from collections.abc import Iterator, Sequence

from areasend.programme.planning.grouping import Group
from areasend.programme.planning.model import Rule, limited
from areasend.programme.planning.problem import Problem
from areasend.programme.planning.solution import Placement


def in_the_way(
    problem: Problem, placements: Sequence[Placement], wanted: Placement
) -> Iterator[tuple[Rule, tuple[int, ...]]]:
    """The rules of several inspections that a placement breaks beside the others', each with their tasks (places).

    A placement of the same task among the others counts for nothing.
    """
    groups = tuple(Group((place,), task) for place, task in enumerate(problem.tasks))
    choice = (wanted.task, wanted.week, wanted.team_class)
    made = [(entry.task, entry.week, entry.team_class) for entry in placements if entry.task != wanted.task]
    made.append(choice)
    for rule in Rule:
        for limit, entries in limited(problem, groups, made, frozenset({rule})):
            if len(entries) > limit and choice in entries:
                yield rule, tuple(sorted({place for place, _, _ in entries if place != wanted.task}))
