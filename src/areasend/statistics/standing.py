"""Where each local area stands as at a date: its latest outcome, or that it is not yet inspected, and what follows.

Areas are taken in their present form, so that neither a predecessor's outcome nor one under the earlier framework
counts. What follows is read from the version of the framework on the first day of the inspection; months derived from
it are expectations (docs/architecture.md, what numbers must obey).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from areasend.framework import Activity, Framework, FrameworkVersion, Hedge, Relation, RunsFrom, add_months
from areasend.register import Inspection, LocalArea
from areasend.statistics.periods import month_year
from areasend.statistics.population import Population


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
    by_area: dict[str, list[Inspection]] = {}
    for entry in population.snapshot.inspections:
        by_area.setdefault(entry.gss_code, []).append(entry)
    later = {entry.inspection_id[:9] for entry in population.snapshot.left_out}
    return tuple(
        _standing(area, by_area.get(area.gss_code, []), population.as_at, later=area.gss_code in later)
        for area in population.areas
    )


def _standing(area: LocalArea, held: list[Inspection], as_at: date, *, later: bool) -> Standing:
    history = tuple(sorted(held, key=_when))
    done = [entry for entry in history if known_to_have_ended(entry, as_at)]
    if not done:
        stand = Stand.REPORT_LATER if later else Stand.NOT_ESTABLISHED if history else Stand.NOT_YET_INSPECTED
        return Standing(area=area, stand=stand, history=history, latest=None)
    latest = done[-1]
    stand = Stand.OUTCOME if latest.outcome is not None else Stand.OUTCOME_NOT_RECORDED
    return Standing(area=area, stand=stand, history=history, latest=latest)


def _when(entry: Inspection) -> tuple[date, str]:
    return (entry.inspection_end or entry.publication_date or date.max, entry.inspection_id)


def known_to_have_ended(entry: Inspection, as_at: date) -> bool:
    """With dates it has; without them it has if its report was out by then."""
    if entry.inspection_end is not None:
        return True
    return entry.publication_date is not None and entry.publication_date <= as_at


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
    start = inspection.inspection_end if rule.runs_from is RunsFrom.INSPECTION_END else inspection.publication_date
    around = add_months(start, rule.months) if start is not None else None
    expected = None
    if around is not None:
        expected = f"{'by ' if rule.relation is Relation.WITHIN else ''}about {month_year(around)}"
    return Expectation(
        activity=activity, rule=interval_words(rule.hedge, rule.relation, rule.months), expected=expected, around=around
    )


def version_of(framework: Framework, inspection: Inspection) -> FrameworkVersion | None:
    """The version in force on the first day of an inspection; None if that day is not known."""
    if inspection.inspection_start is None:
        return None
    return framework.version_at(inspection.inspection_start)


def interval_words(hedge: Hedge, relation: Relation, months: int) -> str:
    """An interval with the hedge of its source.

    >>> interval_words(Hedge.USUALLY, Relation.WITHIN, 36), interval_words(Hedge.APPROXIMATELY, Relation.WITHIN, 18)
    ('usually within 3 years', 'within approximately 18 months')
    """
    years, rest = divmod(months, 12)
    length = f"{months} months" if rest else f"{years} years" if years > 1 else "1 year"
    if relation is Relation.AFTER:
        return f"{hedge.value} {length} after the report"
    return f"within approximately {length}" if hedge is Hedge.APPROXIMATELY else f"{hedge.value} within {length}"
