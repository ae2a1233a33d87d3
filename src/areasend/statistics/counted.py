"""Everything that a release lays out: the tables, every figure in tidy form, and the claims, of one population."""

from dataclasses import dataclass
from datetime import date

from areasend.framework import Framework, FrameworkVersion
from areasend.statistics.catalogue import CATALOGUE, FINDINGS_CATALOGUE, Catalogue, build_tables
from areasend.statistics.claims import OutcomeClaims, ReleaseClaims, regional_claims, release_claims
from areasend.statistics.figure import Figure
from areasend.statistics.observations import observations
from areasend.statistics.periods import Period
from areasend.statistics.population import Population, Status
from areasend.statistics.table import Table
from areasend.statistics.themes import ThemeClaims, theme_claims


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """The counted population. `year` is the calendar year to date, `since_start` all of the framework to date.

    `themes` is what may be said of codings; None where the tables hold none.
    """

    as_at: date
    published_by: date | None
    complete_to: date
    statement: str
    status: Status
    year: Period
    since_start: Period
    framework: Framework
    version: FrameworkVersion
    tables: tuple[Table, ...]
    observations: Table
    claims: ReleaseClaims
    regional: tuple[OutcomeClaims, ...]
    themes: ThemeClaims | None = None

    def table(self, table_id: str) -> Table:
        """The table with this id; the catalogue is fixed, so a missing one is a bug. Raises `KeyError`."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)

    def figures(self) -> dict[str, Figure]:
        """Every figure by its id."""
        return {figure.id: figure for table in self.tables for figure in table.figures()}


def count_population(population: Population) -> Counted:
    """Counts a population once, for every page and file of a statistics release."""
    return _counted(population, CATALOGUE, themes=None)


def count_findings(population: Population) -> Counted:
    """Counts a population and its codings once, for every page and file of a findings report."""
    return _counted(population, FINDINGS_CATALOGUE, themes=theme_claims(population))


def _counted(population: Population, catalogue: Catalogue, *, themes: ThemeClaims | None) -> Counted:
    tables = build_tables(population, catalogue)
    by_id = {table.id: table for table in tables}
    return Counted(
        as_at=population.as_at,
        published_by=population.snapshot.published_by,
        complete_to=population.complete_to,
        statement=population.snapshot.completeness.statement,
        status=population.status,
        year=population.year_to_date,
        since_start=population.since_start,
        framework=population.framework,
        version=population.version,
        tables=tables,
        observations=observations(tables, population),
        claims=release_claims(population, by_id["outcome-shares-by-region"]),
        regional=regional_claims(population, by_id["outcomes-by-region"], by_id["outcome-shares-by-region"]),
        themes=themes,
    )
