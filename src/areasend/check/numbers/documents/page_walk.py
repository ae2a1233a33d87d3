"""One pass over the tree of a page: where its text goes, and what ends where an element ends.

Text is gathered in one of three ways (`Gathers`): in the flow each block ends the passage before it; in a list item a
block within only shows as a gap, and lists nest; in a cell, a note or a heading lists too are part of the one text.
"""

from collections.abc import Callable, Mapping
from enum import Enum

from lxml import etree
from lxml.etree import _Element

from areasend.check.numbers.documents.model import MarkKind, Role
from areasend.check.numbers.documents.page_blocks import Blocks, ItemDraft, NoteDraft
from areasend.check.numbers.documents.page_furniture import Reading, by_tag, reading_of
from areasend.check.numbers.documents.page_notes import holds_notes, note_targets
from areasend.check.numbers.documents.page_tables import TableDraft, layouts
from areasend.check.numbers.documents.page_text import Text

End = Callable[[], None]
# What starts an element: what is to be done at its end; None for nothing; `skip` where nothing in it is read.
Handler = Callable[["Walk", _Element], End | None]
_NOTE_TAGS = frozenset({"li", "p", "div", "aside", "section", "dd"})


def skip() -> None:
    """Stands for the end of an element in which nothing is read."""


class Gathers(Enum):
    FLOW = "flow"
    ITEM = "item"
    INLINE = "inline"


class Walk:
    """Reads the page under `root`; `targets` are the ids of its notes with their labels."""

    def __init__(self, file: str, root: _Element, handlers: Mapping[str, Handler]) -> None:
        self.out = Blocks(file)
        self._root = root
        self.targets = note_targets(root)
        self.layouts = layouts(root)
        self._handlers = handlers
        self.inside = False
        self.line = 1
        self.text = Text()
        self.gathers = Gathers.FLOW
        self.role, self.level = Role.PARAGRAPH, 0
        self.items: list[ItemDraft] | None = None
        self.depth = 0
        self.loose_items: list[ItemDraft] = []
        self.tables: list[TableDraft | None] = []
        self.in_head = False
        self.note: NoteDraft | None = None
        self.note_list = 0
        self.note_label = ""

    def read(self) -> None:
        ends: list[list[End]] = []
        walker = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                self.line = max(self.line, element.sourceline or 1)
                begun = self._begin(element)
                if begun is None:
                    self.line = _line_after(element, self.line)
                    walker.skip_subtree()
                    ends.append([])
                    continue
                ends.append(begun)
                if element.text:
                    self.line = self.text.add(element.text, self.line)
            else:
                for end in reversed(ends.pop()):
                    end()
                if element.tail:
                    self.line = self.text.add(element.tail, self.line)
        self.flush()
        self.end_loose_items()

    def _begin(self, element: _Element) -> list[End] | None:
        tag = str(element.tag)
        attributes = element.keys()
        reading = reading_of(element, tag, self.inside) if attributes else by_tag(tag, self.inside)
        if reading is Reading.UNSHOWN:
            return None
        ends: list[End] = []
        if reading is Reading.FURNITURE:
            ends.append(self.furnish(True))
        label = self._label_of_note(element, tag) if attributes or self.note_list else None
        handler = self._handlers.get(tag) if label is None else None
        end = self.start_note(label) if label is not None else handler and handler(self, element)
        if end is skip:
            return None
        if end is not None:
            ends.append(end)
        if attributes:
            self._marks(element, ends)
        return ends

    def _marks(self, element: _Element, ends: list[End]) -> None:
        figure = element.get("data-ref")
        if figure:
            ends.append(self.mark(MarkKind.FIGURE, figure))
        quoted = element.get("data-quoted")
        if quoted is not None:
            ends.append(self.mark(MarkKind.QUOTED, quoted))
        if holds_notes(element.get("role", ""), element.get("class", "")):
            outer, self.note_list = self.note_list, 1
            ends.append(lambda: setattr(self, "note_list", outer))

    def mark(self, kind: MarkKind, value: str) -> End:
        text = self.text
        opened = text.open(kind, value)
        return lambda: text.close(opened)

    def furnish(self, furniture: bool) -> End:
        """What is read until its end is, or is not, furniture."""
        self.boundary()
        outer, self.out.furniture = self.out.furniture, furniture

        def end() -> None:
            self.boundary()
            self.out.furniture = outer

        return end

    def boundary(self) -> None:
        """The edge of a block: ends a passage of the flow, and shows as a gap in anything else."""
        if self.gathers is Gathers.FLOW:
            self.flush()
        else:
            self.text.space()

    def flush(self) -> None:
        """Ends the passage that is being read."""
        if self.text:
            self.end_loose_items()
            if self.note_label and not self.out.furniture:
                self.out.notes.append(NoteDraft(self.note_label, self.line, self.text))
            else:
                self.out.put(self.text, self.role, line=self.line, level=self.level)
        self.note_label = ""
        self.text = Text()

    def end_loose_items(self) -> None:
        """Ends a list that a word processor wrote as paragraphs."""
        if self.loose_items:
            drafts, self.loose_items = self.loose_items, []
            self.out.put_list(drafts, self.out.lead())

    def gather(self, text: Text, gathers: Gathers) -> End:
        """What is read until its end goes to this text."""
        outer = self.text, self.gathers
        self.text, self.gathers = text, gathers

        def end() -> None:
            self.text, self.gathers = outer

        return end

    def start_passage(self, role: Role, level: int = 0) -> End:
        """A heading or a caption: one passage, whatever stands in it."""
        if self.gathers is not Gathers.FLOW:
            self.text.space()
            return self.text.space
        self.flush()
        self.role, self.level, self.gathers = role, level, Gathers.INLINE

        def end() -> None:
            self.gathers = Gathers.FLOW
            self.flush()
            self.role, self.level = Role.PARAGRAPH, 0

        return end

    def start_note(self, label: str) -> End:
        self.boundary()
        draft = self.note = NoteDraft(label, self.line)
        self.out.notes.append(draft)
        restore = self.gather(draft.text, Gathers.INLINE)

        def end() -> None:
            restore()
            self.note = None

        return end

    def _label_of_note(self, element: _Element, tag: str) -> str | None:
        """The label of the note that an element is, if it is one."""
        if self.note is not None or tag not in _NOTE_TAGS or self.out.furniture:
            return None
        label = self.targets.get(element.get("id", ""))
        if self.note_list and tag == "li":
            label = label or str(self.note_list)
            self.note_list += 1
        return label


def _line_after(element: _Element, line: int) -> int:
    """The line on which an element ends that is not read."""
    for within in element.iter():
        line = max(line, within.sourceline or 1) + (within.text or "").count("\n")
        if within is not element:
            line += (within.tail or "").count("\n")
    return line
