"""Rules of other names: each adds one, and a short name leads to one area only."""

from collections.abc import Iterator

from areasend.register.errors import Fault
from areasend.register.reading import Placed
from areasend.register.records import AreaName, NameKind
from areasend.register.rules.record_set import RecordSet, doubled, fault
from areasend.register.schema import AREA_NAMES

# Kinds that stand for the area itself; a former or other name may have belonged to an area from which several come.
_FOR_ONE_AREA = (NameKind.SHORT, NameKind.ABBREVIATION)


def names_are_other_names(records: RecordSet) -> Iterator[Fault]:
    """A name differs from those that its area has in local_areas.csv by more than case."""
    areas = records.areas_by_code()
    for placed in records.area_names:
        area = areas.get(placed.record.gss_code)
        if area is not None and placed.record.name.casefold() in _own(area.name, area.plain_name):
            rule = "the area has this name in local_areas.csv"
            yield fault(AREA_NAMES, placed, "name", rule=rule, remedy="Remove the row")


def names_stand_once(records: RecordSet) -> Iterator[Fault]:
    """No name stands twice for one area, whatever its kind and case."""
    yield from doubled(
        AREA_NAMES,
        records.area_names,
        "name",
        lambda entry: (entry.gss_code, entry.name.casefold()),
        "the area has this name already",
    )


def short_names_stand_for_one_area(records: RecordSet) -> Iterator[Fault]:
    """A short name or an abbreviation belongs to one area, and is no other area's own name."""
    owner = {
        name: placed.record.gss_code
        for placed in records.local_areas
        for name in _own(placed.record.name, placed.record.plain_name)
    }
    first: dict[str, Placed[AreaName]] = {}
    for placed in records.area_names:
        entry, name = placed.record, placed.record.name.casefold()
        if entry.kind not in _FOR_ONE_AREA:
            continue
        if owner.get(name, entry.gss_code) != entry.gss_code:
            rule = f"this is the name of {owner[name]} in local_areas.csv"
            yield fault(AREA_NAMES, placed, "name", rule=rule, remedy="Remove the row")
        earlier = first.setdefault(name, placed)
        if earlier.record.gss_code != entry.gss_code:
            other = f"{earlier.record.local_area} (row {earlier.row})"
            rule = f"a short name or abbreviation stands for one area, and this one for {other}"
            remedy = "Remove one of the rows, or call the name former or other"
            yield fault(AREA_NAMES, placed, "name", rule=rule, remedy=remedy)


def _own(*names: str) -> set[str]:
    return {name.casefold() for name in names}
