"""Working days of England and calendar arithmetic in months.

A working day is Monday to Friday and no bank holiday. Counts exclude the first day and include the last, as periods
that run "from" an event do. Months are added by the calendar; a day that the month lacks becomes its last day.
"""

import calendar
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.framework.errors import OutsideCalendar


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkingDays:
    """England's working days between two dates for which bank holidays are recorded."""

    covers_from: date
    covers_to: date
    bank_holidays: tuple[date, ...]

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is from Monday to Friday and no bank holiday. Raises `OutsideCalendar`."""
        self._require(day)
        return day.weekday() < 5 and day not in self.bank_holidays

    def between(self, start: date, end: date) -> int:
        """The number of working days after `start`, up to and with `end`; negative when `end` is earlier.

        >>> days = WorkingDays(covers_from=date(2024, 1, 1), covers_to=date(2024, 12, 31), bank_holidays=())
        >>> days.between(date(2024, 10, 4), date(2024, 10, 7))
        1
        """
        self._require(start)
        self._require(end)
        if end < start:
            return -self.between(end, start)
        return self._up_to(end) - self._up_to(start)

    def _up_to(self, day: date) -> int:
        """Working days from the fixed Monday 1 January 1900 up to and with `day`; only differences mean anything."""
        weeks, rest = divmod((day - date(1900, 1, 1)).days + 1, 7)
        return weeks * 5 + min(rest, 5) - bisect_right(self.bank_holidays, day)

    def _require(self, day: date) -> None:
        if not self.covers_from <= day <= self.covers_to:
            raise OutsideCalendar(
                f"Working days are known from {self.covers_from} to {self.covers_to}, but {day} was asked for. "
                "Add the bank holidays of that year to framework/data/calendar.toml."
            )


def add_months(day: date, months: int) -> date:
    """`day` moved by whole calendar months.

    >>> add_months(date(2024, 2, 29), 36)
    datetime.date(2027, 2, 28)
    """
    years, month0 = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month0 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last))


def last_day_of_quarter(day: date) -> date:
    """The last day of the calendar quarter in which `day` lies.

    >>> last_day_of_quarter(date(2024, 2, 29))
    datetime.date(2024, 3, 31)
    """
    first_of_next = add_months(date(day.year, 3 * ((day.month - 1) // 3) + 1, 1), 3)
    return first_of_next - timedelta(days=1)
