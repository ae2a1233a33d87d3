"""Plain text, as it is published or copied from a page, and Markdown, read into a document (docs/adr/0027)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from areasend.check.numbers.documents.model import Block, Document, ItemList, Note, Passage, Role, Table
from areasend.check.numbers.documents.plain_blocks import Gatherer
from areasend.check.numbers.documents.plain_drafts import Draft, Sort, looks_like_heading
from areasend.check.numbers.documents.plain_inline import Inline
from areasend.check.numbers.documents.plain_notes import take_notes
from areasend.check.numbers.documents.plain_source import source_lines, without_comments, words_of
from areasend.check.numbers.documents.plain_structure import structured
from areasend.check.numbers.documents.plain_tables import is_cell

_ROLES = {
    Sort.HEADING: Role.HEADING,
    Sort.CAPTION: Role.CAPTION,
    Sort.TEXT: Role.PARAGRAPH,
    Sort.ITEM: Role.ITEM,
    Sort.IMAGE: Role.ALTERNATIVE,
    Sort.FURNITURE: Role.FURNITURE,
}


def read_text(text: str, file: str, known: Collection[str] = ()) -> Document:
    """The document of a text. `file` is what places in it are given as; `known` are phrases that stand as titles of
    columns (names of outcomes, say), for tables that have lost their borders. Every text can be read; none raises."""
    words = words_of(text)
    lines = source_lines(without_comments(text))
    drafts, notes = take_notes(structured(Gatherer(lines, known).run(), words))
    writer = _Writer(file)
    blocks = tuple(writer.blocks(drafts))
    return Document(
        file=file,
        title=_title(blocks),
        blocks=blocks,
        notes=tuple(
            Note(label=note.label, passage=writer.passage(Role.NOTE, note.content), back_links=note.content.back_links)
            for note in notes
        ),
        source=source_lines(text),
    )


def _title(blocks: Sequence[Block]) -> str:
    """The first of the highest headings, or else the first passage if it looks like one."""
    headings = [block for block in blocks if isinstance(block, Passage) and block.role is Role.HEADING]
    if headings:
        return min(headings, key=lambda heading: heading.level).text
    first = next(
        (block for block in blocks if not isinstance(block, Passage) or block.role is not Role.FURNITURE), None
    )
    return first.text if isinstance(first, Passage) and looks_like_heading(first.text) else ""


@dataclass(slots=True)
class _Writer:
    """Makes passages of drafts, with ids in the order in which they are read."""

    file: str
    next_id: int = 0
    made: list[Block] = field(default_factory=list)
    lead: Passage | None = None

    def passage(self, role: Role, content: Inline, level: int = 0) -> Passage:
        self.next_id += 1
        return Passage(
            id=self.next_id - 1,
            role=role,
            text=content.text,
            file=self.file,
            lines=content.lines,
            level=level,
            marks=content.marks,
        )

    def blocks(self, drafts: Sequence[Draft]) -> list[Block]:
        captions = _captions(drafts)
        taken = set(captions.values())
        items: list[Draft] = []
        between: list[Draft] = []
        for place, draft in enumerate(drafts):
            if draft.sort is Sort.FURNITURE:
                between.append(draft)
                continue
            if items and not (draft.sort is Sort.ITEM and _same_list(items, draft)):
                self._list(items)
                items = []
            if draft.sort is Sort.ITEM:
                items.append(draft)
                continue
            self._furniture(between)
            if draft.sort is Sort.TABLE:
                self._table(draft, drafts[captions[place]] if place in captions else None)
            elif place not in taken:
                self.lead = self.passage(_ROLES[draft.sort], draft.content, draft.level)
                self.made.append(self.lead)
        self._list(items)
        self._furniture(between)
        return self.made

    def _furniture(self, between: list[Draft]) -> None:
        self.made.extend(self.passage(Role.FURNITURE, draft.content) for draft in between)
        between.clear()

    def _list(self, items: Sequence[Draft]) -> None:
        if items:
            passages = tuple(
                self.passage(Role.ITEM, draft.content, level)
                for draft, level in zip(items, _depths(items), strict=True)
            )
            self.made.append(ItemList(items=passages, lead=self.lead))
        self.lead = None

    def _table(self, draft: Draft, caption: Draft | None) -> None:
        title = self.passage(Role.CAPTION, caption.content) if caption is not None else None
        rows = [tuple(self.passage(Role.CELL, cell) for cell in row) for row in draft.cells]
        has_header = draft.table is not None and bool(draft.table.header)
        first = draft.cells[0] if has_header else []
        header = rows[0] if has_header else tuple(self._empty(cell) for cell in draft.cells[0])
        body = rows[1:] if has_header else rows
        labels = _label_columns([[cell.text for cell in row] for row in draft.cells[len(first) > 0 :]])
        self.made.append(Table(header=header, rows=tuple(body), caption=title, label_columns=labels))
        self.lead = None

    def _empty(self, cell: Inline) -> Passage:
        return self.passage(Role.CELL, Inline("", cell.lines))


def _captions(drafts: Sequence[Draft]) -> dict[int, int]:
    """Which table has which caption: the one right above it, up to two paragraphs between if it is a table's."""
    found: dict[int, int] = {}
    caption: int | None = None
    between = 0
    for place, draft in enumerate(drafts):
        if draft.sort is Sort.CAPTION:
            caption, between = place, 0
        elif draft.sort is Sort.TABLE and caption is not None:
            if not between or drafts[caption].text.lower().startswith(("table", "data")):
                found[place] = caption
            caption = None
        elif draft.sort is Sort.TEXT and between < 2:
            between += 1
        elif draft.sort is not Sort.FURNITURE:
            caption = None
    return found


def _same_list(items: Sequence[Draft], draft: Draft) -> bool:
    """Whether an item goes on with the list: not if its numbers begin again, or its marker is new after a gap."""
    last = items[-1]
    markers = {item.marker for item in items[:1]} | {last.marker}
    if draft.marker not in markers:
        return not draft.gap or draft.indent > last.indent + 1
    again = draft.ordinal in ("1", "a", "i") and any(draft.marker == item.marker for item in items[-1:])
    return not (again and draft.indent <= last.indent)


def _depths(items: Sequence[Draft]) -> list[int]:
    """The depth of each item: by how far in it stands, and by its marker where all stand alike."""
    depths: list[int] = []
    open_: list[Draft] = []
    for item in items:
        while len(open_) > 1 and item.indent < open_[-1].indent - 1:
            open_.pop()
        same = [place for place, other in enumerate(open_) if _is_sibling(other, item)]
        if same:
            del open_[same[-1] :]
        elif open_ and item.indent < open_[-1].indent - 1:
            open_.pop()
        open_.append(item)
        depths.append(len(open_))
    return depths


def _is_sibling(other: Draft, item: Draft) -> bool:
    if other.marker != item.marker:
        return False
    counted = bool(item.ordinal) and item.ordinal not in ("1", "a", "i")
    return abs(other.indent - item.indent) <= 1 or counted


def _label_columns(rows: Sequence[Sequence[str]]) -> int:
    """How many columns from the left hold words only, at least one, and one column is left."""
    width = len(rows[0]) if rows else 1
    if not any(is_cell(text) for row in rows for text in row[1:]):
        return 1
    count = 1
    while count < width - 1 and not any(is_cell(row[count]) for row in rows):
        count += 1
    return count
