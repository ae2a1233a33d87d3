"""Each rule of other names, broken once."""

import pytest

from areasend.register import AreaCode, DfeCode, NameKind, Urn
from areasend.register.rules.names import names_are_other_names, names_stand_once, short_names_stand_for_one_area

EASTERBY = {
    "gss_code": AreaCode("E06009002"),
    "name": "Easterby, City of",
    "plain_name": "Easterby",
    "dfe_la_code": DfeCode("902"),
    "ofsted_urn": Urn("90002"),
}
OF_EASTERBY = {"gss_code": AreaCode("E06009002"), "local_area": "Easterby, City of"}
AREAS = [{}, EASTERBY]


def told(rule, records):
    return [str(fault) for fault in rule(records)]


@pytest.mark.parametrize("name", ["Easterby", "EASTERBY", "easterby, city of"])
@pytest.mark.parametrize("kind", NameKind)
def test_another_name_is_not_one_of_the_area_s_own(record_set, name, kind):
    records = record_set(local_areas=AREAS, area_names=[OF_EASTERBY | {"name": name, "kind": kind}])
    assert told(names_are_other_names, records) == [
        (
            "area_names.csv, row 2, column name: the area has this name in local_areas.csv "
            f"(found '{name}'). Remove the row."
        )
    ]


@pytest.mark.parametrize("name", ["East", "St Easterby", "City of Easterby", "Easter-by"])
def test_a_name_that_differs_in_a_letter_or_a_sign_is_another(record_set, name):
    records = record_set(local_areas=AREAS, area_names=[OF_EASTERBY | {"name": name}])
    assert told(names_are_other_names, records) == []


def test_a_name_of_an_unknown_area_is_told_by_the_rule_of_areas_alone(record_set):
    records = record_set(area_names=[OF_EASTERBY | {"name": "Northmere"}])
    assert told(names_are_other_names, records) == []


@pytest.mark.parametrize("kind", NameKind)
def test_no_name_stands_twice_for_an_area(record_set, kind):
    rows = [{"name": "Mere"}, {"name": "Tarn"}, {"name": "mere", "kind": kind}]
    assert told(names_stand_once, record_set(area_names=rows)) == [
        (
            "area_names.csv, row 4, column name: the area has this name already (first on row 2) (found 'mere'). "
            "Remove or correct one of the rows."
        )
    ]


def test_two_areas_may_have_been_in_one_former_area(record_set):
    rows = [{"name": "Lakeland", "kind": NameKind.FORMER}, OF_EASTERBY | {"name": "Lakeland", "kind": NameKind.FORMER}]
    records = record_set(local_areas=AREAS, area_names=rows)
    assert told(names_stand_once, records) + told(short_names_stand_for_one_area, records) == []


@pytest.mark.parametrize("kind", [NameKind.SHORT, NameKind.ABBREVIATION])
def test_a_short_name_or_an_abbreviation_stands_for_one_area(record_set, kind):
    rows = [{"name": "Mere"}, {"name": "Tarn"}, OF_EASTERBY | {"name": "MERE", "kind": kind}]
    assert told(short_names_stand_for_one_area, record_set(local_areas=AREAS, area_names=rows)) == [
        (
            "area_names.csv, row 4, column name: a short name or abbreviation stands for one area, and this one for "
            "Northmere (row 2) (found 'MERE'). Remove one of the rows, or call the name former or other."
        )
    ]


@pytest.mark.parametrize("kind", [NameKind.FORMER, NameKind.OTHER])
def test_a_former_or_other_name_may_be_the_short_one_of_another_area(record_set, kind):
    rows = [{"name": "Mere"}, OF_EASTERBY | {"name": "Mere", "kind": kind}]
    assert told(short_names_stand_for_one_area, record_set(local_areas=AREAS, area_names=rows)) == []


@pytest.mark.parametrize("name", ["Easterby", "easterby", "Easterby, City of"])
def test_a_short_name_is_no_other_area_s_own_name(record_set, name):
    assert told(short_names_stand_for_one_area, record_set(local_areas=AREAS, area_names=[{"name": name}])) == [
        (
            "area_names.csv, row 2, column name: this is the name of E06009002 in local_areas.csv "
            f"(found '{name}'). Remove the row."
        )
    ]


def test_an_area_may_have_several_short_names(record_set):
    rows = [{"name": "Mere"}, {"name": "NM", "kind": NameKind.ABBREVIATION}, {"name": "N'mere"}]
    assert told(short_names_stand_for_one_area, record_set(area_names=rows)) == []
