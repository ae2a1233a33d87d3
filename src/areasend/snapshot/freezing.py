"""Freezing: which records belong to a snapshot as at a date.

The rules of `docs/architecture.md`, "what numbers must obey": the period is by inspection date; `published_by` also
leaves out inspections whose report came later, and nothing else. A thematic visit is dated by its year alone, so it
belongs to a snapshot once that year has ended.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from areasend.framework import Framework, packaged_framework
from areasend.register import (
    RECORD_TYPES,
    Completeness,
    ContextFigure,
    Inspection,
    LocalArea,
    PrintedFigure,
    RecordType,
    Register,
    SurveyReturn,
    ThematicVisit,
    cell_text,
)
from areasend.snapshot.errors import CannotFreeze
from areasend.snapshot.model import LeftOut, Snapshot


def freeze(register: Register, framework: Framework, *, as_at: date, published_by: date | None = None) -> Snapshot:
    """The snapshot of a register as at a date. Raises `CannotFreeze` where the register cannot answer for that date."""
    whole = Snapshot(
        as_at=as_at,
        published_by=None,
        completeness=register.completeness,
        framework_versions=(),
        left_out=(),
        **{kind.name: _in_order(kind, getattr(register, kind.name)) for kind in RECORD_TYPES},
    )
    return _select(whole, framework, as_at=as_at, published_by=published_by)


def _in_order(kind: RecordType, records: Sequence[Any]) -> tuple[Any, ...]:
    """Records by their key and, where two share it, by their text, so that the order they came in never matters."""
    return tuple(sorted(records, key=lambda record: (kind.key(record), *_cells(kind, record))))


def _cells(kind: RecordType, record: Any) -> tuple[str, ...]:
    return tuple(cell_text(getattr(record, name)) for name in kind.heading)


def narrow(snapshot: Snapshot, *, as_at: date, published_by: date | None) -> Snapshot:
    """The same snapshot as at an earlier date, or with an earlier `published_by`; never a later one.

    Raises `CannotFreeze` when the snapshot was frozen too early to know, or could not have been frozen at that date.
    """
    if as_at > snapshot.as_at:
        raise CannotFreeze(
            f"The snapshot was frozen as at {snapshot.as_at} and cannot answer for {as_at}. Freeze a new one."
        )
    if snapshot.published_by is not None and (published_by is None or published_by > snapshot.published_by):
        raise CannotFreeze(
            f"The snapshot holds reports published by {snapshot.published_by} only. "
            f"Ask with --published-by {snapshot.published_by} or earlier, or freeze a new one."
        )
    return _select(snapshot, packaged_framework(), as_at=as_at, published_by=published_by)


def _select(snapshot: Snapshot, framework: Framework, *, as_at: date, published_by: date | None) -> Snapshot:
    _require(snapshot.completeness, framework, as_at=as_at, published_by=published_by)
    if not any(area.exists_on(as_at) for area in snapshot.local_areas):
        raise CannotFreeze(f"No local area exists on {as_at} in these records. Fill in local_areas.csv.")
    dates = Dates(as_at=as_at, published_by=published_by, complete_to=snapshot.completeness.complete_to)
    areas = tuple(area for area in snapshot.local_areas if belongs(area, dates))
    codes = {area.gss_code for area in areas}
    began = [entry for entry in snapshot.inspections if entry.gss_code in codes]
    held = tuple(entry for entry in began if belongs(entry, dates))
    held_ids = {entry.inspection_id for entry in held}
    left_out = [entry for entry in snapshot.left_out if dates.ended(entry)]
    left_out += [_left_out(entry) for entry in began if dates.ended(entry) and not dates.published(entry)]
    return replace(
        snapshot,
        as_at=as_at,
        published_by=published_by,
        framework_versions=tuple(version.id for version in framework.versions if version.valid_from <= as_at),
        left_out=tuple(sorted(left_out, key=lambda entry: entry.inspection_id)),
        local_areas=areas,
        area_names=tuple(entry for entry in snapshot.area_names if entry.gss_code in codes),
        inspections=held,
        findings=tuple(entry for entry in snapshot.findings if entry.inspection_id in held_ids),
        codings=tuple(entry for entry in snapshot.codings if entry.inspection_id in held_ids),
        adjudications=tuple(entry for entry in snapshot.adjudications if entry.inspection_id in held_ids),
        leadership_statements=tuple(
            entry for entry in snapshot.leadership_statements if entry.inspection_id in held_ids
        ),
        thematic_visits=tuple(v for v in snapshot.thematic_visits if belongs(v, dates) and v.gss_code in codes),
        survey_returns=tuple(entry for entry in snapshot.survey_returns if belongs(entry, dates)),
        context_figures=tuple(entry for entry in snapshot.context_figures if belongs(entry, dates)),
        printed_figures=tuple(entry for entry in snapshot.printed_figures if belongs(entry, dates)),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Dates:
    """The dates that decide which records a snapshot holds."""

    as_at: date
    published_by: date | None
    complete_to: date

    def ended(self, entry: Inspection | LeftOut) -> bool:
        """Whether the inspection ended by `as_at`, or lacks its dates and may have.

        Up to `complete_to` every inspection that had ended has its dates, so one without dates ended later.
        """
        if entry.inspection_end is not None:
            return entry.inspection_end <= self.as_at
        return self.as_at > self.complete_to

    def published(self, entry: Inspection) -> bool:
        """Whether its report counts."""
        if self.published_by is None:
            return True
        return entry.publication_date is not None and entry.publication_date <= self.published_by


def dates_of(snapshot: Snapshot) -> Dates:
    """The dates that a snapshot was frozen with."""
    return Dates(
        as_at=snapshot.as_at, published_by=snapshot.published_by, complete_to=snapshot.completeness.complete_to
    )


def belongs(record: Any, dates: Dates) -> bool:
    """Whether a record belongs to a snapshot with these dates; documents always do."""
    match record:
        case Inspection():
            return dates.ended(record) and dates.published(record)
        case LocalArea():
            return record.valid_from is None or record.valid_from <= dates.as_at
        case ThematicVisit():
            return date(record.year, 12, 31) <= dates.as_at
        case SurveyReturn() | ContextFigure():
            return record.period_end <= dates.as_at
        case PrintedFigure():
            return record.as_at <= dates.as_at
    return True


def _require(completeness: Completeness, framework: Framework, *, as_at: date, published_by: date | None) -> None:
    earliest = max(completeness.areas_from, framework.start)
    if as_at < earliest:
        raise CannotFreeze(
            f"The list of local areas holds from {earliest} on; a snapshot as at {as_at} would miss areas. "
            f"Use --as-at {earliest} or later."
        )
    last = framework.working_days.covers_to
    if as_at > last:
        raise CannotFreeze(f"The framework's calendar ends on {last}; {as_at} is later. Use an earlier --as-at.")
    if published_by is not None and published_by < framework.start:
        raise CannotFreeze(f"No report was published by {published_by}: the framework began on {framework.start}.")


def _left_out(entry: Inspection) -> LeftOut:
    return LeftOut(inspection_id=entry.inspection_id, inspection_end=entry.inspection_end)
