"""Measures of agreement on one table: a row for each unit, in it the code of each coder, None where it is missing.

Values are exact fractions; a measure looks only at whether two codes are the same.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from itertools import combinations

from areasend.themes.agreement.estimates import Estimate, WhyNot

Table = Sequence[Sequence[Hashable | None]]


def raw_agreement(table: Table) -> Estimate:
    """The share of pairs of coders that gave a unit the same code, as the mean over units with two codes or more."""
    counts = _counts(table)
    paired = [unit for unit in counts if unit.total() >= 2]
    if not paired:
        return Estimate(why_not=_why_no_pair(table))
    return Estimate(value=sum(map(_same, paired), Fraction(0)) / len(paired))


def cohens_kappa(table: Table) -> Estimate:
    """Cohen's kappa (1960) of two coders, over the units that both coded. Raises `ValueError` for more coders.

    Where one coder gave only one code and the other several, it is 0 by its definition.
    """
    if any(len(unit) > 2 for unit in table):
        raise ValueError("Cohen's kappa is of two coders; see mean_kappa")
    pairs = [(unit[0], unit[1]) for unit in table if len(unit) == 2 and None not in unit]
    if not pairs:
        return Estimate(why_not=_why_no_pair(table))
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = Fraction(sum(first[code] * second[code] for code in first), len(pairs) ** 2)
    if by_chance == 1:
        return Estimate(why_not=WhyNot.ONE_CATEGORY)
    same = Fraction(sum(one == other for one, other in pairs), len(pairs))
    return Estimate(value=(same - by_chance) / (1 - by_chance))


def mean_kappa(table: Table) -> Estimate:
    """The mean of Cohen's kappa over all pairs of coders (Light 1971); not estimable where one of them is not."""
    coders = max(map(len, table), default=0)
    if coders < 3:
        return cohens_kappa(table)
    pairs = [
        cohens_kappa([(unit[one], unit[other]) for unit in table]) for one, other in combinations(range(coders), 2)
    ]
    return mean_of(pairs)


def mean_of(kappas: Sequence[Estimate]) -> Estimate:
    """Not estimable where one is not: the reason is the one that all share, or that it is one of the pairs."""
    values = [Fraction(kappa.value) for kappa in kappas if kappa.value is not None]
    if len(values) == len(kappas):
        return Estimate(value=sum(values, Fraction(0)) / len(values))
    reasons = {kappa.why_not for kappa in kappas}
    return Estimate(why_not=reasons.pop() if len(reasons) == 1 else WhyNot.A_PAIR)


def nominal_alpha(table: Table) -> Estimate:
    """Krippendorff's alpha of codes that are the same or not; units with one code do not count."""
    paired = [unit for unit in _counts(table) if unit.total() >= 2]
    if not paired:
        return Estimate(why_not=_why_no_pair(table))
    totals = _sum(paired)
    if len(totals) == 1:
        return Estimate(why_not=WhyNot.ONE_CATEGORY)
    number = totals.total()
    observed = sum((unit.total() * (1 - _same(unit)) for unit in paired), Fraction(0))
    expected = number**2 - sum(count**2 for count in totals.values())
    return Estimate(value=1 - (number - 1) * observed / expected)


def gwets_ac1(table: Table, *, categories: int | None = None) -> Estimate:
    """Gwet's AC1 (2008), for two coders or more and with missing codes.

    The agreement is over units with two codes or more, the share of each category over all units with a code. There
    are as many categories as codes occur, or `categories` where coders could have used more.
    """
    counts = [unit for unit in _counts(table) if unit]
    paired = [unit for unit in counts if unit.total() >= 2]
    if not paired:
        return Estimate(why_not=_why_no_pair(table))
    if len(_sum(paired)) == 1:
        return Estimate(why_not=WhyNot.ONE_CATEGORY)
    used = _sum(counts)
    shares = [sum(Fraction(unit[code], unit.total()) for unit in counts) / len(counts) for code in used]
    number = max(len(used), categories or 0)
    by_chance = sum(share * (1 - share) for share in shares) / (number - 1)
    same = sum(map(_same, paired), Fraction(0)) / len(paired)
    return Estimate(value=(same - by_chance) / (1 - by_chance))


def _counts(table: Table) -> list[Counter[Hashable]]:
    return [Counter(code for code in unit if code is not None) for unit in table]


def _sum(units: Sequence[Counter[Hashable]]) -> Counter[Hashable]:
    totals: Counter[Hashable] = Counter()
    for unit in units:
        totals.update(unit)
    return totals


def _same(unit: Counter[Hashable]) -> Fraction:
    """The share of pairs of codes in a unit that are the same."""
    number = unit.total()
    return Fraction(sum(count * (count - 1) for count in unit.values()), number * (number - 1))


def _why_no_pair(table: Table) -> WhyNot:
    if max(map(len, table), default=0) == 1:
        return WhyNot.ONE_CODER
    return WhyNot.NO_OVERLAP if any(_counts(table)) else WhyNot.NO_UNIT


Measure = Callable[[Table], Estimate]

__all__ = [
    "Measure",
    "Table",
    "cohens_kappa",
    "gwets_ac1",
    "mean_kappa",
    "mean_of",
    "nominal_alpha",
    "raw_agreement",
]
