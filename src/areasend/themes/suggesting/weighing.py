"""The linear model: what each word, and the terms of a theme, weigh for that theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from areasend.themes.suggesting.rows import Numbers, Rows

# Neither was tuned; docs/adr/0025 says how little they matter.
_FREEDOM = 3.0
_TERMS = 0.15


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """What words and terms weigh: a row of `words` is a theme, a column a stem; the others have a number a theme."""

    vectorizer: Any
    words: Numbers
    terms: Numbers
    start: Numbers

    def matrix(self, stems: Sequence[Sequence[str]]) -> Any:
        """The words of texts as the model weighs them before it knows of themes: rarer ones more."""
        return self.vectorizer.transform(stems)

    def scores(self, matrix: Any, terms: Numbers) -> Numbers:
        """For each text and theme a number that is greater, the more speaks for the theme."""
        found: Numbers = matrix @ self.words.T + terms * self.terms + self.start
        return found

    def of(self, rows: Rows) -> Numbers:
        """The scores of rows."""
        return self.scores(self.matrix(rows.stems), rows.terms)


def weigh(rows: Rows, lines: Rows) -> Weights:
    """Learns from coded statements and the lines of the codebook, theme by theme."""
    stems = [*rows.stems, *lines.stems]
    vectorizer = TfidfVectorizer(analyzer=_as_they_are, sublinear_tf=True).fit(stems)
    matrix = vectorizer.transform(stems)
    terms = np.vstack([rows.terms, lines.terms])
    holds = np.vstack([rows.holds, lines.holds])
    weight = np.vstack([rows.weight, lines.weight])
    found = [_one(matrix, terms[:, theme], holds[:, theme], weight[:, theme]) for theme in range(holds.shape[1])]
    return Weights(
        vectorizer=vectorizer,
        words=np.array([words for words, _, _ in found]),
        terms=np.array([term for _, term, _ in found]),
        start=np.array([start for _, _, start in found]),
    )


def _one(matrix: Any, terms: Numbers, holds: Numbers, weight: Numbers) -> tuple[Numbers, float, float]:
    """What the words weigh for one theme, what its terms do, and where it starts from.

    Rows with the theme weigh together as much as those without, however few they are.
    """
    with_it, without = weight[holds == 1].sum(), weight[holds == 0].sum()
    even = weight * np.where(holds == 1, weight.sum() / (2 * with_it), weight.sum() / (2 * without))
    counted = even > 0
    features = hstack([matrix, csr_matrix(_TERMS * terms[:, None])]).tocsr()[counted]
    model = LogisticRegression(C=_FREEDOM, solver="liblinear", max_iter=10_000, random_state=0)
    model.fit(features, holds[counted], sample_weight=even[counted])
    every: Numbers = model.coef_[0]
    return every[:-1], float(every[-1]) * _TERMS, float(model.intercept_[0])


def _as_they_are(stems: Sequence[str]) -> Sequence[str]:
    return stems


__all__ = ["Weights", "weigh"]
