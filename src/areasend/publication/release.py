"""What a release is made of, and laying it out: tables in, files out."""

from dataclasses import dataclass
from datetime import date

from areasend.publication.boundaries import Boundaries
from areasend.publication.config import ReleaseConfig
from areasend.publication.edition import Edition
from areasend.publication.number_check import NumberCheck
from areasend.statistics import Changes, Counted, Standpoint, Status, Table, changes_table, long_date

UNOFFICIAL = "This is an unofficial build by areasend from published inspection reports."
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0. It comes from inspection "
    "reports of Ofsted and the Care Quality Commission (CQC). Codes of areas are those of the Office for National "
    "Statistics (ONS) and the Department for Education."
)


STATUS_TITLES = {
    Status.COMPLETE: "Complete.",
    Status.PARTIAL: "Partial.",
    Status.PROVISIONAL: "Provisional and incomplete.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """One release: what was counted, what its producer says, and which version of areasend lays it out.

    With `boundaries` there is a geographic map beside the hexagons. `changes` are those since the release before, where
    one is named; `ledger` holds the figures that were public before. `number_check` is what was found in the files of
    this release; its quality page is laid out again once that is known.
    """

    counted: Counted
    config: ReleaseConfig
    edition: Edition
    version: str
    boundaries: Boundaries | None = None
    changes: Changes | None = None
    ledger: Table | None = None
    number_check: NumberCheck | None = None

    @property
    def id(self) -> str:
        """What the release is called in addresses and ledgers; another version, date or kind has another."""
        parts = [self.counted.as_at.isoformat()]
        if self.edition.in_id:
            parts.append(self.edition.in_id)
        if self.counted.published_by is not None:
            parts.append(f"published-by-{self.counted.published_by.isoformat()}")
        if self.config.version > 1:
            parts.append(f"v{self.config.version}")
        return "-".join(parts)

    @property
    def revised(self) -> frozenset[str]:
        """The ids of the figures that this version corrects; another release corrects none, it has new ones."""
        return self.changes.revised if self.changes is not None and self.config.version > 1 else frozenset()

    @property
    def first_appearances(self) -> Table:
        """The figures that were public before. A release is laid out once it has been held against its history."""
        assert self.ledger is not None, "a release is laid out before its ledger is made"
        return self.ledger

    @property
    def further_tables(self) -> tuple[Table, ...]:
        """The tables that are not of the catalogue: the changes, and the figures that were public before."""
        return tuple(table for table in (self.changes_table, self.first_appearances) if table is not None)

    @property
    def changes_table(self) -> Table | None:
        return changes_table(self.changes, self.counted.since_start) if self.changes is not None else None

    @property
    def title(self) -> str:
        return f"{self.config.title} as at {long_date(self.counted.as_at)}"

    @property
    def complete_text(self) -> str:
        """To which date the register is complete."""
        return f"The register behind it is complete to {long_date(self.counted.complete_to)}."

    @property
    def dates_text(self) -> str:
        return dates_text(self.counted)

    @property
    def status_title(self) -> str:
        return STATUS_TITLES[self.counted.status]

    @property
    def status_text(self) -> str:
        """What every page says of how complete the release is."""
        counted, as_at = self.counted, long_date(self.counted.as_at)
        if counted.status is Status.COMPLETE:
            return f"The register is complete to {long_date(counted.complete_to)}; this release is as at {as_at}."
        if counted.status is Status.PARTIAL:
            cut = _day(counted.published_by)
            return f"Only inspections whose report was published by {cut} are counted; others had ended by {as_at}."
        return (
            f"The register is complete to {long_date(counted.complete_to)} only, and this release is as at {as_at}: "
            "inspections may be missing, and the numbers will change."
        )


def dates_text(counted: Counted | Standpoint) -> str:
    """The two dates that decide which inspections are counted."""
    cut = counted.published_by
    reports = "every recorded report" if cut is None else f"reports published by {long_date(cut)}"
    return f"As at {long_date(counted.as_at)}, counting {reports}."


def _day(day: date | None) -> str:
    return long_date(day) if day is not None else "any date"
