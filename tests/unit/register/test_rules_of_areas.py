"""Each rule of local areas, broken once."""

from datetime import date

import pytest

from areasend.register import AreaCode, DfeCode, Urn
from areasend.register.rules.areas import (
    areas_are_distinct,
    areas_have_a_sound_life,
    areas_have_names_of_their_own,
    areas_lie_in_regions,
    centres_lie_on_the_grid,
)
from areasend.register.rules.inspections import areas_are_known

OTHER = {
    "gss_code": AreaCode("E06009002"),
    "name": "Easterby",
    "plain_name": "Easter",
    "dfe_la_code": DfeCode("902"),
    "ofsted_urn": Urn("90002"),
}


def told(rule, records):
    return [str(fault) for fault in rule(records)]


def test_two_areas_that_differ_in_everything_are_distinct(record_set):
    assert told(areas_are_distinct, record_set(local_areas=[{}, OTHER])) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("gss_code", AreaCode("E06009001")),
        ("name", "Northmere"),
        ("plain_name", "Northmere"),
        ("dfe_la_code", DfeCode("901")),
        ("ofsted_urn", Urn("90001")),
    ],
)
def test_two_areas_share_no_code_and_no_name(record_set, column, value):
    assert told(areas_are_distinct, record_set(local_areas=[{}, OTHER | {column: value}])) == [
        (
            f"local_areas.csv, row 3, column {column}: another local area has this {column} (first on row 2) "
            f"(found '{value}'). Remove or correct one of the rows."
        )
    ]


def test_a_third_area_of_the_same_name_points_to_the_first(record_set):
    third = OTHER | {"gss_code": AreaCode("E06009003"), "dfe_la_code": DfeCode("903"), "ofsted_urn": Urn("90003")}
    records = record_set(local_areas=[{}, OTHER, third | {"plain_name": "E"}])
    assert [fault.row for fault in areas_are_distinct(records)] == [4]
    assert "(first on row 3)" in told(areas_are_distinct, records)[0]


@pytest.mark.parametrize("name", ["northmere", "NORTH MERE", "North-mere", "Nórthmere", "North, mere."])
def test_plain_names_differ_by_more_than_case_and_punctuation(record_set, name):
    assert told(areas_have_names_of_their_own, record_set(local_areas=[{}, OTHER | {"plain_name": name}])) == [
        (
            "local_areas.csv, row 3, column plain_name: another local area's plain_name differs in case or punctuation "
            f"only (first on row 2) (found '{name}'). Remove or correct one of the rows."
        )
    ]


@pytest.mark.parametrize("name", ["Northmer", "North Mere 2", "Easter"])
def test_plain_names_that_differ_in_a_letter_or_a_digit_are_taken(record_set, name):
    assert told(areas_have_names_of_their_own, record_set(local_areas=[{}, OTHER | {"plain_name": name}])) == []


def test_the_very_same_plain_name_is_told_once(record_set):
    """`areas_are_distinct` tells it; told here as well, it would be two faults."""
    records = record_set(local_areas=[{}, OTHER | {"plain_name": "Northmere"}])
    assert told(areas_have_names_of_their_own, records) == []
    assert len(told(areas_are_distinct, records)) == 1


@pytest.mark.parametrize("name", ["Мидшир", "中部", "---", "42"])
def test_a_plain_name_has_a_letter_of_the_latin_alphabet(record_set, name):
    assert told(areas_have_names_of_their_own, record_set(local_areas=[{"plain_name": name}])) == [
        (
            "local_areas.csv, row 2, column plain_name: no letter of the Latin alphabet, which a web address "
            f"needs (found '{name}'). Write the name in Latin letters."
        )
    ]


def test_names_without_latin_letters_are_not_called_alike(record_set):
    records = record_set(local_areas=[{"plain_name": "Мидшир"}, OTHER | {"plain_name": "中部"}])
    assert [(fault.row, fault.rule[:15]) for fault in areas_have_names_of_their_own(records)] == [
        (2, "no letter of th"),
        (3, "no letter of th"),
    ]


@pytest.mark.parametrize(
    ("column", "metres", "limit"),
    [("easting", 700_001, "700,000"), ("northing", 1_300_001, "1,300,000")],
)
def test_a_centre_off_the_national_grid_is_refused(record_set, column, metres, limit):
    assert told(centres_lie_on_the_grid, record_set(local_areas=[{column: metres}])) == [
        (
            f"local_areas.csv, row 2, column {column}: more than {limit} metres, off the British National Grid "
            f"(found '{metres}'). Correct it."
        )
    ]


@pytest.mark.parametrize("centre", [(0, 0), (700_000, 1_300_000), (530_000, 180_000)])
def test_a_centre_on_the_grid_or_on_its_edge_is_taken(record_set, centre):
    easting, northing = centre
    records = record_set(local_areas=[{"easting": easting, "northing": northing}])
    assert told(centres_lie_on_the_grid, records) == []


@pytest.mark.parametrize(
    ("ons", "ofsted"),
    [
        ("London", "London"),
        ("North East", "North East, Yorkshire and the Humber"),
        ("Yorkshire and the Humber", "North East, Yorkshire and the Humber"),
    ],
)
def test_regions_that_belong_together_are_taken(record_set, ons, ofsted):
    assert told(areas_lie_in_regions, record_set(local_areas=[{"ons_region": ons, "ofsted_region": ofsted}])) == []


def test_the_ofsted_region_must_be_that_of_the_ons_region(record_set):
    records = record_set(local_areas=[{"ons_region": "North East", "ofsted_region": "North East"}])
    assert told(areas_lie_in_regions, records) == [
        (
            "local_areas.csv, row 2, column ofsted_region: the ONS region North East lies in the Ofsted region "
            "North East, Yorkshire and the Humber (found 'North East'). Correct one of the two."
        )
    ]


@pytest.mark.parametrize("name", ["Wessex", "london", "Yorkshire and Humber", "Wales"])
def test_a_region_is_one_of_the_nine(record_set, name):
    (message,) = told(areas_lie_in_regions, record_set(local_areas=[{"ons_region": name}]))
    assert message.startswith(f"local_areas.csv, row 2, column ons_region: not an ONS region (found '{name}'). Use one")
    assert message.count(";") == 8


def test_an_area_does_not_end_before_it_begins(record_set):
    life = {"valid_from": date(2023, 4, 1), "valid_to": date(2023, 3, 31)}
    assert told(areas_have_a_sound_life, record_set(local_areas=[life])) == [
        "local_areas.csv, row 2, column valid_to: ends before it begins (2023-04-01) (found '2023-03-31'). Correct it."
    ]


@pytest.mark.parametrize(
    "life",
    [
        {"valid_from": date(2023, 4, 1), "valid_to": date(2023, 4, 1)},
        {"valid_to": date(2023, 3, 31)},
        {"valid_from": date(2023, 4, 1), "predecessors": ("Old Northmere",)},
        {},
    ],
    ids=["one day", "no first day", "with predecessors", "long established"],
)
def test_a_sound_life_is_taken(record_set, life):
    assert told(areas_have_a_sound_life, record_set(local_areas=[life])) == []


def test_an_area_with_predecessors_has_a_first_day(record_set):
    assert told(areas_have_a_sound_life, record_set(local_areas=[{"predecessors": ("Old Northmere",)}])) == [
        (
            "local_areas.csv, row 2, column valid_from: an area with predecessors needs the day on which it began. "
            "Fill in valid_from."
        )
    ]


@pytest.mark.parametrize("predecessors", [("Northmere",), ("Old Northmere", "Northmere")])
def test_an_area_is_not_its_own_predecessor(record_set, predecessors):
    life = {"valid_from": date(2023, 4, 1), "predecessors": predecessors}
    assert told(areas_have_a_sound_life, record_set(local_areas=[life])) == [
        (
            "local_areas.csv, row 2, column predecessors: the area is its own predecessor "
            f"(found '{';'.join(predecessors)}'). Name the area before."
        )
    ]


@pytest.mark.parametrize("file", ["inspections", "thematic_visits"])
def test_an_area_that_is_named_is_listed(record_set, file):
    assert told(areas_are_known, record_set(**{file: [{"gss_code": AreaCode("E06009009")}]})) == [
        (
            f"{file}.csv, row 2, column gss_code: no local area of the register has this code (found 'E06009009'). "
            "Correct the code, or add the area to local_areas.csv."
        )
    ]


@pytest.mark.parametrize("file", ["inspections", "thematic_visits"])
def test_an_area_is_called_by_its_official_name(record_set, file):
    assert told(areas_are_known, record_set(**{file: [{"local_area": "North Mere"}]})) == [
        (
            f"{file}.csv, row 2, column local_area: E06009001 is Northmere in local_areas.csv (found 'North Mere'). "
            "Correct the code or the name."
        )
    ]


@pytest.mark.parametrize(
    ("day", "exists"),
    [
        (date(2023, 3, 31), False),
        (date(2023, 4, 1), True),
        (date(2024, 3, 31), True),
        (date(2024, 4, 1), False),
    ],
)
def test_an_area_exists_on_its_first_and_on_its_last_day(record, day, exists):
    area = record("local_areas", valid_from=date(2023, 4, 1), valid_to=date(2024, 3, 31))
    assert area.exists_on(day) is exists
