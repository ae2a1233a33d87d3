"""A total in the wrong column or row."""

from tests.unit.check.numbers.building import findings, table

from areasend.check.numbers.consistency.table_sums import table_sums
from areasend.check.numbers.results.model import Kind

HEADER = ("Place", "Good", "Fair", "Total")


def exchanged(written):
    kinds = (Kind.EXCHANGED_COLUMNS, Kind.EXCHANGED_ROWS)
    return [entry for entry in findings(table_sums, written) if entry.kind in kinds]


def test_a_column_exchanged_with_the_total_is_named():
    (found,) = findings(table_sums, table(HEADER, ("A", 10, 3, 7), ("B", 9, 4, 5)))
    assert found.kind is Kind.EXCHANGED_COLUMNS
    assert found.message.startswith("The columns “Good” and “Total” stand exchanged")
    assert len(found.numbers) == 4


def test_a_row_exchanged_with_the_total_is_named():
    (found,) = findings(table_sums, table(HEADER[:-1], ("A", 10, 12), ("B", 4, 5), ("Total", 6, 7)))
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
        assert exchanged(table(HEADER, *rows)) == []
    assert exchanged(table(("Place", "Total", "Mean", "Total"), ("A", 9, 3, 6), ("B", 9, 4, 5))) == []
