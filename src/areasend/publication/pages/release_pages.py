"""All pages of a release."""

from areasend.publication.dataset import dataset
from areasend.publication.pages.area_lists import area_lists
from areasend.publication.pages.area_pages import area_pages
from areasend.publication.pages.area_text import area_texts
from areasend.publication.pages.change_pages import changes_page
from areasend.publication.pages.first_appearance import first_appearance_page
from areasend.publication.pages.main_findings import main_findings, measures
from areasend.publication.pages.map_pages import map_pages
from areasend.publication.pages.number_pages import number_pages
from areasend.publication.pages.practice_pages import calendar_page, pre_release_page, release_practice_page
from areasend.publication.pages.reference_pages import (
    data_page,
    glossary_page,
    methodology_page,
    quality_page,
    reconciliation_page,
    table_pages,
)
from areasend.publication.pages.site import NOT_FOUND, Site
from areasend.publication.release import ReleaseKind


def release_pages(site: Site) -> dict[str, bytes]:
    """The pages by name. Management information has its tables and data, and no commentary."""
    areas = area_texts(site)
    commentary = site.release.kind is ReleaseKind.STATISTICS
    pages = [
        main_findings(site) if commentary else _management_page(site),
        data_page(site),
        methodology_page(site),
        quality_page(site),
        reconciliation_page(site),
        glossary_page(site),
        pre_release_page(site),
        calendar_page(site),
        release_practice_page(site),
        *table_pages(site),
        *area_lists(site, areas),
        *area_pages(site, areas),
        *map_pages(site),
        *number_pages(site),
        _not_found_page(site),
    ]
    if site.release.changes is not None:
        pages.append(changes_page(site, site.release.changes))
    pages.append(first_appearance_page(site, site.release.first_appearances))
    return dict(pages)


def _not_found_page(site: Site) -> tuple[str, bytes]:
    return site.page("not_found", NOT_FOUND, title="Page not found", description="There is no page at this address")


def _management_page(site: Site) -> tuple[str, bytes]:
    counted = site.release.counted
    return site.page(
        "management",
        "index.html",
        described=dataset(site.release),
        title=f"Management information: {site.release.title}",
        description="Tables of full inspections and local areas by outcome, without commentary",
        shown=[counted.table(table_id) for table_id in measures(counted)],
    )
