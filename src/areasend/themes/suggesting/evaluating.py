"""How good suggestions are on statements not seen in training: cross-validation in which no area is ever split."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from areasend.themes.suggesting.fitting import fit_rows
from areasend.themes.suggesting.learning import Example, Training, learnt, left_out
from areasend.themes.suggesting.measuring import (
    Given,
    Measures,
    ShareError,
    mean_f1,
    mean_points,
    measured,
    share_errors,
)
from areasend.themes.suggesting.rows import Rows, rows_of, rows_of_codebook
from areasend.themes.suggesting.settling import parts_of
from areasend.themes.units import settled

Done = Callable[[int, int], None]
"""Called with how many folds are done, and of how many."""


def _silent(number: int, of: int) -> None:
    return


@dataclass(frozen=True, kw_only=True, slots=True)
class Evaluation:
    """What cross-validation found; `measures` add up all rounds, `macro` has the mean F1 of each.

    `alike` statements have the very words of a statement of another area; a model is never tested on words that it
    learnt. `coders` says how well each coder gives what most of the others gave.
    """

    statements: int
    areas: int
    folds: int
    seeds: tuple[int, ...]
    alike: int
    measures: Mapping[str, Measures]
    macro: tuple[Fraction, ...]
    shares: tuple[ShareError, ...]
    coders: Mapping[str, Mapping[str, Measures]]
    left_out: Mapping[str, str]

    @property
    def mean_macro(self) -> Fraction:
        return sum(self.macro, Fraction(0)) / len(self.macro)

    @property
    def mean_points(self) -> Fraction:
        return mean_points(self.shares)


def evaluate(training: Training, *, folds: int, seeds: Sequence[int], done: Done = _silent) -> Evaluation:
    """Splits the areas into folds once for each seed. Raises `NotEnough`."""
    themes = learnt(training)
    folds = min(folds, len(training.areas))
    task = _Task(
        training=training,
        themes=themes,
        rows=rows_of(training.examples, training.codebook, themes),
        lines=rows_of_codebook(training.codebook, themes),
        folds=folds,
    )
    given: list[Given] = []
    for seed in seeds:
        parts = []
        for part in task.parts(seed):
            parts.append(part)
            done(len(given) * folds + len(parts), len(seeds) * folds)
        given.append({key: themes for part in parts for key, themes in part.items()})
    rounds = [{theme: measured(training.examples, one, theme) for theme in themes} for one in given]
    return Evaluation(
        statements=len(training.examples),
        areas=len(training.areas),
        folds=folds,
        seeds=tuple(seeds),
        alike=task.alike,
        measures={theme: _together(one[theme] for one in rounds) for theme in themes},
        macro=tuple(mean_f1(one.values()) or Fraction(0) for one in rounds),
        shares=share_errors(training.examples, given, themes),
        coders=_coders(training.examples, themes),
        left_out=left_out(training),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Task:
    training: Training
    themes: tuple[str, ...]
    rows: Rows
    lines: Rows
    folds: int

    def parts(self, seed: int) -> Iterator[Given]:
        """Fold by fold: what is suggested for its statements by a model that has seen nothing of their areas."""
        part_of = parts_of(self.rows.areas, self.folds, seed)
        for number in range(self.folds):
            tested = [place for place, area in enumerate(self.rows.areas) if part_of[area] == number]
            words = {tuple(self.rows.stems[place]) for place in tested}
            seen = [
                place
                for place, area in enumerate(self.rows.areas)
                if part_of[area] != number and tuple(self.rows.stems[place]) not in words
            ]
            ids = [self.training.examples[place].statement.id for place in tested]
            yield dict(zip(ids, self._suggested(seen, tested, seed), strict=True))

    def _suggested(self, seen: Sequence[int], tested: Sequence[int], seed: int) -> list[frozenset[str]]:
        """What is learnt is what a model of those statements alone would learn: fewer themes, perhaps none."""
        fewer = Training(codebook=self.training.codebook, examples=tuple(self.training.examples[at] for at in seen))
        themes = [theme for theme in self.themes if theme not in left_out(fewer)]
        if not themes:
            return [frozenset()] * len(tested)
        columns = [self.themes.index(theme) for theme in themes]
        rows = self.rows.of(columns)
        fitted = fit_rows(rows.at(seen), self.lines.of(columns), seed)
        found = fitted.probabilities(rows.at(tested)) >= fitted.line
        return [frozenset(theme for theme, holds in zip(themes, row, strict=True) if holds) for row in found]

    @property
    def alike(self) -> int:
        """Statements whose words stand in a statement of another area."""
        areas: dict[tuple[str, ...], set[str]] = {}
        for stems, area in zip(self.rows.stems, self.rows.areas, strict=True):
            areas.setdefault(tuple(stems), set()).add(area)
        return sum(len(areas[tuple(stems)]) > 1 for stems in self.rows.stems)


def _together(measures: Iterable[Measures]) -> Measures:
    return sum(measures, Measures(right=0, wrong=0, missed=0))


def _coders(examples: Sequence[Example], themes: Sequence[str]) -> dict[str, dict[str, Measures]]:
    """How well each coder gives what most of the others gave, where they are not even: what a model can hope for."""
    every = sorted({coder for example in examples for coder in example.unit.codes})
    found = {}
    for coder in every if len(every) > 1 else ():
        others = [_of_others(example, coder) for example in examples if len(example.unit.codes) > 1]
        others = [example for example in others if coder in example.unit.codes]
        given = {example.statement.id: frozenset(example.unit.codes[coder]) for example in others}
        found[coder] = {theme: measured(others, given, theme) for theme in themes}
    return found


def _of_others(example: Example, coder: str) -> Example:
    codes = {other: themes for other, themes in example.unit.codes.items() if other != coder}
    return replace(example, said=settled(replace(example.unit, codes=codes, adjudicated=None)))


__all__ = ["Done", "Evaluation", "evaluate"]
