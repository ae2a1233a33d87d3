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
from areasend.programme.replanning.clashes import Clash
from areasend.programme.replanning.moves import Move
from areasend.programme.replanning.reading import PIN_COLUMNS, read_changes, read_pins
from areasend.programme.replanning.replan import Replanned, replan

__all__ = [
    "PIN_COLUMNS",
    "Change",
    "Clash",
    "Closure",
    "Inspected",
    "LimitSet",
    "Move",
    "Replanned",
    "TeamAway",
    "changed_programme",
    "changed_records",
    "read_changes",
    "read_pins",
    "replan",
    "words_of",
]
