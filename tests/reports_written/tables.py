"""Ruled tables whose rows run over pages: text cut in mid-sentence, body cells cut or blank on the next page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tests.reports_written.flow import EPSILON, Flow, goes_on
from tests.reports_written.paper import Element
from tests.reports_written.setting import Line

SHADE = 0.92


@dataclass(frozen=True)
class Row:
    """The lines of each cell. A `head` is set apart; neither it nor a `whole` row is parted; an `endless` one is."""

    cells: tuple[tuple[Line, ...], ...]
    head: bool = False
    whole: bool = False
    endless: bool = False


class Table:
    """A table of columns at `edges`, from the frame's left edge, drawn as the flow's style rules it."""

    def __init__(self, flow: Flow, edges: Sequence[float], *, ruled: bool = True, inner: bool = True) -> None:
        self.flow = flow
        self.edges = tuple(edges)
        self.ruled = ruled
        self.inner = inner
        self.padding = flow.style.tables.padding
        self.element = Element("Table")

    def column(self, number: int) -> tuple[float, float]:
        """Where the text of a column begins, and how wide it may be."""
        start, end = self.edges[number], self.edges[number + 1]
        return start + 5.0, end - start - 10.0

    def draw(self, rows: Sequence[Row]) -> None:
        """All rows; the heads again on each page where the style repeats them."""
        flow, heads = self.flow, [row for row in rows if row.head]
        self.element = flow.paper.root.add("Table")
        if (
            rows
            and heads
            and not flow.style.tables.loose_head
            and self._height(heads) + 3 * flow.style.leading > flow.room
        ):
            self._turn(())
        for row in rows:
            rest: Row | None = row
            fresh = flow.at_top
            while rest:
                first, rest = self._parted(rest, fresh)
                if first is None and fresh:
                    raise AssertionError(f"a row does not fit a page and may not be parted: {row.cells[-1][0].text}")
                if first:
                    self._fragment(first, opened=rest is not None, row=row)
                if rest:
                    self._turn(() if row.head else heads)
                    fresh = True

    def _turn(self, heads: Sequence[Row]) -> None:
        flow = self.flow
        flow.turn()
        if flow.style.tags == "page":
            self.element = flow.paper.root.add("Table")
        if flow.style.tables.repeated:
            for head in heads:
                self._fragment(head, opened=False, row=head)

    def _height(self, rows: Sequence[Row]) -> float:
        return sum(max(map(_tall, row.cells)) + 2 * self.padding for row in rows)

    def _parted(self, row: Row, fresh: bool) -> tuple[Row | None, Row | None]:
        """What of a row fits here, and the rest; nothing fits where no place to part it leaves the sense clear."""
        room = self.flow.room - 2 * self.padding
        if max(map(_tall, row.cells)) <= room + EPSILON:
            return row, None
        kept = self.flow.style.tables.keep_rows and not (fresh or row.endless)
        if row.head or row.whole or kept:
            return None, row
        counts = [_fit(cell, room) for cell in row.cells]
        if not all(count or not cell for count, cell in zip(counts, row.cells, strict=True)):
            return None, row
        bodies_end = all(count == len(cell) for count, cell in zip(counts[:-1], row.cells[:-1], strict=True))
        text, last = row.cells[-1], counts[-1]
        while last and last < len(text) and not self._clear(text[last - 1], text[last], len(counts) > 1 and bodies_end):
            last -= 1
        if not last:
            return None, row
        counts[-1] = last
        first = tuple(cell[:count] for cell, count in zip(row.cells, counts, strict=True))
        rest = tuple(cell[count:] for cell, count in zip(row.cells, counts, strict=True))
        return replace(row, cells=first), Row(rest, endless=row.endless)

    @staticmethod
    def _clear(before: Line, after: Line, beside_blank: bool) -> bool:
        """Beside a blank body cell any place is clear; else a numbered item, a bullet or the middle of a sentence."""
        return goes_on(before, after) or after.numbered or (beside_blank and not before.broken)

    def _fragment(self, part: Row, *, opened: bool, row: Row) -> None:
        flow = self.flow
        goes_back = part.cells != row.cells and part.cells[0][:1] != row.cells[0][:1]
        top, left = flow.y, flow.style.left
        height = max(map(_tall, part.cells)) + 2 * self.padding
        flow.y += height
        if part.head and flow.style.tables.shaded and self.ruled:
            flow.paper.bar(left + self.edges[0], top, left + self.edges[-1], flow.y, SHADE)
        line = self.element.add("TR")
        for cell in part.cells:
            element = line.add("TH" if part.head else "TD")
            if cell:
                self._cell(cell, left, top, element)
        if self.ruled:
            self._rules(
                top, flow.y, opened and flow.style.tables.open_splits, goes_back and flow.style.tables.open_splits
            )

    def _cell(self, cell: Sequence[Line], left: float, top: float, element: Element) -> None:
        y = top + self.padding
        group: list[list[Line]] = []
        for line in cell:
            if line.starts or not group:
                group.append([])
            group[-1].append(line)
        for number, lines in enumerate(group):
            holder = element.add("L").add("LI").add("LBody") if lines[0].mark else element.add("P")
            with self.flow.paper.marked(holder):
                for line in lines:
                    y += line.height + (line.gap if number or line is not lines[0] else 0.0)
                    self.flow.paper.write(line, left, y - line.height * 0.25)

    def _rules(self, top: float, bottom: float, open_below: bool, open_above: bool) -> None:
        style, paper = self.flow.style.tables, self.flow.paper
        xs = [self.flow.style.left + edge for edge in self.edges]
        if not self.inner:
            xs = [xs[0], xs[-1]]
        half = style.width / 2
        if style.rules == "boxes" and not (open_above or open_below):
            for x0, x1 in pairwise(xs):
                paper.frame(x0, top, x1, bottom, style.width)
            return
        levels = ([] if open_above else [top]) + ([] if open_below else [bottom])
        if style.rules == "bars":
            for y in levels:
                for x0, x1 in pairwise(xs):
                    paper.bar(x0 - half, y - half, x0 + half, y + half)
                    paper.bar(x0 + half, y - half, x1 - half, y + half)
            for x in xs:
                paper.bar(x - half, top, x + half, bottom)
            return
        for y in levels:
            paper.stroke(xs[0], y, xs[-1], y, style.width)
        for x in xs:
            paper.stroke(x, top, x, bottom, style.width)


def _tall(cell: Sequence[Line]) -> float:
    return sum(line.height + (line.gap if number else 0.0) for number, line in enumerate(cell))


def _fit(cell: Sequence[Line], room: float) -> int:
    tall, number = 0.0, 0
    for line in cell:
        tall += line.height + (line.gap if number else 0.0)
        if tall > room + EPSILON:
            break
        number += 1
    return number
