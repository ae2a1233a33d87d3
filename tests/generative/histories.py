"""Random histories of local areas, and what is expected to follow by a calendar that is not ours.

The rules are those of docs/domain.md, section 3.2, and of the boxes in the published reports, once more.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD

AS_AT = date(2026, 12, 31)
YEARS = {POSITIVE: 5, INCONSISTENT: 3, WIDESPREAD: 3}
UPDATE = date(2025, 6, 6)
LEAP_DAYS = (date(2024, 2, 29), date(2028, 2, 29))


@dataclass(frozen=True)
class Inspected:
    start: date
    end: date
    published: date | None
    outcome: str


@dataclass(frozen=True)
class History:
    """An area's inspections, oldest first; `since` is the day of its present form, with its predecessors."""

    since: date | None
    predecessors: tuple[str, ...]
    inspections: tuple[Inspected, ...]

    @property
    def counted(self) -> tuple[Inspected, ...]:
        return tuple(found for found in self.inspections if found.end <= AS_AT)

    @property
    def latest(self) -> Inspected | None:
        return self.counted[-1] if self.counted else None


def history(chance: Random) -> History:
    """None to three inspections, some around a leap day, some of an area that was formed from others."""
    since = date(2023, 4, 1) if chance.random() < 0.2 else None
    day = (since or date(2023, 1, 1)) + timedelta(chance.randrange(500))
    found = []
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        end = LEAP_DAYS[0] if chance.random() < 0.1 and day < LEAP_DAYS[0] else day + timedelta(chance.randrange(3, 12))
        start = max(end - timedelta(chance.randrange(3, 12)), since or date(2023, 1, 1))
        published = end + timedelta(chance.randrange(20, 160)) if chance.random() < 0.9 else None
        found.append(Inspected(start, end, published, chance.choice(list(YEARS))))
        day = end + timedelta(chance.randrange(200, 700))
    return History(since, ("Old Shire", "Old Town") if since else (), tuple(found))


def histories(seed: int, number: int) -> Iterator[History]:
    chance = Random(seed)
    return (history(chance) for _ in range(number))


def next_full(found: Inspected) -> tuple[str, str]:
    """The rule in words, and the month with the words around it."""
    years = YEARS[found.outcome]
    rule = f"within approximately {years} years" if found.start < UPDATE else f"usually within {years} years"
    return rule, month("by about", found.end + relativedelta(years=years))


def monitoring(found: Inspected) -> tuple[str, str | None] | None:
    """The same of the monitoring inspection, which only the third outcome has; no month without a publication date."""
    if found.outcome != WIDESPREAD:
        return None
    before = found.start < UPDATE
    rule = "within approximately 18 months" if before else "usually 18 months after the report"
    if found.published is None:
        return rule, None
    return rule, month("by about" if before else "about", found.published + relativedelta(months=18))


def month(words: str, due: date) -> str:
    passed = " (passed)" if due <= AS_AT else ""
    return f"{words} {calendar.month_name[due.month]} {due.year}{passed}"
