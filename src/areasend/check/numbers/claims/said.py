"""A sentence taken apart: its numbers in groups, the terms in it, which go together, its periods."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from areasend.check.numbers.claims.carrying import carried
from areasend.check.numbers.claims.groups import Group, groups_of, parted
from areasend.check.numbers.claims.model import Facet, Mention, Term
from areasend.check.numbers.claims.pairing import paired
from areasend.check.numbers.claims.plainly import reach_of, stands_within, unknown_words
from areasend.check.numbers.claims.vocabulary import Vocabulary
from areasend.check.numbers.claims.when import Periods, joined, spans_in_sentence
from areasend.check.numbers.documents.model import Passage
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Dated, Number, Sentence, Share, Unit

FACETS = (Facet.OUTCOME, Facet.PLACE, Facet.THEME, Facet.LEVEL, Facet.LABEL)
_COUNTED = {Unit.COUNT, Unit.PERCENT, Unit.FRACTION}
# Of a sentence with more numbers than anybody can follow, no words say which goes with which.
_MOST = 60
# "In the two years to December 2024", "since we began in January 2023": a period, of which the date is only one end.
_ONE_END = re.compile(
    r"\b(?:years?|months|terms|weeks|period|quarter)\s+(?:up\s+)?(?:to|ending|ended)(?:\s+in)?\s+$"
    r"|\bsince\s[^,;.\d]{1,60}\sin\s+$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence taken apart. Offsets are the passage's. `hinted`: words of an outcome stand outside those named."""

    document: int
    passage: Passage
    text: str
    start: int
    groups: tuple[Group, ...]
    mentions: tuple[Mention, ...]
    bound: Mapping[Facet, Mapping[int, Mention]]
    unplaced: frozenset[int]
    unknown: tuple[int, ...]
    periods: Periods
    subject: Term | None
    hinted: bool

    def says_no_more(self, group: Group) -> bool:
        """Whether no word of what is said of a group may narrow it down."""
        following = next((other for other in self.groups if other.start >= group.end), None)
        outcome = self.bound[Facet.OUTCOME].get(group.main.id)
        if outcome is not None and self._is_one_of_several(outcome):
            return False
        sentence = self.start, self.start + len(self.text)
        if outcome is None and stands_within(self.passage.text, sentence, group):
            return False
        first, last = reach_of(self.passage.text, sentence, group, outcome, following)
        return not any(first <= place < last for place in self.unknown)

    def _is_one_of_several(self, outcome: Mention) -> bool:
        """Whether another outcome, which is no other number's, follows: "40 were inconsistent or had failings"."""
        bound = {mention.term for mention in self.bound[Facet.OUTCOME].values()}
        until = next((group.start for group in self.groups if group.start >= outcome.end), self.start + len(self.text))
        return any(
            outcome.end <= mention.start < until and mention.term not in bound
            for mention in self.of_facet(Facet.OUTCOME)
        )

    def of_facet(self, facet: Facet) -> list[Mention]:
        return [mention for mention in self.mentions if mention.term.facet is facet]


def taken_apart(
    passage: Passage,
    sentence: Sentence,
    numbers: Sequence[Number],
    shares: Mapping[int, Share],
    vocabulary: Vocabulary,
    document: int,
) -> Said:
    """Takes a sentence apart; one with very many numbers has no groups."""
    statistics = [number for number in numbers if number.is_statistic and number.unit in _COUNTED]
    if len(statistics) > _MOST:
        statistics = []
    mentions = tuple(
        Mention(entry.term, entry.start + sentence.start, entry.end + sentence.start, entry.text, entry.exact)
        for entry in vocabulary.mentions(sentence.text)
    )
    dates = [
        _shifted(entry, sentence.start)
        for entry in dated(sentence.text)
        if not entry.impossible and not _ONE_END.search(sentence.text[max(0, entry.start - 90) : entry.start])
    ]
    own = [mention for mention in mentions if mention.term.facet in (Facet.OUTCOME, Facet.PLACE, Facet.THEME)]
    groups = parted(passage.text, groups_of(passage.text, statistics, shares), own)
    periods = spans_in_sentence(passage.text, sentence.start, groups, joined(passage.text, dates))
    bound, unplaced = _bound(passage.text, sentence.start, groups, mentions)
    known = [(entry.start, entry.end) for entry in mentions]
    known += [(entry.start, entry.end) for entry in dates]
    known += [(number.start, number.end) for number in statistics]
    return Said(
        document=document,
        passage=passage,
        text=sentence.text,
        start=sentence.start,
        groups=groups,
        mentions=mentions,
        bound=bound,
        unplaced=unplaced,
        unknown=tuple(unknown_words(sentence.text, sentence.start, known, vocabulary.of_outcomes)),
        periods=periods,
        subject=_subject(sentence, mentions, vocabulary),
        hinted=_hinted(sentence, vocabulary),
    )


def _bound(
    text: str, start: int, groups: Sequence[Group], mentions: Sequence[Mention]
) -> tuple[dict[Facet, dict[int, Mention]], frozenset[int]]:
    """The terms that go with each group, and the groups of which the sentence does not say the place.

    What stands in brackets with a number of its own goes with that number alone, which has the rest from the number
    before the brackets.
    """
    apart = [group for group in groups if group.beside is not None]
    others = [group for group in groups if group.beside is None]
    outside = [entry for entry in mentions if not any(group.start < entry.start < group.until for group in apart)]
    bound: dict[Facet, dict[int, Mention]] = {}
    unplaced: frozenset[int] = frozenset()
    for facet in FACETS:
        found = [mention for mention in outside if mention.term.facet is facet]
        if facet is Facet.PLACE:
            bound[facet], unplaced = _placed(text, start, others, found)
        else:
            bound[facet] = paired(others, found, text)
        for group in apart:
            own = [entry for entry in mentions if entry.term.facet is facet and group.start < entry.start < group.until]
            term = own[0] if own else bound[facet].get(group.beside or 0)
            if term is not None:
                bound[facet][group.main.id] = term
    return bound, unplaced


def _placed(
    text: str, start: int, groups: Sequence[Group], mentions: Sequence[Mention]
) -> tuple[dict[int, Mention], frozenset[int]]:
    """The place of each group, and the groups of which a sentence that names places does not say theirs."""
    if len({mention.term for mention in mentions}) != 1:
        bound = paired(groups, mentions, text)
        return bound, frozenset(group.main.id for group in groups if mentions and group.main.id not in bound)
    before = [group for group in groups if group.start < mentions[0].start]
    if not before:
        return {group.main.id: mentions[0] for group in groups}, frozenset()
    return carried(text, start, groups, {before[-1].main.id: mentions[0]})


def _subject(sentence: Sentence, mentions: Sequence[Mention], vocabulary: Vocabulary) -> Term | None:
    """The theme that a sentence on areas for improvement or for priority action begins with, if it names another."""
    levels = [mention.start for mention in mentions if mention.term.facet is Facet.LEVEL]
    return vocabulary.theme_in(sentence.text[: levels[0] - sentence.start]) if levels else None


def _hinted(sentence: Sentence, vocabulary: Vocabulary) -> bool:
    found = vocabulary.mentions(sentence.text)
    return vocabulary.hints_an_outcome(sentence.text, [entry for entry in found if entry.term.facet is Facet.OUTCOME])


def _shifted(entry: Dated, by: int) -> Dated:
    return replace(entry, start=entry.start + by, end=entry.end + by)
