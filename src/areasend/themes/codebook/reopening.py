"""Which codings a later version of the codebook opens again, and which it only carries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from areasend.themes.codebook.history import CodebookHistory
from areasend.themes.codebook.model import Carried
from areasend.themes.errors import CodingFault, CodingInvalid, ThemesError


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeCoding:
    """What somebody gave a statement, and the version of the codebook that was used."""

    coder: str
    statement: str
    themes: tuple[str, ...]
    codebook: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CarriedCoding:
    coding: MadeCoding
    carried: Carried

    @property
    def changed(self) -> bool:
        """Whether its themes are others than those that were given."""
        return self.coding.themes != self.carried.themes


def carried_codings(
    history: CodebookHistory, codings: Iterable[MadeCoding], *, to: int | None = None
) -> tuple[CarriedCoding, ...]:
    """Every coding made with this version or an earlier one, as the version `to` (or the latest) has it.

    Raises `CodingInvalid` with every coding that names a version or theme that the codebook does not have.
    """
    wanted = history.latest.version if to is None else history.version(to).version
    found, faults = [], []
    for coding in codings:
        try:
            made_with = history.version(coding.codebook).version
            if made_with <= wanted:
                carried = history.carried(coding.themes, made_with=made_with, to=wanted)
                found.append(CarriedCoding(coding=coding, carried=carried))
        except ThemesError as error:
            faults.append(_fault(coding, str(error)))
    if faults:
        raise CodingInvalid("The codings were not made with this codebook", faults)
    return tuple(found)


def reopened_by_theme(history: CodebookHistory, carried: Sequence[CarriedCoding]) -> dict[str, tuple[MadeCoding, ...]]:
    """The codings that are open again for each theme, in the order of the latest version."""
    opened = {
        key: tuple(entry.coding for entry in carried if key in entry.carried.reopened) for key in history.latest.keys
    }
    return {key: codings for key, codings in opened.items() if codings}


def _fault(coding: MadeCoding, told: str) -> CodingFault:
    rule, _, remedy = told.removesuffix(".").partition(". ")
    place = f"{coding.statement} by {coding.coder}"
    return CodingFault(file="codings", place=place, value=" ".join(coding.themes), rule=rule, remedy=remedy)


__all__ = ["CarriedCoding", "MadeCoding", "carried_codings", "reopened_by_theme"]
