"""The best plan of small random programmes is the best of all plans, tried one after the other."""

import pytest
from tests.programmes.brute_force import best
from tests.programmes.planned import planned
from tests.programmes.random_cases import case_of

SOME, MANY = 20, 200


@pytest.mark.no_cover
def test_no_plan_of_a_small_programme_is_less_late_or_as_late_and_more_even(request):
    uneven = placed = 0
    for seed in range(MANY if request.config.getoption("--long") else SOME):
        case = case_of(seed, areas=(2, 8), weeks=(8, 14))
        found, wanted = planned(case), best(case)
        if found is None:
            assert wanted.lateness is None, seed
            continue
        plan, _, solution = found
        assert (solution.lateness, solution.unevenness) == (wanted.lateness, wanted.unevenness), seed
        assert solution.bound == solution.lateness, seed
        uneven += solution.unevenness > 0
        placed += len(plan)
    assert placed > 30
    assert uneven
