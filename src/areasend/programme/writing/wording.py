"""Dates and counts in the words of plans."""

from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: date) -> str:
    """
    >>> day_words(date(2026, 11, 2))
    '2 November 2026'
    """
    return f"{day.day} {month_words(day)}"


def month_words(day: date) -> str:
    """
    >>> month_words(date(2026, 11, 2))
    'November 2026'
    """
    return f"{_MONTHS[day.month - 1]} {day.year}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """
    >>> counted(1, "week"), counted(2, "week"), counted(1200, "body", "bodies")
    ('1 week', '2 weeks', '1,200 bodies')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
