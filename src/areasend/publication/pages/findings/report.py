"""The report: inspections by outcome, who answered, the themes, and what is quoted beside them."""

from collections.abc import Iterator

from areasend.publication.dataset import dataset
from areasend.publication.pages.findings.claimed import coded_so_far, leadership_text, most_common, survey_text
from areasend.publication.pages.site import Site
from areasend.statistics import Row, Table

_CONTENTS = (
    ("summary", "Summary"),
    ("outcomes", "Inspections by outcome"),
    ("map", "Map"),
    ("surveys", "Who answered the surveys"),
    ("themes", "Themes"),
    ("leaders", "Changes of senior leaders"),
    ("context", "National context and other claims, quoted"),
    ("inspected", "Local areas inspected, by ONS region"),
    ("visits", "Thematic visits"),
    ("contact", "Further information"),
)


def report_page(site: Site) -> tuple[str, bytes]:
    """`index.html`."""
    counted = site.release.counted
    inspected = counted.table("inspected-areas")
    return site.page(
        "report",
        "index.html",
        described=dataset(site.release),
        title=site.release.title,
        description="What joint inspections of the local areas of England asked to improve, by theme",
        contents=_CONTENTS,
        charts=site.charts,
        since=counted.table("outcomes-since-2023"),
        coverage=counted.table("coverage"),
        surveys=counted.table("survey-returns"),
        survey_text=tuple(survey_text(site)),
        headlines=(*coded_so_far(site), *most_common(site, "afi", "apa")),
        either=tuple(most_common(site, "either")),
        themes=counted.table("themes"),
        together=counted.table("themes-together"),
        by_outcome=counted.table("themes-by-outcome"),
        by_region=counted.table("themes-by-region"),
        leadership=counted.table("leadership-changes"),
        leadership_text=tuple(leadership_text(site)),
        context=counted.table("context"),
        inspected=inspected,
        inspected_by_region=list(_by_region(inspected)),
        topics=counted.table("thematic-topics"),
        visits=counted.table("thematic-visit-areas"),
    )


def _by_region(table: Table) -> Iterator[tuple[str, list[Row]]]:
    regions: dict[str, list[Row]] = {}
    for row in table.rows:
        regions.setdefault(str(row.cells[0]), []).append(row)
    return ((region, rows) for region, rows in sorted(regions.items()))
