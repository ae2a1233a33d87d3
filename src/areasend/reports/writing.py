"""The files of a folder of readings: values, findings, sections, evidence and problems, the same bytes each time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from areasend.formats import csv_bytes, json_bytes
from areasend.reports.columns import COLUMNS_OF_TABLES
from areasend.reports.kinds import DocumentKind
from areasend.reports.reading import Place, Reading

NOTICE = (
    "An unofficial reading by areasend of published inspection reports. It holds names of lead inspectors, to be "
    "checked against the reports: it is not for publication."
)
_OF_INSPECTION = ("inspection_id", "gss_code", "local_area")


def files_of(readings: Sequence[Reading], *, version: str, as_json: bool) -> dict[str, bytes]:
    """The five files by name; `version` is the reader's. Tables as CSV, or as JSON with the same columns."""
    rows = {
        "inspections": inspection_rows(readings),
        "findings": finding_rows(readings),
        "sections": section_rows(readings),
        "problems": problem_rows(readings),
    }
    files = {
        (f"{name}.json" if as_json else f"{name}.csv"): _table(columns, rows[name], as_json=as_json)
        for name, columns in COLUMNS_OF_TABLES.items()
    }
    return files | {"evidence.json": json_bytes(_evidence(readings, version), levels=4)}


def inspection_rows(readings: Iterable[Reading]) -> list[dict[str, str]]:
    """One row for each full inspection report."""
    return [
        {"file": reading.file, "sha256": reading.sha256} | {value.field: value.value for value in reading.values}
        for reading in _reports(readings)
    ]


def finding_rows(readings: Iterable[Reading]) -> list[dict[str, str]]:
    """One row for each statement of the tables of findings."""
    return [
        _of_inspection(reading)
        | {
            "kind": statement.kind,
            "seq": str(statement.seq),
            "responsible_body": statement.responsible_body,
            "responsible_bodies": ";".join(statement.responsible_bodies),
            "text": statement.text,
            "n_bullets": str(statement.n_bullets),
            "page_start": str(statement.page_start or ""),
            "page_end": str(statement.page_end or ""),
        }
        for reading in _reports(readings)
        for statement in reading.findings
    ]


def section_rows(readings: Iterable[Reading]) -> list[dict[str, str]]:
    """One row for each paragraph and bullet of the sections."""
    return [
        _of_inspection(reading)
        | {
            "section": passage.section,
            "heading": passage.heading,
            "seq": str(passage.seq),
            "form": passage.form,
            "text": passage.text,
            "leadership": passage.leadership,
            "page_start": str(passage.places[0].page),
            "page_end": str(passage.places[-1].page),
        }
        for reading in _reports(readings)
        for passage in reading.passages
    ]


def problem_rows(readings: Iterable[Reading]) -> list[dict[str, str]]:
    """One row for each problem, whatever the document is; files in order of their names."""
    return [
        {
            "file": reading.file,
            "field": problem.field,
            "page": str(problem.page) if problem.page else "",
            "expected": problem.expected,
            "found": problem.found,
        }
        for reading in sorted(readings, key=lambda reading: reading.file)
        for problem in reading.problems
    ]


def _reports(readings: Iterable[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading.document is DocumentKind.FULL_INSPECTION]


def _of_inspection(reading: Reading) -> dict[str, str]:
    return {name: reading.text(name) for name in _OF_INSPECTION} | {"file": reading.file}


def _table(columns: Mapping[str, str], rows: Sequence[Mapping[str, str]], *, as_json: bool) -> bytes:
    ordered = [[row.get(column, "") for column in columns] for row in rows]
    if as_json:
        return json_bytes([dict(zip(columns, row, strict=True)) for row in ordered], levels=1)
    return csv_bytes(list(columns), ordered)


def _evidence(readings: Sequence[Reading], version: str) -> dict[str, Any]:
    return {
        "notice": NOTICE,
        "reader": version,
        "unit": "points from the page's upper left corner: x0, top, x1, bottom",
        "documents": [_of_document(reading) for reading in readings],
    }


def _of_document(reading: Reading) -> dict[str, Any]:
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "document": reading.document.value,
        "page_sizes": [list(size) for size in reading.page_sizes],
        "values": [
            {"field": value.field, "value": value.value, "origin": value.origin.value, "places": _places(value.places)}
            for value in reading.values
        ],
        "findings": [
            {"kind": statement.kind, "seq": statement.seq, "places": _places(statement.places)}
            for statement in reading.findings
        ],
        "sections": [
            {"section": passage.section, "seq": passage.seq, "places": _places(passage.places)}
            for passage in reading.passages
        ],
    }


def _places(places: Sequence[Place]) -> list[dict[str, Any]]:
    return [{"page": place.page, "words": place.words, "box": list(place.box)} for place in places]
