"""The months in which something is expected to follow, against another library's calendar."""

import calendar
import random
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, area, inspection

from areasend.framework import Activity, packaged_framework
from areasend.statistics import expectation

HISTORIES = 10_000
FULL = {POSITIVE: 60, INCONSISTENT: 36, WIDESPREAD: 36}  # docs/domain.md, section 3.2
FROM_A_DISTANCE = date(2025, 6, 6)  # from then on a monitoring inspection is expected after, not within, 18 months
LEAP_DAYS = (date(2024, 2, 29), date(2028, 2, 29))


def test_10_000_random_histories_lead_to_the_months_of_an_independent_calendar() -> None:
    chance, of, framework = random.Random(20241231), area(1), packaged_framework()
    leap_days = 0
    for number in range(HISTORIES):
        outcome = chance.choice(list(FULL))
        end = LEAP_DAYS[number // 50 % 2] if number % 50 == 0 else date(2023, 1, 6) + timedelta(chance.randrange(2180))
        published = LEAP_DAYS[0] if number % 50 == 1 else end + timedelta(chance.randrange(20, 160))
        end = min(end, published - timedelta(20)) if number % 50 == 1 else end
        leap_days += (end in LEAP_DAYS) + (published in LEAP_DAYS)
        start = max(end - timedelta(chance.randrange(9)), date(2023, 1, 1))
        entry = inspection(of, start, end=end, published=published, outcome=outcome)

        full = expectation(framework, entry, Activity.NEXT_FULL_INSPECTION)
        due = end + relativedelta(months=FULL[outcome])
        assert full is not None
        assert (full.around, full.expected) == (due, f"by about {calendar.month_name[due.month]} {due.year}")

        visit = expectation(framework, entry, Activity.MONITORING_INSPECTION)
        if outcome != WIDESPREAD:
            assert visit is None
            continue
        due = published + relativedelta(months=18)
        assert visit is not None
        limit = "by " if start < FROM_A_DISTANCE else ""
        assert (visit.around, visit.expected) == (due, f"{limit}about {calendar.month_name[due.month]} {due.year}")
    assert leap_days >= HISTORIES // 50
