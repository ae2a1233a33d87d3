"""The list of inspections, how long reports took to be published, and how complete the records are."""

from collections.abc import Sequence
from fractions import Fraction

from areasend.register import Inspection, LocalArea, Source
from areasend.statistics import area_columns as columns
from areasend.statistics.figure import Figure, Kind, count
from areasend.statistics.finding_tables import Findings, finding_columns, finding_counts, findings_by_inspection
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import ENGLAND, UNIT, label_column
from areasend.statistics.periods import Period, long_date
from areasend.statistics.population import Population, ids
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id


def inspections(population: Population) -> Table:
    """One row for each full inspection held, by its first day; those without dates come last."""
    areas, known = population.areas_by_code(), findings_by_inspection(population)
    return Table(
        id="inspections",
        title=f"Full inspections, England, {population.since_start}",
        description="Each full inspection once, with the address of its official report",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            columns.code("inspection_id", "Inspection", "Area code and first day"),
            columns.GSS_CODE,
            columns.LOCAL_AREA,
            columns.OFSTED_REGION,
            columns.ONS_REGION,
            columns.INSPECTION_START,
            columns.INSPECTION_END,
            columns.PUBLICATION_DATE,
            _days("working_days_to_publication", "Working days to publication", "After the last day on site"),
            columns.outcome_key("outcome_key", "Outcome key", population.framework),
            columns.text("outcome", "Outcome", "Outcome of the inspection", marked=True),
            *finding_columns("the report of the inspection", marked=True),
            columns.SOURCE,
            columns.REPORT_URL,
            columns.text("note", "Remark", "What a reader must know of this record", marked=True),
        ),
        rows=tuple(_inspection_row(population, areas[entry.gss_code], entry, known) for entry in _in_order(population)),
        notes=population.notes(),
    )


def _in_order(population: Population) -> tuple[Inspection, ...]:
    return population.snapshot.dated_inspections + population.snapshot.undated_inspections


def _inspection_row(population: Population, area: LocalArea, entry: Inspection, known: Findings) -> Row:
    absent = Marker.NOT_AVAILABLE
    label: Cell = population.version.outcome(entry.outcome).short_label if entry.outcome else absent
    cells: tuple[Cell, ...] = (
        entry.inspection_id,
        area.gss_code,
        area.name,
        area.ofsted_region,
        area.ons_region,
        entry.inspection_start or absent,
        entry.inspection_end or absent,
        entry.publication_date or absent,
        _working_days_figure(population, entry),
        entry.outcome or absent,
        label,
        *_finding_cells(entry, known),
        entry.source.value,
        entry.report_url or absent,
        entry.note or Marker.NOT_APPLICABLE,
    )
    start, end = entry.inspection_start, entry.inspection_end
    return Row(key=entry.inspection_id, cells=cells, period=Period(start, end) if start and end else None)


def _finding_cells(entry: Inspection, known: Findings) -> tuple[Cell, Cell]:
    key = entry.inspection_id
    if key not in known:
        return Marker.NOT_AVAILABLE, Marker.NOT_AVAILABLE
    return finding_counts("inspections", key, known[key], f"inspection {key}")


def _days(name: str, title: str, description: str) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.NUMBER, description=description, may_be_marked=True)


def _working_days_figure(population: Population, entry: Inspection) -> Figure:
    days = working_days_to_publication(population, entry)
    return Figure(
        id=figure_id("inspections", entry.inspection_id, "working_days_to_publication"),
        label=f"Working days from the last day of inspection {entry.inspection_id} to the publication of its report",
        kind=Kind.DAYS,
        unit="working days",
        value=Marker.NOT_AVAILABLE if days is None else days,
        records=(entry.inspection_id,),
    )


def working_days_to_publication(population: Population, entry: Inspection) -> int | None:
    """England's working days after the last day of the inspection, up to and with the day of publication.

    As the fact sheet counts them (domain, 4.3); None without both dates. Raises `OutsideCalendar`.
    """
    if entry.inspection_end is None or entry.publication_date is None:
        return None
    return population.framework.working_days.between(entry.inspection_end, entry.publication_date)


def working_days_table(population: Population) -> Table:
    """Minimum, median and maximum, by outcome and year of the inspection."""
    table, period = "working-days-to-publication", population.since_start
    held = population.inspections(period)
    groups: list[tuple[str, str, str, Period, Sequence[Inspection]]] = [
        ("Outcome", outcome.key, outcome.label, period, [entry for entry in held if entry.outcome == outcome.key])
        for outcome in population.outcomes
    ]
    groups += [
        ("Year", str(year.start.year), f"Calendar year {year.start.year}", year, population.inspections(year))
        for year in population.years()
    ]
    groups.append(("England", ENGLAND, "England", period, held))
    return Table(
        id=table,
        title=f"Working days from the end of the inspection to the publication of its report, England, {period}",
        description="Full inspections with both dates: the shortest, the middle and the longest time to publication",
        measure=Measure.INSPECTIONS,
        period=period,
        columns=(
            label_column("breakdown", "Breakdown", "What the rows are parted by"),
            label_column("group", "Group", "Outcome or calendar year of the inspection; England is the total"),
            Column(
                name="reports",
                title="Reports",
                kind=ColumnKind.COUNT,
                description="Full inspections with both dates recorded",
            ),
            _days("minimum", "Minimum (working days)", "Shortest time"),
            _days("median", "Median (working days)", "Middle time; the mean of the two in the middle if there are two"),
            _days("maximum", "Maximum (working days)", "Longest time"),
        ),
        rows=tuple(_working_days_row(population, *group) for group in groups),
        dimensions=2,
        notes=(*population.notes(), *working_days_notes(population)),
    )


def _working_days_row(
    population: Population, breakdown: str, key: str, name: str, period: Period, held: Sequence[Inspection]
) -> Row:
    table = "working-days-to-publication"
    timed = [(days, e) for e in held if (days := working_days_to_publication(population, e)) is not None]
    timed.sort(key=lambda pair: (pair[0], pair[1].inspection_id))
    base = ids([entry for _, entry in timed])
    where = f"{name}, England, {period}"
    reports = count(figure_id(table, key, "reports"), f"Full inspections with both dates, {where}", base, unit=UNIT)
    ordered = [days for days, _ in timed]
    cells = [
        _spread(table, key, "minimum", where, min(ordered, default=None), timed, base),
        _spread(table, key, "median", where, _median(ordered), timed, base),
        _spread(table, key, "maximum", where, max(ordered, default=None), timed, base),
    ]
    return Row(key=key, cells=(breakdown, name, reports, *cells), period=period)


def _median(ordered: Sequence[int]) -> Fraction | None:
    """The middle of sorted numbers, or the mean of the two in the middle."""
    if not ordered:
        return None
    return Fraction(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2], 2)


def _spread(
    table: str,
    key: str,
    column: str,
    where: str,
    value: int | Fraction | None,
    timed: Sequence[tuple[int, Inspection]],
    base: tuple[str, ...],
) -> Figure:
    exact = ids([entry for days, entry in timed if days == value])
    whole = value is None or Fraction(value).denominator == 1
    return Figure(
        id=figure_id(table, key, column),
        label=f"{column.capitalize()} of working days to publication, {where}",
        kind=Kind.DAYS,
        unit="working days",
        value=Marker.NOT_APPLICABLE if value is None else int(value) if whole else value,
        records=base if column == "median" else exact,
        base=base,
        places=0 if whole else 1,
    )


def working_days_notes(population: Population) -> tuple[str, ...]:
    """How days are counted, and the spans around elections in which no report was published.

    Each span is proved from the records before it is said.
    """
    published = [entry.publication_date for entry in population.snapshot.inspections if entry.publication_date]
    said = [
        f"No report in these records was published from {long_date(pause.first_day)} to {long_date(pause.last_day)}, "
        f"around the {pause.name}."
        for pause in population.framework.publication_pauses
        if published
        and min(published) < pause.first_day
        and pause.last_day < max(published)
        and not any(pause.first_day <= day <= pause.last_day for day in published)
    ]
    return (
        "Working days are Monday to Friday without England’s bank holidays, counted from the day after the inspection.",
        *said,
    )


def register_completeness(population: Population) -> Table:
    """What the records behind this release hold and lack."""
    table, when, held = "register-completeness", long_date(population.as_at), population.snapshot.inspections
    cut = population.snapshot.published_by
    by_then = cut if cut is not None else population.as_at
    groups = (
        ("held", "Full inspections held", ids(held)),
        ("report", "Read from the report and checked", ids([e for e in held if e.source is Source.REPORT])),
        ("secondary", "Taken from a public list, unchecked", ids([e for e in held if e.source is Source.SECONDARY])),
        ("undated", "Without recorded dates, in no period", ids(population.snapshot.undated_inspections)),
        ("no-outcome", "Without a recorded outcome", ids([e for e in held if e.outcome is None])),
        (
            "published-later",
            f"Report published after {long_date(by_then)}",
            ids([e for e in held if e.publication_date is not None and e.publication_date > by_then]),
        ),
        (
            "left-out",
            "Left out because the report came later",
            tuple(entry.inspection_id for entry in population.snapshot.left_out),
        ),
    )
    return Table(
        id=table,
        title=f"Records behind this release, England, as at {when}",
        description="How many full inspections the records hold, where they come from and what they lack",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            label_column("measure", "Measure", "What is counted"),
            Column(name="inspections", title="Full inspections", kind=ColumnKind.COUNT, description="Full inspections"),
        ),
        rows=tuple(
            Row(
                key=key,
                cells=(name, count(figure_id(table, key, "inspections"), f"{name}, as at {when}", found, unit=UNIT)),
            )
            for key, name, found in groups
        ),
        notes=(*population.notes(), population.snapshot.completeness.statement),
    )
