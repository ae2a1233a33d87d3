"""Tables that stand in two places, and tables of percentages beside the table of their counts.

Both are known by their headings alone, in any document: the same labels of rows and of columns. A table that stands
twice has the same title too; one of percentages is that of the counts whose shares most of its cells are.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.claims.model import Claim
from areasend.check.numbers.claims.phrases import folded
from areasend.check.numbers.claims.small_words import small_words
from areasend.check.numbers.comparing.exchanges import Place
from areasend.check.numbers.comparing.grids import Grid
from areasend.check.numbers.comparing.known import Known
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Relation, Unit
from areasend.statistics import round_half_even, round_half_up

Labels = tuple[str, ...]
Cell = tuple[Labels, Labels]
_TOTAL = small_words("total")
_MEASURES = small_words("measures_in_heading")
_FEWEST = 4
_MOST_FIT = Fraction(3, 5)
_HALF = Fraction(1, 2)
_NEARLY = Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Laid:
    """A table by its labels: the claim of each cell under the words of its row and its column, and its place."""

    title: Labels
    claims: Mapping[Cell, Claim]
    places: Mapping[Cell, Place]

    def unit(self) -> Unit:
        return next(iter(self.claims.values())).number.unit

    def value(self, cell: Cell) -> Decimal | None:
        claim = self.claims.get(cell)
        return claim.number.value if claim is not None and isinstance(claim.number.value, Decimal) else None


def laid(grid: Grid) -> Laid | None:
    """A grid by its labels; a label that stands twice names nothing and is left out. None if nothing is left."""
    table = grid.table
    rows = [_words(" ".join(cell.text for cell in row[: table.label_columns])) for row in table.rows]
    columns = [_words(cell.text) for cell in table.header]
    in_rows, in_columns = Counter(rows), Counter(columns)
    claims: dict[Cell, Claim] = {}
    places: dict[Cell, Place] = {}
    for (row, column), claim in grid.cells.items():
        cell = (rows[row], columns[column])
        exact = claim.number.relation is Relation.EXACT and isinstance(claim.number.value, Decimal)
        if exact and all(cell) and in_rows[cell[0]] == 1 and in_columns[cell[1]] == 1:
            claims[cell], places[cell] = claim, (row, column)
    title = table.caption.text if table.caption is not None else ""
    if title and not dated(title):
        # "By outcome" stands over many tables of a release; a title with its period stands over one.
        title = f"{title} {grid.document.title}"
    return Laid(_words(title), claims, places) if claims else None


def _words(text: str) -> Labels:
    return tuple(word for word in folded(text) if word not in _MEASURES)


def known_from_twins(tables: Sequence[Laid | None]) -> Mapping[int, Mapping[Place, Known]]:
    """For each table that stands several times under its title: what most of the others have for its cells.

    Of two that differ the second is held against the first.
    """
    alike: dict[tuple[Labels, frozenset[Cell], Unit], list[int]] = {}
    for index, table in enumerate(tables):
        if table is not None and table.title:
            alike.setdefault((table.title, frozenset(table.claims), table.unit()), []).append(index)
    found: dict[int, Mapping[Place, Known]] = {}
    for indices in alike.values():
        group = [table for index in indices if (table := tables[index]) is not None]
        usual = {cell: _usual(group, cell) for cell in group[0].claims} if len(group) > 1 else {}
        for index, table in zip(indices, group, strict=True):
            known = {
                table.places[cell]: Known((value,), (), (claim,))
                for cell, (value, claim) in usual.items()
                if claim is not table.claims[cell]
            }
            if _mostly(table, known, _HALF):
                found[index] = known
    return found


def _usual(group: Sequence[Laid], cell: Cell) -> tuple[Decimal, Claim]:
    """The value that most tables have for a cell, the first of several, and the claim that states it first."""
    values = [value for table in group if (value := table.value(cell)) is not None]
    counted = Counter(values)
    usual = max(values, key=lambda value: counted[value])
    return usual, next(table.claims[cell] for table in group if table.value(cell) == usual)


def _mostly(table: Laid, known: Mapping[Place, Known], share: Fraction) -> bool:
    """Whether enough cells are as expected for the rest to be wrong and not of something else.

    Rows or columns that stand exchanged leave each column or row the same values in another order.
    """
    held = [(table.value(cell), known[place], place) for cell, place in table.places.items() if place in known]
    fitting = sum(value in found.values for value, found, _ in held)
    return bool(held) and (fitting >= share * len(held) or any(_in_lines(held, axis) for axis in (0, 1)))


def _in_lines(held: Sequence[tuple[Decimal | None, Known, Place]], axis: int) -> bool:
    """Whether nearly every value is expected somewhere in its row, or its column."""
    expected: dict[int, set[Decimal]] = {}
    for _, found, place in held:
        expected.setdefault(place[axis], set()).update(found.values)
    fitting = sum(value in expected[place[axis]] for value, _, place in held)
    return len(held) >= _FEWEST and fitting >= _NEARLY * len(held)


def known_from_counts(tables: Sequence[Laid | None]) -> Mapping[int, Mapping[Place, Known]]:
    """For each table of percentages with the labels of a table of counts: the shares of these counts."""
    counts: dict[Cell, list[Laid]] = {}
    for table in tables:
        if table is not None and table.unit() is Unit.COUNT:
            for cell in table.claims:
                counts.setdefault(cell, []).append(table)
    found: dict[int, Mapping[Place, Known]] = {}
    for index, table in enumerate(tables):
        if table is None or table.unit() is not Unit.PERCENT or len(table.claims) < _FEWEST:
            continue
        for other in counts.get(next(iter(table.claims)), [])[:3]:
            known = _shares(table, other)
            if known:
                found[index] = known
                break
    return found


def _shares(table: Laid, counts: Laid) -> Mapping[Place, Known]:
    """The shares by rows or by columns, whichever most cells are; nothing if neither."""
    for axis in (0, 1):
        known = dict(_by_axis(table, counts, axis))
        if len(known) >= _FEWEST and _mostly(table, known, _MOST_FIT):
            return known
    return {}


def _by_axis(table: Laid, counts: Laid, axis: int) -> Iterator[tuple[Place, Known]]:
    bases: dict[Labels, Decimal] = {}
    sums: dict[Labels, Decimal] = {}
    for cell in counts.claims:
        value = counts.value(cell) or Decimal(0)
        if _is_total(cell[1 - axis]):
            bases[cell[axis]] = value
        else:
            sums[cell[axis]] = sums.get(cell[axis], Decimal(0)) + value
    for cell, place in table.places.items():
        count, base = counts.value(cell), bases.get(cell[axis], sums.get(cell[axis]))
        if count is None or not base:
            continue
        exact, places = Fraction(100 * count) / Fraction(base), table.claims[cell].number.places
        values = (round_half_up(exact, places), round_half_even(exact, places))
        yield place, Known(tuple(dict.fromkeys(values)), (), (counts.claims[cell],))


def _is_total(labels: Labels) -> bool:
    return bool(labels) and labels[0] in _TOTAL
