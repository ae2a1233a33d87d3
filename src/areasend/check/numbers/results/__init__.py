"""Results: findings in order of weight and the state of each number, for people and for programs."""

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
    "read_acceptances",
    "remark_words",
    "report_json",
    "report_page",
    "report_text",
    "reported",
    "state_counts",
    "summary_line",
    "verdict_line",
]
