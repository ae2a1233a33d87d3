"""How late and how uneven a plan is, worked out from days once more (docs/adr/0034), and the best by trying all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from tests.programmes.checker import DAY, WEEK, Case, Placed, weekdays

from areasend.programme.activities import Due


def first_monday(case: Case) -> date:
    return next(
        day for day in (case.programme.first_day + number * DAY for number in range(7)) if day.isoweekday() == 1
    )


def mondays(case: Case) -> list[date]:
    first = first_monday(case)
    return [first + number * WEEK for number in range(600) if first + number * WEEK <= case.programme.last_day]


def weeks_late(case: Case, due: Due, monday: date) -> int:
    """Whole weeks, begun ones counted, from the last Friday that was in time to the last on site."""
    last = due.window.not_after
    if last is None and due.window.about is not None:
        last = due.window.about + case.programme.monitoring_late_after_weeks * WEEK
    if last is None:
        return 0
    friday = monday + timedelta(days=4) + (case.programme.shape(due.kind).on_site_weeks - 1) * WEEK
    return max(0, ceil((friday - last) / WEEK))


def lateness(case: Case, plan: Sequence[Placed], left: Sequence[Due]) -> int:
    weights = dict(case.programme.late_weights)
    late = sum(weights[placed.due.kind] * weeks_late(case, placed.due, placed.monday) for placed in plan)
    return late + sum(cost_of_leaving(case, due) for due in left)


def cost_of_leaving(case: Case, due: Due) -> int:
    """Two lengths of the programme, and the weeks that it was late before its first."""
    overdue = weeks_late(case, due, first_monday(case) - WEEK)
    return dict(case.programme.late_weights)[due.kind] * (2 * len(mondays(case)) + overdue)


def site_weeks_by_term(case: Case) -> Counter[str]:
    """The weeks in which somebody may be on site, by the term that they lie in."""
    programme = case.programme
    found: Counter[str] = Counter()
    for monday in mondays(case):
        days = weekdays(monday, 1)
        closed = [(span.first_day, span.last_day) for span in (*programme.breaks, *programme.pauses)]
        closed += [(day, day) for day in programme.bank_holidays]
        if days[-1] <= programme.last_day and not any(first <= day <= last for first, last in closed for day in days):
            found.update(
                term.name for term in programme.terms if all(term.first_day <= day <= term.last_day for day in days)
            )
    return found


def term_of(case: Case, monday: date) -> str:
    return next(term.name for term in case.programme.terms if term.first_day <= monday <= term.last_day)
