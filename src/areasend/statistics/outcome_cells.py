"""The cells that tables of outcomes are made of: a count for each outcome, their total, their shares."""

from collections.abc import Sequence

from areasend.framework import Outcome
from areasend.register import Inspection
from areasend.statistics.figure import Figure, count, percent
from areasend.statistics.population import ids
from areasend.statistics.table import Column, ColumnKind, figure_id

UNIT = "full inspections"
ENGLAND = "england"

NO_TREND = (
    "Which areas are inspected when is not random, so years and regions must not be read as a trend or a ranking."
)


def outcome_columns(outcomes: Sequence[Outcome]) -> tuple[Column, ...]:
    """A column for each outcome in the framework's order, and their total."""
    named = (
        Column(
            name=outcome.key,
            title=outcome.label,
            kind=ColumnKind.COUNT,
            description=f"Full inspections with the outcome: {outcome.label}",
        )
        for outcome in outcomes
    )
    total = Column(
        name="total",
        title="Total",
        kind=ColumnKind.COUNT,
        description="Full inspections with a recorded outcome",
    )
    return (*named, total)


def outcome_counts(
    table: str, row: str, inspections: Sequence[Inspection], outcomes: Sequence[Outcome], where: str
) -> tuple[Figure, ...]:
    """The counts of one row. Inspections without a recorded outcome are in none of them."""
    figures = [
        count(
            figure_id(table, row, outcome.key),
            f"Full inspections with the outcome {outcome.short_label}, {where}",
            ids([entry for entry in inspections if entry.outcome == outcome.key]),
            unit=UNIT,
        )
        for outcome in outcomes
    ]
    recorded = ids([entry for entry in inspections if entry.outcome is not None])
    return (
        *figures,
        count(
            figure_id(table, row, "total"), f"Full inspections with a recorded outcome, {where}", recorded, unit=UNIT
        ),
    )


def share_columns(outcomes: Sequence[Outcome]) -> tuple[Column, ...]:
    return tuple(
        Column(
            name=f"{outcome.key}_pct",
            title=f"{outcome.label} (%)",
            kind=ColumnKind.NUMBER,
            description=f"Share of the inspections in the total with the outcome: {outcome.label}; rounded half up",
            may_be_marked=True,
        )
        for outcome in outcomes
    )


def outcome_shares(
    table: str, row: str, inspections: Sequence[Inspection], outcomes: Sequence[Outcome], where: str
) -> tuple[Figure, ...]:
    """The percentages of one row, of the inspections with a recorded outcome."""
    base = ids([entry for entry in inspections if entry.outcome is not None])
    return tuple(
        percent(
            figure_id(table, row, f"{outcome.key}_pct"),
            f"Share of full inspections with the outcome {outcome.short_label}, {where}",
            ids([entry for entry in inspections if entry.outcome == outcome.key]),
            base,
        )
        for outcome in outcomes
    )


def label_column(name: str, title: str, description: str) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.TEXT, description=description)
