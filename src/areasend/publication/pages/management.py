"""The page of management information: its tables, without commentary."""

from areasend.publication.dataset import dataset
from areasend.publication.pages.site import Site
from areasend.statistics import Counted


def management_page(site: Site) -> tuple[str, bytes]:
    """`index.html` of management information."""
    counted = site.release.counted
    return site.page(
        "management",
        "index.html",
        described=dataset(site.release),
        title=f"Management information: {site.release.title}",
        description="Tables of full inspections and local areas by outcome, without commentary",
        shown=[counted.table(table_id) for table_id in measures(counted)],
    )


def measures(counted: Counted) -> tuple[str, ...]:
    """The ids of the tables that management information shows without commentary, in their order."""
    wanted = ("outcomes-in-year", "outcomes-since-2023", "outcomes-by-region", "areas-by-latest-outcome", "coverage")
    return tuple(table.id for table in counted.tables if table.id in wanted)
