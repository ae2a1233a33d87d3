"""What the words of a release claim beyond its numbers, each proved from the records or not made at all.

"The remaining", "the only", "the highest" and "all" are queries: a sentence that needs one asks here, and leaves the
claim out where it does not hold. Ties are named, every one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.snapshot import known_to_have_ended
from areasend.statistics.figure import Figure
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import ENGLAND
from areasend.statistics.population import Population, Status
from areasend.statistics.table import Table


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionShare:
    """An outcome in a region: how many of how many, and the share."""

    region: str
    part: Figure
    whole: Figure
    share: Figure


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeClaims:
    """For one outcome: the regions with the highest share (all that tie; none if the outcome never occurs), and the
    inspected regions in which it does not occur. A single inspected region is the highest of nothing."""

    outcome: str
    highest: tuple[RegionShare, ...]
    absent_from: tuple[RegionShare, ...]


def regional_claims(population: Population, counts: Table, shares: Table) -> tuple[OutcomeClaims, ...]:
    """The claims for each outcome, over the regions with at least one inspection."""
    names = {row.key: str(row.cells[0]) for row in counts.rows if row.key != ENGLAND}
    return tuple(_claims_for(outcome.key, names, counts, shares) for outcome in population.outcomes)


def _claims_for(outcome: str, names: dict[str, str], counts: Table, shares: Table) -> OutcomeClaims:
    found = [
        RegionShare(
            region=name,
            part=counts.figure(key, outcome),
            whole=counts.figure(key, "total"),
            share=shares.figure(key, f"{outcome}_pct"),
        )
        for key, name in names.items()
    ]
    inspected = [entry for entry in found if not isinstance(entry.share.value, Marker)]
    top = max((entry.share.value for entry in inspected if not isinstance(entry.share.value, Marker)), default=0)
    return OutcomeClaims(
        outcome=outcome,
        highest=tuple(entry for entry in inspected if top and entry.share.value == top and len(inspected) > 1),
        absent_from=tuple(entry for entry in inspected if entry.part.value == 0),
    )


def most_common_outcomes(counts: Table) -> tuple[str, ...]:
    """The outcomes with the highest count of England, all that tie, in the framework's order; none of no inspection."""
    found = {column: counts.figure(ENGLAND, column) for column in counts.heading[1:] if not column.endswith("_pct")}
    whole = found.pop("total").records
    top = max(len(figure.records) for figure in found.values())
    return tuple(key for key, figure in found.items() if whole and len(figure.records) == top)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseClaims:
    """What a release may say of itself.

    `all_included`: every inspection of the period is in. `all_published`: and each one's report has been published, the
    last of them on `last_published`. `outcomes_whole`: every dated inspection has an outcome. `remaining`: and all are
    in, so that the last outcome is "the remaining". `apart`: why inspections and inspected areas are different numbers,
    each reason a clause; empty where they are the same. `small_regions`: a share of a region is of fewer inspections
    than the caution allows. `same_wording`: outcomes are worded alike in each version of the framework.
    """

    all_included: bool
    all_published: bool
    last_published: date | None
    outcomes_whole: bool
    remaining: bool
    apart: tuple[str, ...]
    small_regions: bool
    same_wording: bool


def release_claims(population: Population, shares: Table) -> ReleaseClaims:
    """Proves each claim; one that cannot be proved is False or empty."""
    dated = population.snapshot.dated_inspections
    complete = population.status is Status.COMPLETE
    published = [entry.publication_date for entry in dated if entry.publication_date is not None]
    whole = all(entry.outcome is not None for entry in dated)
    wordings = {tuple(outcome.wording for outcome in version.outcomes) for version in population.framework.versions}
    return ReleaseClaims(
        all_included=complete,
        all_published=complete and len(published) == len(dated),
        last_published=max(published, default=None),
        outcomes_whole=whole,
        remaining=whole and complete,
        apart=tuple(_apart(population)),
        small_regions=any(figure.needs_caution for figure in shares.figures()),
        same_wording=len(wordings) == 1,
    )


def _apart(population: Population) -> Iterator[str]:
    """Why the inspections with a recorded outcome and the inspected areas are not the same number; nothing if it is."""
    existing = {area.gss_code for area in population.areas}
    held = [entry for entry in population.snapshot.inspections if known_to_have_ended(entry, population.as_at)]
    counted = [entry for entry in held if entry.inspection_end is not None and entry.outcome is not None]
    areas = [entry.gss_code for entry in held]
    if len(counted) == len(existing.intersection(areas)):
        return
    if len(set(areas)) < len(areas):
        yield "an area that was inspected again has more than one inspection"
    if any(entry.inspection_end is None and entry.gss_code in existing for entry in held):
        yield "an inspection without recorded dates counts for its area only"
    if any(entry.outcome is None and entry.inspection_end and entry.gss_code in existing for entry in held):
        yield "an inspection without a recorded outcome counts for its area only"
    if any(entry.gss_code not in existing for entry in counted):
        yield "an area that no longer exists is counted for its inspection only"
