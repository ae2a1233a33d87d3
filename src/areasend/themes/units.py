"""What coders said of each unit, in the one form that agreement, evaluation and counting share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """At which level codes are compared: each finding by itself, or all findings of a kind in one inspection."""

    FINDINGS = "findings"
    AREAS = "areas"


@dataclass(frozen=True, kw_only=True, slots=True)
class CodedUnit:
    """A finding, or (`whole`) all findings of one kind in one inspection, with the themes each coder gave it.

    `codes` has a coder who found no theme with an empty tuple and leaves out one who has not coded the unit. Where a
    person settled the unit after the coders were done, `adjudicated` holds what holds; the codes stay as they were.
    """

    id: str
    inspection_id: str
    kind: str
    whole: bool
    codes: Mapping[str, tuple[str, ...]]
    adjudicated: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """The themes that hold for a unit, and those on which its coders are even: they count nowhere until adjudicated."""

    themes: tuple[str, ...]
    undecided: tuple[str, ...]


def settled(unit: CodedUnit) -> Settled:
    """What holds: the adjudication, else the themes that more than half of the coders of this unit gave it.

    The principal theme is the first of the coder who comes first by name among those that agree.
    """
    if unit.adjudicated is not None:
        return Settled(themes=unit.adjudicated, undecided=())
    said = [unit.codes[coder] for coder in sorted(unit.codes)]
    every = tuple(dict.fromkeys(theme for themes in said for theme in themes))
    votes = {theme: sum(theme in themes for themes in said) for theme in every}
    return Settled(
        themes=tuple(theme for theme in every if 2 * votes[theme] > len(said)),
        undecided=tuple(theme for theme in every if 2 * votes[theme] == len(said)),
    )


def by_area(units: Iterable[CodedUnit], inspections: Sequence[str], kinds: Sequence[str]) -> tuple[CodedUnit, ...]:
    """One whole unit for each inspection and kind: a coder's themes there are all those of its findings.

    A finding that was adjudicated counts as adjudicated for each of its coders; where all of an inspection and kind
    were, so is the whole. An inspection and kind in which nobody coded a finding has every coder with no theme: an area
    with no code counts as zero. A coder who has coded other findings of an inspection and kind but not all is left out
    there, because a theme may stand in what is missing.
    """
    held = list(units)
    coders = sorted({coder for unit in held for coder in unit.codes})
    groups: dict[tuple[str, str], list[CodedUnit]] = {}
    for unit in held:
        groups.setdefault((unit.inspection_id, unit.kind), []).append(unit)
    return tuple(
        CodedUnit(
            id=f"{inspection}-{kind}",
            inspection_id=inspection,
            kind=kind,
            whole=True,
            codes=_together(groups.get((inspection, kind), []), coders),
            adjudicated=_adjudicated(groups.get((inspection, kind), [])),
        )
        for inspection in inspections
        for kind in kinds
    )


def _together(units: Sequence[CodedUnit], coders: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return {
        coder: tuple(dict.fromkeys(theme for unit in units for theme in _themes(unit, coder)))
        for coder in coders
        if all(coder in unit.codes or unit.adjudicated is not None for unit in units)
    }


def _adjudicated(units: Sequence[CodedUnit]) -> tuple[str, ...] | None:
    """What a person settled of all these together; None where one is open or there are none."""
    said = [unit.adjudicated for unit in units if unit.adjudicated is not None]
    return (
        tuple(dict.fromkeys(theme for themes in said for theme in themes)) if said and len(said) == len(units) else None
    )


def _themes(unit: CodedUnit, coder: str) -> tuple[str, ...]:
    return unit.codes[coder] if unit.adjudicated is None else unit.adjudicated


__all__ = ["CodedUnit", "Level", "Settled", "by_area", "settled"]
