"""A publication as its page shows it: passages cut at their numbers, and where each number and each finding leads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from areasend.check.numbers.documents.model import Block, Document, ItemList, MarkKind, Passage, Role, Table, Where
from areasend.check.numbers.results.model import Finding, Judged, Status
from areasend.check.numbers.results.report import Report
from areasend.check.numbers.results.wording import visible

# The document's own headings stand below the name of its file, which is a heading of the third level.
_TOP, _LOWEST = 4, 6


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a passage: text, a number (`number` set), or the sign of a footnote (`note` set)."""

    text: str
    number: Judged | None = None
    note: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownPassage:
    """`id` is where findings lead that no number of it has; `remarks` are the places of these findings."""

    segments: tuple[Segment, ...]
    id: str = ""
    remarks: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(segment.text.strip() for segment in self.segments)


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownBlock:
    """A block by its form: heading, paragraph, list or table; `level` is a heading's in the page, 0 of other text."""

    form: str
    passages: tuple[ShownPassage, ...] = ()
    level: int = 0
    levels: tuple[int, ...] = ()
    caption: ShownPassage | None = None
    name: str = ""
    rows: tuple[tuple[ShownPassage, ...], ...] = ()
    label_columns: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownDocument:
    file: str
    title: str
    blocks: tuple[ShownBlock, ...]
    notes: tuple[tuple[str, ShownPassage], ...]
    numbers: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """Every document, and for each finding by its place the id in the page that it is about, empty if there is none."""

    documents: tuple[ShownDocument, ...]
    places: tuple[str, ...]
    accepted_places: tuple[str, ...]


@dataclass(slots=True)
class _Links:
    """Judged numbers by their passage, and findings without a number by theirs."""

    numbers: dict[tuple[str, int], list[Judged]] = field(default_factory=dict)
    remarks: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    marked: set[tuple[str, int]] = field(default_factory=set)

    def id(self, passage: Passage, document: int) -> str:
        return f"p{document}-{passage.id}" if (passage.file, passage.id) in self.marked else ""


def shown(report: Report) -> Shown:
    """Cuts every passage once: linear in the size of the publication."""
    links = _Links()
    for entry in report.judged:
        passage = entry.number.passage
        links.numbers.setdefault((passage.file, passage.id), []).append(entry)
    known = {entry.number.id for entry in report.judged}
    passages = _Passages(report.documents)
    places = [_place(finding, known, passages, links) for finding in report.findings]
    for place, (finding, at) in enumerate(zip(report.findings, places, strict=True)):
        if at.startswith("p"):
            links.remarks.setdefault(passages.key(finding), []).append(place)
    accepted = tuple(_place(entry.finding, known, passages, links) for entry in report.accepted)
    documents = tuple(_document(document, number, links) for number, document in enumerate(report.documents))
    return Shown(documents=documents, places=tuple(places), accepted_places=accepted)


class _Passages:
    """Passages by where they stand, so that a finding leads to the words that it quotes."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._at: dict[Where, list[tuple[int, Passage]]] = {}
        for number, document in enumerate(documents):
            for passage in document.passages():
                for offset, _ in passage.lines:
                    self._at.setdefault(passage.where(offset), []).append((number, passage))

    def of(self, finding: Finding) -> tuple[int, Passage] | None:
        near = self._at.get(finding.where, [])
        quoting = (entry for entry in near if finding.quote in entry[1].text)
        return next(quoting, near[0] if near else None)

    def key(self, finding: Finding) -> tuple[str, int]:
        found = self.of(finding)
        assert found is not None, "only a finding that has its place is asked for it"
        return found[1].file, found[1].id


def _place(finding: Finding, known: set[int], passages: _Passages, links: _Links) -> str:
    """The id of a finding's first number, or of its passage."""
    number = next((number for number in finding.numbers if number in known), None)
    if number is not None:
        return f"n{number}"
    found = passages.of(finding)
    if found is None:
        return ""
    document, passage = found
    links.marked.add((passage.file, passage.id))
    return f"p{document}-{passage.id}"


def _document(document: Document, number: int, links: _Links) -> ShownDocument:
    blocks = tuple(_blocks(document, number, links))
    notes = tuple((visible(note.label), _passage(note.passage, number, links)) for note in document.notes)
    count = sum(len(links.numbers.get((passage.file, passage.id), ())) for passage in document.passages())
    return ShownDocument(
        file=visible(document.file), title=visible(document.title), blocks=blocks, notes=notes, numbers=count
    )


def _blocks(document: Document, number: int, links: _Links) -> Iterator[ShownBlock]:
    path: list[int] = []
    for block in document.blocks:
        level = 0
        if isinstance(block, Passage) and block.role is Role.HEADING and block.text.strip():
            path = [above for above in path if above < block.level] + [block.level]
            level = min(_TOP + len(path) - 1, _LOWEST)
        yield _block(block, level, number, links)


def _block(block: Block, level: int, number: int, links: _Links) -> ShownBlock:
    if isinstance(block, ItemList):
        return ShownBlock(
            form="list",
            passages=tuple(_passage(item, number, links) for item in block.items),
            levels=tuple(max(1, item.level) for item in block.items),
        )
    if isinstance(block, Table):
        return _table(block, number, links)
    form = "heading" if level else "furniture" if block.role is Role.FURNITURE else "paragraph"
    return ShownBlock(form=form, level=level, passages=(_passage(block, number, links),))


def _table(table: Table, number: int, links: _Links) -> ShownBlock:
    return ShownBlock(
        form="table",
        passages=tuple(_passage(cell, number, links) for cell in table.header),
        caption=None if table.caption is None else _passage(table.caption, number, links),
        name=visible(table.name or (table.caption.text if table.caption is not None else "")),
        rows=tuple(tuple(_passage(cell, number, links) for cell in row) for row in table.rows),
        # A row of labels alone labels nothing.
        label_columns=table.label_columns if table.label_columns < len(table.header) else 0,
    )


def _passage(passage: Passage, number: int, links: _Links) -> ShownPassage:
    key = (passage.file, passage.id)
    return ShownPassage(
        segments=tuple(_segments(passage, links.numbers.get(key, ()))),
        id=links.id(passage, number),
        remarks=tuple(links.remarks.get(key, ())),
    )


def _segments(passage: Passage, numbers: Iterable[Judged]) -> Iterator[Segment]:
    text, done = visible(passage.text), 0
    for start, end, segment in sorted(_cuts(passage, numbers), key=lambda cut: cut[:2]):
        if start < done:
            continue
        if text[done:start]:
            yield Segment(text[done:start])
        yield segment if segment.note else Segment(text[start:end], number=segment.number)
        done = end
    if text[done:]:
        yield Segment(text[done:])


def _cuts(passage: Passage, numbers: Iterable[Judged]) -> Iterator[tuple[int, int, Segment]]:
    for entry in numbers:
        yield entry.number.start, entry.number.end, Segment("", number=entry)
    for mark in passage.marked(MarkKind.FOOTNOTE):
        yield mark.start, mark.start, Segment(visible(mark.value), note=True)


@dataclass(slots=True)
class Reason:
    """Numbers that stand alike for the same reason."""

    status: Status
    how: str
    records: tuple[str, ...]
    numbers: list[Judged] = field(default_factory=list)


def reasons(judged: Iterable[Judged]) -> list[Reason]:
    """Each state with its reason once, in the order of their first numbers."""
    found: dict[tuple[Status, str], Reason] = {}
    for entry in judged:
        reason = found.setdefault((entry.status, entry.how), Reason(entry.status, entry.how, entry.records))
        reason.numbers.append(entry)
    return list(found.values())
