"""Krippendorff's alpha on four scales: nominal exactly here, the others by the library `krippendorff`.

The library is right on every scale where there is something to compare (tests/unit/themes/agreement holds it against
the definitions). Where there is not, it raises `ValueError` or divides by zero; and on the ratio scale it takes two
numbers whose sum is 0 for the same. All of that is caught before it is asked.
"""

import math
from enum import StrEnum
from fractions import Fraction
from typing import Literal

import krippendorff
import numpy as np

from areasend.themes.agreement.estimates import Estimate
from areasend.themes.agreement.measures import Table, nominal_alpha
from areasend.themes.errors import ThemesError


class Scale(StrEnum):
    """What codes are: names, ranks, numbers with differences, or numbers with ratios."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


_LEVELS: dict[Scale, Literal["ordinal", "interval", "ratio"]] = {
    Scale.ORDINAL: "ordinal",
    Scale.INTERVAL: "interval",
    Scale.RATIO: "ratio",
}


def krippendorffs_alpha(table: Table, scale: Scale = Scale.NOMINAL) -> Estimate:
    """Krippendorff's alpha; exact for names, a float for others, whose codes must be numbers.

    Raises `ThemesError` for a code that the scale does not have.
    """
    nominal = nominal_alpha(table)
    if scale is Scale.NOMINAL or nominal.why_not is not None:
        return nominal
    # A unit with one code says nothing of agreement: left out, and its code with it.
    paired = [codes for unit in table if len(codes := [code for code in unit if code is not None]) >= 2]
    numbers = [[_number(code, scale) for code in unit] for unit in paired]
    domain = sorted({number for unit in numbers for number in unit})
    counts = [[unit.count(number) for number in domain] for unit in numbers]
    value = krippendorff.alpha(
        value_counts=np.array(counts), value_domain=np.array(domain), level_of_measurement=_LEVELS[scale]
    )
    return Estimate(value=float(value))


def _number(code: object, scale: Scale) -> float:
    if isinstance(code, bool) or not isinstance(code, int | float | Fraction) or not math.isfinite(code):
        raise ThemesError(f"{code!r} is no code on the {scale} scale. Codes on it are finite numbers.")
    if scale is Scale.RATIO and code < 0:
        raise ThemesError(f"{code!r} is no code on the ratio scale. It begins at 0: give codes of 0 and more.")
    return float(code)


__all__ = ["Scale", "krippendorffs_alpha"]
