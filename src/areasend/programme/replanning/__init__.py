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
from areasend.programme.replanning.keeping import Gone
from areasend.programme.replanning.moves import Move
from areasend.programme.replanning.pins import PIN_COLUMNS, read_pins
from areasend.programme.replanning.reading import read_changes
from areasend.programme.replanning.replan import Replanned, replan
from areasend.programme.replanning.telling import MOVE_COLUMNS, moves_csv, moves_text, replan_headline

__all__ = [
    "MOVE_COLUMNS",
    "PIN_COLUMNS",
    "Change",
    "Clash",
    "Closure",
    "Gone",
    "Inspected",
    "LimitSet",
    "Move",
    "Replanned",
    "TeamAway",
    "changed_programme",
    "changed_records",
    "moves_csv",
    "moves_text",
    "read_changes",
    "read_pins",
    "replan",
    "replan_headline",
    "words_of",
]
