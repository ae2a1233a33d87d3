"""The heading of a table with two columns: where the second begins."""

import re

from tests.unit.reports.typeset import line, line_of_cells

from areasend.reports.layout.columns import column_headings

LEFT, RIGHT = re.compile("responsible bod(?:y|ies)"), re.compile("areas? for priority action")


def starts(*lines: object) -> list[tuple[int, float]]:
    return [(found.number, found.start) for found in column_headings(lines, LEFT, RIGHT)]  # type: ignore[arg-type]


def test_the_second_column_begins_where_its_heading_does() -> None:
    heading = line_of_cells(100.0, ("Responsible body", 72.0), ("Areas for priority action", 211.0))
    again = line_of_cells(90.0, ("Responsible Bodies", 72.0), ("Area for Priority Action:", 215.5), page=2)
    body = line_of_cells(120.0, ("Bury Council", 72.0), ("Leaders should act", 211.0))
    assert starts(heading, body, again) == [(0, 211.0), (2, 215.5)]


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
