"""The geographic map: every local area in its boundaries, and a close-up of the London region.

A unit of the main drawing is a kilometre, one of the close-up 200 metres. Shapes are as fine as a budget of bytes
allows, so that a page stays light whatever the resolution of the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from areasend.publication.boundaries import Boundaries, Shape, drawable_shapes
from areasend.publication.maps.drawing import Drawing, area_link, number
from areasend.publication.maps.mapped import MappedArea
from areasend.publication.maps.outlines import STEPS, Frame, frame_round, is_smaller, outline
from areasend.publication.palette import OUTLINE, TEXT
from areasend.publication.patterns import paint

LONDON = "London"
# Of the ids of the patterns.
PREFIX = "map"
_MARGIN = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class _View:
    """A drawing to be: metres in a step of its grid, the bytes its outlines may have, its smallest shape in units.

    `skipped` is the region that the keyboard passes over here, because it meets it in the other drawing.
    """

    grid: int
    budget: int
    smallest: float
    skipped: str = ""


# Nothing may be smaller than 3 pixels in the main drawing and 6 in the close-up (checklist MP05).
_MAIN = _View(grid=100, budget=46_000, smallest=3, skipped=LONDON)
_CLOSE_UP = _View(grid=20, budget=12_000, smallest=6)


@dataclass(frozen=True, kw_only=True, slots=True)
class GeographicMap:
    """`close_up` is None where no area lies in the London region, as in somebody's own records."""

    main: Drawing
    close_up: Drawing | None


def geographic_map(boundaries: Boundaries, areas: Sequence[MappedArea], *, root: str | None) -> GeographicMap:
    """Both drawings. The London areas are links in both; the keyboard meets them in the close-up alone."""
    london = [area for area in areas if area.ons_region == LONDON]
    shapes = _shapes(boundaries, _codes(areas), _MAIN)
    frame = frame_round(shapes.values(), margin=_MARGIN)
    pointed = _pointer([shapes[area.code] for area in london], frame) if london else ""
    return GeographicMap(
        main=_drawing(frame, _areas(areas, shapes, frame, _MAIN, root) + pointed),
        close_up=_close_up(boundaries, london, root) if london else None,
    )


def _close_up(boundaries: Boundaries, london: Sequence[MappedArea], root: str | None) -> Drawing:
    shapes = _shapes(boundaries, _codes(london), _CLOSE_UP)
    frame = frame_round(shapes.values(), margin=_MARGIN)
    edge = _rectangle(1, 1, frame.width - 2, frame.height - 2)
    return _drawing(frame, edge + _areas(london, shapes, frame, _CLOSE_UP, root))


def _codes(areas: Sequence[MappedArea]) -> tuple[str, ...]:
    return tuple(area.code for area in areas)


def _drawing(frame: Frame, content: str) -> Drawing:
    return Drawing(width=frame.width, height=frame.height, content=content)


@lru_cache(maxsize=2)
def _shapes(boundaries: Boundaries, codes: tuple[str, ...], view: _View) -> dict[str, Shape]:
    """The shapes by code. They are kept, because the page and the file to download draw the same."""

    def fits(shapes: Sequence[Shape]) -> bool:
        frame = frame_round(shapes, margin=_MARGIN)
        return sum(len(outline(shape, frame)) for shape in shapes) <= view.budget

    return {shape.code: shape for shape in drawable_shapes(boundaries, codes, grid=view.grid, fits=fits)}


def _areas(areas: Sequence[MappedArea], shapes: dict[str, Shape], frame: Frame, view: _View, root: str | None) -> str:
    """By region and name, as the keyboard meets them; what is enlarged comes last, so that nothing covers it."""
    small = {area.code for area in areas if is_smaller(shapes[area.code], view.smallest)}
    ordered = sorted(areas, key=lambda area: (area.code in small, area.region, area.name))
    links = "".join(
        area_link(
            area,
            _area(area, shapes[area.code], frame, view.smallest if area.code in small else 0),
            root=root,
            tab=area.ons_region != view.skipped,
        )
        for area in ordered
    )
    return (
        f'<g class="areas" fill-rule="evenodd" stroke="{OUTLINE}" stroke-width="1" stroke-linejoin="round">{links}</g>'
    )


def _area(area: MappedArea, shape: Shape, frame: Frame, enlarged: float) -> str:
    """The outline and, where it is too small to be seen, a circle of that size on it."""
    fill = paint(PREFIX, area.look)
    drawn = f'<path d="{outline(shape, frame)}" fill="{fill}"/>'
    if not enlarged:
        return drawn
    x, y = frame.units(shape.middle)
    return f'{drawn}<circle cx="{number(x)}" cy="{number(y)}" r="{number(enlarged)}" fill="{fill}"/>'


def _pointer(shapes: Sequence[Shape], frame: Frame) -> str:
    """The frame round London in the main drawing, which says that it is drawn larger elsewhere."""
    around = frame_round(shapes, margin=3)
    left, top = (around.west - frame.west) / STEPS, (frame.north - around.north) / STEPS
    return _rectangle(left, top, around.width, around.height)


def _rectangle(x: float, y: float, across: float, down: float) -> str:
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(across)}" height="{number(down)}" fill="none" '
        f'stroke="{TEXT}" stroke-width="1.5" pointer-events="none"/>'
    )
