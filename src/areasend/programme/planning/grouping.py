"""Tasks that are alike in everything that a plan can see, taken together: any of them may take the place of another.

The first full inspections of a region differ in nothing but their names; choosing among them would only cost time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from areasend.programme.planning.problem import Problem, Task


@dataclass(frozen=True, slots=True)
class Group:
    """`members` are places among the problem's tasks, the most urgent first; `task` stands for each of them."""

    members: tuple[int, ...]
    task: Task

    @property
    def size(self) -> int:
        return len(self.members)

    def choices(self, problem: Problem, *, in_time: bool = False) -> Iterator[tuple[int, int]]:
        """Every week and class of teams that it may have; those that are not late alone if so asked."""
        for week in self.task.open_weeks:
            if in_time and self.task.pin is None and self.task.weeks_late(week):
                continue
            for number, entry in enumerate(problem.classes):
                if entry.can_take(self.task, week):
                    yield week, number


def groups_of(problem: Problem, apart: frozenset[int] = frozenset()) -> tuple[Group, ...]:
    """All tasks, each in one group. One that is pinned, or whose area has another task, is a group of its own.

    So are those whose places are in `apart`, which are alike in what is allowed and not in what is wanted.
    """
    areas = Counter(task.due.gss_code for task in problem.tasks)
    conflicts = frozenset(code for entry in problem.classes for code in entry.conflicts)
    alike: dict[object, list[int]] = defaultdict(list)
    for place, task in enumerate(problem.tasks):
        code = task.due.gss_code
        alone = task.pin is not None or areas[code] > 1 or code in conflicts or place in apart
        alike[place if alone else (task.due.region, task.due.kind, task.open_weeks, task.deadline, task.weight)].append(
            place
        )
    return tuple(Group(tuple(members), problem.tasks[members[0]]) for members in alike.values())
