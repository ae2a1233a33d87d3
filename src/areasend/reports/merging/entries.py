"""What merging says of each record: one entry for every value that a person should know of, and its verdict."""

from dataclasses import dataclass
from enum import StrEnum

from areasend.reports.visible import quoted

_LONGEST_TOLD = 240


class Verdict(StrEnum):
    """What a record is beside what stands; each has exactly one."""

    NEW = "new"
    UNCHANGED = "unchanged"
    COMPLETED = "completed"
    CONFLICTING = "conflicting"


class EntryKind(StrEnum):
    """What happened to a value, or to a reading as a whole."""

    FILLED = "filled"
    CONFIRMED = "confirmed"
    KEPT = "conflict, kept as it stands"
    TAKEN = "conflict, taken from the report"
    NO_FINDINGS = "without findings"
    NOTE = "note kept"
    NOT_MERGED = "not merged"


LEFT_OVER = frozenset({EntryKind.KEPT, EntryKind.NO_FINDINGS, EntryKind.NOT_MERGED})
"""What a person has to settle before the records say what the reports say."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Entry:
    """`record` is the inspection, or nothing where it is not known; `stands` and `reads` are the two values."""

    record: str
    column: str
    kind: EntryKind
    stands: str
    reads: str
    file: str

    def __str__(self) -> str:
        where = " ".join(part for part in (self.record, self.column) if part)
        said = self.reads
        if self.kind in (EntryKind.KEPT, EntryKind.TAKEN):
            said = f"{self.stands or 'nothing'} stands, the report has {self.reads or 'nothing'}"
        elif self.kind is EntryKind.CONFIRMED:
            said = f"{self.stands} -> {self.reads}"
        return f"{self.kind}: {': '.join(_told(part) for part in (where, said) if part)} ({_told(self.file)})"


def _told(text: str) -> str:
    return quoted(text, _LONGEST_TOLD)
