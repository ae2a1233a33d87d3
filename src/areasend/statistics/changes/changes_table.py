"""The changes as a table: one row for each figure that differs, for CSV with its description."""

from collections.abc import Iterator, Sequence

from areasend.statistics.area_columns import code, count_column, text
from areasend.statistics.changes.comparing import Changes, Difference, ValueChange
from areasend.statistics.figure import Figure, count
from areasend.statistics.markers import Marker
from areasend.statistics.periods import Period, long_date
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id

_COLUMNS = (
    code("figure_id", "Figure", "Id of the figure: table, row and column"),
    text("change", "Change", "changed, added, no longer published, or another period"),
    code("table_id", "Table", "Id of the table that the figure stands in"),
    text("label", "Label", "What the figure counts"),
    code("time_period", "Period", "First and last day of the period, ISO 8601", marked=True),
    Column(
        name="old_value",
        title="Old value",
        kind=ColumnKind.NUMBER,
        description="The figure in the earlier release",
        may_be_marked=True,
    ),
    Column(
        name="new_value",
        title="New value",
        kind=ColumnKind.NUMBER,
        description="The figure in this release",
        may_be_marked=True,
    ),
    Column(
        name="difference",
        title="Difference",
        kind=ColumnKind.NUMBER,
        description="New less old, where both are numbers of the same period",
        may_be_marked=True,
    ),
    text("reasons", "Reasons", "Why the value is another, with the number of records behind each reason", marked=True),
    text("records", "Records", "Ids of the records that explain it", marked=True),
    text("details", "Details", "Those records in words, and what happened to each", marked=True),
)


def changes_table(changes: Changes, period: Period) -> Table:
    """One row for each difference, in the order of the tables; `period` is that of the new release."""
    return Table(
        id="changes",
        title=(
            f"Changes from the release as at {long_date(changes.old.as_at)} "
            f"to the release as at {long_date(changes.new.as_at)}, England"
        ),
        description="One row for each figure that differs: old and new value, and the records that explain it",
        measure=Measure.INSPECTIONS,
        period=period,
        columns=_COLUMNS,
        rows=tuple(Row(key=change.id, cells=tuple(_cells(change))) for change in changes.values),
        notes=("A figure of another period is listed with both values; it is not the same figure, so none changed.",),
    )


def changes_by_kind(changes: Changes, period: Period) -> Table:
    """How many figures differ, and how."""
    rows = ((kind.value, [change.id for change in changes.of_kind(kind)]) for kind in Difference)
    table = "changes-by-kind"
    return Table(
        id=table,
        title="Figures that differ from those of the release before",
        description="Figures by how they stand to those of the release before",
        measure=Measure.INSPECTIONS,
        period=period,
        columns=(
            text("difference", "Difference", "How a figure stands to that of the release before"),
            count_column("figures", "Figures", "Figures that differ so"),
        ),
        rows=tuple(
            Row(
                key=name.replace(" ", "-"),
                cells=(name.capitalize(), _count(table, name, "figures", found, unit="figures")),
            )
            for name, found in rows
        ),
    )


def changes_by_reason(changes: Changes, period: Period) -> Table:
    """How many changed values rest on each kind of reason, and on how many records; a value can rest on several."""
    table = "changes-by-reason"
    rows = []
    for kind, values, records in changes.reasons():
        cells = (
            _count(table, kind.value, "values", values, unit="changed values"),
            _count(table, kind.value, "records", records, unit="records"),
        )
        rows.append(Row(key=kind.value.replace(" ", "-"), cells=(kind.value.capitalize(), *cells)))
    return Table(
        id=table,
        title="Changed values by reason",
        description="Changed values by the kind of reason that they rest on; a value can rest on several",
        measure=Measure.INSPECTIONS,
        period=period,
        columns=(
            text("reason", "Reason", "Why a value is another than before"),
            count_column("values", "Changed values", "Values that rest on it, alone or with others"),
            count_column("records", "Records", "Records behind these values"),
        ),
        rows=tuple(rows),
    )


def _count(table: str, row: str, column: str, found: Sequence[str], *, unit: str) -> Figure:
    return count(figure_id(table, row.replace(" ", "-"), column), f"{unit.capitalize()}: {row}", found, unit=unit)


def _cells(change: ValueChange) -> Iterator[Cell]:
    none = Marker.NOT_APPLICABLE
    records = [record for reason in change.reasons for record in reason.records]
    yield change.id
    yield change.kind.value
    yield change.table
    yield change.label
    yield change.period.iso if change.period is not None else none
    yield change.old if change.old is not None else none
    yield change.new if change.new is not None else none
    yield f"{change.difference:f}" if change.difference is not None else none
    yield "; ".join(reason_text(change)) or none
    yield "; ".join(dict.fromkeys(record.record for record in records)) or none
    yield "; ".join(dict.fromkeys(f"{record.name}: {record.detail}" for record in records)) or none


def reason_text(change: ValueChange) -> list[str]:
    """Each reason with the number of records behind it: `new inspection (28)`."""
    counted = [(reason.kind.value, len({record.record for record in reason.records})) for reason in change.reasons]
    return [f"{kind} ({records})" if records else kind for kind, records in counted]
