"""What the tables of themes count: the coded inspections, and the themes that hold for each of them.

An inspection is coded where somebody said of each of its findings which themes it has. A theme holds in an inspection
and kind where more than half of its coders gave it to one of the findings there (`themes.settled`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from areasend.register import Coder, Coding, Finding, FindingKind, Inspection
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

KINDS = (FindingKind.AFI.value, FindingKind.APA.value)
# An inspection and one of the two kinds of findings.
Place = tuple[str, str]
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class CodedFindings:
    """The codings of the inspections with an outcome, carried to the latest version of the codebook.

    `coded` are the inspections of which every finding was coded, `asked` those of them whose outcome asks for a
    priority action plan: only their reports have areas for priority action. `holds` says for each of them and its
    kinds which themes hold. `parts` are the units of any inspection by place, `units` all of them in their order.
    `reopened` are the ids of units by the coder whose coding of them waits to be decided again.
    """

    codebook: Codebook
    coders: tuple[Coder, ...]
    units: tuple[CodedUnit, ...]
    parts: Mapping[Place, Sequence[CodedUnit]]
    coded: tuple[Inspection, ...]
    asked: tuple[Inspection, ...]
    holds: Mapping[Place, Settled]
    findings: Mapping[str, Finding]
    reopened: Mapping[str, Sequence[str]]

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

    @property
    def counted_units(self) -> tuple[CodedUnit, ...]:
        """The units of the coded inspections."""
        coded = {entry.inspection_id for entry in self.coded}
        return tuple(unit for unit in self.units if unit.inspection_id in coded)

    def page(self, finding: str) -> int | None:
        """The page of the report on which a finding begins, where it is known."""
        return self.findings[finding].page if finding in self.findings else None


@lru_cache(maxsize=8)
def coded_findings(population: Population) -> CodedFindings:
    """The codings of a population; asked for by many tables, and the same for equal populations."""
    snapshot = population.snapshot
    dated = {entry.inspection_id: entry for entry in with_outcome(population)}
    made = [entry for entry in snapshot.codings if entry.inspection_id in dated]
    decided = [entry for entry in snapshot.adjudications if entry.inspection_id in dated]
    every = coded_units(made, decided, population.codebooks)
    units = tuple(unit for unit in every if unit.codes or unit.adjudicated is not None)
    parts = _by_place((unit.inspection_id, unit.kind, unit) for unit in units)
    holds = _holds(population, dated, units, parts)
    coded = tuple(entry for name, entry in dated.items() if (name, FindingKind.AFI.value) in holds)
    coders = {entry.coder for entry in made}
    return CodedFindings(
        codebook=population.codebooks.latest,
        coders=tuple(entry for entry in snapshot.coders if entry.coder in coders),
        units=units,
        parts=parts,
        coded=coded,
        asked=tuple(entry for entry in coded if (entry.inspection_id, FindingKind.APA.value) in holds),
        holds=holds,
        findings={entry.finding_id: entry for entry in snapshot.findings},
        reopened=_reopened(made, every),
    )


def _by_place(found: Iterable[tuple[str, str, T]]) -> dict[Place, list[T]]:
    held: dict[Place, list[T]] = {}
    for inspection, kind, entry in found:
        held.setdefault((inspection, kind), []).append(entry)
    return held


def _holds(
    population: Population,
    dated: Mapping[str, Inspection],
    units: Sequence[CodedUnit],
    parts: Mapping[Place, Sequence[CodedUnit]],
) -> dict[Place, Settled]:
    """What holds in each inspection that was coded and each kind of findings that its report has."""
    recorded = _by_place((entry.inspection_id, entry.kind.value, entry) for entry in population.snapshot.findings)
    known = list(dict.fromkeys(unit.inspection_id for unit in units))
    whole = {(unit.inspection_id, unit.kind): unit for unit in by_area(units, known, KINDS)}
    holds: dict[Place, Settled] = {}
    for name in known:
        places = [(name, kind) for kind in _kinds(population, dated[name])]
        if all(_all_coded(whole[place], parts.get(place, ()), recorded.get(place, ())) for place in places):
            holds.update((place, settled(whole[place])) for place in places)
    return holds


def _reopened(made: Iterable[Coding], units: Iterable[CodedUnit]) -> dict[str, list[str]]:
    codes = {unit.id: unit.codes for unit in units}
    waiting: dict[str, list[str]] = {}
    for coding in made:
        if coding.coder not in codes[coding.unit_id]:
            waiting.setdefault(coding.coder, []).append(coding.unit_id)
    return waiting


def with_outcome(population: Population) -> tuple[Inspection, ...]:
    """The inspections of the period that have an outcome."""
    return tuple(entry for entry in population.inspections(population.since_start) if entry.outcome is not None)


def _kinds(population: Population, entry: Inspection) -> tuple[str, ...]:
    """The kinds of findings that a report with this outcome has."""
    assert entry.inspection_start is not None, "an inspection with a last day has a first one"
    assert entry.outcome is not None, "only inspections with an outcome are counted"
    asks = population.framework.version_at(entry.inspection_start).asks_for_priority_action(entry.outcome)
    return KINDS if asks else KINDS[:1]


def _all_coded(whole: CodedUnit, parts: Sequence[CodedUnit], recorded: Sequence[Finding]) -> bool:
    """Whether one coder at least coded every finding of a kind, or a person settled what was missing.

    Where no finding of the kind is recorded and none was coded, there is none to code.
    """
    if not parts:
        return not recorded
    named = {part.id for part in parts}
    covered = any(part.whole for part in parts) or all(finding.finding_id in named for finding in recorded)
    return covered and (bool(whole.codes) or whole.adjudicated is not None)


_OWN_CODING = "Themes are areasend's coding with a codebook of its own, and no finding of an inspectorate."
_MAJORITY = (
    "A theme counts in an inspection where more than half of the coders saw it in one of the findings there; where a "
    "person settled a finding, that decision counts."
)
_NOT_CODED = "Inspections of which not every finding was coded are in no number of themes."
_EVEN = "A theme on which the coders of an inspection are even counts nowhere until somebody settles it."
_REOPENED = (
    "Codings that a change of the codebook reopened are left out until somebody decides them again; the table coders "
    "says how many they are."
)


def theme_notes(population: Population) -> tuple[str, ...]:
    """What must be said beside every number about themes."""
    found = coded_findings(population)
    said = [*population.notes(), _OWN_CODING, coder_note(found), _MAJORITY]
    if len(found.coded) < len(with_outcome(population)):
        said.append(_NOT_CODED)
    if any(entry.undecided for entry in found.holds.values()):
        said.append(_EVEN)
    if found.reopened:
        said.append(_REOPENED)
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
    "Place",
    "Scope",
    "coded_findings",
    "coder_note",
    "theme_notes",
    "with_outcome",
]
