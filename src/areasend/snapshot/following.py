"""The inspections of each area in their order, and what the framework says comes after one.

The version of the framework that counts is the one in force on the first day of the inspection.
"""

from dataclasses import dataclass
from datetime import date

from areasend.framework import FollowUp, Framework, FrameworkVersion, RunsFrom, add_months
from areasend.register import Inspection
from areasend.snapshot.model import Snapshot


@dataclass(frozen=True, slots=True)
class History:
    """The inspections of an area: `held` in order, those without dates by publication; `done` ended by the date."""

    held: tuple[Inspection, ...]
    done: tuple[Inspection, ...]

    @property
    def latest(self) -> Inspection | None:
        return self.done[-1] if self.done else None


def histories(held: Snapshot) -> dict[str, History]:
    """A history for each area that has an inspection, by its code."""
    by_area: dict[str, list[Inspection]] = {}
    for entry in held.inspections:
        by_area.setdefault(entry.gss_code, []).append(entry)
    return {code: _history(entries, held.as_at) for code, entries in by_area.items()}


def _history(entries: list[Inspection], as_at: date) -> History:
    ordered = tuple(sorted(entries, key=_when))
    return History(ordered, tuple(entry for entry in ordered if known_to_have_ended(entry, as_at)))


def _when(entry: Inspection) -> tuple[date, str]:
    return (entry.inspection_end or entry.publication_date or date.max, entry.inspection_id)


def known_to_have_ended(entry: Inspection, as_at: date) -> bool:
    """With dates it has; without them it has if its report was out by then."""
    if entry.inspection_end is not None:
        return True
    return entry.publication_date is not None and entry.publication_date <= as_at


def version_of(framework: Framework, inspection: Inspection) -> FrameworkVersion | None:
    """The version in force on the first day of an inspection; None if that day is not known."""
    if inspection.inspection_start is None:
        return None
    return framework.version_at(inspection.inspection_start)


def expected_about(rule: FollowUp, inspection: Inspection) -> date | None:
    """The day that a rule's interval leads to from an inspection; None if the day it runs from is not known."""
    start = inspection.inspection_end if rule.runs_from is RunsFrom.INSPECTION_END else inspection.publication_date
    return add_months(start, rule.months) if start is not None else None
