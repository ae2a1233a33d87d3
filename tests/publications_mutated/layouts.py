"""Texts put together piece by piece, so that it is known where each statistic stands: plain, Markdown, HTML, CSV."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.publications_mutated.annotating import worth
from tests.publications_mutated.model import Choice, Grid, Key, Listing, Relation, Row, Span, Stand, Subject, Word


@dataclass(frozen=True)
class Said:
    """A statistic to be written. Its text may be of words ("no") or with unit and thousands."""

    name: str
    text: str
    key: Key
    sort: str = "count"
    relation: str = "="


@dataclass(frozen=True)
class Named:
    """Words that could be others."""

    sort: str
    text: str
    choices: tuple[Choice, ...]
    stands: tuple[str, ...] = ()
    index: int = 0


Piece = str | Said | Named


@dataclass
class Known:
    """All that is known of a publication while it is written; shared between its files."""

    files: dict[str, str] = field(default_factory=dict)
    stands: dict[str, Stand] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    lists: dict[str, Listing] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def relate(self, kind: str, stands: Sequence[str], label: str, **more: object) -> None:
        self.relations.append(Relation(kind, tuple(stands), label, **more))  # type: ignore[arg-type]

    def subject(self, name: str) -> Subject:
        return Subject(
            name, self.files, self.stands, tuple(self.words), tuple(self.grids), self.lists, tuple(self.relations)
        )


@dataclass(frozen=True)
class Marks:
    """What a layout puts around things, before and after each; what it does not say is as in CSV."""

    title: tuple[str, str] = ("", "")
    heading: tuple[str, str] = ("", "")
    paragraph: tuple[str, str] = ("", "")
    items: tuple[str, str] = ("", "")
    item: tuple[str, str] = ("", "")
    table: tuple[str, str] = ("", "")
    caption: tuple[str, str] = ("", "")
    head: tuple[str, str] = ("", "")
    between_heads: str = ","
    row: tuple[str, str] = ("", "")
    between_label: str = ","
    between: str = ","


LAYOUTS = {
    "plain": Marks(
        title=("", "\n\n"),
        heading=("", "\n\n"),
        paragraph=("", "\n\n"),
        items=("", "\n"),
        item=("  • ", "\n"),
        table=("", "\n"),
        caption=("", "\n\n"),
        head=("", "\n"),
        between_heads=" ",
        row=("", "\n"),
        between_label=" ",
        between=" ",
    ),
    "markdown": Marks(
        title=("# ", "\n\n"),
        heading=("## ", "\n\n"),
        paragraph=("", "\n\n"),
        items=("", "\n"),
        item=("- ", "\n"),
        table=("", "\n"),
        caption=("**", "**\n\n"),
        head=("| ", " |\n"),
        between_heads=" | ",
        row=("| ", " |\n"),
        between_label=" | ",
        between=" | ",
    ),
    "html": Marks(
        title=("<h1>", "</h1>\n"),
        heading=("<h2>", "</h2>\n"),
        paragraph=("<p>", "</p>\n"),
        items=("<ul>\n", "</ul>\n"),
        item=("<li>", "</li>\n"),
        table=("<table>\n", "</table>\n"),
        caption=("<caption>", "</caption>\n"),
        head=('<tr><th scope="col">', "</th></tr>\n"),
        between_heads='</th><th scope="col">',
        row=('<tr><th scope="row">', "</td></tr>\n"),
        between_label="</th><td>",
        between="</td><td>",
    ),
    "csv": Marks(
        head=("", "\r\n"),
        row=("", "\r\n"),
    ),
}
LAYOUTS["tabs"] = Marks(**{**vars(LAYOUTS["plain"]), "between_heads": "\t", "between_label": "\t", "between": "\t"})


class Page:
    """One file under way."""

    def __init__(self, file: str, layout: str, known: Known) -> None:
        self.file = file
        self.layout = layout
        self.marks = LAYOUTS[layout]
        self.known = known
        self._parts: list[str] = []
        self._length = 0
        if layout == "html":
            self._add(
                '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Release</title></head>\n<body>\n'
            )

    def title(self, *pieces: Piece) -> None:
        self._marked(self.marks.title, pieces)

    def heading(self, *pieces: Piece) -> None:
        self._marked(self.marks.heading, pieces)

    def paragraph(self, *pieces: Piece) -> None:
        self._marked(self.marks.paragraph, pieces)

    def listing(self, name: str, items: Sequence[str]) -> None:
        self._add(self.marks.items[0])
        spans = tuple(self._marked(self.marks.item, (item,)) for item in items)
        self._add(self.marks.items[1])
        self.known.lists[name] = Listing(name, spans)

    def table(
        self,
        caption: Sequence[Piece],
        heads: Sequence[tuple[str, str]],
        rows: Sequence[tuple[str, str, Sequence[Said]]],
        corner: str = "Region",
    ) -> tuple[Row, ...]:
        """`heads` and `rows` have the words and what they say. The grid is known without the rows that are of all."""
        marks = self.marks
        self._add(marks.table[0])
        if self.layout != "csv":
            self._marked(marks.caption, caption)
        self._add(marks.head[0] + corner)
        spans = []
        for words, _ in heads:
            self._add(marks.between_heads)
            spans.append(self._piece(words))
        self._add(marks.head[1])
        if self.layout == "markdown":
            self._add("|---" * (len(heads) + 1) + "|\n")
        made = tuple(self._row(label, facet, cells) for label, facet, cells in rows)
        self._add(marks.table[1])
        parts = tuple(row for row in made if row.facet != "all")
        name = f"{self.file} grid {len(self.known.grids)}"
        self.known.grids.append(Grid(name, parts, tuple(facet for _, facet in heads), tuple(spans)))
        return parts

    def done(self) -> None:
        if self.layout == "html":
            self._add("</body></html>\n")
        self.known.files[self.file] = "".join(self._parts)

    def _row(self, label: str, facet: str, cells: Sequence[Said]) -> Row:
        start = self._length
        self._add(self.marks.row[0])
        there = self._piece(label)
        for place, cell in enumerate(cells):
            self._add(self.marks.between if place else self.marks.between_label)
            self._said(cell, in_table=True)
        self._add(self.marks.row[1])
        return Row(there, facet, tuple(cell.name for cell in cells), Span(self.file, start, self._length))

    def _marked(self, around: tuple[str, str], pieces: Sequence[Piece]) -> Span:
        start = self._length
        self._add(around[0])
        for piece in pieces:
            self._piece(piece)
        self._add(around[1])
        return Span(self.file, start, self._length)

    def _piece(self, piece: Piece) -> Span:
        if isinstance(piece, Said):
            return self._said(piece, in_table=False)
        text = piece if isinstance(piece, str) else piece.text
        span = self._add(text)
        if isinstance(piece, Named):
            others = tuple(choice for choice in piece.choices if choice.text != text)
            name = f"{self.file} {piece.sort} {len(self.known.words)}"
            self.known.words.append(Word(name, span, text, piece.sort, others, piece.stands, piece.index))
        return span

    def _said(self, said: Said, *, in_table: bool) -> Span:
        span = self._add(said.text)
        assert said.name not in self.known.stands, said.name
        self.known.stands[said.name] = Stand(
            said.name, span, said.text, worth(said.text), said.key, said.sort, said.relation, in_table
        )
        return span

    def _add(self, text: str) -> Span:
        self._parts.append(text)
        self._length += len(text)
        return Span(self.file, self._length - len(text), self._length)
