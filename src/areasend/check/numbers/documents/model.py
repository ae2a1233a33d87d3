"""A publication as its readers have it: passages in order, tables, lists, notes; each knows its line.

Shapes: a `Document` holds blocks in reading order. A block is a `Passage` (heading, paragraph), an `ItemList` or
a `Table`. Every piece of text, a table cell too, is a `Passage` with an id that is unique in its document.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a passage is for. `FURNITURE` (menus, footers, search help) is kept to be shown and is never read."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    CELL = "cell"
    NOTE = "note"
    ALTERNATIVE = "alternative"
    FURNITURE = "furniture"


class MarkKind(StrEnum):
    """What the source marks in its text beyond words.

    `FOOTNOTE`: a reference to a note, `value` its label; the marker itself is taken out of the text and the mark is
    empty, standing where it stood. `QUOTED`: markup says that these words are taken from elsewhere, `value` names it.
    `FIGURE`: `value` is the id of the figure that a link or an attribute names. `VALUE`: the machine's value of what is
    shown. `DATE`: the machine's date of what is shown, `value` as written there.
    """

    FOOTNOTE = "footnote"
    QUOTED = "quoted"
    FIGURE = "figure"
    VALUE = "value"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Mark:
    kind: MarkKind
    start: int
    end: int
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Where:
    """A place that a person can go to: the file as given, the line (a row of a sheet or CSV), the cell such as `C5`."""

    file: str
    line: int
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        inside = ", ".join(part for part in (self.sheet, self.cell) if part)
        return f"{self.file}, {inside}" if inside else f"{self.file}, line {self.line}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A piece of text on one line, broken lines joined with one space, footnote markers taken out.

    `lines` are (offset, line of the source) for each line that it was joined from, in order, the first at offset 0.
    `level` is a heading's (1 the highest) or a list item's depth (1 the outermost).
    """

    id: int
    role: Role
    text: str
    file: str
    lines: tuple[tuple[int, int], ...]
    level: int = 0
    marks: tuple[Mark, ...] = ()
    sheet: str = ""
    cell: str = ""

    def where(self, offset: int = 0) -> Where:
        """The place of a character of it."""
        line = self.lines[bisect_right(self.lines, max(offset, 0), key=lambda entry: entry[0]) - 1][1]
        return Where(file=self.file, line=line, sheet=self.sheet, cell=self.cell)

    def is_quoted(self, offset: int) -> bool:
        """Whether markup says that a character of it is taken from elsewhere."""
        return any(mark.start <= offset < mark.end for mark in self.marks if mark.kind is MarkKind.QUOTED)

    def marked(self, kind: MarkKind) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind is kind)


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemList:
    """A list: its items in order, sub-items by their `level`. `lead` is the passage right before it, if one is."""

    items: tuple[Passage, ...]
    lead: Passage | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table, made rectangular. `header` has one cell a column (several header rows joined); a cell over several
    columns or rows stands in each of them. `label_columns` is how many columns from the left name the row.
    `caption` is the title as it stands with the table; `name` the machine's (a sheet, a file, `data-table`), or empty.
    """

    header: tuple[Passage, ...]
    rows: tuple[tuple[Passage, ...], ...]
    caption: Passage | None
    label_columns: int = 1
    name: str = ""

    def column(self, index: int) -> tuple[Passage, ...]:
        return tuple(row[index] for row in self.rows)


Block = Passage | ItemList | Table


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A footnote's text. `label` is as its markers have it; `back_links` is how many ways back it declares, if any."""

    label: str
    passage: Passage
    back_links: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One file that was read. `source` are its lines, to show it marked; empty for a workbook."""

    file: str
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    source: tuple[str, ...] = ()

    def passages(self) -> Iterator[Passage]:
        """Every passage that is read, once, in order: cells row by row, captions before their table, notes last."""
        seen: set[int] = set()
        for block in self.blocks:
            for passage in _passages(block):
                # A cell over several columns stands in each of them; a heading may be the caption of the table below.
                if passage.id not in seen:
                    seen.add(passage.id)
                    yield passage
        yield from (note.passage for note in self.notes)

    def sections(self) -> Iterator[tuple[tuple[Passage, ...], Block]]:
        """Each block that is no heading, with the headings above it, the highest first."""
        path: list[Passage] = []
        for block in self.blocks:
            if isinstance(block, Passage) and block.role is Role.HEADING:
                path = [heading for heading in path if heading.level < block.level] + [block]
            else:
                yield tuple(path), block


def _passages(block: Block) -> Iterator[Passage]:
    if isinstance(block, Passage):
        if block.role is not Role.FURNITURE:
            yield block
    elif isinstance(block, ItemList):
        yield from block.items
    else:
        if block.caption is not None:
            yield block.caption
        yield from block.header
        for row in block.rows:
            yield from row
