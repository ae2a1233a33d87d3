"""Filling the pages from top to bottom: paragraphs, bullets and headings, parted only where a reader can tell."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.reports_written.content import Piece
from tests.reports_written.paper import Element, Paper
from tests.reports_written.setting import Hyphens, Line, Traced, is_parted_clearly, wrap
from tests.reports_written.typography import Mark, Style, Title

Parting = Callable[[Line, Line], bool]
EPSILON = 0.01


def goes_on(before: Line, after: Line) -> bool:
    """Whether a reader who turns the page sees that the text goes on: in mid-sentence, or with a bullet."""
    return after.mark is not None or (not after.starts and not before.ended and not before.broken)


class Flow:
    """The place on the page where the next line goes."""

    def __init__(self, paper: Paper, hyphens: Hyphens | None) -> None:
        self.paper = paper
        self.style: Style = paper.style
        self.hyphens = hyphens
        self.y = 0.0
        # Pages that end where a reader could not tell whether the text goes on.
        self.unclear = 0
        self.turn()

    def turn(self) -> None:
        self.paper.turn()
        self.y = self.style.top

    @property
    def at_top(self) -> bool:
        return self.y <= self.style.top + EPSILON

    @property
    def room(self) -> float:
        return self.style.floor - self.y

    def gap(self, height: float) -> None:
        if not self.at_top:
            self.y += height

    def lay(
        self, text: str, *, x: float = 0.0, width: float | None = None, face: str = "", size: float = 0.0
    ) -> list[Line]:
        """The text in lines of the frame's width."""
        style = self.style
        face, size = face or style.faces.plain, size or style.size
        measure = (width or style.width) - x
        leading = style.leading if size == style.size else round(size * 1.2, 2)
        found = wrap(text, face, size, measure, self.hyphens)
        return [
            Line(
                words,
                x,
                face,
                size,
                leading,
                starts=number == 0,
                last=number == len(found) - 1,
                broken=broken,
                width=measure,
            )
            for number, (words, broken) in enumerate(found)
        ]

    def place(self, lines: Sequence[Line], element: Element, parting: Parting = goes_on) -> None:
        """Draw the lines, turning the page where they do not fit and may part."""
        rest = list(lines)
        while rest:
            fit = self._fitting(rest)
            while 0 < fit < len(rest) and not parting(rest[fit - 1], rest[fit]):
                fit -= 1
            if fit:
                with self.paper.marked(element):
                    for line in rest[:fit]:
                        self._draw(line)
                rest = rest[fit:]
            elif self.at_top:
                raise AssertionError(f"a paragraph does not fit a page and may not be parted: {rest[0].text}")
            if rest:
                self.turn()
                element = self.again(element)

    def again(self, element: Element) -> Element:
        """The element that goes on over the page: the same, or a new one where each page has tags of its own."""
        if self.style.tags != "page" or not element.kids:
            return element
        if element.kind == "LBody":
            return self.paper.root.add("L").add("LI").add("LBody")
        return self.paper.root.add(element.kind)

    def _fitting(self, lines: Sequence[Line]) -> int:
        y, number = self.y, 0
        for line in lines:
            y += line.height + (line.gap if y > self.style.top + EPSILON else 0.0)
            if y > self.style.floor:
                break
            number += 1
        return number

    def _draw(self, line: Line) -> None:
        self.gap(line.gap)
        self.y += line.height
        self.paper.write(line, self.style.left, self.y - line.height * 0.25)

    def heading(self, text: str, title: Title, element: Element, *, below: float) -> str:
        """A heading, on the page of what follows it; as printed."""
        shown = text.upper() if title.upper else text
        found = wrap(shown, title.face, title.size, self.style.width)
        height = round(title.size * 1.22, 2)
        if self.room < height * len(found) + below:
            self.turn()
        self.gap(self.style.leading * 0.9)
        with self.paper.marked(element.add("P")):
            for words, _ in found:
                self.y += height
                line = Line(words, 0.0, title.face, title.size, height)
                self.paper.write(line, self.style.left, self.y - height * 0.25, title.colour)
        self.y += self.style.gap * 0.6
        return shown

    def prose(self, pieces: Sequence[Piece], element: Element) -> list[Traced]:
        """A section's paragraphs and bullets; the pages of each."""
        found: list[Traced] = []
        listed: Element | None = None
        above: Line | None = None
        for number, piece in enumerate(pieces):
            traced = Traced()
            listed = (listed or element.add("L")) if piece.form != "paragraph" else None
            holder = listed.add("LI").add("LBody") if listed else element.add("P")
            follows = number > 0 and pieces[number - 1].form != "paragraph"
            tight = piece.form != "paragraph" and follows
            gap = self.style.gap * (0.35 if tight else 1.0)
            lines = self.piece(piece, traced, gap, self.style.mark, self.style.sub_mark)
            self.place(lines, holder)
            if above and min(traced.pages) > max(found[-1].pages) and not is_parted_clearly(above, lines[0]):
                self.unclear += 1
            above = lines[-1] if piece.form == "paragraph" else None
            found.append(traced)
        return found

    def piece(
        self, piece: Piece, traced: Traced, gap: float, mark: Mark, sub_mark: Mark, width: float = 0.0
    ) -> list[Line]:
        """The lines of a paragraph, bullet or sub-bullet, the bullet hanging."""
        depth = {"paragraph": 0, "bullet": 1, "sub-bullet": 2}[piece.form]
        step = self.style.indent
        first, *others = self.lay(piece.text, x=step * depth, width=width or None)
        shown = {0: None, 1: mark, 2: sub_mark}[depth]
        first = replace(first, gap=gap, owner=traced, mark=shown, mark_x=step * (depth - 1))
        return [first, *(replace(line, owner=traced) for line in others)]
