"""Inspections by outcome over time: by calendar year and by quarter, the last one to date."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from areasend.framework import last_day_of_quarter
from areasend.statistics.outcome_cells import ENGLAND, NO_TREND, label_column, outcome_columns, outcome_counts
from areasend.statistics.periods import MONTHS, Period
from areasend.statistics.population import Population
from areasend.statistics.table import Measure, Row, Table


def outcomes_by_year(population: Population) -> Table:
    """By calendar year; the last year runs to the snapshot's date."""
    spans = [(str(year.start.year), str(year.start.year), year) for year in population.years()]
    return _by_time(population, "outcomes-by-year", "year", "Calendar year", spans)


def outcomes_by_quarter(population: Population) -> Table:
    """By calendar quarter; the last quarter runs to the snapshot's date."""
    return _by_time(population, "outcomes-by-quarter", "quarter", "Quarter", list(quarters(population.since_start)))


def quarters(period: Period) -> Iterator[tuple[str, str, Period]]:
    """The key, the name and the span of each calendar quarter of a period; the last one ends with the period."""
    start = period.start
    while start <= period.end:
        end = last_day_of_quarter(start)
        number = (start.month + 2) // 3
        name = f"{MONTHS[3 * number - 3]} to {MONTHS[3 * number - 1]} {start.year}"
        yield f"{start.year}-q{number}", name, Period(start, min(end, period.end))
        start = end + timedelta(days=1)


def _by_time(
    population: Population, table: str, column: str, title: str, spans: Sequence[tuple[str, str, Period]]
) -> Table:
    outcomes, whole = population.outcomes, population.since_start
    rows = [
        Row(
            key=key,
            cells=(name, *outcome_counts(table, key, population.inspections(span), outcomes, f"England, {span}")),
            period=span,
        )
        for key, name, span in spans
    ]
    total = outcome_counts(table, ENGLAND, population.inspections(whole), outcomes, f"England, {whole}")
    return Table(
        id=table,
        title=f"Outcomes of full inspections by {title.lower()}, England, {whole}",
        description=f"Full inspections by outcome and {title.lower()} of the last day of the inspection",
        measure=Measure.INSPECTIONS,
        period=whole,
        columns=(label_column(column, title, f"{title}; England is the total"), *outcome_columns(outcomes)),
        rows=(*rows, Row(key=ENGLAND, cells=("England", *total))),
        notes=(*population.notes(), NO_TREND),
    )
