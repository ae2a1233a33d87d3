"""The measures once more, slowly and from their definitions: plain loops over pairs, exact fractions, nothing shared.

A table has a row for each unit, in it the code of each coder, None where it is missing. None is returned where a
measure has no value.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, permutations

Table = Sequence[Sequence[int | None]]
Distance = Callable[[int, int], Fraction]


def codes_of(unit: Sequence[int | None]) -> list[int]:
    return [code for code in unit if code is not None]


def pairable(table: Table) -> list[list[int]]:
    return [codes_of(unit) for unit in table if len(codes_of(unit)) >= 2]


def raw(table: Table) -> Fraction | None:
    units = pairable(table)
    if not units:
        return None
    shares = []
    for unit in units:
        pairs = list(combinations(unit, 2))
        shares.append(Fraction(sum(one == other for one, other in pairs), len(pairs)))
    return sum(shares, Fraction(0)) / len(shares)


def kappa(table: Table) -> Fraction | None:
    """Cohen (1960), of two columns."""
    both = [(one, other) for one, other in table if one is not None and other is not None]
    if not both:
        return None
    number = len(both)
    observed = Fraction(sum(one == other for one, other in both), number)
    expected = Fraction(0)
    for code in {code for pair in both for code in pair}:
        first = sum(one == code for one, _ in both)
        second = sum(other == code for _, other in both)
        expected += Fraction(first, number) * Fraction(second, number)
    return None if expected == 1 else (observed - expected) / (1 - expected)


def mean_kappa(table: Table) -> Fraction | None:
    found = []
    for one, other in combinations(range(len(table[0])), 2):
        value = kappa([(unit[one], unit[other]) for unit in table])
        if value is None:
            return None
        found.append(value)
    return sum(found, Fraction(0)) / len(found)


def alpha(table: Table, scale: str = "nominal") -> Fraction | None:
    """Krippendorff (2011): 1 - observed over expected disagreement, over every ordered pair of codes."""
    units = pairable(table)
    values = [code for unit in units for code in unit]
    distance = distances(scale, values)
    number = len(values)
    expected = sum((distance(one, other) for one, other in permutations(values, 2)), Fraction(0))
    if not expected:
        return None
    observed = Fraction(0)
    for unit in units:
        for one, other in permutations(unit, 2):
            observed += distance(one, other) / (len(unit) - 1)
    return 1 - (observed / number) / (expected / (number * (number - 1)))


def distances(scale: str, values: Sequence[int]) -> Distance:
    def ordinal(one: int, other: int) -> Fraction:
        low, high = min(one, other), max(one, other)
        between = sum(low <= value <= high for value in values)
        ends = Fraction(values.count(one) + values.count(other), 2)
        return (between - ends) ** 2

    def ratio(one: int, other: int) -> Fraction:
        return Fraction(one - other, one + other) ** 2 if one + other else Fraction(0)

    return {
        "nominal": lambda one, other: Fraction(one != other),
        "ordinal": ordinal,
        "interval": lambda one, other: Fraction((one - other) ** 2),
        "ratio": ratio,
    }[scale]


def ac1(table: Table, categories: int | None = None) -> Fraction | None:
    """Gwet (2008; 2014, chapter 5, with missing codes)."""
    units = pairable(table)
    if len({code for unit in units for code in unit}) < 2:
        return None
    coded = [codes_of(unit) for unit in table if codes_of(unit)]
    used = {code for unit in coded for code in unit}
    chance = Fraction(0)
    for code in used:
        share = sum((Fraction(unit.count(code), len(unit)) for unit in coded), Fraction(0)) / len(coded)
        chance += share * (1 - share)
    chance /= (categories or len(used)) - 1
    observed = raw(table)
    assert observed is not None
    return (observed - chance) / (1 - chance)
