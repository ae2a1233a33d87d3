"""A result as it is told: what remains to be looked at, what was accepted and why, and which records were used."""

from dataclasses import dataclass
from datetime import date

from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.results.model import Finding, Judged, Severity, Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Against:
    """The records that numbers were held against; `sha256` is that of the snapshot."""

    as_at: date
    published_by: date | None
    complete_to: date
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """A finding that somebody accepted, and why. It does not count any more, and is told all the same."""

    finding: Finding
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """`findings` are those that stand, in order of weight; `judged` names them by their places there.

    How a number stands does not change when its finding is accepted: it is still contradicted, and that is accepted.
    """

    documents: tuple[Document, ...]
    judged: tuple[Judged, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    against: Against | None = None

    @property
    def errors(self) -> int:
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def queries(self) -> int:
        return len(self.findings) - self.errors

    @property
    def passed(self) -> bool:
        """Whether no error stands; queries do not count."""
        return self.errors == 0

    def count(self, status: Status) -> int:
        return sum(entry.status is status for entry in self.judged)
