"""Tables, periods, markers, and how a table or figure is found by its id."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import area, day, inspection, population, register

from areasend.statistics import (
    CATALOGUE,
    MEANINGS,
    Column,
    ColumnKind,
    Marker,
    Measure,
    Period,
    Population,
    Row,
    Table,
    UnknownFigure,
    UnknownTable,
    build_table,
    build_tables,
    cell_text,
    count_population,
    find_figure,
    long_date,
    month_year,
)
from areasend.statistics.figure import count

steady = settings(deadline=None, derandomize=True)

DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))


def made() -> Population:
    return population(register([area(1)], [inspection(area(1), day("2024-01-22"))]))


def table(*rows: Row) -> Table:
    return Table(
        id="t",
        title="",
        description="",
        measure=Measure.INSPECTIONS,
        period=Period(day("2023-01-01"), day("2024-12-31")),
        columns=(
            Column(name="group", title="", kind=ColumnKind.TEXT, description=""),
            Column(name="total", title="", kind=ColumnKind.COUNT, description=""),
        ),
        rows=rows,
    )


def row(key: str = "england") -> Row:
    return Row(key=key, cells=("England", count(f"t.{key}.total", "", ["a", "b"], unit="full inspections")))


def test_a_row_key_stands_once() -> None:
    with pytest.raises(AssertionError, match="t: a row key stands twice"):
        table(row(), row())


def test_every_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(AssertionError, match="t: a row is too short or too long"):
        table(Row(key="england", cells=("England",)))


def test_a_figure_is_found_by_row_and_column() -> None:
    assert table(row()).figure("england", "total").value == 2


def test_a_figure_that_is_not_there_suggests_one_that_is() -> None:
    with pytest.raises(UnknownFigure, match=r"'t\.england\.totl'\. Did you mean t\.england\.total\? List them with: "):
        table(row()).figure("england", "totl")


@pytest.mark.parametrize(
    ("cell", "text"), [("England", "England"), (Marker.NOT_AVAILABLE, "[x]"), (date(2024, 12, 31), "2024-12-31")]
)
def test_cells_as_text(cell: str | Marker | date, text: str) -> None:
    assert cell_text(cell) == text


def test_every_marker_has_a_meaning_and_the_agreed_sign() -> None:
    assert {marker.value for marker in MEANINGS} == {"[x]", "[c]", "[z]"}


def test_an_unknown_table_suggests_the_nearest() -> None:
    with pytest.raises(UnknownTable, match=r"'outcomes-by-regon'\. Did you mean outcomes-by-region or .*\? List them"):
        build_table(made(), "outcomes-by-regon")


def test_an_unknown_table_that_is_like_none_suggests_nothing() -> None:
    with pytest.raises(UnknownTable, match=r"^No table has the id 'zzz'\. List them with: areasend tables list$"):
        build_table(made(), "zzz")


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("outcomes-by-region.londn.total", r"outcomes-by-region\.london\.total"),
        ("outcome-by-region.london.total", r"outcomes-by-region\.london\.total"),
        ("coverag.england.local_areas", r"coverage\.england\.local_areas"),
        ("coverage.england.local-areas", r"coverage\.england\.local_areas"),
    ],
)
def test_an_unknown_figure_suggests_the_nearest(wanted: str, near: str) -> None:
    with pytest.raises(UnknownFigure, match=rf"Did you mean (.* or )?{near}( or .*)?\?"):
        find_figure(made(), wanted)


def test_an_unknown_figure_that_is_like_none_suggests_nothing() -> None:
    with pytest.raises(UnknownFigure, match=r"^No figure has the id 'zzz'\. List them with: areasend figures list$"):
        find_figure(made(), "zzz")


def test_every_figure_of_the_catalogue_is_found_by_its_id() -> None:
    for built in build_tables(made()):
        for figure in built.figures():
            assert find_figure(made(), figure.id) == (figure, built)


def test_the_catalogue_is_built_in_its_order() -> None:
    assert [built.id for built in build_tables(made())] == [entry.id for entry in CATALOGUE]


def test_a_table_built_alone_is_the_one_built_with_the_others() -> None:
    assert [build_table(made(), entry.id) for entry in CATALOGUE] == list(build_tables(made()))


def test_a_counted_table_is_found_by_its_id_or_not_at_all() -> None:
    found = count_population(made())
    assert found.table("coverage").id == "coverage"
    with pytest.raises(KeyError, match="nowhere"):
        found.table("nowhere")


@steady
@given(DAYS, DAYS, DAYS)
def test_a_period_holds_its_first_and_its_last_day(one: date, other: date, tested: date) -> None:
    start, end = sorted((one, other))
    period = Period(start, end)
    assert start in period
    assert end in period
    assert (tested in period) is (tested - start >= timedelta(0) and end - tested >= timedelta(0))


def test_periods_and_dates_in_words() -> None:
    period = Period(date(2023, 1, 1), date(2024, 12, 31))
    assert (str(period), period.iso) == ("1 January 2023 to 31 December 2024", "2023-01-01/2024-12-31")
    assert (long_date(date(2024, 2, 29)), month_year(date(2024, 2, 29))) == ("29 February 2024", "February 2024")
