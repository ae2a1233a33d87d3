"""The one rounding of areasend: half up, of exact fractions, at the last moment.

Engines and languages disagree on 12.25 and 12.5; published percentages must not depend on which of them was used.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction


def round_half_up(value: Fraction | Decimal | int, places: int = 0) -> Decimal:
    """`value` to a number of decimal places, halves away from zero.

    >>> round_half_up(Fraction(400, 9)), round_half_up(Fraction(81, 2)), round_half_up(Fraction(81, 2), 1)
    (Decimal('44'), Decimal('41'), Decimal('40.5'))
    """
    exact = Fraction(value)
    scaled = abs(exact) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    rounded = Decimal(whole).scaleb(-places)
    return -rounded if exact < 0 and whole else rounded


def round_half_even(value: Fraction, places: int = 0) -> Decimal:
    """`value` with halves to the even digit, as Python, R and IEEE 754 round.

    >>> round_half_even(Fraction(81, 2)), round_half_even(Fraction(83, 2)), round_half_even(Fraction(400, 9))
    (Decimal('40'), Decimal('42'), Decimal('44'))
    """
    return Decimal(round(value * 10**places)).scaleb(-places)


def cut_off(value: Fraction, places: int = 0) -> Decimal:
    """`value` without the decimals after `places`; not rounded at all.

    >>> cut_off(Fraction(3000, 54)), cut_off(Fraction(3000, 54), 1)
    (Decimal('55'), Decimal('55.5'))
    """
    scaled = abs(value) * 10**places
    whole = Decimal(scaled.numerator // scaled.denominator).scaleb(-places)
    return -whole if value < 0 and whole else whole


Rounding = Callable[[Fraction, int], Decimal]


def counts_that_give(percent: Decimal | int, base: int, rounding: Rounding = round_half_up) -> tuple[int, ...]:
    """The counts of `base` whose percentage, rounded as far as `percent` is, gives it; none if it cannot be.

    >>> counts_that_give(26, 54), counts_that_give(55, 54), counts_that_give(Decimal("25.9"), 54)
    ((14,), (), (14,))
    >>> counts_that_give(55, 54, cut_off), counts_that_give(35, 14, cut_off)
    ((30,), (5,))
    """
    places = decimal_places(percent)
    return tuple(
        count for count in range(base + 1) if base and rounding(Fraction(100 * count, base), places) == percent
    )


def decimal_places(value: Decimal | int) -> int:
    """How many decimal places a number is written with.

    >>> decimal_places(Decimal("40.50")), decimal_places(40)
    (2, 0)
    """
    exponent = Decimal(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
