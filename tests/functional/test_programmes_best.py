"""The best plan of small random programmes is the best of all plans, tried one after the other."""

from dataclasses import replace

import pytest
from tests.programmes.brute_force import TooMany, best
from tests.programmes.checker import Case
from tests.programmes.planned import planned
from tests.programmes.random_cases import case_of

SOME, MANY = 20, 200


def open_case(seed: int) -> Case:
    """Few areas and few rules, so that plans of the same lateness differ in how even they are."""
    case = case_of(seed, areas=(4, 5), weeks=(10, 14))
    programme = replace(
        case.programme, areas=(), closed_areas=(), other_inspections=(), region_limits=(), done=(), pauses=()
    )
    return replace(case, programme=programme)


@pytest.mark.no_cover
def test_no_plan_of_a_small_programme_is_less_late_or_as_late_and_more_even(request):
    uneven = placed = too_many = 0
    number = MANY if request.config.getoption("--long") else SOME
    for seed in range(number):
        case = case_of(seed, areas=(2, 8), weeks=(8, 14)) if seed % 2 else open_case(seed)
        try:
            wanted = best(case)
        except TooMany:
            too_many += 1
            continue
        found = planned(case)
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
    assert too_many <= number // 10
