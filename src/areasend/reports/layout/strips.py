"""A strip of words on one baseline in one column: what paragraphs and cells are made of."""

from collections.abc import Sequence
from typing import NamedTuple

from areasend.reports.pdf import Line, Word
from areasend.reports.reading import Box, Place

# Of a font's height, what lies above its baseline.
_ABOVE = 0.8


class Strip(NamedTuple):
    """Words of one line in one column."""

    page: int
    text: str
    x0: float
    x1: float
    y: float
    height: float
    line: Line

    @property
    def box(self) -> Box:
        top, bottom = self.y - _ABOVE * self.height, self.y + (1 - _ABOVE) * self.height
        return Box(round(self.x0, 1), round(top, 1), round(self.x1, 1), round(bottom, 1))


def strip_of_line(line: Line) -> Strip:
    """The whole line as one strip."""
    return Strip(line.page, line.text, line.x0, line.x1, line.y, line.height, line)


def strip_of_words(line: Line, words: Sequence[Word]) -> Strip:
    """Some words of a line as a strip."""
    return Strip(
        line.page,
        " ".join(word.text for word in words),
        words[0].x0,
        max(word.x1 for word in words),
        max(words, key=lambda word: len(word.text)).y,
        max(word.height for word in words),
        line,
    )


def places_by_page(strips: Sequence[Strip]) -> tuple[Place, ...]:
    """One place a page: the words there, and the box around all of them."""
    places = []
    for page in sorted({strip.page for strip in strips}):
        here = [strip for strip in strips if strip.page == page]
        places.append(Place(page, " ".join(strip.text for strip in here), around([strip.box for strip in here])))
    return tuple(places)


def place_by_line(strips: Sequence[Strip]) -> tuple[Place, ...]:
    """One place a line."""
    return tuple(Place(strip.page, strip.text, strip.box) for strip in strips)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all boxes."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
