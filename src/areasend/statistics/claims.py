"""What the words of a release claim beyond its numbers, each proved from the records or not made at all.

"The remaining", "the only", "the highest" and "all" are queries: a sentence that needs one asks here, and leaves the
claim out where it does not hold. Ties are named, every one.
"""

from dataclasses import dataclass

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
    inspected regions in which it does not occur."""

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
        highest=tuple(entry for entry in inspected if top and entry.share.value == top),
        absent_from=tuple(entry for entry in inspected if entry.part.value == 0),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseClaims:
    """What a release may say of itself.

    `all_included`: every inspection of the period is in. `all_published`: and each one's report has been published.
    `outcomes_whole`: each inspection counted has an outcome, so that the last outcome is "the remaining".
    """

    all_included: bool
    all_published: bool
    outcomes_whole: bool
    measures_agree: bool


def release_claims(population: Population) -> ReleaseClaims:
    """Proves each claim; one that cannot be proved is False. `measures_agree`: no area was inspected twice."""
    dated = population.snapshot.dated_inspections
    complete = population.status is Status.COMPLETE
    return ReleaseClaims(
        all_included=complete,
        all_published=complete and all(entry.publication_date is not None for entry in dated),
        outcomes_whole=all(entry.outcome is not None for entry in dated),
        measures_agree=len({entry.gss_code for entry in population.snapshot.inspections})
        == len(population.snapshot.inspections),
    )
