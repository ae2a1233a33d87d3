"""What holds a week, and how even terms are, against counting anew from the placements."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_programmes import NORTH, SOUTH, due, problem, programme, solution, teams

from areasend.framework import add_months
from areasend.programme import Kind
from areasend.programme.configuration import Limits, RegionLimit
from areasend.programme.planning import Problem, Solution, solve
from areasend.programme.planning.evenness import Evenness
from areasend.programme.planning.tally import Tally

LIMITS = st.builds(
    Limits,
    per_week=st.none() | st.integers(1, 2),
    per_month=st.none() | st.integers(1, 3),
    per_year=st.none() | st.integers(1, 6),
    full_per_week=st.none() | st.integers(1, 2),
    full_per_month=st.none() | st.integers(1, 3),
    full_per_year=st.none() | st.integers(1, 6),
)


def breaks(of: Problem, found: list[tuple[int, int]]) -> bool:
    """Whether weeks for tasks (by their places) break a limit, counted without the code under test."""
    made, monday = of.programme, {week.index: week.monday for week in of.weeks}
    for full in (False, True):
        begun = [monday[week] for task, week in found if not full or of.tasks[task].due.kind.is_full]
        most = (
            (made.limits.full_per_week, made.limits.full_per_month, made.limits.full_per_year)
            if full
            else (made.limits.per_week, made.limits.per_month, made.limits.per_year)
        )
        spans = ([day.isoformat() for day in begun], [f"{day:%Y-%m}" for day in begun], [day.year for day in begun])
        for limit, span in zip(most, spans, strict=True):
            if limit is not None and any(number > limit for number in Counter(map(str, span)).values()):
                return True
    regions = Counter((of.tasks[task].due.region, f"{monday[week]:%Y-%m}") for task, week in found)
    if any(regions[key] > rule.per_month for rule in made.region_limits for key in regions if key[0] == rule.region):
        return True
    busy = Counter(week - back for _, week in found for back in range(3))
    if any(number > len(made.teams) for number in busy.values()):
        return True
    return any(
        one < other
        and of.tasks[one].due.gss_code == of.tasks[other].due.gss_code
        and max(monday[here], monday[there]) < add_months(min(monday[here], monday[there]), made.months_between)
        for (one, here), (other, there) in product(found, found)
    )


@given(limits=LIMITS, regional=st.none() | st.integers(1, 2), months=st.integers(1, 2), team_count=st.integers(1, 3))
def test_a_week_is_held_exactly_where_one_more_would_break_a_limit(
    limits: Limits, regional: int | None, months: int, team_count: int
) -> None:
    made = programme(
        teams=teams(*"abc"[:team_count]),
        limits=limits,
        region_limits=(RegionLimit(region=NORTH, per_month=regional),) if regional else (),
        months_between=months,
    )
    of = problem(
        [
            *(due(number, region=NORTH if number % 2 else SOUTH) for number in range(1, 6)),
            *(due(number, kind=Kind.MONITORING, region=NORTH if number % 2 else SOUTH) for number in (1, 2)),
        ],
        made,
    )
    placed: list[tuple[int, int]] = []
    for task, week in product(range(len(of.tasks)), (2, 5, 9, 12)):
        if task not in dict(placed) and not breaks(of, [*placed, (task, week)]):
            placed.append((task, week))
    found = solution(of, *placed)
    tally = Tally(of, found)
    own = {entry.task: entry for entry in found.placements}
    for task in range(len(of.tasks)):
        others = [entry for entry in placed if entry[0] != task]
        held = tally.held(task, own.get(task))
        assert set(held) == {week for week in of.tasks[task].open_weeks if breaks(of, [*others, (task, week)])}


def solved(of: Problem) -> Solution:
    found = solve(of)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("in_january", "anywhen", "uneven"),
    # Each term has half of the weeks: of 2 inspections the share is 1, of 3 it is 2, of 5 it is 3. What is too much
    # counts once for all inspections and once for the region, where there is one region.
    [(2, 0, 2), (2, 1, 0), (4, 0, 4), (4, 1, 2), (0, 5, 0)],
)
def test_unevenness_is_what_the_search_minimised(in_january: int, anywhen: int, uneven: int) -> None:
    of = problem(
        [due(number + 1, by=5 if number < in_january else 12) for number in range(in_january + anywhen)],
        programme(teams=teams("a", "b", "c", "d")),
    )
    found = solved(of)
    assert Evenness(of, found).unevenness == found.unevenness == uneven


def test_a_change_is_the_difference_of_two_solutions() -> None:
    of = problem([due(1), due(2), due(3, region=SOUTH), due(4)], programme(teams=teams("a", "b", "c", "d")))
    weeks = (2, 5, 9, 12)
    for placed in product(weeks, repeat=4):
        here = solution(of, *enumerate(placed))
        for other in weeks:
            there = solution(of, *enumerate((other, *placed[1:])))
            change = Evenness(of, there).unevenness - Evenness(of, here).unevenness
            assert Evenness(of, here).change(0, placed[0], other) == change


def test_without_a_week_on_site_nothing_is_uneven() -> None:
    of = problem([due(1)], programme(terms=()))
    assert Evenness(of, solution(of)).unevenness == 0
