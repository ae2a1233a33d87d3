"""Each report that was read for changes of senior leaders, with the page on which it says so."""

from areasend.statistics.area_columns import GSS_CODE, INSPECTION_START, LOCAL_AREA, code, outcome_key, text
from areasend.statistics.markers import Marker
from areasend.statistics.population import Population
from areasend.statistics.table import Measure, Row, Table


def leadership_reports(population: Population) -> Table:
    """A row for each report of the period that was read, by the name of the local area."""
    said = {entry.inspection_id: entry for entry in population.snapshot.leadership_statements}
    read = sorted(
        (entry for entry in population.inspections(population.since_start) if entry.inspection_id in said),
        key=lambda entry: (entry.local_area, entry.inspection_id),
    )
    rows = []
    for entry in read:
        found = said[entry.inspection_id]
        page = f"page {found.page}" if found.page is not None else Marker.NOT_APPLICABLE
        cells = (
            entry.gss_code,
            entry.local_area,
            entry.inspection_start or Marker.NOT_AVAILABLE,
            entry.outcome or Marker.NOT_AVAILABLE,
            "yes" if found.changed else "no",
            page,
        )
        rows.append(Row(key=entry.inspection_id, cells=cells))
    return Table(
        id="leadership-reports",
        title=f"What reports say of changes of senior leaders, England, {population.since_start}",
        description="Each report that was read for this, and whether its section on the partnership mentions a change",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            GSS_CODE,
            LOCAL_AREA,
            INSPECTION_START,
            outcome_key("outcome", "Outcome", population.framework),
            text("changed", "Mentions a change", "Whether the section on the local area partnership mentions a change"),
            code("page", "Page", "Page of the report on which it says so", marked=True),
        ),
        rows=tuple(rows),
        dimensions=3,
        notes=(
            *population.notes(),
            "It is areasend's reading of one section of each report, and no finding of an inspectorate.",
        ),
    )


__all__ = ["leadership_reports"]
