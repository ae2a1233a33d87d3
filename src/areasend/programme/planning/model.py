"""The constraint model of a problem: how many of each group of tasks in each week by each class of teams.

Every rule that may be left out, to learn which of them clash, is one of `Rule`. What closes a week to a single task is
in the problem already (`problem`).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ortools.sat.python import cp_model

from areasend.framework import add_months
from areasend.programme.activities import Kind, is_overtaken
from areasend.programme.planning.already import Month, begun_in
from areasend.programme.planning.grouping import Group, groups_of
from areasend.programme.planning.problem import Problem
from areasend.programme.planning.weeks import Week

# A group of tasks (its place), a week, a class of teams (its place).
Choice = tuple[int, int, int]


class Rule(StrEnum):
    """The rules that bind several inspections together."""

    TEAMS = "the teams and their weeks"
    WEEK = "the limit of a week"
    MONTH = "the limit of a month"
    YEAR = "the limit of a year"
    REGION = "the limits of regions"
    APART = "the months between two inspections of one area"


ALL_RULES = frozenset(Rule)


@dataclass(frozen=True, slots=True)
class Model:
    """`chosen[group, week, class]` is how many of a group begin on site then, `left[group]` how many do not fit."""

    cp: cp_model.CpModel
    groups: tuple[Group, ...]
    chosen: dict[Choice, cp_model.IntVar]
    left: dict[int, cp_model.IntVar]


def build_model(
    problem: Problem,
    rules: frozenset[Rule] = ALL_RULES,
    *,
    all_in_time: bool = False,
    apart: frozenset[int] = frozenset(),
) -> Model:
    """A model of all tasks. Pinned ones are placed in any case; with `all_in_time` every one is, and none is late.

    The tasks whose places are in `apart` are groups of their own.
    """
    cp = cp_model.CpModel()
    groups = groups_of(problem, apart)
    chosen: dict[Choice, cp_model.IntVar] = {}
    left: dict[int, cp_model.IntVar] = {}
    for place, group in enumerate(groups):
        made = [(place, week, number) for week, number in group.choices(problem, in_time=all_in_time)]
        chosen.update((choice, cp.new_int_var(0, group.size, "")) for choice in made)
        if not all_in_time and group.task.pin is None:
            left[place] = cp.new_int_var(0, group.size, "")
        placed = [*(chosen[choice] for choice in made), *([left[place]] if place in left else [])]
        cp.add(cp_model.LinearExpr.sum(placed) == group.size)
    for limit, entries in limited(problem, groups, list(chosen), rules):
        if sum(groups[choice[0]].size for choice in entries) > limit:
            cp.add(cp_model.LinearExpr.sum([chosen[choice] for choice in entries]) <= limit)
    return Model(cp, groups, chosen, left)


def limited(
    problem: Problem, groups: Sequence[Group], made: Sequence[Choice], rules: frozenset[Rule] = ALL_RULES
) -> Iterator[tuple[int, list[Choice]]]:
    """For each limit of the rules: how many at most, and of which choices."""
    if Rule.TEAMS in rules:
        yield from _of_teams(problem, groups, made)
    yield from _of_periods(problem, groups, made, rules)
    if Rule.REGION in rules:
        yield from _of_regions(problem, groups, made)
    if Rule.APART in rules:
        yield from _apart(problem, groups, made)


def _of_teams(problem: Problem, groups: Sequence[Group], made: Sequence[Choice]) -> Iterator[tuple[int, list[Choice]]]:
    busy: dict[tuple[int, int], list[Choice]] = defaultdict(list)
    for choice in made:
        for week in groups[choice[0]].task.busy(choice[1]):
            busy[week, choice[2]].append(choice)
    for (_, number), found in sorted(busy.items()):
        yield len(problem.classes[number].names), found


def _of_periods(
    problem: Problem, groups: Sequence[Group], made: Sequence[Choice], rules: frozenset[Rule]
) -> Iterator[tuple[int, list[Choice]]]:
    limits = problem.programme.limits
    kinds: tuple[tuple[Rule, Callable[[Week], int | Month], int | None, int | None], ...] = (
        (Rule.WEEK, lambda week: week.index, limits.per_week, limits.full_per_week),
        (Rule.MONTH, lambda week: week.month, limits.per_month, limits.full_per_month),
        (Rule.YEAR, lambda week: week.monday.year, limits.per_year, limits.full_per_year),
    )
    for rule, period_of, of_all, of_full in kinds:
        for limit, full_only in ((of_all, False), (of_full, True)):
            if rule in rules and limit is not None:
                found: dict[int | Month, list[Choice]] = defaultdict(list)
                for choice in made:
                    if not full_only or groups[choice[0]].task.due.kind.is_full:
                        found[period_of(problem.weeks[choice[1]])].append(choice)
                for period, entries in found.items():
                    # No inspection begins before the first week of a plan and in it.
                    taken = 0 if rule is Rule.WEEK else begun_in(problem.programme, period, full_only=full_only)
                    yield max(0, limit - taken), entries


def _of_regions(
    problem: Problem, groups: Sequence[Group], made: Sequence[Choice]
) -> Iterator[tuple[int, list[Choice]]]:
    regions = {entry.region: entry.per_month for entry in problem.programme.region_limits}
    found: dict[tuple[str, Month], list[Choice]] = defaultdict(list)
    for choice in made:
        region = groups[choice[0]].task.due.region
        if region in regions:
            found[region, problem.weeks[choice[1]].month].append(choice)
    for (region, month), entries in found.items():
        yield max(0, regions[region] - begun_in(problem.programme, month, region=region)), entries


def _apart(problem: Problem, groups: Sequence[Group], made: Sequence[Choice]) -> Iterator[tuple[int, list[Choice]]]:
    """Of two inspections of an area, not both too near: for each week of one, none of the other that is.

    Nor a monitoring inspection once the next full one has begun: that takes its place.
    """
    by_task: dict[int, list[Choice]] = defaultdict(list)
    for choice in made:
        by_task[choice[0]].append(choice)
    clear = _clear_of(problem)
    for one, other in _pairs(groups):
        kinds = groups[one].task.due.kind, groups[other].task.due.kind
        for week in sorted({choice[1] for choice in by_task[one]}):
            near = [
                choice
                for choice in by_task[other]
                if _is_near(clear, week, choice[1]) or is_overtaken(kinds, (week, choice[1]))
            ]
            if near:
                yield 1, [*(choice for choice in by_task[one] if choice[1] == week), *near]


def _clear_of(problem: Problem) -> list[int]:
    """For each week the first one that is not too near to it; the number of weeks if none is."""
    mondays = [week.monday for week in problem.weeks]
    return [bisect_left(mondays, add_months(monday, problem.programme.months_between)) for monday in mondays]


def _is_near(clear: Sequence[int], week: int, other: int) -> bool:
    return max(week, other) < clear[min(week, other)]


def too_near(problem: Problem, one: tuple[Kind, int], other: tuple[Kind, int]) -> bool:
    """Whether two inspections of an area, each with its week, cannot both be.

    Fewer months lie between the Mondays than must, or the next full inspection overtakes a monitoring one.
    """
    first, last = sorted((problem.weeks[one[1]].monday, problem.weeks[other[1]].monday))
    return last < add_months(first, problem.programme.months_between) or is_overtaken(
        (one[0], other[0]), (one[1], other[1])
    )


def _pairs(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    by_area: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        by_area[group.task.due.gss_code].append(place)
    for places in by_area.values():
        yield from ((one, other) for one in places for other in places if one < other)
