"""Reports by the working days they took, in bands of 10: how the median and the longest time come about."""

from collections.abc import Sequence

from areasend.register import Inspection
from areasend.statistics.figure import count
from areasend.statistics.inspection_tables import working_days_notes, working_days_to_publication
from areasend.statistics.outcome_cells import ENGLAND, UNIT, label_column
from areasend.statistics.population import Population, ids
from areasend.statistics.table import Column, ColumnKind, Measure, Row, Table, figure_id

TABLE = "reports-by-working-days"
BAND = 10
# Every release has the same bands, so that a figure keeps its id; what took longer stands in the last, open one.
BANDS = 10


def reports_by_working_days(population: Population) -> Table:
    """Full inspections with both dates, by working days from the last day of the inspection to publication."""
    period = population.since_start
    held = population.inspections(period)
    timed = [(days, e) for e in held if (days := working_days_to_publication(population, e)) is not None]

    def row(key: str, name: str, words: str, chosen: Sequence[Inspection]) -> Row:
        label = f"Full inspections with both dates{words}, England, {period}"
        return Row(key=key, cells=(name, count(figure_id(TABLE, key, "reports"), label, ids(chosen), unit=UNIT)))

    rows = [
        row(
            f"{low}-to-{high}",
            f"{low} to {high}" if low else f"{high} or fewer",
            f" whose report came after {low} to {high} working days",
            [entry for days, entry in timed if low <= days <= high],
        )
        for low, high in _spans()
    ]
    longest = BAND * BANDS
    over = [entry for days, entry in timed if days > longest]
    rows.append(
        row(f"over-{longest}", f"More than {longest}", f" whose report took more than {longest} working days", over)
    )
    return Table(
        id=TABLE,
        title=f"Reports by working days from the end of the inspection to publication, England, {period}",
        description="Full inspections with both dates, by how long the report took to be published",
        measure=Measure.INSPECTIONS,
        period=period,
        columns=(
            label_column("working_days", "Working days", "Working days to publication; England is the total"),
            Column(
                name="reports",
                title="Reports",
                kind=ColumnKind.COUNT,
                description="Full inspections with both dates recorded",
            ),
        ),
        rows=(*rows, row(ENGLAND, "England", "", [entry for _, entry in timed])),
        notes=(*population.notes(), *working_days_notes(population)),
    )


def _spans() -> list[tuple[int, int]]:
    """The first and the last number of days of each closed band; a report may come on a day that counts as 0."""
    return [(BAND * number + 1 if number else 0, BAND * (number + 1)) for number in range(BANDS)]
