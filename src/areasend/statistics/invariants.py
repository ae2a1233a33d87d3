"""What must hold over the tables of a release, proved at every build: parts add up to wholes, both sets of regions too.

A broken invariant is a bug of ours, so it stops the build with its own error and not with a message to the user.
"""

from collections.abc import Callable, Iterator, Sequence

from areasend.statistics.counted import Counted
from areasend.statistics.errors import ImpossibleFigure
from areasend.statistics.figure import Figure
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import ENGLAND
from areasend.statistics.table import ColumnKind, Row, Table

# Tables whose rows are parts of their last row, England; in each row the columns before the total are its parts.
ADDITIVE = (
    "outcomes-by-region",
    "outcomes-by-ons-region",
    "outcomes-by-year",
    "outcomes-by-quarter",
    "areas-by-latest-outcome",
    "first-and-second-outcomes",
    "reconciliation-summary",
)
# Tables whose rows are parts of England, but whose columns count different things.
ROWS_ADD_UP = ("findings-by-outcome", "coded-inspections")
# Tables whose England row must be the same as that of outcomes-by-region.
SAME_ENGLAND = ("outcomes-by-ons-region", "outcomes-by-year", "outcomes-by-quarter", "outcomes-since-2023")


def require_invariants(counted: Counted) -> None:
    """Raises `ImpossibleFigure` with every invariant that does not hold."""
    broken = tuple(broken_invariants(counted))
    if broken:
        raise ImpossibleFigure("; ".join(broken))


def broken_invariants(counted: Counted) -> Iterator[str]:
    """A sentence for each invariant that does not hold, of those whose tables are all there."""
    tables = {table.id: table for table in counted.tables}
    for table_id in (*ADDITIVE, *ROWS_ADD_UP):
        if table_id in tables:
            yield from _columns_do_not_add_up(tables[table_id]) if table_id in ADDITIVE else ()
            yield from _rows_do_not_add_up(tables[table_id])
    for needed, check in _CHECKS:
        if all(table_id in tables for table_id in needed):
            yield from check(*(tables[table_id] for table_id in needed))


def _england_differs(reference: Table, table: Table) -> Iterator[str]:
    for column in reference.heading[1:]:
        if table.figure(ENGLAND, column).records != reference.figure(ENGLAND, column).records:
            yield f"{table.id} and {reference.id} count different records for England, {column}"


def _not_in_regions(coverage: Table) -> Iterator[str]:
    every = [area for row in coverage.rows[:-1] for area in _records(row, coverage, "local_areas")]
    if sorted(every) != sorted(coverage.figure(ENGLAND, "local_areas").records):
        yield "the regions do not hold every local area exactly once"


def _not_cumulative(table: Table, coverage: Table, listed: Table) -> Iterator[str]:
    """Areas first inspected add up, quarter by quarter, to those of the coverage that have a dated inspection."""
    so_far: list[str] = []
    for row in table.rows:
        so_far += _records(row, table, "first_inspected")
        if sorted(so_far) != sorted(_records(row, table, "cumulative")):
            yield f"{table.id}, {row.key}: the areas up to here are not those first inspected"
        if _records(row, table, "local_areas") != coverage.figure(ENGLAND, "local_areas").records:
            yield f"{table.id}, {row.key}: the local areas are not those of coverage"
    named = [listed.named(row) for row in listed.rows]
    dated = {row["gss_code"] for row in named if not isinstance(row["inspection_end"], Marker)}
    if set(so_far) != dated.intersection(coverage.figure(ENGLAND, "inspected").records):
        yield f"{table.id}: the areas are not those inspected in coverage, as far as inspections have dates"


def _not_banded(table: Table, spread: Table) -> Iterator[str]:
    whole = table.figure(ENGLAND, "reports").records
    if sorted(record for row in table.rows[:-1] for record in _records(row, table, "reports")) != sorted(whole):
        yield f"{table.id}: the bands are not the records of England"
    if sorted(whole) != sorted(spread.figure(ENGLAND, "reports").records):
        yield f"{table.id} and {spread.id} count different records for England"


def _records(row: Row, table: Table, column: str) -> Sequence[str]:
    cell = row.cells[table.heading.index(column)]
    return cell.records if isinstance(cell, Figure) else ()


def _findings_differ(totals: Table, listed: Table) -> Iterator[str]:
    """The findings of England are those of the inspections in the list that have an outcome."""
    rows = [row for row in listed.rows if not isinstance(listed.named(row)["outcome_key"], Marker)]
    for column in ("areas_for_improvement", "areas_for_priority_action"):
        each = [record for row in rows for record in _records(row, listed, column)]
        if sorted(each) != sorted(totals.figure(ENGLAND, column).records):
            yield f"{totals.id}, {column}: not the findings of the table {listed.id}"


def _counted_columns(table: Table) -> Sequence[str]:
    return [name for name, cell in zip(table.heading, table.rows[-1].cells, strict=True) if isinstance(cell, Figure)]


def _columns_do_not_add_up(table: Table) -> Iterator[str]:
    columns = _counted_columns(table)
    for row in table.rows:
        parts = [record for column in columns[:-1] for record in _records(row, table, column)]
        if sorted(parts) != sorted(_records(row, table, columns[-1])):
            yield f"{table.id}, {row.key}: the parts are not the records of the total"


def _rows_do_not_add_up(table: Table) -> Iterator[str]:
    for column in _counted_columns(table):
        parts = [record for row in table.rows[:-1] for record in _records(row, table, column)]
        if sorted(parts) != sorted(_records(table.rows[-1], table, column)):
            yield f"{table.id}, {column}: the rows are not the records of England"


def _themes_differ(shares: Table, together: Table, outcomes: Table, regions: Table) -> Iterator[str]:
    """A theme has the same inspections in every table of themes, and either kind is one of the two."""
    for row in shares.rows:
        afi, apa, either = (set(_records(row, shares, scope)) for scope in ("afi", "apa", "either"))
        if afi | apa != either:
            yield f"{shares.id}, {row.key}: either kind is not one of the two"
        for table, found in (
            (together, together.figure(row.key, row.key).records),
            (
                outcomes,
                [record for name in _counts_of(outcomes) for record in _of(outcomes, f"{row.key}-either", name)],
            ),
            (regions, regions.figure(row.key, "total").records),
        ):
            if set(found) != either:
                yield f"{table.id}, {row.key}: not the inspections of {shares.id}"
    for row in regions.rows:
        parts = [record for name in _counts_of(regions)[:-1] for record in _records(row, regions, name)]
        if sorted(parts) != sorted(_records(row, regions, "total")):
            yield f"{regions.id}, {row.key}: the parts are not the records of the total"


def _bases_differ(shares: Table, regions: Table, extent: Table) -> Iterator[str]:
    """Shares are of the inspections that were coded, in every table."""
    coded = set(_of(extent, "by-finding", "inspections")) | set(_of(extent, "together", "inspections"))
    if set(_of(regions, ENGLAND, "total")) != coded:
        yield f"{regions.id}: the coded inspections are not those of {extent.id}"
    for row in shares.rows:
        for column in ("afi_base", "either_base"):
            if set(_records(row, shares, column)) != coded:
                yield f"{shares.id}, {row.key}, {column}: not the coded inspections of {extent.id}"


def _areas_differ(shares: Table, listed: Table) -> Iterator[str]:
    """The list of areas counts a theme in the same inspections and kinds as the shares."""
    counted = {row.key for row in listed.rows if listed.named(row)["counted"] == "yes"}
    wanted = {
        f"{row.key}-{record}-{scope}"
        for row in shares.rows
        for scope in ("afi", "apa")
        for record in _records(row, shares, scope)
    }
    for key in sorted(counted ^ wanted):
        yield f"{listed.id}, {key}: not counted as in {shares.id}"


def _of(table: Table, row: str, column: str) -> Sequence[str]:
    return table.figure(row, column).records


def _counts_of(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.kind is ColumnKind.COUNT]


_CHECKS: tuple[tuple[tuple[str, ...], Callable[..., Iterator[str]]], ...] = (
    (("findings-by-outcome", "inspections"), _findings_differ),
    *((("outcomes-by-region", table_id), _england_differs) for table_id in SAME_ENGLAND),
    (("coverage",), _not_in_regions),
    (("areas-first-inspected", "coverage", "inspections"), _not_cumulative),
    (("reports-by-working-days", "working-days-to-publication"), _not_banded),
    (("themes", "themes-together", "themes-by-outcome", "themes-by-region"), _themes_differ),
    (("themes", "themes-by-region", "coded-inspections"), _bases_differ),
    (("themes", "theme-areas"), _areas_differ),
)
