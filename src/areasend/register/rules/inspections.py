"""Rules of inspections and thematic visits: known areas and outcomes, dates in order, nothing twice."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from areasend.register.errors import Fault
from areasend.register.reading import Placed
from areasend.register.records import Inspection, LocalArea, Source
from areasend.register.rules.record_set import RecordSet, doubled, fault
from areasend.register.schema import (
    ADJUDICATIONS,
    AREA_NAMES,
    CODINGS,
    FINDINGS,
    INSPECTIONS,
    LEADERSHIP_STATEMENTS,
    LOCAL_AREAS,
    THEMATIC_VISITS,
)

# A full inspection is on site for a week, or two with the off-site days; more than this is a slip of the pen.
LONGEST_INSPECTION = timedelta(days=31)


def areas_are_known(records: RecordSet) -> Iterator[Fault]:
    """Every area that a record is about is a local area, under the name it has there."""
    if LOCAL_AREAS.name in records.unread:
        return
    areas = records.areas_by_code()
    for kind, rows in (
        (AREA_NAMES, records.area_names),
        (INSPECTIONS, records.inspections),
        (FINDINGS, records.findings),
        (THEMATIC_VISITS, records.thematic_visits),
        (CODINGS, records.codings),
        (ADJUDICATIONS, records.adjudications),
        (LEADERSHIP_STATEMENTS, records.leadership_statements),
    ):
        for placed in rows:
            area = areas.get(placed.record.gss_code)
            if area is None:
                yield fault(
                    kind,
                    placed,
                    "gss_code",
                    rule="no local area of the register has this code",
                    remedy="Correct the code, or add the area to local_areas.csv",
                )
            elif area.name != placed.record.local_area:
                yield fault(
                    kind,
                    placed,
                    "local_area",
                    rule=f"{area.gss_code} is {area.name} in local_areas.csv",
                    remedy="Correct the code or the name",
                )


def outcomes_are_known(records: RecordSet) -> Iterator[Fault]:
    """An outcome is one of the framework's, by its key."""
    known = [outcome.key for outcome in records.framework.versions[-1].outcomes]
    for placed in records.inspections:
        if placed.record.outcome is not None and placed.record.outcome not in known:
            yield fault(
                INSPECTIONS,
                placed,
                "outcome",
                rule="not an outcome of the framework",
                remedy=f"Use one of: {', '.join(known)}",
            )


def dates_are_in_order(records: RecordSet) -> Iterator[Fault]:
    """Start, end and publication follow one another, under this framework; start and end are both there or neither."""
    for placed in records.inspections:
        entry = placed.record
        start, end, published = entry.inspection_start, entry.inspection_end, entry.publication_date
        if (start is None) != (end is None):
            missing = "inspection_start" if start is None else "inspection_end"
            yield fault(
                INSPECTIONS, placed, missing, rule="one of the two dates is missing", remedy="Fill in both or neither"
            )
        if start is None and end is None and published is None:
            rule = "a record without any date cannot be told from another"
            yield fault(INSPECTIONS, placed, "publication_date", rule=rule, remedy="Fill in at least one of the dates")
        first, column = (start, "inspection_start") if start is not None else (published, "publication_date")
        if first is not None and first < records.framework.start:
            rule = f"before the framework began on {records.framework.start}"
            remedy = "Leave out inspections under the earlier framework"
            yield fault(INSPECTIONS, placed, column, rule=rule, remedy=remedy)
        if start is not None and end is not None and end < start:
            rule = f"the inspection ends before it starts ({start})"
            yield fault(INSPECTIONS, placed, "inspection_end", rule=rule, remedy="Correct one of the dates")
        elif start is not None and end is not None and end - start > LONGEST_INSPECTION:
            rule = f"longer than {LONGEST_INSPECTION.days} days after the start ({start})"
            yield fault(INSPECTIONS, placed, "inspection_end", rule=rule, remedy="Correct one of the dates")
        last = end or start
        if last is not None and published is not None and published <= last:
            rule = f"published on or before the last day of the inspection ({last})"
            yield fault(INSPECTIONS, placed, "publication_date", rule=rule, remedy="Correct one of the dates")


def checked_records_are_whole(records: RecordSet) -> Iterator[Fault]:
    """A record read from its report and checked has its dates and its outcome; its address is in no report."""
    for placed in records.inspections:
        if placed.record.source is not Source.REPORT:
            continue
        for column in ("inspection_start", "inspection_end", "outcome"):
            if getattr(placed.record, column) is None:
                rule = "missing, although the record is marked as read from its report"
                yield fault(INSPECTIONS, placed, column, rule=rule, remedy="Fill it in, or set source to secondary")


def the_register_is_as_complete_as_it_says(records: RecordSet) -> Iterator[Fault]:
    """Up to `complete_to`, every inspection has its dates and its outcome."""
    if records.completeness is None:
        return
    claim = records.completeness.complete_to
    for placed in records.inspections:
        entry = placed.record
        known_by = entry.inspection_end or entry.publication_date
        if known_by is None or known_by > claim:
            continue
        for column in ("inspection_start", "outcome"):
            if getattr(entry, column) is None:
                rule = f"missing, although register.toml says that the register is complete to {claim}"
                yield fault(INSPECTIONS, placed, column, rule=rule, remedy="Fill it in, or move complete_to back")


def dates_are_in_the_calendar(records: RecordSet) -> Iterator[Fault]:
    """No date lies after the calendar of working days, which would stop the count of days to publication."""
    last = records.framework.working_days.covers_to
    for placed in records.inspections:
        for column in ("inspection_start", "inspection_end", "publication_date"):
            day = getattr(placed.record, column)
            if day is not None and day > last:
                rule = f"later than {last}, where the framework's calendar of working days ends"
                yield fault(INSPECTIONS, placed, column, rule=rule, remedy="Correct the year")


def areas_existed(records: RecordSet) -> Iterator[Fault]:
    """No area is inspected or visited before it existed in its present form, or after it ended."""
    areas = records.areas_by_code()
    for placed in records.inspections:
        area, entry = areas.get(placed.record.gss_code), placed.record
        day = entry.inspection_start or entry.publication_date
        if area is not None and day is not None and not area.exists_on(day):
            column = "inspection_start" if entry.inspection_start else "publication_date"
            rule = f"{area.name} exists {_life(area)}"
            remedy = "Correct the date, or name the area that was inspected"
            yield fault(INSPECTIONS, placed, column, rule=rule, remedy=remedy)
    for visit in records.thematic_visits:
        area = areas.get(visit.record.gss_code)
        if area is not None and not _exists_in(area, visit.record.year):
            rule = f"{area.name} exists {_life(area)}"
            yield fault(THEMATIC_VISITS, visit, "year", rule=rule, remedy="Correct the year or the area")


def _exists_in(area: LocalArea, year: int) -> bool:
    began = area.valid_from is None or area.valid_from.year <= year
    return began and (area.valid_to is None or year <= area.valid_to.year)


def _life(area: LocalArea) -> str:
    since = f"from {area.valid_from}" if area.valid_from else "from long ago"
    return f"{since} to {area.valid_to}" if area.valid_to else since


def inspections_are_distinct(records: RecordSet) -> Iterator[Fault]:
    """No inspection stands twice, and no report belongs to two inspections."""
    yield from doubled(
        INSPECTIONS,
        records.inspections,
        "inspection_start",
        lambda entry: entry.inspection_id,
        "the inspection stands twice",
    )
    with_report = [placed for placed in records.inspections if placed.record.report_url is not None]
    yield from doubled(
        INSPECTIONS,
        with_report,
        "report_url",
        lambda entry: entry.report_url,
        "the report belongs to another inspection",
    )


def inspections_do_not_overlap(records: RecordSet) -> Iterator[Fault]:
    """Two inspections of one area are never on site at the same time."""
    by_area: dict[str, list[Placed[Inspection]]] = defaultdict(list)
    for placed in records.inspections:
        if placed.record.inspection_start is not None and placed.record.inspection_end is not None:
            by_area[placed.record.gss_code].append(placed)
    for rows in by_area.values():
        rows.sort(key=lambda placed: (str(placed.record.inspection_start), placed.row))
        latest = rows[0]
        for placed in rows[1:]:
            start, end = placed.record.inspection_start, latest.record.inspection_end
            same = placed.record.inspection_id == latest.record.inspection_id
            if start is not None and end is not None and start <= end and not same:
                rule = f"overlaps the inspection of row {latest.row}, which ends on {end}"
                yield fault(
                    INSPECTIONS, placed, "inspection_start", rule=rule, remedy="Correct the dates of one of them"
                )
            latest = max(latest, placed, key=lambda row: str(row.record.inspection_end))


def visits_are_distinct(records: RecordSet) -> Iterator[Fault]:
    """An area is visited once for a theme in a year; the year is one in which the framework was in force."""
    yield from doubled(
        THEMATIC_VISITS,
        records.thematic_visits,
        "gss_code",
        lambda visit: (visit.year, visit.theme, visit.gss_code),
        "the visit stands twice",
    )
    for placed in records.thematic_visits:
        if not records.framework.start.year <= placed.record.year <= 2100:
            rule = f"before the framework began in {records.framework.start.year}, or after 2100"
            yield fault(THEMATIC_VISITS, placed, "year", rule=rule, remedy="Correct the year")
