"""Pinned inspections that a rule stands against: they stay where they are, and the clash is told in words.

Each pin is held against its own rules first, then those with a named team against each other, then all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from areasend.programme.activities import Due
from areasend.programme.configuration.model import Pin
from areasend.programme.planning import (
    Before,
    Placement,
    Problem,
    Task,
    in_the_way,
    solve_nearest,
    why_closed,
)

# What it costs to leave out a pin that was announced and one that was not: no number of the others outweighs the first.
_ANNOUNCED, _PINNED = 1000, 1
_WORK = (5.0, 5.0, 1.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """A pinned inspection that stays against a rule; `is_placed` if its week and a team are kept for it all the same.

    `team` is the one it has or had, empty if it had none.
    """

    task: Task
    team: str
    words: str
    is_placed: bool

    @property
    def due(self) -> Due:
        return self.task.due

    @property
    def pin(self) -> Pin:
        return _pin(self.task)


def settle(
    problem: Problem, teams: Mapping[str, str], against: Mapping[str, str], as_at: date
) -> tuple[Problem, tuple[Clash, ...]]:
    """The problem with every pin that can stand; the others are taken out of it.

    By the ids of activities, `teams` are those of the old plan, and `against` what stands against a pin beside the
    rules, in words. Of pins that clash with each other, as many as can be stand, announced ones first.
    """
    pinned = {place: task for place, task in enumerate(problem.tasks) if task.pin is not None}
    if not pinned:
        return problem, ()
    rules: dict[int, str] = {}
    opened: dict[int, Task] = {}
    for place, task in pinned.items():
        opened[place], rules[place] = _opened(problem, task, as_at)
    standing = _standing(problem, opened)
    clashes: list[Clash] = []
    for place, task in pinned.items():
        is_placed = place in standing
        rule = rules[place] or ("" if is_placed else _together(problem, opened, standing, place))
        said = "; ".join(filter(None, (against.get(task.id), rule)))
        if said:
            had = _pin(task).team or teams.get(task.id, "")
            clashes.append(Clash(task=task, team=had, words=said, is_placed=is_placed))
    tasks = tuple(
        opened.get(place, task) for place, task in enumerate(problem.tasks) if place in standing or place not in pinned
    )
    return replace(problem, tasks=tasks), tuple(clashes)


def _pin(task: Task) -> Pin:
    assert task.pin is not None
    return task.pin


def _opened(problem: Problem, task: Task, as_at: date) -> tuple[Task, str]:
    """The task with its pinned week open if any team could take it then, and the rule against it or nothing.

    For one that was announced and notified by `as_at`, that its weeks have begun is no rule against it.
    """
    pin = _pin(task)
    if task.open_weeks:
        return task, ""
    week = next((week for week in problem.weeks if week.monday == pin.monday), None)
    begun = pin.announced and pin.monday.toordinal() - 7 * task.shape.weeks_before <= as_at.toordinal()
    if week is None:
        return task, "its week lies outside the programme"
    free = any(entry.can_take(task, week.index) for entry in problem.classes)
    said = "" if begun else why_closed(task.due, problem.programme, problem.weeks, week, as_at)
    if not free:
        team = pin.team or "any team"
        said = said or f"{team} is not there in its weeks, or has a conflict of interest"
    return replace(task, open_weeks=(week.index,) if free else ()), said


def _standing(problem: Problem, opened: Mapping[int, Task]) -> dict[int, Placement]:
    """Where each pin stands that can: those that name a team one by one, announced first; then the most of the rest."""
    tasks = tuple(opened.get(place, task) for place, task in enumerate(problem.tasks))
    whole = replace(problem, tasks=tasks)
    classes = {name: number for number, entry in enumerate(problem.classes) for name in entry.names}
    can = [place for place, task in opened.items() if task.open_weeks]
    named = sorted((place for place in can if _pin(tasks[place]).team), key=lambda place: _urgency(tasks[place]))
    found: dict[int, Placement] = {}
    for place in named:
        team = _pin(tasks[place]).team
        wanted = Placement(place, tasks[place].open_weeks[0], classes[team or ""])
        if not any(in_the_way(whole, tuple(found.values()), wanted)):
            found[place] = wanted
    rest = [place for place in can if not _pin(tasks[place]).team]
    places = sorted((*found, *rest))
    small = replace(problem, tasks=tuple(tasks[place] if place in found else _loose(tasks[place]) for place in places))
    nearest = solve_nearest(small, Before(stood={}), share=Fraction(1), work=_WORK)
    assert nearest is not None, "the pinned ones of it do not clash"
    return {places[entry.task]: replace(entry, task=places[entry.task]) for entry in nearest.solution.placements}


def _loose(task: Task) -> Task:
    """A pin that may be left out, at a cost, and has its week alone."""
    weight = _ANNOUNCED if _pin(task).announced else _PINNED
    return replace(task, pin=None, deadline=None, weight=weight)


def _urgency(task: Task) -> tuple[bool, date, str]:
    return (not _pin(task).announced, _pin(task).monday, task.id)


def _together(problem: Problem, opened: Mapping[int, Task], standing: Mapping[int, Placement], place: int) -> str:
    """The rule that one pin breaks beside the others, in words."""
    task = opened[place]
    whole = replace(problem, tasks=tuple(opened.get(number, entry) for number, entry in enumerate(problem.tasks)))
    week = task.open_weeks[0]
    takers = [number for number, entry in enumerate(problem.classes) if entry.can_take(task, week)]
    # A pin that nothing stands against would be placed.
    rule, others = next(
        met for number in takers for met in in_the_way(whole, tuple(standing.values()), Placement(place, week, number))
    )
    names = ", ".join(problem.tasks[other].due.local_area for other in others)
    return f"{rule} is taken up by what is pinned for {names}"
