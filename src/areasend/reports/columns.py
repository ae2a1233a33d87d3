"""The columns of the files that `reports read` writes, in order, each with what it holds."""

INSPECTION_COLUMNS: dict[str, str] = {
    "file": "the document, as its path under the folder that was read",
    "sha256": "sha256 of the document's bytes",
    "inspection_id": "area code and first day",
    "inspection_type": "full",
    "urn": "the inspectorate's number of the local area, from the register",
    "la_code": "the department's number of the local area, from the register",
    "gss_code": "the area code of the Office for National Statistics, from the register",
    "local_area": "name of the local area, from the register",
    "ofsted_region": "from the register",
    "ons_region": "from the register",
    "inspection_start": "first day, from the title page",
    "inspection_end": "last day, from the title page",
    "previous_inspection": "the previous inspection as printed",
    "previously_inspected": "yes or no",
    "previous_inspection_start": "first day of the previous inspection, or its only day",
    "previous_inspection_end": "last day of the previous inspection, where a span is printed",
    "previous_revisit": "day of a revisit, where one is printed",
    "publication_date": "from the file of dates: it does not stand in the documents",
    "report_url": "address of the report, from the file of dates",
    "outcome": "key of the outcome whose wording is printed",
    "next_full_inspection": "interval to the next full inspection as printed, such as 3 years",
    "monitoring_inspection": "interval to the monitoring inspection as printed, such as 18 months",
    "strategic_plan_update_requested": "yes or no",
    "priority_action_plan_required": "yes or no",
    "n_areas_for_priority_action": "statements read",
    "n_areas_for_improvement": "statements read",
    "icbs": "integrated care boards by their canonical names, parted by semicolons",
    "icbs_as_printed": "the same as the details table prints them, parted by semicolons",
    "local_authority": "as the details table prints it",
    "ofsted_lead_inspector": "names parted by semicolons; they stay in the reading",
    "cqc_lead_inspector": "names parted by semicolons; they stay in the reading",
    "n_inspectors_ofsted": "people listed under Ofsted",
    "n_inspectors_cqc": "people listed under the Care Quality Commission",
    "statutory_basis": "section of the Children Act 2004 as printed, such as 20(1)(a)",
    "pages": "pages of the document",
    "copyright_year": "year of the copyright line",
    "title_name": "the local area partnership as the title page prints it",
    "footer_dates": "inspection dates as the page footers print them",
    "corrections_sha256": "hash of a person's corrections that the values stand under; empty where there are none",
}

COLUMN_ORDER = {name: number for number, name in enumerate(INSPECTION_COLUMNS)}
COUNTS = {"apa": "n_areas_for_priority_action", "afi": "n_areas_for_improvement"}
"""The column that counts the statements of each kind."""

FINDING_COLUMNS: dict[str, str] = {
    "inspection_id": "area code and first day",
    "gss_code": "the area code of the Office for National Statistics, from the register",
    "local_area": "name of the local area, from the register",
    "kind": "apa or afi",
    "seq": "place in its table, from 1",
    "responsible_body": "as printed",
    "responsible_bodies": "the same taken apart, in order, parted by semicolons",
    "text": "the statement; each bullet starts with a dot",
    "n_bullets": "bullets in the statement",
    "page_start": "first page, from 1",
    "page_end": "last page",
    "file": "the document",
}

SECTION_COLUMNS: dict[str, str] = {
    "inspection_id": "area code and first day",
    "gss_code": "the area code of the Office for National Statistics, from the register",
    "local_area": "name of the local area, from the register",
    "section": "key of the section",
    "heading": "as printed",
    "seq": "place in its section, from 1",
    "form": "paragraph, bullet or sub-bullet",
    "text": "the paragraph or bullet",
    "leadership": "its sentences on changes of senior leaders",
    "page_start": "first page, from 1",
    "page_end": "last page",
    "file": "the document",
}

PROBLEM_COLUMNS: dict[str, str] = {
    "file": "the document",
    "field": "the field concerned",
    "page": "the page, where it is one",
    "expected": "what should be there",
    "found": "what is there",
}

COLUMNS_OF_TABLES = {
    "inspections": INSPECTION_COLUMNS,
    "findings": FINDING_COLUMNS,
    "sections": SECTION_COLUMNS,
    "problems": PROBLEM_COLUMNS,
}
"""The tables by the names of their files."""
