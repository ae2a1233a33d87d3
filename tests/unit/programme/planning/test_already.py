"""Limits of a year and a month count what began in them before the plan does."""

from datetime import date, timedelta

import pytest
from tests.programmes.small import AS_AT, FIRST_MONDAY, due, pin, programme

from areasend.programme.activities import Kind
from areasend.programme.configuration.model import Begun, Limits, RegionLimit
from areasend.programme.planning import begun_in, plan_of, problem_of, solve
from areasend.programme.shortage import shortage_of, words

WORK = (1.0, 1.0, 1.0)
BEGUN = (
    Begun(region="London", kind=Kind.NEXT_FULL, day=date(2026, 1, 2)),
    Begun(region="North", kind=Kind.MONITORING, day=date(2026, 1, 3)),
    Begun(region="London", kind=Kind.FIRST_FULL, day=date(2025, 12, 1)),
)
FOUR = [due(code) for code in "ABCD"]


def test_what_began_is_counted_by_year_month_kind_and_region() -> None:
    asked = programme(begun=BEGUN)
    assert [begun_in(asked, 2025), begun_in(asked, 2026), begun_in(asked, 2027)] == [1, 2, 0]
    assert begun_in(asked, 2026, full_only=True) == 1
    assert [begun_in(asked, (2026, 1)), begun_in(asked, (2026, 2)), begun_in(asked, (2025, 12))] == [2, 0, 1]
    assert [begun_in(asked, (2026, 1), region=region) for region in ("London", "North", "South")] == [1, 1, 0]


@pytest.mark.parametrize(
    ("changes", "planned"),
    [
        ({"limits": Limits(full_per_year=3)}, 2),
        ({"limits": Limits(per_year=3)}, 1),
        ({"limits": Limits(per_year=1)}, 0),
        ({"limits": Limits(per_year=9, full_per_year=2)}, 1),
        ({"limits": Limits()}, 4),
    ],
)
def test_a_limit_of_a_year_leaves_what_it_has_not_had_yet(changes: dict[str, Limits], planned: int) -> None:
    problem = problem_of(FOUR, programme(begun=BEGUN, **changes), AS_AT)
    solution = solve(problem, work=WORK)
    assert solution is not None
    assert len(solution.placements) == planned
    plan = plan_of(problem, solution)
    assert all("the limit of the year is reached" in item.reason[-1] for item in plan.left)


@pytest.mark.parametrize(
    "changes",
    [
        {"limits": Limits(per_month=3)},
        {"limits": Limits(full_per_month=2)},
        {"region_limits": (RegionLimit(region="London", per_month=2),)},
    ],
)
def test_a_limit_of_a_month_leaves_one_in_the_first(changes: dict[str, object]) -> None:
    problem = problem_of(FOUR, programme(begun=BEGUN, last_day=date(2026, 1, 30), **changes), AS_AT)
    solution = solve(problem, work=WORK)
    assert solution is not None
    assert len(solution.placements) == 1


def test_a_shortage_says_what_began_before() -> None:
    last = FIRST_MONDAY + timedelta(weeks=8, days=4)
    late = [due(code, not_after=last) for code in "ABCD"]
    problem = problem_of(late, programme(begun=BEGUN, limits=Limits(full_per_year=3)), AS_AT)
    found = shortage_of(problem, solve(problem, work=WORK), search=False)
    assert found is not None
    assert "2026: 9 = 9; at most 3 a year, of which 1 began before, so 2" in " ".join(words(found).split())
    problem = problem_of(late, programme(begun=BEGUN, limits=Limits(per_month=2), last_day=date(2026, 1, 30)), AS_AT)
    found = shortage_of(problem, solve(problem, work=WORK), search=False)
    assert found is not None
    # Two of January's two began before: no room is left, and the room is never told as below nothing.
    assert found.counts[0].room == 0


def test_the_next_full_inspection_takes_the_place_of_a_monitoring_one() -> None:
    """Months need not lie between: the monitoring inspection is before the full one, or not at all."""
    both = [
        due("A", Kind.MONITORING, not_before=date(2026, 2, 23)),
        due("A", Kind.NEXT_FULL),
    ]
    told = pin("A", FIRST_MONDAY, Kind.NEXT_FULL)
    problem = problem_of(both, programme(months_between=1, pins=(told,)), AS_AT)
    solution = solve(problem, work=WORK)
    assert solution is not None
    plan = plan_of(problem, solution)
    assert [item.due.kind for item in plan.items] == [Kind.NEXT_FULL]
    assert "another inspection of the area is too near, or takes its place" in plan.left[0].reason[-1]


def test_an_area_is_told_on_the_next_working_day_after_a_bank_holiday() -> None:
    asked = programme(bank_holidays=(date(2026, 1, 5), date(2026, 1, 6)))
    assert asked.notified(Kind.FIRST_FULL, date(2026, 1, 5)) == date(2026, 1, 7)
    assert asked.notified(Kind.FIRST_FULL, date(2026, 1, 12)) == date(2026, 1, 12)
