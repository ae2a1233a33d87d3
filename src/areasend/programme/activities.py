"""What the framework leads to for a local area, each with its window and the rule that it comes from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

When = TypeVar("When", date, int)


class Kind(StrEnum):
    """The activities of the continuous cycle; a full inspection is the first of the cycle or follows another."""

    FIRST_FULL = "first full inspection"
    NEXT_FULL = "next full inspection"
    MONITORING = "monitoring inspection"
    ENGAGEMENT = "engagement meeting"
    THEMATIC = "thematic visit"

    @property
    def key(self) -> str:
        """The kind in ids of activities and in files: `first-full`."""
        return {"first full inspection": "first-full", "next full inspection": "next-full"}.get(
            self.value, self.value.split()[0]
        )

    @property
    def is_full(self) -> bool:
        return self in (Kind.FIRST_FULL, Kind.NEXT_FULL)


def is_overtaken(kinds: tuple[Kind, Kind], when: tuple[When, When]) -> bool:
    """Whether one of two inspections of an area is a monitoring one that lies after the next full one.

    `when` are their days or weeks. The next full inspection leads to a monitoring inspection of its own, or to none.
    """
    first, last = kinds if when[0] <= when[1] else kinds[::-1]
    return first is Kind.NEXT_FULL and last is Kind.MONITORING


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """When an activity is due: not before, about, not after a day; None where the framework states none."""

    not_before: date | None
    about: date | None
    not_after: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """An activity that is due.

    `gss_code`, `local_area` and `region` (the Ofsted region's name) are empty for a thematic visit, whose areas are
    still to be chosen. `rule` is what the framework says, in words; `version` the id of the version that says it;
    `source` where it stands. `follows` is the id of the inspection before, empty for the first.
    `uncertain` is what is not sure about it, a sentence each.
    """

    id: str
    kind: Kind
    gss_code: str
    local_area: str
    region: str
    window: Window
    rule: str
    version: str
    source: str
    follows: str = ""
    area_ends: date | None = None
    uncertain: tuple[str, ...] = ()
