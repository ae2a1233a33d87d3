"""All claims of some documents: prose and tables, with the headings above them, and the wholes that shares need."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from areasend.check.numbers.claims.context import Context
from areasend.check.numbers.claims.model import Claim, Facet, Span, Statement, Term
from areasend.check.numbers.claims.prose import claims_of_sentence
from areasend.check.numbers.claims.tables import claims_of_table, label_of
from areasend.check.numbers.claims.vocabulary import Vocabulary
from areasend.check.numbers.claims.when import span_of
from areasend.check.numbers.claims.wholes import with_wholes
from areasend.check.numbers.documents.model import Document, ItemList, Passage, Role, Table
from areasend.check.numbers.numbers_of import NumbersOf
from areasend.check.numbers.reading import dated, sentences
from areasend.check.numbers.reading.model import Number, Share
from areasend.framework import Framework
from areasend.register import Register


def read_claims(
    documents: Sequence[Document],
    numbers_in: NumbersOf,
    shares: Sequence[Share],
    framework: Framework,
    register: Register,
) -> tuple[tuple[Claim, ...], tuple[Statement, ...]]:
    """The claims of every statistic that has words to go by, in reading order, and the statements that rank."""
    by_number = _by_number(shares)
    found: list[Claim | Statement] = []
    field = Vocabulary(framework, register)
    for place, document in enumerate(documents):
        vocabulary = vocabulary_of(document, field)
        found += _of_document(document, place, numbers_in, by_number, vocabulary)
    claims = with_wholes([entry for entry in found if isinstance(entry, Claim)])
    return claims, tuple(entry for entry in found if isinstance(entry, Statement))


def vocabulary_of(document: Document, plain: Vocabulary) -> Vocabulary:
    """The field's words and those that head the rows and columns of this document's own tables."""
    labels: dict[tuple[str, str], None] = {}
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.header[block.label_columns :]:
                labels[(cell.text, f"column:{label_of(cell.text, plain)}")] = None
            for row in block.rows:
                for cell in row[: block.label_columns]:
                    labels[(cell.text, f"row:{label_of(cell.text, plain)}")] = None
    # A row called "A" is not what an "a" in a sentence means.
    return plain.with_labels(entry for entry in labels if not entry[1].endswith(":") and len(entry[0].strip()) > 1)


def _by_number(shares: Iterable[Share]) -> dict[int, Share]:
    found: dict[int, Share] = {}
    for share in shares:
        for number in (share.part, share.whole, share.percent):
            if number is not None:
                found.setdefault(number.id, share)
    return found


def _of_document(
    document: Document, place: int, numbers_in: NumbersOf, shares: Mapping[int, Share], vocabulary: Vocabulary
) -> Iterator[Claim | Statement]:
    title = _period_of(document.title)
    tables = 0
    path: list[Passage] = []
    context = Context(period=title)

    def read(passage: Passage) -> Iterator[Claim | Statement]:
        return _of_passage(passage, place, numbers_in, shares, vocabulary, context)

    for block in document.blocks:
        if isinstance(block, Table):
            if block.caption is not None:
                yield from read(block.caption)
            yield from claims_of_table(block, tables, place, numbers_in, vocabulary, context)
            tables += 1
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from read(item)
        elif block.role is Role.HEADING:
            path = [heading for heading in path if heading.level < block.level] + [block]
            context = _context_of(path, vocabulary, title)
            yield from read(block)
        elif block.role is not Role.FURNITURE:
            yield from read(block)
    for note in document.notes:
        yield from _of_passage(note.passage, place, numbers_in, shares, vocabulary, Context(period=title))


def _of_passage(
    passage: Passage,
    place: int,
    numbers_in: NumbersOf,
    shares: Mapping[int, Share],
    vocabulary: Vocabulary,
    context: Context,
) -> Iterator[Claim | Statement]:
    numbers = numbers_in(passage)
    at = 0
    for sentence in sentences(passage.text):
        inside: list[Number] = []
        while at < len(numbers) and numbers[at].start < sentence.end:
            inside.append(numbers[at])
            at += 1
        yield from claims_of_sentence(passage, sentence, inside, shares, vocabulary, context, place)


def _context_of(path: Sequence[Passage], vocabulary: Vocabulary, title: Span | None) -> Context:
    """What the headings above a block say, the nearest first."""
    terms: dict[Facet, Term] = {}
    period: Span | None = None
    for heading in reversed(path):
        found = {mention.term for mention in vocabulary.mentions(heading.text, True)}
        theme = vocabulary.theme_of(heading.text)
        found |= {theme} if theme is not None else set()
        for facet in (Facet.PLACE, Facet.THEME, Facet.LEVEL, Facet.OUTCOME):
            own = [term for term in found if term.facet is facet]
            if len(own) == 1:
                terms.setdefault(facet, own[0])
        period = period or _period_of(heading.text)
    return Context(heading=frozenset(terms.values()), period=period or title)


def _period_of(text: str) -> Span | None:
    """The period that a heading names, if it names one; a day of publication is none."""
    found = [entry for entry in dated(text) if not entry.impossible]
    if "published" in text.casefold() or not found:
        return None
    closed = [entry for entry in found if entry.first is not None and entry.last is not None]
    if len(closed) > 1 and text[closed[-2].end : closed[-1].start].strip() in ("and", "&", ","):
        return Span(closed[0].first, closed[-1].last, text[closed[0].start : closed[-1].end])
    return span_of((closed or found)[-1])
