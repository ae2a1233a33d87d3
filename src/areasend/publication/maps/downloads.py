"""The map as a file of its own: with its title, key, sources and what it is, so that it can stand alone."""

from collections.abc import Iterator

from areasend.publication.boundaries import Boundaries
from areasend.publication.charts.png import FONTS, png_bytes
from areasend.publication.maps.drawing import Drawing, number, words
from areasend.publication.maps.geographic import PREFIX, geographic_map
from areasend.publication.maps.hexagons import hexagon_map
from areasend.publication.maps.mapped import KeyEntry, MappedArea, key_entries, mapped_areas
from areasend.publication.maps.sources import HEXAGONS, boundary_lines
from areasend.publication.palette import OUTLINE
from areasend.publication.patterns import paint, pattern_defs
from areasend.publication.release import UNOFFICIAL, Release
from areasend.publication.wording import digits
from areasend.statistics import long_date

_EDGE, _TITLE, _TEXT, _NOTE = 16, 19, 15, 12
# The close-up stands in the North Sea, from here on to the right.
_IN_THE_SEA = 475


def figure_files(release: Release) -> Iterator[tuple[str, bytes]]:
    """`figures/figure-<number>.svg` and `.png`: with boundaries the geographic map, otherwise the hexagons."""
    svg = figure_svg(release)
    yield f"figures/figure-{release.edition.map_number}.svg", svg.encode()
    yield f"figures/figure-{release.edition.map_number}.png", png_bytes(svg)


def figure_svg(release: Release) -> str:
    """The whole picture. It links nowhere, because it may lie anywhere."""
    areas, entries = mapped_areas(release.counted), key_entries(release.counted)
    if release.boundaries is None:
        map_, said = hexagon_map(areas, root=None), HEXAGONS
    else:
        map_, said = _with_close_up(release.boundaries, areas), boundary_lines(release.boundaries)
    name = f"Figure {release.edition.map_number}: Local areas by latest outcome"
    title = (name, f"England, as at {long_date(release.counted.as_at)}")
    head = words(title, _EDGE, _EDGE + _TITLE, size=_TITLE, bold=True)
    below_title = _EDGE + len(title) * _TITLE * 1.3
    key = _key(entries, below_title + _EDGE, lettered=release.boundaries is None)
    top = below_title + _EDGE + len(entries) * _TEXT * 1.6 + _EDGE
    notes = (*said, UNOFFICIAL, f"{release.status_title} {release.complete_text}")
    below_map = top + map_.height + _EDGE + _NOTE
    width, height = max(map_.width, 620) + 2 * _EDGE, below_map + len(notes) * _NOTE * 1.3
    alternative = f"{title[0]}, {title[1]}. {_counts(entries)}."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(height)}" '
        f'viewBox="0 0 {number(width)} {number(height)}" font-family="{FONTS}" role="img" aria-label="{alternative}">'
        f"<title>{alternative}</title>{pattern_defs(PREFIX, (entry.look for entry in entries))}"
        f'<rect width="100%" height="100%" fill="{OUTLINE}"/>{head}{key}{map_.placed(_EDGE, top)}'
        f"{words(notes, _EDGE, below_map, size=_NOTE)}</svg>\n"
    )


def _with_close_up(boundaries: Boundaries, areas: tuple[MappedArea, ...]) -> Drawing:
    drawn = geographic_map(boundaries, areas, root=None)
    if drawn.close_up is None:
        return drawn.main
    content = (
        drawn.main.placed(0, 0)
        + words(("London, five times as large",), _IN_THE_SEA + 2, _TEXT, size=_TEXT, bold=True)
        + drawn.close_up.placed(_IN_THE_SEA, _TEXT * 1.5)
    )
    return Drawing(width=_IN_THE_SEA + drawn.close_up.width, height=drawn.main.height, content=content)


def _counts(entries: tuple[KeyEntry, ...]) -> str:
    return "; ".join(key_words(entry) for entry in entries)


def key_words(entry: KeyEntry) -> str:
    """A class with its count in brackets, or with both counts of what is not known."""
    return f"{entry.label} ({' and '.join(digits(figure) for figure in entry.figures)})"


def _key(entries: tuple[KeyEntry, ...], top: float, *, lettered: bool) -> str:
    """A line for each class: its look, its words and its count."""
    lines = []
    for place, entry in enumerate(entries):
        y = top + place * _TEXT * 1.6
        lines.append(
            f'<g data-key="{entry.kind}">{swatch(entry, _EDGE, y, lettered=lettered)}'
            f"{words((key_words(entry),), _EDGE + 28, y + 14, size=_TEXT)}</g>"
        )
    return "".join(lines)


def swatch(entry: KeyEntry, x: float, y: float, *, lettered: bool) -> str:
    """20 units by 18 in the look of a class, with its letter or its pattern, as the map has it."""
    look = entry.look
    fill = look.fill if lettered else paint(PREFIX, look)
    sample = f'<rect x="{number(x)}" y="{number(y)}" width="20" height="18" fill="{fill}" stroke="{look.fill}"/>'
    letter = (
        f'<text x="{number(x + 10)}" y="{number(y + 13.5)}" font-size="13" font-weight="bold" text-anchor="middle" '
        f'fill="{look.ink}">{look.letter}</text>'
    )
    return sample + letter if lettered else sample
