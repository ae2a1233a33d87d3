"""A release folder of ours as its figures: which id has which value in which file, and how rows and columns name it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from areasend.check.numbers.documents.model import Where

NATIONAL = "England"
# How many cells from the left may name a row.
MOST_LABELS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Observed:
    """A figure as data/observations.csv has it: its id in parts, its period as written, its value (None for a marker).

    `labels` are the words by which the row is known in its table; `revised` that the release marks the value.
    """

    id: str
    table: str
    row: str
    column: str
    period: str
    value: Decimal | None
    where: Where
    labels: tuple[str, ...] = ()
    revised: bool = False
    as_at: date | None = None
    published_by: date | None = None


class Side(StrEnum):
    """Which number of a figure: its value, or a part of the share that it is; `THERE` is another publication's."""

    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    THERE = "there"


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """A place that gives a figure a value. `text` is the value as it stands there; `numbers` the ids of the numbers
    that print it, none for a machine's value. `grid` names the table it is a cell of, empty in running text."""

    figure: str
    value: Decimal
    text: str
    where: Where
    quote: str = ""
    numbers: tuple[int, ...] = ()
    grid: str = ""
    side: Side = Side.VALUE


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """A figure as api/v1/figures.json describes it."""

    label: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Tables:
    """How the rows and columns of tables name figures. `rows` are row keys by table and label, None where a label
    stands for two rows; `columns` are names of columns by table and heading, the name itself too."""

    rows: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def row(self, table: str, cells: Sequence[str], area: str) -> str | None:
        """The key of a row by its first cells, or by the code of its area; None if they name no row, or several."""
        rows = self.rows.get(table)
        if rows is None:
            return None
        candidates = [cells[0], area]
        candidates += [
            "; ".join(cell for cell in cells[:length] if cell != NATIONAL) for length in range(MOST_LABELS, 0, -1)
        ]
        for label in candidates:
            if label and label in rows:
                return rows[label]
        return rows.get(NATIONAL) if cells[0] == NATIONAL else None


@dataclass(frozen=True, kw_only=True)
class Release:
    """What the data files say: every figure, where JSON states it, the ids that changes.csv lists, the dates."""

    observed: Mapping[str, Observed]
    stated: tuple[Stated, ...] = ()
    tables: Tables = field(default_factory=Tables)
    described: Mapping[str, Described] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    as_at: date | None = None
    published_by: date | None = None
