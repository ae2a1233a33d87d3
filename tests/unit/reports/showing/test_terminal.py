"""A reading on a terminal: everything in order, nothing wider than the terminal, nothing that it would act on."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shown_readings import readings, small_reading, value

from areasend.reports import DESCRIPTIONS, DocumentKind, Problem, Reading
from areasend.reports.showing import reading_text


def test_at_a_hundred_columns() -> None:
    """As a person sees it."""
    assert reading_text(small_reading(), width=100) == (
        """\
reports/anywhere.pdf
This is a report of a full area SEND inspection under the framework of January 2023, 3 pages.
sha256 abababababababababababababababababababababababababababababababab

Problems (2)
! outcome, page 1
    expected  one of the three wordings
    found     another wording
! section effective
    expected  a heading with text under it
    found     nothing

Fields (9)
  field                    value                        page  words
  gss_code                 E00000001                          from the register
  inspection_start         2024-01-15                      1  “15 to 19 January 2024”
  inspection_end           2024-01-19                      1  “15 to 19 January 2024”
  previous_revisit         –
! publication_date         [x]                                not found
! outcome                  inconsistent                    1  “The arrangements lead to inconsistent
                                                              experiences”
  n_areas_for_improvement  1                                  the report as a whole
  title_name               Anywhere Local Area             1  “Anywhere Local Area Partnership”
                           Partnership
  footer_dates             15 to 19 January 2024      2 to 3  “15 to 19 January 2024”

Findings (2)
  Area for priority action 1; pages 2 to 3; Anywhere Council; NHS Anywhere ICB
    Leaders should act now:
    • on this
    • on that.
  Area for improvement 1; page 3
    Leaders should improve it.

Sections (1)
  About here
    2 paragraphs, 1 bullet; pages 2 to 3
    senior leaders: “A new director began.”

This is an unofficial reading by areasend of a published inspection report. It is for checking and
not for publication: it holds the names of lead inspectors.
"""
    )


def test_where_it_is_narrow_things_stand_below_each_other() -> None:
    lines = reading_text(small_reading(), width=40).splitlines()
    start = lines.index("! outcome: inconsistent")
    assert lines[start + 1 : start + 3] == ["    page 1: “The arrangements lead to", "      inconsistent experiences”"]


@given(readings(), st.integers(10, 200))
def test_no_line_is_wider_and_nothing_acts_on_the_terminal(reading: Reading, width: int) -> None:
    text = reading_text(reading, width=width)
    assert max(map(len, text.splitlines())) <= max(width, 30)
    assert {character for character in text if unicodedata.category(character)[0] == "C"} <= {"\n"}


@given(readings())
def test_every_problem_and_every_finding_is_there(reading: Reading) -> None:
    text = reading_text(reading, width=150)
    assert text.count("\n    expected") == len(reading.problems)
    assert ("No problem was found" in text) == (not reading.problems)
    assert (f"Findings ({len(reading.findings)})" in text) == bool(reading.findings)


def test_bold_marks_headings_alone() -> None:
    plain, bold = (reading_text(small_reading(), width=80, bold=bold) for bold in (False, True))
    assert bold.replace("\033[1m", "").replace("\033[0m", "") == plain
    assert [line for line in bold.splitlines() if "\033" in line] == [
        f"\033[1m{heading}\033[0m"
        for heading in ("reports/anywhere.pdf", "Problems (2)", "Fields (9)", "Findings (2)", "Sections (1)")
    ]


@pytest.mark.parametrize("kind", DocumentKind)
def test_any_other_document_is_named_as_what_it_is(kind: DocumentKind) -> None:
    problem = Problem(field="document", page=0, expected="a report", found=DESCRIPTIONS[kind])
    text = reading_text(Reading(file="a.pdf", sha256="ab", document=kind, problems=(problem,)), width=300)
    assert f"This is {DESCRIPTIONS[kind]}." in text
    assert "Fields" not in text
    assert "lead inspectors" not in text


def test_keys_break_after_their_underscores() -> None:
    reading = Reading(
        file="a.pdf",
        sha256="",
        document=DocumentKind.FULL_INSPECTION,
        values=(value("strategic_plan_update_requested", "no"),),
    )
    lines = reading_text(reading, width=80).splitlines()
    start = next(place for place, line in enumerate(lines) if "strategic" in line)
    assert [line[2:29].rstrip() for line in lines[start : start + 2]] == ["strategic_plan_update_", "requested"]
