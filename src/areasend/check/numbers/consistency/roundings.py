"""Which counts of a base give a printed percentage, and by which way of rounding. Percentages are of 100."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil

from areasend.check.numbers.reading.model import Number
from areasend.statistics import cut_off, round_half_even, round_half_up


class Way(StrEnum):
    """How a fraction became a printed percentage. The first two are roundings, the others are not."""

    HALF_UP = "rounded half up"
    HALF_EVEN = "rounded half to even"
    CUT_OFF = "cut off after the decimals"
    UP = "rounded up"


ROUNDINGS = (Way.HALF_UP, Way.HALF_EVEN)


def printed_as(way: Way, exact: Fraction, places: int) -> Decimal:
    """What a way of rounding prints.

    >>> [str(printed_as(way, Fraction(3000, 54), 0)) for way in Way]
    ['56', '56', '55', '56']
    """
    if way is Way.HALF_UP:
        return round_half_up(exact, places)
    if way is Way.HALF_EVEN:
        return round_half_even(exact, places)
    if way is Way.CUT_OFF:
        return cut_off(exact, places)
    return Decimal(ceil(exact * 10**places)).scaleb(-places)


def ways(count: int, base: int, percent: Decimal | Fraction, places: int) -> tuple[Way, ...]:
    """The ways by which `count` of `base` gives a percentage.

    >>> ways(5, 14, Decimal(36), 0), ways(5, 14, Decimal(35), 0)
    ((<Way.HALF_UP: 'rounded half up'>, <Way.HALF_EVEN: 'rounded half to even'>, <Way.UP: 'rounded up'>), \
(<Way.CUT_OFF: 'cut off after the decimals'>,))
    """
    exact = Fraction(100 * count, base)
    return tuple(way for way in Way if printed_as(way, exact, places) == percent)


def counts_giving(percent: Decimal | Fraction, base: int, places: int, allowed: Sequence[Way]) -> tuple[int, ...]:
    """The counts of `base` nearest to a percentage that give it by one of the `allowed` ways: all of them where the
    base is so small that few can. It looks at four counts whatever the base.

    >>> counts_giving(Decimal(55), 54, 0, ROUNDINGS), counts_giving(Decimal(55), 54, 0, [Way.CUT_OFF])
    ((), (30,))
    """
    near = int(Fraction(percent) * base / 100)
    return tuple(
        count
        for count in range(max(0, near - 1), min(base, near + 2) + 1)
        if any(way in allowed for way in ways(count, base, percent, places))
    )


def gives(count: int, base: int, places: int) -> str:
    """A count with its percentage, for a person.

    >>> gives(30, 54, 0)
    '30 of 54 is 56%'
    """
    return f"{count:,} of {base:,} is {round_half_up(Fraction(100 * count, base), places)}%"


def neighbours(percent: Number, base: int) -> tuple[int, ...]:
    """The counts of `base` right below and right above a percentage."""
    below = min(base, int(Fraction(percent.value) * base / 100))
    return tuple(dict.fromkeys((below, min(base, below + 1))))
