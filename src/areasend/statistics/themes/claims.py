"""What the words of the findings report claim beyond its numbers, each proved from the codings or not made at all."""

from dataclasses import dataclass

from areasend.statistics.population import Population
from areasend.statistics.themes.coded import Scope, coded_findings, coder_note, with_outcome
from areasend.themes import Codebook


@dataclass(frozen=True, kw_only=True, slots=True)
class MostCommon:
    """The themes that hold in the most inspections of a scope, every one that ties, by their keys."""

    scope: Scope
    themes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeClaims:
    """What a findings report may say of its codings.

    `codebook` is the version that the codings are read with. `all_coded`: every inspection with an outcome was coded.
    `most_common` has no entry for a scope in which no theme holds. `only_models`: no coder is a person. `text_read`: in
    how many inspections findings were coded one by one. `adjudicated` is how many units a person settled, `undecided`
    in how many inspections and kinds the coders are even on a theme, and `reopened` how many codings wait to be decided
    again. `who` says who or what coded.
    """

    codebook: Codebook
    all_coded: bool
    coded: int
    most_common: tuple[MostCommon, ...]
    only_models: bool
    who: str
    text_read: int
    adjudicated: int
    undecided: int
    reopened: int


def theme_claims(population: Population) -> ThemeClaims:
    """Proves each claim; one that cannot be proved is False or empty."""
    found = coded_findings(population)
    every = with_outcome(population)
    return ThemeClaims(
        codebook=found.codebook,
        all_coded=bool(every) and len(found.coded) == len(every),
        coded=len(found.coded),
        most_common=tuple(claim for scope in Scope if (claim := _most_common(population, scope)).themes),
        only_models=bool(found.coders) and all(entry.made_by.value == "model" for entry in found.coders),
        who=coder_note(found),
        text_read=len({unit.inspection_id for unit in found.counted_units if not unit.whole}),
        adjudicated=sum(unit.adjudicated is not None for unit in found.units),
        reopened=sum(len(waiting) for waiting in found.reopened.values()),
        undecided=sum(bool(entry.undecided) for entry in found.holds.values()),
    )


def _most_common(population: Population, scope: Scope) -> MostCommon:
    found = coded_findings(population)
    held = {theme: len(found.with_theme(theme, scope)) for theme in found.codebook.keys}
    top = max(held.values(), default=0)
    return MostCommon(scope=scope, themes=tuple(theme for theme, number in held.items() if top and number == top))


__all__ = ["MostCommon", "ThemeClaims", "theme_claims"]
