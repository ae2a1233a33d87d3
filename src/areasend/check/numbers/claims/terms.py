"""The terms of a group of numbers: those beside it, and those that its sentence takes over from before or above."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from areasend.check.numbers.claims.context import Context
from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Facet, Mention, Span, Statement, Term
from areasend.check.numbers.claims.nouns import restricts
from areasend.check.numbers.claims.pairing import paired
from areasend.check.numbers.claims.said import FACETS, Said
from areasend.check.numbers.claims.vocabulary import ENGLAND
from areasend.check.numbers.reading.model import Number, Sentence

OF_THESE = re.compile(r"^\W*(?:of|among) (?:these|those|them|which)\b|\bof which\b", re.IGNORECASE)
_THIS_OUTCOME = re.compile(r"\bth(?:is|ese) outcomes?\b", re.IGNORECASE)
_SOME_OUTCOME = Term(Facet.OUTCOME, "")
_THERE = re.compile(r"\b(?:in|of|across) (?:the|this|that) region\b|\bthere\b", re.IGNORECASE)
# How much longer than a place a sentence may be that has nothing but it: "The North West."
_OPENING = 6
_BOUND_TO_ALL = (Facet.THEME, Facet.LABEL)


def shared_terms(said: Said, group: Group, context: Context) -> tuple[set[Term], set[Facet]]:
    """What the group's numbers have in common, but for the outcome and the measure; and what of it is stated."""
    terms: set[Term] = set()
    stated: set[Facet] = set()
    for facet in FACETS[1:]:
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
        if OF_THESE.search(said.text):
            taken_over = next((term for term in context.counted if term.facet is Facet.PLACE), taken_over)
        if context.opening is not None and context.opening[0] == said.passage.id:
            taken_over = context.opening[1]
        terms.add(taken_over or ENGLAND)
    return terms, stated


def _labels(said: Said, group: Group) -> set[Term]:
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


def outcome_of(said: Said, group: Group, context: Context) -> tuple[Term | None, bool]:
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
    if OF_THESE.search(said.text):
        return next((term for term in context.counted if term.facet is Facet.OUTCOME), None), False
    return None, False


def _pointed_back(said: Said) -> Mapping[int, Mention]:
    """The numbers that "this outcome" goes with, as a name of the outcome in its place would."""
    found = _THIS_OUTCOME.search(said.text)
    if found is None:
        return {}
    start, end = found.start() + said.start, found.end() + said.start
    return paired(said.groups, [Mention(_SOME_OUTCOME, start, end, found.group())], said.passage.text)


@dataclass(frozen=True, slots=True)
class Period:
    """The period of a number, whether it stands in its own sentence, and whether it is in no doubt."""

    span: Span | None
    stated: bool
    clear: bool


def period_of(said: Said, number: Number, context: Context) -> Period:
    """The period of a number: its own, that of its sentence, of the one before in its paragraph, of the headings."""
    periods = said.periods
    clear = number.id not in periods.unclear
    if number.id in periods.own:
        return Period(periods.own[number.id], True, clear)
    if periods.whole is not None:
        return Period(periods.whole, True, clear)
    before = context.span if context.span is not None and context.span_passage == said.passage.id else context.period
    days = (before.first, before.last) if before is not None else None
    return Period(before, False, clear or any((own.first, own.last) == days for own in periods.own.values()))


def statement_of(said: Said, sentence: Sentence, context: Context) -> Statement:
    """The terms of a sentence as a whole, one of each facet; those it points back to too."""
    terms: dict[Facet, Term] = {}
    for facet in (Facet.OUTCOME, Facet.PLACE, Facet.THEME, Facet.LEVEL):
        found = {mention.term for mention in said.of_facet(facet)}
        if len(found) == 1:
            terms[facet] = found.pop()
    labels = {mention.term for mention in said.of_facet(Facet.LABEL)}
    for axis in ("row:", "column:"):
        own = {term for term in labels if term.key.startswith(axis)}
        labels -= own if len(own) > 1 else set()
    if Facet.OUTCOME not in terms and _THIS_OUTCOME.search(said.text) and context.outcome is not None:
        terms[Facet.OUTCOME] = context.outcome
    heading = context.term(Facet.THEME)
    if Facet.LEVEL in terms and heading is not None:
        terms.setdefault(Facet.THEME, heading)
    span = said.periods.whole or (context.span if context.span_passage == said.passage.id else None) or context.period
    return Statement(
        document=said.document,
        passage=said.passage,
        sentence=sentence,
        terms=frozenset(labels) | frozenset(terms.values()),
        span=span,
        places=()
        if Facet.PLACE in terms
        else tuple(mention for mention in said.of_facet(Facet.PLACE) if mention.term != ENGLAND),
    )


def move_on(said: Said, context: Context, measure: Term | None) -> None:
    """Brings the context up to a sentence that was read."""
    outcomes, places = said.of_facet(Facet.OUTCOME), said.of_facet(Facet.PLACE)
    if outcomes:
        context.outcome = outcomes[-1].term
    if places:
        context.place = places[-1].term
        if not said.groups and len(said.text.strip()) <= len(places[0].text) + _OPENING:
            context.opening = said.passage.id, places[0].term
    context.measure = measure or context.measure
    if said.periods.whole is not None:
        context.span, context.span_passage = said.periods.whole, said.passage.id
    context.passage = said.passage.id
    if said.groups:
        group = said.groups[-1]
        bound = said.bound[Facet.OUTCOME].get(group.main.id)
        counted = {bound.term} if bound is not None else set()
        if len({entry.term for entry in places}) == 1:
            counted.add(places[0].term)
        context.counted = frozenset(counted)
