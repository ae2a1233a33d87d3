"""Boundaries as they are handed on: checked, in British National Grid, one shape for each local area."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Point = tuple[int, int]
# Its last point is joined to its first, which is not said again.
Ring = tuple[Point, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownArea:
    """A local area that exists on the date of the release."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Boundaries:
    """`coverage` is an array of shapely polygons in metres, in the order of `codes`; neighbours share their borders.

    `vintage` is the year in the names of the columns, `sha256` the hash of the file that was read.
    """

    vintage: int
    sha256: str
    codes: tuple[str, ...]
    coverage: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """One area in whole steps of a grid, counted east and north from the origin of British National Grid.

    Each of its `polygons` is an outline and the holes in it. `middle` lies inside the area.
    """

    code: str
    polygons: tuple[tuple[Ring, ...], ...]
    middle: Point

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Outlines and holes alike: filled by the even-odd rule they are the area."""
        return tuple(ring for polygon in self.polygons for ring in polygon)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """West, south, east, north."""
        east = [x for ring in self.rings for x, _ in ring]
        north = [y for ring in self.rings for _, y in ring]
        return min(east), min(north), max(east), max(north)

    @property
    def cells(self) -> float:
        """What it encloses, in cells of the grid."""
        return sum(cells_in(outline) - sum(map(cells_in, holes)) for outline, *holes in self.polygons)


def cells_in(ring: Sequence[Point]) -> float:
    """What a ring encloses, in cells of the grid (Gauss's area formula).

    >>> cells_in([(0, 0), (3, 0), (3, 2), (0, 2)])
    6.0
    """
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, *ring[:1])))) / 2
