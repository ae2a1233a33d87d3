"""Outlines in few bytes: shapes on a grid as paths of an SVG, a tenth of a unit to a step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from areasend.publication.boundaries import Shape
from areasend.publication.maps.drawing import number

# Steps of the grid in a unit of the drawing.
STEPS = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """Where the grid lies in a drawing: its left and top edge in steps, and its size in units."""

    west: int
    north: int
    width: float
    height: float

    def units(self, point: tuple[int, int]) -> tuple[float, float]:
        """A point of the grid in units from the top left."""
        return (point[0] - self.west) / STEPS, (self.north - point[1]) / STEPS


def frame_round(shapes: Iterable[Shape], *, margin: int) -> Frame:
    """The frame of some shapes with so many units round them."""
    boxes = [shape.box for shape in shapes]
    west, south = (min(box[side] for box in boxes) - margin * STEPS for side in (0, 1))
    east, north = (max(box[side] for box in boxes) + margin * STEPS for side in (2, 3))
    return Frame(west=west, north=north, width=(east - west) / STEPS, height=(north - south) / STEPS)


def outline(shape: Shape, frame: Frame) -> str:
    """The `d` of a path: each ring from its first point on by relative steps."""
    return "".join(_ring(ring, frame) for ring in shape.rings)


def _ring(ring: Sequence[tuple[int, int]], frame: Frame) -> str:
    x, y = frame.units(ring[0])
    return f"M{number(x)} {number(y)}l{_compact(_steps(ring))}z"


def _steps(ring: Sequence[tuple[int, int]]) -> Iterator[int]:
    for (x1, y1), (x2, y2) in pairwise(ring):
        yield x2 - x1
        yield y1 - y2


def _compact(steps: Iterable[int]) -> str:
    """Numbers one after another; a minus parts them as well as a space does."""
    return " ".join(map(_tenths, steps)).replace(" -", "-")


@lru_cache(maxsize=4096)
def _tenths(steps: int) -> str:
    return number(steps / STEPS)


def is_smaller(shape: Shape, side: float) -> bool:
    """Whether a shape is hard to see: narrower or lower than `side` units, or with less in it than such a square."""
    west, south, east, north = shape.box
    shortest = min(east - west, north - south) / STEPS
    return shortest < side or shape.cells / STEPS**2 < side**2
