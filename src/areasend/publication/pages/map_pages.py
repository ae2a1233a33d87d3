"""`map.html`, the hexagon map, always; `map-geographic.html` where boundaries are given. Each has a table beside it."""

from collections.abc import Iterator

from markupsafe import Markup

from areasend.publication.boundaries import Boundaries
from areasend.publication.maps.downloads import swatch
from areasend.publication.maps.drawing import Drawing, number
from areasend.publication.maps.geographic import PREFIX, geographic_map
from areasend.publication.maps.hexagons import hexagon_map
from areasend.publication.maps.mapped import key_entries, mapped_areas
from areasend.publication.maps.sources import HEXAGONS, boundary_lines
from areasend.publication.pages.site import Site
from areasend.publication.patterns import pattern_defs
from areasend.statistics import ENGLAND, long_date

HEXAGON_PAGE, GEOGRAPHIC_PAGE = "map.html", "map-geographic.html"


def map_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages by name."""
    yield _page(site, HEXAGON_PAGE, None)
    if site.release.boundaries is not None:
        yield _page(site, GEOGRAPHIC_PAGE, site.release.boundaries)


def _page(site: Site, page: str, boundaries: Boundaries | None) -> tuple[str, bytes]:
    """Without boundaries the hexagons, with their letters; with them the areas' shapes, with patterns."""
    counted = site.release.counted
    areas, entries = mapped_areas(counted), key_entries(counted)
    lettered = boundaries is None
    close_up = None
    if boundaries is None:
        drawn, said = hexagon_map(areas, root=""), HEXAGONS
    else:
        both = geographic_map(boundaries, areas, root="")
        drawn, close_up, said = both.main, both.close_up, boundary_lines(boundaries)
    return site.page(
        "map",
        page,
        title="Map of local areas by latest outcome",
        description=f"The local areas of England by their latest outcome, as at {long_date(counted.as_at)}",
        areas=sorted(areas, key=lambda area: area.name.casefold()),
        key=[(entry, Markup(swatch(entry, 0, 0, lettered=lettered))) for entry in entries],
        patterns="" if lettered else Markup(pattern_defs(PREFIX, (entry.look for entry in entries))),
        drawn=_svg(drawn),
        close_up=_svg(close_up) if close_up is not None else None,
        said=said,
        lettered=lettered,
        has_boundaries=site.release.boundaries is not None,
        total=counted.table("coverage").figure(ENGLAND, "local_areas"),
    )


def _svg(drawing: Drawing) -> Markup:
    size = f"{number(drawing.width)} {number(drawing.height)}"
    return Markup(f'<svg viewBox="0 0 {size}" font-family="Arial, sans-serif">{drawing.content}</svg>')
