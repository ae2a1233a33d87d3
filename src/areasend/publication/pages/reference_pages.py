"""The pages around the findings: data, tables, methodology, quality, reconciliation, glossary."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from areasend.publication.addresses import table_parts
from areasend.publication.dataset import dataset
from areasend.publication.number_check import NUMBER_CHECK, NUMBER_CHECK_TEXT
from areasend.publication.pages.site import Site
from areasend.publication.wording import upper_first
from areasend.statistics import MEANINGS, Cell, Marker, Row, Table


def table_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """`tables/<id>.html` for each table, in parts where it is long."""
    for table in site.release.counted.tables:
        used = {cell for row in table.rows for cell in row.cells if isinstance(cell, Marker)}
        parts = table_parts(table)
        for number, (page, rows) in enumerate(parts.items(), 1):
            part = f", part {number} of {len(parts)}" if len(parts) > 1 else ""
            yield site.page(
                "table",
                page,
                title=f"{table.title}{part}",
                description=table.description,
                table=table,
                part=part,
                shown=rows,
                others=[(other, place) for place, other in enumerate(parts, 1) if other != page],
                markers=[(marker.value, meaning) for marker, meaning in MEANINGS.items() if marker in used],
            )


def data_page(site: Site) -> tuple[str, bytes]:
    """`data.html`: every file of the release."""
    return site.page(
        "data",
        "data.html",
        described=dataset(site.release),
        title="Tables and data",
        description="Every table of this release as a page, in the workbook, as CSV and as JSON",
        tables=site.release.counted.tables,
        every_marker=[(marker.value, meaning) for marker, meaning in MEANINGS.items()],
    )


def methodology_page(site: Site, *, template: str = "methodology", **context: Any) -> tuple[str, bytes]:
    """`methodology.html`; a kind of release that has more to say gives its own template, with what that needs."""
    counted = site.release.counted
    versions = [version for version in counted.framework.versions if version.valid_from <= counted.as_at]
    return site.page(
        template,
        "methodology.html",
        title="Methodology",
        description="What is counted, how, and what the numbers can and cannot say",
        versions=versions,
        **context,
    )


def quality_page(site: Site, *, template: str = "quality", **context: Any) -> tuple[str, bytes]:
    """`quality.html`: what the records hold and lack, by name; with a template of its own as above."""
    return site.page(
        template,
        "quality.html",
        title="Quality and what is missing",
        description="What the records behind this release hold and lack, and the checks of the build",
        completeness=site.release.counted.table("register-completeness"),
        missing=list(_missing(site)),
        number_check=site.release.number_check,
        number_check_places=(NUMBER_CHECK, NUMBER_CHECK_TEXT),
        **context,
    )


def _missing(site: Site) -> Iterator[str]:
    table = site.release.counted.table("inspections")
    if not site.release.counted.claims.all_included:
        yield site.release.status_text
    left_out = site.release.counted.table("register-completeness").figure("left-out", "inspections")
    names = _area_names(site)
    for record in left_out.records:
        code = record[:9]
        yield f"{names.get(code, code)}: inspection {record} is left out, because its report came later."
    for row in table.rows:
        named = table.named(row)
        if isinstance(named["inspection_end"], Marker):
            yield f"{named['local_area']}: the dates of an inspection are not recorded, so it stands in no period."
        if isinstance(named["outcome"], Marker):
            yield f"{named['local_area']}: the outcome of inspection {row.key} is not recorded."


def _area_names(site: Site) -> dict[str, str]:
    table = site.release.counted.table("areas")
    return {row.key: str(row.cells[table.heading.index("local_area")]) for row in table.rows}


def reconciliation_page(site: Site) -> tuple[str, bytes]:
    """`reconciliation.html`: the official publications' figures beside ours."""
    counted = site.release.counted
    table = counted.table("reconciliation")
    return site.page(
        "reconciliation",
        "reconciliation.html",
        title="Reconciliation with the official publications",
        description="Each figure that the official publications print about inspections, beside the one counted here",
        table=table,
        summary=counted.table("reconciliation-summary"),
        differing=_differing(table),
    )


def _differing(table: Table) -> list[str]:
    """A line for each place and reason with differences, so that one cause is told once."""
    result, reason, place = (table.heading.index(name) for name in ("result", "reason", "place"))
    said: dict[tuple[Cell, Cell, Cell], list[Row]] = {}
    for row in table.rows:
        if row.cells[result] == "differs":
            said.setdefault((row.cells[0], row.cells[place], row.cells[reason]), []).append(row)
    says = table.heading.index("says")
    return [
        f"{document}, {where}: {why} This concerns: {'; '.join(str(row.cells[says]) for row in rows)}."
        for (document, where, why), rows in said.items()
    ]


def glossary_page(site: Site) -> tuple[str, bytes]:
    """`glossary.html`."""
    parts = tomllib.loads((files("areasend.publication") / "data" / "glossary.toml").read_text(encoding="utf-8"))
    terms = {term: meaning for part in site.release.edition.glossary for term, meaning in parts[part].items()}
    return site.page(
        "glossary",
        "glossary.html",
        title="Glossary",
        description="What the terms of these statistics mean",
        terms=[
            (upper_first(term), meaning) for term, meaning in sorted(terms.items(), key=lambda item: item[0].lower())
        ],
        themes=site.release.counted.framework.themes,
    )
