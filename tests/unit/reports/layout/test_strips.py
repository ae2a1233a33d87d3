"""Strips: the words of a line in one column, and the boxes around them."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.typeset import line, line_of_cells, strip

from areasend.reports.layout.strips import around, place_by_line, places_by_page, strip_of_line, strip_of_words
from areasend.reports.reading import Box, Place


def test_a_strip_s_box_reaches_from_above_its_baseline_to_below_it() -> None:
    # Four fifths of 14 points lie above a baseline at 100, one fifth below; twelve letters are 72 points wide.
    assert strip("Leaders know", 100.0).box == Box(72.0, 88.8, 144.0, 102.8)


def test_a_column_s_words_are_a_strip_of_their_own() -> None:
    whole = line_of_cells(100.0, ("Bury Council", 72.0), ("Leaders know", 300.0))
    right = strip_of_words(whole, whole.words[2:])  # type: ignore[arg-type]
    assert (right.text, right.x0, right.x1, right.line) == ("Leaders know", 300.0, 372.0, whole)
    assert strip_of_line(whole).text == "Bury Council Leaders know"  # type: ignore[arg-type]


def test_the_baseline_is_that_of_the_longest_word() -> None:
    words = line("12 th February", 100.0).words
    raised = (words[0], words[1]._replace(y=95.0, height=8.0), words[2])
    found = strip_of_words(line("12 th February", 100.0), raised)  # type: ignore[arg-type]
    assert (found.y, found.height) == (100.0, 14.0)


def test_places_are_one_a_page_or_one_a_line() -> None:
    found = [strip("Leaders", 760.0), strip("know", 774.4), strip("well", 80.0, page=2)]
    assert places_by_page(found) == (
        Place(1, "Leaders know", Box(72.0, 748.8, 114.0, 777.2)),
        Place(2, "well", Box(72.0, 68.8, 96.0, 82.8)),
    )
    assert [(place.page, place.words) for place in place_by_line(found)] == [(1, "Leaders"), (1, "know"), (2, "well")]
    assert places_by_page([]) == ()


BOXES = st.builds(
    lambda x, y, width, height: Box(x, y, x + width, y + height),
    *(st.integers(0, 500) for _ in range(2)),
    *(st.integers(0, 50) for _ in range(2)),
)


@given(st.lists(BOXES, min_size=1))
def test_the_box_around_boxes_holds_each_and_touches_one_at_every_side(boxes: list[Box]) -> None:
    outer = around(boxes)
    for box in boxes:
        assert outer.x0 <= box.x0 <= box.x1 <= outer.x1
        assert outer.top <= box.top <= box.bottom <= outer.bottom
    for side in range(4):
        assert outer[side] in {box[side] for box in boxes}
