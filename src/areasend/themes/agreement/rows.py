"""One row of the table of agreement."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from areasend.themes.agreement.estimates import Estimate
from areasend.themes.units import Level


class Between(StrEnum):
    """Who is compared: a person and a model are never pooled with people among themselves."""

    PEOPLE = "people"
    MODELS = "models"
    PERSON_AND_MODEL = "person and model"


class Among(StrEnum):
    """Which inspections are looked at: all, or those with an area for priority action."""

    ALL = "all inspections"
    WITH_APA = "inspections with an area for priority action"


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How many of the decisions of a row a coder made, and how often it gave the theme."""

    coder: str
    yes: int
    decisions: int

    @property
    def value(self) -> Fraction | None:
        """The prevalence, None where the coder made no decision."""
        return Fraction(self.yes, self.decisions) if self.decisions else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """How far some coders agree on one theme and kind; an empty `theme` or `kind` is all of them pooled.

    A decision is whether a unit has a theme; `units` are those that at least two of `coders` decided, by their ids
    `unit_ids`; `decisions` are units times themes, and `areas` have such a unit; `answered_ids` are the units that one
    of the coders decided at least, on which AC1 rests too. `kappa` is Cohen's for two coders and
    for more the mean over their pairs, whose own rows stand below. `shares` has each coder's share of yes in these
    decisions.
    """

    level: Level
    among: Among
    kind: str
    theme: str
    coders: tuple[str, ...]
    between: Between
    units: int
    decisions: int
    areas: int
    raw: Estimate
    kappa: Estimate
    alpha: Estimate
    ac1: Estimate
    shares: tuple[Share, ...]
    notes: tuple[str, ...]
    unit_ids: tuple[str, ...]
    answered_ids: tuple[str, ...]

    @property
    def is_pair(self) -> bool:
        return len(self.coders) == 2


__all__ = ["Agreement", "Among", "Between", "Share"]
