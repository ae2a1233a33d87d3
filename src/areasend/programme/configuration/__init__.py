"""The programme file: teams, terms, shapes of inspections, limits, and what must not be."""

from areasend.programme.configuration.model import (
    AreaClosed,
    AreaRule,
    Days,
    Done,
    Limits,
    OtherInspection,
    Pin,
    Programme,
    RegionLimit,
    Shape,
    Team,
)

__all__ = [
    "AreaClosed",
    "AreaRule",
    "Days",
    "Done",
    "Limits",
    "OtherInspection",
    "Pin",
    "Programme",
    "RegionLimit",
    "Shape",
    "Team",
]
