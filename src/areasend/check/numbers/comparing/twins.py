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
from areasend.check.numbers.comparing.exchanges import Place, exchanges_in, is_right
from areasend.check.numbers.comparing.grids import Grid
from areasend.check.numbers.comparing.known import Known, agree, value_for
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Relation, Unit
from areasend.check.numbers.word_lists import claim_words
from areasend.statistics import round_half_even, round_half_up

Labels = tuple[str, ...]
Cell = tuple[Labels, Labels]
_TOTAL = claim_words("total")
_MEASURES = claim_words("measures_in_heading")
_FEWEST = 4
_MOST_FIT = Fraction(3, 5)
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Laid:
    """A table by its labels: the claim of each cell under the words of its row and its column, and its place."""

    grid: Grid
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
    return Laid(grid, _words(title), claims, places) if claims else None


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
        for index, table in zip(indices, group, strict=True):
            said = {cell: _elsewhere(table, group, cell) for cell in table.claims}
            known = {
                table.places[cell]: Known((value_for(table.claims[cell], claim),), (), (claim,))
                for cell, claim in said.items()
                if claim is not None
            }
            if _mostly(table.grid, known, _HALF):
                found[index] = known
    return found


def _elsewhere(table: Laid, group: Sequence[Laid], cell: Cell) -> Claim | None:
    """The claim of another table that has what most have for a cell, the first of several; None if no other has it."""
    claims = [other.claims[cell] for other in group]
    counted = Counter(claim.number.value for claim in claims)
    usual = max(claims, key=lambda claim: counted[claim.number.value])
    own = table.claims[cell]
    return next((claim for claim in claims if claim is not own and agree(claim.number, usual.number)), None)


def _mostly(grid: Grid, known: Mapping[Place, Known], share: Fraction) -> bool:
    """Whether enough cells are as expected for the rest to be wrong and not of something else.

    Lines that stand exchanged are taken in their right order.
    """
    exchanged = exchanges_in(grid, known)
    fitting = sum(is_right(grid, known, exchanged, place) for place in known)
    return fitting > 0 and fitting >= share * len(known)


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
        if len(known) >= _FEWEST and _mostly(table.grid, known, _MOST_FIT):
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
        if table.claims[cell].number.unit is not Unit.PERCENT:
            continue
        count, base = counts.value(cell), bases.get(cell[axis], sums.get(cell[axis]))
        if count is None or not base:
            continue
        exact, places = Fraction(100 * count) / Fraction(base), table.claims[cell].number.places
        values = (round_half_up(exact, places), round_half_even(exact, places))
        yield place, Known(tuple(dict.fromkeys(values)), (), (counts.claims[cell],))


def _is_total(labels: Labels) -> bool:
    return bool(labels) and labels[0] in _TOTAL
