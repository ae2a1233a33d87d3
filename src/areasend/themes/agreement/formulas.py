"""The measures as formulas of sums over areas, so that thousands of resamples are a few products of matrices.

Each measure is 1 - disagreement / what chance would give. `sums` says which columns of a tally make up its parts,
`complement` gives 1 - measure from these parts, `gradient` how that changes with each of them. The same `complement`
serves exact fractions and arrays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Protocol, TypeVar

import numpy as np

from areasend.themes.agreement.tallies import Layout, Numbers

Number = TypeVar("Number", Fraction, Numbers)
Weights = list[list[Fraction]]


class Formula(Protocol):
    @property
    def needs_both(self) -> bool:
        """Whether the measure has no value where every answer is the same."""
        ...

    @property
    def fewest_agreeing(self) -> int:
        """In how many areas coders must agree on each answer for an interval; with fewer it is far too narrow."""
        ...

    def __hash__(self) -> int: ...

    def sums(self, layout: Layout) -> Weights:
        """A row for each part: what each column of the tally adds to it."""
        ...

    def answers(self, layout: Layout) -> Weights:
        """What each column adds to the decisions on which coders differ, agree on yes, and agree on no."""
        ...

    def complement(self, parts: Sequence[Number]) -> Number: ...

    def gradient(self, parts: Sequence[Numbers]) -> Sequence[Numbers]: ...


@dataclass(frozen=True, slots=True)
class Pooled:
    """The parts that raw agreement, alpha and AC1 are made of: all that counts is how many said yes of how many."""

    needs_both: bool = True
    fewest_agreeing: int = 0

    def answers(self, layout: Layout) -> Weights:
        return [
            _of_answers(layout, lambda number, yes: Fraction(0 < yes < number)),
            _of_answers(layout, lambda number, yes: Fraction(yes >= 2)),
            _of_answers(layout, lambda number, yes: Fraction(number - yes >= 2)),
        ]


@dataclass(frozen=True, slots=True)
class Raw(Pooled):
    """Parts: the share of pairs that differ, and how many decisions have a pair."""

    needs_both: bool = False

    def sums(self, layout: Layout) -> Weights:
        return [_of_answers(layout, _differing), _of_answers(layout, lambda number, yes: Fraction(number >= 2))]

    def complement(self, parts: Sequence[Number]) -> Number:
        differing, decisions = parts
        return differing / decisions

    def gradient(self, parts: Sequence[Numbers]) -> Sequence[Numbers]:
        differing, decisions = parts
        return [1 / decisions, -differing / decisions**2]


@dataclass(frozen=True, slots=True)
class Alpha(Pooled):
    """Parts: coincidences of unlike answers, answers that can be paired, and how many of those are yes."""

    fewest_agreeing: int = 2

    def sums(self, layout: Layout) -> Weights:
        return [
            _of_answers(layout, lambda number, yes: _differing(number, yes) * number / 2),
            _of_answers(layout, lambda number, yes: Fraction(number if number >= 2 else 0)),
            _of_answers(layout, lambda number, yes: Fraction(yes if number >= 2 else 0)),
        ]

    def complement(self, parts: Sequence[Number]) -> Number:
        unlike, answers, yes = parts
        return (answers - 1) * unlike / (yes * (answers - yes))

    def gradient(self, parts: Sequence[Numbers]) -> Sequence[Numbers]:
        unlike, answers, yes = parts
        no, whole = answers - yes, self.complement(parts)
        return [(answers - 1) / (yes * no), unlike / (yes * no) - whole / no, whole / no - whole / yes]


class AC1(Pooled):
    """Parts: those of raw agreement, how many decisions have an answer, and the sum of their shares of yes."""

    def sums(self, layout: Layout) -> Weights:
        return [
            *Raw().sums(layout),
            _of_answers(layout, lambda number, yes: Fraction(1)),
            _of_answers(layout, lambda number, yes: Fraction(yes, number)),
        ]

    def complement(self, parts: Sequence[Number]) -> Number:
        differing, paired, decisions, yes = parts
        share = yes / decisions
        return differing / paired / (1 - 2 * share * (1 - share))

    def gradient(self, parts: Sequence[Numbers]) -> Sequence[Numbers]:
        _, paired, decisions, yes = parts
        share, whole = yes / decisions, self.complement(parts)
        beyond_chance = 1 - 2 * share * (1 - share)
        by_yes = whole * (2 - 4 * share) / beyond_chance / decisions
        return [1 / (paired * beyond_chance), -whole / paired, -by_yes * share, by_yes]


@dataclass(frozen=True, slots=True)
class Kappa:
    """Cohen's kappa of one pair of coders; parts: the four cells of their table."""

    pair: int
    needs_both: bool = True
    fewest_agreeing: int = 2

    def sums(self, layout: Layout) -> Weights:
        cells = layout.cells(self.pair)
        return [[Fraction(column == cell) for column in range(layout.width)] for cell in range(cells.start, cells.stop)]

    def answers(self, layout: Layout) -> Weights:
        neither, other, one, both = self.sums(layout)
        return [[a + b for a, b in zip(other, one, strict=True)], both, neither]

    def complement(self, parts: Sequence[Number]) -> Number:
        neither, other, one, both = parts
        return (other + one) * (neither + other + one + both) / self._by_chance(parts)

    def gradient(self, parts: Sequence[Numbers]) -> Sequence[Numbers]:
        neither, other, one, both = parts
        number, differing = neither + other + one + both, other + one
        by_chance, whole = self._by_chance(parts), self.complement(parts)
        return [
            (differing - whole * (differing + 2 * both)) / by_chance,
            (number + differing - whole * (neither + 2 * other + both)) / by_chance,
            (number + differing - whole * (neither + 2 * one + both)) / by_chance,
            (differing - whole * (differing + 2 * neither)) / by_chance,
        ]

    def _by_chance(self, parts: Sequence[Number]) -> Number:
        neither, other, one, both = parts
        return (one + both) * (neither + one) + (neither + other) * (other + both)


@dataclass(frozen=True, slots=True)
class MeanKappa:
    """The mean of Cohen's kappa over all pairs of so many coders."""

    pairs: int
    needs_both: bool = True
    fewest_agreeing: int = 2

    @property
    def kappas(self) -> list[Kappa]:
        return [Kappa(pair) for pair in range(self.pairs)]

    def sums(self, layout: Layout) -> Weights:
        return [row for kappa in self.kappas for row in kappa.sums(layout)]

    def answers(self, layout: Layout) -> Weights:
        return [row for kappa in self.kappas for row in kappa.answers(layout)]

    def complement(self, parts: Sequence[Number]) -> Number:
        found: list[Number] = [kappa.complement(parts[4 * kappa.pair : 4 * kappa.pair + 4]) for kappa in self.kappas]
        whole: Number = found[0]
        for other in found[1:]:
            whole = whole + other
        return whole / self.pairs

    def gradient(self, parts: Sequence[Numbers]) -> Sequence[Numbers]:
        return [
            part / self.pairs
            for kappa in self.kappas
            for part in kappa.gradient(parts[4 * kappa.pair : 4 * kappa.pair + 4])
        ]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the columns of a tally add to each part and to the answers: exactly, and as arrays with a row a column."""

    sums: Weights
    answers: Weights
    to_parts: Numbers
    to_answers: Numbers


@cache
def weighed(formula: Formula, layout: Layout) -> Weighed:
    """The weights of a formula, worked out once."""
    sums, answers = formula.sums(layout), formula.answers(layout)
    return Weighed(sums, answers, _as_array(sums), _as_array(answers))


def _as_array(weights: Weights) -> Numbers:
    return np.array([[float(weight) for weight in row] for row in weights]).T


def _of_answers(layout: Layout, weight: Callable[[int, int], Fraction]) -> list[Fraction]:
    """What a column of so many answers, so many of them yes, adds; the other columns add nothing."""
    answers = [weight(number, yes) for number, yes in layout.answers]
    return answers + [Fraction(0)] * (layout.width - len(answers))


def _differing(number: int, yes: int) -> Fraction:
    """The share of pairs of answers that differ; without a pair, 0."""
    return Fraction(2 * yes * (number - yes), number * (number - 1)) if number >= 2 else Fraction(0)


__all__ = ["AC1", "Alpha", "Formula", "Kappa", "MeanKappa", "Raw", "Weighed", "weighed"]
