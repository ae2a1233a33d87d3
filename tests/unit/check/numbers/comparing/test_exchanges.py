"""Exchanged lines of a table by what is known of its cells, tried on grids alone."""

from decimal import Decimal

from tests.unit.check.numbers.building import evidence, table

from areasend.check.numbers.comparing.exchanges import Exchanges, exchanges_in
from areasend.check.numbers.comparing.grids import grids
from areasend.check.numbers.comparing.known import Known


def grid_of(rows, header=("Tree", "Red", "Green", "Blue")):
    (grid,) = grids(evidence(table(header[: len(rows[0])], *rows)))
    return grid


def known_of(rows):
    return {
        (row, column): Known((Decimal(str(value).rstrip("%")),))
        for row, line in enumerate(rows)
        for column, value in enumerate(line)
        if column
    }


def test_a_table_with_what_is_known_has_no_exchange():
    rows = [["Alder", 1, 2, 3], ["Birch", 4, 5, 6]]
    assert exchanges_in(grid_of(rows), known_of(rows)) == Exchanges([])


def test_columns_of_different_units_never_stand_exchanged():
    right = [["Alder", 10, "20%"], ["Birch", 30, "40%"]]
    printed = [["Alder", 20, "10%"], ["Birch", 40, "30%"]]
    assert exchanges_in(grid_of(printed), known_of(right)).pairs == []
    counts = [[row[0], row[1], str(row[2]).rstrip("%")] for row in printed]
    assert exchanges_in(grid_of(counts), known_of(right)).pairs == [(1, 1, 2)]


def test_more_than_four_exchanges_are_not_looked_for():
    names = [f"Tree {letter}" for letter in "abcdefghij"]
    right = [[name, place * 2, place * 2 + 1] for place, name in enumerate(names)]
    order = [1, 0, 3, 2, 5, 4, 7, 6, 9, 8]
    printed = [[name, *right[source][1:]] for name, source in zip(names, order, strict=True)]
    pairs = exchanges_in(grid_of(printed), known_of(right)).pairs
    assert len(pairs) == 4
    assert set(pairs) < {(0, place, place + 1) for place in range(0, 10, 2)}


def test_where_more_than_forty_lines_are_wrong_no_two_explain_it():
    right = [[f"Tree {place}", place, place + 100] for place in range(42)]
    printed = [[row[0], *right[(place + 1) % 42][1:]] for place, row in enumerate(right)]
    assert exchanges_in(grid_of(printed), known_of(right)).pairs == []


def test_one_wrong_cell_is_no_exchange_and_two_that_nothing_mends_are_none():
    right = [["Alder", 1, 2, 3], ["Birch", 4, 5, 6]]
    assert exchanges_in(grid_of([["Alder", 9, 2, 3], right[1]]), known_of(right)).pairs == []
    assert exchanges_in(grid_of([["Alder", 9, 8, 3], right[1]]), known_of(right)).pairs == []


def test_an_exchange_that_would_spoil_another_row_is_none():
    right = [["Alder", 1, 2, 3], ["Birch", 4, 5, 6], ["Cedar", 7, 8, 9]]
    assert exchanges_in(grid_of([["Alder", 2, 1, 3], *right[1:]]), known_of(right)).pairs == []
