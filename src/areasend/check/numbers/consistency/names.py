"""Names that are nearly, but not exactly, a standard name of framework or register: "Yorkshire and Humber".

Looked at are headings, list items, labels of tables and quoted names, each as a whole; and in any text a run of words
that is a standard name but for articles, "and" for "or", or the order of its words. A piece of a standard name is a
shortening and no variant; another standard name is none either. Names of the document's own that differ from one
heading to the next in the same small ways are told too. One finding for each variant, with all its places.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from areasend.check.numbers.consistency.plain_words import (
    ARTICLES,
    CONNECTIVES,
    Word,
    places,
    quotations,
    quote,
    significant,
    spelling,
    words,
)
from areasend.check.numbers.consistency.standard_names import StandardName, areas_by_name, standard_names
from areasend.check.numbers.documents.model import Document, ItemList, Passage, Role, Table, Where
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict

_LONGEST = 14
_PARTED = re.compile(r"[|;:.!?\t\n]")
_PARTED_OR_COMMA = re.compile(r"[|;:.!?\t\n,]")
_LIKE = 0.65
_SPELT_LIKE = 0.9
_FEWEST_REORDERED = 3
_FEWEST_OWN = 3

Spelt = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    passage: Passage
    start: int

    @property
    def where(self) -> Where:
        return self.passage.where(self.start)


class _Standards:
    """The standard names, by their exact words and by their words put in one form."""

    def __init__(self, evidence: Evidence) -> None:
        names = [name for name in standard_names(evidence) if len(spelling(name.name)) <= _LONGEST]
        self.exact = {_without_article(spelling(name.name)): name for name in names}
        self._areas = frozenset(areas_by_name(evidence))
        self._known: dict[Spelt, StandardName | None] = {}
        # Most cells of a publication stand in it many times.
        self._runs: dict[str, tuple[tuple[StandardName, int, int], ...]] = {}
        self._plain: dict[Spelt, StandardName] = {}
        for spelt, name in self.exact.items():
            self._plain.setdefault(_plain(spelt), name)
        self._by_longest: dict[str, list[tuple[Spelt, StandardName]]] = {}
        for spelt, name in self._plain.items():
            if len(significant(spelt)) > 1:
                self._by_longest.setdefault(max(spelt, key=len), []).append((spelt, name))
        self._by_word: dict[str, list[tuple[Spelt, StandardName]]] = {}
        for spelt, name in self.exact.items():
            for word in sorted(significant(spelt)):
                self._by_word.setdefault(word, []).append((spelt, name))

    def label(self, text: str) -> StandardName | None:
        """The standard name that a whole label is a variant of; one with more besides is none."""
        spelt = _without_article(spelling(text))
        if spelt not in self._known:
            self._known[spelt] = self._variant_of(spelt)
        return self._known[spelt]

    def _variant_of(self, spelt: Spelt) -> StandardName | None:
        if not 1 < len(spelt) <= _LONGEST or spelt in self.exact or spelt in self._areas or self._is_piece(spelt):
            return None
        name = self._plain.get(_plain(spelt)) or self._alike(spelt)
        return None if name is None or _holds(spelt, _without_article(spelling(name.name))) else name

    def _is_piece(self, spelt: Spelt) -> bool:
        return any(_holds(name, spelt) for name, _ in self._by_word.get(max(spelt, key=len), ()))

    def _alike(self, spelt: Spelt) -> StandardName | None:
        meant = significant(spelt)
        near: dict[Spelt, tuple[float, StandardName]] = {}
        for word in sorted(meant):
            for name, standard in self._by_word.get(word, ()):
                named = significant(name)
                share = len(meant & named) / len(meant | named)
                spelt_alike = difflib.SequenceMatcher(None, " ".join(spelt), " ".join(name)).ratio() >= _SPELT_LIKE
                if len(named) > 1 and ((len(meant & named) > 1 and share >= _LIKE) or spelt_alike):
                    near[name] = (share, standard)
        return max(near.values(), key=lambda entry: entry[0])[1] if near else None

    def runs(self, text: str) -> tuple[tuple[StandardName, int, int], ...]:
        """The runs of words in a text that are a standard name but for its small words or the order of its words."""
        if text not in self._runs:
            self._runs[text] = tuple(self._found_runs(text))
        return self._runs[text]

    def _found_runs(self, text: str) -> Iterator[tuple[StandardName, int, int]]:
        found = [word for word in words(text) if word.text not in ARTICLES]
        plain = [_one_connective(word.text) for word in found]
        held = dict.fromkeys(plain)
        for spelt, name in (entry for word in held for entry in self._by_longest.get(word, ())):
            if held.keys() >= {*spelt}:
                yield from self._runs_of(name, spelt, text, found, plain)

    def _runs_of(
        self, name: StandardName, spelt: Spelt, text: str, found: Sequence[Word], plain: Sequence[str]
    ) -> Iterator[tuple[StandardName, int, int]]:
        """The runs of one name: first those in its order, then those in another that have no word of the first."""
        size = len(spelt)
        firsts = list(_windows(plain, spelt))
        in_order = [first for first in firsts if tuple(plain[first : first + size]) == spelt]
        taken = {place for first in in_order for place in range(first, first + size)}
        for first in firsts:
            run = found[first : first + size]
            ordered = first in taken and tuple(plain[first : first + size]) == spelt
            if not ordered and (
                taken.intersection(range(first, first + size)) or len(significant(spelt)) < _FEWEST_REORDERED
            ):
                continue
            parted = _PARTED if ordered else _PARTED_OR_COMMA
            start, end = run[0].start, run[-1].end
            if not parted.search(text[start:end]) and not self._stands(text[start:end]):
                yield name, start, end

    def _stands(self, text: str) -> bool:
        spelt = _without_article(spelling(text))
        return spelt in self.exact or self._is_piece(spelt)


def names(evidence: Evidence) -> Iterator[Verdict]:
    """Variants of standard names, then names of the document's own that vary."""
    standards = _Standards(evidence)
    cited = _cited(evidence)
    variants: dict[tuple[Spelt, str], list[_Found]] = {}
    for document in evidence.documents:
        labels = set()
        for found in _labels(document):
            name = standards.label(found.text)
            if name is not None and _place(found.passage) not in cited:
                labels.add(found.passage.id)
                variants.setdefault((spelling(found.text), name.name), []).append(found)
        for passage in document.passages():
            for name, run in () if passage.id in labels or _place(passage) in cited else _unquoted(standards, passage):
                variants.setdefault((spelling(run.text), name.name), []).append(run)
    for (_, standard), entries in variants.items():
        yield _finding(standard, entries, "the framework has")
    for document in evidence.documents:
        yield from _own(document, {spelt for spelt, _ in variants})


def _cited(evidence: Evidence) -> frozenset[tuple[str, int]]:
    """The cells of rows whose statistics are all quoted: a name in these is as its source has it."""
    found: set[tuple[str, int]] = set()
    for table in (block for document in evidence.documents for block in document.blocks if isinstance(block, Table)):
        for row in table.rows if evidence.quoted else ():
            numbers = [number for cell in row for number in evidence.numbers_in(cell) if number.is_statistic]
            if numbers and all(number.id in evidence.quoted for number in numbers):
                found.update(map(_place, row))
    return frozenset(found)


def _place(passage: Passage) -> tuple[str, int]:
    return passage.file, passage.id


def _unquoted(standards: _Standards, passage: Passage) -> Iterator[tuple[StandardName, _Found]]:
    """The longest runs of a passage that are variants, outside quotation marks."""
    runs = sorted(standards.runs(passage.text), key=lambda run: run[1] - run[2])
    taken = [(entry.start, entry.end) for entry in quotations(passage.text)] if runs else []
    for name, start, end in runs:
        if not any(first <= start and end <= last for first, last in taken) and not passage.is_quoted(start):
            taken.append((start, end))
            yield name, _Found(passage.text[start:end], passage, start)


def _labels(document: Document) -> Iterator[_Found]:
    """What stands as a name: headings, items, the labels of rows and columns, quoted names."""
    for block in document.blocks:
        if isinstance(block, ItemList):
            passages: Iterable[Passage] = block.items
        elif isinstance(block, Table):
            labels = [cell for row in block.rows for cell in row[: block.label_columns]]
            passages = [*dict.fromkeys(block.header), *labels]
        else:
            passages = [block] if block.role is Role.HEADING else []
        for passage in passages:
            if not passage.is_quoted(0):
                yield _Found(passage.text, passage, 0)


def _own(document: Document, told: set[Spelt]) -> Iterator[Finding]:
    """Names in headings, items and labels that differ in articles and connectives alone."""
    forms: dict[Spelt, dict[Spelt, list[_Found]]] = {}
    for found in _labels(document):
        spelt = spelling(found.text)
        if len(spelt) <= _LONGEST and len(significant(spelt)) >= _FEWEST_OWN and spelt not in told:
            forms.setdefault(_plain(spelt), {}).setdefault(_without_article(spelt), []).append(found)
    for spellings in forms.values():
        if len(spellings) > 1:
            usual = max(spellings, key=lambda spelt: len(spellings[spelt]))
            for spelt, entries in spellings.items():
                if spelt != usual:
                    yield _finding(spellings[usual][0].text, entries, "elsewhere the document has")


def _finding(standard: str, entries: Sequence[_Found], who: str) -> Finding:
    first = entries[0]
    others = places(where for where in dict.fromkeys(entry.where for entry in entries) if where != first.where)
    return Finding(
        kind=Kind.NAME,
        severity=Severity.QUERY,
        where=first.where,
        quote=quote(first.passage, first.start, first.start + len(first.text)),
        expected=standard,
        found=first.text,
        message=f"“{first.text}” varies a name: {who} “{standard}”." + (f" Also: {others}." if others else ""),
        advice="Use one name throughout.",
    )


def _without_article(spelt: Spelt) -> Spelt:
    return spelt[1:] if len(spelt) > 1 and spelt[0] in ARTICLES else spelt


def _one_connective(word: str) -> str:
    return "and" if word in CONNECTIVES else word


def _plain(spelt: Spelt) -> Spelt:
    return tuple(_one_connective(word) for word in spelt if word not in ARTICLES)


def _windows(plain: Sequence[str], spelt: Spelt) -> Iterator[int]:
    """Where runs of words begin that have the words of a name, in any order."""
    size = len(spelt)
    wanted = Counter(spelt)
    missing = size
    held: Counter[str] = Counter()
    for place, word in enumerate(plain):
        held[word] += 1
        missing -= held[word] <= wanted[word]
        if place >= size:
            gone = plain[place - size]
            missing += held[gone] <= wanted[gone]
            held[gone] -= 1
        if missing == 0:
            yield place - size + 1


def _holds(long: Spelt, short: Spelt) -> bool:
    """Whether a run of the words of one is the other."""
    size = len(short)
    return any(long[first : first + size] == short for first in range(len(long) - size + 1))
