"""Inspections by outcome: in the year, since the framework began, and by region (Figures 1, 2 and 4)."""

from collections.abc import Sequence

from areasend.register import Inspection
from areasend.statistics.figure import CAUTION_BELOW
from areasend.statistics.outcome_cells import (
    ENGLAND,
    NO_TREND,
    label_column,
    outcome_columns,
    outcome_counts,
    outcome_shares,
    share_columns,
)
from areasend.statistics.periods import Period
from areasend.statistics.population import Population
from areasend.statistics.regions import Region, ofsted_regions, ons_regions
from areasend.statistics.table import Cell, Measure, Row, Table


def outcomes_in_year(population: Population) -> Table:
    """Figure 1: the calendar year of the snapshot's date, to date."""
    return _single(
        population,
        table="outcomes-in-year",
        period=population.year_to_date,
        title="Outcomes of full inspections in the calendar year",
        shares=False,
    )


def outcomes_since_2023(population: Population) -> Table:
    """Figure 2, and with its percentages Table 1 of the research report."""
    return _single(
        population,
        table="outcomes-since-2023",
        period=population.since_start,
        title="Outcomes of full inspections since the framework began",
        shares=True,
    )


def _single(population: Population, *, table: str, period: Period, title: str, shares: bool) -> Table:
    inspections, outcomes, where = population.inspections(period), population.outcomes, f"England, {period}"
    cells: list[Cell] = ["England", *outcome_counts(table, ENGLAND, inspections, outcomes, where)]
    columns = [label_column("group", "Group", "What the row counts"), *outcome_columns(outcomes)]
    if shares:
        cells += outcome_shares(table, ENGLAND, inspections, outcomes, where)
        columns += share_columns(outcomes)
    return Table(
        id=table,
        title=f"{title}, England, {period}",
        description="Full inspections by outcome, by the last day of the inspection",
        measure=Measure.INSPECTIONS,
        period=period,
        columns=tuple(columns),
        rows=(Row(key=ENGLAND, cells=tuple(cells)),),
        notes=population.notes(),
    )


def outcomes_by_region(population: Population) -> Table:
    """Figure 4: by the 8 Ofsted regions."""
    return _by_region(population, "outcomes-by-region", "Ofsted region", ofsted_regions(population), shares=False)


def outcomes_by_ons_region(population: Population) -> Table:
    """By the 9 regions of the Office for National Statistics; both sets add up to England."""
    return _by_region(population, "outcomes-by-ons-region", "ONS region", ons_regions(population), shares=False)


def outcome_shares_by_region(population: Population) -> Table:
    """The percentages of Figure 4, with the base of each."""
    return _by_region(population, "outcome-shares-by-region", "Ofsted region", ofsted_regions(population), shares=True)


def _by_region(population: Population, table: str, kind: str, regions: Sequence[Region], *, shares: bool) -> Table:
    period, outcomes = population.since_start, population.outcomes
    inspections = population.inspections(period)

    def row(key: str, name: str, chosen: Sequence[Inspection]) -> Row:
        where = f"{name}, {period}"
        counts = outcome_counts(table, key, chosen, outcomes, where)
        if not shares:
            return Row(key=key, cells=(name, *counts))
        return Row(key=key, cells=(name, *counts, *outcome_shares(table, key, chosen, outcomes, where)))

    rows = [row(region.key, region.name, [e for e in inspections if e.gss_code in region.codes]) for region in regions]
    counted = outcome_columns(outcomes)
    return Table(
        id=table,
        title=f"{'Shares' if shares else 'Outcomes'} of full inspections by {kind}, England, {period}",
        description=f"Full inspections by outcome and {kind}, by the last day of the inspection",
        measure=Measure.INSPECTIONS,
        period=period,
        columns=(
            label_column("region", kind, f"{kind}; England is the total"),
            *counted,
            *(share_columns(outcomes) if shares else ()),
        ),
        rows=(*rows, row(ENGLAND, "England", inspections)),
        notes=(*population.notes(), _caution(regions, inspections), NO_TREND),
    )


def _caution(regions: Sequence[Region], inspections: Sequence[Inspection]) -> str:
    """What to say about comparing regions: that some are small only where some are."""
    known = [entry.gss_code for entry in inspections if entry.outcome is not None]
    sizes = [sum(code in region.codes for code in known) for region in regions]
    if min(sizes, default=0) < CAUTION_BELOW:
        return "Some regions have few inspections: compare regions with caution."
    return "Compare regions with caution: their areas were not chosen at random."
