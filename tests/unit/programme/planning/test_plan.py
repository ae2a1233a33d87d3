"""A plan's days and teams, worked out by hand; no team is ever in two places."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_programmes import due, monday, problem, programme, solution, teams

from areasend.programme import Kind
from areasend.programme.configuration import Pin, Shape
from areasend.programme.planning import plan_of, solve


def test_the_days_of_an_inspection() -> None:
    made = problem([due(1)])
    (item,) = plan_of(made, solution(made, (0, 4))).items
    assert (item.notified, item.monday, item.friday) == (date(2025, 1, 20), date(2025, 2, 3), date(2025, 2, 7))
    assert (item.team, item.weeks_late, item.weeks_open, item.status) == ("Red", 0, 8, "planned")
    assert item.id == "E06000001-first-full"


def test_two_weeks_on_site_end_on_the_second_friday() -> None:
    made = problem([due(1)], programme(full=Shape(notification_weeks=2, preparation_weeks=1, on_site_weeks=2)))
    (item,) = plan_of(made, solution(made, (0, 3))).items
    assert (item.notified, item.monday, item.friday) == (monday(0), monday(3), date(2025, 2, 7))


def test_items_are_in_the_order_of_their_weeks_and_left_ones_in_that_of_their_ids() -> None:
    made = problem([due(number) for number in range(1, 6)], programme(teams=teams("Red", "Blue")), key=b"any")
    by_id = {task.id: place for place, task in enumerate(made.tasks)}
    one, two, three = (by_id[f"E0600000{number}-first-full"] for number in (1, 2, 3))
    plan = plan_of(made, solution(made, (one, 5), (two, 2), (three, 2)))
    assert [item.monday for item in plan.items] == [monday(2), monday(2), monday(5)]
    assert [item.team for item in plan.items[:2]] == ["Blue", "Red"]
    assert [left.id for left in plan.left] == ["E06000004-first-full", "E06000005-first-full"]
    assert plan.left[0].weeks_open == 8


def test_a_pin_shows_in_the_status() -> None:
    pins = (
        Pin(gss_code="E06000001", kind=Kind.FIRST_FULL, monday=monday(2), announced=True),
        Pin(gss_code="E06000002", kind=Kind.FIRST_FULL, monday=monday(5)),
    )
    made = problem([due(1), due(2), due(3)], programme(pins=pins))
    items = plan_of(made, solution(made, (0, 2), (1, 5), (2, 9))).items
    assert [item.status for item in items] == ["announced", "pinned", "planned"]
    assert [item.is_announced for item in items] == [True, False, False]


def test_an_area_that_was_told_before_the_programme_began() -> None:
    told = Pin(gss_code="E06000001", kind=Kind.FIRST_FULL, monday=monday(1), announced=True)
    made = problem([due(1), due(2)], programme(pins=(told,)))
    first, second = plan_of(made, solution(made, (0, 1), (1, 4))).items
    assert (first.notified, first.monday, first.team) == (date(2024, 12, 30), monday(1), "Red")
    assert (second.notified, second.team) == (monday(2), "Red")


def test_whether_it_fits() -> None:
    made = problem([due(1, by=3), due(2)])
    in_time = plan_of(made, solution(made, (0, 3), (1, 9)))
    assert (in_time.fits, in_time.late, in_time.is_best, in_time.gap) == (True, (), True, 0.0)
    late = plan_of(made, solution(made, (0, 5), (1, 9), best=False))
    assert (late.fits, [item.weeks_late for item in late.late], late.is_best, late.gap) == (False, [2], False, 0.6)
    assert not plan_of(made, solution(made, (0, 3))).fits


def test_the_least_busy_of_the_free_teams_goes() -> None:
    made = problem([due(number) for number in (1, 2, 3)], programme(teams=teams("Red", "Blue", "Green")))
    plan = plan_of(made, solution(made, (0, 2), (1, 5), (2, 8)))
    assert [item.team for item in plan.items] == ["Blue", "Green", "Red"]


def test_a_team_is_kept_where_it_is_free() -> None:
    made = problem([due(number) for number in (1, 2, 3)], programme(teams=teams("Red", "Blue")))
    found = solution(made, (0, 2), (1, 3), (2, 8))
    keep = {"E06000001-first-full": "Red", "E06000002-first-full": "Red", "E06000003-first-full": "Red"}
    assert [item.team for item in plan_of(made, found, keep=keep).items] == ["Red", "Blue", "Red"]
    gone = {"E06000001-first-full": "White"}
    assert plan_of(made, found, keep=gone).items[0].team == "Blue"


def test_a_solution_with_more_at_once_than_teams_is_none() -> None:
    made = problem([due(1), due(2)])
    with pytest.raises(ValueError, match="more inspections at once than teams"):
        plan_of(made, solution(made, (0, 2), (1, 4)))


@given(st.lists(st.tuples(st.sampled_from([2, 3, 4, 5, 9, 10, 11, 12]), st.booleans()), max_size=14), st.integers(1, 4))
def test_no_team_is_in_two_places(wanted: list[tuple[int, bool]], number: int) -> None:
    """Any placements of which no more than the teams overlap; a monitoring inspection takes its team for a week."""
    short = Shape(notification_weeks=0, preparation_weeks=0, on_site_weeks=1)
    kinds = [Kind.MONITORING if monitoring else Kind.FIRST_FULL for _, monitoring in wanted]
    made = problem(
        [due(place + 1, kind=kind) for place, kind in enumerate(kinds)],
        programme(teams=teams(*"abcd"[:number]), monitoring=short),
    )
    busy = dict.fromkeys(range(13), 0)
    placed = []
    for place, (week, monitoring) in enumerate(wanted):
        weeks = [week] if monitoring else [week - 2, week - 1, week]
        if all(busy[entry] < number for entry in weeks):
            placed.append((place, week))
            busy.update({entry: busy[entry] + 1 for entry in weeks})
    plan = plan_of(made, solution(made, *placed))
    assert len(plan.items) == len(placed)
    seen = set()
    for item in plan.items:
        days = range(item.notified.toordinal(), item.friday.toordinal() + 1)
        assert item.team in "abcd"[:number]
        assert seen.isdisjoint((item.team, day) for day in days)
        seen |= {(item.team, day) for day in days}


def test_a_plan_that_was_found_gives_each_area_a_week() -> None:
    made = problem([due(number) for number in range(1, 6)], programme(teams=teams("Red", "Blue")))
    found = solve(made)
    assert found is not None
    plan = plan_of(made, found)
    assert plan.fits
    assert sorted(item.due.gss_code for item in plan.items) == [f"E0600000{number}" for number in range(1, 6)]
