"""Pages of tables and of figures' entries: one for each table, several where one would be too heavy."""

from datetime import date
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.publication.figures import counted, share

from areasend.publication.addresses import (
    listed_records,
    number_addresses,
    other_records,
    row_addresses,
    table_parts,
)
from areasend.statistics import Column, ColumnKind, Figure, Kind, Measure, Period, Row, Table


def table(*figures: Figure) -> Table:
    return Table(
        id="t",
        title="T",
        description="d",
        measure=Measure.INSPECTIONS,
        period=Period(date(2023, 1, 1), date(2024, 12, 31)),
        columns=(Column(name="c", title="C", kind=ColumnKind.COUNT, description="d"),),
        rows=tuple(Row(key=f"r{number}", cells=(figure,)) for number, figure in enumerate(figures)),
        dimensions=0,
    )


def test_a_small_table_has_one_page() -> None:
    assert number_addresses([table(counted(3, "t.r0.c"), counted(0, "t.r1.c"))]) == {
        "t.r0.c": "numbers/t.html",
        "t.r1.c": "numbers/t.html",
    }


@given(st.lists(st.integers(0, 900), max_size=30))
def test_pages_follow_each_other_and_none_is_heavy(sizes: list[int]) -> None:
    figures = [counted(size, f"t.r{number}.c") for number, size in enumerate(sizes)]
    addresses = number_addresses([table(*figures)])
    assert list(addresses) == [figure.id for figure in figures]
    for number, (page, ids) in enumerate(groupby(addresses, key=lambda figure: addresses[figure]), 1):
        held = [len(figure.records) for figure in figures if figure.id in set(ids)]
        assert page == ("numbers/t.html" if number == 1 else f"numbers/t-{number}.html")
        assert len(held) == 1 or sum(held) < 1000


def test_an_entry_lists_what_is_counted_and_what_it_is_a_share_of() -> None:
    third = share(1, 3)
    assert (listed_records(third), other_records(third)) == (("r0",), ("r1", "r2"))
    assert other_records(counted(2)) == ()
    quoted = Figure(id="t.r.c", label="l", kind=Kind.QUOTED, unit="responses", value=5, records=("s",))
    assert listed_records(quoted) == ()


def long_table(cells: list[int]) -> Table:
    return Table(
        id="t",
        title="T",
        description="d",
        measure=Measure.AREAS,
        period=Period(date(2023, 1, 1), date(2024, 12, 31)),
        columns=(Column(name="c", title="C", kind=ColumnKind.TEXT, description="d"),),
        rows=tuple(Row(key=f"r{number}", cells=("x" * size,)) for number, size in enumerate(cells)),
        dimensions=0,
    )


@given(st.lists(st.integers(0, 60_000), max_size=20))
def test_a_heavy_table_is_parted_and_each_row_has_its_place(sizes: list[int]) -> None:
    table = long_table(sizes)
    parts = table_parts(table)
    assert [row for rows in parts.values() for row in rows] == list(table.rows)
    for number, (page, rows) in enumerate(parts.items(), 1):
        assert page == ("tables/t.html" if number == 1 else f"tables/t-{number}.html")
        assert len(rows) < 2 or sum(len(str(row.cells[0])) for row in rows) <= 105_000
        for row in rows:
            assert row_addresses([table])["t", row.key] == f"{page}#row-{row.key}"


def test_an_empty_table_has_its_page() -> None:
    assert table_parts(long_table([])) == {"tables/t.html": ()}
