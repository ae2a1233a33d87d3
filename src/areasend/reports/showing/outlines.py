"""Where on a page its values, findings and sections stand: boxes around the words, and signs in the page's margins.

Everything is in points from the page's upper left corner. Signs stand beside the page, not on it: they cover no word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from areasend.reports.reading import Box

# For a page as wide as A4; on other pages they are larger or smaller in proportion.
_WIDTH = 595.0
_MARGIN = 48.0
_SIGN_HEIGHT = 14.0
_GAP = 2.5
# An outline keeps off the words that it is about, and has a size where the words have none.
_AROUND = 1.5
_BAR = (2.5, 5.5)
_AFTER_BAR = 9.0
# Words whose tops differ by less stand on one line.
_SAME_LINE = 6.0


class Subject(StrEnum):
    """What an outline is about."""

    VALUE = "value"
    FINDING = "finding"
    SECTION = "section"


_SIGN_WIDTHS = {Subject.VALUE: 19.0, Subject.FINDING: 36.0, Subject.SECTION: 36.0}


class Mark(NamedTuple):
    """How a value, finding or section is called on the pages: `key` in addresses, `sign` to be read."""

    subject: Subject
    key: str
    sign: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """What is drawn of one mark: boxes on the page, and its sign beside it."""

    mark: Mark
    boxes: tuple[Box, ...]
    sign: Box


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A page with its margins, and the outlines in the order in which they stand on it."""

    page: int
    width: float
    height: float
    outlines: tuple[Outline, ...]

    @property
    def unit(self) -> float:
        return self.width / _WIDTH

    @property
    def view(self) -> Box:
        """The page with its margins, longer than the page where the signs need it."""
        margin = _MARGIN * self.unit
        bottom = max([self.height, *(outline.sign.bottom for outline in self.outlines)])
        return Box(-margin, 0.0, self.width + margin, bottom)


class _Found(NamedTuple):
    """A mark with its boxes on one page, the uppermost first."""

    mark: Mark
    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        return self.boxes[0].top


def sheet(page: int, width: float, height: float, found: Iterable[tuple[Mark, Sequence[Box]]]) -> Sheet:
    """The outlines of one page, from the boxes of each mark; signs of one margin never cover each other."""
    unit = width / _WIDTH
    boxed = [
        _Found(mark, tuple(sorted((_within(box, width, height, unit) for box in boxes), key=_by_top)))
        for mark, boxes in found
    ]
    boxed = [one for line in _lines(boxed, _SAME_LINE * unit) for one in line]
    signs = dict(_signs_left([one for one in boxed if one.mark.subject is Subject.VALUE], unit))
    signs |= _signs_right([one for one in boxed if one.mark.subject is not Subject.VALUE], unit, width)
    outlines = (Outline(mark=one.mark, boxes=_drawn(one, width, unit), sign=signs[one.mark]) for one in boxed)
    return Sheet(page=page, width=width, height=height, outlines=tuple(outlines))


def _within(box: Box, width: float, height: float, unit: float) -> Box:
    """The box with a little around it, as far as it lies on the page: files say what they like of where words stand."""
    around = _AROUND * unit
    x0, x1 = sorted((_between(box.x0, width), _between(box.x1, width)))
    top, bottom = sorted((_between(box.top, height), _between(box.bottom, height)))
    return Box(x0 - around, top - around, x1 + around, bottom + around)


def _between(value: float, most: float) -> float:
    # In this order also what is no number ends up on the page.
    return max(0.0, min(most, value))


def _by_top(box: Box) -> tuple[float, float]:
    return box.top, box.x0


def _drawn(found: _Found, width: float, unit: float) -> tuple[Box, ...]:
    """Values have a box each time, a finding one around all of it, and a section bars along its passages."""
    if found.mark.subject is Subject.FINDING:
        x0, top, x1, bottom = zip(*found.boxes, strict=True)
        return (Box(min(x0), min(top), max(x1), max(bottom)),)
    if found.mark.subject is Subject.SECTION:
        start, end = (width + place * unit for place in _BAR)
        return tuple(Box(start, box.top, end, box.bottom) for box in found.boxes)
    return found.boxes


def _signs_left(found: Sequence[_Found], unit: float) -> Iterator[tuple[Mark, Box]]:
    """Beside the line that its words stand on, or below what is there: two beside each other, the last at the page."""
    free, gap = 0.0, _GAP * unit
    width, height = _SIGN_WIDTHS[Subject.VALUE] * unit, _SIGN_HEIGHT * unit
    for line in _lines(found, _SAME_LINE * unit):
        for start in range(0, len(line), 2):
            row = line[start : start + 2]
            top = max(free, min(one.top for one in row))
            free = top + height + gap
            for place, one in enumerate(row):
                x0 = (place - len(row)) * (width + gap)
                yield one.mark, Box(x0, top, x0 + width, top + height)


def _signs_right(found: Sequence[_Found], unit: float, page_width: float) -> Iterator[tuple[Mark, Box]]:
    """Below each other, outside the bars."""
    free, x0 = 0.0, page_width + _AFTER_BAR * unit
    for one in found:
        top = max(free, one.top)
        bottom = top + _SIGN_HEIGHT * unit
        free = bottom + _GAP * unit
        yield one.mark, Box(x0, top, x0 + _SIGN_WIDTHS[one.mark.subject] * unit, bottom)


def _lines(found: Sequence[_Found], same: float) -> Iterator[list[_Found]]:
    """What stands on one line, together, as it is read."""
    line: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.top, one.boxes[0].x0, _in_order(one.mark))):
        if line and one.top - line[0].top > same:
            yield _from_the_left(line)
            line = []
        line.append(one)
    if line:
        yield _from_the_left(line)


def _from_the_left(line: list[_Found]) -> list[_Found]:
    return sorted(line, key=lambda one: (one.boxes[0].x0, one.top, _in_order(one.mark)))


def _in_order(mark: Mark) -> tuple[int, str]:
    """9 before 10."""
    return len(mark.key), mark.key
