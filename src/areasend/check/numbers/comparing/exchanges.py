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
_MOST_PAIRS = 4
Place = tuple[int, int]


@dataclass(slots=True)
class Exchanges:
    """The lines that stand exchanged, pair by pair in the order they were found: 1 for columns or 0 for rows, and the
    two lines. A later pair is of the table with the earlier ones exchanged back."""

    pairs: list[tuple[int, int, int]] = field(default_factory=list)

    def source(self, place: Place) -> Place:
        """Where the number that belongs to a place is printed."""
        lines = [*place]
        for axis, one, other in reversed(self.pairs):
            lines[axis] = other if lines[axis] == one else one if lines[axis] == other else lines[axis]
        return lines[0], lines[1]

    def up_to(self, pair: int) -> "Exchanges":
        """The exchanges with those after a pair left out."""
        return Exchanges(self.pairs[: pair + 1])


def exchanges_in(grid: Grid, known: Mapping[Place, Known]) -> Exchanges:
    """The exchanges of a table, found one after another while each mends what is wrong."""
    found = Exchanges()
    while len(found.pairs) < _MOST_PAIRS:
        wrong = {place for place in known if not is_right(grid, known, found, place)}
        best = max(_candidates(grid, known, found, wrong), default=None)
        if best is None:
            return found
        found.pairs.append(best[1:])
    return found


def _candidates(
    grid: Grid, known: Mapping[Place, Known], found: Exchanges, wrong: set[Place]
) -> Iterable[tuple[int, int, int, int]]:
    """Each pair that mends what is wrong and spoils nothing: how many cells, columns (1) or rows (0), and which."""
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
                yield mended, axis, one, other


def _effect(
    grid: Grid,
    known: Mapping[Place, Known],
    found: Exchanges,
    pair: tuple[int, int, int],
    by_line: Mapping[int, Sequence[Place]],
) -> tuple[int, int]:
    """How many cells a pair mends and spoils. Each line across is taken as a whole: where both cells should be the
    same and one is wrong, an exchange only moves the wrong one.
    """
    axis, one, other = pair
    tried = Exchanges([*found.pairs, pair])
    across: dict[int, int] = {}
    for place in (*by_line[one], *by_line[other]):
        gain = is_right(grid, known, tried, place) - is_right(grid, known, found, place)
        across[place[1 - axis]] = across.get(place[1 - axis], 0) + gain
    return sum(gain for gain in across.values() if gain > 0), sum(-gain for gain in across.values() if gain < 0)


def is_right(grid: Grid, known: Mapping[Place, Known], found: Exchanges, place: Place) -> bool:
    """Whether the number that belongs to a place, with some lines exchanged back, is what is known of the place."""
    cell = grid.cells.get(found.source(place))
    return cell is not None and known[place].fits(cell)
