"""A report for people: what it says, in which order, and how wide."""

from dataclasses import replace
from datetime import date

import pytest
from tests.checked_documents import DOCUMENT, NAME, RESULT, ROSES, SAID, SHARE, finding, judged, number, passage

from areasend.check.numbers import Acceptance, Against, Report, report_text, reported, summary_line, verdict_line
from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.results.model import Kind, Result, Severity, Status

AGAINST = Against(as_at=date(2024, 12, 31), published_by=None, complete_to=date(2025, 6, 30), sha256="ab" * 32)

EXPECTED = """\
note.txt: 12 numbers: 1 verified, 6 consistent, 1 quoted, 2 unexplained, 1
  impossible, 1 contradicted
2 errors, 1 query.
The publication was held against itself; no records were used.

1. ERROR: The text and a table differ
   note.txt, line 2
   | Of 14 gardens, >>5<< (35%) had roses, and 9 had none; 120 people asked.
   expected   10
   found      5
   why        The table has 10, the sentence 5.
   computed   4 + 6 = 10
   behind it  7 inspections: E06000000-2023-02-06, E06000001-2023-02-06,
              E06000002-2023-02-06, E06000003-2023-02-06, E06000004-2023-02-06
              and 2 more
   what to do Correct the sentence or the table.

2. ERROR: No count gives this percentage
   note.txt, line 2
   | Of 14 gardens, 5 (>>35%<<) had roses, and 9 had none; 120 people asked.
   expected   36%
   found      35%
   why        5 of 14 is 35.7%, which rounds to 36%.

3. QUERY: A name is written in another way
   note.txt, line 13
   | >>Dorset<<
   expected   Dorsetshire
   found      Dorset
   why        The table has Dorsetshire, the sentence Dorset.
"""


def test_the_whole_of_it() -> None:
    assert report_text(reported(RESULT)).startswith(EXPECTED)


def test_no_line_is_wider_than_80_columns() -> None:
    long = finding(
        SAID, found="5", expected="10", quote="gardens " * 60, message="why " * 60, computed="1 + " * 60 + "1"
    )
    result = replace(RESULT, findings=(long, *RESULT.findings[1:]))
    lines = report_text(reported(result, against=AGAINST)).splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) > 30


def test_the_records_are_named() -> None:
    cut = replace(AGAINST, published_by=date(2025, 1, 31))
    for against, said in (
        (AGAINST, "as at 31 December 2024, complete to 30 June 2025, snapshot"),
        (cut, "as at 31 December 2024, reports published by 31 January 2025"),
    ):
        assert f"Held against records {said}" in " ".join(report_text(reported(RESULT, against=against)).split())


def test_what_was_accepted_stands_at_the_end_with_its_reason() -> None:
    entry = Acceptance(
        where=Where(file="a.toml", line=1),
        kind=ROSES.kind,
        file="note.txt",
        found="5",
        quote=ROSES.quote,
        reason="So it is.",
    )
    text = report_text(reported(RESULT, (entry,)))
    assert "1 error, 1 query, 1 accepted." in " ".join(text.split())
    head, tail = text.split("Accepted, each with its reason:")
    assert ROSES.message not in head
    assert ROSES.message in tail
    assert "   accepted   So it is." in tail


def test_several_files_are_counted_by_themselves_and_together() -> None:
    other = replace(DOCUMENT, file="other.csv", blocks=(passage(0, "8", file="other.csv"),), notes=())
    eight = number(99, passage(0, "8", file="other.csv"), "8")
    result = Result(
        documents=(DOCUMENT, other, replace(other, file="none.md")),
        judged=(*RESULT.judged, judged(eight, Status.VERIFIED, "so")),
        findings=(),
    )
    lines = report_text(reported(result)).splitlines()
    assert lines[2:6] == [
        "other.csv: 1 number: 1 verified",
        "none.md: 0 numbers",
        "3 files: 13 numbers: 2 verified, 6 consistent, 1 quoted, 2 unexplained, 1",
        "  impossible, 1 contradicted",
    ]
    assert "No error, no query." in lines


def test_of_many_files_those_are_told_that_have_a_remark() -> None:
    others = tuple(replace(DOCUMENT, file=f"{place}.csv", blocks=(), notes=()) for place in range(40))
    lines = report_text(reported(replace(RESULT, documents=(*others, DOCUMENT)))).splitlines()
    assert lines[0].startswith("note.txt: 12 numbers: ")
    assert lines[2] == "40 other files, told in the JSON form"
    remarks = tuple(
        finding(SAID, found="", expected="", where=Where(file=f"{place}.csv", line=1)) for place in range(40)
    )
    lines = report_text(reported(replace(RESULT, documents=others, judged=(), findings=remarks))).splitlines()
    assert lines[11:13] == ["11.csv: 0 numbers", "28 other files, told in the JSON form"]


@pytest.mark.parametrize(
    ("findings", "line"),
    [((), "no error, no query"), ((ROSES,), "1 error, no query"), ((ROSES, SHARE, NAME, NAME), "2 errors, 2 queries")],
)
def test_the_verdict_in_a_line(findings: tuple[object, ...], line: str) -> None:
    assert verdict_line(reported(replace(RESULT, findings=findings, judged=()))) == line  # type: ignore[arg-type]


def test_a_publication_without_numbers() -> None:
    empty = Report(documents=(DOCUMENT,), judged=(), findings=())
    assert summary_line(empty) == "0 numbers"
    assert report_text(empty).startswith("note.txt: 0 numbers\nNo error, no query.\n")


def test_a_text_cannot_steer_the_terminal() -> None:
    hostile = finding(
        SAID, found="\x1b[2J", expected="\u202e5", quote="a\x1b[31m\u202eb\ud800", where=Where(file="f\x1b.txt", line=1)
    )
    text = report_text(reported(replace(RESULT, findings=(hostile,), judged=())))
    assert not {"\x1b", "\u202e", "\ud800"} & set(text)
    text.encode()


def test_a_finding_of_few_words_has_few_lines() -> None:
    bare = finding(SAID, found="", expected="", quote="", message="A note has two meanings.", kind=Kind.FOOTNOTE)
    bare = replace(bare, severity=Severity.QUERY)
    text = report_text(reported(replace(RESULT, findings=(bare,), judged=())))
    assert (
        "1. QUERY: A footnote and its markers do not fit\n   note.txt, line 2\n   why        A note has two meanings.\n"
        in text
    )
