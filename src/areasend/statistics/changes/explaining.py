"""Why a figure has another value: the changed records that came into it, left it, or changed what it measures.

Every record that came into a counted figure or left it must be explained, by a change of
its own or by the dates of the release; a rest without an explanation is a bug of ours (`require_reasons`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from areasend.statistics.changes.deciding import LIFE, TIMED, WHOLE, Deciding, deciding
from areasend.statistics.changes.move import KINDS, Move, ReasonKind, RecordChange
from areasend.statistics.errors import ImpossibleFigure
from areasend.statistics.figure import Figure, Kind
from areasend.statistics.markers import Marker
from areasend.statistics.population import inspection_of

# In which columns of which tables a change restates a figure whose records stay. Intervals are drawn by area.
_RESTATED: Mapping[Kind, Mapping[str, frozenset[str]]] = {
    Kind.DAYS: {"inspections": TIMED},
    Kind.AGREEMENT: {"codings": frozenset({WHOLE}), "inspections": frozenset({"gss_code"})},
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One kind of reason with the changed records that it rests on; counting differently rests on none."""

    kind: ReasonKind
    records: tuple[RecordChange, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Explainer:
    """Explains the figures of two sets of tables, counted by the same version of areasend from two snapshots."""

    move: Move
    changes: tuple[RecordChange, ...]
    old: Mapping[str, Figure]
    new: Mapping[str, Figure]
    _before: dict[str, str] = field(default_factory=dict, init=False)
    _by_record: dict[tuple[str, str], list[RecordChange]] = field(default_factory=dict, init=False)
    _by_area: dict[tuple[str, str], list[RecordChange]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._before.update((now, was) for was, now in self.move.renamed.items())
        for change in self.changes:
            for record in change.ids:
                self._by_record.setdefault((change.table, record), []).append(change)
            for area in change.areas:
                self._by_area.setdefault((change.table, area), []).append(change)

    def reasons(self, wanted: str) -> tuple[Reason, ...]:
        """Why a figure that was counted on one side at least is not the same on both; grouped by kind."""
        table, row, column = parts(wanted)
        ground = deciding(table, column)
        beside = f"{table}.{row}.{ground.beside}" if ground.beside else wanted
        own = [change for record in self._about(ground, wanted) for change in self._of_record(ground, record)]
        if any(change.column == WHOLE and change.table == ground.listed for change in own):
            return grouped(own)
        found = [*own, *self._explained(ground, self.old.get(beside), self.new.get(beside), by_itself=bool(own))]
        if found or (not ground.of_inspection and wanted in self.old and wanted in self.new):
            return grouped(found)
        return self._of_row(ground, row)

    def _about(self, ground: Deciding, wanted: str) -> list[str]:
        """The records that a figure is about: that of its row's key, and those that are quoted there."""
        table, row, _ = parts(wanted)
        quoted = [held.get(f"{table}.{row}.{ground.quoting}") for held in (self.old, self.new)]
        quoted += [
            figure
            for figure in (self.old.get(wanted), self.new.get(wanted))
            if figure is not None and figure.kind is Kind.QUOTED
        ]
        return list(dict.fromkeys([row, *(record for figure in quoted if figure for record in figure.records)]))

    def _explained(
        self, ground: Deciding, old: Figure | None, new: Figure | None, *, by_itself: bool
    ) -> Iterator[RecordChange]:
        """What moved records in or out, or their times. Raises `ImpossibleFigure` where one moved without a change.

        `by_itself`: the row is about a record that changed, so that it may hold other records for no reason of theirs.
        """
        timed = [figure for figure in (old, new) if figure is not None and figure.kind is Kind.DAYS]
        moved = self._members(old, base=True) ^ self._members(new, base=True)
        if not timed:
            moved |= self._members(old, base=False) ^ self._members(new, base=False)
        for record in sorted(moved):
            found = self._of_record(ground, record) or self._of_dates(record)
            if not (found or by_itself or old is None or new is None):
                raise ImpossibleFigure(f"{new.id}: {record} came or went without any change that explains it")
            yield from found if self._counts(record, old, new) else ()
        restated = [figure for figure in (old, new) if figure is not None and figure.kind in _RESTATED]
        for figure in restated:
            members = self._members(figure, base=False) | self._members(figure, base=True)
            for record in sorted(members - moved):
                yield from self._restated(figure.kind, record) if self._counts(record, old, new) else ()

    def _restated(self, kind: Kind, record: str) -> Iterator[RecordChange]:
        """What makes a figure another though its records are the same."""
        for table, columns in _RESTATED[kind].items():
            yield from _in_columns(self._by_record.get((table, record), ()), columns)

    def _counts(self, record: str, old: Figure | None, new: Figure | None) -> bool:
        """Whether a record can have moved a figure: a shortest or longest time only from the edge."""
        if old is None or new is None or parts(new.id)[2] not in ("minimum", "maximum"):
            return True
        further = 1 if parts(new.id)[2] == "maximum" else -1
        before = self._before.get(record, record)
        sides = ((self.old, old, new, before), (self.new, new, old, record))
        return any(_beyond(held, own, other, name, further) for held, own, other, name in sides)

    def _members(self, figure: Figure | None, *, base: bool) -> set[str]:
        """The records of a figure, or of what it is a share or a middle of, under the ids that they have now."""
        if figure is None:
            return set()
        return {self.move.now(record) for record in (figure.base if base else figure.records)}

    def _of_record(self, ground: Deciding, record: str) -> list[RecordChange]:
        """The changes that can have moved a record in or out of a figure, or changed what it adds to it."""
        found = _in_columns(self._by_record.get((ground.listed, record), ()), ground.columns)
        if ground.compared and not any(change.column == WHOLE for change in found):
            found += self._compared(record)
        if ground.findings_of:
            found += _in_columns(self._by_record.get(("findings", record), ()), frozenset({WHOLE}))
            record = self._finding_of(ground, record)
        if ground.of_inspection:
            record = inspection_of(record)
            for name, columns in ground.of_inspection.items():
                found += _in_columns(self._by_record.get((name, record), ()), columns)
        for name, columns in (("inspections", ground.inspections), ("local_areas", ground.areas)):
            found += _in_columns(self._by_record.get((name, record), ()), columns)
        if self._is_area(record):
            found += _in_columns(self._by_area.get(("inspections", record), ()), ground.inspections)
            found += _in_columns(self._by_area.get(("thematic_visits", record), ()), ground.visits)
            if ground.findings_of == "areas":
                found += self._by_area.get(("findings", record), [])
        elif ("inspections", record) in self.move.before or ("inspections", record) in self.move.after:
            found += _in_columns(self._by_record.get(("local_areas", record[:9]), ()), ground.areas - LIFE)
        return found

    def _finding_of(self, ground: Deciding, record: str) -> str:
        """The inspection or the area with which a finding comes and goes; another record itself."""
        finding = self.move.after.get(("findings", record)) or self.move.before.get(("findings", record))
        if finding is None:
            return record
        inspection = self.move.now(finding.inspection_id)
        return inspection[:9] if ground.findings_of == "areas" else inspection

    def _compared(self, record: str) -> list[RecordChange]:
        """A printed figure goes from agreeing to differing with what ours beside it is made of."""
        return [change for reason in self.reasons(f"reconciliation.{record}.counted") for change in reason.records]

    def _is_area(self, record: str) -> bool:
        return ("local_areas", record) in self.move.before or ("local_areas", record) in self.move.after

    def _of_dates(self, record: str) -> list[RecordChange]:
        """A record that did not change itself came in or left because a date of the release moved."""
        if not self.move.frame:
            return []
        table = "local_areas" if self._is_area(record) else "inspections"
        return [
            RecordChange(
                kind=ReasonKind.FREEZE,
                table=table,
                record=record,
                name=self.move.name_of(record),
                column=WHOLE,
                detail="; ".join(self.move.frame),
                ids=(record,),
                areas=(record[:9],),
            )
        ]

    def _of_row(self, ground: Deciding, row: str) -> tuple[Reason, ...]:
        """Why a row came or went by no record of its own: a publication or a theme, or a year or a quarter.

        A row of agreement also comes and goes with the coders, and one of several quotations with the others.
        """
        listed = self._by_record.get(("documents", row), [])
        if ground.visits and not listed:
            listed = [change for change in self.changes if change.table == "thematic_visits"]
        if ground.of_inspection and not listed:
            every = {**ground.of_inspection, "inspections": ground.inspections, ground.listed: ground.columns}
            listed = [change for change in self.changes if change.column in every.get(change.table, ())]
        return grouped(listed) if listed or not self.move.frame else (Reason(kind=ReasonKind.FREEZE),)


def parts(figure_id: str) -> tuple[str, str, str]:
    """Table, row and column of a figure's id; the row may hold points.

    >>> parts("outcomes-by-region.london.total")
    ('outcomes-by-region', 'london', 'total')
    """
    table, _, rest = figure_id.partition(".")
    row, _, column = rest.rpartition(".")
    return table, row, column


def _in_columns(changes: Iterable[RecordChange], columns: frozenset[str]) -> list[RecordChange]:
    return [change for change in changes if change.column in columns]


def _beyond(figures: Mapping[str, Figure], own: Figure, other: Figure, record: str, further: int) -> bool:
    """Whether a record is at one side's edge or beyond that of the other, or the other side has no time at all."""
    if record not in own.base:
        return False
    days = figures[f"inspections.{record}.working_days_to_publication"].value
    if isinstance(other.value, Marker) or isinstance(days, Marker):
        return True
    return days == own.value or further * days > further * other.value


def grouped(changes: Iterable[RecordChange]) -> tuple[Reason, ...]:
    """Changes of records as reasons, one for each kind, each change once."""
    distinct = sorted(set(changes), key=lambda change: (change.record, change.column))
    return tuple(
        Reason(kind=kind, records=found)
        for kind in KINDS
        if (found := tuple(change for change in distinct if change.kind is kind))
    )
