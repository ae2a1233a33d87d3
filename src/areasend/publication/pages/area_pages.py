"""The page of each local area, and its data as a file beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from areasend.formats import json_bytes
from areasend.publication.data_files import cells_json, head
from areasend.publication.pages.area_text import AreaText, plain_words
from areasend.publication.pages.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaSection:
    """What a kind of release adds to an area: a part of its page, and the same as data."""

    markup: Markup
    data: Mapping[str, Any]


def area_pages(site: Site, areas: tuple[AreaText, ...]) -> Iterator[tuple[str, bytes]]:
    """`areas/<slug>/index.html` and `areas/<slug>/data.json` for each local area."""
    sections = site.release.edition.area_sections(site)
    for area in areas:
        section = sections.get(area.code)
        yield site.page(
            "area",
            f"areas/{area.slug}/index.html",
            title=area.plain_name,
            description=f"Area SEND inspections of {area.plain_name}: what was found, when, and what usually follows",
            area=area,
            section=section.markup if section is not None else "",
            ways_to_help=plain_words()["help"],
        )
        yield f"areas/{area.slug}/data.json", _data(site, area, section.data if section is not None else {})


def _data(site: Site, area: AreaText, more: Mapping[str, Any]) -> bytes:
    inspections = site.release.counted.table("inspections")
    kept = {entry.id for entry in area.history}
    held = [cells_json(inspections.named(row)) for row in inspections.rows if row.key in kept]
    return json_bytes(head(site.release) | {"area": cells_json(area.named), "full_inspections": held, **more})
