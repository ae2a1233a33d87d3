"""Whole rows or columns of a table of figures that stand exchanged: said once, not cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from areasend.check.numbers.release_files.model import Stated

# Beyond this many lines with wrong cells no exchange of two explains a table.
_MOST = 40
Place = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """Two columns or rows, and the wrong cells that their exchange explains."""

    columns: bool
    one: str
    other: str
    cells: tuple[Stated, ...]


def exchanges(
    cells: Mapping[Place, Stated], right: Mapping[Place, Decimal], wrong: Sequence[Place]
) -> Iterator[Exchange]:
    """The exchanges that explain wrong cells of one table, columns first; a cell is explained once.

    `cells` and `right` are by (row, column); an exchange must make right at least two wrong cells of every line it
    names, and leave no cell of the two lines wrong.
    """
    left = dict.fromkeys(wrong)
    for axis in (1, 0):
        lines = list(dict.fromkeys(place[axis] for place in left))
        if len(lines) > _MOST:
            continue
        members: dict[str, list[Place]] = {}
        for place in cells:
            members.setdefault(place[axis], []).append(place)
        for one, other in combinations(lines, 2):
            places = [*members[one], *members[other]]
            explained = [place for place in places if place in left]
            if len(explained) >= 2 and all(_fits(cells, right, place, axis, (one, other)) for place in places):
                yield Exchange(
                    columns=axis == 1, one=one, other=other, cells=tuple(cells[place] for place in explained)
                )
                for place in explained:
                    del left[place]


def _fits(
    cells: Mapping[Place, Stated], right: Mapping[Place, Decimal], place: Place, axis: int, lines: tuple[str, str]
) -> bool:
    one, other = lines
    there = other if place[axis] == one else one
    source = (place[0], there) if axis == 1 else (there, place[1])
    return source in right and place in right and cells[place].value == right[source]
