"""A shortage of a few inspections, in words that add up by hand."""

from datetime import date, timedelta
from typing import Any

from tests.programmes.small import AS_AT, FIRST_MONDAY, due, pin, programme

from areasend.programme.activities import Due, Kind
from areasend.programme.configuration.model import AreaRule, Limits, RegionLimit, Team
from areasend.programme.planning import Verdict, problem_of, solve
from areasend.programme.shortage import Shortage, shortage_of, words

WORK = (1.0, 1.0, 1.0)
TWO_WEEKS_ON = FIRST_MONDAY + timedelta(weeks=2, days=4)


def short(dues: list[Due], **changes: Any) -> Shortage:
    problem = problem_of(dues, programme(**changes), AS_AT)
    found = shortage_of(problem, solve(problem, work=WORK))
    assert found is not None
    return found


def told(found: Shortage) -> str:
    text = words(found)
    assert all(len(line) <= 100 for line in text.splitlines())
    return " ".join(text.split())


def test_where_all_is_in_time_there_is_no_shortage() -> None:
    problem = problem_of([due("A", not_after=TWO_WEEKS_ON)], programme(), AS_AT)
    assert shortage_of(problem, solve(problem, work=WORK)) is None


def test_five_due_in_three_weeks_of_one_team() -> None:
    found = short([due(code, not_after=TWO_WEEKS_ON) for code in "ABCDE"])
    text = told(found)
    assert "By 23 January 2026 5 full inspections are due (5 first)" in text
    assert "have room for 3. 2 do not fit." in text
    assert "only 2 are not in time" in text
    assert "2 teams instead of 1 would do" in text
    assert "all can be held by 27 March 2026" in text
    assert [entry.condition.value for entry in found.without] == ["teams", "last days"]
    assert all(entry.rest_fits.value == "yes" for entry in found.without)
    assert found.clash is not None
    assert found.clash.is_smallest


def test_without_showing_no_area_is_named() -> None:
    found = short([due("A", not_after=AS_AT), *(due(code, not_after=TWO_WEEKS_ON) for code in "BCDE")])
    assert "Area" in words(found)
    hidden = words(found, show=False)
    assert "Area" not in hidden
    assert "Besides, 1 cannot be in time whatever the plan." in hidden


def test_a_limit_of_a_year_says_how_many_a_year_would_do() -> None:
    found = short(
        [due(code, not_after=TWO_WEEKS_ON) for code in "ABC"], limits=Limits(full_per_year=1, per_month=5, per_week=1)
    )
    text = told(found)
    assert "3 full inspections a year instead of 1 would do" in text
    assert "at most 1 full inspection a year" in text


def test_pins_that_clash_are_named() -> None:
    pins = (pin("A", FIRST_MONDAY), pin("B", FIRST_MONDAY), pin("C", FIRST_MONDAY + timedelta(weeks=3)))
    problem = problem_of([due(code) for code in "ABCD"], programme(pins=pins), AS_AT)
    assert solve(problem, work=WORK) is None
    found = shortage_of(problem, None)
    assert found is not None
    text = told(found)
    assert "because of pinned inspections" in text
    assert "the first full inspection of Area A, pinned to the week of 5 January 2026" in text
    assert "Area B" in text
    assert "Area C" not in text
    assert [entry.condition.value for entry in found.without] == ["teams", "pins"]
    assert "are needed for the clash" in words(found, show=False)


def test_a_pin_in_a_closed_week_says_why_it_is_closed() -> None:
    rule = AreaRule(gss_code="B", not_before=date(2026, 2, 2), not_after=None, reason="a fair")
    pinned = programme(pins=(pin("B", date(2026, 1, 12), team="Team A"),), areas=(rule,))
    found = shortage_of(problem_of([due("B")], pinned, AS_AT), None)
    assert found is not None
    text = told(found)
    assert "pinned to the week of 12 January 2026, Team A (this area: a fair)" in text
    assert "Area B: not before 2 February 2026 (a fair)" in text


def test_a_pin_outside_the_programme_is_named() -> None:
    pinned = programme(pins=(pin("A", date(2026, 6, 1)),))
    found = shortage_of(problem_of([due("A")], pinned, AS_AT), None)
    assert found is not None
    assert "no Monday of a week of the programme" in told(found)


def test_the_rule_of_an_area_in_a_clash_is_named() -> None:
    rules = tuple(
        AreaRule(gss_code=code, not_before=FIRST_MONDAY + timedelta(weeks=1), not_after=None, reason="a fair")
        for code in "ZA"
    )
    last = FIRST_MONDAY + timedelta(weeks=1, days=4)
    dues = [due("A", not_after=last), due("C", not_before=FIRST_MONDAY + timedelta(weeks=1), not_after=last)]
    found = short(dues, areas=rules)
    assert "Area A: not before 12 January 2026 (a fair)" in told(found)
    assert [entry.condition.value for entry in found.without] == [
        "teams",
        "rules of single areas",
        "first days",
        "last days",
    ]
    assert len(found.members) == 1


def test_the_limit_of_a_region_says_how_many_more_would_do() -> None:
    dues = [due(code, not_after=TWO_WEEKS_ON) for code in "ABC"]
    found = short(dues, region_limits=(RegionLimit(region="London", per_month=1),))
    text = told(found)
    assert "By 23 January 2026 3 full inspections in London are due (3 first)" in text
    assert "2 more a month in each region that has a limit" in text
    assert [entry.room for entry in found.regions] == [3]


def test_what_has_no_week_at_all_says_which_rules_close_them() -> None:
    rule = AreaRule(gss_code="A", not_before=date(2027, 1, 1), not_after=None, reason="a reform")
    text = told(short([due("A", not_after=TWO_WEEKS_ON), due("B", Kind.MONITORING)], areas=(rule,)))
    assert "no week is open to it: this area: a reform (12 weeks)" in text
    assert "All inspections can be in time but for those that cannot" in text


def test_where_the_team_leaves_no_later_day_helps() -> None:
    team = Team(name="Team A", last_day=TWO_WEEKS_ON)
    text = told(short([due(code, not_after=TWO_WEEKS_ON) for code in "ABCD"], teams=(team,)))
    assert "a later last day alone: not found within 8 years" in text
    assert "2 teams instead of 1 would do" in text


def test_months_between_two_inspections_of_an_area_stand_against_any_number() -> None:
    dues = [due("A", not_after=TWO_WEEKS_ON), due("A", Kind.MONITORING, not_after=TWO_WEEKS_ON)]
    found = short(dues)
    text = told(found)
    assert "no limits and no number of teams would do: other rules stand against it" in text
    assert "at least 6 months between two inspections of an area" in text
    assert "Counting alone shows 0" in text
    assert [entry.condition.value for entry in found.without] == [
        "months between two inspections of an area",
        "last days",
    ]


def counted_alone(dues: list[Due], **changes: Any) -> Shortage:
    problem = problem_of(dues, programme(**changes), AS_AT)
    found = shortage_of(problem, solve(problem, work=WORK), search=False)
    assert found is not None
    assert (found.fewest, found.clash, found.remedies) == (None, None, None)
    return found


def test_without_a_search_what_is_due_and_what_is_there_is_counted() -> None:
    text = told(counted_alone([due(code, not_after=TWO_WEEKS_ON) for code in "ABCDE"]))
    assert text.startswith("Not all inspections can be in time. This is proved.")
    assert "have room for 3. 2 do not fit." in text
    assert "What would fit" not in text


def test_without_a_search_the_plan_shows_that_only_those_are_late_which_are_so_anyway() -> None:
    text = told(counted_alone([due("A", not_after=AS_AT), due("B", not_after=TWO_WEEKS_ON)]))
    assert text.startswith("All inspections can be in time but for those that cannot")


def test_without_a_search_what_counting_does_not_show_is_said_to_be_open() -> None:
    """Two inspections of one area by the same day: there is room, and months must lie between them."""
    found = counted_alone([due("A", not_after=TWO_WEEKS_ON), due("A", Kind.MONITORING, not_after=TWO_WEEKS_ON)])
    assert found.verdict is Verdict.OPEN
    assert told(found).startswith("Counting alone does not show what is missing: the rules together leave less room")
