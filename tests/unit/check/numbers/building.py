"""Documents and evidence built by hand for tests of rules: text and tables in, `Evidence` out, with no file between."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from areasend.check.numbers.check import gather
from areasend.check.numbers.checking import Rule, judge
from areasend.check.numbers.documents.model import Block, Document, ItemList, Mark, Note, Passage, Role, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import read_numbers, read_shares
from areasend.check.numbers.results.model import Finding, Result, Support
from areasend.framework import packaged_framework
from areasend.register import packaged_register


@dataclass
class Writer:
    """Makes passages with ids and lines of their own: each passage stands on the next line."""

    file: str = "a.txt"
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    count: int = 0

    def passage(self, text: str, role: Role, level: int = 0, marks: tuple[Mark, ...] = ()) -> Passage:
        self.count += 1
        return Passage(
            id=self.count, role=role, text=text, file=self.file, lines=((0, self.count),), level=level, marks=marks
        )

    def heading(self, text: str, level: int = 2) -> "Writer":
        self.blocks.append(self.passage(text, Role.HEADING, level))
        return self

    def paragraph(self, text: str, marks: tuple[Mark, ...] = ()) -> "Writer":
        self.blocks.append(self.passage(text, Role.PARAGRAPH, marks=marks))
        return self

    def items(self, *texts: str, lead: bool = True) -> "Writer":
        before = self.blocks[-1] if lead and self.blocks and isinstance(self.blocks[-1], Passage) else None
        made = tuple(self.passage(text, Role.ITEM, 1) for text in texts)
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

    def note(self, label: str, text: str) -> "Writer":
        self.notes.append(Note(label=label, passage=self.passage(text, Role.NOTE)))
        return self

    def document(self) -> Document:
        return Document(file=self.file, title="", blocks=tuple(self.blocks), notes=tuple(self.notes))


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


def numbers_only(*documents: Document | Writer) -> Evidence:
    """Evidence without claims, which cost most of the time; for properties of tables, tried on many."""
    made = tuple(entry.document() if isinstance(entry, Writer) else entry for entry in documents)
    numbers = read_numbers(made)
    framework, register = _packaged()
    return Evidence(
        documents=made, numbers=numbers, shares=read_shares(numbers), claims=(), framework=framework, register=register
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


def findings(rule: Rule, *documents: Document | Writer | str) -> list[Finding]:
    return said(rule, *documents)[0]


def result(rule: Rule, *documents: Document | Writer | str) -> Result:
    return judge(evidence(*documents), [rule])


__all__ = [
    "Writer",
    "all_quoted",
    "evidence",
    "findings",
    "numbers_only",
    "result",
    "said",
    "table",
    "text",
]
