"""The packaged local areas are those of ../shared/facts, value by value."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from areasend.register import cell_text, packaged_register

SHARED = Path(__file__).parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
AREAS = packaged_register().local_areas


@needs_shared
def test_the_areas_are_those_of_the_facts_value_by_value():
    with (SHARED / "facts" / "local_areas.csv").open(encoding="utf-8", newline="") as table:
        facts = sorted(csv.DictReader(table), key=lambda row: row["gss_code"])
    ours = [{name: cell_text(getattr(area, name)) for name in facts[0]} for area in AREAS]
    assert ours == facts


def test_there_are_153_local_areas():
    assert len(AREAS) == 153


def test_the_areas_are_of_the_kinds_that_the_codes_say():
    # ONS codes: E06 unitary authorities, E08 metropolitan districts, E09 London boroughs with the City, E10 counties.
    kinds = {"E06": "unitary_authority", "E08": "metropolitan_district", "E09": "london_borough", "E10": "county"}
    assert all(area.authority_type == kinds[area.gss_code[:3]] for area in AREAS)
    assert Counter(area.gss_code[:3] for area in AREAS) == {"E06": 63, "E08": 36, "E09": 33, "E10": 21}


def test_areas_stand_in_the_order_of_their_codes():
    codes = [area.gss_code for area in AREAS]
    assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("name", "began", "predecessors"),
    [
        ("Bournemouth, Christchurch and Poole", date(2019, 4, 1), ("Bournemouth", "Poole")),
        ("Dorset", date(2019, 4, 1), ("Dorset (county)",)),
        ("Buckinghamshire", date(2020, 4, 1), ("Buckinghamshire (county)",)),
        ("North Northamptonshire", date(2021, 4, 1), ("Northamptonshire",)),
        ("West Northamptonshire", date(2021, 4, 1), ("Northamptonshire",)),
        ("Cumberland", date(2023, 4, 1), ("Cumbria",)),
        ("Westmorland and Furness", date(2023, 4, 1), ("Cumbria",)),
        ("North Yorkshire", date(2023, 4, 1), ("North Yorkshire (county)",)),
        ("Somerset", date(2023, 4, 1), ("Somerset (county)",)),
    ],
)
def test_a_new_area_has_its_first_day_and_its_predecessors(name, began, predecessors):
    (area,) = (area for area in AREAS if area.name == name)
    assert (area.valid_from, area.predecessors) == (began, predecessors)


def test_no_other_area_is_new_and_none_has_ended():
    assert sum(area.valid_from is not None for area in AREAS) == 9
    assert [area.name for area in AREAS if area.valid_to is not None] == []


def test_plain_names_leave_out_what_an_official_name_adds():
    assert {area.name: area.plain_name for area in AREAS if area.name != area.plain_name} == {
        "Kingston upon Hull, City of": "Kingston upon Hull",
        "Herefordshire, County of": "Herefordshire",
        "Bristol, City of": "Bristol",
    }


def test_every_centre_lies_in_england():
    # The British National Grid: England spans roughly 80 km to 660 km east and 5 km to 660 km north.
    assert all(80_000 < area.easting < 660_000 and 5_000 < area.northing < 660_000 for area in AREAS)


@pytest.mark.parametrize(
    ("southern", "northern"), [("Cornwall", "Northumberland"), ("Isle of Wight", "Leeds"), ("Croydon", "Barnet")]
)
def test_what_lies_north_has_the_greater_northing(southern, northern):
    found = {area.name: area.northing for area in AREAS}
    assert found[southern] < found[northern]
