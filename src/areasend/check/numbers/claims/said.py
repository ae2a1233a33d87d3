"""A sentence taken apart: its numbers in groups, the terms in it, which go together, its periods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from areasend.check.numbers.claims.groups import Group, groups_of
from areasend.check.numbers.claims.model import Facet, Mention, Span, Term
from areasend.check.numbers.claims.pairing import paired
from areasend.check.numbers.claims.vocabulary import Vocabulary
from areasend.check.numbers.claims.when import spans_in_sentence
from areasend.check.numbers.documents.model import Passage
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Dated, Number, Sentence, Share, Unit

FACETS = (Facet.OUTCOME, Facet.PLACE, Facet.THEME, Facet.LEVEL, Facet.LABEL)
_COUNTED = {Unit.COUNT, Unit.PERCENT, Unit.FRACTION}
# Of a sentence with more numbers than anybody can follow, no words say which goes with which.
_MOST = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
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
    groups = groups_of(passage.text, statistics, shares)
    mentions = tuple(
        Mention(entry.term, entry.start + sentence.start, entry.end + sentence.start, entry.text, entry.exact)
        for entry in vocabulary.mentions(sentence.text)
    )
    dates = [_shifted(entry, sentence.start) for entry in dated(sentence.text) if not entry.impossible]
    spans, span = spans_in_sentence(passage.text, groups, dates)
    bound = {
        facet: paired(groups, [mention for mention in mentions if mention.term.facet is facet], passage.text)
        for facet in FACETS
    }
    return Said(
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


def _shifted(entry: Dated, by: int) -> Dated:
    return replace(entry, start=entry.start + by, end=entry.end + by)
