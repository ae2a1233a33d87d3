"""Intervals by drawing whole areas again: decisions of one area depend on each other, areas do not.

The interval is studentised on the logarithm of 1 - measure: each resample is set against its own standard error,
linearised over its areas. In simulation (docs/adr/0021) that covers 95 % where percentiles of resamples cover 92 to
94 %. Where coders differ in very few areas, the interval comes from their number (`few_areas`). Draws come from the
bits of PCG64, whose stream numpy promises to keep, and not from its distributions.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import numpy as np
import numpy.typing as npt

from areasend.themes.agreement.estimates import Interval, Method, WhyNot
from areasend.themes.agreement.few_areas import areas_that_differ
from areasend.themes.agreement.formulas import Formula, weighed
from areasend.themes.agreement.tallies import Layout, Numbers

# With three areas that show a difference, one resample in twenty has none of them, and the 95 % interval has no end.
FEWEST_DIFFERING = 4
MOST_UNDEFINED = Fraction(1, 20)
# Intervals are rounded here, so that the last bits of a machine's logarithms do not reach what is published.
PLACES = 6
_TAIL = Fraction(1, 40)
_NO_SPREAD = 1e-9


@dataclass(frozen=True, slots=True)
class Resampling:
    """How often areas are drawn, and the seed of the draws."""

    resamples: int
    seed: int


def interval(formula: Formula, layout: Layout, counts: Numbers, how: Resampling, *, floor: int = -1) -> Interval:
    """The 95 % interval of a measure that has a value; `counts` has a row for each area, `floor` is the least value."""
    weights = weighed(formula, layout)
    parts = counts @ weights.to_parts
    taken = parts.any(axis=1)
    parts, answers = parts[taken], (counts @ weights.to_answers)[taken]
    # By area and table: whether coders differ, agree on yes, and agree on no.
    found = answers.reshape(len(answers), -1, 3) > 0
    differing = int(found[:, :, 0].any(axis=1).sum())
    if len(parts) == 1:
        return Interval(why_not=WhyNot.ONE_AREA)
    if (found[:, :, 1:].sum(axis=0) < formula.fewest_agreeing).any():
        return Interval(why_not=WhyNot.FEW_AGREEING)
    if differing < FEWEST_DIFFERING:
        whole = parts.sum(axis=0) + (0 if differing else layout.one_differing() @ weights.to_parts)
        of_one = float(formula.complement(list(whole[:, None]))[0]) / max(differing, 1)
        least, most = areas_that_differ(differing, len(parts))
        return _between(1 - of_one * most, 1 - of_one * least, floor, method=Method.EXACT_SHARE)
    return _resampled(formula, parts, answers, how, floor)


def _resampled(formula: Formula, parts: Numbers, answers: Numbers, how: Resampling, floor: int) -> Interval:
    drawn = draws(len(parts), how)
    undefined = _one_category(drawn @ answers) & formula.needs_both
    number = int(undefined.sum())
    if Fraction(number, how.resamples) > MOST_UNDEFINED:
        return Interval(why_not=WhyNot.TOO_FEW_DEFINED, resamples=how.resamples, undefined=number)
    middle, error = _studied(formula, parts, np.ones((1, len(parts))))
    logs, errors = _studied(formula, parts, drawn[~undefined])
    with np.errstate(divide="ignore", invalid="ignore"):
        ranked = np.sort(np.where(np.isneginf(logs), -np.inf, (logs - middle) / errors))
    low, high = float(ranked[_rank(_TAIL, len(ranked))]), float(ranked[_rank(1 - _TAIL, len(ranked))])
    if error[0] < _NO_SPREAD or not np.isfinite([low, high]).all():
        return Interval(why_not=WhyNot.NO_SPREAD, resamples=how.resamples, undefined=number)
    # Of few areas an end can lie beyond all numbers, and is then the least value.
    with np.errstate(over="ignore"):
        least, most = (float(1 - np.exp(middle[0] - studied * error[0])) for studied in (low, high))
    return _between(least, most, floor, resamples=how.resamples, undefined=number)


def _between(
    low: float,
    high: float,
    floor: int,
    *,
    method: Method = Method.RESAMPLED,
    resamples: int = 0,
    undefined: int = 0,
) -> Interval:
    low, high = round(max(low, float(floor)), PLACES), round(high, PLACES)
    return Interval(low=low, high=high, method=method, resamples=resamples, undefined=undefined)


@cache
def draws(areas: int, how: Resampling) -> Numbers:
    """How often each area is drawn in each resample, as many areas as there are."""
    bits = np.random.PCG64(how.seed).random_raw(how.resamples * areas).reshape(how.resamples, areas)
    # The upper half of 64 bits times the number of areas, without its fraction: an area, each as likely as another.
    chosen = ((bits >> np.uint64(32)) * np.uint64(areas)) >> np.uint64(32)
    flat = chosen.astype(np.int64) + areas * np.arange(how.resamples)[:, None]
    return np.bincount(flat.ravel(), minlength=how.resamples * areas).reshape(how.resamples, areas).astype(np.float64)


def _one_category(answers: Numbers) -> npt.NDArray[np.bool_]:
    none = answers.reshape(len(answers), -1, 3) == 0
    found: npt.NDArray[np.bool_] = (none[:, :, 0] & (none[:, :, 1] | none[:, :, 2])).any(axis=1)
    return found


def _studied(formula: Formula, parts: Numbers, drawn: Numbers) -> tuple[Numbers, Numbers]:
    """The logarithm of 1 - measure in each resample, and its standard error over the areas drawn."""
    sums = list((drawn @ parts).T)
    whole = formula.complement(sums)
    pulls = np.stack(formula.gradient(sums), axis=1) @ parts.T
    mean = (drawn * pulls).sum(axis=1, keepdims=True) / drawn.shape[1]
    error = np.sqrt((drawn * (pulls - mean) ** 2).sum(axis=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(whole), error / whole


def _rank(share: Fraction, number: int) -> int:
    return min(int(share * number), number - 1)


__all__ = ["Resampling", "draws", "interval"]
