"""The words of the field in a text: outcomes, places, themes, levels and measures, and a document's own headings.

Outcomes, regions and themes come from the framework, areas and their other names from the register. Nothing of them is
written here. Measures and levels are the few nouns that GLOSSARY.md fixes.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import lru_cache

from areasend.check.numbers.claims.model import Facet, Mention, Term
from areasend.check.numbers.claims.outcome_words import OutcomeWords
from areasend.check.numbers.claims.phrases import Phrases, folded, words_of
from areasend.framework import Framework
from areasend.register import NameKind, Register

ENGLAND = Term(Facet.PLACE, "england")

_MEASURES = {
    "inspections": ("inspection", "inspections", "full inspection", "full inspections"),
    "areas": (
        "area",
        "areas",
        "local area",
        "local areas",
        "inspected areas",
        "local area partnership",
        "local area partnerships",
        "partnerships",
    ),
    "regions": ("region", "regions", "Ofsted region", "Ofsted regions"),
    "outcomes": ("outcome", "outcomes", "inspection outcomes", "inspection outcome"),
    "themes": ("theme", "themes"),
    "reports": ("report", "reports", "inspection reports"),
    "visits": ("thematic visit", "thematic visits"),
    "monitoring": ("monitoring inspection", "monitoring inspections"),
}
_LEVELS = {
    "afi": ("area for improvement", "areas for improvement", "AFI", "AFIs"),
    "apa": ("area for priority action", "areas for priority action", "APA", "APAs"),
}


_OWN_WORDS = 2


class Vocabulary:
    """Finds terms in a text. `labels` are headings of the document's own tables, each with its key.

    `mentions` are the terms in a text; `words_an_outcome` says whether a heading is the whole wording of an outcome;
    `theme_of` is the one theme that a heading is about. The three are asked of the same texts again and again.
    `of_outcomes` are all words of the framework's outcomes.
    """

    def __init__(self, framework: Framework, register: Register, labels: Iterable[tuple[str, str]] = ()) -> None:
        self._outcomes = OutcomeWords(framework)
        self.of_outcomes = self._outcomes.words
        self._phrases = Phrases(_field_phrases(framework, register))
        self._areas = Phrases(_area_phrases(register))
        self._labels = Phrases((phrase, Term(Facet.LABEL, key)) for phrase, key in labels)
        self._themes = tuple((theme.key, frozenset(folded(theme.name))) for theme in framework.themes)
        shared = Counter(word for _, theme in self._themes for word in theme)
        self._theme_words = {word: key for key, theme in self._themes for word in theme if shared[word] == 1}
        self.theme_of = lru_cache(maxsize=32768)(self._theme_of)
        self.words_an_outcome = lru_cache(maxsize=32768)(self._outcomes.words_an_outcome)
        self._of_the_field = lru_cache(maxsize=65536)(self._field_mentions)
        self.mentions = lru_cache(maxsize=65536)(self._mentions)

    def with_labels(self, labels: Iterable[tuple[str, str]]) -> "Vocabulary":
        """The same field's words with the headings of a document; a release has hundreds of documents."""
        other = copy(self)
        other._labels = Phrases((phrase, Term(Facet.LABEL, key)) for phrase, key in labels)
        other.mentions = lru_cache(maxsize=65536)(other._mentions)
        return other

    def _mentions(self, text: str, short: bool = False) -> tuple[Mention, ...]:
        """The terms in a text, from left to right. `short`: it is a heading or the label of a row or column."""
        found = self._of_the_field(text, short)
        own = [_mention(text, term, hit.start, hit.end) for hit in self._labels.find(text) for term in hit.values]
        return tuple(sorted({*found, *own}, key=_in_order)) if own else found

    def _field_mentions(self, text: str, short: bool) -> tuple[Mention, ...]:
        """The terms of the field, which are the same for all documents of a release."""
        words = words_of(text)
        found = [*self._outcomes.mentions(text, words, short=short)]
        for hit in self._phrases.find(text, words):
            found += [_mention(text, term, hit.start, hit.end) for term in hit.values]
        taken = [(entry.start, entry.end) for entry in found if entry.term.facet in (Facet.PLACE, Facet.THEME)]
        for hit in self._areas.find(text, words):
            if len(hit.values) == 1 and text[hit.start].isupper() and not _inside(hit.start, hit.end, taken):
                found.append(_mention(text, hit.values[0], hit.start, hit.end))
        return tuple(sorted(set(found), key=_in_order))

    def hints_an_outcome(self, text: str, outcomes: Iterable[Mention]) -> bool:
        """Whether a text has a word of an outcome that is in none of the outcomes named: "the areas with failings"."""
        taken = [(entry.start, entry.end) for entry in outcomes]
        return any(not _inside(word.start, word.end, taken) for word in self._outcomes.hinted(words_of(text)))

    def theme_in(self, subject: str) -> Term | None:
        """The theme that the subject of a sentence is about: the one of which it has most own words, two at least."""
        counted = Counter(self._theme_words[word] for word in set(folded(subject)) if word in self._theme_words)
        best = counted.most_common(2)
        if not best or best[0][1] < _OWN_WORDS or (len(best) > 1 and best[1][1] == best[0][1]):
            return None
        return Term(Facet.THEME, best[0][0])

    def _theme_of(self, heading: str) -> Term | None:
        """The one theme that a heading is about, its own words or nearly; None if several are as near.

        Near enough is that most of the longer words of either are in the other.
        """
        words = frozenset(folded(heading))
        nearness = sorted(((_overlap(words, theme), key) for key, theme in self._themes), reverse=True)
        if nearness and nearness[0][0] >= 0.5 and (len(nearness) == 1 or nearness[1][0] < nearness[0][0]):
            return Term(Facet.THEME, nearness[0][1])
        return None


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    long_one = {word for word in one if len(word) > 3}
    long_other = {word for word in other if len(word) > 3}
    union = long_one | long_other
    return len(long_one & long_other) / len(union) if union else 0.0


def _in_order(mention: Mention) -> tuple[int, int, Term]:
    return mention.start, -mention.end, mention.term


def _inside(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch lies in one of others, which are in order and do not overlap."""
    place = bisect_right(taken, start, key=lambda stretch: stretch[0]) - 1
    return place >= 0 and end <= taken[place][1]


def _mention(text: str, term: Term, start: int, end: int) -> Mention:
    return Mention(term, start, end, text[start:end])


def _field_phrases(framework: Framework, register: Register) -> Iterator[tuple[str, Term]]:
    yield framework.country, ENGLAND
    shared = {region.name for region in framework.ofsted_regions}
    for region in framework.ofsted_regions:
        yield region.name, Term(Facet.PLACE, region.key)
    for ons in framework.ons_regions:
        if ons.name not in shared:
            yield ons.name, Term(Facet.PLACE, f"ons:{ons.key}")
    for theme in framework.themes:
        yield theme.name, Term(Facet.THEME, theme.key)
    for key, phrases in _MEASURES.items():
        yield from ((phrase, Term(Facet.MEASURE, key)) for phrase in phrases)
    for key, phrases in _LEVELS.items():
        yield from ((phrase, Term(Facet.LEVEL, key)) for phrase in phrases)


def _area_phrases(register: Register) -> Iterator[tuple[str, Term]]:
    for area in register.local_areas:
        for name in (area.name, area.plain_name):
            yield name, Term(Facet.PLACE, str(area.gss_code))
    for other in register.area_names:
        if other.kind is not NameKind.FORMER:
            yield other.name, Term(Facet.PLACE, str(other.gss_code))
