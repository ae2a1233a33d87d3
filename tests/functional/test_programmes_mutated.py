"""The checker of plans catches what is spoiled: a rule at a time, in plans that break none.

A case of its own for every rule, so that a checker that overlooks one fails here.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.programmes.checker import Case, Placed, broken
from tests.programmes.planned import planned
from tests.programmes.random_cases import case_of
from tests.programmes.small import AS_AT, FIRST_MONDAY, THREE_WEEKS, due, pin, programme

from areasend.programme import Kind
from areasend.programme.configuration.model import (
    AreaClosed,
    AreaRule,
    Begun,
    Days,
    Done,
    Limits,
    OtherInspection,
    RegionLimit,
    Team,
)

WEEK = timedelta(weeks=1)
ONE, TWO = due("E1"), due("E2", region="South West")


def monday(week):
    return FIRST_MONDAY + week * WEEK


def days(name, first, last=None):
    return Days(name=name, first_day=first, last_day=last or first)


def other(day, is_visit=False):
    return OtherInspection(gss_code="E1", name="ILACS", first_day=day, last_day=day, is_monitoring_visit=is_visit)


TEAMS = (Team(name="Team A"), Team(name="Team B", conflicts=frozenset({"E2"})))
TOGETHER = [Placed(ONE, monday(5), "Team A"), Placed(TWO, monday(6), "Team A")]
# What the programme says, and the words by which the plan TOGETHER is told to break it.
SPOILT = {
    "a break": ({"breaks": (days("half-term", monday(5)),)}, "E1-first-full: on site in half-term (2026-02-09)"),
    "a pause": ({"pauses": (days("elections", monday(6)),)}, "E2-first-full: on site in elections (2026-02-16)"),
    "a bank holiday": ({"bank_holidays": (monday(5),)}, "on site in a week with a bank holiday"),
    "a term": ({"terms": (days("t", monday(0), monday(6)),)}, "E2-first-full: on site outside a term"),
    "the programme": ({"last_day": monday(6)}, "E2-first-full: on site outside the programme"),
    "notice": ({"full": THREE_WEEKS, "first_day": monday(4)}, "E1-first-full: notified before the programme"),
    "notice in a break": (
        {"full": THREE_WEEKS, "breaks": (days("half-term", monday(3)),), "notice_in_breaks": False},
        "E1-first-full: notice in a break",
    ),
    "notice in holidays": (
        {"full": THREE_WEEKS, "terms": (days("t", monday(4), monday(9)),)},
        "E1-first-full: notice outside the terms",
    ),
    "too early": (
        {"areas": (AreaRule(gss_code="E1", not_before=monday(6), not_after=None, reason="moving"),)},
        "E1-first-full: too early: moving",
    ),
    "too late": (
        {"areas": (AreaRule(gss_code="E1", not_before=None, not_after=monday(5), reason="moving"),)},
        "E1-first-full: too late: moving",
    ),
    "a closed area": (
        {"closed_areas": (AreaClosed(gss_code="E1", days=days("a merger", monday(5))),)},
        "E1-first-full: while the area cannot: a merger",
    ),
    "another inspection": ({"other_inspections": (other(monday(9)),), "gap_weeks": 4}, "fewer than 4 weeks"),
    "another inspection at once": ({"other_inspections": (other(monday(5)),), "gap_weeks": 0}, "fewer than 0 weeks"),
    "one done": (
        {"done": (Done(gss_code="E1", kind=Kind.MONITORING, day=monday(3)),)},
        "E1-first-full: too near to done",
    ),
    "conflict": ({"teams": (replace(TEAMS[1], name="Team A"),)}, "E2-first-full: Team A has a conflict of interest"),
    "no team": ({"teams": (Team(name="Team C"),)}, "no such team, Team A"),
    "leave": (
        {"teams": (replace(TEAMS[0], away=(days("leave", monday(5)),)),)},
        "E1-first-full: Team A is not there in the week of 2026-02-09",
    ),
    "not yet": ({"teams": (replace(TEAMS[0], first_day=monday(5) + timedelta(days=1)),)}, "Team A is not there"),
    "no more": ({"teams": (replace(TEAMS[0], last_day=monday(6) + timedelta(days=1)),)}, "Team A is not there"),
    "booked twice": ({"full": THREE_WEEKS}, "Team A is booked 2 times in the week of 2026-02-02"),
    "month": ({"limits": Limits(per_month=1)}, "2 in 2026-02, at most 1 (per_month)"),
    "full a month": ({"limits": Limits(full_per_month=1)}, "2 in 2026-02, at most 1 (full_per_month)"),
    "year": ({"limits": Limits(per_year=1)}, "2 in 2026, at most 1 (per_year)"),
    "full a year": ({"limits": Limits(full_per_year=1)}, "2 in 2026, at most 1 (full_per_year)"),
    "region": ({"region_limits": (RegionLimit(region="London", per_month=0),)}, "at most 0 (region London)"),
    "pin": ({"pins": (pin("E1", monday(6)),)}, "E1-first-full: not in its pinned week"),
    "pinned team": ({"pins": (pin("E1", monday(5), team="Team B"),)}, "E1-first-full: not in its pinned week"),
}


@pytest.mark.parametrize(("changes", "words"), SPOILT.values(), ids=SPOILT.keys())
def test_a_rule_that_the_plan_breaks_is_told(changes, words):
    assert broken(Case(programme(teams=TEAMS), (ONE, TWO), AS_AT), TOGETHER, []) == []
    faults = broken(Case(programme(**({"teams": TEAMS} | changes)), (ONE, TWO), AS_AT), TOGETHER, [])
    assert any(words in fault for fault in faults), faults


def faults_of(dues, plan, left=(), **changes):
    return broken(Case(programme(**({"teams": TEAMS} | changes)), tuple(dues), AS_AT), plan, list(left))


def test_two_in_a_week_are_one_too_many_where_one_is_the_most():
    plan = [Placed(ONE, monday(5), "Team B"), Placed(TWO, monday(5), "Team A")]
    assert faults_of([ONE, TWO], plan) == []
    for name in ("per_week", "full_per_week"):
        assert faults_of([ONE, TWO], plan, limits=Limits(**{name: 1})) == [f"2 in 2026-02-09, at most 1 ({name})"]


def test_what_is_planned_is_what_is_due():
    plan = [Placed(ONE, monday(5), "Team A")]
    assert faults_of([ONE, TWO], plan, ["E2-first-full"]) == []
    assert faults_of([ONE, TWO], plan) == ["not what is due: [] too much, ['E2-first-full'] missing"]
    assert len(faults_of([ONE], [*plan, Placed(ONE, monday(7), "Team B")])) == 2
    done = (Done(gss_code="E1", kind=Kind.FIRST_FULL, day=date(2025, 1, 2)),)
    assert faults_of([ONE], plan, done=done) == ["not what is due: ['E1-first-full'] too much, [] missing"]
    assert faults_of([ONE], [], ["E1-first-full"], pins=(pin("E1", monday(5)),))[0].endswith("(2026-02-09)")


def test_days_and_windows_are_kept():
    assert faults_of([ONE], [Placed(ONE, monday(5) + timedelta(days=1), "Team A")])[0].endswith("is no Monday")
    later = due("E1", not_before=monday(5) + timedelta(days=1))
    assert faults_of([later], [Placed(later, monday(5), "Team A")]) == ["E1-first-full: before its window"]
    ending = replace(ONE, area_ends=monday(5) + timedelta(days=3))
    assert faults_of([ending], [Placed(ending, monday(5), "Team A")]) == ["E1-first-full: after the area has ended"]
    case = Case(programme(), (ONE,), monday(5))
    assert broken(case, [Placed(ONE, monday(5), "Team A")], []) == [
        "E1-first-full: notified on or before the day of the records"
    ]


def test_inspections_of_one_area_are_months_apart():
    next_one, check = due("E1", Kind.NEXT_FULL), due("E1", Kind.MONITORING)
    plan = [Placed(next_one, monday(11), "Team A"), Placed(check, monday(1), "Team A")]
    assert faults_of([next_one, check], plan, months_between=2) == []
    assert faults_of([next_one, check], plan, months_between=3) == ["E1-next-full and E1-monitoring are too near"]
    follows = due("E1", Kind.NEXT_FULL, follows="E1-2025-10-14")
    assert faults_of([follows], [Placed(follows, monday(1), "Team A")], months_between=3)[0].startswith(
        "E1-next-full: too"
    )


def test_a_monitoring_inspection_that_the_next_full_one_overtakes_is_told():
    next_one, check = due("E1", Kind.NEXT_FULL), due("E1", Kind.MONITORING)
    plan = [Placed(next_one, monday(1), "Team A"), Placed(check, monday(11), "Team A")]
    (fault,) = faults_of([next_one, check], plan, months_between=2)
    assert fault == "E1-next-full and E1-monitoring: the monitoring inspection comes after the full one"


def test_what_began_before_the_plan_counts_towards_the_limits_of_its_year_and_month():
    two = [due("E1"), due("E2")]
    plan = [Placed(two[0], monday(1), "Team A"), Placed(two[1], monday(3), "Team A")]
    day = monday(1) - timedelta(days=6)
    begun = (Begun(region="London", kind=Kind.NEXT_FULL, day=day),)
    assert faults_of(two, plan, limits=Limits(full_per_year=3), begun=begun) == []
    assert len(faults_of(two, plan, limits=Limits(full_per_year=2), begun=begun)) == 1
    assert faults_of(two, plan, limits=Limits(full_per_year=2)) == []


def test_a_fourth_visit_within_twelve_months_is_told():
    visits = tuple(other(date(2025, month, 1), is_visit=True) for month in (8, 9, 10))
    check = due("E1", Kind.MONITORING)
    plan = [Placed(check, monday(5), "Team A")]
    assert faults_of([check], plan, other_inspections=visits[1:]) == []
    assert faults_of([check], plan, other_inspections=visits) == [
        "E1-monitoring: more than 3 monitoring visits in the 12 months from 2025-08-01"
    ]


def test_random_plans_with_an_inspection_moved_into_a_closed_week_or_booked_twice_are_caught():
    spoilt = 0
    for seed in range(8):
        case = case_of(seed)
        found = planned(case)
        plan, left = ([], []) if found is None else found[:2]
        for place, placed in enumerate(plan):
            rest = [*plan[:place], *plan[place + 1 :]]
            moved = replace(placed, monday=case.programme.last_day + timedelta(days=1))
            assert broken(case, [*rest, moved], left), seed
            assert broken(case, rest, left), seed
            assert broken(case, [*plan, placed], left), seed
            spoilt += 3
    assert spoilt > 100
