"""A report that was changed is never read as if it were whole: what is gone or contradicts is a problem, not filled in.

On reports that the tests wrote, and on the published ones where ../shared is there; of these every eighth change, with
--long every one.
"""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.reports_mutated.editing import Finding
from tests.reports_mutated.mutations import Facts, Mutated, mutations
from tests.reports_mutated.shown import ShownPage
from tests.reports_written.written import WrittenReport, written_report

from areasend.framework import packaged_framework
from areasend.register import packaged_register
from areasend.reports import NOT_FOUND, DocumentKind, PublicationDates, Reading
from areasend.reports.document import read_document
from areasend.reports.settling import settled

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

SHARED = Path(__file__).parents[3] / "shared"
PUBLISHED = sorted((SHARED / "reports").glob("*.pdf"))
SOME, MANY, EIGHTH = 6, 60, 8


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(MANY if metafunc.config.getoption("--long") else SOME))


def test_a_written_report_that_was_changed(seed: int) -> None:
    report = written_report(seed)
    truth = report.truth.fields
    missed = [fault for one in mutations(report.data, _facts_of(report)) for fault in _missed(one, truth)]
    assert missed == []


@pytest.mark.skipif(not PUBLISHED, reason="../shared is not there: no published reports to change")
@pytest.mark.parametrize("number", range(len(PUBLISHED)), ids=[path.stem for path in PUBLISHED])
def test_a_published_report_that_was_changed(number: int, request: pytest.FixtureRequest) -> None:
    path = PUBLISHED[number]
    data, truth = path.read_bytes(), _inspections()[path.name.split("-")[0]]
    every = 1 if request.config.getoption("--long") else EIGHTH
    chosen = list(mutations(data, _facts_of_published(data, path.name.split("-")[0])))[number % every :: every]
    missed = [fault for one in chosen for fault in _missed(one, truth)]
    assert missed == []


def _missed(one: Mutated, truth: dict[str, str]) -> Iterator[str]:
    """What of the change was not reported, and what was filled in all the same."""
    reading = _read(one.data)
    problems = {problem.field for problem in reading.problems}
    for group in one.reported:
        if not group & problems:
            yield f"{one.what}: no problem with {' or '.join(sorted(group))}"
    for name in sorted(one.gone):
        filled = reading.text(name)
        if filled not in ("", NOT_FOUND) and filled == truth[name]:
            yield f"{one.what}: {name} filled in as {filled}"


def _read(data: bytes) -> Reading:
    reading = read_document(data, file="report.pdf", sha256=hashlib.sha256(data).hexdigest())
    if reading.document is not DocumentKind.FULL_INSPECTION:
        return reading
    (done,) = settled(
        [reading],
        register=packaged_register(),
        framework=packaged_framework(),
        with_dates=PublicationDates().dated,
        corrected=lambda one: one,
    )
    return done


def _facts_of(report: WrittenReport) -> Facts:
    return Facts(
        dates=report.content.dates_printed,
        previous=report.truth.fields["previous_inspection"],
        footer_dates=report.truth.fields["footer_dates"],
        findings=tuple(Finding(one.kind, one.text, one.page_start, one.page_end) for one in report.truth.findings),
        numbered=report.style.foot.numbered,
    )


def _facts_of_published(data: bytes, urn: str) -> Facts:
    truth = _inspections()[urn]
    with pikepdf.open(BytesIO(data)) as pdf:
        row = ShownPage(pdf, pdf.pages[0]).row("Inspection dates")
    assert row is not None
    dates = " ".join(row.text.split(":", 1)[1].split())
    return Facts(dates, truth["previous_inspection"], truth["footer_dates"], _statements()[urn])


@cache
def _inspections() -> dict[str, dict[str, str]]:
    with (SHARED / "truth" / "inspections.csv").open(encoding="utf-8", newline="") as file:
        return {row["urn"]: {**row, "copyright_year": row["inspection_end"][:4]} for row in csv.DictReader(file)}


@cache
def _statements() -> dict[str, tuple[Finding, ...]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    with (SHARED / "truth" / "statements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            finding = Finding(row["kind"], row["text"], int(row["page_start"]), int(row["page_end"]))
            found[row["urn"]].append(finding)
    return {urn: tuple(findings) for urn, findings in found.items()}
