"""Dates that cannot be, and dates that cannot all be."""

import pytest
from tests.unit.check.numbers.building import Writer, found_by

from areasend.check.numbers.consistency.dates import document_dates, impossible_dates
from areasend.check.numbers.documents.model import Role
from areasend.check.numbers.results.model import Kind, Severity


@pytest.mark.parametrize(
    ("text", "kind", "severity"),
    [
        ("It ended on 31 June 2024.", Kind.DATE, Severity.ERROR),
        ("It ended on 2024-02-30.", Kind.DATE, Severity.ERROR),
        ("It ended on 31/06/2024.", Kind.DATE, Severity.ERROR),
        ("It ended on 2024-13-01.", Kind.DATE, Severity.ERROR),
        ("Inspections between 1 January 2024 and 31 December 2023.", Kind.PERIOD, Severity.ERROR),
        ("The change between 31 December 2024 and 31 December 2023.", Kind.PERIOD, Severity.QUERY),
        ("It was on Monday 31 December 2024.", Kind.DATE, Severity.ERROR),
        ("No inspection on Friday, 1 January 2024.", Kind.DATE, Severity.ERROR),
    ],
)
def test_what_no_calendar_has(text: str, kind: Kind, severity: Severity) -> None:
    (found,) = found_by(impossible_dates, Writer().text(text))
    assert (found.kind, found.severity) == (kind, severity)


@pytest.mark.parametrize(
    "text",
    [
        "On 2024-02-29 it ended.",
        "On Wednesday 1 January 2025 it ended.",
        "On 29 February 2024.",
        "In 2023/24.",
        "From 2023 to 2024.",
        "On 1 May.",
    ],
)
def test_right_dates_are_silent(text: str) -> None:
    assert found_by(impossible_dates, Writer().text(text)) == []


def dated(title: str, *passages: str) -> Writer:
    written = Writer(title=title).heading(title, 1)
    for passage in passages:
        written.text(passage)
    return written


def test_published_before_the_day_it_is_as_at() -> None:
    (found,) = found_by(document_dates, dated("Outcomes as at 31 December 2024", "Published 26 June 2024"))
    assert (found.kind, found.severity, found.where.line) == (Kind.DATE, Severity.ERROR, 2)
    assert found_by(document_dates, dated("Outcomes as at 31 December 2024", "Published 26 June 2025")) == []
    assert found_by(document_dates, dated("Outcomes as at 31 December 2024", "Published in good time")) == []
    assert found_by(document_dates, dated("Outcomes since 2024", "Published: 26 June 2023")) == []


def test_a_known_publication_has_its_day() -> None:
    title = "Main findings: area SEND inspections and outcomes in England as at 31 December 2024"
    assert found_by(document_dates, dated(title, "Published 26 June 2025")) == []
    (found,) = found_by(document_dates, dated(title, "Published 27 June 2025"))
    assert (found.severity, found.expected) == (Severity.QUERY, "26 June 2025")


def test_a_heading_as_at_a_later_day_than_the_title() -> None:
    title = "Outcomes as at 31 December 2024"
    (found,) = found_by(document_dates, Writer().heading(title, 1).heading("By region as at 31 December 2025"))
    assert (found.severity, found.where.line, found.expected) == (Severity.QUERY, 1, "31 December 2025")
    by_caption = Writer().heading(title, 1).table(["a", "b"], ["c", "1"], caption="Table 1: As at 31 May 2026")
    (found,) = found_by(document_dates, by_caption.text("Figure 1: As at 31 May 2026", Role.CAPTION))
    assert "a.txt, line 2; a.txt, line 7" in found.message
    assert found.severity is Severity.ERROR
    assert found_by(document_dates, Writer().heading(title, 1).heading("By region as at 31 December 2023")) == []
    assert found_by(document_dates, Writer().text("A").heading(title).heading("Later as at 31 December 2025")) == []


HEADING = "Inspections between 1 January 2024 and 31 December 2024"


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("During the 2023 calendar year, we carried out 28 inspections.", [Severity.ERROR]),
        ("In 2023, there were fewer than now.", [Severity.QUERY]),
        ("During the 2024 calendar year, we carried out 28 inspections.", []),
        ("Between 1 January 2023 and 31 December 2024 we went on.", []),
        ("We carried out 28 inspections, after 26 in 2023.", []),
        ("We carried out 28 inspections.", []),
        ("In all the many schools and homes and colleges that we went to in 2023.", []),
    ],
)
def test_a_heading_and_its_first_sentence(text: str, severities: list[Severity]) -> None:
    found = found_by(document_dates, Writer().heading("Top", 1).heading(HEADING).text(text).text("In 2019 too."))
    assert [finding.severity for finding in found] == severities
    assert all(finding.kind is Kind.PERIOD for finding in found)


def test_only_what_follows_a_heading_of_one_period_is_held_against_it() -> None:
    assert found_by(document_dates, Writer().heading(HEADING).text("In 2023 it was.", Role.NOTE)) == []
    assert found_by(document_dates, Writer().heading("In the spring").text("In 2023 it was.")) == []
    assert found_by(document_dates, Writer().text("In 2023 it was.").heading(HEADING).items("In 2023")) == []
    assert found_by(document_dates, Writer().heading(HEADING).text("Menu 2023", Role.FURNITURE).text("In 2024.")) == []


def test_a_summary_with_a_period_that_no_section_has() -> None:
    def written(first: str, last: str) -> Writer:
        return (
            Writer()
            .items(f"outcomes between 1 January 2024 and {first}", f"outcomes between {last} and 31 December 2024")
            .heading(HEADING)
            .heading("Inspections between 1 January 2023 and 31 December 2024")
            .items("nothing", "at all")
        )

    assert found_by(document_dates, written("31 December 2024", "1 January 2023")) == []
    (found,) = found_by(document_dates, written("30 November 2024", "1 January 2023"))
    assert (found.kind, found.severity, found.where.line) == (Kind.PERIOD, Severity.QUERY, 1)
    assert found_by(document_dates, written("30 November 2024", "1 March 2023")) == []
    other = Writer().items("between 1 March 2019 and 5 April 2020").heading(HEADING)
    assert found_by(document_dates, other) == []
