"""Claims of running text, a sentence at a time."""

import re
from collections.abc import Iterator, Mapping, Sequence

from areasend.check.numbers.claims.context import Context
from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Claim, Facet, Origin, Statement, Term
from areasend.check.numbers.claims.nouns import (
    ANY_AREAS,
    AREAS,
    LOCAL_AREAS,
    counts_them_all,
    has_other_noun,
    is_difference,
    is_negated,
    is_of_each,
    is_of_inspected,
    is_plain_title,
    measure_of,
)
from areasend.check.numbers.claims.said import Said, taken_apart
from areasend.check.numbers.claims.terms import (
    OF_THESE,
    move_on,
    outcome_of,
    period_of,
    shared_terms,
    statement_of,
)
from areasend.check.numbers.claims.unsure import is_unsure
from areasend.check.numbers.claims.vocabulary import ENGLAND, Vocabulary
from areasend.check.numbers.documents.model import Passage, Role
from areasend.check.numbers.reading.model import Number, Part, Sentence, Share, Unit

_RANKS = re.compile(
    r"\b(?:(?:most|least) (?:common|often|frequent)|highest|lowest|largest|smallest|greatest|fewest|the only"
    r"|the most|the least)",
    re.IGNORECASE,
)
# What a number without a noun may count because the number before it did.
_TAKEN_OVER = frozenset({"inspections", "areas", "reports"})
_OPENING = 60


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
    said = taken_apart(passage, sentence, numbers, shares, vocabulary, document)
    measure: Term | None = None
    for group in said.groups:
        measure = _measure(said, group, measure, context)
        yield from _claims_of_group(said, group, measure, context)
    if _RANKS.search(sentence.text):
        yield statement_of(said, sentence, context)
    move_on(said, context, measure)


def _measure(said: Said, group: Group, previous: Term | None, context: Context) -> Term | None:
    """What a group counts: its own noun; without one, what the numbers before it counted."""
    found = measure_of(said.passage.text, group, said.mentions)
    if found is not None or has_other_noun(said.passage.text, group, said.mentions):
        return found
    opens = OF_THESE.search(said.text) is not None or group.main.start - said.start < _OPENING
    taken_over = previous or (context.measure if opens else None)
    return taken_over if taken_over is not None and taken_over.key in _TAKEN_OVER else None


def _claims_of_group(said: Said, group: Group, measure: Term | None, context: Context) -> Iterator[Claim]:
    part, stated = shared_terms(said, group, context)
    if measure is not None:
        part.add(measure)
        stated.add(Facet.MEASURE)
    whole = {term for term in part if _is_of_the_whole(term)}
    outcome, restricting = outcome_of(said, group, context)
    if outcome is not None:
        part.add(outcome)
        stated.add(Facet.OUTCOME)
        if restricting or any(term.facet is Facet.LEVEL for term in part):
            whole.add(outcome)
    if group.whole is not None and measure == AREAS and not is_of_inspected(said.passage.text, group.whole):
        whole = whole - {measure} | {ANY_AREAS}
    clear = not _place_unknown(said, group, part) and not _is_other(said.passage.text, group.main)
    clear = clear and not is_unsure(said, group, part)
    counted = measure is not None and (_all_of_them(said, measure) or _of_outcome(part, restricting))
    counted = counted and (measure == LOCAL_AREAS or said.says_no_more(group))
    counted = counted and not (_is_rest(group.main) and outcome is None)
    whole_sure = clear and (counted or any(term.facet is Facet.LABEL for term in whole))
    part_sure = clear and (whole_sure or _of_a_theme(part, measure) or any(term.facet is Facet.LABEL for term in part))
    for number in group.members:
        period = period_of(said, number, context)
        share, is_whole = number.unit is not Unit.COUNT, number is group.whole
        yield Claim(
            number=number,
            document=said.document,
            origin=Origin.PROSE,
            terms=frozenset(whole if is_whole else part),
            span=period.span,
            stated=frozenset(stated - ({Facet.OUTCOME} if is_whole else set())),
            of=frozenset(whole) if share else None,
            base=group.whole if share else None,
            part=group.main if share and group.main.unit is Unit.COUNT else None,
            sure=period.clear and (whole_sure if is_whole else part_sure and not restricting),
            span_stated=period.stated,
        )


def _is_of_the_whole(term: Term) -> bool:
    """Whether a term of a part is one of its whole too: places and rows are, what was found of them is not."""
    return term.facet in (Facet.MEASURE, Facet.PLACE) or (term.facet is Facet.LABEL and term.key.startswith("row:"))


def _of_outcome(terms: set[Term], restricting: bool) -> bool:
    """Whether numbers are of the inspections with an outcome, and of these all."""
    facets = {term.facet for term in terms}
    return Facet.OUTCOME in facets and Facet.LEVEL not in facets and not restricting


def _of_a_theme(terms: set[Term], measure: Term | None) -> bool:
    return measure is not None and {Facet.LEVEL, Facet.THEME} <= {term.facet for term in terms}


def _is_rest(number: Number) -> bool:
    """Whether a number counts what others before it leave: "a further 8 inspections", "the remaining 99 areas"."""
    return number.part in (Part.FURTHER, Part.REMAINING)


def _is_other(text: str, number: Number) -> bool:
    """Whether the words right beside a number make it a count of something else."""
    return is_negated(text, number) or is_of_each(text, number) or is_difference(text, number)


def _place_unknown(said: Said, group: Group, terms: set[Term]) -> bool:
    """Whether the sentence names places, and does not say which of them goes with this number."""
    only_england = all(entry.term == ENGLAND for entry in said.of_facet(Facet.PLACE))
    return group.main.id in said.unplaced and not (only_england and ENGLAND in terms)


def _all_of_them(said: Said, measure: Term | None) -> bool:
    """Whether the sentence counts all that there are: by its verb, as a plain title, or of a set that never changes."""
    if measure is not None and measure.key in ("local_areas", "outcomes", "themes", "regions", "visits"):
        return True
    if counts_them_all(said.text):
        return True
    return said.passage.role in (Role.HEADING, Role.CAPTION) and is_plain_title(said.text, said.mentions, said.start)
