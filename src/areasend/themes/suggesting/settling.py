"""From scores to probabilities, and from which probability on a theme is suggested: both learnt from held-out areas."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from areasend.themes.suggesting.rows import Numbers, Rows

# One line is drawn for all themes: a line for each would follow the chances of a few statements.
_LINES = tuple(step / 100 for step in range(20, 61, 5))
_AS_GOOD = 0.01


def parts_of(areas: Sequence[str], parts: int, seed: int) -> dict[str, int]:
    """Each area with the part it falls into; the seed decides, the order of the areas does not."""
    drawn = sorted(set(areas), key=lambda area: hashlib.sha256(f"{seed}/{area}".encode()).digest())
    return {area: number % parts for number, area in enumerate(drawn)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """The sigmoid that makes probabilities of the scores of each theme."""

    slope: Numbers
    start: Numbers

    def probabilities(self, scores: Numbers) -> Numbers:
        return _sigmoid(scores * self.slope + self.start)


def scale_of(scores: Numbers, rows: Rows) -> Scale:
    """Learns from the scores of statements that the model of these scores had not seen (Platt 1999)."""
    found = [_scale(scores[:, theme], rows.holds[:, theme], rows.weight[:, theme]) for theme in range(scores.shape[1])]
    return Scale(slope=np.array([slope for slope, _ in found]), start=np.array([start for _, start in found]))


def _scale(scores: Numbers, holds: Numbers, weight: Numbers) -> tuple[float, float]:
    decided = weight > 0
    scores, holds = scores[decided], holds[decided]
    with_it = holds.sum()
    # No statement is taken as wholly certain, so that few of them do not make the model so.
    target = np.where(holds == 1, (with_it + 1) / (with_it + 2), 1 / (len(holds) - with_it + 2))
    twice = np.concatenate([scores, scores])[:, None]
    answers = np.repeat([1.0, 0.0], len(scores))
    model = LogisticRegression(C=1000.0, solver="newton-cholesky", max_iter=1000)
    model.fit(twice, answers, sample_weight=np.concatenate([target, 1 - target]))
    return max(0.0, float(model.coef_[0, 0])), float(model.intercept_[0])


def line_of(probabilities: Numbers, rows: Rows) -> float:
    """From which probability on to suggest a theme: of the lines whose mean F1 over themes is as good as the best one,
    that which gives a theme about as often as coders do, so that shares of areas come out right too."""
    given = [probabilities >= line for line in _LINES]
    reached = [float(np.mean(_f1(one, rows))) for one in given]
    coded = (rows.holds * rows.weight).sum()
    apart = {
        line: abs(float((one * rows.weight).sum() - coded))
        for line, one, mean in zip(_LINES, given, reached, strict=True)
        if mean >= max(reached) - _AS_GOOD
    }
    return min(apart, key=lambda line: (apart[line], line))


def _f1(given: NDArray[np.bool_], rows: Rows) -> Numbers:
    right = (given * rows.holds * rows.weight).sum(axis=0)
    both = (given * rows.weight).sum(axis=0) + (rows.holds * rows.weight).sum(axis=0)
    found: Numbers = 2 * right / both
    return found


def _sigmoid(values: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-np.clip(values, -500, 500)))
    return found


__all__ = ["Scale", "line_of", "parts_of", "scale_of"]
