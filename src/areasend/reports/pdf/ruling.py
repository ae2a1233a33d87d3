"""Ruling lines: what separates the rows and columns of a table on the page."""

import ctypes
from typing import NamedTuple

import pypdfium2.raw as raw

# Word draws borders as filled rectangles of about half a point; a shaded heading is far thicker.
_THICKEST = 2.5
_SHORTEST = 5.0
_MOST_OBJECTS = 20_000


class Rule(NamedTuple):
    """A horizontal or vertical line in points from the page's upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


def rules_of(page: raw.FPDF_PAGE, left: float, top: float) -> tuple[Rule, ...]:
    """The page's thin lines and rectangles, and the four sides of rectangles that are drawn as outlines."""
    found: list[Rule] = []
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH:
            found += _sides(item, left, top)
    return tuple(found)


def _sides(item: raw.FPDF_PAGEOBJECT, left: float, top: float) -> list[Rule]:
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    places = (ctypes.byref(x0), ctypes.byref(y0), ctypes.byref(x1), ctypes.byref(y1))
    if not raw.FPDFPageObj_GetBounds(item, *places):
        return []
    box = Rule(x0.value - left, top - y1.value, x1.value - left, top - y0.value)
    width, height = box.x1 - box.x0, box.bottom - box.top
    if min(width, height) <= _THICKEST:
        return [box] if max(width, height) >= _SHORTEST else []
    if not _is_outline(item):
        return []
    return [
        Rule(box.x0, box.top, box.x1, box.top),
        Rule(box.x0, box.bottom, box.x1, box.bottom),
        Rule(box.x0, box.top, box.x0, box.bottom),
        Rule(box.x1, box.top, box.x1, box.bottom),
    ]


def _is_outline(item: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a closed path is stroked: shading behind words has no border of its own."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    drawn = raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(drawn and stroke.value and raw.FPDFPath_CountSegments(item) <= 5)
