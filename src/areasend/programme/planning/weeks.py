"""The weeks of a programme, and for each why nobody can be on site or notified in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.programme.configuration.model import Days, Programme

_DAYS = timedelta(days=7)
_TO_FRIDAY = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Friday. `no_site`, `no_notice` say why not: the rule, and in parentheses the very day.

    `term` is the one that any of its days lies in, or empty; nobody is on site unless all five do.
    """

    index: int
    monday: date
    term: str
    no_site: str
    no_notice: str

    @property
    def friday(self) -> date:
        return self.monday + _TO_FRIDAY

    @property
    def month(self) -> tuple[int, int]:
        return self.monday.year, self.monday.month


def weeks_of(programme: Programme) -> tuple[Week, ...]:
    """Every week whose Monday lies in the programme, in order."""
    first = programme.first_day + timedelta(days=-programme.first_day.weekday() % 7)
    count = max(0, (programme.last_day - first).days // 7 + 1)
    return tuple(_week(programme, index, first + index * _DAYS) for index in range(count))


def _week(programme: Programme, index: int, monday: date) -> Week:
    friday = monday + _TO_FRIDAY
    term = _met(programme.terms, monday, friday)
    outside = "" if term else "outside the school terms"
    is_whole = any(entry.first_day <= monday and friday <= entry.last_day for entry in programme.terms)
    name = _met(programme.breaks, monday, friday)
    in_break = f"a half-term ({name})" if name else ""
    holiday = next((day for day in programme.bank_holidays if monday <= day <= friday), None)
    no_site = (
        outside
        or ("" if is_whole else "partly outside the school terms")
        or in_break
        or _met(programme.pauses, monday, friday)
        or (f"a bank holiday ({holiday})" if holiday is not None else "")
        or ("after the last day of the programme" if friday > programme.last_day else "")
    )
    return Week(index, monday, term, no_site, outside or ("" if programme.notice_in_breaks else in_break))


def _met(spans: Iterable[Days], first: date, last: date) -> str:
    return next((span.name for span in spans if span.meets(first, last)), "")
