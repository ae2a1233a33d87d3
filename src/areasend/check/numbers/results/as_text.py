"""A report as text for people, 80 columns wide; it can be piped, and nothing in it depends on a terminal."""

import textwrap
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.marking import pieces
from areasend.check.numbers.results.model import Finding, Status
from areasend.check.numbers.results.report import Accepted, Against, Report
from areasend.check.numbers.results.wording import (
    KIND_WORDS,
    SEVERITY_WORDS,
    STATUS_ORDER,
    UNOFFICIAL,
    counted,
    place_words,
    sentence,
    visible,
)
from areasend.statistics import long_date

_WIDTH = 80
# Inspections that a finding names in the text; the JSON form names them all.
SHOWN_RECORDS = 5
# Files that are counted by themselves; a release has some hundreds.
SHOWN_FILES = 12


def report_text(report: Report) -> str:
    """The report; it ends with a line feed. Same report, same characters."""
    numbers = {entry.number.id: entry.number for entry in report.judged}
    lines = list(_head(report))
    for place, finding in enumerate(report.findings, 1):
        lines += ["", *_finding(f"{place}. ", finding, numbers)]
    if report.accepted:
        lines += ["", "Accepted, each with its reason:"]
        for accepted in report.accepted:
            lines += ["", *_accepted(accepted, numbers)]
    lines += ["", *_wrapped(UNOFFICIAL)]
    return "\n".join(lines) + "\n"


def summary_line(report: Report) -> str:
    """How the numbers stand, in one line: `1,204 numbers: 1,100 verified, 90 consistent, 14 unexplained`."""
    said = ", ".join(f"{count:,} {state}" for state, count in state_counts(report) if count)
    return f"{counted(len(report.judged), 'number')}{': ' if said else ''}{said}"


def state_counts(report: Report) -> tuple[tuple[str, int], ...]:
    """Every state with its count, what is right first."""
    return tuple((status.value, report.count(status)) for status in STATUS_ORDER)


def remark_words(finding: Finding) -> dict[str, str]:
    """What a finding is about and where, for other pages than its own."""
    return {
        "severity": SEVERITY_WORDS[finding.severity],
        "kind": KIND_WORDS[finding.kind],
        "where": place_words(finding.where),
    }


def verdict_line(report: Report) -> str:
    """What was found, in one line: `2 errors, 1 query, 3 accepted`, or `no error, no query`."""
    errors = counted(report.errors, "error") if report.errors else "no error"
    queries = counted(report.queries, "query", "queries") if report.queries else "no query"
    accepted = f", {len(report.accepted):,} accepted" if report.accepted else ""
    return f"{errors}, {queries}{accepted}"


def against_words(against: Against | None) -> str:
    """Which records were used, in a sentence."""
    if against is None:
        return "The publication was held against itself; no records were used."
    cut = f", reports published by {long_date(against.published_by)}" if against.published_by is not None else ""
    return (
        f"Held against records as at {long_date(against.as_at)}{cut}, complete to {long_date(against.complete_to)}, "
        f"snapshot {against.sha256[:12]}."
    )


def _head(report: Report) -> Iterator[str]:
    by_file: dict[str, Counter[Status]] = {document.file: Counter() for document in report.documents}
    for entry in report.judged:
        by_file.setdefault(entry.number.passage.file, Counter())[entry.status] += 1
    if len(by_file) > 1:
        yield from _files(by_file, {finding.where.file for finding in report.findings})
        yield from _wrapped(f"{counted(len(by_file), 'file')}: {summary_line(report)}", "  ")
    else:
        yield from _wrapped(f"{', '.join(map(visible, by_file))}: {summary_line(report)}", "  ")
    yield f"{verdict_line(report).capitalize()}."
    yield from _wrapped(against_words(report.against))


def _files(by_file: Mapping[str, Counter[Status]], remarked: Collection[str]) -> Iterator[str]:
    """Each file with its counts; of many, those that there is something to say of."""
    many = len(by_file) > SHOWN_FILES
    told = [file for file in by_file if not many or file in remarked][:SHOWN_FILES]
    for file in told:
        counts = by_file[file]
        said = ", ".join(f"{counts[status]:,} {status.value}" for status in STATUS_ORDER if counts[status])
        yield from _wrapped(f"{visible(file)}: {counted(counts.total(), 'number')}{': ' if said else ''}{said}", "  ")
    if len(told) < len(by_file):
        yield f"{counted(len(by_file) - len(told), 'other file')}, told in the JSON form"


def _finding(sign: str, finding: Finding, numbers: Mapping[int, Number]) -> Iterator[str]:
    margin = " " * len(sign)
    yield from _wrapped(f"{sign}{SEVERITY_WORDS[finding.severity].upper()}: {KIND_WORDS[finding.kind]}", margin)
    yield f"{margin}{place_words(finding.where)}"
    if finding.quote:
        marked = "".join(f">>{piece.text}<<" if piece.marked else piece.text for piece in pieces(finding, numbers))
        yield from _wrapped(f"{margin}| {visible(marked)}", f"{margin}| ")
    if finding.expected or finding.found:
        yield from _labelled(margin, "expected", finding.expected)
        yield from _labelled(margin, "found", finding.found)
    yield from _labelled(margin, "why", sentence(finding.message))
    yield from _labelled(margin, "computed", finding.computed)
    yield from _labelled(margin, "behind it", _records(finding.records))
    yield from _labelled(margin, "what to do", sentence(finding.advice))


def _accepted(accepted: Accepted, numbers: Mapping[int, Number]) -> Iterator[str]:
    yield from _finding("-  ", accepted.finding, numbers)
    yield from _labelled("   ", "accepted", accepted.reason)


def _records(records: tuple[str, ...]) -> str:
    if not records:
        return ""
    more = len(records) - SHOWN_RECORDS
    named = ", ".join(records[:SHOWN_RECORDS])
    return f"{counted(len(records), 'inspection')}: {named}{f' and {more:,} more' if more > 0 else ''}"


def _labelled(margin: str, label: str, text: str) -> Iterator[str]:
    if text:
        start = f"{margin}{label:<11}"
        yield from _wrapped(f"{start}{visible(text)}", " " * len(start))


def _wrapped(text: str, margin: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent=margin, break_on_hyphens=False, drop_whitespace=True, replace_whitespace=False
    )
