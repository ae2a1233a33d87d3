"""A reading in its local area: which area that is, what the register says of it, and which inspection it was."""

from collections.abc import Sequence
from dataclasses import replace

from areasend.register import LocalArea
from areasend.reports.area_names import AreaNames
from areasend.reports.reading import NOT_FOUND, Origin, Place, Problem, Reading, Value


def found_in_area(reading: Reading, names: AreaNames) -> Reading:
    """In the area that the title page and the authority name; with a problem where that is not certain."""
    matched = names.area_of(reading.known("title_name"), reading.known("local_authority"))
    if matched.area is None or matched.reason:
        expected = "a local area of the register, named on the title page and by its authority"
        page = reading.page_of("title_name")
        problem = Problem(field="gss_code", page=page, expected=expected, found=matched.reason)
        reading = reading.with_problems(problem)
    title = reading.get("title_name")
    places = title.places if title and matched.area else ()
    code = matched.area.gss_code if matched.area else NOT_FOUND
    reading = reading.with_values(Value(field="gss_code", value=code, places=places, origin=Origin.REGISTER))
    return in_area(reading, matched.area, places)


def in_area(reading: Reading, area: LocalArea | None, places: Sequence[Place] = ()) -> Reading:
    """With what the register says of an area, which `places` name; `[x]` where it has no such area."""
    said = {
        "local_area": area.name if area else NOT_FOUND,
        "urn": area.ofsted_urn if area else NOT_FOUND,
        "la_code": area.dfe_la_code if area else NOT_FOUND,
        "ofsted_region": area.ofsted_region if area else NOT_FOUND,
        "ons_region": area.ons_region if area else NOT_FOUND,
    }
    values = (
        Value(field=name, value=value, places=tuple(places), origin=Origin.REGISTER) for name, value in said.items()
    )
    return identified(reading.with_values(*values))


def identified(reading: Reading) -> Reading:
    """With the id of its inspection: the area's code and the first day, where both are known."""
    code, start = reading.known("gss_code"), reading.known("inspection_start")
    name = f"{code}-{start}" if code and start else NOT_FOUND
    return reading.with_values(Value(field="inspection_id", value=name, origin=Origin.REGISTER))


def found_anew(reading: Reading, names: AreaNames) -> Reading:
    """In the area that the names have now, whatever was doubted of the one before."""
    kept = tuple(problem for problem in reading.problems if problem.field != "gss_code")
    return found_in_area(replace(reading, problems=kept), names)
