"""Statements as rows of numbers: the words of each, which terms of each theme stand in it, and what was coded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from areasend.themes.codebook import Codebook
from areasend.themes.suggesting.learning import Example, codebook_lines
from areasend.themes.suggesting.wording import Terms, wording

Numbers = NDArray[np.float64]
# A line of the codebook counts as half a statement.
_LINE = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """`terms` is a column for each theme; `holds` is 1 where a row has the theme, and `weight` 0 where that is open."""

    stems: Sequence[Sequence[str]]
    terms: Numbers
    areas: Sequence[str]
    holds: Numbers
    weight: Numbers

    def at(self, places: Sequence[int] | NDArray[Any]) -> "Rows":
        """Those rows alone."""
        return Rows(
            stems=[self.stems[place] for place in places],
            terms=self.terms[places],
            areas=[self.areas[place] for place in places],
            holds=self.holds[places],
            weight=self.weight[places],
        )

    def of(self, columns: Sequence[int]) -> "Rows":
        """The rows with those themes alone."""
        return Rows(
            stems=self.stems,
            terms=self.terms[:, columns],
            areas=self.areas,
            holds=self.holds[:, columns],
            weight=self.weight[:, columns],
        )


def terms_of(codebook: Codebook, themes: Sequence[str]) -> Terms:
    """The terms of those themes."""
    return Terms([codebook.theme(theme).terms for theme in themes])


def weighed_terms(counts: Sequence[Sequence[int]], themes: int) -> Numbers:
    """How many different terms of each theme a text has; the tenth tells less than the first."""
    return np.log1p(np.array(counts, dtype=np.float64).reshape(len(counts), themes))


def rows_of(examples: Sequence[Example], codebook: Codebook, themes: Sequence[str]) -> Rows:
    """A row for each coded statement."""
    return _rows(
        [example.statement.text for example in examples],
        areas=[example.statement.gss_code for example in examples],
        holds=[[float(theme in example.said.themes) for theme in themes] for example in examples],
        weight=[[float(theme not in example.said.undecided) for theme in themes] for example in examples],
        terms=terms_of(codebook, themes),
        themes=len(themes),
    )


def rows_of_codebook(codebook: Codebook, themes: Sequence[str]) -> Rows:
    """A row for each line of the codebook that describes or exemplifies a theme."""
    lines = codebook_lines(codebook)
    return _rows(
        [text for text, _ in lines],
        areas=[""] * len(lines),
        holds=[[float(theme in given) for theme in themes] for _, given in lines],
        weight=[[_LINE] * len(themes) for _ in lines],
        terms=terms_of(codebook, themes),
        themes=len(themes),
    )


def _rows(
    texts: Sequence[str],
    *,
    areas: Sequence[str],
    holds: Sequence[Sequence[float]],
    weight: Sequence[Sequence[float]],
    terms: Terms,
    themes: int,
) -> Rows:
    read = [wording(text) for text in texts]
    found = [terms.found_in(one) for one in read]
    return Rows(
        stems=[one.weighed for one in read],
        terms=weighed_terms([[len(one.get(theme, ())) for theme in range(themes)] for one in found], themes),
        areas=areas,
        holds=np.array(holds, dtype=np.float64).reshape(len(texts), themes),
        weight=np.array(weight, dtype=np.float64).reshape(len(texts), themes),
    )


__all__ = ["Numbers", "Rows", "rows_of", "rows_of_codebook", "terms_of", "weighed_terms"]
