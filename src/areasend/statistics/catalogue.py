"""The catalogue of published tables, in the order of the release. A table that is not here is not published."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from areasend.statistics.area_tables import areas, areas_by_latest_outcome, coverage
from areasend.statistics.errors import UnknownFigure, UnknownTable
from areasend.statistics.figure import Figure
from areasend.statistics.finding_tables import findings_by_outcome
from areasend.statistics.first_inspection_tables import areas_first_inspected
from areasend.statistics.inspection_tables import inspections, register_completeness, working_days_table
from areasend.statistics.outcome_tables import (
    outcome_shares_by_region,
    outcomes_by_ons_region,
    outcomes_by_region,
    outcomes_in_year,
    outcomes_since_2023,
)
from areasend.statistics.population import Population
from areasend.statistics.quoted_tables import context, survey_returns, thematic_visit_areas, thematic_visits
from areasend.statistics.re_inspection_tables import first_and_second_outcomes
from areasend.statistics.reconciliation import reconciliation, reconciliation_summary
from areasend.statistics.table import Table
from areasend.statistics.themes import (
    coded_inspections,
    coders,
    codings,
    inspected_areas,
    leadership_changes,
    leadership_reports,
    survey_parts,
    thematic_topics,
    theme_areas,
    themes,
    themes_by_outcome,
    themes_by_region,
    themes_published,
    themes_together,
)
from areasend.statistics.time_tables import outcomes_by_quarter, outcomes_by_year
from areasend.statistics.working_days_bands import reports_by_working_days


@dataclass(frozen=True, kw_only=True, slots=True)
class TableEntry:
    """A table of the catalogue: its id, what it shows, and how it is built."""

    id: str
    subject: str
    build: Callable[[Population], Table]


Catalogue = tuple[TableEntry, ...]


def _theme_agreement(population: Population) -> Table:
    # Only here, because numpy takes longer to load than most commands take.
    from areasend.statistics.themes.agreement_table import theme_agreement

    return theme_agreement(population)


def _reconciliation(population: Population) -> Table:
    return reconciliation(population, _counted, _ELSEWHERE)


def _reconciliation_summary(population: Population) -> Table:
    return reconciliation_summary(_reconciliation(population), population)


_COUNTED = (
    TableEntry(
        id="outcomes-in-year", subject="Figure 1: outcomes in the calendar year to date", build=outcomes_in_year
    ),
    TableEntry(
        id="outcomes-since-2023", subject="Figure 2: outcomes since the framework began", build=outcomes_since_2023
    ),
    TableEntry(id="outcomes-by-region", subject="Figure 4: outcomes by the 8 Ofsted regions", build=outcomes_by_region),
    TableEntry(
        id="outcome-shares-by-region", subject="Shares of outcomes by Ofsted region", build=outcome_shares_by_region
    ),
    TableEntry(id="outcomes-by-ons-region", subject="Outcomes by the 9 ONS regions", build=outcomes_by_ons_region),
    TableEntry(id="outcomes-by-year", subject="Outcomes by calendar year", build=outcomes_by_year),
    TableEntry(id="outcomes-by-quarter", subject="Outcomes by calendar quarter", build=outcomes_by_quarter),
    TableEntry(
        id="areas-by-latest-outcome", subject="Local areas by latest outcome and region", build=areas_by_latest_outcome
    ),
    TableEntry(id="coverage", subject="Local areas inspected, by region", build=coverage),
    TableEntry(
        id="areas-first-inspected", subject="Local areas first inspected, by quarter", build=areas_first_inspected
    ),
    TableEntry(
        id="first-and-second-outcomes",
        subject="First against second outcome of areas inspected again",
        build=first_and_second_outcomes,
    ),
    TableEntry(
        id="findings-by-outcome",
        subject="Areas for improvement and for priority action",
        build=findings_by_outcome,
    ),
    TableEntry(
        id="working-days-to-publication", subject="Time from inspection to publication", build=working_days_table
    ),
    TableEntry(
        id="reports-by-working-days", subject="Reports by working days to publication", build=reports_by_working_days
    ),
    TableEntry(id="thematic-visits", subject="Thematic visits by year", build=thematic_visits),
)

_LISTED = (
    TableEntry(id="thematic-visit-areas", subject="Local areas of thematic visits", build=thematic_visit_areas),
    TableEntry(id="survey-returns", subject="Responses to inspection surveys, quoted", build=survey_returns),
    TableEntry(id="context", subject="National context figures, quoted", build=context),
    TableEntry(id="register-completeness", subject="Records behind the release", build=register_completeness),
    TableEntry(id="reconciliation-summary", subject="Printed figures compared, totals", build=_reconciliation_summary),
    TableEntry(id="reconciliation", subject="Printed figures beside these", build=_reconciliation),
    TableEntry(id="areas", subject="All local areas: latest outcome and what follows", build=areas),
    TableEntry(id="inspections", subject="All full inspections (Figure 3's data are in areas)", build=inspections),
)

CATALOGUE = (*_COUNTED, *_LISTED)
"""The tables of the statistics release."""

_THEMES = (
    TableEntry(id="themes", subject="Themes of areas for improvement and for priority action", build=themes),
    TableEntry(id="themes-published", subject="Themes as coded here and as published", build=themes_published),
    TableEntry(id="themes-together", subject="Themes that occur together", build=themes_together),
    TableEntry(id="themes-by-outcome", subject="Themes by outcome", build=themes_by_outcome),
    TableEntry(id="themes-by-region", subject="Themes by Ofsted region, counts alone", build=themes_by_region),
    TableEntry(id="theme-agreement", subject="Agreement between coders", build=_theme_agreement),
    TableEntry(id="coders", subject="Who or what coded", build=coders),
    TableEntry(id="coded-inspections", subject="Inspections by how they were coded", build=coded_inspections),
    TableEntry(id="survey-parts", subject="Survey responses: parts and total as published", build=survey_parts),
    TableEntry(id="leadership-changes", subject="Changes of senior leaders in reports", build=leadership_changes),
    TableEntry(id="leadership-reports", subject="What each report says of senior leaders", build=leadership_reports),
    TableEntry(id="thematic-topics", subject="Topics of thematic visits, announced ones too", build=thematic_topics),
    TableEntry(id="inspected-areas", subject="Local areas inspected, by ONS region", build=inspected_areas),
    TableEntry(id="theme-areas", subject="Local areas by theme, with findings and pages", build=theme_areas),
    TableEntry(id="codings", subject="Codings of findings to themes", build=codings),
)
_ELSEWHERE = tuple(entry.id for entry in _THEMES)
_SHARED = (
    "outcomes-since-2023",
    "outcomes-by-region",
    "outcome-shares-by-region",
    "coverage",
    "areas-by-latest-outcome",
    "survey-returns",
    "context",
    "thematic-visits",
    "thematic-visit-areas",
    "register-completeness",
    "areas",
    "inspections",
)

FINDINGS_CATALOGUE = (*(entry for entry in CATALOGUE if entry.id in _SHARED), *_THEMES)
"""The tables of the findings report: those it shares with the statistics release first."""

EVERY_TABLE = (*CATALOGUE, *_THEMES)


def build_table(population: Population, table_id: str) -> Table:
    """One table. Raises `UnknownTable`."""
    for entry in EVERY_TABLE:
        if entry.id == table_id:
            return entry.build(population)
    raise UnknownTable(table_id, (entry.id for entry in EVERY_TABLE))


def build_tables(population: Population, catalogue: Catalogue = CATALOGUE) -> tuple[Table, ...]:
    """Every table of a catalogue, in its order."""
    if not any(entry.id == "reconciliation" for entry in catalogue):
        return tuple(entry.build(population) for entry in catalogue)
    counted = {entry.id: entry.build(population) for entry in _COUNTED}

    def lookup(other: Population) -> Mapping[str, Figure]:
        return figures_by_id(tuple(counted.values())) if other.as_at == population.as_at else _counted(other)

    compared = reconciliation(population, lookup, _ELSEWHERE)
    ready = counted | {
        compared.id: compared,
        "reconciliation-summary": reconciliation_summary(compared, population),
    }
    return tuple(ready[entry.id] if entry.id in ready else entry.build(population) for entry in catalogue)


def figures_by_id(tables: tuple[Table, ...]) -> dict[str, Figure]:
    """Every figure of some tables; ids are unique because they begin with the table's."""
    return {figure.id: figure for table in tables for figure in table.figures()}


def find_figure(population: Population, wanted: str) -> tuple[Figure, Table]:
    """A figure by its id, and the table it stands in. Raises `UnknownFigure`."""
    table_id = wanted.split(".")[0]
    if table_id not in {entry.id for entry in EVERY_TABLE}:
        raise UnknownFigure(wanted, figures_by_id(build_tables(population, EVERY_TABLE)))
    table = build_table(population, table_id)
    for figure in table.figures():
        if figure.id == wanted:
            return figure, table
    raise UnknownFigure(wanted, (figure.id for figure in table.figures()))


def _counted(population: Population) -> Mapping[str, Figure]:
    return figures_by_id(tuple(entry.build(population) for entry in _COUNTED))
