"""What a measure of agreement comes to: a value with its interval, or that it cannot be estimated, and why."""

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class WhyNot(StrEnum):
    """Why a measure has no value; each text can stand after "not estimable:"."""

    NO_UNIT = "no unit was coded"
    ONE_CODER = "there is only one coder"
    NO_OVERLAP = "no unit was coded by two coders"
    ONE_CATEGORY = "every answer is the same"
    A_PAIR = "it is not estimable for one of the pairs"
    FEW_AREAS = "it rests on fewer than five areas"
    FEW_AGREEING = "in fewer than two areas do coders agree on yes, or on no"
    NO_SPREAD = "resamples do not spread"
    TOO_FEW_DEFINED = "too many resamples have no value"


class Method(StrEnum):
    """How an interval was made: by drawing areas again, or from the share of areas in which coders differ."""

    RESAMPLED = "resampled"
    EXACT_SHARE = "exact share"


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """The 95 % interval, or `why_not`.

    Of `resamples`, `undefined` had no value (every answer in them was the same); they are left out.
    """

    low: float | None = None
    high: float | None = None
    why_not: WhyNot | None = None
    method: Method = Method.RESAMPLED
    resamples: int = 0
    undefined: int = 0

    def __post_init__(self) -> None:
        if (self.low is None) == (self.why_not is None) or (self.low is None) != (self.high is None):
            raise ValueError("an interval has both ends, or the reason why it has none")
        if self.low is not None and self.high is not None and not self.low <= self.high:
            raise ValueError(f"an interval from {self.low} to {self.high}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """`value` is exact where it is a `Fraction`. It is never NaN, and none where `why_not` says why."""

    value: Fraction | float | None = None
    why_not: WhyNot | None = None
    interval: Interval | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.why_not is None):
            raise ValueError("an estimate has a value or the reason why it has none")
        if self.value is not None and not math.isfinite(self.value):
            raise ValueError(f"an estimate of {self.value}")


__all__ = ["Estimate", "Interval", "Method", "WhyNot"]
