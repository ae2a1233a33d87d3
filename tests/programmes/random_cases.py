"""Random programmes with every kind of rule, the same from the same seed."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.programmes.checker import DAY, WEEK, Case, Placed, alone, is_there, weeks_of_team

from areasend.programme.activities import Due, Kind, Window
from areasend.programme.configuration.model import (
    AreaClosed,
    AreaRule,
    Begun,
    Days,
    Done,
    Limits,
    OtherInspection,
    Pin,
    Programme,
    RegionLimit,
    Shape,
    Team,
)

REGIONS = ("London", "South West", "East Midlands")
START = date(2025, 9, 1)


def case_of(seed: int, *, areas: tuple[int, int] = (6, 24), weeks: tuple[int, int] = (12, 60)) -> Case:
    """A programme of some weeks, what is due for some areas, and the day of the records."""
    chance = Random(seed)
    first = START + chance.randrange(14) * DAY
    last = first + chance.randint(*weeks) * WEEK + chance.randrange(7) * DAY
    as_at = first + chance.randrange(-30, 15) * DAY
    codes = [f"E{number:08}" for number in range(1, chance.randint(*areas) + 1)]
    dues = tuple(due for code in codes for due in _dues(chance, code, first, last))
    values: dict[str, Any] = {
        "title": f"random {seed}",
        "first_day": first,
        "last_day": last,
        "teams": tuple(_team(chance, number, codes, first, last) for number in range(chance.randint(1, 4))),
        "bank_holidays": tuple(_day(chance, first, last) for _ in range(chance.randrange(3))),
        "full": Shape(
            notification_weeks=chance.choice((0, 1, 1)),
            preparation_weeks=chance.choice((0, 1, 1)),
            on_site_weeks=chance.choice((1, 1, 1, 2)),
        ),
        "monitoring": Shape(notification_weeks=chance.choice((0, 1)), preparation_weeks=0, on_site_weeks=1),
        "limits": _limits(chance),
        "notice_in_breaks": chance.random() < 0.5,
        "gap_weeks": chance.randrange(5),
        "months_between": chance.choice((1, 2, 6)),
        "monitoring_late_after_weeks": chance.choice((2, 26)),
        "region_limits": tuple(
            RegionLimit(region=region, per_month=chance.randint(1, 3)) for region in REGIONS if chance.random() < 0.3
        ),
        "begun": _begun(seed, as_at),
        "areas": tuple(_area_rule(chance, code, first, last) for code in codes if chance.random() < 0.2),
        "closed_areas": tuple(_closed(chance, code, first, last) for code in codes if chance.random() < 0.2),
        "other_inspections": tuple(
            _other(chance, code, first, last) for code in codes for _ in range(chance.choice((0, 0, 1, 4)))
        ),
        "done": tuple(
            Done(gss_code=code, kind=chance.choice(list(Kind)[:3]), day=as_at - chance.randrange(1, 200) * DAY)
            for code in codes
            if chance.random() < 0.1
        ),
    }
    terms, breaks, pauses = _calendar(chance, first, last)
    bare = Case(Programme(**values, terms=terms, breaks=breaks, pauses=pauses), dues, as_at)
    pins = _pins(chance, bare) if chance.random() < 0.6 else ()
    return Case(Programme(**values, terms=terms, breaks=breaks, pauses=pauses, pins=pins), dues, as_at)


def _begun(seed: int, as_at: date) -> tuple[Begun, ...]:
    """In half of all cases some inspections of the months before; by a chance of their own."""
    chance = Random(f"begun {seed}")
    number = chance.choice((0, 0, 1, 3))
    return tuple(
        Begun(region=chance.choice(REGIONS), kind=chance.choice(list(Kind)[:3]), day=as_at - chance.randrange(60) * DAY)
        for _ in range(number)
    )


def _day(chance: Random, first: date, last: date) -> date:
    return first + chance.randrange((last - first).days + 1) * DAY


def _calendar(chance: Random, first: date, last: date) -> tuple[tuple[Days, ...], tuple[Days, ...], tuple[Days, ...]]:
    """Short and long terms with holidays between them, breaks in some, and at times a pause."""
    terms, breaks = [], []
    day = first - chance.randrange(30) * DAY
    while day < last:
        end = day + chance.choice((17, 40, 75, 100)) * DAY
        terms.append(Days(name=f"term {len(terms) + 1}", first_day=day, last_day=end))
        if chance.random() < 0.5:
            start = _day(chance, day, end)
            breaks.append(Days(name="half-term", first_day=start, last_day=start + chance.choice((0, 4, 9)) * DAY))
        day = end + chance.choice((3, 14, 20)) * DAY
    pauses = []
    if chance.random() < 0.3:
        start = _day(chance, first, last)
        pauses.append(Days(name="elections", first_day=start, last_day=start + 25 * DAY))
    return tuple(terms), tuple(breaks), tuple(pauses)


def _team(chance: Random, number: int, codes: list[str], first: date, last: date) -> Team:
    away = []
    for _ in range(chance.choice((0, 0, 1, 3))):
        start = _day(chance, first, last)
        away.append(Days(name="leave", first_day=start, last_day=start + chance.randrange(15) * DAY))
    return Team(
        name=f"Team {number + 1}",
        first_day=_day(chance, first, last) if chance.random() < 0.15 else None,
        last_day=_day(chance, first, last) if chance.random() < 0.15 else None,
        away=tuple(away),
        conflicts=frozenset(code for code in codes if chance.random() < 0.1),
    )


def _limits(chance: Random) -> Limits:
    def at_most(share: float, low: int, high: int) -> int | None:
        return chance.randint(low, high) if chance.random() < share else None

    return Limits(
        per_week=at_most(0.3, 1, 2),
        per_month=at_most(0.3, 1, 5),
        per_year=at_most(0.3, 3, 15),
        full_per_week=at_most(0.4, 1, 2),
        full_per_month=at_most(0.3, 1, 4),
        full_per_year=at_most(0.3, 2, 12),
    )


def _area_rule(chance: Random, code: str, first: date, last: date) -> AreaRule:
    day, is_early = _day(chance, first, last), chance.random() < 0.5
    return AreaRule(
        gss_code=code, not_before=day if is_early else None, not_after=None if is_early else day, reason="asked for"
    )


def _closed(chance: Random, code: str, first: date, last: date) -> AreaClosed:
    start = _day(chance, first, last)
    weeks = chance.randrange(1, 9)
    # From a Monday to a Sunday: a rule of days and one of working weeks mean the same.
    start -= start.weekday() * DAY
    return AreaClosed(gss_code=code, days=Days(name="a merger", first_day=start, last_day=start + weeks * WEEK - DAY))


def _other(chance: Random, code: str, first: date, last: date) -> OtherInspection:
    start = _day(chance, first - 200 * DAY, last + 100 * DAY)
    length, is_visit = chance.randrange(12), chance.random() < 0.6
    return OtherInspection(
        gss_code=code, name="ILACS", first_day=start, last_day=start + length * DAY, is_monitoring_visit=is_visit
    )


def _dues(chance: Random, code: str, first: date, last: date) -> list[Due]:
    region = chance.choice(REGIONS)
    ends = _day(chance, first, last) if chance.random() < 0.1 else None

    def one(kind: Kind, follows: str = "", **days: date | None) -> Due:
        window = Window(**{"not_before": None, "about": None, "not_after": None} | days)
        return Due(
            id=f"{code}-{kind.key}",
            kind=kind,
            gss_code=code,
            local_area=f"Area {code}",
            region=region,
            window=window,
            rule="drawn by lot",
            version="2025",
            source="a test",
            follows=follows,
            area_ends=ends,
        )

    if chance.random() < 0.6:
        return [one(Kind.FIRST_FULL, not_before=first, not_after=chance.choice((last, _day(chance, first, last))))]
    before = _day(chance, first - 900 * DAY, first - 60 * DAY)
    about = before + timedelta(days=chance.choice((540, 1095)))
    follows = f"{code}-{before}"
    found = [one(Kind.NEXT_FULL, follows, not_before=before + 60 * DAY, about=about, not_after=about)]
    if chance.random() < 0.5:
        about = _day(chance, first - 100 * DAY, last)
        found.append(one(Kind.MONITORING, follows, not_before=about, about=about))
    if chance.random() < 0.2:
        found.append(one(Kind.ENGAGEMENT))
    return found


def _pins(chance: Random, case: Case) -> tuple[Pin, ...]:
    """One or two inspections in a week that each may have by itself; together they may clash."""
    found = []
    wanted = [due for due in case.dues if due.kind is not Kind.ENGAGEMENT]
    for due in chance.sample(wanted, min(len(wanted), chance.randint(1, 2))):
        start = case.programme.first_day
        choices = [
            Placed(due, day, team.name)
            for day in (start + number * DAY for number in range((case.programme.last_day - start).days))
            if day.isoweekday() == 1
            for team in case.programme.teams
            if due.gss_code not in team.conflicts
            and all(is_there(team, monday) for monday in weeks_of_team(case, Placed(due, day, team.name)))
        ]
        free = [placed for placed in choices if not any(alone(case, placed))]
        if free:
            placed = chance.choice(free)
            found.append(
                Pin(
                    gss_code=due.gss_code,
                    kind=due.kind,
                    monday=placed.monday,
                    team=placed.team if chance.random() < 0.5 else None,
                    announced=chance.random() < 0.5,
                )
            )
    return tuple(found)
