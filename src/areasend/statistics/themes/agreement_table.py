"""How far the coders agree, as a table: the measures of `themes.agreement` with their intervals.

Coders are compared on what they gave at first; what a person settled afterwards is no agreement of theirs.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from areasend.statistics.area_columns import number_column, text
from areasend.statistics.figure import Figure, Kind, count
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import label_column
from areasend.statistics.population import Population, ids, inspection_of
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id
from areasend.statistics.themes.coded import SHORT_SCOPES, CodedFindings, Scope, coded_findings, theme_notes
from areasend.themes.agreement import Agreement, Among, Estimate, WhyNot, agreement

TABLE = "theme-agreement"
# Resampling is drawn from this seed, so that a release comes out the same wherever it is built.
SEED = 2011
PLACES = 3
_MEASURES = (
    ("raw", "Raw agreement"),
    ("kappa", "Cohen’s kappa"),
    ("alpha", "Krippendorff’s alpha"),
    ("ac1", "Gwet’s AC1"),
)


def theme_agreement(population: Population) -> Table:
    """A row for each level, kind and theme of people together and of models together; pairs of them over all themes."""
    found = coded_findings(population)
    notes = list(theme_notes(population))
    rows = compared(found)
    reasons = [why.value for why in WhyNot if any(_has(row, why) for row in rows)]
    if reasons:
        notes.append(f"A measure or an interval that is not estimable is [z]. Why: {'. Or: '.join(reasons)}.")
    return Table(
        id=TABLE,
        title=f"Agreement between coders on themes, England, {population.since_start}",
        description="Raw agreement, kappa, alpha and AC1 on findings and on inspections, each with its 95% interval",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=tuple(_columns()),
        rows=tuple(_row(found, row) for row in rows),
        dimensions=5,
        notes=(
            *notes,
            _HOW,
        ),
    )


_HOW = (
    "A decision is whether a finding, or all findings of a kind in an inspection, has a theme. Intervals are for 95%, "
    "by drawing inspected areas again 2,000 times. Where coders differ in few areas, they are exact ones of the share "
    "of these areas."
)


def compared(found: CodedFindings) -> tuple[Agreement, ...]:
    """The agreement of the coders of a population; none where nobody coded."""
    units = found.counted_units
    coding = {coder for unit in units for coder in unit.codes}
    if not coding:
        return ()
    return agreement(
        units,
        found.codebook.keys,
        coders={str(entry.coder): entry.made_by.value for entry in found.coders if entry.coder in coding},
        inspections=ids(found.coded),
        with_apa=ids(found.asked),
        seed=SEED,
        pairs_in_detail=False,
    )


def _has(row: Agreement, why: WhyNot) -> bool:
    estimates = [getattr(row, name) for name, _ in _MEASURES]
    intervals = [estimate.interval for estimate in estimates if estimate.interval is not None]
    return any(held.why_not is why for held in (*estimates, *intervals))


def _columns() -> Iterator[Column]:
    yield label_column("level", "Level", "findings: each by itself; areas: all findings of a kind in an inspection")
    yield label_column("among", "Among", "Which inspections are looked at")
    yield label_column("coders", "Coders", "Keys of the coders that are compared")
    yield label_column("finding", "Kind of finding", "Area for improvement, for priority action, or both pooled")
    yield label_column("theme", "Theme", "Theme of the codebook, or all themes pooled")
    yield text("between", "Between", "people, models, or a person and a model")
    yield number_column("units", "Units", ColumnKind.COUNT, "Units that at least two of the coders coded")
    yield number_column("decisions", "Decisions", ColumnKind.COUNT, "Units times themes")
    for name, title in _MEASURES:
        yield number_column(
            name, title, ColumnKind.NUMBER, f"{title}; for more than two coders kappa is the mean of pairs"
        )
        yield number_column(f"{name}_low", f"{title}, low", ColumnKind.NUMBER, f"Lower end of the interval of {title}")
        yield number_column(
            f"{name}_high", f"{title}, high", ColumnKind.NUMBER, f"Upper end of the interval of {title}"
        )
    yield text("remark", "Remark", "What a reader of this row must know", marked=True)


def _row(found: CodedFindings, row: Agreement) -> Row:
    theme = found.codebook.theme(row.theme).name if row.theme else "All themes"
    kind = SHORT_SCOPES[Scope(row.kind)] if row.kind else "Both kinds"
    level = f"{row.level.value}-with-apa" if row.among is Among.WITH_APA else row.level.value
    # Keys of coders and themes have single hyphens alone.
    key = "--".join((level, *row.coders, row.kind or "both", row.theme or "all"))
    where = f"{theme}, {kind.lower()}, {row.level.value} of {row.among.value}, {' and '.join(row.coders)}"
    cells: list[Cell] = [row.level.value, row.among.value, "; ".join(row.coders), kind, theme, row.between.value]
    records = _inspections(row.unit_ids)
    cells.append(count(figure_id(TABLE, key, "units"), f"Units compared: {where}", row.unit_ids, unit="units"))
    cells.append(_value(key, "decisions", f"Decisions: {where}", row.decisions, records))
    for name, title in _MEASURES:
        rests_on = _inspections(row.answered_ids) if name == "ac1" else records
        cells += _measured(key, name, f"{title}: {where}", getattr(row, name), rests_on)
    cells.append(" ".join(row.notes) or Marker.NOT_APPLICABLE)
    return Row(key=key, cells=tuple(cells))


def _inspections(units: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(inspection_of, units)))


def _measured(key: str, name: str, label: str, estimate: Estimate, records: tuple[str, ...]) -> list[Cell]:
    if estimate.value is None:
        return [Marker.NOT_APPLICABLE] * 3
    interval = estimate.interval
    low, high = (interval.low, interval.high) if interval is not None else (None, None)
    return [
        _value(key, name, label, estimate.value, records),
        _value(key, f"{name}_low", f"{label}, lower end of the 95% interval", low, records),
        _value(key, f"{name}_high", f"{label}, upper end of the 95% interval", high, records),
    ]


def _value(key: str, column: str, label: str, value: Fraction | float | None, records: tuple[str, ...]) -> Cell:
    if value is None:
        return Marker.NOT_APPLICABLE
    exact: int | Fraction = value if isinstance(value, int | Fraction) else Fraction(Decimal(str(value)))
    return Figure(
        id=figure_id(TABLE, key, column),
        label=label,
        kind=Kind.AGREEMENT,
        unit="decisions" if isinstance(exact, int) else "agreement",
        value=exact,
        records=records,
        places=PLACES,
    )


__all__ = ["PLACES", "SEED", "TABLE", "compared", "theme_agreement"]
