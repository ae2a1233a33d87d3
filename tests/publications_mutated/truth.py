"""What the packaged records say, by plain reading of their CSV files: nothing of the package under test is used."""

import csv
from fractions import Fraction
from functools import cache
from pathlib import Path

from tests.publications_mutated.model import Key, Truth

RECORDS = Path(__file__).parents[2] / "src" / "areasend" / "register" / "data" / "records"
OUTCOMES = ("typically_positive", "inconsistent", "widespread_systemic_failings")
STAFF = "practitioners"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    with (RECORDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def regions() -> dict[str, str]:
    return {row["gss_code"]: row["ofsted_region"] for row in rows("local_areas")}


def counted(as_at: str) -> Truth:
    """Inspections that ended by a day: ("inspections", "since" or a year, an outcome or "all", a region or "all");
    shares of them: ("share", period, outcome, region); local areas: ("areas",); the one exact number of responses."""

    def truth(key: Key) -> Fraction | None:
        if key[:1] == ("areas",):
            return Fraction(len(rows("local_areas")))
        if key == ("survey", "staff"):
            return next(Fraction(row["responses"]) for row in rows("survey_returns") if row["respondent"] == STAFF)
        if key[:1] not in (("inspections",), ("share",)):
            return None
        _, period, outcome, region = key
        found = _inspections(as_at, period, region)
        count = sum(outcome in ("all", row["outcome"]) for row in found)
        if key[0] == "share":
            return Fraction(100 * count, len(found)) if found else None
        return Fraction(count)

    return truth


def _inspections(as_at: str, period: str, region: str) -> list[dict[str, str]]:
    last = as_at if period in ("since", as_at[:4]) else f"{period.removeprefix('to ')}-12-31"
    first = "2023" if period == "since" or period.startswith("to ") else period
    return [
        row
        for row in rows("inspections")
        if first <= row["inspection_end"] <= min(last, as_at) and region in ("all", regions()[row["gss_code"]])
    ]
