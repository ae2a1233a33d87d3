"""The name of a record and the page about it, for lists of what a number counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from areasend.publication.addresses import area_address
from areasend.statistics import Cell, Counted, Figure, Marker, long_date

_FINDINGS = {
    "areas_for_improvement": "area for improvement",
    "areas_for_priority_action": "area for priority action",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordText:
    """`address` is from the root of the release, or empty."""

    name: str
    address: str


def record_names(counted: Counted) -> Callable[[str], RecordText]:
    """A function from a record's id to its name and the page about it; ids of other records name themselves."""
    known: dict[str, RecordText] = {}
    areas = counted.table("areas")
    for row in areas.rows:
        name = str(areas.named(row)["plain_name"])
        known[row.key] = RecordText(name=name, address=area_address(name))
    inspections = counted.table("inspections")
    for row in inspections.rows:
        named = inspections.named(row)
        area = known.get(str(named["gss_code"]), RecordText(name=str(named["local_area"]), address=""))
        start = named["inspection_start"]
        when = "dates not recorded" if isinstance(start, Marker | str | Figure) else long_date(start)
        inspection = RecordText(name=f"{area.name}, {when}", address=area.address)
        known |= {row.key: inspection, **_findings(named, inspection), **_together(row.key, inspection)}
    return lambda record: known.get(record, RecordText(name=record, address=""))


def _together(record: str, inspection: RecordText) -> dict[str, RecordText]:
    """Every finding of a kind in an inspection, where they are one record."""
    return {
        f"{record}-{kind}": RecordText(name=f"{inspection.name}: its {words}", address=inspection.address)
        for kind, words in (("afi", "areas for improvement"), ("apa", "areas for priority action"))
    }


def _findings(named: Mapping[str, Cell], inspection: RecordText) -> dict[str, RecordText]:
    """The findings that the row of an inspection counts, numbered as in its report."""
    return {
        record: RecordText(name=f"{inspection.name}: {noun} {number}", address=inspection.address)
        for column, noun in _FINDINGS.items()
        if isinstance(cell := named[column], Figure)
        for number, record in enumerate(cell.records, 1)
    }
