"""A run of lines as one text that still knows where each of its words stands."""

from bisect import bisect_right
from collections.abc import Sequence

from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.strips import Strip, around
from areasend.reports.reading import Box, Place


class Telling:
    """The text of strips joined as a reader reads them, with the place of any stretch of it."""

    def __init__(self, strips: Sequence[Strip], hyphens: Hyphens) -> None:
        self.strips = tuple(strips)
        self._starts: list[int] = []
        text = ""
        for strip in strips:
            text = hyphens.followed(text, strip.text) if text else strip.text
            self._starts.append(len(text) - len(strip.text))
        self.text = text

    def places(self, start: int = 0, end: int | None = None) -> tuple[Place, ...]:
        """Where the stretch from `start` up to `end` stands, one place a line."""
        last = len(self.text) if end is None else end
        if start >= last:
            return ()
        first = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        for number in range(first, len(self.strips)):
            begins = self._starts[number]
            if begins >= last:
                break
            strip = self.strips[number]
            found.append(_part(strip, start - begins, last - begins))
        return tuple(found)


def _part(strip: Strip, start: int, end: int) -> Place:
    """The words of a strip that overlap the stretch; the whole strip where its words do not make up its text."""
    chosen, at = [], 0
    words = [word for word in strip.line.words if strip.x0 - 1 <= word.x0 <= strip.x1 + 1]
    if " ".join(word.text for word in words) != strip.text:
        return Place(strip.page, strip.text, strip.box)
    for word in words:
        if at < end and at + len(word.text) > start:
            chosen.append(word)
        at += len(word.text) + 1
    if not chosen:
        return Place(strip.page, strip.text, strip.box)
    whole = strip.box
    box = around([Box(round(word.x0, 1), whole.top, round(word.x1, 1), whole.bottom) for word in chosen])
    return Place(strip.page, " ".join(word.text for word in chosen), box)
