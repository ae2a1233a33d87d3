"""Fitting a model, and what it says of rows: probabilities, of coded statements by a part that has not seen them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from areasend.themes.codebook import Codebook
from areasend.themes.suggesting.learning import Training, learnt, left_out, model_id
from areasend.themes.suggesting.rows import Numbers, Rows, rows_of, rows_of_codebook
from areasend.themes.suggesting.settling import Scale, line_of, parts_of, scale_of
from areasend.themes.suggesting.weighing import Weights, weigh

_PARTS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """The weights from all rows, those from the rows of all parts but one, and what makes suggestions of scores."""

    whole: Weights
    parts: Sequence[Weights]
    part_of: Mapping[str, int]
    scale: Scale
    line: float

    def probabilities(self, rows: Rows) -> Numbers:
        """Of rows that it was not fitted to."""
        return self.scale.probabilities(self.whole.of(rows))


def fit_rows(rows: Rows, lines: Rows, seed: int) -> Fitted:
    """Areas are held out in turn: their scores tell how far to trust a score, and from where on to suggest."""
    count = min(_PARTS, len(set(rows.areas)))
    part_of = parts_of(rows.areas, count, seed)
    part = np.array([part_of[area] for area in rows.areas])
    parts = [weigh(rows.at(np.flatnonzero(part != number)), lines) for number in range(count)]
    scores = np.empty(rows.holds.shape)
    for number, weights in enumerate(parts):
        held = np.flatnonzero(part == number)
        scores[held] = weights.of(rows.at(held))
    scale = scale_of(scores, rows)
    line = line_of(scale.probabilities(scores), rows)
    return Fitted(whole=weigh(rows, lines), parts=parts, part_of=part_of, scale=scale, line=line)


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """What suggests: `id` names what it was made from, `left_out` the themes it could not learn, with the reasons."""

    id: str
    codebook: Codebook
    themes: tuple[str, ...]
    left_out: Mapping[str, str]
    seen: frozenset[str]
    fitted: Fitted

    @property
    def line(self) -> float:
        """From which probability on it suggests a theme."""
        return self.fitted.line

    def weights_for(self, statement_id: str, area: str) -> Weights:
        """For a statement that it learnt from, those that were learnt without its area."""
        return self.fitted.parts[self.fitted.part_of[area]] if statement_id in self.seen else self.fitted.whole


def fit(training: Training, *, seed: int) -> Model:
    """Learns from coded statements. Raises `NotEnough`."""
    themes = learnt(training)
    rows = rows_of(training.examples, training.codebook, themes)
    return Model(
        id=model_id(training, seed),
        codebook=training.codebook,
        themes=themes,
        left_out=left_out(training),
        seen=frozenset(example.statement.id for example in training.examples),
        fitted=fit_rows(rows, rows_of_codebook(training.codebook, themes), seed),
    )


__all__ = ["Fitted", "Model", "fit", "fit_rows"]
