"""The files of a folder of readings: their columns and cells, and what is behind every value."""

import csv
import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import area, register
from tests.unit.reports.made import other_document, report

from areasend.framework import packaged_framework
from areasend.reports import DocumentKind, PublicationDates, Reading
from areasend.reports.columns import FINDING_COLUMNS, INSPECTION_COLUMNS, PROBLEM_COLUMNS, SECTION_COLUMNS
from areasend.reports.settling import settled
from areasend.reports.writing import NOTICE, files_of

COLUMNS = {
    "inspections": INSPECTION_COLUMNS,
    "findings": FINDING_COLUMNS,
    "sections": SECTION_COLUMNS,
    "problems": PROBLEM_COLUMNS,
}


def settle(*readings: Reading) -> tuple[Reading, ...]:
    return settled(
        readings,
        register=register([area(1, name="Ashford"), area(2, name="Barton")]),
        framework=packaged_framework(),
        with_dates=PublicationDates().dated,
        corrected=lambda reading: reading,
    )


def tables(files: dict[str, bytes]) -> dict[str, list[dict[str, str]]]:
    return {
        name: list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8"), newline=""))) for name in COLUMNS
    }


READINGS = settle(
    report("Ashford"),
    report("Barton", fields={"n_areas_for_improvement": "0"}),
    other_document("0-letter.pdf", DocumentKind.MONITORING_INSPECTION),
)
FILES = files_of(READINGS, version="7", as_json=False)
BARTON = {"inspection_id": "E06000002-2024-02-12", "gss_code": "E06000002", "local_area": "Barton"}


def test_five_files() -> None:
    assert set(FILES) == {f"{name}.csv" for name in COLUMNS} | {"evidence.json"}
    as_json = files_of(READINGS, version="7", as_json=True)
    assert set(as_json) == {f"{name}.json" for name in COLUMNS} | {"evidence.json"}
    assert as_json["evidence.json"] == FILES["evidence.json"]


def test_every_table_has_its_columns_whatever_it_holds() -> None:
    empty = files_of((), version="7", as_json=False)
    for name, columns in COLUMNS.items():
        for files in (FILES, empty):
            heading = next(csv.reader(io.StringIO(files[f"{name}.csv"].decode("utf-8"))))
            assert heading == list(columns)


def test_json_and_csv_hold_the_same() -> None:
    as_json = files_of(READINGS, version="7", as_json=True)
    assert {name: json.loads(as_json[f"{name}.json"]) for name in COLUMNS} == tables(FILES)


def test_a_row_for_each_report_and_none_for_other_documents() -> None:
    rows = tables(FILES)["inspections"]
    assert [row["local_area"] for row in rows] == ["Ashford", "Barton"]
    barton = rows[1]
    assert {name: barton[name] for name in BARTON} == BARTON
    assert (barton["file"], barton["sha256"]) == ("Barton.pdf", "sha of Barton.pdf")
    assert (barton["inspection_start"], barton["publication_date"], barton["icbs"]) == ("2024-02-12", "[x]", "")


def test_a_row_for_each_finding() -> None:
    assert tables(FILES)["findings"][1] == {
        **BARTON,
        "kind": "afi",
        "seq": "1",
        "responsible_body": "",
        "responsible_bodies": "",
        "text": "Leaders should plan: • now",
        "n_bullets": "1",
        "page_start": "5",
        "page_end": "6",
        "file": "Barton.pdf",
    }


def test_a_row_for_each_passage() -> None:
    assert tables(FILES)["sections"][1] == {
        **BARTON,
        "section": "partnership",
        "heading": "Information about the local area partnership",
        "seq": "1",
        "form": "paragraph",
        "text": "A new director joined.",
        "leadership": "A new director joined.",
        "page_start": "3",
        "page_end": "3",
        "file": "Barton.pdf",
    }


def test_problems_of_every_document_in_order_of_their_names() -> None:
    rows = tables(FILES)["problems"]
    assert [(row["file"], row["field"], row["page"]) for row in rows] == [
        ("0-letter.pdf", "document", ""),
        ("Barton.pdf", "n_areas_for_improvement", "2"),
    ]
    assert (rows[1]["expected"], rows[1]["found"]) == ("at least one in every report", "0")


def test_the_evidence_of_every_value() -> None:
    found: dict[str, Any] = json.loads(FILES["evidence.json"])
    assert (found["notice"], found["reader"]) == (NOTICE, "7")
    by_file = {document["file"]: document for document in found["documents"]}
    assert set(by_file) == {"Ashford.pdf", "Barton.pdf", "0-letter.pdf"}
    barton = by_file["Barton.pdf"]
    assert (barton["sha256"], barton["document"], barton["page_sizes"]) == (
        "sha of Barton.pdf",
        "full_inspection",
        [[595.0, 842.0]],
    )
    values = {value["field"]: value for value in barton["values"]}
    assert values["inspection_start"] == {
        "field": "inspection_start",
        "value": "2024-02-12",
        "origin": "report",
        "places": [{"page": 2, "words": "words", "box": [10.0, 20.0, 30.5, 40.0]}],
    }
    assert values["ons_region"]["origin"] == "register"
    assert values["publication_date"] == {
        "field": "publication_date",
        "value": "[x]",
        "origin": "dates",
        "places": [],
    }
    row = tables(FILES)["inspections"][1]
    assert {name: value["value"] for name, value in values.items() if value["value"]} == {
        name: text for name, text in row.items() if text and name not in ("file", "sha256")
    }
    assert [place["page"] for place in barton["findings"][0]["places"]] == [5, 6]
    assert [(item["section"], item["seq"], len(item["places"])) for item in barton["sections"]] == [
        ("partnership", 1, 1)
    ]
    letter = by_file["0-letter.pdf"]
    assert (letter["document"], letter["values"]) == ("monitoring_inspection", [])


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_any_text_comes_back_from_both_forms(text: str) -> None:
    readings = settle(report("Ashford", fields={"previous_inspection": text}))
    for name in ("csv", "json"):
        files = files_of(readings, version="7", as_json=name == "json")
        rows = tables(files)["inspections"] if name == "csv" else json.loads(files["inspections.json"])
        assert rows[0]["previous_inspection"] == text
