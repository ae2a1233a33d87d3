"""Comparing two releases: what changed, from which records, and what is now counted differently."""

from areasend.statistics.changes.changes_table import changes_by_kind, changes_by_reason, changes_table, reason_text
from areasend.statistics.changes.comparing import (
    Changes,
    Difference,
    NotReproduced,
    PublishedFigure,
    Side,
    Standpoint,
    ValueChange,
    compare_releases,
    require_reasons,
)
from areasend.statistics.changes.deciding import DECIDING
from areasend.statistics.changes.explaining import Reason
from areasend.statistics.changes.move import ReasonKind, RecordChange

__all__ = [
    "DECIDING",
    "Changes",
    "Difference",
    "NotReproduced",
    "PublishedFigure",
    "Reason",
    "ReasonKind",
    "RecordChange",
    "Side",
    "Standpoint",
    "ValueChange",
    "changes_by_kind",
    "changes_by_reason",
    "changes_table",
    "compare_releases",
    "reason_text",
    "require_reasons",
]
