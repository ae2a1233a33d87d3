"""Tables: rows between ruling lines, columns behind upright ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.typeset import SetLine, SetPage, line, line_of_cells, texts

from areasend.reports.layout.tables import Grid, Row, cells_of, grid_of, rows_between
from areasend.reports.pdf import Rule

LINES = (
    line_of_cells(120.0, ("Bury", 72.0), ("Leaders should know", 300.0)),
    line_of_cells(134.4, ("Council", 72.0), ("their area.", 300.0)),
    line_of_cells(160.0, ("NHS", 72.0), ("Leaders should act.", 300.0)),
)


def flat(y: float, x0: float = 66.0, x1: float = 520.0) -> Rule:
    return Rule(x0, y, x1, y + 0.5)


def upright(x: float, top: float = 105.0, bottom: float = 170.0) -> Rule:
    return Rule(x, top, x + 0.5, bottom)


def grid(*rules: Rule, lines: tuple[SetLine, ...] = LINES) -> Grid:
    return grid_of(SetPage(1, lines, rules), lines)  # type: ignore[arg-type]


ALL = (flat(105.0), flat(145.0), flat(170.0), upright(66.0), upright(294.0), upright(520.0))


def test_lines_across_part_rows_and_lines_down_part_columns() -> None:
    found = grid(*ALL)
    assert found.heights == (105.25, 145.25, 170.25)
    assert found.starts == (294.5,)
    assert (found.top, found.bottom) == (105.0, 170.0)
    assert found.drawn
    rows = [cells_of(row, found.starts) for row in rows_between(LINES, found.heights)]  # type: ignore[arg-type]
    assert [[texts(cell) for cell in row] for row in rows] == [
        [["Bury", "Council"], ["Leaders should know", "their area."]],
        [["NHS"], ["Leaders should act."]],
    ]
    assert texts(Row(1, rows[0]).strips()) == ["Bury", "Council", "Leaders should know", "their area."]


def test_a_border_may_be_drawn_cell_by_cell_and_twice() -> None:
    pieces = (flat(145.0, 66.0, 294.0), flat(145.0, 294.0, 520.0), flat(145.6, 66.0, 294.0))
    # From the upper edge of the first to the lower edge of the last.
    assert grid(flat(105.0), *pieces, flat(170.0)).heights == (105.25, (145.0 + 146.1) / 2, 170.25)


def test_what_covers_less_than_the_better_part_of_the_table_is_no_line_between_rows() -> None:
    # The table is 454 points wide: six tenths are 272.4.
    assert grid(flat(105.0), flat(136.0, 300.0, 366.0), flat(170.0)).heights == (105.25, 170.25)
    assert grid(flat(105.0), flat(136.0, 66.0, 338.3), flat(170.0)).heights == (105.25, 170.25)
    assert grid(flat(105.0), flat(136.0, 66.0, 338.5), flat(170.0)).heights == (105.25, 136.25, 170.25)


def test_overlaps_are_counted_once() -> None:
    halves = [flat(136.0, 66.0, 290.0)] * 3
    assert grid(flat(105.0), *halves, flat(170.0)).heights == (105.25, 170.25)


def test_lines_elsewhere_on_the_page_are_not_the_table_s() -> None:
    far = (flat(20.0), flat(700.0), upright(10.0), upright(580.0), flat(136.0, 560.0, 590.0))
    assert grid(*ALL, *far) == grid(*ALL)


def test_the_lines_of_the_next_table_are_not_this_one_s() -> None:
    page = SetPage(1, LINES, (flat(105.0), flat(145.0), flat(170.0), flat(185.0), upright(294.0, 185.0, 240.0)))
    assert grid_of(page, LINES, 182.0) == grid(flat(105.0), flat(145.0), flat(170.0))  # type: ignore[arg-type]
    assert grid_of(page, LINES).starts == (294.5,)  # type: ignore[arg-type]


def test_without_lines_there_is_no_grid_and_no_end_of_it() -> None:
    found = grid()
    assert (found.heights, found.starts, found.drawn) == ((), (), False)
    assert all(found.holds(line) for line in LINES)  # type: ignore[arg-type]
    # Lines between rows alone are drawn; one of them is not enough to know the rows.
    assert grid(flat(105.0), flat(145.0)).drawn
    assert not grid(flat(145.0)).drawn
    assert grid(upright(66.0)).drawn


def test_upright_lines_say_where_the_table_ends() -> None:
    under = line("Text under the table", 190.0)
    found = grid(*ALL, lines=(*LINES, under))
    assert [found.holds(line) for line in (*LINES, under)] == [True, True, True, False]  # type: ignore[arg-type]
    assert not found.holds(line("Text above the table", 100.0))  # type: ignore[arg-type]


def test_outer_borders_and_doubled_lines_begin_no_column() -> None:
    assert grid(upright(66.0), upright(294.0), upright(298.0), upright(520.0)).starts == (294.5,)
    assert grid(upright(66.0), upright(200.0), upright(294.0)).starts == (200.5, 294.5)


def test_a_row_without_columns_is_one_cell() -> None:
    (cell,) = cells_of(LINES, ())  # type: ignore[arg-type]
    assert texts(cell) == [line.text for line in LINES]


def test_a_cell_may_be_empty() -> None:
    left, right = cells_of(LINES[:1], (500.0,))  # type: ignore[arg-type]
    assert texts(left) == ["Bury Leaders should know"]
    assert right == ()


def test_columns_whose_lines_do_not_stand_beside_each_other_are_read_apart() -> None:
    # The left cell is set four points lower, as where it is centred: the page sees one line, the cells two.
    words = line_of_cells(120.0, ("Bury Council", 72.0), ("Leaders should know", 300.0)).words
    lowered = tuple(word._replace(y=124.0) if word.x0 < 300 else word for word in words)
    whole = SetLine(1, "Bury Council Leaders should know", 72.0, 414.0, 120.0, 14.0, 12.0, False, lowered)
    left, right = cells_of([whole], (294.0,))  # type: ignore[list-item]
    assert [(strip.text, strip.y) for strip in left] == [("Bury Council", 124.0)]
    assert [(strip.text, strip.y) for strip in right] == [("Leaders should know", 120.0)]


def test_rows_without_a_line_are_left_out() -> None:
    assert rows_between(LINES, (10.0, 20.0, 145.0, 300.0)) == [list(LINES[:2]), list(LINES[2:])]  # type: ignore[arg-type]
    assert rows_between([], (10.0,)) == []


@pytest.mark.parametrize("offset", [-2.0, 0.0])
def test_a_word_begins_its_column_though_it_stands_a_hair_left_of_the_line(offset: float) -> None:
    left, right = cells_of(LINES[:1], (300.0 - offset,))  # type: ignore[arg-type]
    assert (texts(left), texts(right)) == (["Bury"], ["Leaders should know"])


@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=8),
    st.integers(1, 4),
    st.randoms(use_true_random=False),
)
def test_a_drawn_table_is_read_back(heights: list[int], columns: int, shuffle: object) -> None:
    """Rows of so many lines, columns 100 points wide, every cell with its own words, borders in any order."""
    starts = [60.0 + 100 * column for column in range(columns + 1)]
    y, lines, rules, wanted = 100.0, [], [flat(100.0, starts[0], starts[-1])], []
    for row, count in enumerate(heights):
        top = y
        for number in range(count):
            cells = [(f"r{row}c{column}n{number}", starts[column] + 6) for column in range(columns)]
            lines.append(line_of_cells(y + 14, *cells))
            y += 14.4
        y += 6
        rules += [flat(y, starts[0], starts[-1]), *(upright(start, top, y) for start in starts)]
        wanted.append([[f"r{row}c{column}n{number}" for number in range(count)] for column in range(columns)])
    shuffle.shuffle(rules)  # type: ignore[attr-defined]
    found = grid(*rules, lines=tuple(lines))
    rows = rows_between([line for line in lines if found.holds(line)], found.heights)  # type: ignore[arg-type]
    assert [[texts(cell) for cell in cells_of(row, found.starts)] for row in rows] == wanted
