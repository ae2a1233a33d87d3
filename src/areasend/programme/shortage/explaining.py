"""Why not all inspections of a plan are in time: proofs by counting and by leaving rules out, and what would fit."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from areasend.programme.planning import Problem, Solution, Task, Verdict, fewest_late, problem_of
from areasend.programme.shortage.clashing import Clash, needed_members, smallest_clash
from areasend.programme.shortage.counting import counts_of, settled, weeks_in_time
from areasend.programme.shortage.model import Impossible, Remedies, Shortage, WithoutOne
from areasend.programme.shortage.relaxing import (
    Condition,
    Member,
    conditions_of,
    members_of,
    plan_with,
    rebuilt,
    relaxed,
    with_members,
    without_last_day,
)
from areasend.programme.shortage.remedies import MOST_YEARS, alone, later_last_day, together
from areasend.programme.shortage.supply import by_region, by_term


def shortage_of(problem: Problem, solution: Solution | None, *, search: bool = True) -> Shortage | None:
    """Why a plan has inspections late or leaves some out; None if it has none such but where a pin makes it late.

    `solution` is what `solve` gave for the problem: None where the pins clash with the hard rules. Without `search` it
    is only counted what is due and what is there, which takes no time; with it, the rules that clash and what would fit
    are looked for by solving again and again.
    """
    missed = _missed(problem, solution)
    if solution is not None and not missed:
        return None
    impossible = _impossible(problem)
    reduced = _reduced(problem, pinned_alone=solution is None)
    counted = Shortage(
        problem=reduced,
        impossible=impossible,
        verdict=Verdict.OPEN,
        counts=counts_of(reduced),
        fewest=None,
        clash=None,
        members=(),
        without=(),
        remedies=None,
        first_late=_first(missed, impossible),
        is_pinned_alone=solution is None,
        terms=by_term(reduced),
        regions=by_region(problem, solution),
        programme_weeks=len(problem.weeks),
        is_searched=search,
    )
    return _searched(counted) if search else replace(counted, verdict=_counted_verdict(counted))


def _counted_verdict(counted: Shortage) -> Verdict:
    """What counting settles, and the plan itself: that only those are late in it which are so whatever the plan."""
    if counted.counts:
        return Verdict.NO
    return Verdict.OPEN if counted.first_late is not None else Verdict.YES


def _searched(counted: Shortage) -> Shortage:
    reduced, has_solution = counted.problem, not counted.is_pinned_alone
    verdict = settled(reduced)
    years = MOST_YEARS
    remedies = None
    if has_solution and verdict is not Verdict.YES:
        remedies = Remedies(alone=alone(reduced), together=together(reduced), last_day=later_last_day(reduced))
        found = remedies.last_day.last_day
        if found is not None:
            years = (found - reduced.programme.last_day).days // 364 + 1
    clash = smallest_clash(conditions_of(reduced), lambda kept: plan_with(reduced, kept, years))
    return replace(
        counted,
        verdict=verdict,
        fewest=fewest_late(reduced) if has_solution else None,
        clash=clash,
        members=() if clash is None else _members(reduced, frozenset(clash.members), years),
        without=() if clash is None else _without(reduced, clash, years, count=has_solution),
        remedies=remedies,
    )


def _missed(problem: Problem, solution: Solution | None) -> list[tuple[Task, int | None]]:
    """The tasks that are late without being pinned, with their week, and those that are left."""
    if solution is None:
        return []
    placed = [(problem.tasks[entry.task], entry.week) for entry in solution.placements]
    late = [(task, week) for task, week in placed if task.pin is None and task.weeks_late(week)]
    return [*late, *((problem.tasks[place], None) for place in solution.left)]


def _first(
    missed: Sequence[tuple[Task, int | None]], impossible: Sequence[Impossible]
) -> tuple[Task, int | None] | None:
    """Of those that could have been in time, the one with the earliest last day."""
    anyway = {entry.task.id for entry in impossible}
    return min(
        (entry for entry in missed if entry[0].id not in anyway),
        key=lambda entry: (entry[0].deadline is None, entry[0].deadline or 0, entry[0].id),
        default=None,
    )


def _impossible(problem: Problem) -> tuple[Impossible, ...]:
    return tuple(
        Impossible(
            task,
            task.open_weeks[0] if task.open_weeks else None,
            tuple(sorted(task.closed.items(), key=lambda entry: (-entry[1], entry[0]))),
        )
        for task in problem.tasks
        if not weeks_in_time(task)
    )


def _reduced(problem: Problem, *, pinned_alone: bool) -> Problem:
    """The problem without what cannot be in time anyway: late if it can be held at all, and left out if not.

    Where the pins clash, the pinned ones alone, all of them, and none can be late.
    """
    if pinned_alone:
        dues = [without_last_day(task.due) for task in problem.tasks if task.pin is not None]
    else:
        dues = [
            task.due if weeks_in_time(task) else without_last_day(task.due) for task in problem.tasks if task.open_weeks
        ]
    kept = {due.id for due in dues}
    pins = tuple(task.pin for task in problem.tasks if task.pin is not None and task.id in kept)
    return problem_of(dues, replace(problem.programme, pins=pins), problem.as_at)


def _members(problem: Problem, kept: frozenset[Condition], years: int) -> tuple[Member, ...]:
    """Of the pins, the rules of areas and the other inspections in a clash, those without which it would be none."""
    needed: list[Member] = []
    for condition in Condition:
        members = members_of(problem.programme, condition) if condition in kept else ()
        if members:
            ask = partial(_with_places, problem, condition, kept, years)
            chosen = [members[place] for place in needed_members(range(len(members)), ask).members]
            problem = rebuilt(problem, with_members(problem.programme, chosen, condition))
            needed += chosen
    return tuple(needed)


def _with_places(
    problem: Problem, condition: Condition, kept: frozenset[Condition], years: int, places: frozenset[int]
) -> Verdict:
    members = members_of(problem.programme, condition)
    chosen = [members[place] for place in sorted(places)]
    return plan_with(rebuilt(problem, with_members(problem.programme, chosen, condition)), kept, years)


def _without(problem: Problem, clash: Clash[Condition], years: int, *, count: bool) -> tuple[WithoutOne, ...]:
    found = []
    everything = frozenset(conditions_of(problem))
    for condition, rest_fits in zip(clash.members, clash.without, strict=True):
        eased = relaxed(problem, everything - {condition}, years)
        found.append(WithoutOne(condition, rest_fits, fewest_late(eased) if count else None))
    return tuple(found)
