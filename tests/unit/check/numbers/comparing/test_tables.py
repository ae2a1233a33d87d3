"""Tables are held against the records, or against the sentences of their document: exchanged lines, then cells."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, area, inspection, register, snapshot
from tests.unit.check.numbers.building import Writer, all_quoted
from tests.unit.check.numbers.comparing.held import (
    OUTCOMES,
    REGION_TITLE,
    by_records,
    checked,
    gathered,
    of_the_field,
    only,
    records,
    region_rows,
    region_table,
    standing_of,
)

from areasend.check.numbers.checking import judge
from areasend.check.numbers.comparing import RULES
from areasend.check.numbers.documents.model import Table
from areasend.check.numbers.results.model import Kind, Severity, Status

NAMES = (*OUTCOMES, "Total")
REGIONS = [str(row[0]) for row in region_rows()]


def exchanged_columns(rows, one, other):
    made = [[*row] for row in rows]
    for row in made:
        row[one], row[other] = row[other], row[one]
    return made


def exchanged_rows(rows, one, other):
    made = [[*row] for row in rows]
    made[one][1:], made[other][1:] = made[other][1:], made[one][1:]
    return made


def test_the_official_table_is_verified_cell_by_cell_with_the_inspections_behind_each():
    result = by_records(region_table(region_rows()))
    assert result.findings == ()
    assert {entry.status for entry in result.judged} == {Status.VERIFIED}
    printed = [value for row in region_rows() for value in row[1:]]
    assert [len(entry.records) for entry in result.judged] == printed


@pytest.mark.parametrize(("one", "other"), list(combinations(range(1, 5), 2)))
def test_any_two_columns_that_stand_exchanged_are_named_by_the_records(one, other):
    finding = only(by_records(region_table(exchanged_columns(region_rows(), one, other))))
    assert (finding.kind, finding.severity) == (Kind.EXCHANGED_COLUMNS, Severity.ERROR)
    first, second = NAMES[one - 1], NAMES[other - 1]
    assert (finding.found, finding.expected) == (f"{first} | {second}", f"{second} | {first}")
    differing = sum(row[one] != row[other] for row in region_rows())
    assert f"columns {one} and {other} stand exchanged" in finding.message
    assert f"{2 * differing} cells differ from the records" in finding.message
    assert finding.records


@pytest.mark.parametrize(("one", "other"), list(combinations(range(8), 2)))
def test_any_two_rows_that_stand_exchanged_are_named_by_the_records(one, other):
    result = by_records(region_table(exchanged_rows(region_rows(), one, other)))
    finding = only(result)
    assert (finding.kind, finding.severity) == (Kind.EXCHANGED_ROWS, Severity.ERROR)
    assert finding.found == f"{REGIONS[one]} | {REGIONS[other]}"
    assert f"rows {one + 1} and {other + 1} stand exchanged" in finding.message
    assert {entry.status for entry in result.judged} == {Status.VERIFIED}


def test_a_number_under_an_exchanged_heading_is_right_where_it_belongs():
    result = by_records(region_table(exchanged_columns(region_rows(), 1, 3)))
    failings = result.judged[0]
    assert (failings.number.text, failings.status, len(failings.records)) == ("4", Status.VERIFIED, 4)
    assert "stands exchanged" in failings.how


@pytest.mark.parametrize(
    ("row", "printed", "expected", "cells"),
    [
        # Of eight regions two have as many in both columns, so that twelve cells differ where columns 1 and 3 are
        # exchanged. South West should have 2 and 1; the number printed for the 1 is wrong after the exchange too.
        (6, 9, 1, 11),
        # West Midlands should have 1 and 1: a wrong number for either is wrong with the exchange and without.
        (7, 2, 1, 13),
    ],
)
def test_one_more_wrong_cell_is_named_beside_exchanged_columns(row, printed, expected, cells):
    rows = exchanged_columns(region_rows(), 1, 3)
    rows[row][1] = printed
    result = by_records(region_table(rows))
    columns, cell = result.findings
    assert columns.kind is Kind.EXCHANGED_COLUMNS
    assert f"{cells} cells differ" in columns.message
    assert (cell.kind, cell.found, cell.expected) == (Kind.RECORDS, str(printed), str(expected))
    assert f"{REGIONS[row]}, Widespread and/or systemic failings" in cell.message


def test_two_pairs_of_rows_are_both_named():
    rows = exchanged_rows(exchanged_rows(region_rows(), 0, 2), 3, 5)
    result = by_records(region_table(rows))
    assert {finding.found for finding in result.findings} == {
        "East Midlands | London",
        "North East, Yorkshire and the Humber | South East",
    }


def test_three_columns_in_a_round_are_told_as_two_exchanges():
    rows = [[row[0], row[2], row[3], row[1], row[4]] for row in region_rows()]
    result = by_records(region_table(rows))
    assert [finding.kind for finding in result.findings] == [Kind.EXCHANGED_COLUMNS] * 2
    assert {entry.status for entry in result.judged} == {Status.VERIFIED}


def test_an_exchange_that_changes_nothing_is_not_named():
    rows = [row for row in region_rows() if row[0] in ("South East", "West Midlands")]
    assert exchanged_columns(rows, 1, 3) == rows
    assert by_records(region_table(exchanged_columns(rows, 1, 3))).findings == ()


@pytest.mark.parametrize(("row", "column"), [(0, 1), (3, 3), (5, 2), (7, 4)])
def test_one_wrong_cell_is_that_cell(row, column):
    rows = region_rows()
    rows[row][column] = rows[row][column] + 1
    result = by_records(region_table(rows))
    finding = only(result)
    assert (finding.kind, finding.severity) == (Kind.RECORDS, Severity.ERROR)
    assert finding.found == str(rows[row][column])
    assert finding.expected == str(rows[row][column] - 1) == str(len(finding.records))
    assert finding.quote == f"{REGIONS[row]}: {rows[row][column]} under “{NAMES[column - 1]}”"
    contradicted = [entry for entry in result.judged if entry.status is Status.CONTRADICTED]
    assert [entry.number.id for entry in contradicted] == list(finding.numbers)


def test_shares_in_a_table_are_verified_by_the_inspections_that_are_their_part():
    writer = Writer().table(
        ["Outcome", "Percentage of inspections"],
        ("Typically positive", "26%"),
        ("Inconsistent", "48%"),
        ("Widespread and/or systemic failings", "25%"),
        caption="Inspection outcomes as at 31 December 2024",
    )
    result = by_records(writer)
    assert [len(entry.records) for entry in result.judged] == [14, 26, 14]
    assert (only(result).found, only(result).expected) == ("25%", "26")


def small(as_at=date(2024, 12, 31), published_by=None, complete_to=date(2024, 12, 31)):
    """Records of nine inspections in three regions: one row of each region has its own numbers."""
    counts = {"London": (2, 1, 0), "North West": (0, 1, 2), "South East": (1, 1, 1)}
    areas, inspections = [], []
    for region, by_outcome in counts.items():
        for outcome, number in zip((POSITIVE, INCONSISTENT, WIDESPREAD), by_outcome, strict=True):
            for _ in range(number):
                areas.append(area(len(areas) + 1, region=region))
                inspections.append(
                    inspection(areas[-1], date(2024, 1, 22), published=date(2024, 3, 1), outcome=outcome)
                )
    rows = [[region, *by_outcome, sum(by_outcome)] for region, by_outcome in counts.items()]
    made = register(areas, inspections, complete_to=complete_to)
    return rows, snapshot(made, as_at, published_by)


@pytest.mark.parametrize(
    ("as_at", "published_by", "severity"),
    [
        (date(2024, 12, 31), None, Severity.ERROR),
        (date(2024, 12, 31), date(2025, 1, 31), Severity.QUERY),
        (date(2025, 3, 31), None, Severity.QUERY),
    ],
)
def test_only_whole_records_make_errors(as_at, published_by, severity):
    rows, frozen = small(as_at, published_by)
    assert checked(region_table(rows), snapshot=frozen).findings == ()
    exchanged = only(checked(region_table(exchanged_columns(rows, 1, 3)), snapshot=frozen))
    assert (exchanged.kind, exchanged.severity) == (Kind.EXCHANGED_COLUMNS, severity)
    rows[0][1] = 7
    cell = only(checked(region_table(rows), snapshot=frozen))
    assert (cell.kind, cell.severity) == (Kind.RECORDS, severity)
    assert ("The records are not whole" in cell.message) is (severity is Severity.QUERY)


def test_quoted_tables_and_tables_of_other_fields_are_not_held_against_records():
    document = region_table(exchanged_columns(region_rows(), 1, 3))
    made = gathered(document, snapshot=records())
    assert judge(all_quoted(made), RULES).findings == ()
    assert by_records(replace(document, title="Children’s homes", blocks=document.blocks)).findings != ()
    phases = Writer().table(["Phase", "Good"], ("London", 3), ("North West", 9), caption="Schools in 2024")
    assert by_records(of_the_field(phases, title="Schools")).findings == ()


def with_sentences(rows, *sentences):
    writer = Writer().table(["Ofsted region", *NAMES], *rows, caption=REGION_TITLE)
    for sentence in sentences:
        writer.paragraph(sentence)
    return of_the_field(writer)


SAID = (
    "In the East Midlands, 4 of the 5 inspected areas had widespread and systemic failings.",
    "In London, 3 inspections were typically positive.",
)


@pytest.mark.parametrize("kind", ["columns", "right"])
def test_without_records_sentences_tell_that_columns_stand_exchanged(kind):
    rows = exchanged_columns(region_rows(), 1, 3) if kind == "columns" else region_rows()
    result = checked(with_sentences(rows, *SAID))
    if kind == "right":
        assert result.findings == ()
        assert standing_of(result, "4").status is Status.CONSISTENT
    else:
        finding = only(result)
        assert (finding.kind, finding.severity) == (Kind.EXCHANGED_COLUMNS, Severity.ERROR)
        assert "what the publication has elsewhere" in finding.message
        assert "a.txt, line" in finding.message


def test_a_cell_and_a_sentence_that_differ_are_told_once_with_both_places():
    rows = region_rows()
    rows[2][1] = 2
    result = checked(with_sentences(rows, *SAID))
    finding = only(result)
    assert (finding.kind, finding.severity) == (Kind.WORDS_AGAINST_TABLE, Severity.ERROR)
    assert (finding.found, finding.expected) == ("3", "2")
    assert finding.quote == SAID[1]
    assert "for London, Typically positive" in finding.message
    assert len(finding.numbers) == 2


def test_a_sentence_that_says_the_same_as_a_cell_is_consistent_with_it():
    result = checked(with_sentences(region_rows(), *SAID))
    assert [entry.status for entry in result.judged if entry.number.sentence.text == SAID[1]] == [Status.CONSISTENT]


def test_each_of_two_sentences_that_differ_from_a_cell_is_told():
    result = checked(
        with_sentences(
            region_rows(),
            "In London, 2 inspections were typically positive.",
            "In London, 5 inspections were typically positive.",
        )
    )
    told = [finding for finding in result.findings if finding.kind is Kind.WORDS_AGAINST_TABLE]
    assert [(finding.found, finding.expected) for finding in told] == [("2", "3"), ("5", "3")]


def schools(*sentences, cell=7):
    writer = Writer().table(
        ["Phase", "Good", "Weak", "Closed"],
        ("Primary", 10, 20, 3),
        ("Secondary", 4, cell, 1),
        ("Special", 2, 6, 9),
        caption="Schools by phase, 2024",
    )
    for sentence in sentences:
        writer.paragraph(sentence)
    return of_the_field(writer, title="School report")


def test_a_sentence_goes_by_the_own_words_of_a_table_of_any_field():
    right = checked(schools("Secondary: 7 weak, 1 closed."))
    assert right.findings == ()
    wrong = only(checked(schools("Secondary: 8 weak, 1 closed.")))
    assert (wrong.kind, wrong.severity) == (Kind.WORDS_AGAINST_TABLE, Severity.ERROR)
    assert (wrong.found, wrong.expected) == ("8", "7")


def test_a_sentence_with_a_tables_words_alone_may_mean_some_of_them_and_is_a_query():
    finding = only(checked(schools("Secondary: 8 weak.")))
    assert (finding.kind, finding.severity) == (Kind.WORDS_AGAINST_TABLE, Severity.QUERY)


def test_a_sentence_that_is_right_of_another_row_in_all_it_says_is_wrong():
    finding, other = checked(schools("Secondary: 2 good, 6 weak.")).findings
    assert (finding.severity, finding.found, finding.expected) == (Severity.ERROR, "2", "4")
    assert (other.severity, other.found, other.expected) == (Severity.ERROR, "6", "7")
    queries = checked(schools("Secondary: 3 good, 6 weak.")).findings
    assert [entry.severity for entry in queries] == [Severity.QUERY] * 2


def test_a_sentence_that_adds_two_columns_up_is_held_against_neither():
    assert checked(schools("Primary: 13 good or closed.")).findings == ()


def test_a_table_without_a_title_goes_by_its_name():
    document = schools("Secondary: 8 weak, 1 closed.")
    tables = [replace(block, caption=None, name="phases") for block in document.blocks if isinstance(block, Table)]
    rest = [block for block in document.blocks if not isinstance(block, Table)]
    named = replace(document, blocks=(*tables, *rest))
    assert "“phases”" in only(checked(named)).message
    nameless = replace(document, blocks=(replace(tables[0], name=""), *rest))
    assert "“the table”" in only(checked(nameless)).message


def test_a_table_of_words_is_held_against_nothing():
    writer = Writer().table(["Term", "Meaning"], ("Area", "Where a partnership works"), caption="Terms")
    assert by_records(of_the_field(writer)).judged == ()


def test_a_whole_of_itself_is_no_share_that_the_records_could_count():
    writer = Writer().table(
        ["Outcome", "Percentage of inspections"],
        ("Typically positive", "26%"),
        ("Total", "100%"),
        caption="Inspection outcomes as at 31 December 2024",
    )
    result = by_records(writer)
    assert result.findings == ()
    assert standing_of(result, "100%").status is Status.UNEXPLAINED


def test_themes_are_none_of_what_the_records_count():
    result = by_records("Waiting times for health services was an area for improvement in 57% of inspections.")
    assert result.findings == ()
    assert standing_of(result, "57%").status is Status.UNEXPLAINED


def test_a_number_that_stands_in_a_blank_of_an_exchanged_column_is_left_out():
    rows = [[row[0], row[1], row[3]] for row in exchanged_columns(region_rows(), 1, 3)]
    rows[0][2] = ""
    writer = Writer().table(["Ofsted region", OUTCOMES[0], OUTCOMES[2]], *rows, caption=REGION_TITLE)
    finding = only(by_records(of_the_field(writer)))
    assert finding.kind is Kind.EXCHANGED_COLUMNS
    assert "10 cells differ" in finding.message
