"""The pages of the findings report: the report, the themes one by one, what was published beside it, and the method.

Everything is laid out from tables and from the codebook; what words claim of themes is proved by statistics.
"""

from collections.abc import Iterator

from areasend.publication.pages.findings.area_themes import area_themes
from areasend.publication.pages.findings.method import findings_methodology, findings_quality
from areasend.publication.pages.findings.published import published_page
from areasend.publication.pages.findings.report import report_page
from areasend.publication.pages.findings.theme_pages import theme_pages
from areasend.publication.pages.site import Site


def findings_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages that only this kind of release has, or has otherwise."""
    yield report_page(site)
    yield from theme_pages(site)
    yield published_page(site)
    yield findings_methodology(site)


__all__ = ["area_themes", "findings_pages", "findings_quality"]
