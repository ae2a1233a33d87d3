"""All pages of a release: those that every kind has, and those of its edition."""

from areasend.publication.pages.area_lists import area_lists
from areasend.publication.pages.area_pages import area_pages
from areasend.publication.pages.area_text import area_texts
from areasend.publication.pages.change_pages import changes_page
from areasend.publication.pages.first_appearance import first_appearance_page
from areasend.publication.pages.map_pages import map_pages
from areasend.publication.pages.number_pages import number_pages
from areasend.publication.pages.practice_pages import calendar_page, pre_release_page, release_practice_page
from areasend.publication.pages.reference_pages import data_page, glossary_page, table_pages
from areasend.publication.pages.site import NOT_FOUND, Site


def release_pages(site: Site) -> dict[str, bytes]:
    """The pages by name."""
    areas = area_texts(site)
    pages = [
        *site.release.edition.pages(site),
        site.release.edition.quality(site),
        data_page(site),
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
