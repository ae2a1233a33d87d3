"""Every figure in tidy form: once, with its value, its two dates and the period that it stands for."""

from functools import lru_cache

import pytest
from tests.factories import area, day, document, inspection, population, printed, register, visit

from areasend.register import packaged_register
from areasend.statistics import Counted, Figure, count_population


@lru_cache
def counted(as_at: str, published_by: str = "") -> Counted:
    return count_population(population(packaged_register(), day(as_at), day(published_by) if published_by else None))


def column(found: Counted, name: str) -> dict[str, str]:
    table = found.observations
    place, key = table.heading.index(name), table.heading.index("figure_id")
    return {row[key]: row[place] for row in table.text_rows()}


@pytest.mark.parametrize("as_at", ["2024-12-31", "2026-06-30"])
def test_every_figure_is_an_observation(as_at: str) -> None:
    found = counted(as_at)
    figures: list[Figure] = [figure for table in found.tables for figure in table.figures()]
    value = found.observations.heading.index("value")
    assert [(row.key, row.cells[value]) for row in found.observations.rows] == [(f.id, f.text) for f in figures]


@pytest.mark.parametrize("as_at", ["2024-12-31", "2026-06-30"])
def test_no_figure_is_observed_twice(as_at: str) -> None:
    ids = [row[0] for row in counted(as_at).observations.text_rows()]
    assert len(ids) == len(set(ids))
    assert counted(as_at).observations.heading[0] == "figure_id"


@pytest.mark.parametrize(
    ("as_at", "published_by", "dates"),
    [("2024-12-31", "", ("2024-12-31", "[z]")), ("2024-12-31", "2024-06-30", ("2024-12-31", "2024-06-30"))],
)
def test_every_observation_has_the_two_dates_of_its_release(
    as_at: str, published_by: str, dates: tuple[str, str]
) -> None:
    found = counted(as_at, published_by)
    assert set(zip(column(found, "as_at").values(), column(found, "published_by").values(), strict=True)) == {dates}


@pytest.mark.parametrize(
    ("figure", "period"),
    [
        ("outcomes-in-year.england.total", "2024-01-01/2024-08-15"),
        ("outcomes-since-2023.england.total", "2023-01-01/2024-08-15"),
        ("outcomes-by-region.london.total", "2023-01-01/2024-08-15"),
        ("outcomes-by-year.2023.total", "2023-01-01/2023-12-31"),
        ("outcomes-by-year.2024.inconsistent", "2024-01-01/2024-08-15"),
        ("outcomes-by-year.england.total", "2023-01-01/2024-08-15"),
        ("outcomes-by-quarter.2023-q1.total", "2023-01-01/2023-03-31"),
        ("outcomes-by-quarter.2023-q4.total", "2023-10-01/2023-12-31"),
        ("outcomes-by-quarter.2024-q2.total", "2024-04-01/2024-06-30"),
        ("outcomes-by-quarter.2024-q3.total", "2024-07-01/2024-08-15"),
        ("working-days-to-publication.2023.median", "2023-01-01/2023-12-31"),
        ("working-days-to-publication.2024.reports", "2024-01-01/2024-08-15"),
        ("working-days-to-publication.england.median", "2023-01-01/2024-08-15"),
        ("working-days-to-publication.inconsistent.reports", "2023-01-01/2024-08-15"),
        ("inspections.E06000052-2023-02-06.working_days_to_publication", "2023-02-06/2023-02-10"),
        ("thematic-visits.2023.local_areas", "2023-01-01/2023-12-31"),
        ("coverage.england.local_areas", "2023-01-01/2024-08-15"),
    ],
)
def test_a_figure_is_observed_in_the_period_that_it_stands_for(figure: str, period: str) -> None:
    """As at 15 August 2024, so that a year and a quarter are under way."""
    assert column(counted("2024-08-15"), "time_period")[figure] == period


def test_a_quoted_figure_has_the_period_of_its_publication() -> None:
    periods = column(counted("2026-06-30"), "time_period")
    quoted = {
        period for figure, period in periods.items() if figure.split(".")[0] in ("survey-returns", "reconciliation")
    }
    assert quoted == {"2023-01-01/2024-12-31"}


def test_what_has_no_dates_is_observed_in_the_period_of_its_table() -> None:
    made = register(
        [area(1)],
        [inspection(area(1), None, published=day("2025-05-13"))],
        visits=[visit(area(1))],
        documents=[document()],
        printed_figures=[printed("p-1", "1", as_at=day("2023-12-31"))],
    )
    periods = column(count_population(population(made, day("2025-06-30"))), "time_period")
    undated = "inspections.E06000001-published-2025-05-13.working_days_to_publication"
    assert periods[undated] == "2023-01-01/2025-06-30"
    assert periods["reconciliation.p-1.printed"] == "2023-01-01/2023-12-31"
