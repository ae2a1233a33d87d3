"""The name of a record and the page about it, for lists of what a number counts."""

from collections.abc import Callable
from dataclasses import dataclass

from areasend.publication.wording import slug
from areasend.statistics import Counted, Figure, Marker, long_date


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
        known[row.key] = RecordText(name=name, address=f"areas/{slug(name)}/index.html")
    inspections = counted.table("inspections")
    for row in inspections.rows:
        named = inspections.named(row)
        area = known.get(str(named["gss_code"]), RecordText(name=str(named["local_area"]), address=""))
        start = named["inspection_start"]
        when = "dates not recorded" if isinstance(start, Marker | str | Figure) else long_date(start)
        known[row.key] = RecordText(name=f"{area.name}, {when}", address=area.address)
    return lambda record: known.get(record, RecordText(name=record, address=""))
