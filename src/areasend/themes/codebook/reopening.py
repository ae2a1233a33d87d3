"""Which codings a later version of the codebook opens again, and which it only carries."""

from collections.abc import Iterable
from dataclasses import dataclass

from areasend.themes.codebook.history import CodebookHistory
from areasend.themes.codebook.model import Carried


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeCoding:
    """What a coder gave a statement, and the version of the codebook that was used."""

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
    """Every coding made with this version or an earlier one, as the version `to` (or the latest) has it."""
    wanted = history.latest.version if to is None else history.version(to).version
    return tuple(
        CarriedCoding(coding=coding, carried=history.carried(coding.themes, made_with=coding.codebook, to=wanted))
        for coding in codings
        if coding.codebook <= wanted
    )


__all__ = ["CarriedCoding", "MadeCoding", "carried_codings"]
