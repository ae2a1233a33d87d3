"""Local areas in lists and columns: known, each once, each in its region."""

from tests.unit.check.numbers.building import Writer, found_by

from areasend.check.numbers.consistency.listed_areas import listed_areas
from areasend.check.numbers.results.model import Kind, Severity


def test_right_lists_are_silent() -> None:
    written = (
        Writer()
        .heading("List of 9 local areas")
        .heading("Yorkshire and Humber", 3)
        .items("Kingston upon Hull", "North Yorkshire", "York (published in May)")
        .heading("London", 3)
        .items("Richmond", "Barnet", "City of London")
        .heading("The North East", 3)
        .items("Durham", "Gateshead – again", "Cleveland")
        .heading("Other visits", 3)
        .items("Barnet", "Leeds", "Dudley")
    )
    assert found_by(listed_areas, written) == []


def test_an_area_in_another_region_is_an_error() -> None:
    (found,) = found_by(listed_areas, Writer().heading("East Midlands").items("Derbyshire", "Rutland", "Surrey"))
    assert (found.kind, found.severity) == (Kind.LIST_ITEM, Severity.ERROR)
    assert (found.expected, found.found, found.where.line) == ("South East", "East Midlands", 4)
    (found,) = found_by(listed_areas, Writer().heading("East Midlands").items("Derbyshire", "Rutland", "Leeds"))
    assert found.expected == "North East, Yorkshire and the Humber"


def test_an_item_that_sends_the_reader_on_is_no_area() -> None:
    items = ("Derbyshire", "Rutland", "Leeds{} see Wakefield", "Rutland{} see Derbyshire")
    heading = "East Midlands"
    written = [Writer().heading(heading).items(*(item.format(mark) for item in items)) for mark in (":", ",")]
    assert found_by(listed_areas, written[0]) == []
    # Leeds in another region, and Rutland twice.
    assert len(found_by(listed_areas, written[1])) == 2


def test_an_area_twice() -> None:
    (found,) = found_by(listed_areas, Writer().heading("Visits").items("Leeds", "Wigan", "Leeds"))
    assert (found.severity, found.found) == (Severity.ERROR, "twice")
    assert "in this list (a.txt, line 2)" in found.message
    (found,) = found_by(listed_areas, Writer().heading("London").items("Barnet", "Bexley", "Barnet"))
    assert "in this list" in found.message
    two = Writer().heading("List").heading("London", 3).items("Barnet", "Bexley").heading("South West", 3)
    both = found_by(listed_areas, two.items("Barnet", "Devon"))
    assert [found.expected for found in both] == ["London", "each local area once"]
    assert "under London" in both[1].message


def test_an_area_may_stand_in_two_lists_of_different_things() -> None:
    written = (
        Writer().heading("One").items("Leeds", "Wigan").heading("Two").items("Leeds", "Devon").items("Leeds", "Devon")
    )
    assert found_by(listed_areas, written) == []


def test_a_stranger_among_areas_is_a_query_with_the_nearest_name() -> None:
    (found,) = found_by(listed_areas, Writer().items("Leeds", "Wigan", "Gloucestershre"))
    assert (found.severity, found.expected) == (Severity.QUERY, "Gloucestershire")
    (found,) = found_by(listed_areas, Writer().items("Leeds", "Wigan", "Xyzzy"))
    assert found.expected == "a local area of the register"
    long = "Leeds and its many surrounding towns were all visited"
    assert found_by(listed_areas, Writer().items("Leeds", "Wigan", long)) == []
    assert found_by(listed_areas, Writer().items("Leeds", "Wigan", "–")) == []


def test_other_lists_are_left_alone() -> None:
    assert found_by(listed_areas, Writer().items("Leeds", "money", "time", "people")) == []
    assert found_by(listed_areas, Writer().heading("London").items("Leeds", "money", "time", "people")) == []


def test_a_column_of_areas_beside_a_column_of_regions() -> None:
    def table(*rows: tuple[str, str]) -> Writer:
        return Writer().table(["Local area", "Region"], *rows, ["Total", "England"], ["", ""])

    right = [("Leeds", "Yorkshire and the Humber"), ("Barnet", "London"), ("Devon", "South West")]
    assert found_by(listed_areas, table(*right)) == []
    (found,) = found_by(listed_areas, table(*right, ("Surrey", "London")))
    assert (found.expected, found.found) == ("South East", "London")
    (found,) = found_by(listed_areas, table(*right, ("Surey", "London")))
    assert (found.severity, found.expected) == (Severity.QUERY, "Surrey")


def test_a_column_of_areas_that_names_no_row() -> None:
    written = Writer().table(["No", "Area"], ["1", "Leeds"], ["2", "Wigan"], ["3", "Surey"], ["4", "Devon"])
    assert found_by(listed_areas, written) == []
    assert found_by(listed_areas, Writer().table(["Region", "n"], ["London", "1"], ["South West", "2"])) == []


def test_markers_and_codes_among_areas_are_no_names() -> None:
    assert found_by(listed_areas, Writer().items("Leeds", "[z]", "Wigan", "Devon", "[not known]", "E1 2", "–")) == []
    (found,) = found_by(listed_areas, Writer().items("Leeds", "Surey", "Wigan", "Devon", "Surey"))
    assert found.where.line == 2
