"""What a snapshot is counted over: its inspections by period, region and outcome, and how complete it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from areasend.framework import Framework, FrameworkVersion, Outcome
from areasend.register import Inspection, LocalArea, Source
from areasend.snapshot import Snapshot
from areasend.statistics.periods import Period, long_date
from areasend.themes import CodebookHistory, packaged_codebooks


class Status(StrEnum):
    """Whether every inspection is in: only a complete population may be called "all"."""

    COMPLETE = "complete"
    PARTIAL = "reports published by a date only"
    PROVISIONAL = "provisional and incomplete"


@dataclass(frozen=True, kw_only=True, slots=True)
class Population:
    """A snapshot with the framework it is read under, and the codebook that its codings are read with."""

    snapshot: Snapshot
    framework: Framework
    codebooks: CodebookHistory = field(default_factory=packaged_codebooks)

    @property
    def as_at(self) -> date:
        return self.snapshot.as_at

    @property
    def complete_to(self) -> date:
        return self.snapshot.completeness.complete_to

    @property
    def version(self) -> FrameworkVersion:
        return self.framework.version_at(self.as_at)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes in the framework's order."""
        return self.version.outcomes

    @property
    def status(self) -> Status:
        if self.as_at > self.complete_to:
            return Status.PROVISIONAL
        return Status.PARTIAL if self.snapshot.left_out else Status.COMPLETE

    @property
    def since_start(self) -> Period:
        """From the first day of the framework to the date of the snapshot."""
        return Period(self.framework.start, self.as_at)

    @property
    def year_to_date(self) -> Period:
        return Period(max(date(self.as_at.year, 1, 1), self.framework.start), self.as_at)

    @property
    def areas(self) -> tuple[LocalArea, ...]:
        """The local areas that exist on the date, by code."""
        return self.snapshot.existing_areas

    def areas_by_code(self) -> dict[str, LocalArea]:
        """Every local area that the snapshot knows, ended ones too."""
        return {area.gss_code: area for area in self.snapshot.local_areas}

    def inspections(self, period: Period) -> tuple[Inspection, ...]:
        """The inspections whose last day lies in a period; those without dates lie in none."""
        return tuple(
            entry
            for entry in self.snapshot.inspections
            if entry.inspection_end is not None and entry.inspection_end in period
        )

    def years(self) -> tuple[Period, ...]:
        """The calendar years from the framework's start, the last one to date."""
        first, last = self.framework.start, self.as_at
        return tuple(
            Period(max(date(year, 1, 1), first), min(date(year, 12, 31), last))
            for year in range(first.year, last.year + 1)
        )

    def notes(self) -> tuple[str, ...]:
        """What must be said beside every table that counts inspections, depending on how complete the records are."""
        said = [self._completeness_note()]
        if self.snapshot.undated_inspections:
            said.append(
                "Inspections without recorded dates are listed in the table inspections and stand in no period."
            )
        if any(entry.outcome is None for entry in self.snapshot.dated_inspections):
            said.append(
                "Inspections without a recorded outcome are listed in the table inspections; "
                "no count of outcomes has them."
            )
        return tuple(said)

    def _completeness_note(self) -> str:
        complete_to = long_date(self.complete_to)
        if self.status is Status.COMPLETE:
            return f"Complete: the register holds every full inspection that ended on or before {complete_to}."
        if self.status is Status.PARTIAL:
            return (
                f"Partial: only inspections whose report was published by {_day(self.snapshot.published_by)} "
                f"are counted; others had ended by {long_date(self.as_at)}."
            )
        unchecked = any(entry.source is Source.SECONDARY for entry in self.snapshot.inspections)
        return (
            f"Provisional and incomplete: the register is complete to {complete_to} only. "
            "Later inspections may be missing"
            + (", and some were taken from a public list without a check against the report." if unchecked else ".")
        )


def _day(day: date | None) -> str:
    return long_date(day) if day is not None else "any date"


# An area code of 9 letters, a hyphen and the first day.
_INSPECTION_ID = 20


def inspection_of(record: str) -> str:
    """The id of the inspection that a finding, a unit that was coded or a coding is of: their ids begin with it.

    >>> inspection_of("E06000052-2023-02-06-afi-1"), inspection_of("E06000052")
    ('E06000052-2023-02-06', 'E06000052')
    """
    return record[:_INSPECTION_ID]


def ids(inspections: Sequence[Inspection]) -> tuple[str, ...]:
    """The ids of inspections, in their order."""
    return tuple(entry.inspection_id for entry in inspections)
