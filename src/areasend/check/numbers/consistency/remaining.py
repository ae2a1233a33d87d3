"""The remaining: what is left of a whole when the parts stated before are taken away.

The whole is the nearest number before that does not itself stand as a part does; between it and "the remaining 6" are
the parts. Counts in brackets with a period of their own, "14 (7 in 2024)", are a chain beside it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from areasend.check.numbers.consistency.phrases import (
    added,
    alike,
    counts_in,
    in_brackets,
    is_stated,
    noun,
    same,
    starts_part,
    stretches,
)
from areasend.check.numbers.consistency.wording import nearby, number_text
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Part
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_BACK = 40
_MOST_PARTS = 12
_BRACKET = re.compile(r"[^.()]{0,60}\($")
_CLOSE = re.compile(r"([^()]{2,40})\)")


@dataclass(frozen=True, slots=True)
class _Chain:
    """A whole with its parts, the rest the last of them."""

    whole: Number
    parts: tuple[Number, ...]

    @property
    def holds(self) -> bool:
        return Fraction(self.whole.value) == sum((Fraction(part.value) for part in self.parts), Fraction(0))


def remaining(evidence: Evidence) -> Iterator[Verdict]:
    """Holds every stated rest against its whole and the parts before it, under the same heading."""
    for document in evidence.documents:
        for stretch in stretches(document):
            counts = [number for passage in stretch.passages for number in counts_in(evidence, passage)]
            for place, number in enumerate(counts):
                if number.part is Part.REMAINING and is_stated(number) and not in_brackets(number):
                    yield from _judged(evidence, counts[max(0, place - _BACK) : place], number, counts, place)


def _judged(
    evidence: Evidence, before: Sequence[Number], rest: Number, counts: Sequence[Number], place: int
) -> Iterator[Verdict]:
    own = [number for number in before if not in_brackets(number) and alike(number, rest) and is_stated(number)]
    named = [number for number in own if same(number, rest) and (noun(rest) or number.passage is rest.passage)]
    chain = _fitting(own, rest) or _plain(named, rest)
    if chain is None:
        return
    for entry in (chain, _beside(chain, counts[max(0, place - _BACK) : place + 3])):
        if entry is None:
            continue
        if entry.holds:
            yield _support(entry)
        elif not {number.id for number in (entry.whole, *entry.parts)} & evidence.quoted and not _may_overlap(entry):
            yield _finding(entry)


def _fitting(before: Sequence[Number], rest: Number) -> _Chain | None:
    """A whole and the parts right before the rest that add up to it, the nearest first; at least one part."""
    wholes: dict[Fraction, list[int]] = {}
    for place, number in enumerate(before):
        wholes.setdefault(Fraction(number.value), []).append(place)
    total = Fraction(rest.value)
    for first in range(len(before) - 1, max(0, len(before) - _MOST_PARTS), -1):
        total += Fraction(before[first].value)
        places = [place for place in wholes.get(total, ()) if place < first]
        if places and starts_part(before[first]):
            return _Chain(before[places[-1]], (*before[first:], rest))
    return None


def _plain(before: Sequence[Number], rest: Number) -> _Chain | None:
    """The whole and its parts where nothing else can be meant: the parts stand as parts do, the whole does not."""
    parts: list[Number] = []
    largest = max((Fraction(number.value) for number in before), default=Fraction(0))
    for number in reversed(before):
        if starts_part(number) and number.value < largest and len(parts) < _MOST_PARTS:
            parts.insert(0, number)
            continue
        near = number.passage is rest.passage or len(parts) > 1
        return _Chain(number, (*parts, rest)) if parts and near else None
    return None


def _may_overlap(chain: _Chain) -> bool:
    """Whether the rest is what some of the parts, one after another, leave: then the others need not be apart."""
    taken = Fraction(chain.whole.value) - Fraction(chain.parts[-1].value)
    values = [Fraction(part.value) for part in chain.parts[:-1]]
    starts = range(len(values))
    return any(
        sum(values[first:last], Fraction(0)) == taken for first in starts for last in range(first + 1, len(values) + 1)
    )


def _beside(chain: _Chain, counts: Sequence[Number]) -> _Chain | None:
    """The chain of counts in brackets after each part, "(7 in 2024)", with the whole that has the same words."""
    found: list[Number] = []
    words: set[str] = set()
    for part in chain.parts:
        inside = [number for number in counts if _is_bracket_of(number, part)]
        if len(inside) != 1:
            return None
        found.append(inside[0])
        words.add(_own_words(inside[0]))
    if len(words) != 1 or not (word := words.pop()):
        return None
    wholes = [
        number
        for number in counts
        if number.passage is chain.whole.passage
        and number.sentence.start == chain.whole.sentence.start
        and number.id != chain.whole.id
        and number not in found
        and is_stated(number)
        and word in number.passage.text[number.end : number.sentence.end].lower()
    ]
    return _Chain(wholes[0], tuple(found)) if len(wholes) == 1 else None


def _is_bracket_of(number: Number, part: Number) -> bool:
    if number.passage is not part.passage or number.start <= part.end or not is_stated(number):
        return False
    return bool(_BRACKET.fullmatch(number.passage.text[part.end : number.start]))


def _own_words(number: Number) -> str:
    """What stands after a number up to the end of its brackets."""
    match = _CLOSE.match(number.passage.text, number.end)
    return match.group(1).strip().lower() if match is not None else ""


def _support(chain: _Chain) -> Support:
    return Support(
        numbers=tuple(number.id for number in (chain.whole, *chain.parts)),
        status=Status.CONSISTENT,
        how=f"{added(list(chain.parts))} = {chain.whole.text}",
    )


def _finding(chain: _Chain) -> Finding:
    rest = chain.parts[-1]
    others = list(chain.parts[:-1])
    taken = sum((Fraction(part.value) for part in others), Fraction(0))
    left = Fraction(chain.whole.value) - taken
    whole = chain.whole
    severity = Severity.ERROR if left >= 0 else Severity.QUERY  # parts that are more than their whole may overlap
    return Finding(
        kind=Kind.REMAINING,
        severity=severity,
        where=rest.where,
        quote=nearby(rest),
        expected=number_text(left) if left >= 0 else f"parts of {whole.text}",
        found=rest.text,
        message=f"The text has {rest.text} for the rest; of {whole.text} ({whole.where}), "
        f"{added(others)} are stated before, which leaves {number_text(left)}."
        if left >= 0
        else f"The parts before the rest, {added(others)}, are more than the whole, {whole.text} ({whole.where}).",
        computed=f"{added(list(chain.parts))} = {number_text(taken + Fraction(rest.value))}, not {whole.text}",
        advice="Check the whole, its parts and the rest against the source.",
        numbers=tuple(number.id for number in (whole, *chain.parts)) if severity is Severity.ERROR else (),
    )
