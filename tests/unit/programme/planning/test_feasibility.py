"""Whether there is a plan with all in time, and how few must be late if there is none."""

from datetime import timedelta

from tests.programmes.small import AS_AT, FIRST_MONDAY, due, pin, programme

from areasend.programme.planning import Fewest, Verdict, fewest_late, has_plan, problem_of


def test_of_three_due_in_a_week_of_one_team_two_are_late() -> None:
    dues = [due(code, not_after=FIRST_MONDAY + timedelta(days=4)) for code in "ABC"]
    problem = problem_of(dues, programme(), AS_AT)
    assert has_plan(problem) is Verdict.NO
    assert fewest_late(problem) == Fewest(2, 2)


def test_a_plan_that_hand_finds_needs_no_search() -> None:
    problem = problem_of([due(code) for code in "ABC"], programme(), AS_AT)
    assert has_plan(problem, work=0.0) is Verdict.YES


def test_pins_that_clash_leave_no_plan_at_all() -> None:
    pins = (pin("A", FIRST_MONDAY), pin("B", FIRST_MONDAY))
    assert fewest_late(problem_of([due("A"), due("B")], programme(pins=pins), AS_AT)) is None
