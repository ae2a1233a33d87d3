"""Rules of local areas: distinct, in the framework's regions, with a life that makes sense."""

import re
import unicodedata
from collections.abc import Iterator

from areasend.register.errors import Fault
from areasend.register.rules.record_set import RecordSet, doubled, fault
from areasend.register.schema import LOCAL_AREAS


def areas_are_distinct(records: RecordSet) -> Iterator[Fault]:
    """No two local areas share a code or a name."""
    for column in ("gss_code", "name", "plain_name", "dfe_la_code", "ofsted_urn"):
        yield from doubled(
            LOCAL_AREAS,
            records.local_areas,
            column,
            lambda area, column=column: getattr(area, column),  # type: ignore[misc]  # bound now, not at the call
            f"another local area has this {column}",
        )


def areas_have_names_of_their_own(records: RecordSet) -> Iterator[Fault]:
    """Plain names differ by more than case and punctuation: each becomes a part of a web address."""
    for placed in records.local_areas:
        if re.search(r"[a-z]", _letters(placed.record.plain_name)) is None:
            rule = "no letter of the Latin alphabet, which a web address needs"
            yield fault(LOCAL_AREAS, placed, "plain_name", rule=rule, remedy="Write the name in Latin letters")
    lettered = [placed for placed in records.local_areas if _letters(placed.record.plain_name)]
    first = {placed.record.plain_name: placed for placed in reversed(lettered)}
    yield from doubled(
        LOCAL_AREAS,
        sorted(first.values(), key=lambda placed: placed.row),
        "plain_name",
        lambda area: _letters(area.plain_name),
        "another local area's plain_name differs in case or punctuation only",
    )


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)


def centres_lie_on_the_grid(records: RecordSet) -> Iterator[Fault]:
    """A centre point lies on the British National Grid: 700 km from west to east, 1,300 km from south to north."""
    for placed in records.local_areas:
        for column, limit in (("easting", 700_000), ("northing", 1_300_000)):
            if getattr(placed.record, column) > limit:
                rule = f"more than {limit:,} metres, off the British National Grid"
                yield fault(LOCAL_AREAS, placed, column, rule=rule, remedy="Correct it")


def areas_lie_in_regions(records: RecordSet) -> Iterator[Fault]:
    """Regions are the framework's, and the two of an area belong together."""
    known = {region.name for region in records.framework.ons_regions}
    for placed in records.local_areas:
        area = placed.record
        if area.ons_region not in known:
            yield fault(
                LOCAL_AREAS,
                placed,
                "ons_region",
                rule="not an ONS region",
                remedy=f"Use one of: {'; '.join(sorted(known))}",
            )
            continue
        expected = records.framework.ofsted_region_of(area.ons_region).name
        if area.ofsted_region != expected:
            yield fault(
                LOCAL_AREAS,
                placed,
                "ofsted_region",
                rule=f"the ONS region {area.ons_region} lies in the Ofsted region {expected}",
                remedy="Correct one of the two",
            )


def areas_have_a_sound_life(records: RecordSet) -> Iterator[Fault]:
    """An area does not end before it begins; one that has predecessors has a first day."""
    for placed in records.local_areas:
        area = placed.record
        if area.valid_from and area.valid_to and area.valid_to < area.valid_from:
            yield fault(
                LOCAL_AREAS, placed, "valid_to", rule=f"ends before it begins ({area.valid_from})", remedy="Correct it"
            )
        if area.name in area.predecessors:
            yield fault(
                LOCAL_AREAS,
                placed,
                "predecessors",
                rule="the area is its own predecessor",
                remedy="Name the area before",
            )
        if area.predecessors and area.valid_from is None:
            yield fault(
                LOCAL_AREAS,
                placed,
                "valid_from",
                rule="an area with predecessors needs the day on which it began",
                remedy="Fill in valid_from",
            )
