"""The local areas as at a date: each one's latest outcome and what follows, and their totals by region."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from areasend.framework import Activity
from areasend.register import NameKind
from areasend.snapshot import version_of
from areasend.statistics import area_columns as columns
from areasend.statistics.area_columns import count_column
from areasend.statistics.figure import Figure, count, percent
from areasend.statistics.finding_tables import Findings, finding_columns, finding_counts, findings_by_inspection
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import ENGLAND, label_column
from areasend.statistics.periods import long_date
from areasend.statistics.population import Population, ids
from areasend.statistics.regions import ofsted_regions
from areasend.statistics.standing import Expectation, Stand, Standing, expectation, standings
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id

UNIT = "local areas"
_EXPECTED = (
    "Expected months follow from the framework at the time of the inspection; nothing is scheduled by them. "
    "They are counted from the last day of the inspection, or from publication where the rule starts at the report. "
    "That the rule starts on that day is not confirmed by its sources."
)
_PRESENT_FORM = (
    "Areas are taken in their present form: outcomes of predecessors, and those under the earlier framework, do not "
    "count for them."
)


def areas(population: Population) -> Table:
    """Every local area that exists on the date: what the map draws and what a reader looks up."""
    framework = population.framework
    names, known = _other_names(population), findings_by_inspection(population)
    return Table(
        id="areas",
        title=f"Local areas and their latest outcome, England, as at {long_date(population.as_at)}",
        description="Each local area once: its latest outcome or that it is not yet inspected, and what follows",
        measure=Measure.AREAS,
        period=population.since_start,
        columns=(
            columns.GSS_CODE,
            columns.LOCAL_AREA,
            columns.text("plain_name", "Plain name", "Name as used in a sentence"),
            columns.text("other_names", "Other names", "Short, former and other names in use", marked=True),
            columns.OFSTED_REGION,
            columns.ONS_REGION,
            columns.text("status", "Status", f"Whether the area was inspected by {long_date(population.as_at)}"),
            columns.outcome_key("latest_outcome_key", "Latest outcome key", framework),
            columns.text("latest_outcome", "Latest outcome", "Outcome of the latest full inspection", marked=True),
            columns.INSPECTION_START,
            columns.INSPECTION_END,
            columns.PUBLICATION_DATE,
            count_column(
                "full_inspections", "Full inspections", "Full inspections held for the area under this framework"
            ),
            *finding_columns("the report of the latest full inspection", marked=True),
            columns.text("next_full_inspection", "Next full inspection", "What the framework says", marked=True),
            columns.text(
                "next_full_inspection_expected", "Next full inspection expected", "Derived month", marked=True
            ),
            columns.text("monitoring_inspection", "Monitoring inspection", "What the framework says", marked=True),
            columns.text(
                "monitoring_inspection_expected", "Monitoring inspection expected", "Derived month", marked=True
            ),
            columns.text("plan", "Plan", "What the local area partnership is asked to write", marked=True),
            columns.text("thematic_visits", "Thematic visits", "Year and subject of the thematic visits recorded"),
            columns.text("predecessors", "Predecessors", "Areas that it was formed from", marked=True),
            columns.day(
                "in_present_form_since", "In present form since", "First day in the present form, where recent"
            ),
            columns.SOURCE,
            columns.REPORT_URL,
        ),
        rows=tuple(_area_row(population, standing, names, known) for standing in standings(population)),
        dimensions=2,
        notes=(*population.notes(), _PRESENT_FORM, _EXPECTED),
    )


def _area_row(population: Population, standing: Standing, names: Mapping[str, str], known: Findings) -> Row:
    area, latest = standing.area, standing.latest
    held = ids(standing.history)
    name = figure_id("areas", area.gss_code, "full_inspections")
    label = f"Full inspections of {area.plain_name} held, as at {long_date(population.as_at)}"
    cells: tuple[Cell, ...] = (
        area.gss_code,
        area.name,
        area.plain_name,
        names.get(area.gss_code, Marker.NOT_APPLICABLE),
        area.ofsted_region,
        area.ons_region,
        standing.stand.value,
        *_outcome_cells(population, standing),
        *_day_cells(standing),
        count(name, label, held, unit="full inspections"),
        *_finding_cells(population, standing, known),
        *_follow_up_cells(population, standing),
        _visits(population, area.gss_code),
        "; ".join(area.predecessors) or Marker.NOT_APPLICABLE,
        area.valid_from or Marker.NOT_APPLICABLE,
        latest.source.value if latest else _absent(standing),
        (latest.report_url or Marker.NOT_AVAILABLE) if latest else _absent(standing),
    )
    return Row(key=area.gss_code, cells=cells)


def _other_names(population: Population) -> dict[str, str]:
    """The other names of each area in one text; a former one says so, because it was that of a larger area."""
    names: dict[str, list[str]] = {}
    for entry in population.snapshot.area_names:
        former = " (former)" if entry.kind is NameKind.FORMER else ""
        names.setdefault(entry.gss_code, []).append(f"{entry.name}{former}")
    return {area: "; ".join(found) for area, found in names.items()}


def _absent(standing: Standing) -> Marker:
    return Marker.NOT_APPLICABLE if standing.stand is Stand.NOT_YET_INSPECTED else Marker.NOT_AVAILABLE


def _outcome_cells(population: Population, standing: Standing) -> tuple[Cell, Cell]:
    if standing.latest is None or standing.latest.outcome is None:
        return _absent(standing), _absent(standing)
    outcome = population.version.outcome(standing.latest.outcome)
    return outcome.key, outcome.short_label


def _day_cells(standing: Standing) -> tuple[Cell, Cell, Cell]:
    latest, absent = standing.latest, _absent(standing)
    if latest is None:
        return absent, absent, absent
    return latest.inspection_start or absent, latest.inspection_end or absent, latest.publication_date or absent


def _finding_cells(population: Population, standing: Standing, known: Findings) -> tuple[Cell, Cell]:
    """Of the latest inspection; those of earlier ones stand in the table inspections."""
    area, latest = standing.area, standing.latest
    if latest is None:
        return _absent(standing), _absent(standing)
    if latest.inspection_id not in known:
        return Marker.NOT_AVAILABLE, Marker.NOT_AVAILABLE
    where = f"latest full inspection of {area.plain_name}, as at {long_date(population.as_at)}"
    return finding_counts("areas", area.gss_code, known[latest.inspection_id], where)


def _follow_up_cells(population: Population, standing: Standing) -> tuple[Cell, ...]:
    latest, absent = standing.latest, _absent(standing)
    if latest is None or latest.outcome is None:
        return (absent,) * 5
    version = version_of(population.framework, latest)
    following = expectation(population.framework, latest, Activity.NEXT_FULL_INSPECTION)
    monitoring = expectation(population.framework, latest, Activity.MONITORING_INSPECTION)
    missing = Marker.NOT_AVAILABLE if version is None else Marker.NOT_APPLICABLE
    plan = version.plan(latest.outcome) if version is not None else None
    as_at = population.as_at
    asked = plan.action if plan is not None else missing
    return (*_expected(following, missing, as_at), *_expected(monitoring, missing, as_at), asked)


def _expected(found: Expectation | None, missing: Marker, as_at: date) -> tuple[Cell, Cell]:
    if found is None:
        return missing, missing
    if found.around is None:
        return found.rule, Marker.NOT_AVAILABLE
    return found.rule, f"{found.expected}{' (passed)' if found.around <= as_at else ''}"


def _visits(population: Population, area: str) -> str:
    visits = [visit for visit in population.snapshot.thematic_visits if visit.gss_code == area]
    return "; ".join(f"{visit.year}: {visit.theme}" for visit in visits) or "none recorded"


def areas_by_latest_outcome(population: Population) -> Table:
    """One count for each local area, by region: the measure that differs from inspections after a re-inspection."""
    table, when = "areas-by-latest-outcome", long_date(population.as_at)
    every = standings(population)

    def row(key: str, name: str, chosen: Sequence[Standing]) -> Row:
        counted = [
            _count(table, key, column, f"Local areas, {title}, {name}, as at {when}", [s for s in chosen if holds(s)])
            for column, title, holds in groups
        ]
        total = _count(table, key, "total", f"Local areas, {name}, as at {when}", chosen)
        return Row(key=key, cells=(name, *counted, total))

    groups = _groups(population)
    regions = ofsted_regions(population)
    rows = [row(region.key, region.name, [s for s in every if s.area.gss_code in region.codes]) for region in regions]
    named = (count_column(name, title, f"Local areas: {title}") for name, title, _ in groups)
    return Table(
        id=table,
        title=f"Local areas by latest outcome and Ofsted region, England, as at {when}",
        description="Each local area once, by the outcome of its latest full inspection",
        measure=Measure.AREAS,
        period=population.since_start,
        columns=(
            label_column("region", "Ofsted region", "Ofsted region; England is the total"),
            *named,
            count_column("total", "Total", "Local areas that exist on the date"),
        ),
        rows=(*rows, row(ENGLAND, "England", every)),
        notes=(*population.notes(), _PRESENT_FORM),
    )


def _not_established(standing: Standing) -> bool:
    return standing.stand in (Stand.NOT_ESTABLISHED, Stand.REPORT_LATER)


def _groups(population: Population) -> tuple[tuple[str, str, Callable[[Standing], bool]], ...]:
    def with_outcome(key: str) -> Callable[[Standing], bool]:
        return lambda standing: standing.latest is not None and standing.latest.outcome == key

    def standing_so(stand: Stand) -> Callable[[Standing], bool]:
        return lambda standing: standing.stand is stand

    return (
        *((outcome.key, outcome.label, with_outcome(outcome.key)) for outcome in population.outcomes),
        ("outcome_not_recorded", "Inspected, outcome not recorded", standing_so(Stand.OUTCOME_NOT_RECORDED)),
        ("not_established", "Not established: no recorded date, or report came later", _not_established),
        ("not_yet_inspected", "Not yet inspected", standing_so(Stand.NOT_YET_INSPECTED)),
    )


def _count(table: str, row: str, column: str, label: str, chosen: Sequence[Standing]) -> Figure:
    return count(figure_id(table, row, column), label, [standing.area.gss_code for standing in chosen], unit=UNIT)


def coverage(population: Population) -> Table:
    """How many of the local areas have had a full inspection in their present form."""
    table, when = "coverage", long_date(population.as_at)
    every = standings(population)

    def row(key: str, name: str, chosen: Sequence[Standing]) -> Row:
        def label(what: str) -> str:
            return f"Local areas {what}, {name}, as at {when}"

        inspected = [standing for standing in chosen if standing.is_inspected]
        open_ = [standing for standing in chosen if _not_established(standing)]
        not_yet = [standing for standing in chosen if standing.stand is Stand.NOT_YET_INSPECTED]
        share = percent(
            figure_id(table, key, "inspected_pct"),
            label("inspected at least once, share"),
            [standing.area.gss_code for standing in inspected],
            [standing.area.gss_code for standing in chosen],
        )
        cells = (
            _count(table, key, "local_areas", f"Local areas, {name}, as at {when}", chosen),
            _count(table, key, "inspected", label("inspected at least once"), inspected),
            _count(table, key, "not_established", label("not established"), open_),
            _count(table, key, "not_yet_inspected", label("not yet inspected"), not_yet),
            share,
        )
        return Row(key=key, cells=(name, *cells))

    regions = ofsted_regions(population)
    rows = [row(region.key, region.name, [s for s in every if s.area.gss_code in region.codes]) for region in regions]
    return Table(
        id=table,
        title=f"Local areas inspected under the framework, by Ofsted region, England, as at {when}",
        description="Local areas with at least one full inspection in their present form",
        measure=Measure.AREAS,
        period=population.since_start,
        columns=(
            label_column("region", "Ofsted region", "Ofsted region; England is the total"),
            count_column("local_areas", "Local areas", "Local areas that exist on the date"),
            count_column("inspected", "Inspected", "Local areas with at least one full inspection"),
            count_column(
                "not_established",
                "Not established",
                "Local areas with an inspection whose date is not recorded or whose report came later",
            ),
            count_column("not_yet_inspected", "Not yet inspected", "Local areas without a full inspection"),
            Column(
                name="inspected_pct",
                title="Inspected (%)",
                kind=ColumnKind.NUMBER,
                description="Share of the local areas inspected at least once; rounded half up",
                may_be_marked=True,
            ),
        ),
        rows=(*rows, row(ENGLAND, "England", every)),
        notes=(
            *population.notes(),
            "Inspected areas are not a random sample of areas: inspections follow a programme.",
        ),
    )
