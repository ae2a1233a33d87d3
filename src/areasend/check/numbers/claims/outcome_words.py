"""Outcomes in free words. An outcome is named where enough of the words that only its label has stand close together.

Which words these are comes from the framework: those of an outcome's labels that are in no other outcome's. One with a
single such word ("inconsistent") is named by it alone; one with more needs two of them within a few words, in any order
and form ("typically led to positive"). A heading is short, so one of them is enough there, and beside another outcome.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from areasend.check.numbers.claims.model import Facet, Mention, Term
from areasend.check.numbers.claims.phrases import Word, folded
from areasend.framework import Framework

_REACH = 8
_SMALL = frozenset({"and", "or", "of", "a", "in"})


@dataclass(frozen=True, slots=True)
class _Seen:
    outcome: str
    word: str
    place: int


class OutcomeWords:
    """The words of each outcome of every version of the framework."""

    def __init__(self, framework: Framework) -> None:
        labels: dict[str, set[str]] = {}
        self._wordings: list[frozenset[str]] = []
        for version in framework.versions:
            for outcome in version.outcomes:
                words = {*folded(outcome.label), *folded(outcome.short_label)} - _SMALL
                labels.setdefault(outcome.key, set()).update(words)
                self._wordings.append(frozenset(folded(outcome.wording)))
        shared = Counter(word for words in labels.values() for word in words)
        self._own = {word: key for key, words in labels.items() for word in words if shared[word] == 1}
        self._needed = {key: min(2, sum(shared[word] == 1 for word in words)) for key, words in labels.items()}

    @property
    def words(self) -> frozenset[str]:
        """All words of the framework's wordings of outcomes and of their labels."""
        return frozenset(word for wording in self._wordings for word in wording) | frozenset(self._own)

    def hinted(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words that only one outcome's label has, whether or not they name it: "failings" alone may."""
        return tuple(word for word in words if word.folded in self._own)

    def mentions(self, text: str, words: Sequence[Word], *, short: bool = False) -> Iterator[Mention]:
        """Where outcomes are named. `short`: the text is a heading or the label of a row or column."""
        seen = [
            _Seen(self._own[word.folded], word.folded, place)
            for place, word in enumerate(words)
            if word.folded in self._own
        ]
        groups = list(_groups(seen, words, text))
        sure = any(self._enough(group) for group in groups)
        for group in groups:
            if self._enough(group) or short or sure:
                start, end = words[group[0].place].start, words[group[-1].place].end
                yield Mention(
                    Term(Facet.OUTCOME, group[0].outcome), start, end, text[start:end], exact=self._enough(group)
                )

    def words_an_outcome(self, text: str) -> bool:
        """Whether a text is the framework's wording of an outcome, or nearly, so that no word of it says more."""
        words = frozenset(folded(text))
        return any(len(words & wording) >= 0.8 * len(words | wording) for wording in self._wordings)

    def _enough(self, group: Sequence[_Seen]) -> bool:
        return len({entry.word for entry in group}) >= self._needed[group[0].outcome]


def _groups(seen: Sequence[_Seen], words: Sequence[Word], text: str) -> Iterator[list[_Seen]]:
    """Words of one outcome that follow each other closely, each once, with no end of sentence between."""
    group: list[_Seen] = []
    for entry in seen:
        close = (
            bool(group)
            and entry.outcome == group[-1].outcome
            and entry.place - group[-1].place <= _REACH
            and entry.word not in {other.word for other in group}
            and ". " not in text[words[group[-1].place].end : words[entry.place].start]
        )
        if group and not close:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group
