"""How far a source reaches: over its sentence, into sentences that continue it, over a table or list that it heads.

What the publisher says of its own work is never quoted, whatever note stands behind the sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from areasend.check.numbers.documents.model import Document, ItemList, MarkKind, Passage, Table
from areasend.check.numbers.quoting.bodies import Bodies, words_of
from areasend.check.numbers.quoting.model import By, Quoted
from areasend.check.numbers.quoting.source_words import is_source_line, source_in, source_of_note
from areasend.check.numbers.reading.model import Number

_SAME = r"(?:the|that) same (?:calendar |academic |financial |school )?(?:year|period|time|month|quarter)"
_VERBS = "is|was|represent(?:s|ed)|compare[sd]|include[sd]|equate[sd]|amount(?:s|ed)|has|had|means?|meant"
_CONTINUING = re.compile(
    r"\W*(?:(?:and )?of (?:these|those|them|this)\b|among(?:st)? (?:these|those|them)\b"
    rf"|(?:in|over|during|for) {_SAME}"
    r"|an? (?:further|additional)\b|another\b|further,|additionally\b|in addition\b"
    r"|there (?:were|was|are) (?:also|additionally)\b|despite (?:this|these)\b|overall\b|in (?:total|all)\b"
    rf"|by comparison\b|similarly\b|this (?:{_VERBS})\b|these (?:{_VERBS}|represent|include|figures|numbers)\b"
    r"|this (?:figure|number|total|proportion|percentage|rate|increase|rise|decrease|fall|reduction)\b"
    r"|it also\b|they also\b|the remaining\b"
    r"|the (?:same )?(?:report|publication|survey|study|figures|data|statistics|source) (?:also )?\w)",
    re.IGNORECASE,
)
_DOING = (
    r"carr(?:y|ied) out|conduct(?:ed)?|complet(?:e|ed)|inspect(?:ed)?|visit(?:ed)?|f(?:ind|ound)|judged?|received?"
    r"|concluded?|undert(?:ake|ook|aken)|identif(?:y|ied)|gathered|collected|published|issued|made|held|saw|seen|spoke"
    r"|reviewed|evaluated|surveyed|sampled|counted|graded|looked at|asked|gave|given"
)
_OWN_WORK = re.compile(
    rf"\b(?:we|inspectors|inspectorates)\b(?: \w+){{0,2}}? (?:{_DOING})\b"
    r"|\bour (?:\w+ ){0,2}?(?:inspections?|visits?|reviews?|surveys?|sample|reports?)\b"
    r"|\b(?:this|these) (?:\w+ ){0,2}?(?:publication|release|inspections?|visits?)\b",
    re.IGNORECASE,
)
_OF_OWN_BODY = re.compile(rf"^\W*(?:(?:also|has|have|jointly|had|together|and) ){{0,3}}(?:{_DOING})\b", re.IGNORECASE)
# Headings of columns that give what stands elsewhere: "Printed", "As printed", "Value there".
_PRINTED = re.compile(r"\b(?:printed|quoted|there)\W*$", re.IGNORECASE)
_CLAUSE = re.compile(r";|,? (?:while|whereas|although|whilst) |, (?:and|but) |: ")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence with numbers, or the text between two of them: offsets in the passage, and the numbers in it."""

    start: int
    end: int
    text: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, kw_only=True)
class Notes:
    """What the notes of a document cite, by label; a label that two notes have stands for what any of them cites."""

    sources: Mapping[str, str]

    @classmethod
    def of(cls, document: Document, bodies: Bodies) -> "Notes":
        found: dict[str, str] = {}
        for note in document.notes:
            source = source_of_note(note.passage.text, bodies)
            if source:
                found.setdefault(note.label, source)
        return cls(sources=found)

    def cited(self, passage: Passage, start: int, end: int) -> str:
        """The source of a mark that stands after `start` and up to `end`."""
        labels = (mark.value for mark in passage.marked(MarkKind.FOOTNOTE) if start < mark.start <= end)
        return next((self.sources[label] for label in labels if label in self.sources), "")


def quoted_in_passage(passage: Passage, numbers: Sequence[Number], notes: Notes, bodies: Bodies) -> Iterator[Quoted]:
    """The numbers of a passage that a source in it reaches, in order."""
    stretches = _stretches(passage, numbers)
    sources = [_source_of(passage, stretch, notes, bodies) for stretch in stretches]
    reached = _continued(stretches, sources, bodies)
    for stretch, source, by_whom in zip(stretches, sources, reached, strict=True):
        if source is None and by_whom is not None:
            source = (By.CONTINUED, by_whom)
        if source is not None:
            for number in _not_own(stretch, bodies):
                yield Quoted(number=number, by=source[0], source=source[1])


def _stretches(passage: Passage, numbers: Sequence[Number]) -> tuple[_Stretch, ...]:
    """The sentences of the numbers in order, and what stands between and after them."""
    by_sentence: dict[tuple[int, int], list[Number]] = {}
    for number in numbers:
        by_sentence.setdefault((number.sentence.start, number.sentence.end), []).append(number)
    found: list[_Stretch] = []
    position = 0
    for (start, end), inside in sorted(by_sentence.items()):
        if passage.text[position:start].strip():
            found.append(_Stretch(position, start, passage.text[position:start], ()))
        found.append(_Stretch(start, end, passage.text[start:end], tuple(inside)))
        position = end
    if passage.text[position:].strip():
        found.append(_Stretch(position, len(passage.text), passage.text[position:], ()))
    return tuple(found)


def _source_of(passage: Passage, stretch: _Stretch, notes: Notes, bodies: Bodies) -> tuple[By, str] | None:
    behind = len(passage.text) - len(passage.text[stretch.end :].lstrip())
    cited = notes.cited(passage, stretch.start, max(stretch.end, behind))
    if cited:
        return By.NOTE, cited
    named = source_in(stretch.text, bodies)
    return (By.WORDS, named.name) if named is not None else None


def _continued(
    stretches: Sequence[_Stretch], sources: Sequence[tuple[By, str] | None], bodies: Bodies
) -> tuple[str | None, ...]:
    """For each sentence the source of a neighbour that it continues, or that continues it: a note may stand at the
    end of several sentences that go on from each other."""
    found = [source[1] if source is not None else None for source in sources]
    for place in range(1, len(stretches)):
        if found[place] is None and found[place - 1] is not None and _CONTINUING.match(stretches[place].text):
            found[place] = found[place - 1]
    for place in range(len(stretches) - 2, -1, -1):
        after = stretches[place + 1]
        if found[place] is None and found[place + 1] is not None and _CONTINUING.match(after.text):
            found[place] = None if _is_own(stretches[place].text, bodies) else found[place + 1]
    return tuple(found)


def _not_own(stretch: _Stretch, bodies: Bodies) -> Iterator[Number]:
    """The numbers that stand in a clause that does not speak of the publisher's own work."""
    ends = [match.end() for match in _CLAUSE.finditer(stretch.text)]
    clauses = [stretch.text[start:end] for start, end in pairwise([0, *ends, len(stretch.text)])]
    own: dict[int, bool] = {}
    for number in stretch.numbers:
        place = bisect_right(ends, number.start - stretch.start)
        if place not in own:
            own[place] = _is_own(clauses[place], bodies)
        if not own[place]:
            yield number


def _is_own(text: str, bodies: Bodies) -> bool:
    if _OWN_WORK.search(text):
        return True
    words = words_of(text)
    return any(_OF_OWN_BODY.match(text[end:]) for end in bodies.own_ends(text, words))


def quoted_blocks(
    document: Document, numbers: Mapping[int, Sequence[Number]], bodies: Bodies
) -> Iterator[tuple[Passage, str]]:
    """The passages of tables and lists that a source reaches as a whole, with its name.

    A table by a source line right before or after it, or by the note of its caption; a row by its cell in a column
    headed "Source"; a list by a lead that names a source and ends with a colon. `numbers` are by id of the passage.
    """
    notes = Notes.of(document, bodies)
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table):
            beside = document.blocks[place + 1 : place + 2]
            yield from _of_table(block, beside, notes, bodies)
        elif isinstance(block, ItemList) and block.lead is not None and block.lead.text.rstrip().endswith(":"):
            lead = block.lead
            source = source_in(lead.text, bodies)
            name = source.name if source is not None else notes.cited(lead, 0, len(lead.text))
            if name and not _is_own(lead.text, bodies):
                yield from ((item, name) for item in block.items if item.id in numbers)


def _of_table(table: Table, after: Sequence[object], notes: Notes, bodies: Bodies) -> Iterator[tuple[Passage, str]]:
    name = notes.cited(table.caption, 0, len(table.caption.text)) if table.caption is not None else ""
    for block in after:
        if isinstance(block, Passage) and is_source_line(block.text):
            name = name or source_of_note(block.text, bodies)
    column = next(
        (place for place, cell in enumerate(table.header) if cell.text.strip().casefold().endswith("source")), None
    )
    for row in table.rows:
        source = name
        if not source and column is not None:
            source = next((body.name for body in bodies.in_text(row[column].text, words_of(row[column].text))), "")
        if source:
            yield from ((cell, source) for cell in row)
    yield from _of_columns(table, bodies)


def _of_columns(table: Table, bodies: Bodies) -> Iterator[tuple[Passage, str]]:
    """The columns that give what a publication prints, where caption or row has the title of one that records quote."""
    columns = [place for place, cell in enumerate(table.header) if _PRINTED.search(cell.text)]
    above = table.caption.text if table.caption is not None else ""
    for row in table.rows if columns else ():
        text = " ".join([above, *(cell.text for cell in row)])
        title = next((title for title in bodies.titles if title in text), "")
        if title:
            yield from ((row[place], title) for place in columns)
