"""Rows or columns that stand exchanged: a pair whose exchange makes right what is wrong in a table.

An exchange is named only where it mends at least two cells and spoils none: a single wrong cell is wrong by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from areasend.check.numbers.comparing.grids import Grid
from areasend.check.numbers.comparing.known import Known

# Tables are compared by the pair: beyond this many lines that are wrong, no two of them explain it.
_MOST = 40
Place = tuple[int, int]


@dataclass(slots=True)
class Exchanges:
    """Which column or row the numbers of each stand in for, after all exchanges that were found, in order."""

    columns: list[tuple[int, int]] = field(default_factory=list)
    rows: list[tuple[int, int]] = field(default_factory=list)

    def source(self, place: Place) -> Place:
        """Where the number that belongs to a place is printed."""
        row, column = place
        for one, other in self.columns:
            column = other if column == one else one if column == other else column
        for one, other in self.rows:
            row = other if row == one else one if row == other else row
        return row, column


def exchanges_in(grid: Grid, known: Mapping[Place, Known]) -> Exchanges:
    """The exchanges of a table, found one after another while each mends what is wrong."""
    found = Exchanges()
    while len(found.columns) + len(found.rows) < 4:
        wrong = {place for place in known if not _right(grid, known, found, place)}
        best = max(_candidates(grid, known, found, wrong), default=None)
        if best is None:
            return found
        (found.columns if best[1] else found.rows).append((best[2], best[3]))
    return found


def _candidates(
    grid: Grid, known: Mapping[Place, Known], found: Exchanges, wrong: set[Place]
) -> Iterable[tuple[int, bool, int, int]]:
    """Each pair that mends more than it spoils: how many, whether columns, and which."""
    for axis in (1, 0):
        lines = sorted({place[axis] for place in wrong})
        if not 2 <= len(lines) <= _MOST:
            continue
        by_line: dict[int, list[Place]] = {}
        for place in known:
            by_line.setdefault(place[axis], []).append(place)
        for one, other in combinations(lines, 2):
            if axis == 1 and grid.unit_of(one) is not grid.unit_of(other):
                continue
            mended, spoiled = _effect(grid, known, found, (axis, one, other), by_line)
            if mended >= 2 and not spoiled:
                yield mended, axis == 1, one, other


def _effect(
    grid: Grid,
    known: Mapping[Place, Known],
    found: Exchanges,
    pair: tuple[int, int, int],
    by_line: Mapping[int, Sequence[Place]],
) -> tuple[int, int]:
    axis, one, other = pair
    tried = Exchanges([*found.columns], [*found.rows])
    (tried.columns if axis == 1 else tried.rows).append((one, other))
    mended = spoiled = 0
    # One that spoils anything is no exchange, whatever else it mends.
    for place in (*by_line[one], *by_line[other]):
        before, after = _right(grid, known, found, place), _right(grid, known, tried, place)
        mended += after and not before
        spoiled += before and not after
        if spoiled:
            break
    return mended, spoiled


def _right(grid: Grid, known: Mapping[Place, Known], found: Exchanges, place: Place) -> bool:
    cell = grid.cells.get(found.source(place))
    return cell is not None and known[place].fits(cell)
