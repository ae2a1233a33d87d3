"""Days and moments in words. No locale: the words are English ones."""

from datetime import date, datetime

from areasend.publication.config import LONDON
from areasend.statistics import long_date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_text(day: date) -> str:
    """
    >>> day_text(date(2025, 6, 26))
    'Thursday 26 June 2025'
    """
    return f"{_WEEKDAYS[day.weekday()]} {long_date(day)}"


def moment_text(moment: datetime) -> str:
    """A moment as the clocks of London show it, with the offset that tells an hour shown twice apart.

    >>> moment_text(datetime.fromisoformat("2025-06-26T08:30:00+00:00"))
    'Thursday 26 June 2025, 09:30 (+01:00)'
    """
    there = moment.astimezone(LONDON)
    offset = there.isoformat()[-6:]
    return f"{day_text(there.date())}, {there:%H:%M} ({offset})"
