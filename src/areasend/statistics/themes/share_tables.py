"""In how many inspections each theme holds: as shares, together, by outcome and by region."""

from collections.abc import Sequence

from areasend.register import Inspection
from areasend.statistics.area_columns import count_column
from areasend.statistics.figure import Figure, count, percent
from areasend.statistics.outcome_cells import ENGLAND, NO_TREND, UNIT, label_column
from areasend.statistics.population import Population, ids
from areasend.statistics.regions import ofsted_regions
from areasend.statistics.table import Column, ColumnKind, Measure, Row, Table, figure_id
from areasend.statistics.themes.coded import (
    SCOPE_WORDS,
    SHORT_SCOPES,
    Scope,
    coded_findings,
    theme_notes,
)
from areasend.themes import Theme

_ONCE_EACH = "An inspection can have several themes, so that shares do not add up to 100%."


def _share_column(name: str, title: str, description: str) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.NUMBER, description=description, may_be_marked=True)


THEME = label_column("theme", "Theme", "Theme of the codebook")


def themes(population: Population) -> Table:
    """The share of inspections in which each theme holds as an area for improvement, for priority action, or either."""
    table, found = "themes", coded_findings(population)

    def row(theme: Theme) -> Row:
        cells: list[Figure] = []
        for scope in Scope:
            with_theme, base = ids(found.with_theme(theme.key, scope)), ids(found.base(scope))
            label = f"{theme.name}, {SCOPE_WORDS[scope]}, England, {population.since_start}"
            cells += [
                count(figure_id(table, theme.key, scope), f"Inspections with {label}", with_theme, unit=UNIT),
                percent(figure_id(table, theme.key, f"{scope}_pct"), f"Share with {label}", with_theme, base),
                count(
                    figure_id(table, theme.key, f"{scope}_base"), f"Inspections that can have {label}", base, unit=UNIT
                ),
            ]
        return Row(key=theme.key, cells=(theme.name, *cells))

    def columns(scope: Scope) -> tuple[Column, ...]:
        title = SHORT_SCOPES[scope]
        of = "with an outcome that asks for a priority action plan" if scope is Scope.APA else "that were coded"
        return (
            count_column(scope.value, title, f"Inspections in which the theme holds {SCOPE_WORDS[scope]}"),
            _share_column(f"{scope}_pct", f"{title} (%)", f"Share of the inspections {of}; rounded half up"),
            count_column(f"{scope}_base", f"{title}: of inspections", f"Inspections {of}"),
        )

    return Table(
        id=table,
        title=f"Themes of areas for improvement and for priority action, England, {population.since_start}",
        description="Inspections in which a theme is an area for improvement or for priority action, as coded here",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(THEME, *(column for scope in Scope for column in columns(scope))),
        rows=tuple(row(theme) for theme in found.codebook.themes),
        notes=(*theme_notes(population), _ONCE_EACH),
    )


def themes_together(population: Population) -> Table:
    """In how many inspections two themes both hold, each as an area for improvement or for priority action."""
    table, found = "themes-together", coded_findings(population)
    every = found.codebook.themes
    held = {theme.key: ids(found.with_theme(theme.key, Scope.EITHER)) for theme in every}

    def cell(one: Theme, other: Theme) -> Figure:
        both = [entry for entry in held[one.key] if entry in held[other.key]]
        said = f"{one.name} and {other.name}" if one != other else one.name
        label = f"Inspections with {said}, England, {population.since_start}"
        return count(figure_id(table, one.key, other.key), label, both, unit=UNIT)

    return Table(
        id=table,
        title=f"Themes that occur together, England, {population.since_start}",
        description="Inspections in which the theme of the row and that of the column both hold, in either kind",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            THEME,
            *(count_column(theme.key, theme.name, f"Inspections with this theme too: {theme.name}") for theme in every),
        ),
        rows=tuple(Row(key=one.key, cells=(one.name, *(cell(one, other) for other in every))) for one in every),
        notes=(*theme_notes(population), "Where row and column are the same theme, its own inspections are counted."),
    )


def themes_by_outcome(population: Population) -> Table:
    """In how many inspections of each outcome a theme holds."""
    table, found = "themes-by-outcome", coded_findings(population)
    scopes = (Scope.AFI, Scope.EITHER)

    def row(theme: Theme, scope: Scope) -> Row:
        key, cells = f"{theme.key}-{scope}", list[Figure]()
        held = set(ids(found.with_theme(theme.key, scope)))
        for outcome in population.outcomes:
            base = [entry.inspection_id for entry in found.coded if entry.outcome == outcome.key]
            part = [entry for entry in base if entry in held]
            label = (
                f"{theme.name} {SCOPE_WORDS[scope]}, outcome {outcome.short_label}, England, {population.since_start}"
            )
            cells += [
                count(figure_id(table, key, outcome.key), f"Inspections with {label}", part, unit=UNIT),
                percent(figure_id(table, key, f"{outcome.key}_pct"), f"Share with {label}", part, base),
            ]
        return Row(key=key, cells=(theme.name, SHORT_SCOPES[scope], *cells))

    columns: list[Column] = [THEME, label_column("finding", "Kind of finding", "Area for improvement, or either kind")]
    for outcome in population.outcomes:
        columns += [
            count_column(outcome.key, outcome.label, f"Inspections with the theme and the outcome: {outcome.label}"),
            _share_column(
                f"{outcome.key}_pct", f"{outcome.label} (%)", f"Share of the coded inspections with: {outcome.label}"
            ),
        ]
    return Table(
        id=table,
        title=f"Themes by outcome, England, {population.since_start}",
        description="Inspections of each outcome in which a theme holds, as coded here",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=tuple(columns),
        rows=tuple(row(theme, scope) for theme in found.codebook.themes for scope in scopes),
        dimensions=2,
        notes=(*theme_notes(population), _ONCE_EACH),
    )


def themes_by_region(population: Population) -> Table:
    """In how many inspections of each Ofsted region a theme holds in either kind: counts only, no region is ranked."""
    table, found = "themes-by-region", coded_findings(population)
    regions = ofsted_regions(population)

    def row(key: str, name: str, inspections: Sequence[Inspection]) -> Row:
        def cell(column: str, where: str, codes: frozenset[str] | None) -> Figure:
            chosen = ids([entry for entry in inspections if codes is None or entry.gss_code in codes])
            return count(figure_id(table, key, column), f"{name}, {where}, {population.since_start}", chosen, unit=UNIT)

        cells = [cell(region.key.replace("-", "_"), region.name, region.codes) for region in regions]
        return Row(key=key, cells=(name, *cells, cell("total", "England", None)))

    return Table(
        id=table,
        title=f"Themes by Ofsted region, England, {population.since_start}",
        description="Inspections of each Ofsted region in which a theme holds, in either kind of finding; counts alone",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            label_column("theme", "Theme", "Theme of the codebook; the last row counts every coded inspection"),
            *(
                count_column(region.key.replace("-", "_"), region.name, f"Inspections in {region.name}")
                for region in regions
            ),
            count_column("total", "Total", "Inspections in England"),
        ),
        rows=(
            *(row(t.key, t.name, found.with_theme(t.key, Scope.EITHER)) for t in found.codebook.themes),
            row(ENGLAND, "Coded inspections", found.coded),
        ),
        notes=(*theme_notes(population), NO_TREND),
    )


__all__ = ["THEME", "themes", "themes_by_outcome", "themes_by_region", "themes_together"]
