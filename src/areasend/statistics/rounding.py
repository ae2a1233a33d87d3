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
    """The counts of `base` whose percentage, rounded half up to a whole number, is `percent`; none if it cannot be.

    >>> counts_that_give(26, 54), counts_that_give(55, 54)
    ((14,), ())
    """
    return tuple(count for count in range(base + 1) if round_half_up(Fraction(100 * count, base)) == percent)
