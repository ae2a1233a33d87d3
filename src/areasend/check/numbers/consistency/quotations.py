"""Quotations of the framework: in quotation marks stands its wording, or a piece of it, and nothing nearly like it.

What was swapped, or exchanged so that the meaning changes, is an error; other small departures are queries. A quotation
that is not nearly the wording of an outcome, a theme or a plan is not the framework's and is left alone.
"""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from areasend.check.numbers.consistency.plain_words import (
    CONNECTIVES,
    Quotation,
    places,
    quotations,
    quote,
    significant,
    spelling,
    words,
)
from areasend.check.numbers.consistency.standard_names import Sort, StandardName, standard_names
from areasend.check.numbers.documents.model import Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict

_SHORTEST = 3
_SHORTEST_REORDERED = 4
_LONGEST = 120
_NEAR = 0.7
_FEW = 2
_NEGATIONS = frozenset({"not", "no", "never", "without"})
_NEGATIVE = ("in", "un", "im", "ir", "dis", "non")

Spelt = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    name: StandardName
    spelt: Spelt

    def text(self, piece: slice) -> str:
        """A run of its words as it stands in the framework."""
        found = words(self.name.name)
        end = found[piece][-1].end if piece.stop < len(found) else None
        return self.name.name[found[piece][0].start : end]


@dataclass(frozen=True, slots=True)
class Departure:
    """How a quotation departs from a wording: the words that stand there, those left out and those put in.

    `expected` is the piece of the wording as it stands there. A `reordered` one has the same words.
    """

    wording: str
    expected: str
    missing: Spelt
    surplus: Spelt
    changes_meaning: bool

    @property
    def kind(self) -> tuple[str, Spelt, Spelt]:
        """What is the same in a long and in a short quotation that depart in the same words."""
        return self.wording, self.missing, self.surplus

    @property
    def size(self) -> tuple[int, int]:
        """How much differs; a word exchanged is less than one left out here and another put in there."""
        missing, surplus = len(self.missing), len(self.surplus)
        return missing + surplus, max(missing, surplus)

    @property
    def reordered(self) -> bool:
        return not self.missing and not self.surplus


@dataclass(frozen=True)
class Wordings:
    """All that may be quoted from the framework."""

    evidence: Evidence

    @cached_property
    def _all(self) -> tuple[_Wording, ...]:
        names = (name for name in standard_names(self.evidence) if name.sort is not Sort.REGION)
        return tuple(_Wording(name, spelt) for name in names if len(spelt := spelling(name.name)) >= _SHORTEST)

    @cached_property
    def _counted(self) -> tuple[tuple[_Wording, Counter[str]], ...]:
        return tuple((entry, Counter(entry.spelt)) for entry in self._all)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of meaning that outcomes are told apart by."""
        outcomes = (entry.spelt for entry in self._all if entry.name.sort is Sort.OUTCOME)
        return significant(word for spelt in outcomes for word in spelt)

    def departure(self, spelt: Spelt) -> Departure | None:
        """How a quotation departs from the nearest wording; None if it does not, or is near to none."""
        if not _SHORTEST <= len(spelt) <= _LONGEST or any(_holds(entry.spelt, spelt) for entry in self._all):
            return None
        found: list[Departure] = []
        meant = significant(spelt)
        counted = Counter(spelt)
        for entry, entry_counted in self._counted:
            if len(meant & entry_counted.keys()) * 2 < max(len(meant), 2):
                continue
            if (counted - entry_counted).total() <= _FEW:
                found += self._departures(entry, spelt)
        return min(found, key=lambda departure: departure.size, default=None)

    def _departures(self, entry: _Wording, spelt: Spelt) -> Iterator[Departure]:
        counted = Counter(spelt)
        for size in range(max(_SHORTEST, len(spelt) - _FEW), min(len(entry.spelt), len(spelt) + _FEW) + 1):
            for first, common in enumerate(_common(entry.spelt, size, counted)):
                differences = max(size, len(spelt)) - common
                if differences <= _FEW and differences <= (1 - _NEAR) * len(spelt) + 0.2:
                    piece = slice(first, first + size)
                    window = Counter(entry.spelt[piece])
                    missing, surplus = (window - counted).elements(), (counted - window).elements()
                    found = self._judged(entry, piece, spelt, tuple(missing), tuple(surplus))
                    if found is not None:
                        yield found

    def _judged(self, entry: _Wording, piece: slice, spelt: Spelt, missing: Spelt, surplus: Spelt) -> Departure | None:
        window = entry.spelt[piece]
        reordered = not missing and not surplus
        if reordered and len(spelt) < min(_SHORTEST_REORDERED, len(entry.spelt)):
            return None
        if not reordered and not _in_order(window, spelt):
            return None
        inside = window[0] == spelt[0] and window[-1] == spelt[-1]
        if not reordered and not inside and len(missing) != len(surplus):
            return None
        changes = reordered or self._changes_meaning(entry if inside else None, missing, surplus)
        if not changes and not inside:
            return None
        if not changes and len(spelt) <= _SHORTEST:
            return None
        return Departure(
            wording=entry.name.name,
            expected=entry.text(piece),
            missing=missing,
            surplus=surplus,
            changes_meaning=changes,
        )

    def _changes_meaning(self, inside: _Wording | None, missing: Spelt, surplus: Spelt) -> bool:
        """Whether a negation, "and" for "or", an opposite, or (inside) a word of another outcome stands there."""
        if _NEGATIONS & {*missing, *surplus}:
            return True
        if CONNECTIVES & {*missing} and CONNECTIVES & {*surplus}:
            return True
        if inside and inside.name.sort is Sort.OUTCOME and not (self.vocabulary & {*surplus}) <= {*inside.spelt}:
            return True
        return any(_opposite(old, new) for old in missing for new in surplus)


def quoted_wordings(evidence: Evidence) -> Iterator[Verdict]:
    """Every quotation of every document; the same departure is one finding with all its places."""
    wordings = Wordings(evidence)
    known: dict[Spelt, Departure | None] = {}
    said: dict[Departure, list[tuple[Passage, Quotation]]] = {}
    for document in evidence.documents:
        for passage in document.passages():
            for found in quotations(passage.text):
                spelt = spelling(found.text)
                if "…" in found.text or "..." in found.text or "[" in found.text or passage.is_quoted(found.start):
                    continue
                if spelt not in known:
                    known[spelt] = wordings.departure(spelt)
                departure = known[spelt]
                if departure is not None:
                    said.setdefault(departure, []).append((passage, found))
    together: dict[tuple[str, Spelt, Spelt], Departure] = {}
    places_of: dict[Departure, list[tuple[Passage, Quotation]]] = {}
    for departure, entries in said.items():
        first = departure if departure.reordered else together.setdefault(departure.kind, departure)
        places_of.setdefault(first, []).extend(entries)
    for departure, entries in places_of.items():
        yield _finding(departure, entries)


def _finding(departure: Departure, entries: Sequence[tuple[Passage, Quotation]]) -> Finding:
    passage, found = entries[0]
    others = places(place.where(quotation.start) for place, quotation in entries[1:])
    how = "the words in another order" if departure.reordered else _changed(departure)
    return Finding(
        kind=Kind.QUOTATION,
        severity=Severity.ERROR if departure.changes_meaning else Severity.QUERY,
        where=passage.where(found.start),
        quote=quote(passage, found.start, found.end),
        expected=departure.expected,
        found=found.text,
        message=f"The framework has “{departure.wording}”; the quotation has {how}."
        + (f" Also: {others}." if others else ""),
        advice="Quote the framework's words, or leave the quotation marks out.",
    )


def _changed(departure: Departure) -> str:
    put = " ".join(departure.surplus)
    left = " ".join(departure.missing)
    if put and left:
        return f"“{put}” for “{left}”"
    return f"“{put}” besides" if put else f"no “{left}”"


def _holds(wording: Spelt, spelt: Spelt) -> bool:
    """Whether a quotation is a piece of a wording as it stands."""
    size = len(spelt)
    return any(wording[first : first + size] == spelt for first in range(len(wording) - size + 1))


def _common(wording: Spelt, size: int, counted: Counter[str]) -> Iterator[int]:
    """For each run of so many words of a wording, how many words it has in common with a quotation."""
    left = dict(counted)
    common = 0
    for place, word in enumerate(wording):
        if word in left:
            common += left[word] > 0
            left[word] -= 1
        gone = wording[place - size] if place >= size else ""
        if gone in left:
            left[gone] += 1
            common -= left[gone] > 0
        if place >= size - 1:
            yield common


def _in_order(window: Spelt, spelt: Spelt) -> bool:
    """Whether the words that both have stand in the same order in both, the exchanged one among them."""
    both = (Counter(window) & Counter(spelt)).total()
    blocks = difflib.SequenceMatcher(None, window, spelt, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) == both


def _opposite(old: str, new: str) -> bool:
    longer, shorter = (old, new) if len(old) > len(new) else (new, old)
    return longer != shorter and any(longer == prefix + shorter for prefix in _NEGATIVE)
