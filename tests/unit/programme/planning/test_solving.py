"""The search: what it does when its work ends before it begins, and what it reports."""

import pytest
from tests.programmes.small import AS_AT, due, programme

from areasend.programme import PlanNotFound
from areasend.programme.planning import Progress, lateness_of, problem_of, solve
from areasend.programme.planning.model import build_model
from areasend.programme.planning.solving import Stage, lateness, minimised

NO_WORK = 1e-9


def test_without_work_the_plan_by_hand_stands_with_its_value():
    problem = problem_of([due("E1"), due("E2")], programme(), AS_AT)
    solution = solve(problem, work=(NO_WORK, NO_WORK, NO_WORK))
    assert len(solution.placements) == 2
    assert solution.lateness == lateness_of(problem, solution.placements, solution.left)
    assert solution.bound <= solution.lateness


def test_without_work_and_without_a_plan_to_begin_from_it_says_so():
    problem = problem_of([due("E1")], programme(), AS_AT)
    model = build_model(problem)
    model.cp.add(sum(model.chosen.values()) == 1)
    with pytest.raises(PlanNotFound, match="Allow more with --work"):
        # The hint that nothing is placed breaks the rule that one is.
        minimised(model, lateness(problem, model), NO_WORK, Stage("lateness", None), {})


def test_each_better_plan_is_reported():
    told = []
    problem = problem_of([due("E1"), due("E2"), due("E3")], programme(), AS_AT)
    solve(problem, report=told.append)
    assert {type(entry) for entry in told} == {Progress}
    assert told[0].stage == "lateness"
    assert all(entry.bound <= entry.value for entry in told)
