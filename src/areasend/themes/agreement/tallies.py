"""Decisions counted by area: all that the measures need of them are whole numbers, and these add up over areas.

A decision is one unit and theme, answered yes or no by each coder who coded the unit. For some coders a tally counts
the decisions with so many answers of which so many are yes, and for each pair of them the four cells of their table.
What is pooled, drawn again or left out is then a sum of rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from areasend.themes.units import CodedUnit

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Layout:
    """What each column of a tally of so many coders counts."""

    coders: int

    @property
    def answers(self) -> list[tuple[int, int]]:
        """How many coders answered, and how many of them yes."""
        return [(number, yes) for number in range(1, self.coders + 1) for yes in range(number + 1)]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        return list(combinations(range(self.coders), 2))

    def cells(self, pair: int) -> slice:
        """The columns of a pair: no and no, no and yes, yes and no, yes and yes."""
        first = len(self.answers) + 4 * pair
        return slice(first, first + 4)

    def shares(self, coder: int) -> tuple[int, int]:
        """The columns of a coder's decisions, among those with two answers, and of its yes."""
        first = len(self.answers) + 4 * len(self.pairs) + 2 * coder
        return first, first + 1

    def one_differing(self) -> Numbers:
        """A tally of one decision: the first coder says yes, every other no."""
        row = np.zeros(self.width)
        row[self.answers.index((self.coders, 1))] = 1
        for pair, (one, _) in enumerate(self.pairs):
            row[self.cells(pair)][2 if one == 0 else 0] = 1
        return row

    @property
    def width(self) -> int:
        return len(self.answers) + 4 * len(self.pairs) + 2 * self.coders


@dataclass(frozen=True, slots=True)
class Tally:
    """`counts` by area, kind, theme and column. `units`, by area and kind, are those with two codes or more."""

    layout: Layout
    counts: Numbers
    units: npt.NDArray[np.int64]


def tally(
    units: Sequence[CodedUnit],
    *,
    areas: Sequence[str],
    kinds: Sequence[str],
    themes: Sequence[str],
    coders: Sequence[str],
) -> Tally:
    """Counts the decisions of these coders on these units; of other kinds and themes nothing is counted."""
    layout = Layout(len(coders))
    counts = np.zeros((len(areas), len(kinds), len(themes), layout.width))
    several = np.zeros((len(areas), len(kinds)), dtype=np.int64)
    column = {answer: number for number, answer in enumerate(layout.answers)}
    area_row = {area: number for number, area in enumerate(areas)}
    kind_row = {kind: number for number, kind in enumerate(kinds)}
    for unit in units:
        answered = [place for place, coder in enumerate(coders) if coder in unit.codes]
        if unit.kind not in kind_row or not answered:
            continue
        at = area_row[area_of(unit.inspection_id)], kind_row[unit.kind]
        several[at] += len(answered) >= 2
        for row, theme in enumerate(themes):
            yes = {place for place in answered if theme in unit.codes[coders[place]]}
            cell = counts[(*at, row)]
            cell[column[len(answered), len(yes)]] += 1
            if len(answered) >= 2:
                _count_coders(cell, layout, answered, yes)
    return Tally(layout, counts, several)


def _count_coders(cell: Numbers, layout: Layout, answered: Sequence[int], yes: set[int]) -> None:
    for number, (one, other) in enumerate(layout.pairs):
        if one in answered and other in answered:
            cell[layout.cells(number)][2 * (one in yes) + (other in yes)] += 1
    for place in answered:
        decisions, given = layout.shares(place)
        cell[decisions] += 1
        cell[given] += place in yes


def area_of(inspection_id: str) -> str:
    """The area of an inspection id such as `E06000052-2023-02-06`; another kind of id is an area by itself."""
    code, dash, _ = inspection_id.partition("-")
    return code if dash and re.fullmatch(r"[A-Z][0-9]{8}", code) else inspection_id


__all__ = ["Layout", "Numbers", "Tally", "area_of", "tally"]
