"""Words of a text with their places, folded so that loose typography makes no difference; where quotations stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from areasend.check.numbers.documents.model import Passage, Where

_WORD = re.compile(r"\w+(?:['’/]\w+)*|(?<=\s)&(?=\s)")
ARTICLES = frozenset({"a", "an", "the"})
CONNECTIVES = frozenset({"and", "or", "and/or"})
_SMALL_WORDS = (
    "about above across after all also any are as at be been before being below between both but by can did do does"
    " during each for from had has have he her his how if in into is it its may more most must no not of on only other"
    " our out over she should since so some such than that their them then there these they this those through to under"
    " up us was we were what when where which while who will with within would you your"
)
_SMALL = ARTICLES | CONNECTIVES | frozenset(_SMALL_WORDS.split())
_PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_MARK = re.compile("[" + "".join(_PAIRS) + "]")
_LONGEST = 1_000
_SHOWN = 100
_PLACES_NAMED = 3


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is lower case with straight apostrophes; a hyphen parts two words, "and/or" is one."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks; `start` and `end` leave the marks out."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=32_768)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; "&" between spaces counts as "and"."""
    return tuple(Word(_fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))


def spelling(text: str) -> tuple[str, ...]:
    """The words alone, to compare two texts by."""
    return tuple(word.text for word in words(text))


def _fold(word: str) -> str:
    return "and" if word == "&" else word.replace("’", "'").casefold()


def significant(spelt: Iterable[str]) -> frozenset[str]:
    """The words that carry a meaning of their own: without articles, prepositions, pronouns, auxiliaries."""
    return frozenset(word for word in spelt if word not in _SMALL)


def quotations(text: str) -> Iterator[Quotation]:
    """What stands in quotation marks, single or double, curly or straight; an apostrophe opens and closes nothing.

    A mark opens after a space, a bracket or nothing, before a character; it closes after a character, where no letter
    follows. Of a quotation that does not close within 1,000 characters nothing is handed on.
    """
    after = 0
    searched: dict[str, int] = {}
    for mark in _MARK.finditer(text):
        place = mark.start()
        if place < after or not _opens(text, place):
            continue
        end = _closing(text, place + 1, _PAIRS[mark.group()], searched)
        if end is not None:
            yield Quotation(place + 1, end, text[place + 1 : end])
            after = end + 1


def _opens(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not before.isalnum() and before not in "’'" and not after.isspace()


def _closing(text: str, first: int, closing: str, searched: dict[str, int]) -> int | None:
    """Where a quotation that begins at `first` ends. `searched` is up to where no mark closes, so that none is looked
    at twice."""
    limit = min(len(text), first + _LONGEST)
    place = text.find(closing, max(first + 1, searched.get(closing, 0)), limit)
    while place != -1:
        after = text[place + 1] if place + 1 < len(text) else " "
        if not text[place - 1].isspace() and not after.isalnum():
            return place
        place = text.find(closing, place + 1, limit)
    searched[closing] = limit
    return None


def quote(passage: Passage, start: int = 0, end: int | None = None) -> str:
    """A short piece of a passage to show: from `start` to `end`, or as much as fits."""
    text = passage.text[start:end].strip()
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def places(found: Iterable[Where]) -> str:
    """Places in words, the first three by name: "a.html, line 3; a.html, line 8; and 2 more"."""
    named = [str(where) for where in found]
    more = len(named) - _PLACES_NAMED
    return "; ".join(named[:_PLACES_NAMED]) + (f"; and {more} more" if more > 0 else "")
