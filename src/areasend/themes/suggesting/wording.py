"""The words of a statement as a model weighs them: cut to their stem, with the place where each stands in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# No statement is as long; what comes after would cost time and change nothing.
LONGEST = 50_000

_PART_END = re.compile(r"[;:!?•◼▪]|\.(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_OWNED = re.compile(r"['’]s\b")
# Longest first: one ending is cut off where four letters stay.
_ENDINGS = "ations ements ation ingly ement ments ively ings ment edly ies ied ing ive ely ity ed ly es s e y"
_KEPT = 4
# Words that stand in statements of every theme.
_EVERYWHERE = (
    "a an the of to and or in on for with by at from as is are be been being that this these those it its their they "
    "them there which who whom what when where while so such than then also into across within between through all "
    "any some other more most not no do does should must need needs ensure have has had will can may could would "
    "including include includes"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its stem; in the text it stands from `start` to `end`."""

    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in words, part by part: no phrase runs over the end of a sentence or bullet."""

    text: str
    parts: tuple[tuple[Word, ...], ...]

    @property
    def weighed(self) -> list[str]:
        """The stems that can tell one theme from another, in order."""
        return [word.stem for part in self.parts for word in part if tells(word.stem)]

    def shown(self, start: int, end: int) -> str:
        """The words from one place to another as they stand there, on one line."""
        return " ".join(self.text[start:end].split())


def wording(text: str) -> Wording:
    """The words of a text."""
    held = _OWNED.sub("  ", text[:LONGEST])
    return Wording(text=text[:LONGEST], parts=tuple(_parts(held)))


def _parts(text: str) -> Iterator[tuple[Word, ...]]:
    start = 0
    for end in [*(found.start() for found in _PART_END.finditer(text)), len(text)]:
        words = tuple(
            Word(stem(found.group().lower()), found.start(), found.end()) for found in _WORD.finditer(text, start, end)
        )
        if words:
            yield words
        start = end + 1


_BY_LENGTH = tuple(_ENDINGS.split())


def stem(word: str) -> str:
    """A word without its ending, so that "commissioned" and "commissioning" are one."""
    for ending in _BY_LENGTH:
        if word.endswith(ending) and len(word) - len(ending) >= _KEPT:
            return word[: -len(ending)]
    return word


_TELL_NOTHING = frozenset(map(stem, _EVERYWHERE.split()))


def tells(stemmed: str) -> bool:
    """Whether a stem can tell one theme from another."""
    return len(stemmed) > 1 and stemmed not in _TELL_NOTHING


class Terms:
    """The characteristic terms of themes, found in a text wherever their words stand one after the other."""

    def __init__(self, terms: Sequence[Sequence[str]]) -> None:
        """`terms` has those of each theme."""
        self._themes: dict[tuple[str, ...], list[int]] = {}
        for theme, phrases in enumerate(terms):
            for phrase in phrases:
                key = tuple(word.stem for part in wording(phrase).parts for word in part)
                if key and theme not in self._themes.setdefault(key, []):
                    self._themes[key].append(theme)
        self._lengths = sorted({len(key) for key in self._themes})

    def found_in(self, read: Wording) -> dict[int, dict[tuple[str, ...], tuple[int, int]]]:
        """By theme: each different term that stands in the text, and where it first does."""
        found: dict[int, dict[tuple[str, ...], tuple[int, int]]] = {}
        for part in read.parts:
            stems = [word.stem for word in part]
            for length in self._lengths:
                for at in range(len(stems) - length + 1):
                    key = tuple(stems[at : at + length])
                    for theme in self._themes.get(key, ()):
                        found.setdefault(theme, {}).setdefault(key, (part[at].start, part[at + length - 1].end))
        return found


__all__ = ["Terms", "Word", "Wording", "stem", "tells", "wording"]
