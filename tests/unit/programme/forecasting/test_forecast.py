"""A forecast as a whole: what it adds up to, what it refuses, the records it draws from, and the capacity that does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.forecast_programmes import FRAMEWORK, programme, records

from areasend.programme import Kind, NothingToForecast
from areasend.programme.configuration.model import AreaRule, Begun, Done, Limits, Pin, Team
from areasend.programme.forecasting import EndRow, Enough, Forecast, Settings, forecast_of
from areasend.programme.forecasting.capacity import least_enough, paced
from areasend.programme.forecasting.intervals import Interval, interval_of
from areasend.programme.forecasting.observed import observed_in
from areasend.programme.planning import weeks_of
from areasend.snapshot import Snapshot

AS_AT, END = date(2024, 12, 31), date(2027, 12, 31)
# docs/domain.md, 9.3.
REGIONS = {
    "East Midlands": (1, 0, 4),
    "East of England": (1, 1, 2),
    "London": (3, 6, 1),
    "North East, Yorkshire and the Humber": (4, 5, 0),
    "North West": (1, 3, 4),
    "South East": (1, 6, 1),
    "South West": (2, 2, 1),
    "West Midlands": (1, 3, 1),
}


def forecast(as_at: date = AS_AT, until: date = END, draws: int = 40, seed: int = 1, **changed: object) -> Forecast:
    asked = programme(as_at, until, **changed)
    return forecast_of(records(as_at), FRAMEWORK, asked, Settings(draws=draws, seed=seed, until=until))


@pytest.fixture(scope="module")
def usual() -> Forecast:
    return forecast()


def test_outcomes_are_counted_by_region_and_lags_taken_from_the_records() -> None:
    observed = observed_in(records(AS_AT), FRAMEWORK)
    assert dict(zip(observed.regions, observed.counts, strict=True)) == REGIONS
    assert observed.totals == (14, 26, 14)
    assert len(observed.lags) == 54
    # Rotherham's report came after 41 calendar days, North Yorkshire's after 145 (docs/domain.md, 4.3: 29 and 100
    # working days).
    assert (observed.lags[0], observed.lags[-1]) == (41, 145)


def test_terms_and_years_are_those_of_the_programme(usual: Forecast) -> None:
    seasons = [f"{season} {year}" for year in (2025, 2026, 2027) for season in ("spring", "summer", "autumn")]
    assert [row.term for row in usual.terms] == seasons
    assert [row.year for row in usual.years] == [2025, 2026, 2027]
    assert (usual.areas, usual.waiting_first) == (153, 99)
    # One full inspection a week at the most.
    assert all(row.full.high_90 <= usual.open_weeks_a_year for row in usual.years)


def test_follow_ups_come_when_the_rules_say(usual: Forecast) -> None:
    rows = {row.term: row for row in usual.terms}
    # The first inspections of the cycle were in January and February 2023: 36 months later, less half a year.
    assert rows["spring 2025"].repeat == rows["summer 2025"].repeat == Interval(0, 0, 0, 0, 0)
    found = forecast(count=9, limits=Limits(), draws=20)
    assert {row.term: row.repeat for row in found.terms}["autumn 2025"].low_90 > 0
    # 14 areas had the third outcome by then, and the records hold no monitoring inspection of them.
    of_2025 = sum(rows[f"{season} 2025"].monitoring.median for season in ("spring", "summer", "autumn"))
    assert 8 <= of_2025 <= 14


def test_a_team_that_leaves_inspects_no_more() -> None:
    """One team, there to the end of July 2025; another that never is while anything is on site."""
    teams = (Team(name="A", last_day=date(2025, 7, 31)), Team(name="B", first_day=date(2027, 12, 27)))
    found = forecast(draws=5, teams=teams)
    by_term = {row.term: row.first.high_90 + row.repeat.high_90 + row.monitoring.high_90 for row in found.terms}
    assert by_term["spring 2025"] > 0
    assert by_term["summer 2025"] > 0
    assert {number for term, number in by_term.items() if term not in ("spring 2025", "summer 2025")} == {0}


def test_the_capacity_that_is_enough_is_the_least_that_is(usual: Forecast) -> None:
    (end,) = [row for row in usual.ends if row.day == END]
    assert end.chance == 0
    assert end.left is not None
    # A place a week, and every one is taken by a first inspection, which weighs more; the 40 that repeat those of 2023
    # and 2024 without the first outcome wait (26 and 14: docs/domain.md, 12.1).
    places = sum(row.full.median for row in usual.years)
    assert end.left == Interval(*[99 - places] * 5)
    assert end.overdue == Interval(40, 40, 40, 40, 40)
    assert end.enough is not None
    assert end.all_in_time is not None
    # 99 in three years: 33 a year; some weeks are lost in January, before anybody can be notified. With the 40 it is
    # 46 a year (docs/domain.md, 11: up to 46).
    assert 33 <= end.enough.full_a_year <= 36
    assert 45 <= end.all_in_time.full_a_year <= 50
    assert end.enough.reached >= 0.9
    assert end.all_in_time.reached >= 0.9
    (later,) = [row for row in usual.ends if row.day != END]
    assert later == EndRow(wordings=later.wordings, day=date(2028, 8, 31))


ALIKE = tuple((kind, 1) for kind in (Kind.FIRST_FULL, Kind.NEXT_FULL, Kind.MONITORING))


def test_where_all_kinds_weigh_alike_the_earliest_day_goes_first() -> None:
    """Repeats that were due in 2026 and 2027 go before first inspections, which are due at the end of 2027."""
    (end, _) = forecast(late_weights=ALIKE, draws=20).ends
    assert end.overdue is not None
    assert end.left is not None
    assert end.overdue.high_90 <= 2
    assert end.left.low_90 > 40


def test_a_year_counts_what_had_begun_in_it() -> None:
    """28 a year are the most, and 20 of 2025 began before the first week that is open."""
    begun = tuple(Begun(region="London", kind=Kind.FIRST_FULL, day=date(2025, 1, 2)) for _ in range(20))
    found = forecast(begun=begun, limits=Limits(full_per_week=1, full_per_year=28), draws=5, until=date(2026, 12, 31))
    assert [row.full.median for row in found.years] == [8, 28]


def test_the_number_that_is_enough_counts_what_the_year_has_had() -> None:
    """With 99 by the end of 2025, and 60 begun in that year already, 159 a year are the least."""
    until = date(2025, 12, 31)
    begun = tuple(Begun(region="London", kind=Kind.FIRST_FULL, day=date(2025, 1, 2)) for _ in range(60))
    (row,) = forecast(until=until, begun=begun, draws=5).ends[:1]
    assert row.day == until
    assert row.enough is not None
    assert row.enough.full_a_year == 99 + 60


def test_the_days_asked_for_are_answered_and_aimed_at() -> None:
    asked = programme(AS_AT, END, limits=Limits(full_per_week=2), count=8)
    by = (date(2026, 12, 31), END)
    found = forecast_of(records(AS_AT), FRAMEWORK, asked, Settings(draws=20, seed=1, until=END, by=by))
    early, late = found.ends
    assert (early.day, early.wordings, late.day) == (*[by[0], ()], END)
    # Some 126 places in two years are enough for 99, where repeats give way; by the end of 2027 all have room.
    assert (early.chance, late.chance) == (1.0, 1.0)
    assert early.enough is not None
    assert late.enough is not None
    assert early.enough.full_a_year > late.enough.full_a_year


def test_where_no_end_of_the_cycle_lies_in_the_forecast_its_last_day_is_answered() -> None:
    found = forecast(until=date(2026, 7, 31), draws=5)
    assert [(row.day, row.chance is None) for row in found.ends] == [
        (date(2026, 7, 31), False),
        (date(2027, 12, 31), True),
        (date(2028, 8, 31), True),
    ]


@pytest.mark.parametrize("day", [AS_AT, date(2028, 1, 1)])
def test_a_day_outside_the_forecast_is_refused(day: date) -> None:
    with pytest.raises(NothingToForecast, match="Choose another --by, or another --until"):
        forecast_of(
            records(AS_AT), FRAMEWORK, programme(AS_AT, END), Settings(draws=5, seed=1, until=END, by=(END, day))
        )


def test_a_forecast_that_ends_before_a_whole_week_is_refused() -> None:
    with pytest.raises(NothingToForecast, match="No whole week of a term lies between 2024-12-31 and 2025-01-04"):
        forecast_of(records(AS_AT), FRAMEWORK, programme(AS_AT, END), Settings(draws=5, seed=1, until=date(2025, 1, 4)))


def test_twice_the_capacity_is_enough() -> None:
    found = forecast(count=9, limits=Limits(), draws=20)
    (end,) = [row for row in found.ends if row.day == END]
    assert (end.chance, end.left) == (1.0, Interval(0, 0, 0, 0, 0))


def test_no_capacity_is_enough_for_a_day_before_anybody_can_be_notified() -> None:
    found = forecast(
        as_at=date(2024, 12, 31), until=date(2028, 8, 31), teams=(Team(name="One", first_day=date(2028, 1, 3)),)
    )
    assert (found.ends[0].chance, found.ends[0].enough, found.ends[0].all_in_time) == (0.0, None, None)
    assert found.ends[1].enough is not None


def test_where_every_area_has_had_its_first_no_capacity_is_needed() -> None:
    done = tuple(
        Done(gss_code=area.gss_code, kind=Kind.FIRST_FULL, day=AS_AT.replace(year=2026))
        for area in records(AS_AT).existing_areas
    )
    found = forecast(done=done)
    assert found.waiting_first == 0
    assert [(row.chance, row.enough) for row in found.ends] == [(1.0, Enough(full_a_year=0, reached=1.0)), (None, None)]


@pytest.mark.parametrize("rough", [0, 1, 20, 35, 36, 37, 50, 61])
def test_the_least_number_is_found_however_far_off_the_first_draws_are(rough: int) -> None:
    """Chances rise by a tenth with each number; 36 is the first to reach 0.9."""
    found = least_enough(
        lambda number: float(number >= rough),
        lambda number: min(1.0, max(0, number - 27) / 10),
        wanted=0.9,
        first=5,
        most=100,
    )
    assert found == (36, 0.9)


def test_no_number_is_found_where_none_is_enough_and_none_is_asked_for_where_nothing_is_needed() -> None:
    asked: list[int] = []

    def never(number: int) -> float:
        asked.append(number)
        return 0.0

    assert least_enough(never, never, wanted=0.9, first=5, most=100) == (None, None)
    assert asked == [0, 5, 10, 20, 40, 80, 160]
    assert least_enough(lambda number: 1.0, lambda number: 1.0, wanted=0.9, first=5, most=100) == (0, 1.0)


def test_a_pace_is_even_over_the_open_weeks() -> None:
    weeks = weeks_of(programme(AS_AT, END))
    asked = [week.index for week in weeks if not week.no_site]
    per_year = max(sum(weeks[index].monday.year == year for index in asked) for year in (2025, 2026, 2027))
    for full_a_year in (0, 1, 20, per_year, 50):
        pace = paced(full_a_year, weeks, asked, 153).pace
        assert pace is not None
        assert {pace[index] for index in asked} <= {full_a_year // per_year, -(-full_a_year // per_year)}
        assert sum(pace) == full_a_year * len(asked) // per_year
        assert sum(pace) == sum(pace[index] for index in asked)


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    until = date(2025, 12, 31)
    assert forecast(draws=10, seed=3, until=until) == forecast(draws=10, seed=3, until=until)
    assert forecast(draws=10, seed=3, until=until) != forecast(draws=10, seed=4, until=until)


def test_draws_in_several_blocks_are_all_counted() -> None:
    told: list[str] = []
    asked = programme(AS_AT, date(2025, 4, 30), limits=Limits(full_per_week=1))
    settings = Settings(draws=501, seed=1, until=date(2025, 4, 30))
    found = forecast_of(records(AS_AT), FRAMEWORK, asked, settings, told.append)
    assert found.terms[0].first.high_90 > 0
    assert told[:4] == ["drawing: 0 %", "drawing: 50 %", "drawing for 2025-04-30: 0 %", "drawing for 2025-04-30: 50 %"]


def test_provisional_records_without_dates_or_outcome_are_followed_up_too() -> None:
    """As at 30 June 2026, with Cornwall's second inspection, three inspections have no dates and one no outcome."""
    as_at = date(2026, 6, 30)
    found = forecast(as_at=as_at, until=date(2027, 7, 31), draws=60, late_weights=ALIKE)
    assert found.waiting_first == 57
    assert sum(found.observed.totals) == 96
    # 40 of those in 2023 and 2024 were not positive: their next is due within 36 months, and few weeks are open.
    assert total(found, "repeat") >= 15


def missing(field: str) -> Callable[[Snapshot], Snapshot]:
    return lambda held: replace(held, inspections=tuple(replace(entry, **{field: None}) for entry in held.inspections))


def total(found: Forecast, kind: str) -> int:
    return sum(getattr(row, kind).median for row in found.terms)


@pytest.mark.parametrize("field", ["outcome", "publication_date", "inspection_end"])
def test_an_inspection_with_something_missing_is_followed_up_from_what_is_known(field: str) -> None:
    """Of one outcome, one day missing in turn, in the inspections of two areas; the others tell of lags."""
    held = records(AS_AT)
    codes = {entry.gss_code for entry in held.inspections if entry.outcome == "widespread_systemic_failings"}
    changed = tuple(
        replace(entry, **{field: None} | ({"inspection_start": None} if field == "inspection_end" else {}))
        if entry.gss_code in codes
        else entry
        for entry in held.inspections
    )
    until = date(2027, 7, 31)
    asked = programme(AS_AT, until, count=9, limits=Limits())
    settings = Settings(draws=100, seed=1, until=until)
    whole = forecast_of(held, FRAMEWORK, asked, settings)
    found = forecast_of(replace(held, inspections=changed), FRAMEWORK, asked, settings)
    # Drawn outcomes are of the third kind less often than all; missing days change little.
    if field == "outcome":
        assert total(found, "monitoring") < total(whole, "monitoring")
    else:
        assert abs(total(found, "monitoring") - total(whole, "monitoring")) <= 3
    assert abs(total(found, "repeat") - total(whole, "repeat")) <= 8


def test_a_monitoring_inspection_that_was_made_is_not_made_again() -> None:
    held = records(AS_AT)
    done = tuple(
        Done(gss_code=entry.gss_code, kind=Kind.MONITORING, day=AS_AT)
        for entry in held.inspections
        if entry.outcome == "widespread_systemic_failings"
    )
    assert total(forecast(until=date(2025, 7, 31), done=done), "monitoring") == 0
    without_days = replace(
        held,
        inspections=tuple(replace(entry, publication_date=None) for entry in held.inspections[:40])
        + held.inspections[40:],
    )
    asked = programme(AS_AT, date(2025, 7, 31), done=done)
    found = forecast_of(without_days, FRAMEWORK, asked, Settings(draws=10, seed=1, until=date(2025, 7, 31)))
    assert total(found, "monitoring") == 0


def test_rules_of_one_area_hold() -> None:
    """Every area but one cannot be inspected before 2026."""
    codes = sorted(area.gss_code for area in records(AS_AT).existing_areas)
    rules = tuple(
        AreaRule(gss_code=code, not_before=date(2026, 1, 1), not_after=None, reason="a reason") for code in codes[1:]
    )
    found = forecast(until=date(2025, 12, 19), areas=rules, draws=5)
    assert total(found, "first") + total(found, "repeat") + total(found, "monitoring") <= 1


def test_a_pinned_inspection_comes_first_in_its_week() -> None:
    held = records(AS_AT)
    inspected = {entry.gss_code for entry in held.inspections}
    last = max(area.gss_code for area in held.existing_areas if area.gss_code not in inspected)
    pin = Pin(gss_code=last, kind=Kind.FIRST_FULL, monday=date(2025, 6, 9))
    others = tuple(
        AreaRule(gss_code=area.gss_code, not_before=date(2026, 1, 1), not_after=None, reason="a reason")
        for area in held.existing_areas
        if area.gss_code != last
    )
    found = forecast(until=date(2025, 12, 19), areas=others, pins=(pin,), draws=5)
    assert {row.term: row.first.median for row in found.terms} == {"spring 2025": 0, "summer 2025": 1, "autumn 2025": 0}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"draws": 0}, "0 draws: ask for 1 to 100,000"),
        ({"draws": 100_001}, "100001 draws"),
        ({"seed": -1}, "seed -1 is below 0"),
        ({"until": AS_AT}, "is not after 2024-12-31"),
        ({"until": date(2028, 1, 1)}, "The programme ends on 2027-12-31"),
    ],
)
def test_numbers_and_days_that_make_no_sense_are_refused(settings: dict[str, object], said: str) -> None:
    with pytest.raises(NothingToForecast, match=said):
        forecast_of(
            records(AS_AT),
            FRAMEWORK,
            programme(AS_AT, END),
            Settings(**({"draws": 5, "seed": 1, "until": END} | settings)),
        )


def test_a_programme_without_weeks_or_teams_and_records_without_reports_are_refused() -> None:
    with pytest.raises(NothingToForecast, match="No week between 2024-12-31 and 2027-12-31 can hold a full inspection"):
        forecast(teams=())
    with pytest.raises(NothingToForecast, match="nothing says how long a report takes"):
        observed_in(missing("publication_date")(records(AS_AT)), FRAMEWORK)


def test_intervals_are_numbers_that_were_drawn() -> None:
    # Of 1 to 100 the 5th, 25th, 50th, 75th and 95th in order.
    found = interval_of(np.arange(100, 0, -1))
    assert found == Interval(5, 25, 50, 75, 95)
    assert interval_of(np.array([7])) == Interval(7, 7, 7, 7, 7)
