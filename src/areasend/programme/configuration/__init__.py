"""The programme file: teams, terms, shapes of inspections, limits, and what must not be."""

from areasend.programme.configuration.defaults import default_programme
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
from areasend.programme.configuration.reading import read_programme
from areasend.programme.configuration.template import template

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
    "default_programme",
    "read_programme",
    "template",
]
