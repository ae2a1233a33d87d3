"""A document from its bytes: a small report drawn for the test, the same with a part missing, and what is no report."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from tests.factories import POSITIVE

from areasend.framework import packaged_framework
from areasend.reports import DESCRIPTIONS, DocumentKind, Reading
from areasend.reports.columns import INSPECTION_COLUMNS
from areasend.reports.document import read_document
from areasend.reports.reading import not_a_report

WORDING = next(item.wording for item in packaged_framework().versions[0].outcomes if item.key == POSITIVE)
SMALL = 6
# Heading and lines of each part; a heading is bold.
PARTS: dict[str, tuple[str, list[str]]] = {
    "front": (
        "",
        [
            "Area SEND inspection of Kent Local Area Partnership",
            "Inspection dates: 12 to 16 February 2024",
            "Date of previous inspection: 16 May 2016",
        ],
    ),
    "outcome": (
        "Inspection outcome",
        [
            *WORDING.replace(". ", ".\n").splitlines(),
            "The next full area SEND inspection will be within approximately 5 years.",
            "Ofsted and CQC ask that the local area partnership updates and publishes its strategic plan.",
        ],
    ),
    "partnership": ("Information about the local area partnership", ["A new director joined the council in 2023."]),
    "experience": ("What is it like to be a child or young person with SEND in this area?", ["It is good."]),
    "effective": ("What is the area partnership doing that is effective?", ["Leaders listen."]),
    "better": ("What does the area partnership need to do better?", ["Leaders should plan."]),
    "afi": ("Areas for improvement", ["Leaders should plan for the young."]),
    "details": (
        "Local area partnership details",
        ["Local authority | Integrated care board", "Kent County Council | NHS Kent and Medway ICB"],
    ),
    "inspection": (
        "Information about this inspection",
        ["It was carried out under section 20(1)(a) of the Children Act 2004."],
    ),
    "team": (
        "Inspection team",
        ["Ofsted | Care Quality Commission", "Una Buckley, lead inspector | Zoë Lee, CQC lead inspector"],
    ),
    "closing": ("", ["© Crown copyright 2024"]),
}
SOUND = {
    "inspection_type": "full",
    "inspection_start": "2024-02-12",
    "inspection_end": "2024-02-16",
    "previous_inspection": "16 May 2016",
    "previously_inspected": "yes",
    "previous_inspection_start": "2016-05-16",
    "outcome": POSITIVE,
    "next_full_inspection": "5 years",
    "strategic_plan_update_requested": "yes",
    "priority_action_plan_required": "no",
    "n_areas_for_priority_action": "0",
    "n_areas_for_improvement": "1",
    "icbs": "NHS Kent and Medway ICB",
    "icbs_as_printed": "NHS Kent and Medway ICB",
    "local_authority": "Kent County Council",
    "ofsted_lead_inspector": "Una Buckley",
    "cqc_lead_inspector": "Zoë Lee",
    "n_inspectors_ofsted": "1",
    "n_inspectors_cqc": "1",
    "statutory_basis": "20(1)(a)",
    "pages": "1",
    "copyright_year": "2024",
    "title_name": "Kent Local Area Partnership",
    "footer_dates": "12 to 16 February 2024",
}
FOOTER = "Inspection report: Kent Local Area Partnership 12 to 16 February 2024"


def drawn(*, leave_out: str = "", empty: str = "", dotted: str = "") -> bytes:
    """A report on one page; a part may be left out, its heading stand alone, or a disc be drawn before its lines."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=True)
    y = 800.0
    for key, (heading, lines) in PARTS.items():
        if key == leave_out:
            continue
        if heading:
            canvas.setFont("Helvetica-Bold", SMALL)
            canvas.drawString(60, y, heading)
            y -= 14
        canvas.setFont("Helvetica", SMALL)
        if key == "afi" and key != empty:
            ruled(canvas, y + 9, y - 4)
        for line in lines if key != empty else []:
            for cell, x in zip(line.split(" | "), (60, 300), strict=False):
                canvas.drawString(x, y, cell)
            if key == dotted:
                canvas.circle(52, y + 2, 1.4, stroke=0, fill=1)
            y -= 14
    canvas.drawString(60, 40, FOOTER)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def ruled(canvas: Canvas, top: float, bottom: float) -> None:
    canvas.setLineWidth(0.5)
    for y in (top, bottom):
        canvas.line(55, y, 540, y)


def read(data: bytes) -> Reading:
    return read_document(data, file="kent.pdf", sha256="the hash")


def values(reading: Reading) -> dict[str, str]:
    return {value.field: value.value for value in reading.values}


def test_a_report() -> None:
    reading = read(drawn())
    assert (reading.file, reading.sha256, reading.document) == ("kent.pdf", "the hash", DocumentKind.FULL_INSPECTION)
    assert values(reading) == SOUND
    assert [value.field for value in reading.values] == [name for name in INSPECTION_COLUMNS if name in SOUND]
    assert [(statement.kind, statement.text) for statement in reading.findings] == [
        ("afi", "Leaders should plan for the young.")
    ]
    assert [(passage.section, passage.text, passage.leadership) for passage in reading.passages] == [
        ("partnership", "A new director joined the council in 2023.", "A new director joined the council in 2023."),
        ("experience", "It is good.", ""),
        ("effective", "Leaders listen.", ""),
        ("better", "Leaders should plan.", ""),
    ]
    assert reading.problems == ()
    assert reading.page_sizes == ((595.0, 842.0),)


@pytest.mark.parametrize(
    ("gone", "fields"),
    [
        (
            "outcome",
            {"outcome", "next_full_inspection", "strategic_plan_update_requested", "priority_action_plan_required"},
        ),
        ("details", {"local_authority", "icbs", "icbs_as_printed"}),
        ("team", {"ofsted_lead_inspector", "cqc_lead_inspector", "n_inspectors_ofsted", "n_inspectors_cqc"}),
        ("inspection", {"statutory_basis"}),
        ("closing", {"copyright_year"}),
        ("front", {"title_name", "inspection_start", "inspection_end", "previous_inspection", "previously_inspected"}),
    ],
)
def test_a_part_that_is_missing_leaves_its_fields_open_and_tells_it(gone: str, fields: set[str]) -> None:
    reading = read(drawn(leave_out=gone))
    assert {name for name, value in values(reading).items() if value == "[x]"} == fields
    assert {problem.field for problem in reading.problems} == fields


def test_bullets_that_are_drawn_are_bullets() -> None:
    reading = read(drawn(dotted="better"))
    assert {passage.section: (passage.form, passage.text) for passage in reading.passages} == {
        "partnership": ("paragraph", "A new director joined the council in 2023."),
        "experience": ("paragraph", "It is good."),
        "effective": ("paragraph", "Leaders listen."),
        "better": ("bullet", "Leaders should plan."),
    }
    assert values(reading) == SOUND
    assert reading.problems == ()


@pytest.mark.parametrize("key", ["partnership", "experience", "effective", "better", "afi"])
@pytest.mark.parametrize("how", ["left out", "empty"])
def test_a_section_that_is_missing_or_empty_is_told(key: str, how: str) -> None:
    reading = read(drawn(leave_out=key) if how == "left out" else drawn(empty=key))
    found = "nothing" if how == "left out" else "the heading alone"
    assert [(problem.field, problem.found) for problem in reading.problems] == [(f"section {key}", found)]
    assert key not in {passage.section for passage in reading.passages}


@pytest.mark.parametrize(
    ("data", "kind", "detail"),
    [
        (b"", DocumentKind.EMPTY, "0 bytes"),
        (b"<html></html>", DocumentKind.NOT_A_PDF, "it begins with b'<html></'"),
        (b"%PDF-1.7 and nothing more", DocumentKind.DAMAGED, "its structure cannot be followed"),
    ],
)
def test_what_is_no_report_is_named(data: bytes, kind: DocumentKind, detail: str) -> None:
    reading = read(data)
    assert reading.document is kind
    (problem,) = reading.problems
    assert (problem.field, problem.expected, problem.found) == (
        "document",
        DESCRIPTIONS[DocumentKind.FULL_INSPECTION],
        f"{DESCRIPTIONS[kind]}: {detail}",
    )
    assert (reading.values, reading.findings, reading.passages, reading.page_sizes) == ((), (), (), ())


def test_another_document_of_text() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(300, 200))
    canvas.drawString(20, 100, "A letter about a kettle")
    canvas.save()
    reading = read(buffer.getvalue())
    assert reading.document is DocumentKind.NOT_RECOGNISED
    assert [(problem.field, problem.found) for problem in reading.problems] == [
        ("document", DESCRIPTIONS[DocumentKind.NOT_RECOGNISED])
    ]
    assert reading.values == ()
    assert reading.page_sizes == ((300.0, 200.0),)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_kind_has_its_words(kind: DocumentKind) -> None:
    (problem,) = not_a_report("a.pdf", "0", kind).problems
    assert problem.found == DESCRIPTIONS[kind]


REPORT = drawn()


@given(st.integers(0, len(REPORT)), st.integers(0, 255))
def test_whatever_the_bytes_are_it_says_what_they_are(at: int, byte: int) -> None:
    """One byte changed, and the file cut off there: a reading comes back, with values or with what the file is."""
    for data in (REPORT[:at], REPORT[:at] + bytes([byte]) + REPORT[at + 1 :]):
        reading = read(data)
        if reading.document is DocumentKind.FULL_INSPECTION:
            assert set(values(reading)) >= {"outcome", "inspection_start", "n_areas_for_improvement"}
        else:
            assert [problem.field for problem in reading.problems] == ["document"]
