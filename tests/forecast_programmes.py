"""Programmes by hand: terms of seven years, three half-terms a year, the three-week shape."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from areasend.framework import packaged_framework
from areasend.programme.configuration.model import Days, Limits, Programme, Shape, Team
from areasend.register import packaged_register
from areasend.snapshot import Snapshot, freeze

FRAMEWORK = packaged_framework()
THREE_WEEKS = Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=1)


@lru_cache(maxsize=8)
def records(as_at: date) -> Snapshot:
    """The packaged records as at a date."""
    return freeze(packaged_register(), FRAMEWORK, as_at=as_at)


def terms() -> tuple[Days, ...]:
    found = []
    for year in range(2022, 2029):
        found += [
            Days(name=f"autumn {year}", first_day=date(year, 9, 2), last_day=date(year, 12, 19)),
            Days(name=f"spring {year + 1}", first_day=date(year + 1, 1, 6), last_day=date(year + 1, 4, 2)),
            Days(name=f"summer {year + 1}", first_day=date(year + 1, 4, 20), last_day=date(year + 1, 7, 21)),
        ]
    return tuple(found)


def breaks() -> tuple[Days, ...]:
    return tuple(
        Days(name="half-term", first_day=date(year, month, first), last_day=date(year, month, last))
        for year in range(2022, 2029)
        for month, first, last in ((2, 16, 20), (5, 26, 30), (10, 26, 30))
    )


def programme(as_at: date, last_day: date, *, count: int = 4, **changed: Any) -> Programme:
    """Four teams and one full inspection a week, unless said otherwise."""
    made = Programme(
        title="Made by hand",
        first_day=as_at,
        last_day=last_day,
        teams=tuple(Team(name=f"Team {number}") for number in range(1, count + 1)),
        terms=terms(),
        breaks=breaks(),
        pauses=(),
        bank_holidays=FRAMEWORK.working_days.bank_holidays,
        full=THREE_WEEKS,
        monitoring=THREE_WEEKS,
        limits=Limits(full_per_week=1),
    )
    return replace(made, **changed)
