"""On which days and at which hour a release may appear (RL01), and how long before it is announced (RL02)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from areasend.framework import WorkingDays
from areasend.publication.config import LONDON, Rule
from areasend.publication.practice.moments import day_text
from areasend.publication.practice.plan import Practice

USUAL_HOUR = time(9, 30)
NOTICE = timedelta(weeks=4)

_SATURDAY, _MONDAY = 5, 0
# Further ahead nothing is looked for: every span of so many days has a day on which a release may appear.
_HORIZON = 60


def day_faults(practice: Practice, day: date, days: WorkingDays) -> Iterator[tuple[Rule, str]]:
    """The rules that a day breaks without an exemption, each with what was found."""
    weekend = day.weekday() >= _SATURDAY
    if weekend and not practice.exempts(Rule.WEEKEND):
        yield Rule.WEEKEND, f"{day_text(day)} is on a weekend"
    if day.weekday() == _MONDAY and not practice.exempts(Rule.MONDAY):
        # Pre-release access of 24 hours would begin on a Sunday.
        yield Rule.MONDAY, f"{day_text(day)} is a Monday"
    if weekend or practice.exempts(Rule.BANK_HOLIDAY):
        return
    if not days.covers_from <= day <= days.covers_to:
        yield (
            Rule.BANK_HOLIDAY,
            f"bank holidays are known from {days.covers_from} to {days.covers_to}, which leaves out {day_text(day)}",
        )
    elif not days.is_working_day(day):
        yield Rule.BANK_HOLIDAY, f"{day_text(day)} is a bank holiday"


def next_moment(practice: Practice, *, now: datetime, days: WorkingDays) -> datetime | None:
    """The next moment at which the rules of days, hour and notice let a release appear.

    That is the planned moment where it is still to come and keeps the rules; `now` in the hours after it; otherwise the
    first for which a new date could be set. None where the bank holidays are not known.
    """
    today = now.astimezone(LONDON).date()
    due = practice.published == today and now.timestamp() >= practice.moment_on(today).timestamp()
    if due and not any(day_faults(practice, today, days)):
        return now
    first = today if practice.published is None else max(today, practice.published)
    if not practice.exempts(Rule.NOTICE):
        first = max(first, (practice.announced or today) + NOTICE)
    for ahead in range(_HORIZON):
        moment = practice.moment_on(first + timedelta(days=ahead))
        if moment.timestamp() >= now.timestamp() and not any(day_faults(practice, moment.date(), days)):
            return moment
    return None
