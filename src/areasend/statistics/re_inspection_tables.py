"""Areas inspected more than once under the framework: the first outcome against the second."""

from areasend.register import Inspection
from areasend.statistics.area_columns import count_column
from areasend.statistics.figure import count
from areasend.statistics.outcome_cells import ENGLAND, label_column
from areasend.statistics.population import Population
from areasend.statistics.table import Cell, Measure, Row, Table, figure_id


def first_and_second_outcomes(population: Population) -> Table:
    """Areas inspected more than once under the framework: first outcome in the rows, second in the columns."""
    table, outcomes, period = "first-and-second-outcomes", population.outcomes, population.since_start
    by_area: dict[str, list[Inspection]] = {}
    for entry in population.inspections(period):
        by_area.setdefault(entry.gss_code, []).append(entry)
    pairs = [(held[0].outcome, held[1].outcome, code) for code, held in sorted(by_area.items()) if len(held) > 1]
    pairs = [pair for pair in pairs if None not in pair]

    def row(key: str, name: str, first: str | None) -> Row:
        chosen = [(second, code) for before, second, code in pairs if first in (None, before)]
        cells: list[Cell] = [name]
        earlier = "" if first is None else f", first outcome {name}"
        for outcome in outcomes:
            codes = [code for second, code in chosen if second == outcome.key]
            label = f"Local areas inspected again{earlier}, second outcome {outcome.short_label}, {period}"
            cells.append(count(figure_id(table, key, outcome.key), label, codes, unit="local areas"))
        label = f"Local areas inspected again{earlier}, {period}"
        cells.append(count(figure_id(table, key, "total"), label, [code for _, code in chosen], unit="local areas"))
        return Row(key=key, cells=tuple(cells))

    rows = [row(outcome.key, outcome.short_label, outcome.key) for outcome in outcomes]
    columns = [
        count_column(outcome.key, outcome.label, f"Local areas with the second outcome: {outcome.label}")
        for outcome in outcomes
    ]
    columns.append(count_column("total", "Total", "Local areas whose first and second outcomes are both recorded"))
    return Table(
        id=table,
        title=f"First against second outcome of local areas inspected again, England, {period}",
        description="Local areas inspected again under this framework, by the outcomes of their first two inspections",
        measure=Measure.AREAS,
        period=period,
        columns=(label_column("first_outcome", "First outcome", "Outcome of the first full inspection"), *columns),
        rows=(*rows, row(ENGLAND, "England", None)),
        notes=(*population.notes(), "An area whose first or second outcome is not recorded is left out."),
    )
