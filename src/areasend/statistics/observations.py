"""Every figure of every table in tidy form: one observation a row, with when, where and what it counts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from areasend.statistics.area_columns import code, text
from areasend.statistics.figure import Figure
from areasend.statistics.markers import REVISED, Marker
from areasend.statistics.outcome_cells import ENGLAND
from areasend.statistics.population import Population
from areasend.statistics.regions import ofsted_regions, ons_regions
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table

_NUMBER = ColumnKind.NUMBER
_COLUMNS = (
    code("figure_id", "Figure", "Id of the figure: table, row and column"),
    code("table_id", "Table", "Id of the table that the figure stands in"),
    code("time_period", "Period", "First and last day of the period, ISO 8601"),
    code("as_at", "As at", "Date of the release, ISO 8601"),
    code("published_by", "Published by", "Reports published by this day only, ISO 8601", marked=True),
    text("time_identifier", "Kind of period", "Period, or As at where areas are counted on its last day"),
    text("geographic_level", "Level", "National, Regional or Local authority"),
    code("country_code", "Country code", "ONS code of England"),
    text("country_name", "Country", "England"),
    code("region_code", "Region code", "ONS code of the region; none for the merged region", marked=True),
    text("region_name", "Region", "Name of the region", marked=True),
    code("local_area_code", "Local area code", "ONS code of the local area", marked=True),
    text("local_area_name", "Local area", "Name of the local area", marked=True),
    text("breakdown", "Breakdown", "What the row is, where it is no place", marked=True),
    code("measure", "Measure", "Column of the table"),
    text("unit", "Unit", "What is counted"),
    Column(name="value", title="Value", kind=_NUMBER, description="The figure as published", may_be_marked=True),
    Column(
        name="numerator",
        title="Numerator",
        kind=_NUMBER,
        description="Records counted, for counts and shares",
        may_be_marked=True,
    ),
    Column(
        name="denominator",
        title="Denominator",
        kind=_NUMBER,
        description="Records in the base, for shares",
        may_be_marked=True,
    ),
    text("revision", "Revision", f"{REVISED} where a corrected release has another value than before", marked=True),
)


def observations(tables: Sequence[Table], population: Population) -> Table:
    """One row for each figure, in the order of the catalogue."""
    codes = {region.name: region.code for region in (*ofsted_regions(population), *ons_regions(population))}
    cut = population.snapshot.published_by
    frame = _Frame(
        country=(population.framework.country_code, population.framework.country),
        codes=codes,
        dates=(population.as_at.isoformat(), cut.isoformat() if cut is not None else Marker.NOT_APPLICABLE),
    )
    return Table(
        id="observations",
        title=f"Every figure of this release in tidy form, England, {population.since_start}",
        description="One row for each figure: when, where, what it counts, value, numerator and denominator",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=_COLUMNS,
        rows=tuple(entry for table in tables for row in table.rows for entry in _observed(table, row, frame)),
        notes=population.notes(),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Frame:
    """What every observation of a release shares: the country, the codes of regions, and the two dates."""

    country: tuple[str, str]
    codes: Mapping[str, str | None]
    dates: tuple[Cell, Cell]


def _observed(table: Table, row: Row, frame: _Frame) -> Iterator[Row]:
    if not any(isinstance(cell, Figure) for cell in row.cells):
        return
    place = _place(table, row, frame)
    period = (row.period or table.period).iso
    identifier = "As at" if table.measure is Measure.AREAS else "Period"
    for column, cell in zip(table.columns, row.cells, strict=True):
        if isinstance(cell, Figure):
            when = (period, *frame.dates, identifier)
            cells = (cell.id, table.id, *when, *place, column.name, cell.unit, *_numbers(cell), Marker.NOT_APPLICABLE)
            yield Row(key=cell.id, cells=cells)


def _place(table: Table, row: Row, frame: _Frame) -> tuple[Cell, ...]:
    """Level, country, region and local area of a row, and its breakdown if it is no place."""
    country, codes = frame.country, frame.codes
    none = Marker.NOT_APPLICABLE
    named = table.named(row)
    if "gss_code" in named:
        region = str(named["ons_region"])
        area = (named["gss_code"], named["local_area"])
        return ("Local authority", *country, codes[region] or none, region, *area, none)
    if "region" in named and row.key != ENGLAND:
        region = str(named["region"])
        return ("Regional", *country, codes[region] or none, region, none, none, none)
    other = "; ".join(str(cell) for cell in row.cells[: table.dimensions] if cell != "England")
    return ("National", *country, none, none, none, none, other or none)


def _numbers(figure: Figure) -> tuple[Cell, ...]:
    part, base = figure.numerator, figure.denominator
    none = Marker.NOT_APPLICABLE
    return (figure.text, none if part is None else str(part), none if base is None else str(base))


def mark_revised(table: Table, revised: Collection[str]) -> Table:
    """The observations of a corrected release: each figure whose id is among `revised` says so in the last column."""
    rows = (replace(row, cells=(*row.cells[:-1], REVISED)) if row.key in revised else row for row in table.rows)
    return replace(table, rows=tuple(rows))
