"""The programme file: teams, terms, shapes of inspections, limits, and what must not be."""

from areasend.programme.configuration.capacity import named_limits
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
from areasend.programme.configuration.names import KnownAreas, Names
from areasend.programme.configuration.reading import read_programme
from areasend.programme.configuration.sheet import Sheet
from areasend.programme.configuration.template import template
from areasend.programme.configuration.toml import toml_tables

__all__ = [
    "AreaClosed",
    "AreaRule",
    "Days",
    "Done",
    "KnownAreas",
    "Limits",
    "Names",
    "OtherInspection",
    "Pin",
    "Programme",
    "RegionLimit",
    "Shape",
    "Sheet",
    "Team",
    "default_programme",
    "named_limits",
    "read_programme",
    "template",
    "toml_tables",
]
