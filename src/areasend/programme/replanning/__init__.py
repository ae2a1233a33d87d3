"""A plan made again after something happened: pinned inspections stay, and as few others move as possible."""

from areasend.programme.replanning.changes import (
    Change,
    Closure,
    Inspected,
    LimitSet,
    TeamAway,
    changed_programme,
    changed_records,
    words_of,
)
from areasend.programme.replanning.reading import PIN_COLUMNS, read_changes, read_pins

__all__ = [
    "PIN_COLUMNS",
    "Change",
    "Closure",
    "Inspected",
    "LimitSet",
    "TeamAway",
    "changed_programme",
    "changed_records",
    "read_changes",
    "read_pins",
    "words_of",
]
