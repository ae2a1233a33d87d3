"""What workers are given, within which limits, and the reading that stands for a file they could not read."""

from dataclasses import dataclass
from pathlib import Path

from areasend.reports.kinds import DESCRIPTIONS, DocumentKind
from areasend.reports.reading import Problem, Reading

# An interpreter with PDFium loaded takes about 25 MiB; below this hardly a report could be read.
_FEWEST_MEBIBYTES = 128


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A file to be read: the name it is shown under, and where it lies."""

    file: str
    path: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one file may take: seconds, resident memory of the worker, and its own size."""

    seconds: float = 60
    mebibytes: int = 512
    file_bytes: int = 64 << 20

    def __post_init__(self) -> None:
        if self.seconds <= 0 or self.mebibytes < _FEWEST_MEBIBYTES or self.file_bytes < 1:
            raise ValueError(f"limits within which nothing can be read: {self}")


def not_read(file: str, sha256: str, kind: DocumentKind, detail: str) -> Reading:
    """The reading of a file that was not read, with why as its problem."""
    problem = Problem(
        field="document",
        page=0,
        expected=DESCRIPTIONS[DocumentKind.FULL_INSPECTION],
        found=f"{DESCRIPTIONS[kind]}: {detail}",
    )
    return Reading(file=file, sha256=sha256, document=kind, problems=(problem,))
