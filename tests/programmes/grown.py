"""A programme of any number of areas over five years, as uneven as real ones, with leave and conflicts."""

from datetime import date
from random import Random

from tests.programmes.checker import DAY, WEEK, Case

from areasend.programme.activities import Due, Kind, Window
from areasend.programme.configuration.model import (
    Days,
    Limits,
    OtherInspection,
    Programme,
    RegionLimit,
    Shape,
    Team,
)

AREAS = 153
FIRST, LAST, AS_AT = date(2025, 1, 1), date(2029, 12, 31), date(2024, 12, 31)
CYCLE_ENDS = date(2027, 12, 31)
REGIONS = (
    "East Midlands",
    "East of England",
    "London",
    "North East, Yorkshire and the Humber",
    "North West",
    "South East",
    "South West",
    "West Midlands",
)
THREE_WEEKS = Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=1)


def grown(areas: int, seed: int = 0) -> Case:
    """13 areas of 20 wait for their first inspection, 4 for their next, 3 for that and a monitoring inspection."""
    chance = Random(seed)
    times = max(1, areas // AREAS)
    codes = [f"E{number:08}" for number in range(areas)]
    years = range(FIRST.year, LAST.year + 1)
    terms, breaks = [], []
    for year in years:
        terms += [
            Days(name=f"spring {year}", first_day=date(year, 1, 4), last_day=date(year, 4, 3)),
            Days(name=f"summer {year}", first_day=date(year, 4, 20), last_day=date(year, 7, 22)),
            Days(name=f"autumn {year}", first_day=date(year, 9, 1), last_day=date(year, 12, 20)),
        ]
        breaks += [
            Days(name="half-term", first_day=date(year, month, day), last_day=date(year, month, day + 4))
            for month, day in ((2, 16), (5, 26), (10, 26))
        ]
    made = Programme(
        title=f"{areas} areas",
        first_day=FIRST,
        last_day=LAST,
        teams=tuple(_team(chance, number, codes) for number in range(4 * times)),
        terms=tuple(terms),
        breaks=tuple(breaks),
        pauses=(),
        bank_holidays=(),
        full=THREE_WEEKS,
        monitoring=THREE_WEEKS,
        limits=Limits(full_per_week=times),
        region_limits=tuple(RegionLimit(region=region, per_month=2 * times) for region in REGIONS),
        other_inspections=tuple(_other(chance, code) for code in codes),
    )
    return Case(made, tuple(due for number, code in enumerate(codes) for due in _dues(chance, number, code)), AS_AT)


def _day(chance: Random) -> date:
    return FIRST + chance.randrange((LAST - FIRST).days) * DAY


def _team(chance: Random, number: int, codes: list[str]) -> Team:
    starts = [_day(chance) for _ in range(6)]
    return Team(
        name=f"Team {number + 1}",
        away=tuple(Days(name="leave", first_day=start, last_day=start + 10 * DAY) for start in starts),
        conflicts=frozenset(chance.choice(codes) for _ in range(3)),
    )


def _other(chance: Random, code: str) -> OtherInspection:
    start = _day(chance)
    return OtherInspection(
        gss_code=code, name="ILACS", first_day=start, last_day=start + 11 * DAY, is_monitoring_visit=False
    )


def _dues(chance: Random, number: int, code: str) -> list[Due]:
    def one(kind: Kind, not_before: date, about: date | None, not_after: date | None) -> Due:
        return Due(
            id=f"{code}-{kind.key}",
            kind=kind,
            gss_code=code,
            local_area=f"Area {number}",
            region=REGIONS[number % len(REGIONS)],
            window=Window(not_before=not_before, about=about, not_after=not_after),
            rule="made for measuring",
            version="2025",
            source="none",
        )

    place = number % 20
    if place < 13:
        return [one(Kind.FIRST_FULL, AS_AT + DAY, None, CYCLE_ENDS)]
    before = date(2023, 6, 1) + chance.randrange(500) * DAY
    found = [one(Kind.NEXT_FULL, before + 9 * WEEK, None, before + 156 * WEEK)]
    if place >= 17:
        about = before + 78 * WEEK
        found.append(one(Kind.MONITORING, about, about, None))
    return found
