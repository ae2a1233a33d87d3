"""The one rounding of areasend: half up, of exact fractions, at the last moment.

Engines and languages disagree on 12.25 and 12.5; published percentages must not depend on which of them was used.
"""

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


def counts_that_give(percent: Decimal | int, base: int) -> tuple[int, ...]:
    """The counts of `base` whose percentage, rounded half up as far as `percent` is, gives it; none if it cannot be.

    >>> counts_that_give(26, 54), counts_that_give(55, 54), counts_that_give(Decimal("25.9"), 54)
    ((14,), (), (14,))
    """
    places = decimal_places(percent)
    return tuple(
        count for count in range(base + 1) if base and round_half_up(Fraction(100 * count, base), places) == percent
    )


def decimal_places(value: Decimal | int) -> int:
    """How many decimal places a number is written with.

    >>> decimal_places(Decimal("40.50")), decimal_places(40)
    (2, 0)
    """
    exponent = Decimal(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
