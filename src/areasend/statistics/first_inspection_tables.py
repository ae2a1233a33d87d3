"""How many local areas have been inspected at least once, quarter by quarter: what coverage was on the way to today."""

from collections.abc import Sequence
from datetime import date

from areasend.statistics.area_columns import count_column
from areasend.statistics.figure import Figure, count
from areasend.statistics.outcome_cells import label_column
from areasend.statistics.periods import Period, long_date
from areasend.statistics.population import Population
from areasend.statistics.table import Measure, Row, Table, figure_id
from areasend.statistics.time_tables import quarters

TABLE = "areas-first-inspected"
UNIT = "local areas"


def areas_first_inspected(population: Population) -> Table:
    """By quarter of the last day of an area's first dated inspection; areas that exist on the date of the snapshot.

    The last cumulative number is the coverage of England without the areas whose every inspection lacks its dates.
    """
    return Table(
        id=TABLE,
        title=f"Local areas first inspected by quarter, England, {population.since_start}",
        description="Local areas by the quarter in which their first full inspection ended, and how many had had one",
        measure=Measure.AREAS,
        period=population.since_start,
        columns=(
            label_column("quarter", "Quarter", "Quarter; the last one runs to the date of the release"),
            count_column("first_inspected", "First inspected", "Local areas whose first full inspection ended in it"),
            count_column(
                "cumulative", "Inspected by its end", "Local areas with at least one full inspection by its end"
            ),
            count_column(
                "local_areas", "Local areas", "Local areas that exist on the date of the release, in every row"
            ),
        ),
        rows=_rows(population),
        notes=(
            *population.notes(),
            "An area counts once, from its first full inspection with recorded dates; not when it is inspected again.",
            "Areas are taken as they are on the date of the release, so one that has ended counts in no quarter.",
        ),
    )


def _rows(population: Population) -> tuple[Row, ...]:
    existing = [area.gss_code for area in population.areas]
    first = _first_ends(population)

    def row(key: str, name: str, quarter: Period) -> Row:
        by_then = [code for code in existing if code in first and first[code] <= quarter.end]
        in_quarter = [code for code in by_then if first[code] in quarter]
        end = long_date(quarter.end)
        cells = (
            _count(key, "first_inspected", f"Local areas first inspected, England, {quarter}", in_quarter),
            _count(key, "cumulative", f"Local areas inspected at least once, England, by {end}", by_then),
            _count(key, "local_areas", f"Local areas, England, as at {long_date(population.as_at)}", existing),
        )
        return Row(key=key, cells=(name, *cells), period=quarter)

    return tuple(row(*quarter) for quarter in quarters(population.since_start))


def _first_ends(population: Population) -> dict[str, date]:
    """The last day of the first dated inspection of each area that has one."""
    ends: dict[str, date] = {}
    for entry in population.inspections(population.since_start):
        end = entry.inspection_end
        assert end is not None, f"{entry.inspection_id} stands in a period without its dates"
        ends[entry.gss_code] = min(end, ends.get(entry.gss_code, end))
    return ends


def _count(row: str, column: str, label: str, codes: Sequence[str]) -> Figure:
    return count(figure_id(TABLE, row, column), label, codes, unit=UNIT)
