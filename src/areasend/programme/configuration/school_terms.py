"""Term dates of schools in England, as an assumption: each council sets its own, and most are within days of these.

They follow one pattern, which agrees with what many councils published for 2023/24 to 2026/27. Autumn: from the first
Monday of September to the last Friday up to 22 December. Spring: from the first Monday from 4 January to two weeks'
holiday around Easter. Summer: from there to the last Friday up to 23 July. A week of half-term lies in each.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from areasend.programme.configuration.model import Days

_DAY = timedelta(days=1)
_TO_FRIDAY = timedelta(days=4)
_FRIDAY = 4


def terms_of(year: int, bank_holidays: tuple[date, ...]) -> Iterator[Days]:
    """The terms of a calendar year: spring, summer, autumn. Raises `LookupError` if its Good Friday is not listed."""
    holidays = _easter_holidays(year, bank_holidays)
    friday = holidays.first_day - 3 * _DAY
    spring_ends = friday if friday not in bank_holidays else friday - _DAY
    summer_begins = holidays.last_day + 3 * _DAY
    while summer_begins in bank_holidays:
        summer_begins += _DAY
    yield Days(name=f"spring {year}", first_day=_monday_from(date(year, 1, 4)), last_day=spring_ends)
    yield Days(name=f"summer {year}", first_day=summer_begins, last_day=_monday_to(date(year, 7, 19)) + _TO_FRIDAY)
    yield Days(
        name=f"autumn {year}",
        first_day=_monday_from(date(year, 9, 1)),
        last_day=_monday_to(date(year, 12, 18)) + _TO_FRIDAY,
    )


def half_terms_of(year: int) -> Iterator[Days]:
    """The half-terms of a calendar year, each from Monday to Friday."""
    mondays = {
        "spring": _monday_to(date(year, 2, 18)),
        "summer": _monday_to(date(year, 5, 31)),
        "autumn": _monday_to(date(year, 10, 28)),
    }
    for term, monday in mondays.items():
        yield Days(name=f"half-term of {term} {year}", first_day=monday, last_day=monday + _TO_FRIDAY)


def _easter_holidays(year: int, bank_holidays: tuple[date, ...]) -> Days:
    """Two weeks that hold Good Friday where they can: they begin from 29 March to 10 April."""
    good_friday = next(
        (day for day in bank_holidays if day.year == year and day.month in (3, 4) and day.weekday() == _FRIDAY), None
    )
    if good_friday is None:
        raise LookupError(year)
    monday = good_friday - _TO_FRIDAY
    if monday < date(year, 3, 29):
        monday += 7 * _DAY
    elif monday > date(year, 4, 10):
        monday -= 7 * _DAY
    return Days(name=f"Easter {year}", first_day=monday, last_day=monday + 11 * _DAY)


def _monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _monday_to(day: date) -> date:
    return day - timedelta(days=day.weekday())
