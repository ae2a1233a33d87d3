"""Simpler shapes that still share their borders, on a grid, as plain numbers for whoever draws them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from areasend.publication.boundaries.errors import BoundariesUnfit
from areasend.publication.boundaries.model import Boundaries, Point, Ring, Shape, cells_in

# Metres, each about a quarter more than the one before: from what no screen shows to a caricature.
TOLERANCES = tuple(round(20 * 2 ** (step / 3)) for step in range(31))
# An island smaller than so many cells of the grid is left out, unless it is the largest part of its area.
_SPECK = 100


def drawable_shapes(
    boundaries: Boundaries, codes: Sequence[str], *, grid: int, fits: Callable[[Sequence[Shape]], bool]
) -> tuple[Shape, ...]:
    """The shapes of some areas, as fine as `fits` allows, on a grid of so many metres.

    Borders are shared before and after rounding to the grid: the result is a valid coverage, or is not handed out.
    Raises `BoundariesUnfit` where no tolerance gives one.
    """
    import shapely

    chosen = [boundaries.coverage[boundaries.codes.index(code)] for code in codes]
    fine = shapely.coverage_simplify(chosen, grid // 2)

    def shapes(tolerance: int) -> tuple[Shape, ...] | None:
        return _on_grid(shapely.coverage_simplify(fine, tolerance), codes, grid)

    for tolerance in TOLERANCES[_first_that_fits(shapes, fits) :]:
        found = shapes(tolerance)
        if found is not None and fits(found) and _is_coverage(found):
            return found
    raise BoundariesUnfit("the file", ["No simplification of them is small enough to be drawn. Use a coarser file."])


def _first_that_fits(shapes: Callable[[int], tuple[Shape, ...] | None], fits: Callable[[Sequence[Shape]], bool]) -> int:
    """By halving, because a coarser shape has fewer points."""
    low, high = 0, len(TOLERANCES)
    while low < high:
        middle = (low + high) // 2
        found = shapes(TOLERANCES[middle])
        if found is None or fits(found):
            high = middle
        else:
            low = middle + 1
    return low


def _on_grid(coverage: Any, codes: Sequence[str], grid: int) -> tuple[Shape, ...] | None:
    """The shapes rounded to the grid, or None if an area is lost."""
    shapes = []
    for code, geometry in zip(codes, coverage, strict=True):
        parts = [part for part in _parts(geometry, grid) if part]
        if not parts:
            return None
        largest = max(parts, key=lambda part: cells_in(part[0]))
        kept = [part for part in parts if part is largest or cells_in(part[0]) >= _SPECK]
        shapes.append(Shape(code=code, polygons=tuple(kept), middle=_middle(geometry, grid)))
    return tuple(shapes)


def _parts(geometry: Any, grid: int) -> Iterator[tuple[Ring, ...]]:
    """Each polygon as its outline and its holes; one that the grid swallows is empty."""
    import shapely

    for polygon in shapely.get_parts(geometry):
        outline, *holes = (_ring(shapely.get_coordinates(ring).tolist(), grid) for ring in shapely.get_rings(polygon))
        yield (outline, *filter(None, holes)) if outline else ()


def _ring(points: Sequence[Sequence[float]], grid: int) -> Ring:
    """The points on the grid, none twice in a row; nothing if they enclose nothing."""
    rounded: list[Point] = []
    for x, y in points[:-1]:
        point = round(x / grid), round(y / grid)
        if not rounded or rounded[-1] != point:
            rounded.append(point)
    while len(rounded) > 1 and rounded[0] == rounded[-1]:
        rounded.pop()
    return tuple(rounded) if cells_in(rounded) else ()


def _middle(geometry: Any, grid: int) -> Point:
    import shapely

    largest = max(shapely.get_parts(geometry), key=shapely.area)
    inside = shapely.point_on_surface(largest)
    return round(inside.x / grid), round(inside.y / grid)


def _is_coverage(shapes: Sequence[Shape]) -> bool:
    """Whether the rounded shapes are valid polygons that share their borders, as they will be drawn."""
    import shapely

    polygons = [
        shapely.MultiPolygon([shapely.Polygon(outline, holes) for outline, *holes in shape.polygons])
        for shape in shapes
    ]
    return bool(shapely.is_valid(polygons).all() and shapely.coverage_is_valid(polygons))
