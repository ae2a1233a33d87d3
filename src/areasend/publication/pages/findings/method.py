"""Methodology and quality of the findings report: those of the statistics, and how themes are coded."""

from collections.abc import Iterator

from areasend.publication.pages.findings.coded import coding_of
from areasend.publication.pages.findings.theme_texts import codebook_of
from areasend.publication.pages.reference_pages import methodology_page, quality_page
from areasend.publication.pages.site import Site


def findings_methodology(site: Site) -> tuple[str, bytes]:
    """`methodology.html`."""
    counted = site.release.counted
    return methodology_page(
        site,
        template="findings_methodology",
        coding=coding_of(counted),
        codebook=codebook_of(site),
        versions_shipped=range(1, codebook_of(site).version + 1),
        coders=counted.table("coders"),
        agreement=counted.table("theme-agreement"),
        limits=tuple(limits(site)),
    )


def findings_quality(site: Site) -> tuple[str, bytes]:
    """`quality.html`."""
    return quality_page(
        site, template="findings_quality", coding=coding_of(site.release.counted), limits=tuple(limits(site))
    )


def limits(site: Site) -> Iterator[str]:
    """What the codings do not cover."""
    yield (
        "Where the text of a report is not at hand, its findings were coded together by kind: the number and the page "
        "of a statement are then not known, and stand as [x]."
    )
