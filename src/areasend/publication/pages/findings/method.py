"""Methodology and quality of the findings report: those of the statistics, and how themes are coded."""

from collections.abc import Iterator

from markupsafe import Markup

from areasend.publication.pages.findings.claimed import coded_so_far
from areasend.publication.pages.findings.theme_texts import codebook_of
from areasend.publication.pages.reference_pages import methodology_page, quality_page
from areasend.publication.pages.site import Site
from areasend.publication.wording import listed
from areasend.statistics import Counted, Row


def findings_methodology(site: Site) -> tuple[str, bytes]:
    """`methodology.html`."""
    counted = site.release.counted
    return methodology_page(
        site,
        template="findings_methodology",
        codebook=codebook_of(site),
        versions_shipped=range(1, codebook_of(site).version + 1),
        coders=counted.table("coders"),
        agreement=counted.table("theme-agreement"),
        agreement_rows=tuple(_agreement(counted)),
        limits=tuple(limits(site)),
    )


# What a caption says of a level, and what the cells say of the rows that are shown.
_LEVELS = {"findings": "finding by finding", "areas": "inspection by inspection"}
_EVERYWHERE, _POOLED = "all inspections", "All themes"


def _agreement(counted: Counted) -> Iterator[tuple[str, list[Row]]]:
    """Captions and rows: coders who are compared theme by theme, among every inspection, level by level."""
    table = counted.table("theme-agreement")
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows:
        named = table.named(row)
        if named["among"] == _EVERYWHERE:
            groups.setdefault((str(named["level"]), str(named["coders"])), []).append(row)
    for (level, coders), rows in groups.items():
        if any(table.named(row)["theme"] != _POOLED for row in rows):
            yield f"Agreement of {listed(coders.split('; '))}, {_LEVELS[level]}", rows


def findings_quality(site: Site) -> tuple[str, bytes]:
    """`quality.html`."""
    return quality_page(site, template="findings_quality", limits=tuple(limits(site)))


def limits(site: Site) -> Iterator[Markup]:
    """What the codings do not cover."""
    yield from coded_so_far(site)
    yield Markup(
        "Where the text of a report is not at hand, its findings were coded together by kind: the number and the page "
        "of a statement are then not known, and stand as [x]."
    )
