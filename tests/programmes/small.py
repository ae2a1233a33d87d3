"""Small programmes and dues by hand: a term without holidays unless a test gives some."""

from datetime import date
from typing import Any

from areasend.programme.activities import Due, Kind, Window
from areasend.programme.configuration.model import Days, Limits, Pin, Programme, Shape, Team

AS_AT = date(2025, 12, 31)
FIRST_MONDAY = date(2026, 1, 5)
THREE_WEEKS = Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=1)
ONE_WEEK = Shape(notification_weeks=0, preparation_weeks=0, on_site_weeks=1)


def programme(**changes: Any) -> Programme:
    """Twelve weeks of one term from Monday 5 January 2026 to Friday 27 March, one team, one week for an inspection."""
    values: dict[str, Any] = {
        "title": "By hand",
        "first_day": FIRST_MONDAY,
        "last_day": date(2026, 3, 27),
        "teams": (Team(name="Team A"),),
        "terms": (Days(name="spring", first_day=date(2026, 1, 5), last_day=date(2026, 3, 27)),),
        "breaks": (),
        "pauses": (),
        "bank_holidays": (),
        "full": ONE_WEEK,
        "monitoring": ONE_WEEK,
        "limits": Limits(),
    }
    return Programme(**(values | changes))


def due(code: str, kind: Kind = Kind.FIRST_FULL, region: str = "London", follows: str = "", **window: date) -> Due:
    """What is due for an area of any name; `window` may name not_before, about and not_after."""
    return Due(
        id=f"{code}-{kind.key}",
        kind=kind,
        gss_code=code,
        local_area=f"Area {code}",
        region=region,
        window=Window(**{"not_before": None, "about": None, "not_after": None} | window),
        rule="as the test says",
        version="2025",
        source="a test",
        follows=follows,
    )


def pin(code: str, monday: date, kind: Kind = Kind.FIRST_FULL, team: str | None = None, announced: bool = False) -> Pin:
    return Pin(gss_code=code, kind=kind, monday=monday, team=team, announced=announced)
