"""The heading of a table with two columns: where the second begins."""

import re

from tests.unit.reports.typeset import line, line_of_cells

from areasend.reports.layout.columns import column_headings

LEFT, RIGHT = re.compile("responsible bod(?:y|ies)"), re.compile("areas? for priority action")


def starts(*lines: object) -> list[tuple[tuple[int, ...], float]]:
    return [(found.numbers, found.start) for found in column_headings(lines, LEFT, RIGHT)]  # type: ignore[arg-type]


def test_the_second_column_begins_where_its_heading_does() -> None:
    heading = line_of_cells(100.0, ("Responsible body", 72.0), ("Areas for priority action", 211.0))
    again = line_of_cells(90.0, ("Responsible Bodies", 72.0), ("Area for Priority Action:", 215.5), page=2)
    body = line_of_cells(120.0, ("Bury Council", 72.0), ("Leaders should act", 211.0))
    assert starts(heading, body, again) == [((0,), 211.0), ((2,), 215.5)]


def test_a_heading_may_run_over_two_lines_in_a_narrow_column() -> None:
    first = line_of_cells(100.0, ("Responsible", 72.0), ("Areas for priority", 150.0))
    assert starts(first, line_of_cells(114.4, ("body", 72.0), ("action", 150.0))) == [((0, 1), 150.0)]
    whole = line_of_cells(100.0, ("Responsible", 72.0), ("Areas for priority action", 150.0))
    assert starts(whole, line("body", 114.4)) == [((0, 1), 150.0)]
    # Not what stands far below, on another page, set in another weight, or is a row of the table.
    for second in (
        line("body", 140.0),
        line("body", 114.4, page=2),
        line("body", 114.4, bold=True),
        line_of_cells(114.4, ("body", 72.0), ("Leaders should act", 150.0)),
        line("body " * 20, 114.4),
    ):
        assert starts(whole, second) == []


def test_a_line_with_more_than_both_headings_is_none() -> None:
    assert starts(line("The responsible body areas for priority action", 100.0)) == []
    assert starts(line("Responsible body", 100.0), line("Areas for priority action", 114.0)) == []
    assert (
        starts(line("Responsible body areas for priority action which all of the leaders of this area know", 1.0)) == []
    )
    assert starts(line("Responsible", 100.0)) == []


def test_a_line_that_is_long_is_not_looked_at() -> None:
    blanks = line_of_cells(100.0, ("Responsible body", 72.0), ("Areas for priority action" + " ." * 30, 211.0))
    assert starts(blanks) == []


def test_headings_that_are_one_word_leave_no_column_to_begin() -> None:
    assert starts(line("Responsible/body/areas/for/priority/action", 100.0)) == []
