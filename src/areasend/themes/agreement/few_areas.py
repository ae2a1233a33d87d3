"""Intervals where coders differ in so few areas that drawing areas again would often show no difference at all.

What is uncertain there is above all in how many areas coders differ. The exact interval of that share (Clopper and
Pearson 1934) is carried over: 1 - measure grows with it. Where coders differ nowhere, they could differ in one decision
of an area.
"""

from math import comb

_TAIL = 0.025
# Bisection halves 1 this often: to the last bit of what is rounded afterwards.
_STEPS = 60


def areas_that_differ(differing: int, areas: int) -> tuple[float, float]:
    """The ends of the interval of the share of differing areas, times the number of areas."""
    return areas * _least(differing, areas), areas * _most(differing, areas)


def _most(differing: int, areas: int) -> float:
    """The share with which so few areas differ, or fewer, in one of forty samples."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(differing, areas, middle) > _TAIL else (low, middle)
    return high


def _least(differing: int, areas: int) -> float:
    """The share with which so many areas differ, or more, in one of forty samples."""
    return 1 - _most(areas - differing, areas) if differing else 0.0


def _at_most(number: int, areas: int, share: float) -> float:
    return sum(comb(areas, k) * share**k * (1 - share) ** (areas - k) for k in range(number + 1))


__all__ = ["areas_that_differ"]
