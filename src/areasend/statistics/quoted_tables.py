"""Figures quoted from publications: survey returns and national context, as published; and the thematic visits."""

from datetime import date

from areasend.register import Bound, Document, Unit
from areasend.statistics.area_columns import GSS_CODE, LOCAL_AREA, text
from areasend.statistics.figure import Figure, Kind, count
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import ENGLAND, label_column
from areasend.statistics.periods import Period, long_date
from areasend.statistics.population import Population
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id

_QUOTED = "Quoted as published: these figures are not counted from records here and enter no calculation."

_VISIT_NOTES = (
    "A thematic visit is not an inspection of the area and is in no count of inspections.",
    "The visits recorded are those that the research report of June 2025 lists; later ones may be missing.",
)

_RESPONDENTS = {
    "all": "Every respondent",
    "children_and_young_people": "Children and young people",
    "parents_and_carers": "Parents and carers",
    "practitioners": "Practitioners",
}


def survey_returns(population: Population) -> Table:
    """Answers to the inspection surveys as the research report states them, bounds kept as bounds."""
    table = "survey-returns"
    rows = []
    for entry in population.snapshot.survey_returns:
        said = f"{entry.qualifier} {entry.responses:,}".strip()
        figure = Figure(
            id=figure_id(table, entry.id, "responses"),
            label=f"Survey responses, {_RESPONDENTS[entry.respondent].lower()}, as published: {said}",
            kind=Kind.QUOTED,
            unit="responses",
            value=entry.responses,
            records=(entry.id,),
        )
        bound = "lower bound" if entry.bound is Bound.LOWER else "as stated"
        cells: tuple[Cell, ...] = (
            _RESPONDENTS[entry.respondent],
            entry.qualifier or Marker.NOT_APPLICABLE,
            figure,
            bound,
            str(Period(entry.period_start, entry.period_end)),
            _title(population, entry.document),
            entry.place,
        )
        rows.append(Row(key=entry.id, cells=cells, period=Period(entry.period_start, entry.period_end)))
    return Table(
        id=table,
        title=f"Responses to inspection surveys, England, {population.since_start}, as published",
        description="Responses to the surveys of area SEND inspections, quoted from the research report",
        measure=Measure.QUOTED,
        period=population.since_start,
        columns=(
            label_column("respondent", "Respondent", "Who answered"),
            text("qualifier", "Qualifier", "The words before the number", marked=True),
            Column(name="responses", title="Responses", kind=ColumnKind.COUNT, description="Number as published"),
            text("bound", "Bound", "Whether the words make the number a lower bound"),
            text("period", "Period", "Period that the publication states"),
            text("document", "Publication", "Where the number was published"),
            text("place", "Place", "Where in the publication it stands"),
        ),
        rows=tuple(rows),
        notes=(_QUOTED, "How many people were asked is not published, so no response rate can be calculated."),
    )


def context(population: Population) -> Table:
    """National figures that the publications quote, beside what the original source says where that differs."""
    table = "context"
    rows = []
    for entry in population.snapshot.context_figures:
        figure = Figure(
            id=figure_id(table, entry.id, "value"),
            label=f"{entry.measure}, {entry.period}, as published: {entry.as_printed}",
            kind=Kind.QUOTED,
            unit="per cent" if entry.unit is Unit.PERCENT else "as stated",
            value=entry.value if entry.value % 1 else int(entry.value),
            records=(entry.id,),
            places=1 if entry.value % 1 else 0,
        )
        cells: tuple[Cell, ...] = (
            entry.measure,
            entry.period,
            f"“{entry.as_printed}”",
            figure,
            "per cent" if entry.unit is Unit.PERCENT else "count",
            _title(population, entry.document),
            entry.place,
            entry.original_source,
            entry.difference or Marker.NOT_APPLICABLE,
        )
        rows.append(Row(key=entry.id, cells=cells))
    return Table(
        id=table,
        title=f"National context figures that the publications quote, England, {population.since_start}",
        description="Figures about SEND in England that the two official publications quote from elsewhere",
        measure=Measure.QUOTED,
        period=population.since_start,
        columns=(
            label_column("measure", "Measure", "What is measured, in the words of the publication"),
            label_column("period", "Period", "Period in the words of the publication"),
            text("as_printed", "As printed", "The number with its qualifier, in the quotation marks of a quotation"),
            Column(name="value", title="Value", kind=ColumnKind.NUMBER, description="The number alone"),
            text("unit", "Unit", "Count or per cent"),
            text("document", "Publication", "Which publication quotes it"),
            text("place", "Place", "Where in the publication it stands"),
            text("original_source", "Original source", "Where the publication has it from"),
            text("difference", "Difference", "What the original source says, where it differs", marked=True),
        ),
        rows=tuple(rows),
        dimensions=2,
        notes=(_QUOTED,),
    )


def _title(population: Population, document: str) -> str:
    return cited(next(entry for entry in population.snapshot.documents if entry.id == document))


def cited(document: Document) -> str:
    """A publication with its publisher and date, so that it is not taken for this release."""
    return f"{document.title} ({document.publisher}, {long_date(document.published)})"


def thematic_visits(population: Population) -> Table:
    """How many areas were visited for a theme, by year."""
    table, period = "thematic-visits", population.since_start
    visits = population.snapshot.thematic_visits
    years = sorted({(visit.year, visit.theme) for visit in visits})
    single = {year for year, _ in years if [y for y, _ in years].count(year) == 1}
    rows = []
    for year, theme in years:
        key = str(year) if year in single else f"{year}-{theme.replace(' ', '-')}"
        found = [visit.gss_code for visit in visits if (visit.year, visit.theme) == (year, theme)]
        figure = count(
            figure_id(table, key, "local_areas"),
            f"Local areas visited for {theme}, {year}",
            found,
            unit="local areas",
        )
        rows.append(Row(key=key, cells=(str(year), theme, figure), period=Period(date(year, 1, 1), date(year, 12, 31))))
    every = sorted({visit.gss_code for visit in visits})
    total = count(figure_id(table, ENGLAND, "local_areas"), f"Local areas visited, {period}", every, unit="local areas")
    return Table(
        id=table,
        title=f"Thematic visits by year, England, {period}",
        description="Local areas visited to study one aspect of the system; a visit has no outcome for the area",
        measure=Measure.VISITS,
        period=period,
        columns=(
            label_column("year", "Year", "Calendar year of the visits; England is the total"),
            label_column("theme", "Theme", "What the visits studied"),
            Column(name="local_areas", title="Local areas", kind=ColumnKind.COUNT, description="Local areas visited"),
        ),
        rows=(*rows, Row(key=ENGLAND, cells=("England", "every theme", total))),
        dimensions=2,
        notes=_VISIT_NOTES,
    )


def thematic_visit_areas(population: Population) -> Table:
    """The local areas visited."""
    areas = {area.gss_code: area for area in population.snapshot.local_areas}
    rows = tuple(
        Row(
            key=f"{visit.year}-{visit.gss_code}-{visit.theme.replace(' ', '-')}",
            cells=(str(visit.year), visit.theme, visit.gss_code, areas[visit.gss_code].name),
        )
        for visit in population.snapshot.thematic_visits
    )
    return Table(
        id="thematic-visit-areas",
        title=f"Local areas of thematic visits, England, {population.since_start}",
        description="Each local area visited, with the year and the theme",
        measure=Measure.VISITS,
        period=population.since_start,
        columns=(
            label_column("year", "Year", "Calendar year of the visit"),
            label_column("theme", "Theme", "What the visit studied"),
            GSS_CODE,
            LOCAL_AREA,
        ),
        rows=rows,
        dimensions=3,
        notes=_VISIT_NOTES,
    )
