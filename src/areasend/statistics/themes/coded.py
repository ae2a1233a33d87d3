"""What the tables of themes count: the coded inspections, and the themes that hold for each of them.

An inspection is coded where every finding of the kind that has been coded has a code of some coder. A theme holds in an
inspection and kind where more than half of its coders gave it to one of the findings there (`themes.settled`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from areasend.register import Coder, Finding, FindingKind, Inspection
from areasend.statistics.population import Population
from areasend.themes import Codebook, CodedUnit, Settled, by_area, coded_units, settled


class Scope(StrEnum):
    """What is counted of a theme: areas for improvement, areas for priority action, or either."""

    AFI = "afi"
    APA = "apa"
    EITHER = "either"


SCOPE_WORDS = {
    Scope.AFI: "as an area for improvement",
    Scope.APA: "as an area for priority action",
    Scope.EITHER: "as an area for improvement or for priority action",
}
SHORT_SCOPES = {Scope.AFI: "Area for improvement", Scope.APA: "Area for priority action", Scope.EITHER: "Either"}


@dataclass(frozen=True, kw_only=True, slots=True)
class CodedFindings:
    """The coded inspections of a population. `whole` holds a unit for each coded inspection and kind.

    `coded` are the inspections with an outcome that were coded, `asked` those of them whose outcome asks for a priority
    action plan: only their reports have areas for priority action.
    """

    codebook: Codebook
    coders: tuple[Coder, ...]
    units: tuple[CodedUnit, ...]
    whole: tuple[CodedUnit, ...]
    coded: tuple[Inspection, ...]
    asked: tuple[Inspection, ...]
    holds: Mapping[tuple[str, str], Settled]
    findings: Mapping[str, Finding]

    def base(self, scope: Scope) -> tuple[Inspection, ...]:
        """The inspections of which a share is taken."""
        return self.asked if scope is Scope.APA else self.coded

    def with_theme(self, theme: str, scope: Scope) -> tuple[Inspection, ...]:
        """The inspections in which the theme holds."""
        kinds = [Scope.AFI, Scope.APA] if scope is Scope.EITHER else [scope]
        return tuple(
            entry
            for entry in self.base(scope)
            if any(theme in self._themes(entry.inspection_id, kind.value) for kind in kinds)
        )

    def _themes(self, inspection: str, kind: str) -> tuple[str, ...]:
        found = self.holds.get((inspection, kind))
        return found.themes if found is not None else ()


@lru_cache(maxsize=8)
def coded_findings(population: Population) -> CodedFindings:
    """The codings of a population, carried to the latest version of its codebook."""
    snapshot, history = population.snapshot, population.codebooks
    dated = {entry.inspection_id: entry for entry in population.inspections(population.since_start) if entry.outcome}
    units = tuple(
        unit
        for unit in coded_units(snapshot.codings, snapshot.adjudications, history)
        if unit.inspection_id in dated and (unit.codes or unit.adjudicated is not None)
    )
    known = {unit.inspection_id for unit in units}
    coded = tuple(entry for entry in dated.values() if entry.inspection_id in known)
    asked = tuple(entry for entry in coded if _asks(population, entry))
    whole = (
        *by_area(units, [entry.inspection_id for entry in coded], [FindingKind.AFI.value]),
        *by_area(units, [entry.inspection_id for entry in asked], [FindingKind.APA.value]),
    )
    return CodedFindings(
        codebook=history.latest,
        coders=tuple(snapshot.coders),
        units=units,
        whole=whole,
        coded=coded,
        asked=asked,
        holds={(unit.inspection_id, unit.kind): settled(unit) for unit in whole},
        findings={entry.finding_id: entry for entry in snapshot.findings},
    )


def _asks(population: Population, entry: Inspection) -> bool:
    assert entry.inspection_start is not None, "an inspection with a last day has a first one"
    assert entry.outcome is not None, "only inspections with an outcome are counted"
    return population.framework.version_at(entry.inspection_start).asks_for_priority_action(entry.outcome)


_OWN_CODING = (
    "Themes are coded by areasend with a codebook of its own, made after the themes of the research report; they are "
    "no finding of an inspectorate."
)
_MAJORITY = (
    "A theme counts in an inspection where more than half of the coders saw it in one of the findings there; where a "
    "person settled a finding, that decision counts."
)


def theme_notes(population: Population) -> tuple[str, ...]:
    """What must be said beside every number about themes."""
    found = coded_findings(population)
    every = [entry for entry in population.inspections(population.since_start) if entry.outcome]
    said = [
        *population.notes(),
        _OWN_CODING,
        coder_note(found),
        _MAJORITY,
    ]
    if len(found.coded) < len(every):
        said.append("Inspections whose findings were not coded are in no number of this table.")
    if any(entry.undecided for entry in found.holds.values()):
        said.append("A theme on which the coders of an inspection are even counts nowhere until somebody settles it.")
    return tuple(said)


def coder_note(found: CodedFindings) -> str:
    """Who or what coded."""
    models = [entry for entry in found.coders if entry.made_by.value == "model"]
    if not found.coders:
        return "No findings have been coded."
    if len(models) == len(found.coders):
        return "All coders are passes of a language model with this codebook; they are not independent human coders."
    if models:
        return "Some of the coders are passes of a language model with this codebook, and not people."
    return "All coders are people."


__all__ = [
    "SCOPE_WORDS",
    "SHORT_SCOPES",
    "CodedFindings",
    "Scope",
    "coded_findings",
    "coder_note",
    "theme_notes",
]
