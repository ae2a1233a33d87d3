"""A forecast: coming inspections each term, outcomes each year, the chance of being done by a day, with intervals."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from areasend.framework import CycleEnd, Framework
from areasend.programme.configuration.model import Programme
from areasend.programme.errors import NothingToForecast
from areasend.programme.forecasting.drawing import Drawing, Report
from areasend.programme.forecasting.follow_ups import FollowUps
from areasend.programme.forecasting.intervals import interval_of
from areasend.programme.forecasting.model import EndRow, Forecast, RegionRow, Settings, TermRow, YearRow
from areasend.programme.forecasting.observed import Observed, observed_in
from areasend.programme.forecasting.simulation import Course
from areasend.programme.forecasting.standing import Standing, standing_of
from areasend.snapshot import Snapshot


def forecast_of(
    held: Snapshot, framework: Framework, programme: Programme, settings: Settings, report: Report | None = None
) -> Forecast:
    """Forecasts. `report` is told in words what is under way. Raises `NothingToForecast`."""
    if settings.until <= held.as_at:
        raise NothingToForecast(f"The last day {settings.until} is not after {held.as_at}. Choose a later --until.")
    if settings.until > programme.last_day:
        raise NothingToForecast(
            f"The programme ends on {programme.last_day}, before {settings.until}. Choose an earlier --until, or add "
            "terms to the programme file and move its last day."
        )
    _check_days(held.as_at, settings)
    observed = observed_in(held, framework)
    longest = date.fromordinal(programme.last_day.toordinal() + max(observed.lags))
    follow_ups = FollowUps(
        framework,
        observed.outcomes,
        longest,
        early_weeks=settings.early_weeks,
        late_weeks=programme.monitoring_late_after_weeks,
    )
    standing = standing_of(held, framework, programme, observed, follow_ups, settings.early_weeks)
    drawing = Drawing(standing, follow_ups, observed, settings, report or _silent)
    if not any(week.term and week.friday <= settings.until for week in standing.weeks):
        raise NothingToForecast(
            f"No whole week of a term lies between {held.as_at} and {settings.until}. Choose a later --until."
        )
    course = drawing.course(standing.capacity, settings.until, "drawing")
    version = framework.version_at(held.as_at)
    return Forecast(
        as_at=held.as_at,
        settings=settings,
        programme=programme,
        observed=observed,
        outcome_labels=tuple(version.outcome(key).short_label for key in observed.outcomes),
        waiting_first=int(standing.is_first.sum()),
        areas=standing.areas,
        terms=tuple(_terms(standing, course, settings.until)),
        years=tuple(_years(standing, course, settings.until)),
        ends=tuple(_ends(version.sure_cycle_ends, drawing, course)),
        regions=tuple(_regions(observed, drawing)),
        open_weeks_a_year=drawing.open_weeks_a_year,
    )


def _check_days(as_at: date, settings: Settings) -> None:
    for day in settings.by:
        if not as_at < day <= settings.until:
            raise NothingToForecast(
                f"The day {day} does not lie after {as_at} and by {settings.until}, the last day of the forecast. "
                "Choose another --by, or another --until."
            )


def _silent(step: str) -> None:
    """Tells nobody."""


def _terms(standing: Standing, course: Course, until: date) -> Iterator[TermRow]:
    weeks = [week for week in standing.weeks if week.term and week.friday <= until]
    for term in dict.fromkeys(week.term for week in weeks):
        inside = [week.index for week in weeks if week.term == term]
        yield TermRow(
            term=term,
            first=interval_of(course.first[:, inside].sum(axis=1)),
            repeat=interval_of(course.repeat[:, inside].sum(axis=1)),
            monitoring=interval_of(course.monitoring[:, inside].sum(axis=1)),
        )


def _years(standing: Standing, course: Course, until: date) -> Iterator[YearRow]:
    weeks = [week for week in standing.weeks if week.friday <= until]
    for year in sorted({week.monday.year for week in weeks}):
        inside = [week.index for week in weeks if week.monday.year == year]
        outcomes = course.outcomes[:, inside].sum(axis=1)
        yield YearRow(
            year=year,
            full=interval_of(outcomes.sum(axis=1)),
            outcomes=tuple(interval_of(outcomes[:, place]) for place in range(outcomes.shape[1])),
        )


def _ends(ends: tuple[CycleEnd, ...], drawing: Drawing, course: Course) -> Iterator[EndRow]:
    """Of the days asked for; else of every end of the cycle, and of the last day where none lies in the forecast."""
    settings = drawing.settings
    inside = {day for day in (end.latest for end in ends) if drawing.standing.weeks[0].monday <= day <= settings.until}
    shown = settings.by or {*(end.latest for end in ends), *(() if inside else (settings.until,))}
    for day in sorted(set(shown)):
        wordings = tuple(end.wording for end in ends if end.latest == day)
        is_inside = day in inside or day in settings.by or day == settings.until
        yield drawing.row(wordings, day, course) if is_inside else EndRow(wordings=wordings, day=day)


def _regions(observed: Observed, drawing: Drawing) -> Iterator[RegionRow]:
    drawn = np.concatenate([chances.mixes for chances in drawing.chances])
    shares = np.floor(drawn * 100 + 0.5).astype(np.int64)
    for place, region in enumerate(observed.regions):
        yield RegionRow(
            region=region,
            observed=observed.counts[place],
            shares=tuple(interval_of(shares[:, place, number]) for number in range(shares.shape[2])),
        )
