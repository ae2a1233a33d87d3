"""Numbers: a publication read as its readers read it, and every number of it held against the rest and the records.

Holds: readers of text, pages, sheets and whole releases (`documents`), of the numbers in them (`reading`) and of what
these count (`claims`); the rules (`consistency`, `records`, `previous`); what is said in the end (`results`).
May import: framework, register, snapshot, statistics, formats; never publication, which wrote what is read here.
Hands on: `check_publication` and its result, as text, as JSON and as a page.
"""

from areasend.check.numbers.check import check_publication
from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.documents.opening import read_publication
from areasend.check.numbers.release_files import Release, read_release, release_in
from areasend.check.numbers.results import (
    Acceptance,
    Accepted,
    Against,
    Report,
    against_words,
    read_acceptances,
    remark_words,
    report_json,
    report_page,
    report_text,
    reported,
    state_counts,
    summary_line,
    verdict_line,
)
from areasend.check.numbers.results.model import Judged, Result

__all__ = [
    "Acceptance",
    "Accepted",
    "Against",
    "Document",
    "Judged",
    "Release",
    "Report",
    "Result",
    "against_words",
    "check_publication",
    "read_acceptances",
    "read_publication",
    "read_release",
    "release_in",
    "remark_words",
    "report_json",
    "report_page",
    "report_text",
    "reported",
    "state_counts",
    "summary_line",
    "verdict_line",
]
