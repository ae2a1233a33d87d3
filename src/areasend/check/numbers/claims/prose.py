"""Claims of running text, a sentence at a time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from areasend.check.numbers.claims.context import Context
from areasend.check.numbers.claims.groups import Group, groups_of
from areasend.check.numbers.claims.model import Claim, Facet, Mention, Origin, Span, Statement, Term
from areasend.check.numbers.claims.nouns import (
    ANY_AREAS,
    counts_them_all,
    has_other_noun,
    is_negated,
    is_of_each,
    is_of_inspected,
    is_plain_title,
    measure_of,
    restricts,
)
from areasend.check.numbers.claims.pairing import paired
from areasend.check.numbers.claims.vocabulary import ENGLAND, Vocabulary
from areasend.check.numbers.claims.when import spans_in_sentence
from areasend.check.numbers.documents.model import Passage, Role
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Dated, Number, Sentence, Share, Unit

_THIS_OUTCOME = re.compile(r"\bth(?:is|ese) outcomes?\b", re.IGNORECASE)
_SOME_OUTCOME = Term(Facet.OUTCOME, "")
_THERE = re.compile(r"\b(?:in|of|across) (?:the|this|that) region\b|\bthere\b", re.IGNORECASE)
_OF_THESE = re.compile(r"^\W*(?:of|among) (?:these|those|them|which)\b|\bof which\b", re.IGNORECASE)
_WHOLE_FIRST = re.compile(r"\bof (?:the|these|those|all)\b[^,]{0,200}$", re.IGNORECASE)
_FACETS = (Facet.OUTCOME, Facet.PLACE, Facet.THEME, Facet.LEVEL, Facet.LABEL)
_BOUND_TO_ALL = (Facet.PLACE, Facet.THEME, Facet.LABEL)
_RANKS = re.compile(
    r"\b(?:(?:most|least) (?:common|often|frequent)|highest|lowest|largest|smallest|greatest|fewest|the only)",
    re.IGNORECASE,
)
# What a number without a noun may count because the number before it did.
_TAKEN_OVER = frozenset({"inspections", "areas", "reports"})
_COUNTED = {Unit.COUNT, Unit.PERCENT, Unit.FRACTION}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Said:
    """A sentence taken apart. Offsets are the passage's."""

    document: int
    passage: Passage
    text: str
    start: int
    groups: tuple[Group, ...]
    mentions: tuple[Mention, ...]
    bound: Mapping[Facet, Mapping[int, Mention]]
    spans: Mapping[int, Span]
    span: Span | None
    subject: Term | None

    def of_facet(self, facet: Facet) -> list[Mention]:
        return [mention for mention in self.mentions if mention.term.facet is facet]


def claims_of_sentence(
    passage: Passage,
    sentence: Sentence,
    numbers: Sequence[Number],
    shares: Mapping[int, Share],
    vocabulary: Vocabulary,
    context: Context,
    document: int,
) -> Iterator[Claim | Statement]:
    """The claims of one sentence, and what it says of all members at once. `context` is then brought up to it."""
    said = _taken_apart(passage, sentence, numbers, shares, vocabulary, document)
    previous: Term | None = None
    for group in said.groups:
        measure = measure_of(passage.text, group, said.mentions)
        if measure is None and not has_other_noun(passage.text, group, said.mentions):
            measure = previous
            if measure is None and (_OF_THESE.search(said.text) or group.main.start - sentence.start < 60):
                measure = context.measure
            if measure is not None and measure.key not in _TAKEN_OVER:
                measure = None
        previous = measure
        yield from _claims_of_group(said, group, measure, context)
    if _RANKS.search(sentence.text):
        yield _statement(said, sentence, context)
    _move_on(said, context, previous)


def _statement(said: _Said, sentence: Sentence, context: Context) -> Statement:
    """The terms of a sentence as a whole, one of each facet; those it points back to too."""
    terms: dict[Facet, Term] = {}
    for facet in _FACETS:
        found = {mention.term for mention in said.of_facet(facet)}
        if len(found) == 1:
            terms[facet] = found.pop()
    if Facet.OUTCOME not in terms and _THIS_OUTCOME.search(said.text) and context.outcome is not None:
        terms[Facet.OUTCOME] = context.outcome
    heading = context.term(Facet.THEME)
    if Facet.LEVEL in terms and heading is not None:
        terms.setdefault(Facet.THEME, heading)
    span = said.span or (context.span if context.span_passage == said.passage.id else None) or context.period
    return Statement(
        document=said.document, passage=said.passage, sentence=sentence, terms=frozenset(terms.values()), span=span
    )


def _taken_apart(
    passage: Passage,
    sentence: Sentence,
    numbers: Sequence[Number],
    shares: Mapping[int, Share],
    vocabulary: Vocabulary,
    document: int,
) -> _Said:
    statistics = [number for number in numbers if number.is_statistic and number.unit in _COUNTED]
    groups = groups_of(passage.text, statistics, shares)
    mentions = tuple(
        Mention(entry.term, entry.start + sentence.start, entry.end + sentence.start, entry.text, entry.exact)
        for entry in vocabulary.mentions(sentence.text)
    )
    dates = [_shifted(entry, sentence.start) for entry in dated(sentence.text) if not entry.impossible]
    spans, span = spans_in_sentence(passage.text, groups, dates)
    bound = {
        facet: paired(groups, [mention for mention in mentions if mention.term.facet is facet], passage.text)
        for facet in _FACETS
    }
    return _Said(
        document=document,
        passage=passage,
        text=sentence.text,
        start=sentence.start,
        groups=groups,
        mentions=mentions,
        bound=bound,
        spans=spans,
        span=span,
        subject=_subject(sentence, mentions, vocabulary),
    )


def _subject(sentence: Sentence, mentions: Sequence[Mention], vocabulary: Vocabulary) -> Term | None:
    """The theme that a sentence on areas for improvement or for priority action begins with, if it names another."""
    levels = [mention.start for mention in mentions if mention.term.facet is Facet.LEVEL]
    return vocabulary.theme_in(sentence.text[: levels[0] - sentence.start]) if levels else None


def _claims_of_group(said: _Said, group: Group, measure: Term | None, context: Context) -> Iterator[Claim]:
    shared, stated = _shared_terms(said, group, context)
    if measure is not None:
        shared |= {measure}
        stated |= {Facet.MEASURE}
    outcome, restricting = _outcome(said, group, context)
    part = shared | ({outcome} if outcome is not None else set())
    whole = {term for term in shared if term.facet in (Facet.MEASURE, Facet.PLACE)}
    if outcome is not None and (restricting or any(term.facet is Facet.LEVEL for term in part)):
        whole |= {outcome}
    if outcome is not None:
        stated |= {Facet.OUTCOME}
    says_enough = outcome is not None or _of_a_theme(part) or _all_of_them(said, measure)
    sure = measure is not None and not restricting and says_enough
    sure = sure or any(term.facet is Facet.LABEL for term in part)
    sure = sure and not _place_unknown(said, group) and not _is_other(said.passage.text, group.main)
    for number in sorted(group.members, key=lambda entry: entry is not group.whole):
        span, own = _span(said, number, context)
        is_whole = number is group.whole
        terms = whole if is_whole else part
        if (
            is_whole
            and measure is not None
            and measure.key == "areas"
            and not is_of_inspected(said.passage.text, number)
        ):
            terms = whole = whole - {measure} | {ANY_AREAS}
        yield Claim(
            number=number,
            document=said.document,
            origin=Origin.PROSE,
            terms=frozenset(terms),
            span=span,
            stated=frozenset(stated - ({Facet.OUTCOME} if is_whole else set())),
            of=frozenset(whole) if number.unit is not Unit.COUNT else None,
            base=group.whole if number.unit is not Unit.COUNT else None,
            part=group.main if number.unit is not Unit.COUNT and group.main.unit is Unit.COUNT else None,
            sure=sure or (is_whole and _all_of_them(said, measure) and not _place_unknown(said, group)),
            span_stated=own,
        )


def _shared_terms(said: _Said, group: Group, context: Context) -> tuple[set[Term], set[Facet]]:
    """What the group's numbers have in common, but for the outcome and the measure; and what of it is stated."""
    terms: set[Term] = set()
    stated: set[Facet] = set()
    for facet in _FACETS[1:]:
        mention = said.bound[facet].get(group.main.id)
        found = said.of_facet(facet)
        if facet in _BOUND_TO_ALL and len({entry.term for entry in found}) == 1:
            mention = found[0]
        if mention is not None:
            terms.add(mention.term)
            stated.add(facet)
    terms |= _labels(said, group)
    if Facet.LEVEL in stated and Facet.THEME not in stated:
        terms |= {term for term in (said.subject or context.term(Facet.THEME),) if term is not None}
    if Facet.PLACE not in stated:
        taken_over = context.place if _THERE.search(said.text) else context.term(Facet.PLACE)
        if _OF_THESE.search(said.text):
            taken_over = next((term for term in context.counted if term.facet is Facet.PLACE), taken_over)
        terms.add(taken_over or ENGLAND)
    return terms, stated


def _labels(said: _Said, group: Group) -> set[Term]:
    """Headings of the document's own tables, one of a row and one of a column."""
    found: set[Term] = set()
    for axis in ("row:", "column:"):
        mentions = [entry for entry in said.of_facet(Facet.LABEL) if entry.term.key.startswith(axis)]
        if len({entry.term for entry in mentions}) == 1:
            found.add(mentions[0].term)
            continue
        mention = paired(said.groups, mentions).get(group.main.id)
        if mention is not None:
            found.add(mention.term)
    return found


def _outcome(said: _Said, group: Group, context: Context) -> tuple[Term | None, bool]:
    """The outcome of a group, and whether it says which inspections are meant and not what was found of them."""
    mention = said.bound[Facet.OUTCOME].get(group.main.id)
    if mention is not None:
        rest = said.passage.text[mention.end : said.start + len(said.text)]
        goes_on = group.whole is None and (len(rest.split()) > 6 or mention.start < group.start)
        return mention.term, goes_on and restricts(said.passage.text, group, mention)
    if said.of_facet(Facet.OUTCOME):
        return None, False
    if group.main.id in _pointed_back(said):
        return context.outcome, False
    if _OF_THESE.search(said.text):
        return next((term for term in context.counted if term.facet is Facet.OUTCOME), None), False
    return None, False


def _of_a_theme(terms: set[Term]) -> bool:
    return {Facet.LEVEL, Facet.THEME} <= {term.facet for term in terms}


def _is_other(text: str, number: Number) -> bool:
    """Whether the words right beside a number make it a count of something else."""
    return is_negated(text, number) or is_of_each(text, number)


def _pointed_back(said: _Said) -> Mapping[int, Mention]:
    """The numbers that "this outcome" goes with, as a name of the outcome in its place would."""
    found = _THIS_OUTCOME.search(said.text)
    if found is None:
        return {}
    start, end = found.start() + said.start, found.end() + said.start
    return paired(said.groups, [Mention(_SOME_OUTCOME, start, end, found.group())], said.passage.text)


def _place_unknown(said: _Said, group: Group) -> bool:
    """Whether the sentence names several places, and none of them goes with this number."""
    return (
        len({entry.term for entry in said.of_facet(Facet.PLACE)}) > 1 and group.main.id not in said.bound[Facet.PLACE]
    )


def _all_of_them(said: _Said, measure: Term | None) -> bool:
    """Whether the sentence counts all that there are: by its verb, as a plain title, or of a set that never changes."""
    if measure is not None and measure.key in ("local_areas", "outcomes", "themes", "regions", "visits"):
        return True
    if counts_them_all(said.text):
        return True
    return said.passage.role in (Role.HEADING, Role.CAPTION) and is_plain_title(said.text, said.mentions, said.start)


def _span(said: _Said, number: Number, context: Context) -> tuple[Span | None, bool]:
    """The period of a number, and whether it stands in its own sentence."""
    if number.id in said.spans:
        return said.spans[number.id], True
    if said.span is not None:
        return said.span, True
    if context.span is not None and context.span_passage == said.passage.id:
        return context.span, False
    return context.period, False


def _move_on(said: _Said, context: Context, measure: Term | None) -> None:
    outcomes, places = said.of_facet(Facet.OUTCOME), said.of_facet(Facet.PLACE)
    if outcomes:
        context.outcome = outcomes[-1].term
    if places:
        context.place = places[-1].term
    context.measure = measure or context.measure
    if said.span is not None:
        context.span, context.span_passage = said.span, said.passage.id
    context.passage = said.passage.id
    if said.groups:
        group = said.groups[-1]
        bound = said.bound[Facet.OUTCOME].get(group.main.id)
        counted = {bound.term} if bound is not None else set()
        if len({entry.term for entry in places}) == 1:
            counted.add(places[0].term)
        context.counted = frozenset(counted)


def _shifted(entry: Dated, by: int) -> Dated:
    return replace(entry, start=entry.start + by, end=entry.end + by)
