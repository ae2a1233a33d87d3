"""All the ways in which a number is known to be quoted, the surest first: markup, words, notes, records."""

from collections.abc import Iterator, Sequence

from areasend.check.numbers.documents.model import Document, MarkKind, Passage, Role
from areasend.check.numbers.quoting.bodies import Bodies, known_bodies
from areasend.check.numbers.quoting.model import By, Quoted
from areasend.check.numbers.quoting.reach import Notes, quoted_blocks, quoted_in_passage
from areasend.check.numbers.quoting.recorded import Match, Recorded
from areasend.check.numbers.reading.model import Number
from areasend.register import Register


def quoted_numbers(documents: Sequence[Document], numbers: Sequence[Number], register: Register) -> tuple[Quoted, ...]:
    """The statistics that the documents take from elsewhere, each once, in reading order."""
    by_passage: dict[str, dict[int, list[Number]]] = {}
    for number in numbers:
        if number.is_statistic:
            by_passage.setdefault(number.passage.file, {}).setdefault(number.passage.id, []).append(number)
    bodies = known_bodies((passage.text for entry in documents for passage in entry.passages()), register)
    recorded = Recorded.of(register, bodies.short)
    found: dict[int, Quoted] = {}
    for document in documents:
        inside = by_passage.get(document.file, {})
        for quoted in _of_document(document, inside, bodies):
            found.setdefault(quoted.number.id, quoted)
        passages = [(entries[0].passage, entries) for entries in inside.values()]
        for match in recorded.matches(passages):
            found[match.number.id] = _with_record(found.get(match.number.id), match)
    return tuple(found[number.id] for number in numbers if number.id in found)


def _with_record(known: Quoted | None, match: Match) -> Quoted:
    source = match.figure.original_source
    if known is not None:
        return Quoted(
            number=match.number, by=known.by, source=known.source or source, figure=match.figure, same=match.same
        )
    return Quoted(number=match.number, by=By.REGISTER, source=source, figure=match.figure, same=match.same)


def _of_document(document: Document, inside: dict[int, list[Number]], bodies: Bodies) -> Iterator[Quoted]:
    notes = Notes.of(document, bodies)
    for entries in inside.values():
        passage = entries[0].passage
        yield from _marked(passage, entries)
        if passage.role is not Role.NOTE:
            yield from quoted_in_passage(passage, entries, notes, bodies)
    for passage, source in quoted_blocks(document, inside, bodies):
        for number in inside.get(passage.id, ()):
            yield Quoted(number=number, by=By.SOURCE_LINE, source=source)


def _marked(passage: Passage, numbers: Sequence[Number]) -> Iterator[Quoted]:
    marks = passage.marked(MarkKind.QUOTED)
    for number in numbers if marks else ():
        if any(mark.start <= number.start and number.end <= mark.end for mark in marks):
            yield Quoted(number=number, by=By.MARKUP)
