"""A figure: a published number that knows the records it counts.

A count is the number of its records; a percentage is its records out of its base; a figure that contradicts them
cannot be made. Values stay exact until `shown`, the only place where one is rounded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from areasend.statistics.errors import ImpossibleFigure
from areasend.statistics.markers import Marker
from areasend.statistics.rounding import round_half_up

# Below this base a percentage carries a caution (docs/architecture.md, what numbers must obey). The rule that one of
# fewer than 30 shows its count needs no number here: every percentage that is printed stands beside its count.
CAUTION_BELOW = 10


class Kind(StrEnum):
    """How a figure comes about."""

    COUNT = "count"
    PERCENT = "percent"
    DAYS = "days"
    QUOTED = "quoted"
    DIFFERENCE = "difference"
    AGREEMENT = "agreement"


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number and its records. `unit` names what is counted; `places` are the decimal places it is shown with."""

    id: str
    label: str
    kind: Kind
    unit: str
    value: int | Decimal | Fraction | Marker
    records: tuple[str, ...]
    base: tuple[str, ...] = ()
    places: int = 0

    def __post_init__(self) -> None:
        if len(set(self.records)) != len(self.records) or len(set(self.base)) != len(self.base):
            raise ImpossibleFigure(f"{self.id} counts a record twice")
        if self.kind is Kind.COUNT and self.value != len(self.records):
            raise ImpossibleFigure(f"{self.id} is {self.value} but has {len(self.records)} records")
        if self.kind is Kind.PERCENT and not set(self.records) <= set(self.base):
            raise ImpossibleFigure(f"{self.id} counts records outside its base")
        if self.kind is Kind.PERCENT and self.value != _share(self.records, self.base):
            raise ImpossibleFigure(f"{self.id} is {self.value} but has {len(self.records)} of {len(self.base)} records")

    @property
    def numerator(self) -> int | None:
        return len(self.records) if self.kind in (Kind.COUNT, Kind.PERCENT) else None

    @property
    def denominator(self) -> int | None:
        return len(self.base) if self.kind is Kind.PERCENT else None

    @property
    def shown(self) -> int | Decimal | Marker:
        """The value as every format prints it: rounded half up to `places`, or its marker."""
        if isinstance(self.value, Marker | int):
            return self.value
        if self.kind is Kind.QUOTED and isinstance(self.value, Decimal):
            return self.value
        return round_half_up(self.value, self.places)

    @property
    def text(self) -> str:
        """The shown value as plain digits, as CSV holds it."""
        shown = self.shown
        return (
            str(shown.value)
            if isinstance(shown, Marker)
            else f"{shown:f}"
            if isinstance(shown, Decimal)
            else str(shown)
        )

    @property
    def needs_caution(self) -> bool:
        return self.denominator is not None and self.denominator < CAUTION_BELOW


def count(figure_id: str, label: str, records: Sequence[str], *, unit: str) -> Figure:
    """How many records there are."""
    return Figure(id=figure_id, label=label, kind=Kind.COUNT, unit=unit, value=len(records), records=tuple(records))


def percent(figure_id: str, label: str, part: Sequence[str], base: Sequence[str]) -> Figure:
    """The share of `part` in `base`, in per cent; of nothing it is not applicable."""
    return Figure(
        id=figure_id,
        label=label,
        kind=Kind.PERCENT,
        unit="per cent",
        value=_share(part, base),
        records=tuple(part),
        base=tuple(base),
    )


def _share(part: Sequence[str], base: Sequence[str]) -> Fraction | Marker:
    return Fraction(100 * len(part), len(base)) if base else Marker.NOT_APPLICABLE
