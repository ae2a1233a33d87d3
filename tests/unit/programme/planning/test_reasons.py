"""Why an inspection stands where it does: sentences worked out by hand from small solutions."""

from datetime import date

import pytest
from tests.small_programmes import NORTH, SOUTH, due, monday, problem, programme, solution, teams

from areasend.programme import Kind, Programme
from areasend.programme.configuration import AreaRule, Limits, Pin, RegionLimit, Shape
from areasend.programme.planning import Problem, Solution, plan_of

TWO = teams("Red", "Blue")


def reason(of: Problem, found: Solution, number: int) -> tuple[str, ...]:
    """The sentences of area `number`, wherever it stands."""
    plan = plan_of(of, found)
    return next(entry.reason for entry in (*plan.items, *plan.left) if entry.due.local_area == f"Area {number}")


def test_it_begins_with_the_rule_its_version_and_the_window() -> None:
    made = problem([due(1, after=3, by=9, uncertain=("It may have taken place.",))])
    said = reason(made, solution(made, (0, 4)), 1)
    assert said[:3] == (
        "Rule: a rule in words (framework version 2023-01, handbook, 1).",
        "Window: not before 2025-01-27, not after 2025-03-14.",
        "It may have taken place.",
    )


def test_a_window_that_is_not_known_and_a_rule_without_a_source() -> None:
    entry = due(1)
    made = problem([type(entry)(**{name: getattr(entry, name) for name in entry.__slots__} | {"source": ""})])
    said = reason(made, solution(made, (0, 4)), 1)
    assert said[:2] == ("Rule: a rule in words (framework version 2023-01).", "Window: not known.")


def test_it_says_which_rules_close_how_many_weeks() -> None:
    """Of 13 weeks, 0 and 1 have no room before them, 6 is half-term, 7 and 8 have their notice outside the terms."""
    made = problem([due(1)], programme(bank_holidays=(date(2025, 3, 21), date(2025, 3, 26))))
    assert reason(made, solution(made, (0, 4)), 1)[2] == (
        "It could begin on site in 6 of 13 weeks. Closed: 2 (its weeks would lie outside the programme); "
        "2 (notification or preparation: outside the school terms); 2 (on site: a bank holiday); "
        "1 (on site: outside the school terms)."
    )


def test_nothing_is_said_of_closed_weeks_where_there_are_none() -> None:
    short = Shape(notification_weeks=0, preparation_weeks=0, on_site_weeks=1)
    made = problem([due(1)], programme(full=short, last_day=date(2025, 1, 31)))
    assert reason(made, solution(made, (0, 1)), 1)[2] == "It could begin on site in 4 of 4 weeks."


def test_the_only_week() -> None:
    rule = AreaRule(gss_code="E06000001", not_before=monday(4), not_after=date(2025, 2, 7), reason="elections")
    made = problem([due(1)], programme(areas=(rule,)))
    said = reason(made, solution(made, (0, 4)), 1)
    assert said[-1] == "This is the only week that is open to it and in time."
    assert "7 (this area: elections)" in said[2]


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        (Pin(gss_code="E06000001", kind=Kind.FIRST_FULL, monday=monday(4)), "It is pinned to this week."),
        (
            Pin(gss_code="E06000001", kind=Kind.FIRST_FULL, monday=monday(4), reason="asked for"),
            "It is pinned to this week: asked for.",
        ),
        (
            Pin(gss_code="E06000001", kind=Kind.FIRST_FULL, monday=monday(4), announced=True),
            "The area has been told, so it stays.",
        ),
    ],
)
def test_a_pinned_one(pin: Pin, said: str) -> None:
    made = problem([due(1, by=3)], programme(pins=(pin,)))
    assert reason(made, solution(made, (0, 4)), 1)[-2:] == (
        "It is 1 week late: the last week in time began on 2025-01-27.",
        said,
    )


def test_a_late_one_says_what_held_the_earlier_weeks() -> None:
    made = problem([due(1, by=3), due(2, by=3)])
    said = reason(made, solution(made, (0, 2), (1, 5)), 2)
    assert said[-2:] == (
        "It is 2 weeks late: the last week in time began on 2025-01-27.",
        "Of 3 earlier weeks open to it, others hold 3 (every team that could take it is busy).",
    )


def test_a_late_one_that_could_have_been_earlier() -> None:
    """A search that ended early says so, and nothing false."""
    made = problem([due(1, by=3), due(2, by=3)], programme(teams=TWO))
    assert reason(made, solution(made, (0, 2), (1, 5), best=False), 2)[-1] == (
        "Of 3 earlier weeks open to it, others hold none. 3 would be free: the search ended before one was used."
    )


def test_one_that_is_late_in_any_week() -> None:
    made = problem([due(1, by=-3)])
    assert reason(made, solution(made, (0, 2)), 1)[-2:] == (
        "It is 5 weeks late: the last week in time was before the programme.",
        "No earlier week is open to it.",
    )


@pytest.mark.parametrize(
    ("made", "held"),
    [
        # Area 2 in week 2: weeks 3 and 4 would need Red, who is with area 1 in weeks 0 to 2.
        (programme(), "2 (every team that could take it is busy)"),
        (programme(teams=TWO, limits=Limits(per_week=1)), "1 (the limit of the week is reached)"),
        (programme(teams=TWO, limits=Limits(full_per_week=1)), "1 (the limit of the week is reached)"),
        # January has weeks 2 and 3 open, February 4 and 5.
        (programme(teams=TWO, limits=Limits(per_month=1)), "2 (the limit of the month is reached)"),
        (programme(teams=TWO, limits=Limits(full_per_month=1)), "2 (the limit of the month is reached)"),
        (programme(teams=TWO, limits=Limits(per_year=1)), "4 (the limit of the year is reached)"),
        (programme(teams=TWO, limits=Limits(full_per_year=1)), "4 (the limit of the year is reached)"),
        (
            programme(teams=TWO, region_limits=(RegionLimit(region=NORTH, per_month=1),)),
            "2 (the limit of its region in the month is reached)",
        ),
    ],
)
def test_each_limit_is_named(made: Programme, held: str) -> None:
    """Area 1 has week 2. Area 2 does not fit; weeks 2 to 5 alone are open to it."""
    rule = AreaRule(gss_code="E06000002", not_before=None, not_after=date(2025, 2, 14), reason="a reason")
    changed = problem([due(1), due(2)], programme(**_parts(made), areas=(rule,)))
    said = reason(changed, solution(changed, (0, 2)), 2)
    number = int(held.split()[0]) + (1 if "team" in held else 0)
    expected = f"{number}{held[1:]}"
    assert said[3] == f"It does not fit: of its open weeks, others hold {expected}."


def _parts(made: Programme) -> dict[str, object]:
    return {name: getattr(made, name) for name in ("teams", "limits", "region_limits")}


def test_limits_of_full_inspections_do_not_bind_a_monitoring_inspection() -> None:
    made = problem([due(1), due(2, kind=Kind.MONITORING, by=12)], programme(teams=TWO, limits=Limits(full_per_week=1)))
    said = reason(made, solution(made, (0, 2), (1, 2)), 2)
    assert "the limit" not in " ".join(said)


def test_another_inspection_of_the_area_is_too_near() -> None:
    made = problem([due(1), due(1, kind=Kind.MONITORING)], programme(teams=TWO))
    said = reason(made, solution(made, (0, 2)), 1)
    assert "others hold" not in " ".join(said)
    (left,) = plan_of(made, solution(made, (0, 2))).left
    assert left.reason[-1] == (
        "It does not fit: of its open weeks, others hold 8 "
        "(another inspection of the area is too near, or takes its place)."
    )


def test_one_to_which_no_week_is_open() -> None:
    rule = AreaRule(gss_code="E06000001", not_before=date(2026, 1, 1), not_after=None, reason="a reason")
    made = problem([due(1)], programme(areas=(rule,)))
    assert reason(made, solution(made), 1)[-1] == "It cannot be planned, because no week is open to it."


def test_one_that_was_left_though_weeks_are_free() -> None:
    made = problem([due(1)])
    assert reason(made, solution(made, best=False), 1)[-1] == (
        "8 weeks would be free: the search ended before one was used."
    )


def test_why_this_week_of_several() -> None:
    """Weeks 2 to 5 lie in January, 9 to 12 in March; both terms have six weeks on site, so each share is 1 of 2."""
    made = problem([due(1), due(2)], programme(teams=TWO, limits=Limits(per_week=1)))
    said = reason(made, solution(made, (0, 2), (1, 9)), 2)
    assert said[-2:] == (
        (
            "Of 7 other weeks open and in time, others hold 1 (the limit of the week is reached); 3 would load terms "
            "or regions less evenly; 3 would do as well, and the more urgent go first."
        ),
        "The term (March) has 1 inspection with this one, at an even load 1; its region 1, at an even load 1.",
    )


def test_regions_have_even_loads_of_their_own() -> None:
    made = problem([due(1), due(2, region=SOUTH)], programme(teams=TWO))
    said = reason(made, solution(made, (0, 2), (1, 2)), 2)
    assert said[-1] == (
        "The term (January) has 2 inspections with this one, at an even load 1; its region 1, at an even load 1."
    )


def test_those_that_nothing_tells_apart_have_the_same_reasons() -> None:
    made = problem([due(1), due(2), due(3)], programme(teams=TWO))
    plan = plan_of(made, solution(made, (0, 2), (1, 2)))
    assert plan.items[0].reason == plan.items[1].reason
    two_left = plan_of(made, solution(made, (0, 2)))
    assert two_left.left[0].reason == two_left.left[1].reason
