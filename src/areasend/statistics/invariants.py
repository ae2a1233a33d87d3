"""What must hold over the tables of a release, proved at every build: parts add up to wholes, both sets of regions too.

A broken invariant is a bug of ours, so it stops the build with its own error and not with a message to the user.
"""

from collections.abc import Iterator, Sequence

from areasend.statistics.counted import Counted
from areasend.statistics.errors import ImpossibleFigure
from areasend.statistics.figure import Figure
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import ENGLAND
from areasend.statistics.table import Row, Table

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
ROWS_ADD_UP = ("findings-by-outcome",)
# Tables whose England row must be the same as that of outcomes-by-region.
SAME_ENGLAND = ("outcomes-by-ons-region", "outcomes-by-year", "outcomes-by-quarter", "outcomes-since-2023")


def require_invariants(counted: Counted) -> None:
    """Raises `ImpossibleFigure` with every invariant that does not hold."""
    broken = tuple(broken_invariants(counted))
    if broken:
        raise ImpossibleFigure("; ".join(broken))


def broken_invariants(counted: Counted) -> Iterator[str]:
    """A sentence for each invariant that does not hold."""
    for table_id in ADDITIVE:
        yield from _columns_do_not_add_up(counted.table(table_id))
    for table_id in (*ADDITIVE, *ROWS_ADD_UP):
        yield from _rows_do_not_add_up(counted.table(table_id))
    yield from _findings_differ(counted.table("findings-by-outcome"), counted.table("inspections"))
    reference = counted.table("outcomes-by-region")
    for table_id in SAME_ENGLAND:
        table = counted.table(table_id)
        for column in reference.heading[1:]:
            if table.figure(ENGLAND, column).records != reference.figure(ENGLAND, column).records:
                yield f"{table_id} and {reference.id} count different records for England, {column}"
    regions = counted.table("coverage")
    every = [area for row in regions.rows[:-1] for area in _records(row, regions, "local_areas")]
    if sorted(every) != sorted(regions.figure(ENGLAND, "local_areas").records):
        yield "the regions do not hold every local area exactly once"
    yield from _not_cumulative(counted)
    yield from _not_banded(counted)


def _not_cumulative(counted: Counted) -> Iterator[str]:
    """Areas first inspected add up, quarter by quarter, to those of the coverage that have a dated inspection."""
    table, coverage, listed = (
        counted.table("areas-first-inspected"),
        counted.table("coverage"),
        counted.table("inspections"),
    )
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


def _not_banded(counted: Counted) -> Iterator[str]:
    table, spread = counted.table("reports-by-working-days"), counted.table("working-days-to-publication")
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
