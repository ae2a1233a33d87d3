"""Lines gathered into drafts of passages, items and tables, as far as lines right beside each other tell."""

import re
from collections.abc import Collection, Sequence

from areasend.check.numbers.documents.furniture import is_frame, is_links, is_page_number
from areasend.check.numbers.documents.plain_drafts import (
    LONGEST_HEADING,
    Draft,
    Sort,
    begins_inside,
    breaks_off,
    has_ended,
    is_caption,
)
from areasend.check.numbers.documents.plain_inline import inline
from areasend.check.numbers.documents.plain_lines import Line, Shape, line_of, underline_level
from areasend.check.numbers.documents.plain_source import Piece, spaced
from areasend.check.numbers.documents.plain_tables import Grid, bar_cells, bare_table, from_grid, is_cell, is_rule

_BOLD = re.compile(r"\s*(\*\*|__|<b>|<strong>)(.+?)(\*\*|__|</b>|</strong>)\s*$", re.DOTALL)


class Gatherer:
    """Goes through the lines once. `drafts` is what it found."""

    def __init__(self, lines: Sequence[str], known: Collection[str]) -> None:
        self.lines = [line_of(number, source) for number, source in enumerate(lines, start=1)]
        self.known = known
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

    def add(self, sort: Sort, pieces: list[Piece], **more: object) -> None:
        self.drafts.append(Draft(sort, pieces, gap=self.gap, **more))  # type: ignore[arg-type]
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

    def image(self, line: Line) -> None:
        self.place += 1
        self.add(Sort.IMAGE, [line.piece])

    def note(self, line: Line) -> None:
        self.place += 1
        pieces = [line.piece, *self._continuation(line)]
        self.add(Sort.ITEM, pieces, marker=line.marker, ordinal=line.ordinal)

    def item(self, line: Line) -> None:
        self.place += 1
        pieces = [line.piece, *self._continuation(line)]
        self.add(Sort.ITEM, pieces, marker=line.marker, ordinal=line.ordinal, indent=line.indent)

    def _continuation(self, item: Line) -> list[Piece]:
        """The lines of text right below an item that are its own."""
        pieces: list[Piece] = []
        above = item
        while self.place < len(self.lines):
            line = self.lines[self.place]
            if not self._goes_on(item, above, line):
                break
            pieces.append(line.piece)
            above = line
            self.place += 1
        return pieces

    def _goes_on(self, item: Line, above: Line, line: Line) -> bool:
        if line.shape is Shape.ITEM:
            other = line.marker != item.marker and line.indent <= item.indent
            return other and line.marker[0] in "–—-1" and not has_ended(above.text.rstrip()) and line.ordinal != "1"
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
        return not _would_have_fit(above.source, line.source, len(line.source.rstrip()))

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
        """Lines of text up to an empty line or anything else."""
        lines = [line]
        self.place += 1
        while self.place < len(self.lines) and self._is_text(lines[-1], self.lines[self.place]):
            lines.append(self.lines[self.place])
            self.place += 1
        if len(lines) == 1 and is_page_number(line.source):
            self.add(Sort.FURNITURE, [line.piece])
            return
        self._text([(entry.number, entry.source) for entry in lines])

    def _is_text(self, above: Line, line: Line) -> bool:
        """Whether a line goes on with text: it is text, or a marker in the middle of a sentence."""
        if line.shape is Shape.ITEM:
            sentence = len(above.source) > 30 and not has_ended(above.source.rstrip())
            return sentence and line.marker[0] in "–—-1a" and line.ordinal != "1" and bool(line.text)
        if line.shape is Shape.NOTE:
            return line.marker == "["
        if line.shape is Shape.BARS or (line.shape is Shape.TEXT and "|" in line.source):
            following = self.lines[self.place + 1].source if self.place + 1 < len(self.lines) else ""
            return line.shape is Shape.TEXT and not is_rule(bar_cells(following))
        return line.shape is Shape.TEXT

    def _text(self, pieces: list[Piece]) -> None:
        """Text between empty lines: furniture and captions first, then a table, then paragraphs."""
        for run, sort in _runs(pieces):
            table = bare_table(run, self.known) if sort is Sort.TEXT else None
            if table is None:
                self._passages(run, sort)
                continue
            begin, end, rows = table
            self._passages(run[:begin], sort)
            self.add(Sort.TABLE, [(run[begin][0], "")], table=rows)
            self._passages(run[end:], sort)

    def _passages(self, pieces: list[Piece], sort: Sort) -> None:
        for run in _paragraphs(pieces) if sort is Sort.TEXT else [pieces] if pieces else []:
            source = "\n".join(text for _, text in run)
            self.add(sort, run, bold=len(source) <= 2 * LONGEST_HEADING and _is_bold(source))


def _is_bold(source: str) -> bool:
    found = _BOLD.match(source)
    return found is not None and "**" not in found[2]


def _goes_on_with(grid: Grid, ahead: Line) -> bool:
    """Whether rows after an empty line belong to the table above: they fill its columns and do not begin another."""
    if ahead.shape is not Shape.TABS:
        return False
    cells = ahead.source.strip(" \r\n").split("\t")
    width = len(grid[0]) if grid else len(cells)
    return len(cells) == width and (
        not cells[0].strip() or any(is_cell(cell.strip()) for cell in cells) or is_rule(cells)
    )


def _runs(pieces: Sequence[Piece]) -> list[tuple[list[Piece], Sort]]:
    """The lines cut where furniture and captions stand; a caption takes the lines that its phrase goes on in."""
    runs: list[tuple[list[Piece], Sort]] = []
    for number, source in pieces:
        text = inline([(number, source)]).text
        if is_links(source) or is_frame(text):
            runs.append(([(number, source)], Sort.FURNITURE))
        elif is_caption(text):
            runs.append(([(number, source)], Sort.CAPTION))
        elif runs and (runs[-1][1] is Sort.TEXT or _caption_goes_on(runs[-1], text)):
            runs[-1][0].append((number, source))
        else:
            runs.append(([(number, source)], Sort.TEXT))
    return runs


def _caption_goes_on(run: tuple[list[Piece], Sort], text: str) -> bool:
    last = run[0][-1][1].rstrip()
    return run[1] is Sort.CAPTION and len(run[0]) < 4 and (breaks_off(last) or begins_inside(text) or _is_open(last))


def _is_open(source: str) -> bool:
    return source.count("**") % 2 == 1


def _would_have_fit(above: str, below: str, width: int) -> bool:
    """Whether the first word of a line had room in the line above, so that the line was ended on purpose."""
    return len(above.strip()) + 1 + len(below.split(maxsplit=1)[0]) <= width


def _paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Lines cut where one was ended on purpose; short lines that all begin with a capital stand each for itself."""
    if not pieces:
        return []
    width = max(len(source.strip()) for _, source in pieces)
    apart = len(pieces) > 2 and width <= 100 and not any(_holds_on(source) for _, source in pieces)
    runs = [[pieces[0]]]
    for piece in pieces[1:]:
        above = runs[-1][-1][1].strip()
        below = piece[1].strip()
        ended = apart or _would_have_fit(above, below, width)
        if ended and not breaks_off(above) and not begins_inside(below) and not _is_open(above):
            runs.append([piece])
        else:
            runs[-1].append(piece)
    return runs


def _holds_on(source: str) -> bool:
    text = source.strip()
    return has_ended(text) or breaks_off(text) or begins_inside(text)


_GATHER = {
    Shape.TEXT: Gatherer.text,
    Shape.HEADING: Gatherer.heading,
    Shape.ITEM: Gatherer.item,
    Shape.NOTE: Gatherer.note,
    Shape.STROKES: Gatherer.strokes,
    Shape.FENCE: Gatherer.skip,
    Shape.IMAGE: Gatherer.image,
    Shape.TABS: Gatherer.tabs,
    Shape.BARS: Gatherer.bars,
}
