"""What changed from one release to the next: every published value that is another, with its reasons.

The old release is counted again from its frozen snapshot by this version of areasend and held against what it
published (point NB12 of the publishing checklist). Where the two differ, the value is counted differently now, and that
is its reason. The rest is explained by the records (`explaining`). Both sides are counted by the same version, so that
a difference of records and a difference of counting are never taken for each other.

Two figures with one id are the same figure if their periods begin on the same day: a count "since 2023" goes on, and a
quarter under way is filled. `outcomes-in-year` of another year is another figure, and is told as such, not as a change.
Quoted figures are held together by the record that is quoted, whatever its period.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from areasend.statistics.changes.explaining import Explainer, Reason, parts
from areasend.statistics.changes.move import KINDS, Move, ReasonKind, RecordChange
from areasend.statistics.changes.record_changes import record_changes
from areasend.statistics.errors import ImpossibleFigure
from areasend.statistics.figure import Figure
from areasend.statistics.periods import Period
from areasend.statistics.population import Population, Status
from areasend.statistics.table import Measure, Table

Value = int | Decimal | str


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedFigure:
    """A figure as a release published it; a marker is text in brackets."""

    id: str
    label: str
    value: Value


class Difference(StrEnum):
    """How a figure of one release stands to that of the other."""

    VALUE = "changed"
    ADDED = "added"
    REMOVED = "no longer published"
    PERIOD = "another period"


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueChange:
    """One figure that differs. `old` and `new` are its values as text, None where that release has none."""

    id: str
    kind: Difference
    label: str
    table: str
    period: Period | None
    old: str | None
    new: str | None
    reasons: tuple[Reason, ...]

    @property
    def difference(self) -> Decimal | None:
        """New less old, where both are numbers."""
        if self.kind is not Difference.VALUE or not (_is_number(self.old) and _is_number(self.new)):
            return None
        return Decimal(self.new or 0) - Decimal(self.old or 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class NotReproduced:
    """A figure that a release published otherwise than this version counts it from the frozen records."""

    id: str
    published: str | None
    counted: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Standpoint:
    """What one of the two releases says of itself."""

    as_at: date
    published_by: date | None
    complete_to: date
    status: Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """From one release to the next. `compared` is how many figures both have of the same period."""

    old: Standpoint
    new: Standpoint
    values: tuple[ValueChange, ...]
    records: tuple[RecordChange, ...]
    not_reproduced: tuple[NotReproduced, ...]
    titles: Mapping[str, str]
    compared: int

    def of_kind(self, kind: Difference) -> tuple[ValueChange, ...]:
        return tuple(change for change in self.values if change.kind is kind)

    @property
    def revised(self) -> frozenset[str]:
        """The ids of the figures whose value is another, for the same period."""
        return frozenset(change.id for change in self.of_kind(Difference.VALUE))

    def reasons(self) -> Iterator[tuple[ReasonKind, tuple[str, ...], tuple[str, ...]]]:
        """For each kind of reason: the ids of the changed values that rest on it, and those of the records."""
        for kind in KINDS:
            found = {
                change.id: reason.records
                for change in self.of_kind(Difference.VALUE)
                for reason in change.reasons
                if reason.kind is kind
            }
            if found:
                records = dict.fromkeys(record.record for held in found.values() for record in held)
                yield kind, tuple(found), tuple(records)


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """A population with its tables as this version counts them, and what was published of it, if it was."""

    population: Population
    tables: Sequence[Table]
    published: Mapping[str, PublishedFigure] | None = None
    figures: Mapping[str, Figure] = field(init=False)

    def __post_init__(self) -> None:
        figures = {figure.id: figure for table in self.tables for figure in table.figures()}
        object.__setattr__(self, "figures", figures)

    @property
    def standpoint(self) -> Standpoint:
        return Standpoint(
            as_at=self.population.as_at,
            published_by=self.population.snapshot.published_by,
            complete_to=self.population.complete_to,
            status=self.population.status,
        )

    def text(self, wanted: str) -> str | None:
        """The value as it was published; as it is counted where nothing was published of this side at all."""
        counted = self.figures.get(wanted)
        if self.published is None:
            return counted.text if counted is not None else None
        published = self.published.get(wanted)
        if published is None:
            return None
        return counted.text if counted is not None and counted.shown == published.value else f"{published.value}"

    def not_reproduced(self) -> Iterator[NotReproduced]:
        published = self.figures if self.published is None else self.published
        for wanted in dict.fromkeys((*self.figures, *published)):
            counted = self.figures.get(wanted)
            if self.text(wanted) != (counted.text if counted is not None else None):
                yield NotReproduced(
                    id=wanted, published=self.text(wanted), counted=counted.text if counted is not None else None
                )


def compare_releases(old: Side, new: Side) -> Changes:
    """Every change of a value from `old` to `new`, in the order of the tables."""
    move = Move(old=old.population.snapshot, new=new.population.snapshot, framework=new.population.framework)
    records = record_changes(move)
    explainer = Explainer(move=move, changes=records, old=old.figures, new=new.figures)
    odd = (*old.not_reproduced(), *new.not_reproduced())
    comparison = _Comparison(old=old, new=new, explainer=explainer, otherwise=frozenset(entry.id for entry in odd))
    values = tuple(comparison.changes())
    changes = Changes(
        old=old.standpoint,
        new=new.standpoint,
        values=values,
        records=records,
        not_reproduced=odd,
        titles={table.id: table.title for table in (*old.tables, *new.tables)},
        compared=sum(old.text(wanted) is not None and new.text(wanted) is not None for wanted in comparison.order())
        - sum(change.kind is Difference.PERIOD for change in values),
    )
    require_reasons(changes)
    return changes


@dataclass(frozen=True, kw_only=True, slots=True)
class _Comparison:
    old: Side
    new: Side
    explainer: Explainer
    otherwise: frozenset[str]

    def order(self) -> list[str]:
        """Every figure of both: table by table as the new release has them, the figures that are gone at the end."""
        sides = (self.new, self.old)
        every = dict.fromkeys(wanted for side in sides for wanted in (*side.figures, *(side.published or ())))
        tables = {table: number for number, table in enumerate(dict.fromkeys(parts(wanted)[0] for wanted in every))}
        return sorted(every, key=lambda wanted: tables[parts(wanted)[0]])

    def changes(self) -> Iterator[ValueChange]:
        periods = [dict(_periods(side.tables)) for side in (self.old, self.new)]
        labels = _labels(self.old) | _labels(self.new)
        for wanted in self.order():
            was, now = self.old.text(wanted), self.new.text(wanted)
            (before, _), (after, measure) = (held.get(wanted, (None, None)) for held in periods)
            other = before is not None and after is not None and before.start != after.start
            if other and measure is not Measure.QUOTED and was is not None and now is not None:
                kind = Difference.PERIOD
            elif was != now:
                kind = Difference.ADDED if was is None else Difference.REMOVED if now is None else Difference.VALUE
            else:
                continue
            yield ValueChange(
                id=wanted,
                kind=kind,
                label=labels[wanted],
                table=parts(wanted)[0],
                period=after or before,
                old=was,
                new=now,
                reasons=() if kind is Difference.PERIOD else self._reasons(wanted),
            )

    def _reasons(self, wanted: str) -> tuple[Reason, ...]:
        method = (Reason(kind=ReasonKind.METHOD),) if wanted in self.otherwise else ()
        counted = (self.old.figures.get(wanted), self.new.figures.get(wanted))
        texts = {figure.text if figure is not None else None for figure in counted}
        return (*self.explainer.reasons(wanted), *method) if len(texts) > 1 else method


def _periods(tables: Sequence[Table]) -> Iterator[tuple[str, tuple[Period, Measure]]]:
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                if isinstance(cell, Figure):
                    yield cell.id, (row.period or table.period, table.measure)


def _labels(side: Side) -> dict[str, str]:
    published = {wanted: entry.label for wanted, entry in (side.published or {}).items()}
    return published | {wanted: figure.label for wanted, figure in side.figures.items()}


def _is_number(text: str | None) -> bool:
    return text is not None and not text.startswith("[")


def require_reasons(changes: Changes) -> None:
    """Raises `ImpossibleFigure` with every difference that has no reason, or a reason that names no record.

    A way of counting has no record, and a row that appears empty because a date moved has none either.
    """
    faults = [f"{change.id} differs without a reason" for change in changes.values if not _has_reason(change)]
    faults += [
        f"{change.id}: the reason {reason.kind.value!r} names no record"
        for change in changes.of_kind(Difference.VALUE)
        for reason in change.reasons
        if reason.kind is not ReasonKind.METHOD and not reason.records
    ]
    if faults:
        raise ImpossibleFigure("; ".join(faults))


def _has_reason(change: ValueChange) -> bool:
    return change.kind is Difference.PERIOD or bool(change.reasons)
