"""Finding known phrases in a text: the longest that fits wins; "the" and commas do not count."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W_]+(?:[’'&.][^\W_]+)*", re.UNICODE)
_SKIPPED = frozenset({"the"})
# Between two words of one phrase; a full stop or a semicolon ends it.
_GAP = re.compile(r"[\s,/&()‘’'\"“”*–—:-]{0,6}")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded for comparison, and where it stands."""

    folded: str
    start: int
    end: int


# Texts of tables and names of areas come back by the thousand.
@lru_cache(maxsize=32_768)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; "co-production" is two, "partnership’s" one."""
    return tuple(
        Word(found.group().casefold().replace("’", "'"), found.start(), found.end()) for found in _WORD.finditer(text)
    )


@lru_cache(maxsize=32_768)
def folded(text: str) -> tuple[str, ...]:
    """A phrase as it is compared: its words without "the".

    >>> folded("North East, Yorkshire and the Humber")
    ('north', 'east', 'yorkshire', 'and', 'humber')
    """
    return tuple(word.folded for word in words_of(text) if word.folded not in _SKIPPED)


@dataclass(slots=True)
class _Node(Generic[Value]):
    following: dict[str, "_Node[Value]"] = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """What was found, from `start` to `end` of the text."""

    values: tuple[Value, ...]
    start: int
    end: int


class Phrases(Generic[Value]):
    """Phrases and what they stand for; one phrase may stand for several things."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._root: _Node[Value] = _Node()
        for phrase, value in entries:
            node = self._root
            for word in folded(phrase):
                node = node.following.setdefault(word, _Node())
            if node is not self._root and value not in node.values:
                node.values.append(value)

    def find(self, text: str, words: tuple[Word, ...] | None = None) -> Iterator[Hit[Value]]:
        """The phrases in a text, from left to right, none inside another."""
        words = words_of(text) if words is None else words
        place, opening = 0, self._root.following
        while place < len(words):
            if words[place].folded not in opening:
                place += 1
                continue
            hit, after = self._longest(text, words, place)
            if hit is not None:
                yield hit
            place = after

    def _longest(self, text: str, words: tuple[Word, ...], first: int) -> tuple[Hit[Value] | None, int]:
        node, best, after = self._root, None, first + 1
        for place in range(first, len(words)):
            word = words[place]
            if place > first and not _GAP.fullmatch(text, words[place - 1].end, word.start):
                break
            if place > first and word.folded in _SKIPPED:
                continue
            step = node.following.get(word.folded)
            if step is None:
                break
            node = step
            if node.values:
                best, after = Hit(tuple(node.values), words[first].start, word.end), place + 1
        return best, after
