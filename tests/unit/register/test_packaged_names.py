"""The packaged other names: what people type leads to the area they mean."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from areasend.register import NameKind, packaged_register

SHARED = Path(__file__).parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
REGISTER = packaged_register()


def found(typed):
    """The areas whose names hold what is typed, as a search for a part of a name finds them."""
    part = typed.casefold()
    other = {entry.gss_code for entry in REGISTER.area_names if part in entry.name.casefold()}
    return sorted(
        area.plain_name
        for area in REGISTER.local_areas
        if area.gss_code in other or part in area.name.casefold() or part in area.plain_name.casefold()
    )


def named(name):
    return sorted(entry.local_area for entry in REGISTER.area_names if entry.name == name)


@pytest.mark.parametrize(
    ("typed", "areas"),
    [
        ("Hull", ["Kingston upon Hull", "Solihull"]),
        ("Stoke", ["Stoke-on-Trent"]),
        ("Telford", ["Telford and Wrekin"]),
        ("bcp", ["Bournemouth, Christchurch and Poole"]),
        ("Poole", ["Bournemouth, Christchurch and Poole"]),
        ("Brighton", ["Brighton and Hove"]),
        ("B&NES", ["Bath and North East Somerset"]),
        ("banes", ["Bath and North East Somerset"]),
        ("RBKC", ["Kensington and Chelsea"]),
        ("St Helens", ["St. Helens"]),
        ("Scilly Isles", ["Isles of Scilly"]),
        ("herts", ["Hertfordshire"]),
        ("Notts", ["Nottinghamshire"]),
        ("Northants", ["North Northamptonshire", "West Northamptonshire"]),
        ("Cumbria", ["Cumberland", "Westmorland and Furness"]),
        ("Cleveland", ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"]),
        (
            "Humberside",
            ["East Riding of Yorkshire", "Kingston upon Hull", "North East Lincolnshire", "North Lincolnshire"],
        ),
        ("Avon", ["Bath and North East Somerset", "Bristol", "North Somerset", "South Gloucestershire"]),
        ("Bedfordshire", ["Bedford", "Central Bedfordshire"]),
        ("Hereford and Worcester", ["Herefordshire", "Worcestershire"]),
    ],
)
def test_what_people_type_finds_the_area_they_mean(typed, areas):
    assert found(typed) == areas


def test_berkshire_was_parted_into_six():
    assert len(found("Berkshire")) == 6


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Hull", "Kingston upon Hull, City of"),
        ("Kingston", "Kingston upon Thames"),
        ("Richmond", "Richmond upon Thames"),
        ("Newcastle", "Newcastle upon Tyne"),
        ("Southend", "Southend-on-Sea"),
        ("Durham", "County Durham"),
    ],
)
def test_a_short_name_leads_to_one_area(name, area):
    assert named(name) == [area]


def test_every_kind_is_in_use():
    assert {entry.kind for entry in REGISTER.area_names} == set(NameKind)


def test_only_former_areas_are_shared():
    shared = {name for name, number in Counter(entry.name for entry in REGISTER.area_names).items() if number > 1}
    assert shared == {"Avon", "Berkshire", "Cleveland", "Cumbria", "Hereford and Worcester", "Humberside"}


@needs_shared
def test_the_names_under_which_reports_name_their_areas_are_known():
    """From the title pages, and from the short names in the hand-checked list."""
    with (SHARED / "truth" / "inspections.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 37
    names = {(entry.gss_code, entry.name) for entry in REGISTER.area_names}
    names |= {(area.gss_code, name) for area in REGISTER.local_areas for name in (area.name, area.plain_name)}
    for row in rows:
        assert (row["gss_code"], row["title_name"].removesuffix(" Local Area Partnership")) in names
        assert (row["gss_code"], row["local_area"]) in names
