"""Intervals by drawing whole areas again: decisions of one area depend on each other, areas do not.

The interval is studentised on the logarithm of 1 - measure: each resample is set against its own standard error,
linearised over its areas. In simulation (docs/adr/0021) that covers 95 % where percentiles of resamples cover 92 to
94 %. Draws come from the bits of PCG64, whose stream numpy promises to keep, and not from its distributions.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import numpy as np
import numpy.typing as npt

from areasend.themes.agreement.estimates import Interval, WhyNot
from areasend.themes.agreement.formulas import Formula, as_array
from areasend.themes.agreement.tallies import Layout, Numbers

# With three areas that show a difference, one resample in twenty has none of them, and the 95 % interval has no end.
FEWEST_DIFFERING = 4
# Where coders agree on an answer in one area only, or in none, intervals are far too narrow.
FEWEST_AGREEING = 2
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
    parts = counts @ as_array(formula.sums(layout)).T
    taken = parts.any(axis=1)
    parts, answers = parts[taken], (counts @ as_array(formula.answers(layout)).T)[taken]
    areas = len(parts)
    too_few = _too_few(answers)
    if too_few is not None:
        return Interval(why_not=too_few)
    drawn = draws(areas, how)
    undefined = _one_category(drawn @ answers)
    number = int(undefined.sum())
    if Fraction(number, how.resamples) > MOST_UNDEFINED:
        return Interval(why_not=WhyNot.TOO_FEW_DEFINED, resamples=how.resamples, undefined=number)
    middle, error = _studied(formula, parts, np.ones((1, areas)))
    logs, errors = _studied(formula, parts, drawn[~undefined])
    why_not = WhyNot.NO_SPREAD if error[0] < _NO_SPREAD else None
    with np.errstate(divide="ignore", invalid="ignore"):
        ranked = np.sort(np.where(np.isneginf(logs), -np.inf, (logs - middle) / errors))
    low, high = float(ranked[_rank(_TAIL, len(ranked))]), float(ranked[_rank(1 - _TAIL, len(ranked))])
    if why_not is None and not np.isfinite([low, high]).all():
        why_not = WhyNot.FEW_DIFFERING
    if why_not is not None:
        return Interval(why_not=why_not, resamples=how.resamples, undefined=number)
    ends = [float(1 - np.exp(middle[0] - studied * error[0])) for studied in (low, high)]
    return Interval(
        low=round(max(ends[0], float(floor)), PLACES),
        high=round(ends[1], PLACES),
        resamples=how.resamples,
        undefined=number,
    )


@cache
def draws(areas: int, how: Resampling) -> Numbers:
    """How often each area is drawn in each resample, as many areas as there are."""
    bits = np.random.PCG64(how.seed).random_raw(how.resamples * areas).reshape(how.resamples, areas)
    # The upper half of 64 bits times the number of areas, without its fraction: an area, each as likely as another.
    chosen = ((bits >> np.uint64(32)) * np.uint64(areas)) >> np.uint64(32)
    flat = chosen.astype(np.int64) + areas * np.arange(how.resamples)[:, None]
    return np.bincount(flat.ravel(), minlength=how.resamples * areas).reshape(how.resamples, areas).astype(np.float64)


def _too_few(answers: Numbers) -> WhyNot | None:
    """For each table, the areas in which coders differ, agree on yes and agree on no."""
    if len(answers) == 1:
        return WhyNot.ONE_AREA
    found = answers.reshape(len(answers), -1, 3) > 0
    if found[:, :, 0].any(axis=1).sum() < FEWEST_DIFFERING:
        return WhyNot.FEW_DIFFERING
    return WhyNot.FEW_AGREEING if (found[:, :, 1:].sum(axis=0) < FEWEST_AGREEING).any() else None


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
