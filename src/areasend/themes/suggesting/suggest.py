"""Suggesting: the themes of statements that nobody has to have coded, each with the words that speak for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from areasend.themes.statements import Statement
from areasend.themes.suggesting.fitting import Model
from areasend.themes.suggesting.rows import Numbers, terms_of, weighed_terms
from areasend.themes.suggesting.weighing import Weights
from areasend.themes.suggesting.wording import Terms, Wording, tells, wording
from areasend.themes.suggestions import Suggestion

# Read at once: more would take memory and save no time.
_BATCH = 500
_MOST_WORDS = 5
# Of what the strongest is worth: what is worth less does not help to see why.
_LEAST = 0.2
Found = dict[int, dict[tuple[str, ...], tuple[int, int]]]


def suggest(model: Model, statements: Iterable[Statement]) -> Iterator[tuple[str, tuple[Suggestion, ...]]]:
    """Each statement's id with what the model suggests for it, in the order of the statements."""
    terms = terms_of(model.codebook, model.themes)
    waiting = iter(statements)
    while batch := list(islice(waiting, _BATCH)):
        yield from _batch(model, batch, terms)


def _batch(model: Model, batch: Sequence[Statement], terms: Terms) -> Iterator[tuple[str, tuple[Suggestion, ...]]]:
    """Those that are weighed alike are weighed at once."""
    found: dict[str, tuple[Suggestion, ...]] = {}
    groups: dict[int, tuple[Weights, list[Statement]]] = {}
    for statement in batch:
        weights = model.weights_for(statement.id, statement.gss_code)
        groups.setdefault(id(weights), (weights, []))[1].append(statement)
    for weights, members in groups.values():
        found |= _weighed(model, weights, members, terms)
    for statement in batch:
        yield statement.id, found[statement.id]


def _weighed(
    model: Model, weights: Weights, statements: Sequence[Statement], terms: Terms
) -> dict[str, tuple[Suggestion, ...]]:
    read = [wording(statement.text) for statement in statements]
    found = [terms.found_in(one) for one in read]
    columns = range(len(model.themes))
    counts = weighed_terms([[len(one.get(theme, ())) for theme in columns] for one in found], len(columns))
    matrix = weights.matrix([one.weighed for one in read])
    probabilities = model.fitted.scale.probabilities(weights.scores(matrix, counts))
    told = {}
    for place, statement in enumerate(statements):
        row = matrix[place]
        speaking = Speaking(
            read=read[place],
            found=found[place],
            weights=weights,
            values=dict(zip(row.indices.tolist(), row.data.tolist(), strict=True)),
            counts=counts[place],
        )
        told[statement.id] = tuple(_suggestions(model, statement, probabilities[place], speaking))
    return told


def _suggestions(
    model: Model, statement: Statement, probabilities: Numbers, speaking: "Speaking"
) -> Iterator[Suggestion]:
    """By probability, and by the order of the codebook where two are alike. A text that says nothing gets none."""
    if not speaking.values:
        return
    shown = np.round(probabilities, 3)
    order = sorted(range(len(model.themes)), key=lambda theme: (-shown[theme], theme))
    for rank, theme in enumerate((theme for theme in order if probabilities[theme] >= model.line), 1):
        yield Suggestion(
            statement=statement.id,
            theme=model.themes[theme],
            probability=float(shown[theme]),
            words=speaking.words_for(theme),
            rank=rank,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaking:
    """One text as it was weighed: `values` are those of its stems by column, `counts` what its terms are worth."""

    read: Wording
    found: Found
    weights: Weights
    values: dict[int, float]
    counts: Numbers

    def words_for(self, theme: int) -> tuple[str, ...]:
        """The words that speak most for a theme, as they stand in the text, the strongest first."""
        single = self._single(theme)
        spoken = [*self._terms(theme, single), *((worth, place) for worth, place in single.values())]
        spoken.sort(key=lambda entry: (-entry[0], entry[1]))
        least = max(0.0, spoken[0][0] * _LEAST)
        told: list[tuple[int, int]] = []
        for worth, (start, end) in spoken:
            apart = all(end <= before[0] or before[1] <= start for before in told)
            if worth > least and apart and len(told) < _MOST_WORDS:
                told.append((start, end))
        return tuple(dict.fromkeys(self.read.shown(start, end) for start, end in told))

    def _single(self, theme: int) -> dict[str, tuple[float, tuple[int, int]]]:
        """Each stem with what it is worth and where it first stands."""
        columns = self.weights.vectorizer.vocabulary_
        worth: dict[str, tuple[float, tuple[int, int]]] = {}
        for part in self.read.parts:
            for word in part:
                if word.stem not in worth and tells(word.stem) and word.stem in columns:
                    column = columns[word.stem]
                    value = self.values[column] * float(self.weights.words[theme, column])
                    worth[word.stem] = value, (word.start, word.end)
        return worth

    def _terms(
        self, theme: int, single: dict[str, tuple[float, tuple[int, int]]]
    ) -> Iterator[tuple[float, tuple[int, int]]]:
        """Each term with its part of what the terms are worth, and what its words are."""
        terms = self.found.get(theme, {})
        for stems, place in terms.items():
            share = float(self.weights.terms[theme] * self.counts[theme]) / len(terms)
            yield share + sum(single[stem][0] for stem in set(stems) if stem in single), place


__all__ = ["suggest"]
