"""One document read as printed, without a register: what a worker does with a file."""

from dataclasses import replace

from areasend.framework import packaged_framework
from areasend.reports.columns import COLUMN_ORDER, COUNTS
from areasend.reports.fields.details import read_details
from areasend.reports.fields.found import Found
from areasend.reports.fields.imprint import read_copyright, read_footers, read_statute
from areasend.reports.fields.outcome import read_outcome
from areasend.reports.fields.passages import SECTIONS, read_passages
from areasend.reports.fields.statements import read_statements
from areasend.reports.fields.team import read_team
from areasend.reports.fields.title_page import read_title_page
from areasend.reports.kinds import DocumentKind
from areasend.reports.layout.footers import Furnished, part_running_lines
from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.running_on import by_tags, starts_bullet
from areasend.reports.layout.telling import Telling
from areasend.reports.parts import FRONT, Part, part, parts_of
from areasend.reports.pdf import NotReadable, Page, open_pdf
from areasend.reports.reading import Reading, not_a_report
from areasend.reports.recognising import kind_of
from areasend.reports.wording import letters, wording

DOCUMENT_READER = "areasend.reports.document:read_document"
"""Where a worker finds `read_document`."""


def read_document(data: bytes, *, file: str, sha256: str) -> Reading:
    """The reading of one document. Whatever the bytes are, it returns what they are; nothing is raised for them."""
    try:
        with open_pdf(data) as pdf:
            return _read(pdf.pages, file, sha256)
    except NotReadable as error:
        return not_a_report(file, sha256, error.kind, error.detail)


def _read(pages: tuple[Page, ...], file: str, sha256: str) -> Reading:
    furnished = part_running_lines(pages, wording().footer)
    parts = parts_of(furnished)
    if _lists_without_bullets(parts):
        for page in pages:
            page.see_drawn_bullets()
        furnished = part_running_lines(pages, wording().footer)
        parts = parts_of(furnished)
    kind = kind_of(furnished, parts)
    sizes = tuple((round(page.width, 1), round(page.height, 1)) for page in pages)
    if kind is not DocumentKind.FULL_INSPECTION:
        return replace(not_a_report(file, sha256, kind), page_sizes=sizes)
    return _report(furnished, parts, file, sha256, sizes)


def _lists_without_bullets(parts: tuple[Part, ...]) -> bool:
    """Whether a section that is a list in every report shows no bullet: then its bullets may be drawn."""
    lists = [found for key in ("effective", "better") if (found := part(parts, key)) and found.lines]
    return any(not any(starts_bullet(line.text) for line in found.lines) for found in lists)


def _report(
    pages: tuple[Furnished, ...],
    parts: tuple[Part, ...],
    file: str,
    sha256: str,
    sizes: tuple[tuple[float, float], ...],
) -> Reading:
    found = Found()
    by_number = {page.page.number: page.page for page in pages}
    hyphens = Hyphens([line.text for page in pages for line in page.body])

    def all_letters() -> str:
        return letters(" ".join(line.text for page in pages for line in page.body))

    same_element = by_tags(by_number)
    front, box = part(parts, FRONT), part(parts, "outcome")
    read_title_page(_telling(front, hyphens), found)
    found.value("inspection_type", "full")
    read_outcome(_telling(box, hyphens), packaged_framework(), found)
    read_details(part(parts, "details"), by_number, hyphens, all_letters, found)
    read_team(part(parts, "team"), found)
    read_statute(parts, hyphens, found)
    read_copyright(pages, found)
    read_footers(pages, hyphens, found)
    _missing_sections(parts, found)
    findings = tuple(
        statement
        for kind in COUNTS
        for statement in read_statements(part(parts, kind), kind, by_number, hyphens, same_element, found)
    )
    for kind, name in COUNTS.items():
        found.value(name, str(sum(1 for statement in findings if statement.kind == kind)))
    return Reading(
        file=file,
        sha256=sha256,
        document=DocumentKind.FULL_INSPECTION,
        values=tuple(sorted(found.values, key=lambda value: COLUMN_ORDER[value.field])),
        findings=findings,
        passages=read_passages(parts, hyphens, same_element),
        problems=tuple(sorted(set(found.problems))),
        page_sizes=sizes,
    )


def _missing_sections(parts: tuple[Part, ...], found: Found) -> None:
    for key in (*SECTIONS, "afi"):
        here = part(parts, key)
        if here is None or not here.lines:
            found.problem(
                f"section {key}", "a heading with text under it", "nothing" if here is None else "the heading alone"
            )


def _telling(found: Part | None, hyphens: Hyphens) -> Telling:
    return Telling(found.strips if found else (), hyphens)
