"""Where each local area stands as at a date: its latest outcome, or that it is not yet inspected, and what follows.

Areas are taken in their present form, so that neither a predecessor's outcome nor one under the earlier framework
counts. What follows is read from the version of the framework on the first day of the inspection; months derived from
it are expectations (docs/architecture.md, what numbers must obey).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from areasend.framework import Activity, Framework, Relation, interval_words
from areasend.register import Inspection, LocalArea
from areasend.snapshot import History, expected_about, histories, version_of
from areasend.statistics.periods import month_year
from areasend.statistics.population import Population

_NEVER = History((), ())


class Stand(StrEnum):
    """What can be true of an area on a date."""

    OUTCOME = "inspected"
    OUTCOME_NOT_RECORDED = "inspected, outcome not recorded"
    NOT_ESTABLISHED = "not established: an inspection has no recorded date"
    REPORT_LATER = "not counted: the report came later"
    NOT_YET_INSPECTED = "not yet inspected"


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """`history`: the area's inspections in order, those without dates by publication; `latest`: the one that counts."""

    area: LocalArea
    stand: Stand
    history: tuple[Inspection, ...]
    latest: Inspection | None

    @property
    def is_inspected(self) -> bool:
        return self.stand in (Stand.OUTCOME, Stand.OUTCOME_NOT_RECORDED)


def standings(population: Population) -> tuple[Standing, ...]:
    """One standing for each local area that exists on the date, in the order of codes."""
    held = histories(population.snapshot)
    later = {entry.inspection_id[:9] for entry in population.snapshot.left_out}
    return tuple(
        _standing(area, held.get(area.gss_code, _NEVER), later=area.gss_code in later) for area in population.areas
    )


def _standing(area: LocalArea, history: History, *, later: bool) -> Standing:
    latest = history.latest
    if latest is None:
        stand = Stand.REPORT_LATER if later else Stand.NOT_ESTABLISHED if history.held else Stand.NOT_YET_INSPECTED
    else:
        stand = Stand.OUTCOME if latest.outcome is not None else Stand.OUTCOME_NOT_RECORDED
    return Standing(area=area, stand=stand, history=history.held, latest=latest)


@dataclass(frozen=True, kw_only=True, slots=True)
class Expectation:
    """What the framework says about one activity, in words, and when that leads one to expect it; None if unknown."""

    activity: Activity
    rule: str
    expected: str | None
    around: date | None


def expectation(framework: Framework, inspection: Inspection, activity: Activity) -> Expectation | None:
    """What usually follows an inspection, or None where its framework version has no such rule for its outcome."""
    version = version_of(framework, inspection)
    if version is None or inspection.outcome is None:
        return None
    rule = version.follow_up(inspection.outcome, activity)
    if rule is None:
        return None
    around = expected_about(rule, inspection)
    expected = None
    if around is not None:
        expected = f"{'by ' if rule.relation is Relation.WITHIN else ''}about {month_year(around)}"
    return Expectation(
        activity=activity, rule=interval_words(rule.hedge, rule.relation, rule.months), expected=expected, around=around
    )
