"""Percentages under a total of 100%."""

from tests.unit.check.numbers.building import findings, said, table

from areasend.check.numbers.consistency.table_sums import table_sums
from areasend.check.numbers.results.model import Kind, Severity

HEADER = ("Outcome", "Share (%)")


def test_rounded_percentages_may_miss_a_hundred_by_half_a_unit_each():
    for shares in ((33, 33, 33), (26, 48, 26), (34, 34, 33)):
        found, supports = said(table_sums, table(HEADER, *zip("ABC", shares, strict=True), ("Total", 100)))
        assert (found, len(supports)) == ([], 1)


def test_what_only_cut_off_percentages_explain_is_asked_and_what_nothing_explains_is_an_error():
    (asked,) = findings(table_sums, table(HEADER, ("A", 32), ("B", 33), ("C", 33), ("Total", 100)))
    assert (asked.kind, asked.severity, asked.found, asked.numbers) == (Kind.PERCENTAGE_SUM, Severity.QUERY, "98%", ())
    (wrong,) = findings(table_sums, table(HEADER, ("A", 23), ("B", 33), ("C", 33), ("Total", 100)))
    assert (wrong.severity, wrong.numbers) == (Severity.ERROR, (0, 1, 2))
    assert wrong.computed == "3 rounded percentages may miss 100 by 1.5"


def test_sums_over_a_hundred_may_be_parts_that_overlap():
    assert findings(table_sums, table(HEADER, ("A", 63), ("B", 53), ("C", 33), ("Total", 100))) == []
    header = ("Outcome", "2023 (%)", "2024 (%)")
    (found,) = findings(table_sums, table(header, ("A", 30, 60), ("B", 70, 50), ("Total", 100, 100)))
    assert (found.found, found.severity) == ("110%", Severity.ERROR)


def test_a_total_that_is_no_hundred_and_a_column_without_total_are_no_sums():
    assert said(table_sums, table(HEADER, ("A", 63), ("B", 53), ("All", 60))) == ([], [])
    assert said(table_sums, table(HEADER, ("A", 63), ("B", 53))) == ([], [])
    assert said(table_sums, table(HEADER, ("A", 13), ("B", 53), ("All", 100))) == ([], [])
    assert said(table_sums, table(HEADER, ("A", "[c]"), ("B", 53), ("Total", 100))) == ([], [])


def test_percentages_beside_counts_and_across_a_row_are_added_up_too():
    cells = table(("Outcome", "Areas"), ("A", "1 (25%)"), ("B", "3 (70%)"), ("Total", "4 (100%)"))
    assert [entry.found for entry in findings(table_sums, cells)] == ["95%"]
    across = table(
        ("Place", "Good (%)", "Poor (%)", "Total (%)"), ("A", "25%", "75%", "100%"), ("B", "25%", "65%", "100%")
    )
    assert [entry.found for entry in findings(table_sums, across)] == ["90%"]


def test_several_answers_are_no_parts():
    header = ("Answer (respondents could choose more than one)", "Share (%)")
    assert findings(table_sums, table(header, ("A", 13), ("B", 53), ("Total", 100))) == []
