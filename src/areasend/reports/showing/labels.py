"""What a person calls the parts of a reading, where a file has a key."""

from collections.abc import Iterable, Sequence

from areasend.reports.reading import Origin

FIELD_LABELS = {
    "document": "Document",
    "file": "File",
    "sha256": "Hash of the file",
    "inspection_id": "Inspection",
    "inspection_type": "Type of inspection",
    "urn": "Inspectorate’s number of the area",
    "la_code": "Department’s number of the area",
    "gss_code": "Area code",
    "local_area": "Local area",
    "ofsted_region": "Ofsted region",
    "ons_region": "ONS region",
    "inspection_start": "First day of the inspection",
    "inspection_end": "Last day of the inspection",
    "previous_inspection": "Previous inspection, as printed",
    "previously_inspected": "Inspected before",
    "previous_inspection_start": "First day of the previous inspection",
    "previous_inspection_end": "Last day of the previous inspection",
    "previous_revisit": "Revisit",
    "publication_date": "Publication date",
    "report_url": "Address of the report",
    "outcome": "Outcome",
    "next_full_inspection": "Next full inspection",
    "monitoring_inspection": "Monitoring inspection",
    "strategic_plan_update_requested": "Update of the strategic plan requested",
    "priority_action_plan_required": "Priority action plan required",
    "n_areas_for_priority_action": "Areas for priority action",
    "n_areas_for_improvement": "Areas for improvement",
    "icbs": "Integrated care boards",
    "icbs_as_printed": "Integrated care boards, as printed",
    "local_authority": "Local authority",
    "ofsted_lead_inspector": "Ofsted lead inspector",
    "cqc_lead_inspector": "CQC lead inspector",
    "n_inspectors_ofsted": "Ofsted’s team",
    "n_inspectors_cqc": "CQC’s team",
    "statutory_basis": "Statutory basis",
    "pages": "Pages",
    "copyright_year": "Copyright year",
    "title_name": "Name on the title page",
    "footer_dates": "Inspection dates in the footers",
    "corrections_sha256": "Hash of the corrections",
}

ORIGIN_LABELS = {
    Origin.REGISTER: "from the register",
    Origin.DATES: "from the file of dates",
    Origin.CORRECTION: "corrected by a person",
}

STATEMENT_LABELS = {"apa": "Area for priority action", "afi": "Area for improvement"}

UNOFFICIAL = "This is an unofficial reading by areasend of a published inspection report."
FOR_CHECKING = "It is for checking and not for publication: it holds the names of lead inspectors."


def field_label(field: str) -> str:
    """A field in words; the key itself where there are none."""
    return FIELD_LABELS.get(field, field)


def statement_label(kind: str, seq: int) -> str:
    return f"{STATEMENT_LABELS.get(kind, kind)} {seq}"


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "page"), counted(2, "page")
    ('1 page', '2 pages')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def page_span(pages: Sequence[int]) -> str:
    """Pages in words, those that follow each other together.

    >>> page_span([3]), page_span([1, 2, 3]), page_span([1, 3, 4]), page_span([])
    ('page 3', 'pages 1 to 3', 'pages 1, 3 to 4', 'no page')
    """
    if not pages:
        return "no page"
    runs: list[tuple[int, int]] = []
    for page in pages:
        follows = runs and runs[-1][1] == page - 1
        runs[len(runs) - bool(follows) :] = [(runs[-1][0] if follows else page, page)]
    spans = ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in runs)
    return f"page{'' if len(pages) == 1 else 's'} {spans}"


def form_counts(forms: Iterable[tuple[str, int]]) -> str:
    """How many passages of each form.

    >>> form_counts([("paragraph", 2), ("bullet", 1)])
    '2 paragraphs, 1 bullet'
    """
    return ", ".join(counted(number, form) for form, number in forms)
