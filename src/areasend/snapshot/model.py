"""The frozen record set."""

from dataclasses import dataclass
from datetime import date

from areasend.register import (
    Adjudication,
    AreaName,
    Coder,
    Coding,
    Completeness,
    ContextFigure,
    Document,
    Finding,
    Inspection,
    LeadershipStatement,
    LocalArea,
    PrintedFigure,
    SurveyReturn,
    ThematicTopic,
    ThematicVisit,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """An inspection that only `published_by` keeps out, with its last day where it is recorded."""

    inspection_id: str
    inspection_end: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """The records as at `as_at`, sorted by their keys.

    `inspections` are those that ended on or before `as_at` and, if `published_by` is set, whose report was out by then;
    those without dates are held while it cannot be shown that they ended later. `left_out` are the inspections that
    only `published_by` keeps out, so that a release can say how many they are, at an earlier date too.
    """

    as_at: date
    published_by: date | None
    completeness: Completeness
    framework_versions: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    documents: tuple[Document, ...]
    local_areas: tuple[LocalArea, ...]
    area_names: tuple[AreaName, ...]
    inspections: tuple[Inspection, ...]
    findings: tuple[Finding, ...]
    thematic_visits: tuple[ThematicVisit, ...]
    survey_returns: tuple[SurveyReturn, ...]
    context_figures: tuple[ContextFigure, ...]
    printed_figures: tuple[PrintedFigure, ...]
    coders: tuple[Coder, ...] = ()
    codings: tuple[Coding, ...] = ()
    adjudications: tuple[Adjudication, ...] = ()
    thematic_topics: tuple[ThematicTopic, ...] = ()
    leadership_statements: tuple[LeadershipStatement, ...] = ()

    @property
    def existing_areas(self) -> tuple[LocalArea, ...]:
        """The local areas that exist on `as_at`; `local_areas` also holds those that have ended since."""
        return tuple(area for area in self.local_areas if area.exists_on(self.as_at))

    @property
    def dated_inspections(self) -> tuple[Inspection, ...]:
        return tuple(entry for entry in self.inspections if entry.inspection_end is not None)

    @property
    def undated_inspections(self) -> tuple[Inspection, ...]:
        return tuple(entry for entry in self.inspections if entry.inspection_end is None)
