"""The record set that rules look at, and the shape of what they say of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from areasend.framework import Framework
from areasend.register.coding_records import Adjudication, Coder, Coding, LeadershipStatement, ThematicTopic
from areasend.register.columns import cell_text
from areasend.register.errors import Fault
from areasend.register.reading import Placed
from areasend.register.records import (
    AreaName,
    Completeness,
    ContextFigure,
    Document,
    Finding,
    Inspection,
    LocalArea,
    PrintedFigure,
    SurveyReturn,
    ThematicVisit,
)
from areasend.register.schema import RecordType


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordSet:
    """All records of one folder, each with its row, before they are known to be sound.

    `unread` names the record types whose file is missing or unreadable, `partly_read` those of whose rows some could
    not be read: no rule may conclude from what is not there.
    """

    documents: tuple[Placed[Document], ...]
    local_areas: tuple[Placed[LocalArea], ...]
    area_names: tuple[Placed[AreaName], ...]
    inspections: tuple[Placed[Inspection], ...]
    findings: tuple[Placed[Finding], ...]
    thematic_visits: tuple[Placed[ThematicVisit], ...]
    survey_returns: tuple[Placed[SurveyReturn], ...]
    context_figures: tuple[Placed[ContextFigure], ...]
    printed_figures: tuple[Placed[PrintedFigure], ...]
    coders: tuple[Placed[Coder], ...] = ()
    codings: tuple[Placed[Coding], ...] = ()
    adjudications: tuple[Placed[Adjudication], ...] = ()
    thematic_topics: tuple[Placed[ThematicTopic], ...] = ()
    leadership_statements: tuple[Placed[LeadershipStatement], ...] = ()
    completeness: Completeness | None
    framework: Framework
    unread: frozenset[str] = frozenset()
    partly_read: frozenset[str] = frozenset()

    def is_whole(self, kind: RecordType) -> bool:
        """Whether every row of the file was read."""
        return kind.name not in self.unread | self.partly_read

    def areas_by_code(self) -> dict[str, LocalArea]:
        return {entry.record.gss_code: entry.record for entry in self.local_areas}


Rule = Callable[[RecordSet], Iterator[Fault]]


def fault(kind: RecordType, placed: Placed[Any], column: str, *, rule: str, remedy: str, value: object = None) -> Fault:
    shown = getattr(placed.record, column, "") if value is None else value
    return Fault(
        file=kind.file,
        row=placed.row,
        column=column,
        value=cell_text(shown),
        rule=rule,
        remedy=remedy,
    )


def doubled(
    kind: RecordType, rows: Iterable[Placed[Any]], column: str, key: Callable[[Any], object], rule: str
) -> Iterator[Fault]:
    first: dict[object, int] = {}
    for placed in rows:
        row = first.setdefault(key(placed.record), placed.row)
        if row != placed.row:
            yield fault(
                kind, placed, column, rule=f"{rule} (first on row {row})", remedy="Remove or correct one of the rows"
            )
