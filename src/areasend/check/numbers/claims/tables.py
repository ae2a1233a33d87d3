"""Claims of table cells: what the headings of row and column, the caption and the headings above say together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from areasend.check.numbers.claims.context import Context
from areasend.check.numbers.claims.model import Claim, Facet, Mention, Origin, Span, Term
from areasend.check.numbers.claims.nouns import ANY_AREAS, AREAS
from areasend.check.numbers.claims.phrases import folded, words_of
from areasend.check.numbers.claims.vocabulary import ENGLAND, Vocabulary
from areasend.check.numbers.claims.when import span_of
from areasend.check.numbers.documents.model import Passage, Table
from areasend.check.numbers.numbers_of import NumbersOf
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Dated, Number, Unit
from areasend.check.numbers.word_lists import claim_words

_TOTAL = claim_words("total")
_PLAIN = claim_words("plain_in_heading")
_PLAIN_TITLE = claim_words("plain_in_title")
# A column of the wholes of which another column holds the parts.
_BASE = re.compile(r"^\W*(?:out )?of\b|\b(?:base|bases|denominators?)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading of a row or column says. `label` are its words if some are none of the field's."""

    terms: frozenset[Term]
    span: Span | None
    is_total: bool
    label: str
    axis: str
    is_base: bool


def claims_of_table(
    table: Table, place: int, document: int, numbers_in: NumbersOf, vocabulary: Vocabulary, context: Context
) -> Iterator[Claim]:
    """The claims of a table's cells, row by row."""
    title = table.caption.text if table.caption is not None else ""
    above = _title(title, vocabulary, context)
    labelled = table.label_columns
    columns = [_heading(cell, vocabulary, axis="column:") for cell in table.header]
    rows = [[_heading(cell, vocabulary, axis="row:") for cell in row[:labelled]] for row in table.rows]
    columns = _totals_of_some(columns, mixed=_are_mixed(columns[labelled:]))
    mixed = _are_mixed([heading for labels in rows for heading in labels])
    for index, row in enumerate(table.rows):
        labels = _totals_of_some(rows[index], mixed=mixed)
        for column, cell in enumerate(row[labelled:], start=labelled):
            yield from _claims_of_cell(
                numbers_in(cell), above, [*labels, columns[column]], document, (place, index, column)
            )


def _are_mixed(headings: Sequence[Heading]) -> bool:
    """Whether the field knows some of the headings of rows or columns and not others ("not yet inspected")."""
    return any(heading.terms and not heading.label for heading in headings) and any(
        heading.label for heading in headings
    )


def _totals_of_some(headings: list[Heading], *, mixed: bool) -> list[Heading]:
    """A total over mixed parts is one of a kind."""
    if not mixed:
        return headings
    return [replace(heading, label=f"{heading.axis}total") if heading.is_total else heading for heading in headings]


@dataclass(frozen=True, slots=True)
class _Above:
    terms: frozenset[Term]
    span: Span | None
    stated: bool
    plain: bool


def _title(title: str, vocabulary: Vocabulary, context: Context) -> _Above:
    mentions = vocabulary.mentions(title, True)
    terms = {mention.term for mention in mentions if mention.term.facet is not Facet.LABEL}
    outcomes = {term for term in terms if term.facet is Facet.OUTCOME}
    places = {term for term in terms if term.facet is Facet.PLACE}
    measures = [mention.term for mention in mentions if mention.term.facet is Facet.MEASURE]
    kept = {term for term in terms if term.facet in (Facet.THEME, Facet.LEVEL)}
    if len(outcomes) == 1:
        kept |= outcomes
    if len(places) == 1:
        kept |= places
    counted = [term for term in measures if term.key in ("inspections", "areas")]
    if counted:
        kept.add(counted[0])
    periods = [entry for entry in dated(title) if not entry.impossible]
    plain = not _left(title, [*mentions, *periods], _PLAIN_TITLE)
    if periods:
        return _Above(frozenset(kept), span_of(_widest(periods)), True, plain)
    return _Above(frozenset(kept), context.period, False, plain)


def _widest(periods: Sequence[Dated]) -> Dated:
    """A title with several dates is about the one with both ends, if it has one."""
    closed = [entry for entry in periods if entry.first is not None and entry.last is not None]
    return (closed or periods)[-1]


def _heading(cell: Passage, vocabulary: Vocabulary, *, axis: str) -> Heading:
    text = cell.text
    mentions = [mention for mention in vocabulary.mentions(text, True) if mention.term.facet is not Facet.LABEL]
    theme = None if any(mention.term.facet is Facet.THEME for mention in mentions) else vocabulary.theme_of(text)
    periods = [entry for entry in dated(text) if not entry.impossible]
    terms = {mention.term for mention in mentions if mention.term.facet is not Facet.MEASURE}
    if theme is not None:
        terms.add(theme)
    terms |= _measure(text, mentions)
    words = folded(_BRACKETS.sub(" ", text))
    total = (bool(words) and words[0] in _TOTAL) or text.strip().casefold() in _TOTAL
    known = theme is not None or vocabulary.words_an_outcome(text)
    rest = "" if known else _rest(text, mentions, periods)
    return Heading(
        terms=frozenset(terms),
        span=span_of(periods[0]) if len(periods) == 1 else None,
        is_total=total,
        label=f"{axis}{rest}" if rest else "",
        axis=axis,
        is_base=_BASE.search(text) is not None,
    )


def _measure(text: str, mentions: Sequence[Mention]) -> set[Term]:
    """ "Local areas" over a column may be all that there are, or those inspected; other measures are the title's."""
    counted = {mention.term for mention in mentions if mention.term.facet is Facet.MEASURE}
    return {ANY_AREAS} if counted == {AREAS} and "inspected" not in text.casefold() else set()


def label_of(text: str, vocabulary: Vocabulary) -> str:
    """The words of a heading that are none of the field's, folded; empty if the field knows them all."""
    mentions = [mention for mention in vocabulary.mentions(text, True) if mention.term.facet is not Facet.LABEL]
    if vocabulary.theme_of(text) is not None or vocabulary.words_an_outcome(text):
        return ""
    return _rest(text, mentions, [entry for entry in dated(text) if not entry.impossible])


def _rest(text: str, mentions: Sequence[Mention], periods: Sequence[Dated]) -> str:
    """All words of a heading, folded, if some of them are neither the field's, nor a date, nor plain."""
    only_digits = not mentions and not periods and any(word.folded.isdigit() for word in words_of(text))
    says_more = only_digits or len(text.strip()) == 1 or _left(text, [*mentions, *periods], _PLAIN | _TOTAL)
    return " ".join(folded(text)) if says_more else ""


def _left(text: str, known: Sequence[Mention | Dated], plain: frozenset[str]) -> list[str]:
    """The words of a text that are neither known, nor plain, nor numerals."""
    spans = [(entry.start, entry.end) for entry in known]
    return [
        word.folded
        for word in words_of(text)
        if word.folded not in plain
        and not word.folded.isdigit()
        and not any(start <= word.start < end for start, end in spans)
    ]


def _claims_of_cell(
    numbers: Sequence[Number],
    above: _Above,
    headings: Sequence[Heading],
    document: int,
    where: tuple[int, int, int],
) -> Iterator[Claim]:
    terms: set[Term] = set()
    for heading in headings:
        terms |= heading.terms
        if heading.label:
            terms.add(Term(Facet.LABEL, heading.label))
    stated = frozenset(term.facet for term in terms)
    for term in above.terms:
        if not any(own.facet is term.facet for own in terms) and not (
            term.facet is Facet.OUTCOME and any(heading.is_total for heading in headings)
        ):
            terms.add(term)
    if not any(term.facet is Facet.PLACE for term in terms):
        terms.add(ENGLAND)
    clash = any(sum(term.facet is facet for term in terms) > 1 for facet in (Facet.OUTCOME, Facet.THEME, Facet.LEVEL))
    places = {term for term in terms if term.facet is Facet.PLACE}
    spans = [heading.span for heading in headings if heading.span is not None]
    counts = [number for number in numbers if number.is_statistic and number.unit is Unit.COUNT]
    for number in numbers:
        if not number.is_statistic:
            continue
        share = number.unit is not Unit.COUNT
        yield Claim(
            number=number,
            document=document,
            origin=Origin.CELL,
            terms=frozenset(terms),
            span=spans[-1] if spans else above.span,
            stated=stated,
            of=_whole(terms) if share else None,
            part=counts[0] if share and counts else None,
            table=where[0],
            row=where[1],
            column=where[2],
            sure=not clash
            and len(places) == 1
            and not any(heading.is_base for heading in headings)
            and (above.plain or any(heading.label for heading in headings)),
            span_stated=bool(spans) or above.stated,
            is_total=any(heading.is_total for heading in headings),
        )


def _whole(terms: set[Term]) -> frozenset[Term]:
    """What a share in a table is a share of: one of areas for priority action is of those with the outcome."""
    kept = {term for term in terms if term.facet in (Facet.MEASURE, Facet.PLACE)}
    if any(term.facet is Facet.LEVEL for term in terms):
        kept |= {term for term in terms if term.facet is Facet.OUTCOME}
    return frozenset(kept)
