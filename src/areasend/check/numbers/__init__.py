"""Numbers: a publication read as its readers read it, and every number of it held against the rest and the records.

Holds: readers of text, pages, sheets and whole releases (`documents`), of the numbers in them (`reading`) and of what
these count (`claims`); the rules (`consistency`, `records`, `previous`); what is said in the end (`results`).
May import: framework, register, snapshot, statistics, formats; never publication, which wrote what is read here.
Hands on: `check_publication` and its result, as text, as JSON and as a page.
"""

from areasend.check.numbers.check import check_publication
from areasend.check.numbers.documents.opening import read_publication
from areasend.check.numbers.results.accepting import Acceptance, read_acceptances, reported
from areasend.check.numbers.results.as_json import report_json
from areasend.check.numbers.results.as_page import report_page
from areasend.check.numbers.results.as_text import (
    against_words,
    remark_words,
    report_text,
    state_counts,
    summary_line,
    verdict_line,
)
from areasend.check.numbers.results.report import Accepted, Against, Report

__all__ = [
    "Acceptance",
    "Accepted",
    "Against",
    "Report",
    "against_words",
    "check_publication",
    "read_acceptances",
    "read_publication",
    "remark_words",
    "report_json",
    "report_page",
    "report_text",
    "reported",
    "state_counts",
    "summary_line",
    "verdict_line",
]
