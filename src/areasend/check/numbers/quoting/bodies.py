"""Bodies that a text names: ministries, offices, commissioners, by the shape of their names and by abbreviation.

The words that make a run of capitalised words a body are English, not this field's: "Department for Education",
"National Audit Office", "Children's Commissioner". Bodies of the publisher's own are no source from elsewhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from areasend.check.numbers.word_lists import source_words
from areasend.register import Register

_BODY_NOUNS = source_words("body_nouns")
_KNOWN = source_words("known")
_JOINING = source_words("joining")
_WORD = re.compile(r"[A-Za-z&][\w&]*(?:['’\-][\w]+)*['’]?")
_SHORT = re.compile(r"\(([A-Z][A-Za-z&]{1,9})\)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it stands, folded (small letters, straight apostrophe), and where."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Body:
    """A body that words name: `first` and `last` are the places of its words among the words of the text."""

    name: str
    first: int
    last: int
    possessive: bool


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; numbers are no words."""
    return tuple(
        Word(match.group(), match.group().casefold().replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text)
    )


def plain(name: str) -> str:
    """A name as it is compared: small letters, straight apostrophes, without article and without a possessive ending.

    >>> plain("The National Audit Office’s")
    'national audit office'
    """
    folded = name.casefold().replace("’", "'").removeprefix("the ")
    return folded.removesuffix("'s").removesuffix("'").strip()


@dataclass(frozen=True, kw_only=True)
class Bodies:
    """The names that a check knows: `own` are the publisher's, `foreign` are those that records quote; both plain.

    `short` maps abbreviations that the documents introduce, "Department for Education (DfE)", to the plain full name;
    `titles` are those of the publications that records quote.
    """

    own: frozenset[str]
    foreign: frozenset[str] = field(default_factory=frozenset)
    short: dict[str, str] = field(default_factory=dict)
    titles: tuple[str, ...] = ()

    def in_text(self, text: str, words: Sequence[Word]) -> tuple[Body, ...]:
        """The bodies from elsewhere that the words name, in order."""
        return tuple(body for run in _runs(text, words) if (body := self._body(words, *run)) is not None)

    def own_ends(self, text: str, words: Sequence[Word]) -> tuple[int, ...]:
        """Where names of the publisher end."""
        return tuple(words[last].end for first, last in _runs(text, words) if self.is_own(_name(words, first, last)))

    def own_in(self, text: str, words: Sequence[Word]) -> bool:
        """Whether the words name the publisher."""
        return bool(self.own_ends(text, words))

    def is_own(self, name: str) -> bool:
        """Whether a name is the publisher's, or joins only names of the publisher: "Ofsted and the CQC"."""
        parts = [plain(part) for part in re.split(r" and (?:the )?", plain(name))]
        whole = plain(name)
        return self._own(whole) or all(self._own(part) for part in parts)

    def _own(self, name: str) -> bool:
        return name in self.own or self.short.get(name) in self.own

    def _body(self, words: Sequence[Word], first: int, last: int) -> Body | None:
        name = _name(words, first, last)
        known = plain(name)
        if self.is_own(name):
            return None
        parts = {word.folded.removesuffix("'s").removesuffix("'") for word in words[first : last + 1]}
        abbreviated = bool(parts & _KNOWN) or any(self._foreign(part) for part in parts)
        if known in self.foreign or parts & _BODY_NOUNS or abbreviated:
            return Body(name=name, first=first, last=last, possessive=words[last].folded.endswith(("'s", "s'")))
        return None

    def _foreign(self, part: str) -> bool:
        full = self.short.get(part)
        return full is not None and (full in self.foreign or bool(set(full.split()) & _BODY_NOUNS))


def _name(words: Sequence[Word], first: int, last: int) -> str:
    return " ".join(word.text for word in words[first : last + 1])


def _runs(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, joined by small words such as "for", with nothing but spaces between."""
    first: int | None = None
    last = 0
    for place, word in enumerate(words):
        joined = first is not None and text[words[place - 1].end : word.start].isspace()
        if joined and word.folded in _JOINING and not word.text[0].isupper():
            continue
        if not word.text[0].isupper():
            joined = False
        if first is not None and not joined:
            yield first, last
            first = None
        if word.text[0].isupper():
            first, last = (place if first is None else first), place
    if first is not None:
        yield first, last


def known_bodies(texts: Iterable[str], register: Register) -> Bodies:
    """The bodies of a check: the publisher's from the register's publications, the others from what these quote."""
    own = {plain(part) for entry in register.documents for part in re.split(r" and (?:the )?", entry.publisher)}
    quoted = {plain(entry.original_source.split(",")[0]) for entry in register.context_figures}
    titles = tuple(entry.title for entry in register.documents)
    short: dict[str, str] = {}
    for text in texts:
        for match in _SHORT.finditer(text):
            full = _spelled_out(text[max(0, match.start() - 120) : match.start()], match.group(1))
            if full:
                short.setdefault(match.group(1).casefold(), full)
    return Bodies(own=frozenset(own), foreign=frozenset(quoted - own), short=short, titles=titles)


def _spelled_out(before: str, letters: str) -> str:
    """The words right before "(LGSCO)" whose first letters it has, plain; empty if they are not there.

    >>> _spelled_out("said the Department for Education ", "DfE")
    'department for education'
    """
    words = words_of(before)
    wanted = letters.casefold()
    if not words or not before.endswith((" ", "\xa0")):
        return ""
    place = len(words)
    while wanted and place:
        place -= 1
        if words[place].folded[0] == wanted[-1]:
            wanted = wanted[:-1]
        elif words[place].folded not in _JOINING:
            return ""
    return plain(before[words[place].start :]) if not wanted else ""
