"""Areas by their names: all 153 in the forms in which councils' names are printed, and nobody by likeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import area, other_name, register

from areasend.register import AreaName, AuthorityType, LocalArea, NameKind, packaged_register
from areasend.reports.area_names import AreaNames, Matched

AREAS = packaged_register().local_areas
NAMES = AreaNames(packaged_register())
OTHER_NAMES = [other for other in packaged_register().area_names if other.kind is not NameKind.FORMER]

# Forms that the names of authorities of any type have in print.
FORMS = [
    "{}",
    "{} Council",
    "{} City Council",
    "{} Borough Council",
    "{} County Council",
    "{} District Council",
    "{} Metropolitan Borough Council",
    "{} Metropolitan District Council",
    "{} Metropolitan Council",
    "{} MBC",
    "{} Local Authority",
    "{} Authority",
    "{} Unitary Authority",
    "City of {} Council",
    "City of {}",
    "City of {} Metropolitan District Council",
    "The City of {}",
    "London Borough of {}",
    "The London Borough of {}",
    "London Borough of {} Council",
    "Royal Borough of {}",
    "The Royal Borough of {} Council",
    "Metropolitan Borough of {}",
    "Borough of {}",
    "Council of the {}",
    "Council of the City of {}",
    "County Council of {}",
    "LB {}",
    "RB of {}",
]
# Councils' own names that are no such form of the area's name in the register; from their web sites.
REAL = {
    "Bournemouth, Christchurch and Poole Council": "E06000058",
    "BCP Council": "E06000058",
    "Brighton & Hove City Council": "E06000043",
    "Bristol City Council": "E06000023",
    "Central Bedfordshire Council": "E06000056",
    "Bedford Borough Council": "E06000055",
    "City of Bradford Metropolitan District Council": "E08000032",
    "Bath & North East Somerset Council": "E06000022",
    "Blackburn with Darwen Borough Council": "E06000008",
    "Cheshire West & Chester Council": "E06000050",
    "City of London Corporation": "E09000001",
    "City of London": "E09000001",
    "City of Wolverhampton Council": "E08000031",
    "City of York Council": "E06000014",
    "Council of the Isles of Scilly": "E06000053",
    "Cornwall Council": "E06000052",
    "Derby City Council": "E06000015",
    "Derbyshire County Council": "E10000007",
    "Doncaster Metropolitan Borough Council": "E08000017",
    "City of Doncaster Council": "E08000017",
    "Durham County Council": "E06000047",
    "East Riding of Yorkshire Council": "E06000011",
    "Hammersmith & Fulham Council": "E09000013",
    "Herefordshire Council": "E06000019",
    "Hull City Council": "E06000010",
    "Kingston upon Hull City Council": "E06000010",
    "Isle of Wight Council": "E06000046",
    "Leicester City Council": "E06000016",
    "Leicestershire County Council": "E10000018",
    "Milton Keynes City Council": "E06000042",
    "Newcastle City Council": "E08000021",
    "Newcastle upon Tyne City Council": "E08000021",
    "North East Lincolnshire Council": "E06000012",
    "Nottingham City Council": "E06000018",
    "Nottinghamshire County Council": "E10000024",
    "Redcar & Cleveland Borough Council": "E06000003",
    "Royal Borough of Greenwich": "E09000011",
    "Royal Borough of Kensington and Chelsea": "E09000020",
    "Royal Borough of Kingston upon Thames": "E09000021",
    "Royal Borough of Windsor and Maidenhead": "E06000040",
    "Rutland County Council District Council": "E06000017",
    "Salford City Council": "E08000006",
    "Southend-on-Sea City Council": "E06000033",
    "Southend-on-Sea Borough Council": "E06000033",
    "St Helens Borough Council": "E08000013",
    "St. Helens Metropolitan Borough Council": "E08000013",
    "Stockton-on-Tees Borough Council": "E06000004",
    "Stoke-on-Trent City Council": "E06000021",
    "City of Stoke on Trent": "E06000021",
    "Telford & Wrekin Council": "E06000020",
    "Borough of Telford and Wrekin": "E06000020",
    "Torbay Council": "E06000027",
    "West Berkshire District Council": "E06000037",
    "Westmorland and Furness Council": "E06000064",
    "City of Westminster": "E09000033",
    "Westminster City Council": "E09000033",
    "Wirral Metropolitan Borough Council": "E08000015",
    "Wirral Borough Council": "E08000015",
    "Wokingham Borough Council": "E06000041",
    "Worcestershire County Council": "E10000034",
    "Kirklees Metropolitan Council": "E08000034",
    "Calderdale MBC": "E08000033",
    "Knowsley Metropolitan Borough Council": "E08000011",
    "London Borough of Barking and Dagenham": "E09000002",
    "Richmond upon Thames Council": "E09000027",
    "London Borough of Richmond-upon-Thames": "E09000027",
    "Medway Council": "E06000035",
    "Northumberland County Council": "E06000057",
    "Sefton Council": "E08000014",
    "Somerset Council": "E06000066",
    "North Yorkshire Council": "E06000065",
    "Windsor & Maidenhead": "E06000040",
}
of_every_area = pytest.mark.parametrize("place", AREAS, ids=lambda place: place.name)


def names_of(place: LocalArea) -> set[str]:
    """Names of the register; one like "Bristol, City of" is its own form already."""
    return {place.name, place.plain_name}


def ampersand(text: str) -> str:
    return text.replace(" and ", " & ")


def test_the_register_has_153_areas() -> None:
    assert len(AREAS) == len({place.gss_code for place in AREAS}) == 153


@of_every_area
def test_every_form_of_its_name_is_the_area_s_and_nobody_else_s(place: LocalArea) -> None:
    for form in FORMS:
        for printed in (form.format(place.plain_name), ampersand(form.format(place.plain_name))):
            for text in (printed, printed.upper(), f"  {printed}. "):
                assert NAMES.codes_of(text) == {place.gss_code}, text
    for name in names_of(place):
        assert NAMES.codes_of(name) == {place.gss_code}


@of_every_area
def test_title_and_authority_together(place: LocalArea) -> None:
    name = place.plain_name
    for title in (f"{name} Local Area Partnership", f"THE {name.upper()} LOCAL AREA PARTNERSHIP (LAP)", name, ""):
        for authority in (f"{name} Council", f"The London Borough of {name}", name, ""):
            matched = NAMES.area_of(title, authority)
            if title or authority:
                assert (matched.area, matched.reason) == (place, "")
            else:
                assert (matched.area, matched.reason) == (None, "nothing")


@pytest.mark.parametrize(("printed", "code"), REAL.items())
def test_councils_by_their_own_names(printed: str, code: str) -> None:
    assert NAMES.codes_of(printed) == {code}


def test_the_real_names_are_of_every_type_of_authority() -> None:
    types = {place.authority_type for place in AREAS if place.gss_code in REAL.values()}
    assert types == set(AuthorityType)


@pytest.mark.parametrize("other", OTHER_NAMES, ids=lambda other: other.name)
def test_other_names_of_the_register(other: AreaName) -> None:
    assert NAMES.codes_of(other.name) == NAMES.codes_of(f"{other.name} Council") == {other.gss_code}


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Council",
        "The Council of the",
        "City of",
        "London",
        "London Borough",
        "Cumbria County Council",
        "Berkshire",
        "Bedfordshire",
        "Avon",
        "Humberside",
        "Northamptonshire County Council",
        "Yorkshire",
        "Lancaster City Council",
        "Oxford City Council",
        "Cambridge City Council",
        "Worcester City Council",
        "South Yorkshire",
        "Greater Manchester",
        "Newcastle-under-Lyme Borough Council",
        "North Yorkshire and York",
        "Derby and Derbyshire",
        "Suffolkshire",
    ],
)
def test_names_that_no_area_bears_alone(name: str) -> None:
    assert NAMES.codes_of(name) == set()
    assert NAMES.area_of(name, "").area is None


@given(st.sampled_from(AREAS), st.sampled_from(AREAS), st.sampled_from(FORMS))
def test_two_areas_are_none(one: LocalArea, other: LocalArea, form: str) -> None:
    matched = NAMES.area_of(f"{one.plain_name} Local Area Partnership", form.format(other.plain_name))
    if one == other:
        assert (matched.area, matched.reason) == (one, "")
    else:
        assert matched.area is None
        assert matched.reason.endswith(f"name different areas ({one.name}; {other.name})")


@given(st.sampled_from(AREAS), st.integers(0, 30), st.sampled_from("bcdfghjkqvwxz"))
def test_a_misprint_is_nobody_s_name(place: LocalArea, at: int, letter: str) -> None:
    """One letter more: no area is taken for it, unless that happens to be a name itself."""
    at = min(at, len(place.plain_name) - 1)
    misprint = place.plain_name[:at] + letter + place.plain_name[at:]
    assert NAMES.codes_of(f"{misprint} Council") <= {
        found.gss_code for found in AREAS if misprint.casefold() in {name.casefold() for name in names_of(found)}
    }


@pytest.mark.parametrize(
    ("title", "authority", "reason"),
    [
        ("Ruritania Local Area Partnership", "Kent County Council", "no area's name: Ruritania Local Area Partnership"),
        ("Kent Local Area Partnership", "Ruritania Council", "no area's name: Ruritania Council"),
    ],
)
def test_one_name_is_enough_but_the_other_is_told(title: str, authority: str, reason: str) -> None:
    matched = NAMES.area_of(title, authority)
    assert matched.area is not None
    assert (matched.area.name, matched.reason) == ("Kent", reason)


def test_two_unknown_names() -> None:
    matched = NAMES.area_of("Ruritania Local Area Partnership", "Ruritania Council")
    assert (matched.area, matched.reason) == (None, "Ruritania Local Area Partnership / Ruritania Council")


def test_a_name_that_two_areas_bear_names_neither_by_itself() -> None:
    one, other = area(1, name="Ashford"), area(2, name="Barton")
    names = AreaNames(register([one, other], names=[other_name(one, "Vale"), other_name(other, "Vale")]))
    assert names.codes_of("Vale Council") == {one.gss_code, other.gss_code}
    assert names.area_of("Vale Local Area Partnership", "") == Matched(None, "Vale Local Area Partnership")
    # The other name tells which.
    assert names.area_of("Vale Local Area Partnership", "Barton Council").area == other


def test_former_names_name_nobody() -> None:
    one = area(1, name="Ashford")
    names = AreaNames(register([one], names=[other_name(one, "Oldshire", NameKind.FORMER)]))
    assert names.codes_of("Oldshire County Council") == set()
