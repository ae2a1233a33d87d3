"""A total in the wrong column or row."""

from tests.unit.check.numbers.building import findings, table

from areasend.check.numbers.consistency.misplaced import misplaced_totals
from areasend.check.numbers.results.model import Kind

HEADER = ("Place", "Good", "Fair", "Total")


def test_a_column_exchanged_with_the_total_is_named():
    (found,) = findings(misplaced_totals, table(HEADER, ("A", 10, 3, 7), ("B", 9, 4, 5)))
    assert found.kind is Kind.EXCHANGED_COLUMNS
    assert found.message.startswith("The columns “Good” and “Total” stand exchanged")
    assert len(found.numbers) == 4


def test_a_row_exchanged_with_the_total_is_named():
    (found,) = findings(misplaced_totals, table(HEADER[:-1], ("A", 10, 12), ("B", 4, 5), ("Total", 6, 7)))
    assert (found.kind, "“a” and “total”" in found.message) == (Kind.EXCHANGED_ROWS, True)


def test_totals_in_their_place_and_tables_that_do_not_say_are_left_alone():
    for rows in (
        [("A", 3, 7, 10), ("B", 4, 5, 9)],
        [("A", 10, 3, 7)],
        [("A", 10, 3, 7), ("B", 9, 4, 9)],
        [("A", 10, 3, 7), ("B", 9, "[c]", 5)],
        [("A", 10, 3, 7), ("B", 9, 4, 5), ("C", 4, 7, 3)],
        [("A", 0, 0, 0), ("B", 0, 0, 0)],
    ):
        assert findings(misplaced_totals, table(HEADER, *rows)) == []
    assert findings(misplaced_totals, table(("Place", "Total", "Mean", "Total"), ("A", 9, 3, 6), ("B", 9, 4, 5))) == []
