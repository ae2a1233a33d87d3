"""A report as one HTML file: what was found, then the publication itself with every number marked.

The file needs nothing beside it and runs nothing: its style stands in it, and its own policy lets nothing else in.
"""

import base64
import hashlib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.accepting import acceptance_lines
from areasend.check.numbers.results.as_text import SHOWN_RECORDS, against_words, verdict_line
from areasend.check.numbers.results.marking import Piece, pieces
from areasend.check.numbers.results.model import Finding, Judged
from areasend.check.numbers.results.report import Report
from areasend.check.numbers.results.shown import Reason, reasons, shown
from areasend.check.numbers.results.wording import (
    KIND_WORDS,
    SEVERITY_WORDS,
    STATUS_ORDER,
    STATUS_WORDS,
    UNOFFICIAL,
    counted,
    place_words,
    sentence,
    visible,
)
from areasend.formats import page_environment

_LONGEST_TITLE = 120


def report_page(report: Report, *, version: str) -> bytes:
    """The file in UTF-8. `version` is that of areasend."""
    style = _packaged("assets/check.css")
    stands = reasons(report.judged)
    seen = shown(report)
    numbers = {entry.number.id: entry.number for entry in report.judged}
    text = _template()(
        report=report,
        title=_title(report),
        verdict=verdict_line(report).capitalize(),
        against=against_words(report.against),
        counts=[(status.value, report.count(status), STATUS_WORDS[status]) for status in STATUS_ORDER],
        findings=[_finding(finding, numbers) for finding in report.findings],
        accepted=[(_finding(entry.finding, numbers), visible(entry.reason)) for entry in report.accepted],
        seen=seen,
        leads=_leads(report, stands),
        stands={
            status.value: [entry for entry in enumerate(stands, 1) if entry[1].status is status]
            for status in STATUS_ORDER
        },
        unofficial=UNOFFICIAL,
        version=version,
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return text.encode("utf-8", "replace")


def _title(report: Report) -> str:
    """What the publication calls itself, or the name of its file."""
    named = [visible(document.title.strip() or document.file) for document in report.documents]
    first = named[0] if named else "no file"
    more = f" and {counted(len(named) - 1, 'other file')}" if len(named) > 1 else ""
    return f"{first if len(first) <= _LONGEST_TITLE else first[: _LONGEST_TITLE - 1] + '…'}{more}"


def _finding(finding: Finding, numbers: dict[int, Number]) -> dict[str, object]:
    """A finding for the template."""
    more = len(finding.records) - SHOWN_RECORDS
    return {
        "severity": finding.severity.value,
        "word": SEVERITY_WORDS[finding.severity],
        "kind": KIND_WORDS[finding.kind],
        "where": place_words(finding.where),
        "quote": [Piece(visible(piece.text), piece.marked) for piece in pieces(finding, numbers)],
        "rows": [
            (label, visible(said))
            for label, said in (
                ("Expected", finding.expected),
                ("Found", finding.found),
                ("Why", sentence(finding.message)),
                ("Computed", finding.computed),
                ("What to do", sentence(finding.advice)),
            )
            if said
        ],
        "records": finding.records[:SHOWN_RECORDS],
        "behind": counted(len(finding.records), "inspection"),
        "more": f"{more:,}" if more > 0 else "",
        "entry": "\n".join(acceptance_lines(finding)),
    }


def _leads(report: Report, stands: list[Reason]) -> dict[int, str]:
    """Where each number leads, by its id: to the first finding about it, or to the reason why it stands as it does."""
    leads = {entry.number.id: f"s{place}" for place, reason in enumerate(stands, 1) for entry in reason.numbers}
    for place, accepted in enumerate(report.accepted, 1):
        leads |= {number: f"a{place}" for number in accepted.finding.numbers if number in leads}
    return leads | {entry.number.id: f"f{entry.findings[0] + 1}" for entry in report.judged if entry.findings}


def _line(entry: Judged) -> str:
    where = entry.number.where
    return where.cell or f"line {where.line}"


def _packaged(name: str) -> str:
    return (files("areasend.check.numbers.results") / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Callable[..., str]:
    environment = page_environment(Path(str(files("areasend.check.numbers.results") / "templates")))
    environment.filters |= {"visible": visible, "counted": counted, "line": _line}
    return environment.get_template("check.html.j2").render
