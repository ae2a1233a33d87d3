"""What a check found: one result for each point of the checklist, with every place that breaks it."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Format = Literal["ods", "xlsx"]


class Status(Enum):
    """Whether a point is met. NOT_CHECKABLE is never a silent pass: the reason says what was missing."""

    PASS = "pass"
    FAIL = "fail"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One spot that breaks a point. An empty sheet means the file as a whole, an empty cell the whole sheet."""

    sheet: str
    cell: str
    found: str
    remedy: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PointResult:
    point: str
    essential: bool
    rule: str
    status: Status
    reason: str
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        if (self.status is Status.FAIL) != bool(self.places):
            raise ValueError(f"{self.point}: a point fails exactly when it names places, got {self.status.value}")


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkbookReport:
    file: str
    format: Format
    results: tuple[PointResult, ...]

    @property
    def passed(self) -> bool:
        """No point fails; points that could not be checked do not count against the file."""
        return all(result.status is not Status.FAIL for result in self.results)

    def count(self, status: Status) -> int:
        return sum(result.status is status for result in self.results)
