"""By which way of rounding a document makes its percentages, as far as those with a known base show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.consistency.bases import Known
from areasend.check.numbers.consistency.roundings import ROUNDINGS, Way, counts_giving, ways

_FEW = 3


@dataclass(frozen=True, slots=True)
class Habit:
    """Of a document: how many percentages with a known base it has, how many of them are no rounding, and whether all
    of them are cut off (at least two of them so that it shows)."""

    known: int
    failing: int
    cuts: bool

    @property
    def others(self) -> str:
        """What the rest of the document does, in a sentence, or nothing."""
        rest = self.known - self.failing
        if rest < _FEW:
            return ""
        return f"The {rest} other percentages of the document with a known base are rounded."


def ways_of(known: Known) -> tuple[Way, ...]:
    """The ways that make a percentage of its count; without one, those by which any count of its base makes it."""
    value, places = _percent(known), known.percent.places
    if known.part is not None:
        return ways(int(known.part.value), known.value, value, places)
    return tuple(way for way in Way if counts_giving(value, known.value, places, [way]))


def holds(known: Known) -> bool:
    """Whether a percentage is a rounding of what it says, as far as rounded numbers tell."""
    if known.rounded:
        return known.part is None or _near(known, known.part.value, known.part.grain)
    return any(way in ROUNDINGS for way in ways_of(known))


def habits(known: Sequence[Known]) -> dict[int, Habit]:
    """The habit of each document by its place."""
    by_document: dict[int, list[Known]] = {}
    for entry in known:
        if not entry.rounded:
            by_document.setdefault(entry.document, []).append(entry)
    return {document: _habit(entries) for document, entries in by_document.items()}


def _habit(entries: Sequence[Known]) -> Habit:
    failing = sum(not holds(entry) for entry in entries)
    cuts = failing > 1 and len(entries) > _FEW and all(Way.CUT_OFF in ways_of(entry) for entry in entries)
    return Habit(known=len(entries), failing=failing, cuts=cuts)


def _percent(known: Known) -> Decimal | Fraction:
    return known.percent.value


def _near(known: Known, part: Decimal | Fraction, grain: Decimal) -> bool:
    """Whether a percentage can be that of numbers which are rounded to their grain themselves."""
    base_half = Fraction(known.base.grain) / 2 if known.base is not None and known.value >= 1000 else Fraction(0)
    part_half = Fraction(grain) / 2 if part >= 1000 else Fraction(0)
    half = Fraction(1, 2 * 10**known.percent.places)
    low = (Fraction(part) - part_half) / (known.value + base_half)
    high = (Fraction(part) + part_half) / (known.value - base_half)
    return 100 * low - half <= Fraction(known.percent.value) <= 100 * high + half
