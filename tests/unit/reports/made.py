"""Readings for tests: a sound report of one area, in which only what a test says differs."""

from collections.abc import Mapping
from dataclasses import replace

from tests.factories import POSITIVE

from areasend.reports import Box, DocumentKind, FoundStatement, Passage, Place, Problem, Reading, Value

FIELDS = {
    "inspection_type": "full",
    "inspection_start": "2024-02-12",
    "inspection_end": "2024-02-16",
    "previous_inspection": "Not previously inspected",
    "previously_inspected": "no",
    "outcome": POSITIVE,
    "next_full_inspection": "5 years",
    "strategic_plan_update_requested": "yes",
    "priority_action_plan_required": "no",
    "n_areas_for_priority_action": "0",
    "n_areas_for_improvement": "1",
    "footer_dates": "12 to 16 February 2024",
}


def place(page: int = 1, words: str = "words") -> Place:
    return Place(page, words, Box(10.0, 20.0, 30.5, 40.0))


def report(area: str, *, file: str = "", sha256: str = "", fields: Mapping[str, str] | None = None) -> Reading:
    """A reading as `read_document` gives it, of an area by its name."""
    named = {"title_name": f"{area} Local Area Partnership", "local_authority": f"{area} Council"}
    values = FIELDS | named | dict(fields or {})
    file = file or f"{area}.pdf"
    return Reading(
        file=file,
        sha256=sha256 or f"sha of {file}",
        document=DocumentKind.FULL_INSPECTION,
        values=tuple(Value(field=name, value=value, places=(place(2),)) for name, value in values.items()),
        findings=(
            FoundStatement(
                kind="afi",
                seq=1,
                responsible_body="",
                responsible_bodies=(),
                text="Leaders should plan: • now",
                n_bullets=1,
                places=(place(5, "Leaders should plan:"), place(6, "• now")),
            ),
        ),
        passages=(
            Passage(
                section="partnership",
                heading="Information about the local area partnership",
                seq=1,
                form="paragraph",
                text="A new director joined.",
                leadership="A new director joined.",
                places=(place(3),),
            ),
        ),
        page_sizes=((595.0, 842.0),),
    )


def other_document(file: str, kind: DocumentKind = DocumentKind.NO_TEXT) -> Reading:
    problem = Problem(field="document", page=0, expected="a report", found=kind.value)
    return Reading(file=file, sha256="sha of another", document=kind, problems=(problem,))


def without(reading: Reading, *names: str) -> Reading:
    return replace(reading, values=tuple(value for value in reading.values if value.field not in names))
