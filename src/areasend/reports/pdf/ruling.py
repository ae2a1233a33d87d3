"""Ruling lines: what separates the rows and columns of a table on the page."""

import ctypes
import itertools
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as raw

# Word draws borders as filled rectangles of about half a point, 3 at most by choice; a shaded heading is far thicker.
_THICKEST = 3.2
_SHORTEST = 5.0
# A bullet is at least and at most as large, and no side is longer than this many times the other.
_SMALLEST, _LARGEST, _SQUARE = 1.5, 9.0, 1.5
_MOST_OBJECTS = 20_000
# A grid drawn in one go has a few segments for each line; whatever has far more is a picture.
_MOST_SEGMENTS = 1_000
_RECTANGLE = 5
_DEEPEST = 5


class Rule(NamedTuple):
    """A horizontal or vertical line in points from the page's upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


class _Matrix(NamedTuple):
    """Where the points of an object lie on the page."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "_Matrix") -> "_Matrix":
        """The matrix of an object inside another."""
        a, b = outer.place(self.a, self.b)
        c, d = outer.place(self.c, self.d)
        e, f = outer.place(self.e, self.f)
        return _Matrix(a - outer.e, b - outer.f, c - outer.e, d - outer.f, e, f)


def rules_of(page: raw.FPDF_PAGE, left: float, top: float) -> tuple[Rule, ...]:
    """The page's thin lines and rectangles, and the straight edges of what is drawn as an outline."""
    return tuple(rule for path, matrix in _all_paths(page, left, top) for rule in _rules(path, matrix))


def small_figures(page: raw.FPDF_PAGE, left: float, top: float) -> Iterator[Rule]:
    """The boxes of the page's figures that are as small as a bullet and about as wide as high."""
    for path, matrix in _all_paths(page, left, top):
        box = _bounds(path, matrix)
        width, height = box.x1 - box.x0, box.bottom - box.top
        if min(width, height) >= _SMALLEST and max(width, height) <= min(_LARGEST, _SQUARE * min(width, height)):
            yield box


def _all_paths(page: raw.FPDF_PAGE, left: float, top: float) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, _Matrix]]:
    to_page = _Matrix(1, 0, 0, -1, -left, top)
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    items = ((raw.FPDFPage_GetObject(page, index), to_page, 0) for index in range(count))
    return itertools.islice(itertools.chain.from_iterable(_paths(*item) for item in items), _MOST_OBJECTS)


def _paths(item: raw.FPDF_PAGEOBJECT, outer: _Matrix, depth: int) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, _Matrix]]:
    """The object where it is a path, and the paths inside a form, which some producers wrap whole pages in."""
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield item, outer
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _matrix_of(item).within(outer)
        for index in range(min(raw.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)):
            yield from _paths(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)


def _matrix_of(item: raw.FPDF_PAGEOBJECT) -> _Matrix:
    found = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFPageObj_GetMatrix(item, ctypes.byref(found))
    return _Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _rules(item: raw.FPDF_PAGEOBJECT, outer: _Matrix) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    count = raw.FPDFPath_CountSegments(item)
    if stroke.value:
        boxes = _edges(item, outer, count)
    elif count <= _RECTANGLE:
        boxes = iter([_bounds(item, outer)])
    else:
        boxes = _fillings(item, outer, count)
    for box in boxes:
        width, height = box.x1 - box.x0, box.bottom - box.top
        if min(width, height) <= _THICKEST and max(width, height) >= _SHORTEST:
            yield box


def _bounds(item: raw.FPDF_PAGEOBJECT, outer: _Matrix) -> Rule:
    """The box of an object that is filled: a stroke would lie around it."""
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, ctypes.byref(x0), ctypes.byref(y0), ctypes.byref(x1), ctypes.byref(y1))
    return _box(outer.place(x0.value, y0.value), outer.place(x1.value, y1.value))


def _edges(item: raw.FPDF_PAGEOBJECT, outer: _Matrix, count: int) -> Iterator[Rule]:
    """The straight lines of a stroked path."""
    for points, straight in _outlines(item, outer, count):
        for number, (before, after) in enumerate(itertools.pairwise(points)):
            if straight[number]:
                yield _box(before, after)


def _fillings(item: raw.FPDF_PAGEOBJECT, outer: _Matrix, count: int) -> Iterator[Rule]:
    """The boxes around the parts of a filled path: several borders may be filled at once."""
    for points, _ in _outlines(item, outer, count):
        yield _box(*points)


def _outlines(
    item: raw.FPDF_PAGEOBJECT, outer: _Matrix, count: int
) -> Iterator[tuple[list[tuple[float, float]], list[bool]]]:
    """The points of every part of a path, and whether the way from each to the next is straight."""
    matrix = _matrix_of(item).within(outer)
    points: list[tuple[float, float]] = []
    straight: list[bool] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(count, _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points, straight
            points, straight = [], []
        elif points:
            straight.append(kind == raw.FPDF_SEGMENT_LINETO)
        points.append(matrix.place(x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
            straight.append(True)
    yield points, straight


def _box(*points: tuple[float, float]) -> Rule:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Rule(min(across), min(down), max(across), max(down))
