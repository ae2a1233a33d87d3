"""Plans of random programmes, read by a checker that shares no code with the model: no hard rule is broken.

25 programmes in an ordinary run, 200 with --long.
"""

from tests.programmes.checker import broken
from tests.programmes.planned import planned
from tests.programmes.random_cases import case_of
from tests.programmes.scores import lateness

SOME, MANY = 25, 200
# Of the programmes with pins some have two that clash; then there is no plan, and nothing to check.
MOST_WITHOUT_PLAN = 0.1


def test_no_plan_of_random_programmes_breaks_a_rule(request):
    number = MANY if request.config.getoption("--long") else SOME
    without, placed_in_all = 0, 0
    for seed in range(number):
        case = case_of(seed)
        found = planned(case)
        if found is None:
            assert len(case.programme.pins) > 1, seed
            without += 1
            continue
        plan, left, solution = found
        assert broken(case, plan, left) == [], seed
        dues = {due.id: due for due in case.dues}
        assert lateness(case, plan, [dues[name] for name in left]) == solution.lateness >= solution.bound, seed
        placed_in_all += len(plan)
    assert without <= MOST_WITHOUT_PLAN * number
    assert placed_in_all > 5 * number
