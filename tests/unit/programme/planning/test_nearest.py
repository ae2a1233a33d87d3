"""The nearest plan, against every plan there is of small problems."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.programmes.small import AS_AT, FIRST_MONDAY, due, pin, programme

from areasend.programme import PlanNotFound
from areasend.programme.configuration.model import AreaRule, Days, Limits, Team
from areasend.programme.planning import NEAR_WORK, Before, Placement, nearest, problem_of, solve, solve_nearest
from areasend.programme.planning.nearest import put_back

WEEKS = 4
LEFT = 2 * WEEKS * 2  # first full inspections weigh 2, and one left counts two lengths of the programme
ALL = Fraction(1)


def monday(week):
    return FIRST_MONDAY + timedelta(weeks=week)


def small(deadlines, teams=1, pins=(), **changes):
    """First inspections, each in time until the end of a week, in a programme of four weeks."""
    dues = [due(f"E{n}", not_after=monday(week) + timedelta(days=4)) for n, week in enumerate(deadlines)]
    return problem_of(
        dues,
        programme(
            last_day=monday(WEEKS - 1) + timedelta(days=4),
            teams=tuple(Team(name=f"Team {n}") for n in range(teams)),
            pins=tuple(pins),
            **changes,
        ),
        AS_AT,
    )


def at(*weeks):
    return Before(
        stood={place: (week, None) for place, week in enumerate(weeks) if week is not None},
        left=frozenset(place for place, week in enumerate(weeks) if week is None),
    )


def weeks_of(found, problem):
    stands = {entry.task: entry.week for entry in found.solution.placements}
    return tuple(stands.get(place) for place in range(len(problem.tasks)))


def late(deadlines, weeks):
    return sum(LEFT if week is None else 2 * max(0, week - last) for last, week in zip(deadlines, weeks, strict=True))


@given(
    areas=st.lists(st.integers(0, 3), min_size=1, max_size=4),
    old=st.lists(st.none() | st.integers(0, 3), min_size=4, max_size=4),
    teams=st.integers(1, 2),
    closed=st.sets(st.integers(0, 3), max_size=2),
    pinned=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_it_is_as_near_as_the_nearest_of_all_plans(areas, old, teams, closed, pinned):
    old = tuple(old[: len(areas)])
    allowed = [set(range(WEEKS)) for _ in areas]
    allowed[0] -= closed
    rules = tuple(Days(name="away", first_day=monday(week), last_day=monday(week)) for week in closed)
    pins = ()
    if pinned and old[-1] is not None and len(areas) > 1:
        allowed[-1] = {old[-1]}
        pins = (pin(f"E{len(areas) - 1}", monday(old[-1])),)
    problem = small(areas, teams, pins)
    first = problem.tasks[0]
    tasks = (replace(first, open_weeks=tuple(sorted(allowed[0]))), *problem.tasks[1:]) if rules else problem.tasks
    problem = replace(problem, tasks=tasks)
    found = solve_nearest(problem, at(*old), share=ALL)

    unpinned = [place for place, week in enumerate(old) if week is not None and not (pins and place == len(areas) - 1)]
    kept = late(areas, old)
    plans = []
    for weeks in product((None, *range(WEEKS)), repeat=len(areas)):
        fits = all(weeks.count(week) <= teams for week in range(WEEKS))
        fits = fits and all(week is None or week in open_to for week, open_to in zip(weeks, allowed, strict=True))
        if fits and not (pins and weeks[-1] is None):
            drops = sum(weeks[place] is None for place in unpinned)
            moves = sum(weeks[place] != old[place] for place in unpinned)
            plans.append((max(0, late(areas, weeks) - kept), drops, moves))
    best = min(plans)
    weeks = weeks_of(found, problem)
    assert max(0, late(areas, weeks) - kept) == best[0]
    assert found.moves == best[2] == found.bound
    assert sum(weeks[place] != old[place] for place in unpinned) == best[2]
    assert sum(weeks[place] is None for place in unpinned) == best[1]
    assert all(weeks.count(week) <= teams for week in range(WEEKS))
    if pins:
        assert weeks[-1] == old[-1]
    assert found.solution.lateness == late(areas, weeks)


@given(areas=st.lists(st.integers(0, 3), min_size=1, max_size=5), teams=st.integers(1, 2))
@settings(max_examples=20, deadline=None)
def test_where_nothing_happened_nothing_moves(areas, teams):
    problem = small(areas, teams)
    plan = solve(problem)
    stood = {entry.task: (entry.week, entry.team_class) for entry in plan.placements}
    found = solve_nearest(problem, Before(stood=stood, left=frozenset(plan.left)))
    assert found.moves == 0
    assert [(entry.task, entry.week) for entry in found.solution.placements] == [
        (entry.task, entry.week) for entry in plan.placements
    ]
    assert found.solution.left == plan.left


def test_the_same_bytes_twice():
    problem = small([0, 1, 3, 3, 2], teams=2)
    assert solve_nearest(problem, at(3, 3, 3, 0, None)) == solve_nearest(problem, at(3, 3, 3, 0, None))


def test_pins_that_clash_have_no_plan():
    problem = small([3, 3], pins=(pin("E0", monday(1)), pin("E1", monday(1))))
    assert solve_nearest(problem, at(1, 1)) is None


def test_a_new_one_takes_what_is_free_and_moves_nobody():
    problem = small([3, 3, 3])
    found = solve_nearest(problem, Before(stood={0: (0, 0), 1: (2, 0)}))
    assert weeks_of(found, problem) == (0, 2, 1)
    assert (found.moves, found.unpinned) == (0, 2)


def test_what_moves_stays_near_its_old_week():
    problem = small([3, 3, 3], areas=(AreaRule(gss_code="E0", not_before=monday(1), not_after=None, reason="late"),))
    assert weeks_of(solve_nearest(problem, at(0, 2, 3)), problem) == (1, 2, 3)


def test_nothing_drops_out_while_a_swap_keeps_it():
    """All four weeks are taken and one is left: E0 cannot in week 0, and another could."""
    problem = small([3, 3, 3, 3, 3], areas=(AreaRule(gss_code="E0", not_before=monday(1), not_after=None, reason="x"),))
    found = solve_nearest(problem, at(0, 1, 2, 3, None))
    weeks = weeks_of(found, problem)
    assert found.moves == 2
    assert weeks[4] is None
    assert weeks[0] is not None


def twenty(stood_from=0):
    """Twenty areas in twenty weeks, one each, the last of which cannot after the second week."""
    codes = [f"E{n:02}" for n in range(20)]
    dues = [due(code, not_after=monday(25) + timedelta(days=4)) for code in codes[:-1]]
    dues.append(due(codes[-1], not_after=monday(1) + timedelta(days=4)))
    whole = programme(
        last_day=monday(19) + timedelta(days=4), terms=(Days(name="t", first_day=monday(0), last_day=monday(30)),)
    )
    return problem_of(dues, whole, AS_AT), Before(stood={place: (place, 0) for place in range(20)})


def test_the_share_goes_before_lateness():
    """The old plan has the last area late by 18 weeks; a rule that closes its week calls for a swap of two, over 5%."""
    problem, before = twenty()
    tasks = (*problem.tasks[:-1], replace(problem.tasks[-1], open_weeks=tuple(range(18))))
    # Its first area may not go after its week, so that no single move brings the last one in time.
    found = solve_nearest(replace(problem, tasks=tasks), before)
    assert (found.most, found.unpinned) == (1, 20)
    assert found.moves == 2
    # A move of the last area alone would leave it out: no plan of one move leaves no more out.
    assert found.instead is None


def test_with_room_one_move_is_later_than_two():
    problem, before = twenty()
    weeks = problem.weeks
    assert len(weeks) == 20
    longer = problem_of(
        [task.due for task in problem.tasks],
        replace(problem.programme, last_day=monday(25) + timedelta(days=4)),
        AS_AT,
    )
    stands = replace(longer.tasks[-1], deadline=19, open_weeks=(0, 1, 25))
    longer = replace(longer, tasks=(*longer.tasks[:-1], stands))
    found = solve_nearest(longer, before)
    # In week 25 it is 6 weeks late, each weighing 2; in week 0 or 1 another moves for it: two moves of twenty.
    assert (found.moves, found.most, found.instead, found.later) == (1, 1, 2, 12)
    assert weeks_of(found, longer)[-1] == 25
    everyone = solve_nearest(longer, before, share=ALL)
    assert (everyone.moves, everyone.instead, everyone.later) == (2, None, 0)


@pytest.mark.parametrize("limit", [Limits(full_per_month=2), Limits(per_year=3)])
def test_limits_hold(limit):
    problem = small([3, 3, 3, 3], limits=limit)
    found = solve_nearest(problem, at(0, 1, 2, 3), share=ALL)
    assert len(found.solution.placements) == (3 if limit.per_year else 2)
    assert found.moves == len(found.solution.left)


def test_a_move_that_nothing_calls_for_is_put_back_where_its_week_is_free():
    problem = small([3, 3, 3], teams=1)
    old = at(0, 1, 2)
    # A search that ended early moved the first to the last week, and exchanged nobody else.
    moved = (Placement(0, 3, 0), Placement(1, 1, 0), Placement(2, 2, 0))
    assert put_back(problem, old, moved) == (Placement(0, 0, 0), Placement(1, 1, 0), Placement(2, 2, 0))
    # Its week is taken: two that changed places stay, each in the other's way.
    swapped = (Placement(0, 1, 0), Placement(1, 0, 0), Placement(2, 2, 0))
    assert put_back(problem, old, swapped) == swapped
    # One that was left out comes back; one that would be later does not.
    assert put_back(problem, old, moved[1:]) == (Placement(0, 0, 0), Placement(1, 1, 0), Placement(2, 2, 0))
    assert put_back(small([0, 3, 3]), at(3, 1, 2), (Placement(0, 0, 0),))[0] == Placement(0, 0, 0)


def test_without_work_the_old_plan_stands():
    problem, before = twenty()
    tasks = (*problem.tasks[:-1], replace(problem.tasks[-1], open_weeks=tuple(range(18))))
    found = solve_nearest(replace(problem, tasks=tasks), before, work=(1e-9,) * len(NEAR_WORK))
    # The last one, whose week is closed, is left out.
    assert weeks_of(found, problem) == (*range(19), None)


def test_where_the_search_for_few_moves_ends_without_a_plan_the_one_with_more_stands(monkeypatch):
    solved = nearest._Goals.solved

    def ended(goals, goal, work, stage, known):
        if stage.name == "lateness of few moves":
            raise PlanNotFound("No plan was found.")
        return solved(goals, goal, work, stage, known)

    monkeypatch.setattr(nearest._Goals, "solved", ended)
    problem, before = twenty()
    tasks = (*problem.tasks[:-1], replace(problem.tasks[-1], open_weeks=tuple(range(18))))
    found = solve_nearest(replace(problem, tasks=tasks), before)
    assert (found.moves, found.instead) == (2, None)
