"""Programmes of a quarter of a year, small enough to be worked out by hand.

Week 0 begins on Monday 6 January 2025, week 12 on 31 March. The terms are weeks 0 to 5 (January) and 7 to 12 (March);
week 6 is half-term. An inspection takes its team for three weeks, the third of them on site.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from areasend.programme import Due, Kind, Programme, Window
from areasend.programme.configuration import Days, Limits, Shape, Team
from areasend.programme.planning import Placement, Problem, Solution, problem_of

AS_AT = date(2024, 12, 31)
MONDAY = date(2025, 1, 6)
NORTH, SOUTH = "North West", "South West"

USUAL = Programme(
    title="A quarter",
    first_day=date(2025, 1, 1),
    last_day=date(2025, 4, 4),
    teams=(Team(name="Red"),),
    terms=(
        Days(name="January", first_day=date(2025, 1, 6), last_day=date(2025, 2, 14)),
        Days(name="March", first_day=date(2025, 2, 24), last_day=date(2025, 4, 4)),
    ),
    breaks=(),
    pauses=(),
    bank_holidays=(),
    full=Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=1),
    monitoring=Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=1),
    limits=Limits(),
)


def programme(**changes: Any) -> Programme:
    """The usual one, in which only what a test says differs."""
    return replace(USUAL, **changes)


def teams(*names: str) -> tuple[Team, ...]:
    return tuple(Team(name=name) for name in names)


def monday(week: int) -> date:
    return MONDAY + timedelta(weeks=week)


def due(
    number: int,
    *,
    kind: Kind = Kind.FIRST_FULL,
    region: str = NORTH,
    by: int | None = None,
    after: int | None = None,
    uncertain: tuple[str, ...] = (),
) -> Due:
    """Area `number` is due for `kind`, not before the Monday of week `after` and not after the Friday of week `by`."""
    code = f"E06{number:06d}"
    return Due(
        id=f"{code}-{kind.key}",
        kind=kind,
        gss_code=code,
        local_area=f"Area {number}",
        region=region,
        window=Window(
            not_before=monday(after) if after is not None else None,
            about=None,
            not_after=monday(by) + timedelta(days=4) if by is not None else None,
        ),
        rule="a rule in words",
        version="2023-01",
        source="handbook, 1",
        uncertain=uncertain,
    )


def problem(dues: Iterable[Due], made: Programme = USUAL, *, key: bytes = b"") -> Problem:
    return problem_of(dues, made, AS_AT, key=key)


def solution(of: Problem, *placed: tuple[int, int] | tuple[int, int, int], best: bool = True) -> Solution:
    """Task and week, and the class of teams where it is not the first; the other tasks are left."""
    placements = tuple(Placement(entry[0], entry[1], entry[2] if len(entry) == 3 else 0) for entry in sorted(placed))
    there = {entry.task for entry in placements}
    return Solution(
        placements=placements,
        left=tuple(place for place in range(len(of.tasks)) if place not in there),
        lateness=10,
        bound=10 if best else 4,
        unevenness=0,
        work=1.0,
    )
