"""Numbers that the register has as quoted from elsewhere: by value and the words of their measure, note or no note.

A recorded figure is looked up by value and unit, so that a page of many numbers costs one look-up each.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.documents.model import Passage
from areasend.check.numbers.quoting.measures import coverage, stems, years
from areasend.check.numbers.reading.model import Number, Unit
from areasend.register import ContextFigure, Register
from areasend.register import Unit as RecordedUnit

# Half of the words of the measure stand in the number's own sentence; the rest may stand before it ("Of these, ...").
_IN_ITS_SENTENCE = 0.5
# With the same value and unit, more than half tell it from a number of chance; with another value, nearly all must.
_ENOUGH_WITH_VALUE = 0.6
_ENOUGH_WITHOUT = 0.85
# How far before its sentence, in characters, the words of a measure may stand.
_BEFORE = 300

_UNITS = {RecordedUnit.COUNT: Unit.COUNT, RecordedUnit.PERCENT: Unit.PERCENT}


@dataclass(frozen=True, slots=True)
class Match:
    """A number that is a recorded figure, or, with another value, the same measure for the same period."""

    number: Number
    figure: ContextFigure
    same: bool


@dataclass(frozen=True)
class Recorded:
    """The recorded figures with their words, by value and unit."""

    figures: tuple[tuple[ContextFigure, frozenset[str]], ...]
    by_value: Mapping[tuple[Decimal | Fraction, Unit], tuple[int, ...]]
    short: Mapping[str, str]

    @classmethod
    def of(cls, register: Register, short: Mapping[str, str]) -> "Recorded":
        figures = tuple((figure, stems(figure.measure, short)) for figure in register.context_figures)
        by_value: dict[tuple[Decimal | Fraction, Unit], list[int]] = {}
        for place, (figure, _) in enumerate(figures):
            by_value.setdefault((figure.value, _UNITS[figure.unit]), []).append(place)
        return cls(figures, {key: tuple(places) for key, places in by_value.items()}, short)

    def matches(self, passages: Sequence[tuple[Passage, Sequence[Number]]]) -> tuple[Match, ...]:
        """First the numbers with a recorded value and words; then, for figures that no number has, other values."""
        same = tuple(match for passage, numbers in passages for match in self._same(passage, numbers))
        settled = {match.figure.id for match in same}
        taken = {match.number.id for match in same}
        waiting = [entry for entry in self.figures if entry[0].id not in settled]
        others = tuple(
            match for passage, numbers in passages for match in self._others(passage, numbers, waiting, taken)
        )
        return same + others

    def _same(self, passage: Passage, numbers: Sequence[Number]) -> Iterator[Match]:
        words = _Words(passage, self.short)
        for number in numbers:
            places = self.by_value.get((number.value, number.unit), ())
            if places:
                best, place = max((words.fit(number, self.figures[place][1]), -place) for place in places)
                if best >= _ENOUGH_WITH_VALUE:
                    yield Match(number, self.figures[-place][0], True)

    def _others(
        self,
        passage: Passage,
        numbers: Sequence[Number],
        waiting: Sequence[tuple[ContextFigure, frozenset[str]]],
        taken: set[int],
    ) -> Iterator[Match]:
        free = [number for number in numbers if number.id not in taken]
        if not free or not waiting:
            return
        words = _Words(passage, self.short)
        every = stems(passage.text, self.short)
        for figure, wanted in waiting:
            if coverage(wanted, every) < _ENOUGH_WITHOUT:
                continue
            fitting = [
                number
                for number in free
                if _comparable(number, figure) and words.fit(number, wanted) >= _ENOUGH_WITHOUT
            ]
            if len(fitting) == 1:
                yield Match(fitting[0], figure, False)


class _Words:
    """The words of the sentences of a passage, and of what stands before them, each worked out once."""

    def __init__(self, passage: Passage, short: Mapping[str, str]) -> None:
        self._passage, self._short = passage, short
        self._held: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def fit(self, number: Number, wanted: frozenset[str]) -> float:
        """How many of the wanted words stand around a number; 0 if fewer than half stand in its sentence."""
        sentence = number.sentence
        if sentence.start not in self._held:
            before = self._passage.text[max(0, sentence.start - _BEFORE) : sentence.end]
            self._held[sentence.start] = stems(sentence.text, self._short), stems(before, self._short)
        own, around = self._held[sentence.start]
        return coverage(wanted, around) if coverage(wanted, own) >= _IN_ITS_SENTENCE else 0.0


def _comparable(number: Number, figure: ContextFigure) -> bool:
    """The same unit, and a count of the same size: five times more or less is another thing."""
    if number.unit is not _UNITS[figure.unit]:
        return False
    return number.unit is not Unit.COUNT or figure.value <= 5 * number.value <= 25 * figure.value


def same_period(passage: Passage, number: Number, figure: ContextFigure) -> bool:
    """Whether the text names the period of a recorded figure: its years, or its last one as the latest; where the text
    names no year, the very words of the period.

    Years of the sentence count before those of the passage up to it.
    """
    wanted = years(figure.period)
    stated = years(number.sentence.text) or years(passage.text[: number.sentence.end])
    if stated:
        return figure.period_end.year == max(stated) or bool(wanted and wanted <= stated)
    return figure.period.casefold() in passage.text[: number.sentence.end].casefold()
