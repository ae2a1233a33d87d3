"""The blocks of a page as they are read: passages get their numbers here, in reading order."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import count

from areasend.check.numbers.documents.model import (
    Block,
    Document,
    ItemList,
    MarkKind,
    Note,
    Passage,
    Role,
    Table,
)
from areasend.check.numbers.documents.page_tables import TableDraft
from areasend.check.numbers.documents.page_text import Text
from areasend.check.numbers.documents.tables import is_title


@dataclass(slots=True)
class ItemDraft:
    """A list item as it is read; `level` 1 is the outermost."""

    level: int
    line: int
    text: Text = field(default_factory=Text)


@dataclass(slots=True)
class NoteDraft:
    label: str
    line: int
    text: Text = field(default_factory=Text)
    back_links: int = 0


@dataclass(slots=True)
class Figure:
    """A figure as it is read: its first block, and its title once there is one."""

    since: int
    title: Passage | None = None


class Blocks:
    """What has been read of a page. `furniture` is set while what is read is none of its text."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.blocks: list[Block] = []
        self.notes: list[NoteDraft] = []
        self.furniture = False
        # The sources of the quotations that surround what is read, the innermost last.
        self.sources: list[str] = []
        self._ids = count()
        self._told: set[str] = set()
        self._figures: list[Figure] = []
        self._untitled: list[int] = []

    def number(self) -> int:
        return next(self._ids)

    def passage(self, text: Text, role: Role, *, line: int, level: int = 0) -> Passage:
        """Numbers a text. What stands within a quotation is marked as a whole."""
        if self.sources:
            text.cover(MarkKind.QUOTED, self.sources[-1])
        role = Role.FURNITURE if self.furniture else role
        return text.passage(number=self.number(), role=role, file=self.file, line=line, level=level)

    def put(self, text: Text, role: Role, *, line: int, level: int = 0) -> None:
        """Ends a passage. A heading that calls itself the title of a table or figure is that, and heads no section."""
        if role is Role.HEADING and level > 1 and is_title(text.shown):
            role, level = Role.CAPTION, 0
        self.blocks.append(self.passage(text, role, line=line, level=level))

    def put_list(self, drafts: Iterable[ItemDraft], lead: Passage | None) -> None:
        items = [
            self.passage(draft.text, Role.ITEM, line=draft.line, level=draft.level) for draft in drafts if draft.text
        ]
        if self.furniture:
            self.blocks.extend(items)
        elif items:
            self.blocks.append(ItemList(items=tuple(items), lead=lead))

    def put_table(self, draft: TableDraft) -> None:
        """A table with its title: its own, or the title that stands right before it."""
        laid = draft.lay_out()
        if laid is None:
            return
        if self.furniture or (len(laid.grid) == len(laid.grid[0]) == 1):
            for row in draft.rows:
                for cell in row:
                    if cell.text:
                        self.put(cell.text, Role.PARAGRAPH, line=cell.line)
            return
        for row in draft.rows if self.sources else ():
            for cell in row:
                cell.text.cover(MarkKind.QUOTED, self.sources[-1])
        table = draft.table(self._title_before(), self.number, laid)
        if table.caption is None:
            self._untitled.append(len(self.blocks))
        self.blocks.append(table)

    def put_alternative(self, words: str, line: int) -> None:
        """Words in place of a picture; the same picture may stand there once for each width of a screen."""
        text = Text()
        text.add(words, line)
        shown = text.shown
        if text and shown not in self._told:
            self._told.add(shown)
            self.put(text, Role.ALTERNATIVE, line=line)

    def lead(self) -> Passage | None:
        """The passage right before a list."""
        last = self.blocks[-1] if self.blocks else None
        leads = isinstance(last, Passage) and last.role in {Role.PARAGRAPH, Role.HEADING, Role.CAPTION}
        return last if leads and isinstance(last, Passage) else None

    def _title_before(self) -> Passage | None:
        last = self.lead()
        if last is None or last.role in {Role.HEADING, Role.CAPTION}:
            return last
        return last if is_title(last.text) else None

    def start_figure(self) -> None:
        self._figures.append(Figure(len(self.blocks)))

    def title_figure(self, since: int) -> None:
        """The first passage of a figure's caption, which starts at this block, is its title."""
        title = self.blocks[since] if since < len(self.blocks) else None
        if self._figures and isinstance(title, Passage) and self._figures[-1].title is None:
            self._figures[-1].title = title

    def end_figure(self) -> None:
        """Gives the title of a figure to the tables in it that have none."""
        figure = self._figures.pop()
        while self._untitled and self._untitled[-1] >= figure.since:
            place = self._untitled.pop()
            table = self.blocks[place]
            if isinstance(table, Table) and figure.title is not None:
                self.blocks[place] = replace(table, caption=figure.title)

    def document(self, title: str, source: tuple[str, ...]) -> Document:
        # Notes are the page's own wherever they stand; menus hold none.
        self.furniture = False
        notes = tuple(
            Note(
                label=draft.label,
                passage=self.passage(draft.text, Role.NOTE, line=draft.line),
                back_links=draft.back_links,
            )
            for draft in self.notes
            if draft.text
        )
        headings = (block for block in self.blocks if isinstance(block, Passage) and block.role is Role.HEADING)
        main = next((heading.text for heading in headings if heading.level == 1), "")
        return Document(file=self.file, title=main or title, blocks=tuple(self.blocks), notes=notes, source=source)
