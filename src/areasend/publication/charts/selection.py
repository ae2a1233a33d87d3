"""The five charts of the statistics, each drawn from one table of the catalogue."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from areasend.publication.charts import titles
from areasend.publication.charts.chart import Chart
from areasend.publication.charts.shapes import Bar, Bars, Column, Columns, KeyEntry, Mark
from areasend.publication.palette import COUNT, LIMIT, LOOKS, Look
from areasend.publication.release import STATUS_TITLES, UNOFFICIAL, dates_text
from areasend.publication.wording import digits, number_text
from areasend.statistics import REVISED, Counted, Figure, Row, Status, Table

SOURCE = "Source: inspection reports of Ofsted and the Care Quality Commission."
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


def charts(counted: Counted) -> tuple[Chart, ...]:
    """Every chart, in the order of the pages; Figure 3 is the map and has a home of its own."""
    return (
        _outcomes_in_year(counted),
        outcomes_since_start(counted),
        _outcomes_by_region(counted),
        _areas_first_inspected(counted),
        _working_days(counted),
    )


def saying_revised(drawn: Iterable[Chart], revised: Collection[str]) -> Iterator[Chart]:
    """The charts; one that draws a revised figure says so, in the page and where it travels alone."""
    return (_saying(chart) if any(f.id in revised for f in chart.table.figures()) else chart for chart in drawn)


def _saying(chart: Chart) -> Chart:
    said = f"This chart draws revised values {REVISED}: its table says which."
    return replace(chart, notes=(*chart.notes, said), provenance=(said, *chart.provenance))


def _outcomes_in_year(counted: Counted) -> Chart:
    table = counted.table("outcomes-in-year")
    return Chart(
        id="figure-1",
        number="Figure 1",
        headline=titles.outcomes_title(counted, table, f"in {counted.as_at.year}"),
        subtitle=f"Full inspections by outcome, England, {counted.year}",
        alt=titles.outcomes_alt(counted, table, "One bar in parts, a part for each outcome"),
        notes=(),
        table=table,
        drawing=_stacked(counted, table),
        provenance=provenance(counted),
    )


def outcomes_since_start(counted: Counted) -> Chart:
    table = counted.table("outcomes-since-2023")
    return Chart(
        id="figure-2",
        number="Figure 2",
        headline=titles.outcomes_title(counted, table, titles.since(counted)),
        subtitle=f"Full inspections by outcome, England, {counted.since_start}",
        alt=titles.outcomes_alt(counted, table, "One bar in parts, a part for each outcome"),
        notes=(),
        table=table,
        drawing=_stacked(counted, table, shares=True),
        provenance=provenance(counted),
    )


def _outcomes_by_region(counted: Counted) -> Chart:
    table = counted.table("outcomes-by-region")
    return Chart(
        id="figure-4",
        number="Figure 4",
        headline=titles.regions_title(counted),
        subtitle=f"Full inspections by outcome and Ofsted region, England, {counted.since_start}",
        alt=titles.outcomes_alt(counted, table, "A bar for each Ofsted region, with a part for each outcome"),
        notes=(
            "Regions stand in the order of their names. Bars are counts; the number of inspections is in brackets.",
        ),
        table=table,
        drawing=_stacked(counted, table, whole=False),
        provenance=provenance(counted),
    )


def _areas_first_inspected(counted: Counted) -> Chart:
    table = counted.table("areas-first-inspected")
    last = table.rows[-1]
    reached, areas = table.figure(last.key, "cumulative"), table.figure(last.key, "local_areas")
    return Chart(
        id="areas-first-inspected",
        number="Figure 5",
        headline=titles.first_inspected_title(counted, reached, areas),
        subtitle=f"Local areas with at least one full inspection by the end of each quarter, England, {table.period}",
        alt=titles.first_inspected_alt(counted, table),
        notes=("The line is the number of local areas. It is not a target, and nothing is projected.",),
        table=table,
        drawing=Columns(
            columns=tuple(_column(table, row) for row in table.rows),
            line=mark_of(areas, LIMIT),
            key=(
                KeyEntry(label="Local areas inspected at least once", look=COUNT),
                KeyEntry(label=f"{digits(areas)} local areas", look=LIMIT, is_line=True),
            ),
        ),
        provenance=provenance(counted),
    )


def _working_days(counted: Counted) -> Chart:
    table = counted.table("reports-by-working-days")
    bars = tuple(
        Bar(label=str(row.cells[0]), marks=(mark_of(table.figure(row.key, "reports"), COUNT),))
        for row in table.rows[:-1]
    )
    reports = digits(table.figure(titles.ENGLAND, "reports"))
    return Chart(
        id="working-days",
        number="Figure 6",
        headline=titles.working_days_title(counted),
        subtitle=f"Reports by working days from the end of the inspection to publication, England, {table.period}",
        alt=titles.working_days_alt(counted),
        notes=(),
        table=table,
        drawing=Bars(bars=bars, key=(KeyEntry(label=f"Reports ({reports})", look=COUNT),)),
        provenance=provenance(counted),
    )


def _stacked(counted: Counted, table: Table, *, whole: bool = True, shares: bool = False) -> Bars:
    """A bar for each row, England only as the one bar of a table that has no other (`whole`)."""
    rows = [row for row in table.rows if whole or row.key != titles.ENGLAND]
    outcomes = counted.version.outcomes
    return Bars(
        bars=tuple(
            Bar(
                label=f"{row.cells[0]} ({digits(table.figure(row.key, 'total'))})",
                marks=tuple(_outcome_mark(table, row, outcome.key, shares=shares) for outcome in outcomes),
            )
            for row in rows
        ),
        key=tuple(KeyEntry(label=outcome.short_label, look=LOOKS[outcome.key]) for outcome in outcomes),
    )


def _outcome_mark(table: Table, row: Row, outcome: str, *, shares: bool) -> Mark:
    """A share is printed with its count, and not at all where its base calls for caution (CH20)."""
    figure = table.figure(row.key, outcome)
    share = table.figure(row.key, f"{outcome}_pct") if shares else None
    if share is None or share.needs_caution:
        return mark_of(figure, LOOKS[outcome])
    return mark_of(figure, LOOKS[outcome], longer=f"{digits(figure)} ({number_text(share)})")


def _column(table: Table, row: Row) -> Column:
    return Column(mark=mark_of(table.figure(row.key, "cumulative"), COUNT), group=row.key.split("-")[0])


def mark_of(figure: Figure, look: Look, *, longer: str = "") -> Mark:
    """The count as it is drawn: the number of its records."""
    return Mark(figure=figure.id, value=len(figure.records), label=digits(figure), look=look, longer=longer)


def provenance(counted: Counted) -> tuple[str, ...]:
    """What a picture that travels alone must say of itself."""
    status = "" if counted.status is Status.COMPLETE else f" {STATUS_TITLES[counted.status]}"
    return (f"{dates_text(counted)}{status}", SOURCE, LICENCE, UNOFFICIAL)
