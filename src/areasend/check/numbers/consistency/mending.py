"""Which single cell, changed, would mend several sums that fail.

Work is done only on sums that fail: n failing sums with k cells cost n·k.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Margin:
    """A total with its parts (row, column), what is `stated` and what the parts `added` up give, and whether it runs
    `across` a row or down a column. `allowed` is how far rounding of the parts may take it."""

    total: Place
    parts: tuple[Place, ...]
    stated: Fraction
    added: Fraction
    allowed: Fraction
    across: bool

    @property
    def holds(self) -> bool:
        return abs(self.stated - self.added) <= self.allowed

    @property
    def cells(self) -> tuple[Place, ...]:
        return (self.total, *self.parts)

    def change(self, place: Place) -> Fraction:
        """By how much a cell of it would have to differ for the sum to hold."""
        missing = self.stated - self.added
        return -missing if place == self.total else missing


@dataclass(frozen=True, slots=True)
class Mend:
    """A cell, the change that mends the margins (their places in the list of those that fail)."""

    cell: Place
    change: Fraction
    margins: tuple[int, ...]


def mends(failing: Sequence[Margin], holding: Collection[Place]) -> list[Mend]:
    """Cells in which at least two failing margins cross and that no margin that holds contains. The one that mends
    most is meant; where two cells would mend as many, neither is named."""
    crossing: dict[Place, list[tuple[int, Fraction]]] = {}
    for place, margin in enumerate(failing):
        for cell in margin.cells:
            crossing.setdefault(cell, []).append((place, margin.change(cell)))
    found = [
        Mend(cell, entries[0][1], tuple(place for place, _ in entries))
        for cell, entries in crossing.items()
        if len(entries) > 1 and cell not in holding and len({change for _, change in entries}) == 1
    ]
    widest: dict[int, list[int]] = {}
    for mend in found:
        for place in mend.margins:
            widest.setdefault(place, []).append(len(mend.margins))
    return [
        mend
        for mend in found
        if all(max(widest[place]) == len(mend.margins) for place in mend.margins)
        and all(widest[place].count(len(mend.margins)) == 1 for place in mend.margins)
    ]
