"""A report as JSON for programs: the counts, every finding, every number with how it stands."""

from typing import Any

from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.results.model import Finding, Judged, Status
from areasend.check.numbers.results.report import Accepted, Against, Report
from areasend.check.numbers.results.wording import UNOFFICIAL
from areasend.formats import json_bytes

# The order of the keys as the issue that asked for them has it.
_COUNTS = (
    Status.VERIFIED,
    Status.CONSISTENT,
    Status.QUOTED,
    Status.UNEXPLAINED,
    Status.IMPOSSIBLE,
    Status.CONTRADICTED,
)


def report_json(report: Report, *, version: str) -> bytes:
    """The report in UTF-8, one line for each finding and each number. `version` is that of areasend."""
    return json_bytes(report_value(report, version=version))


def report_value(report: Report, *, version: str) -> dict[str, Any]:
    """The same as values. `marks` are the numbers in reading order; their `findings` count from 0."""
    return {
        "numbers": len(report.judged),
        **{status.value: report.count(status) for status in _COUNTS},
        "findings": [_finding(finding) for finding in report.findings],
        "accepted": [_accepted(accepted) for accepted in report.accepted],
        "errors": report.errors,
        "queries": report.queries,
        "against": _against(report.against),
        "files": [_plain(document.file) for document in report.documents],
        "unofficial": UNOFFICIAL,
        "areasend": version,
        "marks": [_mark(entry) for entry in report.judged],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "where": _where(finding.where) | {"quote": _plain(finding.quote)},
        "expected": _plain(finding.expected),
        "found": _plain(finding.found),
        "message": _plain(finding.message),
        "computed": _plain(finding.computed),
        "advice": _plain(finding.advice),
        "records": list(finding.records),
    }


def _accepted(accepted: Accepted) -> dict[str, Any]:
    return _finding(accepted.finding) | {"reason": _plain(accepted.reason)}


def _mark(entry: Judged) -> dict[str, Any]:
    return _where(entry.number.where) | {
        "text": _plain(entry.number.text),
        "status": entry.status.value,
        "how": _plain(entry.how),
        "findings": list(entry.findings),
    }


def _where(where: Where) -> dict[str, Any]:
    inside = {"sheet": where.sheet, "cell": where.cell}
    return {"file": _plain(where.file), "line": where.line} | {
        name: _plain(text) for name, text in inside.items() if text
    }


def _against(against: Against | None) -> dict[str, Any] | None:
    if against is None:
        return None
    cut = against.published_by
    return {
        "as_at": against.as_at.isoformat(),
        "published_by": cut.isoformat() if cut is not None else None,
        "complete_to": against.complete_to.isoformat(),
        "snapshot": against.sha256,
    }


def _plain(text: str) -> str:
    """Without halves of characters, which a file's name may have and UTF-8 may not."""
    return text.encode("utf-8", "replace").decode()
