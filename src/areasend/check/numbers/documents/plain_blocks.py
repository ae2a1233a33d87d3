"""Lines gathered into drafts of passages, items and tables, as far as lines right beside each other tell."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from areasend.check.numbers.documents.furniture import is_frame, is_links, is_page_number, running_heads
from areasend.check.numbers.documents.plain_drafts import (
    Draft,
    Rows,
    Sort,
    begins_inside,
    breaks_off,
    has_ended,
    is_caption,
)
from areasend.check.numbers.documents.plain_groups import drafts_of, goes_on_over_gap, would_have_fit
from areasend.check.numbers.documents.plain_lines import Line, Shape, line_of, underline_level
from areasend.check.numbers.documents.plain_source import Piece, spaced
from areasend.check.numbers.documents.plain_tables import Grid, bar_cells, from_grid, is_cell, is_rule

_WRAPPED = 120
_MANY_LINES = 10
_LONG = 30


class Gatherer:
    """Goes through the lines once. `drafts` is what it found."""

    def __init__(self, lines: Sequence[str], known: Collection[str]) -> None:
        heads = running_heads(lines)
        self.lines = [
            Line(number, Shape.HEAD, source, source) if number in heads else line_of(number, source)
            for number, source in enumerate(lines, start=1)
        ]
        self.known = known
        self.width = _width(self.lines)
        self.drafts: list[Draft] = []
        self.place = 0
        self.gap = True

    def run(self) -> list[Draft]:
        while self.place < len(self.lines):
            line = self.lines[self.place]
            if line.shape is Shape.BLANK:
                self.gap = True
                self.place += 1
                continue
            _GATHER[line.shape](self, line)
            self.gap = False
        return self.drafts

    def add(self, sort: Sort, pieces: list[Piece], level: int = 0, table: Rows | None = None) -> None:
        self.drafts.append(Draft(sort, pieces, gap=self.gap, level=level, table=table))
        self.gap = False

    def skip(self, line: Line) -> None:
        self.place += 1

    def strokes(self, line: Line) -> None:
        """A rule, or what makes a heading of the text right above it."""
        self.place += 1
        above = self.drafts[-1] if self.drafts else None
        level = underline_level(line.source)
        if (
            level
            and not self.gap
            and above is not None
            and above.sort is Sort.TEXT
            and above.pieces[-1][0] == line.number - 1
        ):
            above.sort, above.level = Sort.HEADING, level

    def heading(self, line: Line) -> None:
        self.place += 1
        self.add(Sort.HEADING, [line.piece], level=line.level)

    def head(self, line: Line) -> None:
        self.place += 1
        self.add(Sort.FURNITURE, [line.piece])

    def image(self, line: Line) -> None:
        self.place += 1
        self.add(Sort.IMAGE, [line.piece])

    def item(self, line: Line) -> None:
        """An item of a list, or a note."""
        self.place += 1
        pieces = [line.piece, *self._continuation(line)]
        self.drafts.append(
            Draft(Sort.ITEM, pieces, gap=self.gap, marker=line.marker, ordinal=line.ordinal, indent=line.indent)
        )

    def _continuation(self, item: Line) -> list[Piece]:
        """The lines of text right below an item that are its own."""
        pieces: list[Piece] = []
        above = item
        while self.place < len(self.lines):
            line = self.lines[self.place]
            if not self._goes_on(item, above, line):
                break
            pieces.append((line.number, line.source))
            above = line
            self.place += 1
        return pieces

    def _goes_on(self, item: Line, above: Line, line: Line) -> bool:
        if line.shape is Shape.ITEM:
            inside = line.marker != item.marker and line.indent <= item.indent and not self._is_open(line)
            return inside and _is_inside(above, line)
        if (
            line.shape is not Shape.TEXT
            or is_links(line.source)
            or is_caption(spaced(line.text))
            or is_frame(spaced(line.text))
        ):
            return False
        if (
            line.indent > item.indent
            or not above.text
            or begins_inside(line.text.strip())
            or breaks_off(above.text.strip())
        ):
            return True
        return not would_have_fit(above.source, line.source, len(line.source.rstrip()))

    def _is_open(self, line: Line) -> bool:
        """Whether the list above has items with this marker."""
        items = takewhile(lambda draft: draft.sort is Sort.ITEM, reversed(self.drafts[-_MANY_LINES:]))
        return any(draft.marker == line.marker for draft in items)

    def tabs(self, line: Line) -> None:
        """Rows with tabs, also over empty lines if what follows goes on with them."""
        grid: Grid = []
        rule: int | None = None
        start = self.place
        while self.place < len(self.lines):
            row = self.lines[self.place]
            if row.shape is Shape.TABS:
                cells = row.source.strip(" \r\n").split("\t")
                if is_rule(cells):
                    rule = rule if rule is not None else len(grid)
                else:
                    grid.append([(row.number, cell) for cell in cells])
                self.place += 1
                continue
            ahead = self._after_blanks()
            if ahead == self.place or not _goes_on_with(grid, self.lines[ahead]):
                break
            self.place = ahead
        self._table(grid, rule, start)

    def _after_blanks(self) -> int:
        """The next line that is not empty, or this one if there is none."""
        ahead = self.place
        while ahead < len(self.lines) and self.lines[ahead].shape is Shape.BLANK:
            ahead += 1
        return ahead if ahead < len(self.lines) else self.place

    def bars(self, line: Line) -> None:
        grid: Grid = []
        rule: int | None = None
        start = self.place
        while self.place < len(self.lines) and "|" in self.lines[self.place].source:
            row = self.lines[self.place]
            cells = bar_cells(row.source)
            if is_rule(cells):
                rule = rule if rule is not None else len(grid)
            else:
                grid.append([(row.number, cell) for cell in cells])
            self.place += 1
        self._table(grid, rule, start)

    def _table(self, grid: Grid, rule: int | None, start: int) -> None:
        table = from_grid(grid, rule) if grid else None
        if table is None:
            for line in self.lines[start : self.place]:
                if line.shape is not Shape.BLANK and not is_rule(re.split(r"[|\t]", line.source)):
                    self.add(Sort.TEXT, [(line.number, line.source)])
            return
        self.add(Sort.TABLE, [(self.lines[start].number, "")], table=table)

    def text(self, line: Line) -> None:
        """Lines of text up to an empty line or anything else, over it if a table goes on."""
        if "|" in line.source and self._is_rule_below():
            self.bars(line)
            return
        lines = [line]
        self.place += 1
        while self.place < len(self.lines) and self._is_text(lines[-1], self.lines[self.place]):
            lines.append(self.lines[self.place])
            self.place += 1
        if len(lines) == 1 and is_page_number(line.source):
            self.add(Sort.FURNITURE, [line.piece])
            return
        while (below := self._row_below(lines)) is not None:
            lines.append(self.lines[below])
            self.place = below + 1
        pieces = [(entry.number, entry.source) for entry in lines]
        self.drafts.extend(drafts_of(pieces, self.gap, self.width, self.known))

    def _row_below(self, lines: Sequence[Line]) -> int | None:
        """Where after empty lines and page numbers the next row of a table is that these lines end with."""
        place = self._after_page(self.place)
        if place in (self.place, len(self.lines)) or self.lines[place].shape is not Shape.TEXT:
            return None
        sources = [line.source for line in lines[-2:]]
        below = self.lines[place].source
        after = self._after_page(place + 1)
        if breaks_off(below.strip()) and after < len(self.lines):
            below = f"{below} {self.lines[after].source}"
        return place if goes_on_over_gap(sources, below, self.known) else None

    def _after_page(self, place: int) -> int:
        """The first line from a place on that is neither empty nor a page's number."""
        while place < len(self.lines) and (
            self.lines[place].shape is Shape.BLANK or is_page_number(self.lines[place].source)
        ):
            place += 1
        return place

    def _is_text(self, above: Line, line: Line) -> bool:
        """Whether a line goes on with text: it is text, or a marker in the middle of a sentence."""
        if line.shape is Shape.ITEM:
            if not line.text:
                return line.marker in "-–—" and is_cell(above.source.strip())
            return _is_inside(above, line)
        if line.shape is Shape.NOTE:
            return line.marker == "["
        if line.shape is Shape.BARS or (line.shape is Shape.TEXT and "|" in line.source):
            return line.shape is Shape.TEXT and not self._is_rule_below()
        return line.shape is Shape.TEXT

    def _is_rule_below(self) -> bool:
        below = self.lines[self.place + 1].source if self.place + 1 < len(self.lines) else ""
        return "|" in below and is_rule(bar_cells(below))


def _is_inside(above: Line, line: Line) -> bool:
    """Whether a marker stands in the middle of a sentence that was broken here: a dash, or the number "2."."""
    sentence = len(above.source) > _LONG and not has_ended(above.source.rstrip())
    return sentence and line.marker[0] in "–—-1a" and line.ordinal != "1"


def _width(lines: Sequence[Line]) -> int:
    """How long the lines of text are at most, if they are broken like those of a letter; else 0."""
    lengths = [len(line.source.strip()) for line in lines if line.shape is Shape.TEXT]
    longest = max(lengths, default=0)
    return longest if len(lengths) >= _MANY_LINES and longest <= _WRAPPED else 0


def _goes_on_with(grid: Grid, ahead: Line) -> bool:
    """Whether rows after an empty line belong to the table above: they fill its columns and do not begin another."""
    if ahead.shape is not Shape.TABS:
        return False
    cells = ahead.source.strip(" \r\n").split("\t")
    width = len(grid[0]) if grid else len(cells)
    return len(cells) == width and (
        not cells[0].strip() or any(is_cell(cell.strip()) for cell in cells) or is_rule(cells)
    )


_GATHER = {
    Shape.TEXT: Gatherer.text,
    Shape.HEADING: Gatherer.heading,
    Shape.ITEM: Gatherer.item,
    Shape.NOTE: Gatherer.item,
    Shape.STROKES: Gatherer.strokes,
    Shape.FENCE: Gatherer.skip,
    Shape.IMAGE: Gatherer.image,
    Shape.TABS: Gatherer.tabs,
    Shape.BARS: Gatherer.bars,
    Shape.HEAD: Gatherer.head,
}
