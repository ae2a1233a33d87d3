"""A numeral or number word as it is printed, before anything is made of the words around it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.reading.model import Sort, Unit


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """`sort` is what its own letters make of it ("20th", "20-week"); other words may still make it a date or an age.

    `core` is where the numeral itself ends, before its unit. `grouped` tells that its value cannot be a label: it has
    a unit, a scale, a separator or a sign. `spelled` tells a word from a numeral.
    """

    start: int
    core: int
    end: int
    value: Decimal | Fraction
    unit: Unit = Unit.COUNT
    sort: Sort = Sort.STATISTIC
    places: int = 0
    grain: Decimal = Decimal(1)
    grouped: bool = False
    spelled: bool = False
    no: bool = False


def grain_of(value: Decimal) -> Decimal:
    """The worth of the last meaningful digit of a whole number; noughts at its end count as none from 1,000 on.

    >>> grain_of(Decimal("67000")), grain_of(Decimal("54")), grain_of(Decimal("50"))
    (Decimal('1000'), Decimal('1'), Decimal('1'))
    """
    digits = str(abs(value))
    noughts = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** noughts if len(digits) > 3 else Decimal(1)
