"""What many draws say of a number: its middle and the intervals that hold half and nine tenths of the draws."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Interval:
    """Whole numbers, each one that was drawn: at most 5 % of the draws lie below `low_90` and at most 5 % above
    `high_90`, at most 25 % outside the 50 % interval on each side.
    """

    low_90: int
    low_50: int
    median: int
    high_50: int
    high_90: int


def interval_of(drawn: NDArray[np.integer]) -> Interval:
    """The intervals of the draws of one number (one dimension, not empty)."""
    low_90, low_50, median, high_50, high_90 = np.quantile(drawn, _SHARES, method="inverted_cdf")
    return Interval(int(low_90), int(low_50), int(median), int(high_50), int(high_90))
