"""Documents and evidence built by hand for tests of rules: text and tables in, `Evidence` out, with no file between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from areasend.check.numbers.check import gather
from areasend.check.numbers.checking import Rule, judge
from areasend.check.numbers.documents.model import Block, Document, ItemList, Mark, MarkKind, Note, Passage, Role, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import read_numbers, read_shares
from areasend.check.numbers.results.model import Finding, Result, Support
from areasend.framework import packaged_framework
from areasend.register import packaged_register
from areasend.snapshot import Snapshot

_MARKER = re.compile(r"\[\^(\w+)\]")


@dataclass
class Writer:
    """Makes passages with ids and lines of their own, each on the next line; "[^1]" in a text is a footnote marker."""

    file: str = "a.txt"
    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    count: int = 0

    def passage(self, text: str, role: Role, level: int = 0, marks: tuple[Mark, ...] = ()) -> Passage:
        self.count += 1
        plain, noted = _noted(text)
        return Passage(
            id=self.count,
            role=role,
            text=plain,
            file=self.file,
            lines=((0, self.count),),
            level=level,
            marks=(*marks, *noted),
        )

    def heading(self, text: str, level: int = 2) -> "Writer":
        self.blocks.append(self.passage(text, Role.HEADING, level))
        return self

    def paragraph(self, text: str, marks: tuple[Mark, ...] = ()) -> "Writer":
        self.blocks.append(self.passage(text, Role.PARAGRAPH, marks=marks))
        return self

    def text(self, text: str, role: Role = Role.PARAGRAPH) -> "Writer":
        self.blocks.append(self.passage(text, role))
        return self

    def items(self, *texts: str, lead: bool = True) -> "Writer":
        """A list; a text that begins with two spaces is an item of an item."""
        before = self.blocks[-1] if lead and self.blocks and isinstance(self.blocks[-1], Passage) else None
        made = tuple(self.passage(text.strip(), Role.ITEM, 2 if text.startswith("  ") else 1) for text in texts)
        self.blocks.append(ItemList(items=made, lead=before))
        return self

    def table(
        self,
        header: Sequence[str],
        *rows: Sequence[object],
        caption: str = "",
        labels: int = 1,
        marks: tuple[Mark, ...] = (),
    ) -> "Writer":
        self.blocks.append(
            Table(
                caption=self.passage(caption, Role.CAPTION, marks=marks) if caption else None,
                header=tuple(self.passage(text, Role.CELL) for text in header),
                rows=tuple(tuple(self.passage(str(cell), Role.CELL) for cell in row) for row in rows),
                label_columns=labels,
            )
        )
        return self

    def note(self, label: str, text: str, back_links: int = 0) -> "Writer":
        self.notes.append(Note(label=label, passage=self.passage(text, Role.NOTE), back_links=back_links))
        return self

    def document(self) -> Document:
        return Document(file=self.file, title=self.title, blocks=tuple(self.blocks), notes=tuple(self.notes))


def _noted(text: str) -> tuple[str, list[Mark]]:
    """A text without its markers, and these."""
    marks, plain, end = [], "", 0
    for found in _MARKER.finditer(text):
        plain += text[end : found.start()]
        marks.append(Mark(MarkKind.FOOTNOTE, len(plain), len(plain), found[1]))
        end = found.end()
    return plain + text[end:], marks


def text(*paragraphs: str) -> Writer:
    """A document of paragraphs; one that begins with "# " is a heading."""
    writer = Writer()
    for paragraph in paragraphs:
        if paragraph.startswith("# "):
            writer.heading(paragraph[2:])
        else:
            writer.paragraph(paragraph)
    return writer


def table(header: Sequence[str], *rows: Sequence[object], caption: str = "", labels: int = 1) -> Writer:
    return Writer().table(header, *rows, caption=caption, labels=labels)


def evidence(*documents: Document | Writer | str) -> Evidence:
    """What rules look at, read as it is for a check; a string is a document of one paragraph."""
    written = [text(entry) if isinstance(entry, str) else entry for entry in documents]
    made = tuple(entry.document() if isinstance(entry, Writer) else entry for entry in written)
    framework, register = _packaged()
    return gather(made, framework=framework, register=register)


@cache
def _packaged():  # type: ignore[no-untyped-def]
    return packaged_framework(), packaged_register()


def numbers_only(*documents: Document | Writer, snapshot: Snapshot | None = None) -> Evidence:
    """Evidence without claims, which cost most of the time: for rules of words, and properties tried on many tables."""
    made = tuple(entry.document() if isinstance(entry, Writer) else entry for entry in documents)
    numbers = read_numbers(made)
    framework, register = _packaged()
    return Evidence(
        documents=made,
        numbers=numbers,
        shares=read_shares(numbers),
        claims=(),
        framework=framework,
        register=register,
        snapshot=snapshot,
    )


def all_quoted(made: Evidence) -> Evidence:
    """The same with every number quoted from elsewhere."""
    return replace(made, quoted=frozenset(number.id for number in made.numbers))


def said(rule: Rule, *documents: Document | Writer | str) -> tuple[list[Finding], list[Support]]:
    """What a rule says of documents: findings and supports."""
    verdicts = list(rule(evidence(*documents)))
    return (
        [verdict for verdict in verdicts if isinstance(verdict, Finding)],
        [verdict for verdict in verdicts if isinstance(verdict, Support)],
    )


def found_by(rule: Rule, *documents: Document | Writer, snapshot: Snapshot | None = None) -> list[Finding]:
    """What a rule that looks at no claim finds in documents."""
    verdicts = rule(numbers_only(*documents, snapshot=snapshot))
    return [verdict for verdict in verdicts if isinstance(verdict, Finding)]


def right_by(rule: Rule, *documents: Document | Writer) -> list[str]:
    """The numbers that such a rule finds right, as printed."""
    made = numbers_only(*documents)
    supports = (verdict for verdict in rule(made) if isinstance(verdict, Support))
    return [made.numbers[number].text for support in supports for number in support.numbers]


def findings(rule: Rule, *documents: Document | Writer | str) -> list[Finding]:
    return said(rule, *documents)[0]


def result(rule: Rule, *documents: Document | Writer | str) -> Result:
    return judge(evidence(*documents), [rule])


__all__ = [
    "Writer",
    "all_quoted",
    "evidence",
    "findings",
    "found_by",
    "numbers_only",
    "result",
    "right_by",
    "said",
    "table",
    "text",
]
