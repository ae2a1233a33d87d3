"""What the records have for the terms of a claim: the inspections, areas or entries that it would count.

A claim may be read in several ways ("54 local areas" as those inspected or as all there are). Each reading is counted,
and says in words what it counted. Nothing is guessed: terms that the records do not hold, or a period that they do not
cover, have no reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.check.numbers.claims.model import Facet, Span, Term
from areasend.framework import Framework
from areasend.register import Inspection, LocalArea
from areasend.snapshot import Snapshot
from areasend.statistics import long_date


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a claim: what was counted, in words, and the ids of what was counted."""

    says: str
    records: tuple[str, ...]

    @property
    def value(self) -> int:
        return len(self.records)


_COUNTABLE = frozenset({Facet.MEASURE, Facet.OUTCOME, Facet.PLACE})


class Counting:
    """Counts a snapshot by the terms of claims."""

    def __init__(self, snapshot: Snapshot, framework: Framework) -> None:
        self.snapshot = snapshot
        self._framework = framework
        self._areas = {str(area.gss_code): area for area in snapshot.local_areas}
        self._memory: dict[tuple[frozenset[Term], Span | None], tuple[Reading, ...]] = {}
        self._outcomes = {outcome.key: outcome.short_label for outcome in framework.versions[-1].outcomes}
        self._regions = {region.key: region.name for region in framework.ofsted_regions}
        self._ons = {f"ons:{region.key}": region.name for region in framework.ons_regions}

    @property
    def is_complete(self) -> bool:
        """Whether the records say that nothing is missing: only then can they contradict anything."""
        held = self.snapshot
        return held.as_at <= held.completeness.complete_to and held.published_by is None

    def readings(self, terms: frozenset[Term], span: Span | None) -> tuple[Reading, ...]:
        """The readings of a count, the nearest to its words first; none if the records cannot say."""
        key = (terms, span)
        if key not in self._memory:
            self._memory[key] = tuple(self._readings(terms, span))
        return self._memory[key]

    def _readings(self, terms: frozenset[Term], span: Span | None) -> Iterator[Reading]:
        by_facet = {facet: [term.key for term in terms if term.facet is facet] for facet in Facet}
        if any(term.facet not in _COUNTABLE for term in terms) or any(len(keys) > 1 for keys in by_facet.values()):
            return
        measure = next(iter(by_facet[Facet.MEASURE]), "inspections")
        outcome = next(iter(by_facet[Facet.OUTCOME]), None)
        place = next(iter(by_facet[Facet.PLACE]), "england")
        if measure in ("outcomes", "themes", "regions") and outcome is None:
            yield from self._framework_sets(measure)
            return
        if measure == "local_areas":
            span = None
        if not self._covers(span) or (place != "england" and not self._known(place)):
            return
        if measure == "visits" and outcome is None:
            yield self._visits(place, span)
            return
        found = [entry for entry in self._dated(span) if self._lies_in(self._areas[str(entry.gss_code)], place)]
        if measure in ("inspections", "reports"):
            kept = [entry for entry in found if outcome is None or entry.outcome == outcome]
            yield Reading(self._says("full inspections", outcome, place, span), _ids(kept))
            recorded = [entry for entry in kept if entry.outcome is not None]
            if len(recorded) < len(kept):
                yield Reading(self._says("full inspections with a recorded outcome", None, place, span), _ids(recorded))
        elif measure in ("areas", "local_areas", "any_areas"):
            yield from self._of_areas(measure, found, outcome, place, span)

    def _of_areas(
        self, measure: str, found: list[Inspection], outcome: str | None, place: str, span: Span | None
    ) -> Iterator[Reading]:
        latest = {
            str(entry.gss_code): entry for entry in sorted(found, key=lambda entry: entry.inspection_end or date.min)
        }
        kept = [entry for entry in latest.values() if outcome is None or entry.outcome == outcome]
        inspected = Reading(self._says("inspected local areas", outcome, place, span), _ids(kept))
        if outcome is not None:
            yield inspected
            return
        existing = [str(area.gss_code) for area in self.snapshot.existing_areas if self._lies_in(area, place)]
        all_areas = Reading(self._says("local areas, inspected or not", None, place, None), tuple(existing))
        yield from (all_areas,) if measure == "local_areas" else (inspected, all_areas)

    def _visits(self, place: str, span: Span | None) -> Reading:
        """Thematic visits are known by their year."""
        first = span.first.year if span is not None and span.first is not None else 0
        last = span.last.year if span is not None and span.last is not None else self.snapshot.as_at.year
        kept = sorted(
            f"{visit.gss_code}-{visit.year}"
            for visit in self.snapshot.thematic_visits
            if first <= visit.year <= last and self._lies_in(self._areas[str(visit.gss_code)], place)
        )
        return Reading(self._says("thematic visits", None, place, span), tuple(kept))

    def _framework_sets(self, measure: str) -> Iterator[Reading]:
        framework = self._framework
        if measure == "outcomes":
            yield Reading("outcomes of the framework", tuple(self._outcomes))
        elif measure == "themes":
            yield Reading("themes of the framework", tuple(theme.key for theme in framework.themes))
        else:
            yield Reading("Ofsted regions", tuple(self._regions))
            yield Reading("ONS regions", tuple(self._ons))

    def _covers(self, span: Span | None) -> bool:
        return span is None or span.last is None or span.last <= self.snapshot.as_at

    def _known(self, place: str) -> bool:
        return place in self._regions or place in self._ons or place in self._areas

    def _dated(self, span: Span | None) -> Iterator[Inspection]:
        first = span.first if span is not None and span.first is not None else date.min
        last = span.last if span is not None and span.last is not None else date.max
        for entry in self.snapshot.dated_inspections:
            if entry.inspection_end is not None and first <= entry.inspection_end <= last:
                yield entry

    def _lies_in(self, area: LocalArea, place: str) -> bool:
        return (
            place == "england"
            or place == area.gss_code
            or self._regions.get(place) == area.ofsted_region
            or self._ons.get(place) == area.ons_region
        )

    def _says(self, what: str, outcome: str | None, place: str, span: Span | None) -> str:
        words = what
        if outcome is not None:
            words += f" with the outcome “{self._outcomes.get(outcome, outcome)}”"
        words += f" in {self.place_name(place)}"
        if span is not None and span.first is not None and span.last is not None:
            words += f", {long_date(span.first)} to {long_date(span.last)}"
        elif span is not None and span.first is not None:
            words += f", since {long_date(span.first)}"
        elif span is not None and span.last is not None:
            words += f", up to {long_date(span.last)}"
        return words

    def place_name(self, place: str) -> str:
        """A place by its key, as it is written."""
        if place in self._areas:
            return self._areas[place].name
        return self._regions.get(place) or self._ons.get(place) or self._framework.country


def _ids(entries: list[Inspection]) -> tuple[str, ...]:
    return tuple(sorted(entry.inspection_id for entry in entries))
