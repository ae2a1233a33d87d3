"""Documents for the check of numbers, written by hand block by block, and the evidence that is read from them."""

import re
from collections.abc import Sequence
from itertools import count

from areasend.check.numbers.checking import Rule
from areasend.check.numbers.documents.model import Block, Document, ItemList, Mark, MarkKind, Note, Passage, Role, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import read_numbers, read_shares
from areasend.check.numbers.results.model import Finding, Support
from areasend.framework import packaged_framework
from areasend.register import packaged_register
from areasend.snapshot import Snapshot

_MARKER = re.compile(r"\[\^(\w+)\]")


class Writer:
    """Writes one document: each call adds a block on the next line; "[^1]" in a text is a footnote marker."""

    def __init__(self, title: str = "A publication", file: str = "a.txt") -> None:
        self.title = title
        self.file = file
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self._ids = count()
        self._lines = count(1)

    def passage(self, role: Role, text: str, level: int = 0) -> Passage:
        marks, plain, end = [], "", 0
        for found in _MARKER.finditer(text):
            plain += text[end : found.start()]
            marks.append(Mark(MarkKind.FOOTNOTE, len(plain), len(plain), found[1]))
            end = found.end()
        return Passage(
            id=next(self._ids),
            role=role,
            text=plain + text[end:],
            file=self.file,
            lines=((0, next(self._lines)),),
            level=level,
            marks=tuple(marks),
        )

    def heading(self, text: str, level: int = 2) -> "Writer":
        self.blocks.append(self.passage(Role.HEADING, text, level))
        return self

    def text(self, text: str, role: Role = Role.PARAGRAPH) -> "Writer":
        self.blocks.append(self.passage(role, text))
        return self

    def items(self, *texts: str) -> "Writer":
        """A list; a text that begins with two spaces is an item of an item."""
        items = [self.passage(Role.ITEM, text.strip(), 2 if text.startswith("  ") else 1) for text in texts]
        lead = self.blocks[-1] if self.blocks and isinstance(self.blocks[-1], Passage) else None
        self.blocks.append(ItemList(items=tuple(items), lead=lead))
        return self

    def table(self, header: Sequence[str], *rows: Sequence[str], caption: str = "") -> "Writer":
        title = self.passage(Role.CAPTION, caption) if caption else None
        cells = [tuple(self.passage(Role.CELL, text) for text in row) for row in (header, *rows)]
        self.blocks.append(Table(header=cells[0], rows=tuple(cells[1:]), caption=title))
        return self

    def note(self, label: str, text: str, back_links: int = 0) -> "Writer":
        self.notes.append(Note(label=label, passage=self.passage(Role.NOTE, text), back_links=back_links))
        return self

    @property
    def document(self) -> Document:
        return Document(file=self.file, title=self.title, blocks=tuple(self.blocks), notes=tuple(self.notes))


def evidence_of(*written: Writer | Document, snapshot: Snapshot | None = None) -> Evidence:
    """What is read from documents, with the packaged names."""
    documents = tuple(entry.document if isinstance(entry, Writer) else entry for entry in written)
    numbers = read_numbers(documents)
    return Evidence(
        documents=documents,
        numbers=numbers,
        shares=read_shares(numbers),
        claims=(),
        framework=packaged_framework(),
        register=packaged_register(),
        snapshot=snapshot,
    )


def findings(rule: Rule, *written: Writer | Document, snapshot: Snapshot | None = None) -> list[Finding]:
    """What a rule finds in documents."""
    verdicts = rule(evidence_of(*written, snapshot=snapshot))
    return [verdict for verdict in verdicts if isinstance(verdict, Finding)]


def supported(rule: Rule, *written: Writer | Document) -> list[str]:
    """The numbers that a rule finds right, as printed."""
    evidence = evidence_of(*written)
    supports = (verdict for verdict in rule(evidence) if isinstance(verdict, Support))
    return [evidence.numbers[number].text for support in supports for number in support.numbers]
