"""How well themes given by one agree with themes that hold: precision, recall and F1, and shares of areas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from areasend.themes.suggesting.learning import Example
from areasend.themes.units import by_area, settled


@dataclass(frozen=True, kw_only=True, slots=True)
class Measures:
    """Of one theme: statements rightly given it, wrongly given it, and missed. None is "not estimable"."""

    right: int
    wrong: int
    missed: int

    @property
    def support(self) -> int:
        """Statements that have the theme."""
        return self.right + self.missed

    @property
    def precision(self) -> Fraction | None:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> Fraction | None:
        return _share(self.right, self.support)

    @property
    def f1(self) -> Fraction | None:
        """Not estimable where no statement has the theme: then there is nothing to find."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed) if self.support else None

    def __add__(self, other: "Measures") -> "Measures":
        return Measures(
            right=self.right + other.right, wrong=self.wrong + other.wrong, missed=self.missed + other.missed
        )


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


Given = Mapping[str, frozenset[str]]
"""By statement id: the themes that one gave it. A statement that is missing was not asked about."""


def measured(examples: Iterable[Example], given: Given, theme: str) -> Measures:
    """Of the statements whose coders are not even on the theme."""
    asked = [
        (theme in given[example.statement.id], theme in example.said.themes)
        for example in examples
        if example.statement.id in given and theme not in example.said.undecided
    ]
    return Measures(
        right=sum(said and holds for said, holds in asked),
        wrong=sum(said and not holds for said, holds in asked),
        missed=sum(holds and not said for said, holds in asked),
    )


def mean_f1(measures: Iterable[Measures]) -> Fraction | None:
    """The mean over the themes whose F1 can be told."""
    told = [one.f1 for one in measures if one.f1 is not None]
    return sum(told, Fraction(0)) / len(told) if told else None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareError:
    """Of `areas` inspections with statements of a kind: how many have the theme as coded, and as suggested."""

    kind: str
    theme: str
    areas: int
    coded: int
    suggested: Fraction

    @property
    def points(self) -> Fraction:
        """The difference in percentage points, without its sign."""
        return abs(self.suggested - self.coded) * 100 / self.areas


def share_errors(examples: Sequence[Example], given: Sequence[Given], themes: Sequence[str]) -> tuple[ShareError, ...]:
    """By kind and theme. As coded, an inspection has the themes that most of its coders saw in it, as the findings
    report counts; as suggested, those of its statements, on average over the times that they were suggested."""
    found = []
    kinds = dict.fromkeys(example.statement.kind.value for example in examples)
    for kind in sorted(kinds, key=["apa", "afi", "effective", "better"].index):
        those = [example for example in examples if example.statement.kind.value == kind]
        inspections = sorted({example.statement.inspection_id for example in those})
        coded = [settled(unit) for unit in by_area([example.unit for example in those], inspections, [kind])]
        for theme in themes:
            seen = [
                {example.statement.inspection_id for example in those if theme in one[example.statement.id]}
                for one in given
            ]
            found.append(
                ShareError(
                    kind=kind,
                    theme=theme,
                    areas=len(inspections),
                    coded=sum(theme in said.themes for said in coded),
                    suggested=Fraction(sum(map(len, seen)), len(given)),
                )
            )
    return tuple(found)


def mean_points(errors: Sequence[ShareError]) -> Fraction:
    """The mean of the differences, theme by theme and kind by kind."""
    return sum((error.points for error in errors), Fraction(0)) / len(errors)


__all__ = ["Given", "Measures", "ShareError", "mean_f1", "mean_points", "measured", "share_errors"]
