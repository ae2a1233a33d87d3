"""Settled readings: the area and its codes, corrections first, one report an inspection, in any order of files."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import area, day, register
from tests.unit.reports.made import other_document, report, without

from areasend.framework import packaged_framework
from areasend.reports import DocumentKind, Origin, PublicationDates, Reading, Value
from areasend.reports.columns import INSPECTION_COLUMNS
from areasend.reports.settling import settled

ASHFORD, BARTON = area(1, name="Ashford", region="London"), area(2, name="Barton", region="North East")
YOUNG = area(3, name="Corby", valid_from=day("2024-02-13"))
REGISTER = register([ASHFORD, BARTON, YOUNG])
OF_ASHFORD = {
    "gss_code": ASHFORD.gss_code,
    "local_area": "Ashford",
    "la_code": ASHFORD.dfe_la_code,
    "urn": ASHFORD.ofsted_urn,
    "ofsted_region": "London",
    "ons_region": "London",
    "inspection_id": f"{ASHFORD.gss_code}-2024-02-12",
}
Change = Callable[[Reading], Reading]


def unchanged(reading: Reading) -> Reading:
    return reading


undated: Change = PublicationDates().dated


def settle(*readings: Reading, with_dates: Change = undated, corrected: Change = unchanged) -> tuple[Reading, ...]:
    return settled(
        readings, register=REGISTER, framework=packaged_framework(), with_dates=with_dates, corrected=corrected
    )


def problems(reading: Reading) -> list[tuple[str, str]]:
    return [(problem.field, problem.found) for problem in reading.problems]


def test_the_area_comes_from_the_register() -> None:
    (reading,) = settle(report("Ashford"))
    assert {name: reading.text(name) for name in OF_ASHFORD} == OF_ASHFORD
    assert {value.origin for value in reading.values if value.field in OF_ASHFORD} == {Origin.REGISTER}
    assert reading.problems == ()
    # It was matched by what stands on the title page.
    code = reading.get("gss_code")
    assert code is not None
    assert [place.page for place in code.places] == [2]


def test_a_name_alone_is_enough_and_the_title_may_be_missing() -> None:
    (reading,) = settle(without(report("Ashford"), "title_name"))
    assert reading.text("gss_code") == ASHFORD.gss_code
    code = reading.get("gss_code")
    assert code is not None
    assert code.places == ()
    (reading,) = settle(report("Ashford", fields={"title_name": "[x]"}))
    assert reading.text("gss_code") == ASHFORD.gss_code


def test_an_unknown_area_stays_open() -> None:
    (reading,) = settle(report("Ruritania"))
    assert {reading.text(name) for name in OF_ASHFORD} == {"[x]"}
    assert problems(reading) == [("gss_code", "Ruritania Local Area Partnership / Ruritania Council")]
    assert reading.problems[0].page == 2


def test_two_areas_in_one_report_are_a_problem() -> None:
    (reading,) = settle(report("Ashford", fields={"local_authority": "Barton Council"}))
    assert reading.text("gss_code") == reading.text("inspection_id") == "[x]"
    assert [problem.field for problem in reading.problems] == ["gss_code"]


def test_one_name_that_nobody_knows_is_told() -> None:
    (reading,) = settle(report("Ashford", fields={"local_authority": "Ruritania Council"}))
    assert reading.text("gss_code") == ASHFORD.gss_code
    assert problems(reading) == [("gss_code", "no area's name: Ruritania Council")]


def test_without_a_first_day_there_is_no_inspection_to_name() -> None:
    (reading,) = settle(report("Ashford", fields={"inspection_start": "[x]"}))
    assert reading.text("gss_code") == ASHFORD.gss_code
    assert reading.text("inspection_id") == "[x]"


def test_an_area_that_was_not_there_yet() -> None:
    (reading,) = settle(report("Corby"))
    assert problems(reading) == [("inspection_start", "2024-02-12")]
    later = {"inspection_start": "2024-02-13", "footer_dates": "13 to 16 February 2024"}
    (reading,) = settle(report("Corby", fields=later))
    assert reading.problems == ()


def test_dates_of_publication_come_from_outside_or_stay_open() -> None:
    (reading,) = settle(report("Ashford"))
    assert reading.text("publication_date") == "[x]"

    def dated(found: Reading) -> Reading:
        assert found.text("gss_code") == ASHFORD.gss_code
        return found.with_values(Value(field="publication_date", value="2024-02-01", origin=Origin.DATES))

    (reading,) = settle(report("Ashford"), with_dates=dated)
    assert reading.text("publication_date") == "2024-02-01"
    assert problems(reading) == [("publication_date", "2024-02-01")]


def test_corrections_come_behind_the_area_and_before_dates_and_rules() -> None:
    def corrected(found: Reading) -> Reading:
        assert found.text("gss_code") == ASHFORD.gss_code
        return found.with_values(Value(field="statutory_basis", value="20(1)(b)", origin=Origin.CORRECTION))

    def dated(found: Reading) -> Reading:
        assert found.text("statutory_basis") == "20(1)(b)"
        return found

    (reading,) = settle(report("Ashford"), corrected=corrected, with_dates=dated)
    assert problems(reading) == [("statutory_basis", "20(1)(b)")]


def test_corrections_reach_documents_of_other_kinds_and_nothing_else_does() -> None:
    letter = other_document("letter.pdf", DocumentKind.MONITORING_INSPECTION)

    def confirmed(found: Reading) -> Reading:
        return replace(found, problems=())

    (reading,) = settle(letter, corrected=confirmed)
    assert reading == replace(letter, problems=())


def test_values_stand_in_the_order_of_the_columns() -> None:
    (reading,) = settle(report("Ashford"))
    names = [value.field for value in reading.values]
    assert names == [name for name in INSPECTION_COLUMNS if name in names]
    assert (reading.findings, reading.passages, reading.page_sizes) == (
        report("Ashford").findings,
        report("Ashford").passages,
        report("Ashford").page_sizes,
    )


def test_other_documents_are_left_as_they_are() -> None:
    letter = other_document("letter.pdf", DocumentKind.MONITORING_INSPECTION)
    assert settle(letter) == (letter,)


def test_the_same_document_twice_is_read_once() -> None:
    one, other = report("Ashford", file="b.pdf", sha256="1"), report("Ashford", file="a.pdf", sha256="1")
    (reading,) = settle(one, other)
    assert reading.file == "a.pdf"
    assert problems(reading) == [("file", "the same document as b.pdf")]
    # Of other documents every file is told.
    letters = [replace(other_document(name), sha256="2") for name in ("d.pdf", "c.pdf")]
    assert [found.file for found in settle(*letters)] == ["c.pdf", "d.pdf"]


def test_two_reports_of_one_inspection_are_a_problem_of_both() -> None:
    found = settle(report("Ashford", file="a.pdf"), report("Ashford", file="b.pdf"), report("Barton"))
    assert {reading.file: problems(reading) for reading in found} == {
        "a.pdf": [("inspection_id", "b.pdf is one of the same inspection")],
        "b.pdf": [("inspection_id", "a.pdf is one of the same inspection")],
        "Barton.pdf": [],
    }


def test_reports_whose_inspection_is_not_known_are_not_of_the_same() -> None:
    found = settle(report("Ruritania", file="a.pdf"), report("Ruritania", file="b.pdf"))
    assert [[problem.field for problem in reading.problems] for reading in found] == [["gss_code"], ["gss_code"]]


READINGS = [
    report("Ashford", file="1.pdf"),
    report("Ashford", file="2.pdf", sha256="sha of 1.pdf"),
    report("Ashford", file="3.pdf"),
    report("Barton", file="0.pdf"),
    report("Ruritania", file="4.pdf"),
    report("Barton", file="5.pdf", fields={"inspection_start": "2023-02-13"}),
    other_document("6.pdf"),
    other_document("7.pdf", DocumentKind.EMPTY),
]


@given(st.permutations(READINGS))
def test_the_order_of_files_never_matters(readings: list[Reading]) -> None:
    found = settle(*readings)
    assert found == settle(*READINGS)
    assert [reading.file for reading in found] == ["6.pdf", "7.pdf", "1.pdf", "3.pdf", "5.pdf", "0.pdf", "4.pdf"]


@pytest.mark.parametrize("readings", [(), (other_document("6.pdf"),)])
def test_settling_nothing(readings: tuple[Reading, ...]) -> None:
    assert settle(*readings) == readings
