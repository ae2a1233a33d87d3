"""Dates and periods as the release words them, independent of any locale."""

from dataclasses import dataclass
from datetime import date

MONTHS = (
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


def long_date(day: date) -> str:
    """
    >>> long_date(date(2024, 12, 31))
    '31 December 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """
    >>> month_year(date(2024, 12, 31))
    'December 2024'
    """
    return f"{MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{long_date(self.start)} to {long_date(self.end)}"

    @property
    def iso(self) -> str:
        return f"{self.start}/{self.end}"
