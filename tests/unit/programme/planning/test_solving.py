"""The search itself, on problems whose best plan can be told by hand; tests/functional tries all plans of more."""

from datetime import timedelta

import pytest
from tests.programmes.small import AS_AT, FIRST_MONDAY, due, pin, programme

from areasend.programme import Kind, PlanNotFound
from areasend.programme.configuration.model import Days, Limits, RegionLimit, Shape, Team
from areasend.programme.planning import lateness_of, problem_of, solve
from areasend.programme.planning.model import build_model
from areasend.programme.planning.pooled import build_pooled
from areasend.programme.planning.pooled_fit import pooled_fit
from areasend.programme.planning.relaxing import Relaxed, relaxed
from areasend.programme.planning.solving import Stage, lateness, least_late, minimised

WEEK = timedelta(weeks=1)


def monday(week):
    return FIRST_MONDAY + week * WEEK


def friday(week):
    return monday(week) + timedelta(days=4)


def areas(number, **window):
    return [due(f"E{place}", **window) for place in range(1, number + 1)]


def problem(dues, **changes):
    return problem_of(dues, programme(**changes), AS_AT)


def weeks_of_plan(found):
    return sorted(entry.week for entry in found.placements)


def test_inspections_that_are_alike_take_the_first_weeks_in_the_order_of_their_ids():
    found = solve(problem(areas(4, not_after=friday(11))))
    assert [(entry.task, entry.week, entry.team_class) for entry in found.placements] == [
        (0, 0, 0),
        (1, 1, 0),
        (2, 2, 0),
        (3, 3, 0),
    ]
    assert (found.left, found.lateness, found.bound, found.unevenness) == ((), 0, 0, 0)


def test_what_is_late_is_late_by_as_few_weighted_weeks_as_can_be():
    # Four for three weeks: one is a week late, and a first inspection weighs 2.
    found = solve(problem(areas(4, not_after=friday(2))))
    assert (found.lateness, found.bound) == (2, 2)
    assert weeks_of_plan(found) == [0, 1, 2, 3]


def test_the_lighter_one_is_late():
    dues = [due("E1", not_after=friday(0)), due("E2", Kind.NEXT_FULL, not_after=friday(0))]
    found = solve(problem(dues))
    assert [entry.week for entry in found.placements] == [0, 1]
    assert found.lateness == 1


def test_what_does_not_fit_is_left_and_weighs_two_lengths_of_the_programme():
    asked = problem(areas(14))
    found = solve(asked)
    assert (len(found.placements), len(found.left), found.lateness) == (12, 2, 2 * 2 * 24)
    assert lateness_of(asked, found.placements, found.left) == found.lateness
    assert found.bound == found.lateness


def test_what_was_due_before_the_programme_weighs_its_weeks_before_too():
    asked = problem(areas(13, not_after=friday(-3)))
    # Weeks 0 to 11 are 3 to 14 weeks late, 102 in all; the one left 24 and the 2 before week -1.
    assert solve(asked).lateness == 2 * (102 + 26)


def test_pins_hold_and_the_others_go_round_them():
    found = solve(problem(areas(3), pins=(pin("E2", monday(0)),)))
    assert [entry.week for entry in found.placements] == [1, 0, 2]


def test_a_pinned_team_goes_and_another_takes_the_rest():
    teams = (Team(name="Team A"), Team(name="Team B", conflicts=frozenset({"E2"})))
    asked = problem(areas(2), teams=teams, pins=(pin("E1", monday(0), team="Team A"),))
    found = solve(asked)
    assert [(entry.week, asked.classes[entry.team_class].names) for entry in found.placements] == [
        (0, ("Team A",)),
        (1, ("Team A",)),
    ]


@pytest.mark.parametrize("changes", [{}, {"limits": Limits(per_week=1), "teams": (Team(name="A"), Team(name="B"))}])
def test_pins_that_clash_have_no_plan(changes):
    assert solve(problem(areas(2), pins=(pin("E1", monday(3)), pin("E2", monday(3))), **changes)) is None


def test_a_pin_in_a_closed_week_has_no_plan():
    assert solve(problem(areas(1), pins=(pin("E1", monday(3)),), bank_holidays=(monday(3),))) is None


def test_pins_that_clash_only_as_wholes_have_no_plan():
    # Three that last two weeks, in three weeks, with two teams each there in part: halves would do.
    two = Shape(notification_weeks=0, preparation_weeks=0, on_site_weeks=2)
    teams = (Team(name="A", last_day=friday(1)), Team(name="B", first_day=monday(1)))
    pins = (pin("E1", monday(0)), pin("E2", monday(1)), pin("E3", monday(1)))
    assert solve(problem(areas(3), full=two, teams=teams, pins=pins)) is None


def test_inspections_spread_over_terms_as_far_as_lateness_allows():
    terms = tuple(term(name, first, last) for name, first, last in (("one", 0, 5), ("two", 6, 11)))
    even = solve(problem(areas(6), terms=terms))
    assert (even.unevenness, sum(week < 6 for week in weeks_of_plan(even))) == (0, 3)
    pressed = solve(problem(areas(6, not_after=friday(5)), terms=terms))
    assert (pressed.lateness, pressed.unevenness, weeks_of_plan(pressed)) == (0, 6, [0, 1, 2, 3, 4, 5])


def term(name, first, last):
    return Days(name=name, first_day=monday(first), last_day=friday(last))


def test_teams_of_a_class_share_a_week():
    found = solve(problem(areas(4), teams=(Team(name="A"), Team(name="B"))))
    assert weeks_of_plan(found) == [0, 0, 1, 1]


def test_progress_is_told_stage_by_stage():
    told = []
    solve(problem(areas(3)), report=told.append)
    assert list(dict.fromkeys(entry.stage for entry in told)) == ["lateness", "evenness", "order"]
    assert all(entry.bound <= entry.value for entry in told)


def test_without_any_work_the_plan_by_hands_rule_stands_with_the_bound_of_the_relaxation():
    found = solve(problem(areas(14, not_after=friday(5))), work=(0.0, 0.0, 0.0))
    assert (len(found.placements), found.lateness) == (12, 2 * (sum(range(1, 7)) + 2 * 24))
    assert found.bound == found.lateness


def test_a_hint_that_is_no_plan_and_no_work_find_none():
    asked = problem(areas(2))
    model = build_model(asked)
    with pytest.raises(PlanNotFound, match="No plan was found within the work of 0 for lateness"):
        minimised(model, lateness(asked, model), 0.0, Stage("lateness", None), {(0, 0, 0): 2})
    assert minimised(model, lateness(asked, model), 0.0, Stage("lateness", None), {}, is_part=True) is None


def test_where_parts_would_do_better_than_wholes_all_plans_are_searched():
    # Three inspections of which any two are in each other's way, in one week: in parts 1.5 of them would fit.
    limits = Limits(full_per_month=2)
    two_kinds = [due("E1"), due("E1", Kind.NEXT_FULL), due("E1", Kind.MONITORING)]
    found = solve(problem(two_kinds, months_between=6, limits=limits, teams=(Team(name="A"), Team(name="B"))))
    assert (len(found.placements), found.lateness, found.bound) == (1, 24 + 24, 24 + 24)


def test_the_bound_of_the_relaxation_and_what_no_good_plan_uses():
    asked = problem(areas(4, not_after=friday(2)))
    pooled = build_pooled(asked)
    pooled.model.cp.minimize(lateness(asked, pooled.model))
    found = relaxed(pooled.model.cp)
    assert found.bound == pytest.approx(2)
    # One of four goes a week late, and no later week is in a plan as good.
    weeks = {variable.index: choice[1] for choice, variable in pooled.model.chosen.items()}
    dear = {weeks[place] for place in found.too_dear(0) if place in weeks}
    assert set(range(5, 12)) <= dear <= set(range(4, 12))
    assert Relaxed(bound=0.0, at_least=[0.0, 1.0, 1.00001, 2.0], values=[]).too_dear(1) == [3]
    assert (
        relaxed(build_pooled(problem(areas(1), pins=(pin("E1", monday(3)),), bank_holidays=(monday(3),))).model.cp)
        is None
    )


def test_pools_hold_those_that_the_same_classes_can_take():
    teams = (Team(name="A"), Team(name="B", conflicts=frozenset({"E2"})), Team(name="C", last_day=friday(5)))
    pooled = build_pooled(problem(areas(3), teams=teams))
    able = {
        (pooled.model.groups[group].task.due.gss_code, week): pool[2]
        for (group, week, _), pool in pooled.pool_of.items()
        if week in (5, 6)
    }
    assert able == {("E1", 5): (0, 1, 2), ("E1", 6): (0, 1), ("E2", 5): (0, 2), ("E2", 6): (0,)}
    begun = pooled_fit(problem(areas(3), teams=teams), pooled, {})
    assert begun == {(0, 0, 0): 1, (0, 0, 1): 1, (1, 0, 2): 1}
    assert pooled.by_class(pooled.by_week(begun), pooled.helping(begun)) == begun


def test_the_first_fit_begins_with_the_pinned_and_then_the_most_urgent():
    dues = [due("E1"), due("E2", not_after=friday(4)), due("E3", not_after=friday(3))]
    asked = problem([*dues, due("E4")], pins=(pin("E4", monday(0)),), limits=Limits(per_week=1))
    pooled = build_pooled(asked)
    codes = [group.task.due.gss_code for group in pooled.model.groups]
    found = {codes[group]: week for group, week, _ in pooled_fit(asked, pooled, {})}
    assert found == {"E4": 0, "E3": 1, "E2": 2, "E1": 3}


def test_where_there_are_parts_and_no_wholes_there_is_no_plan():
    model = build_pooled(problem(areas(1))).model
    model.cp.add(2 * model.left[0] == 1)
    goal = lateness(problem(areas(1)), model)
    model.cp.minimize(goal)
    found = relaxed(model.cp)
    assert found is not None
    assert least_late(model, goal, found, 1.0, Stage("lateness", None), {}, []) is None


def test_regions_have_limits_of_their_own_and_wide_ones_bind_nobody():
    dues = [due("E1"), due("E2"), due("E3", region="South West"), due("E4", region="East Midlands")]
    limits = (RegionLimit(region="London", per_month=1), RegionLimit(region="South West", per_month=5))
    found = solve(problem(dues, region_limits=limits, limits=Limits(per_year=50)))
    # January ends with week 3.
    assert sorted(entry.week < 4 for entry in found.placements if entry.task < 2) == [False, True]
    assert {entry.week for entry in found.placements} == {0, 1, 2, 4}


def test_a_class_that_cannot_take_an_inspection_is_no_choice():
    teams = (Team(name="A"), Team(name="B", conflicts=frozenset({"E1"})))
    asked = problem(areas(2), teams=teams, limits=Limits(per_year=50))
    assert {choice[2] for choice in build_model(asked).chosen if choice[0] == 0} == {0}
    assert {choice[2] for choice in build_model(asked).chosen if choice[0] == 1} == {0, 1}


def test_what_the_relaxation_takes_whole_comes_before_the_first_weeks_and_after_what_is_pinned():
    asked = problem([due("E1"), due("E2", region="South West"), due("E3")], pins=(pin("E3", monday(0)),))
    pooled = build_pooled(asked)
    group = {entry.task.due.gss_code: place for place, entry in enumerate(pooled.model.groups)}
    likely = {(group["E1"], 0, 0): 1.0, (group["E2"], 7, 0): 0.4, (group["E2"], 8, 0): 0.6}
    found = {place: week for place, week, _ in pooled_fit(asked, pooled, likely)}
    assert found == {group["E3"]: 0, group["E1"]: 1, group["E2"]: 8}
