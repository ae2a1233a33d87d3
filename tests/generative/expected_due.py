"""What is due in an area after its inspections, worked out by itself.

From the rules in docs/domain.md, sections 3.2 and 3.3, and the boxes of published reports, with another calendar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta
from tests.factories import WIDESPREAD
from tests.generative.histories import AS_AT, UPDATE, YEARS, Inspected

CYCLE = (date(2023, 1, 1), date(2027, 12, 31))
DAY = timedelta(1)


@dataclass(frozen=True)
class Recorded:
    """An inspection as the records have it: some lack their days, some their outcome, some their report."""

    start: date | None
    end: date | None
    published: date | None
    outcome: str | None


@dataclass(frozen=True)
class Expected:
    """What is due: kind, version and the three days of its window, as they are told; and when it is first due."""

    kind: str
    version: str
    not_before: date
    about: date | None
    not_after: date | None
    starts: date

    @property
    def told(self) -> tuple[str, str, date, date | None, date | None]:
        return self.kind, self.version, self.not_before, self.about, self.not_after


def recorded(found: Inspected, chance: Random) -> Recorded:
    if found.published is not None and chance.random() < 0.1:
        return Recorded(None, None, found.published, found.outcome if chance.random() < 0.8 else None)
    return Recorded(found.start, found.end, found.published, found.outcome if chance.random() < 0.9 else None)


def expected(since: date | None, inspections: Sequence[Recorded]) -> list[Expected]:
    """The full and monitoring inspections that are due as at the date."""
    latest = None
    for found in sorted(inspections, key=lambda found: found.end or found.published):
        if (found.end or found.published) <= AS_AT:
            latest = found
    if latest is None:
        version = "2025-06" if AS_AT >= UPDATE else "2023-01"
        return [Expected("first full inspection", version, max(CYCLE[0], since or CYCLE[0]), None, CYCLE[1], AS_AT)]
    return [*_next_full(latest), *_monitoring(latest)]


def _version(latest: Recorded) -> str:
    return "2023-01" if (latest.start or latest.published) < UPDATE else "2025-06"


def _next_full(latest: Recorded) -> Iterator[Expected]:
    free = (latest.published or latest.end) + DAY
    years = [YEARS[latest.outcome]] if latest.outcome else sorted(set(YEARS.values()))
    day = latest.end or latest.published
    soonest, last = day + relativedelta(years=years[0]), day + relativedelta(years=years[-1])
    about = last if latest.end and latest.outcome else None
    yield Expected("next full inspection", _version(latest), free, about, last, soonest)


def _monitoring(latest: Recorded) -> Iterator[Expected]:
    if latest.outcome != WIDESPREAD:
        return
    free, version = (latest.published or latest.end) + DAY, _version(latest)
    about = latest.published and latest.published + relativedelta(months=18)
    starts = about or latest.end + relativedelta(months=18)
    if version == "2023-01":
        yield Expected("monitoring inspection", version, free, about, about, starts)
    else:
        yield Expected("monitoring inspection", version, starts, about, None, starts)
