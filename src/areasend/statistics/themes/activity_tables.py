"""The lists of the findings report: inspected areas by region, topics of thematic visits, and changes of leaders."""

from areasend.statistics.area_columns import (
    GSS_CODE,
    INSPECTION_END,
    INSPECTION_START,
    LOCAL_AREA,
    day,
    number_column,
    outcome_key,
    text,
)
from areasend.statistics.figure import Figure, Kind, count, percent
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import ENGLAND, UNIT, label_column
from areasend.statistics.population import Population, ids
from areasend.statistics.quoted_tables import cited
from areasend.statistics.table import Cell, ColumnKind, Measure, Row, Table, figure_id
from areasend.statistics.themes.coded import with_outcome

_LEADERSHIP = "leadership-changes"


def inspected_areas(population: Population) -> Table:
    """Every dated inspection of the period, by the 9 ONS regions and in the order of names."""
    areas = population.areas_by_code()
    chosen = sorted(
        population.inspections(population.since_start),
        key=lambda entry: (areas[entry.gss_code].ons_region, entry.local_area, entry.inspection_id),
    )
    return Table(
        id="inspected-areas",
        title=f"Local areas inspected, by ONS region, England, {population.since_start}",
        description="Each full inspection with its local area, in the regions and in the order of names",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            label_column("ons_region", "ONS region", "One of the 9 regions of the Office for National Statistics"),
            GSS_CODE,
            LOCAL_AREA,
            INSPECTION_START,
            INSPECTION_END,
            outcome_key("outcome", "Outcome", population.framework),
        ),
        rows=tuple(
            Row(
                key=entry.inspection_id,
                cells=(
                    areas[entry.gss_code].ons_region,
                    entry.gss_code,
                    entry.local_area,
                    entry.inspection_start or Marker.NOT_AVAILABLE,
                    entry.inspection_end or Marker.NOT_AVAILABLE,
                    entry.outcome or Marker.NOT_AVAILABLE,
                ),
            )
            for entry in chosen
        ),
        dimensions=4,
        notes=population.notes(),
    )


def thematic_topics(population: Population) -> Table:
    """What the thematic visits of each year study, the announced ones too, whatever the date of the release."""
    visited = {visit.year for visit in population.snapshot.thematic_visits}
    documents = {document.id: document for document in population.snapshot.documents}
    return Table(
        id="thematic-topics",
        title="Topics of thematic visits, England, as published or announced",
        description="What the thematic visits of each year study, with the publication that says so",
        measure=Measure.VISITS,
        period=population.since_start,
        columns=(
            label_column("year", "Year", "Calendar year of the visits"),
            text("topic", "Topic", "What the visits study"),
            text(
                "visits",
                "Visits",
                "Whether the areas visited that year are recorded here, as at the date of the release",
            ),
            text("document", "Publication", "Where it is said"),
            text("place", "Place", "Where in the publication it stands"),
        ),
        rows=tuple(
            Row(
                key=str(entry.year),
                cells=(
                    str(entry.year),
                    entry.topic,
                    "areas recorded" if entry.year in visited else "no area recorded",
                    cited(documents[entry.document]),
                    entry.place,
                ),
            )
            for entry in population.snapshot.thematic_topics
        ),
        notes=("A thematic visit is not an inspection of the area and is in no count of inspections.",),
    )


def leadership_changes(population: Population) -> Table:
    """In how many reports that were read the section on the partnership says that senior leaders changed, by outcome.

    Beside it stands what the research report printed for one outcome, quoted: it rests on more than these sections.
    """
    said = {entry.inspection_id: entry.changed for entry in population.snapshot.leadership_statements}
    dated = with_outcome(population)

    def row(key: str, name: str, wanted: str | None) -> Row:
        every = [entry for entry in dated if wanted is None or entry.outcome == wanted]
        read = ids([entry for entry in every if entry.inspection_id in said])
        changed = [entry for entry in read if said[entry]]
        where = f"{name}, {population.since_start}"

        def counted(column: str, label: str, records: tuple[str, ...] | list[str]) -> Figure:
            return count(figure_id(_LEADERSHIP, key, column), f"{label}, {where}", records, unit=UNIT)

        label = "Reports read that say that senior leaders changed"
        return Row(
            key=key,
            cells=(
                name,
                counted("inspections", "Full inspections", ids(every)),
                counted("read", "Reports read", read),
                counted("changed", label, changed),
                percent(figure_id(_LEADERSHIP, key, "changed_pct"), f"{label}, share, {where}", changed, read),
                *_published(population, key),
            ),
        )

    return Table(
        id=_LEADERSHIP,
        title=f"Changes of senior leaders that reports mention, England, {population.since_start}",
        description="Reports read whose section on the local area partnership says that senior leaders changed",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            label_column("outcome", "Outcome", "Outcome of the inspection; England is the total"),
            number_column("inspections", "Inspections", ColumnKind.COUNT, "Full inspections with the outcome"),
            number_column("read", "Reports read", ColumnKind.COUNT, "Those whose report was read for this"),
            number_column(
                "changed", "Mention a change", ColumnKind.COUNT, "Those that say that senior leaders changed"
            ),
            number_column("changed_pct", "Mention a change (%)", ColumnKind.NUMBER, "Share of the reports read"),
            number_column(
                "published_pct", "Published (%), quoted", ColumnKind.NUMBER, "Share as the research report prints it"
            ),
            day("published_as_at", "Published as at", "The date that the published share is for"),
        ),
        rows=(
            *(row(outcome.key, outcome.short_label, outcome.key) for outcome in population.outcomes),
            row(ENGLAND, "England", None),
        ),
        notes=(
            *population.notes(),
            _OWN_READING,
            _OTHER_MEASURE,
        ),
    )


_OWN_READING = (
    "A report mentions a change where its section on the local area partnership says that a post among senior leaders "
    "changed hands. It is areasend's reading of that section and no finding of an inspectorate."
)
_OTHER_MEASURE = (
    "The published share is quoted: it speaks of significant or recent changes, and the records behind it are not "
    "published, so that the two are not the same measure."
)


def _published(population: Population, outcome: str) -> tuple[Cell, Cell]:
    """The printed share of an outcome with its date, found by the id of the figure that it stands beside."""
    wanted = figure_id(_LEADERSHIP, outcome, "changed_pct")
    for printed in population.snapshot.printed_figures:
        if printed.figure == wanted:
            figure = Figure(
                id=figure_id(_LEADERSHIP, outcome, "published_pct"),
                label=f"{printed.says}, as printed",
                kind=Kind.QUOTED,
                unit="per cent",
                value=printed.value,
                records=(printed.id,),
            )
            return figure, printed.as_at
    return Marker.NOT_APPLICABLE, Marker.NOT_APPLICABLE


__all__ = ["inspected_areas", "leadership_changes", "thematic_topics"]
