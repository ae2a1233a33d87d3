"""Boxes on a page and signs beside it: on the page, off the words, never over each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shown_readings import lengths

from areasend.reports import Box
from areasend.reports.showing.outlines import Mark, Outline, Sheet, Subject, sheet

A4 = (595.0, 842.0)


def value(number: int) -> Mark:
    return Mark(Subject.VALUE, f"v{number}", str(number))


FINDING = Mark(Subject.FINDING, "f1", "APA 1")
SECTION = Mark(Subject.SECTION, "s1", "S 1")
boxes = st.lists(st.builds(Box, lengths, lengths, lengths, lengths), min_size=1, max_size=4)
marks = st.builds(
    lambda subject, number: Mark(subject, f"{subject}{number}", str(number)),
    st.sampled_from(Subject),
    st.integers(1, 40),
)
sizes = st.floats(1e-3, 20_000)


def outline(found: Sheet, mark: Mark) -> Outline:
    return next(outline for outline in found.outlines if outline.mark == mark)


def overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


@given(sizes, sizes, st.dictionaries(marks, boxes, max_size=30))
def test_signs_stand_beside_the_page_and_cover_nothing(
    width: float, height: float, found: dict[Mark, list[Box]]
) -> None:
    drawn = sheet(1, width, height, found.items())
    signs = [one.sign for one in drawn.outlines]
    assert len(signs) == len(found)
    slack = 1e-9 * (width + height + drawn.view.bottom)
    for place, sign in enumerate(signs):
        assert sign.x1 <= 0 or sign.x0 >= width
        assert drawn.view.x0 <= sign.x0 < sign.x1 <= drawn.view.x1
        assert sign.top >= 0
        assert sign.bottom <= drawn.view.bottom
        smaller = Box(sign.x0 + slack, sign.top + slack, sign.x1 - slack, sign.bottom - slack)
        assert not any(overlap(smaller, other) for other in signs[:place])


@given(sizes, sizes, st.dictionaries(marks, boxes, max_size=9))
def test_boxes_end_up_on_the_page_wherever_a_file_puts_its_words(
    width: float, height: float, found: dict[Mark, list[Box]]
) -> None:
    drawn = sheet(1, width, height, found.items())
    off = 2 * drawn.unit
    for one in drawn.outlines:
        for box in one.boxes:
            assert box.x1 > box.x0
            assert box.bottom > box.top
            assert -off <= box.top
            assert box.bottom <= height + off
            if one.mark.subject is not Subject.SECTION:
                assert -off <= box.x0
                assert box.x1 <= width + off


@given(st.dictionaries(marks, boxes, max_size=9).flatmap(lambda found: st.permutations(list(found.items()))))
def test_the_order_in_which_marks_come_is_of_no_matter(found: list[tuple[Mark, list[Box]]]) -> None:
    assert sheet(1, *A4, found) == sheet(1, *A4, sorted(found, key=lambda one: one[0].key))


def test_a_value_is_outlined_each_time_it_stands_there() -> None:
    lines = [Box(100, 200, 300, 212), Box(80, 214, 200, 226)]
    drawn = outline(sheet(1, *A4, [(value(1), lines)]), value(1))
    assert drawn.boxes == (Box(98.5, 198.5, 301.5, 213.5), Box(78.5, 212.5, 201.5, 227.5))


def test_a_finding_has_one_outline_around_all_of_it() -> None:
    drawn = outline(sheet(1, *A4, [(FINDING, [Box(250, 200, 500, 300), Box(80, 205, 200, 240)])]), FINDING)
    assert drawn.boxes == (Box(78.5, 198.5, 501.5, 301.5),)


def test_a_section_has_bars_in_the_margin_one_for_each_passage() -> None:
    passages = [Box(80, 100, 500, 150), Box(80, 160, 500, 190)]
    drawn = outline(sheet(1, *A4, [(SECTION, passages)]), SECTION)
    assert [(bar.top, bar.bottom) for bar in drawn.boxes] == [(98.5, 151.5), (158.5, 191.5)]
    assert all(595 < bar.x0 < bar.x1 <= drawn.sign.x0 for bar in drawn.boxes)


def test_signs_of_one_line_stand_beside_each_other_in_the_order_of_the_words() -> None:
    words = [(value(2), [Box(300, 100, 380, 112)]), (value(1), [Box(100, 102, 200, 112)])]
    drawn = sheet(1, *A4, words)
    first, second = outline(drawn, value(1)).sign, outline(drawn, value(2)).sign
    assert first.top == second.top
    assert first.x1 < second.x0
    assert [one.mark.sign for one in drawn.outlines] == ["1", "2"]


def test_signs_of_the_same_words_stand_in_the_order_of_their_numbers() -> None:
    drawn = sheet(1, *A4, [(value(number), [Box(100, 100, 200, 112)]) for number in (11, 9, 10)])
    assert [one.mark.sign for one in drawn.outlines] == ["9", "10", "11"]


def test_a_sign_alone_stands_at_the_page() -> None:
    drawn = sheet(1, *A4, [(value(1), [Box(100, 100, 200, 112)])])
    assert outline(drawn, value(1)).sign.x1 == pytest.approx(-2.5)


def test_what_comes_first_on_the_page_comes_first() -> None:
    drawn = sheet(
        1,
        *A4,
        [(value(9), [Box(100, 400, 200, 412)]), (FINDING, [Box(100, 300, 200, 380)]), (value(1), [Box(0, 0, 9, 9)])],
    )
    assert [one.mark.sign for one in drawn.outlines] == ["1", "APA 1", "9"]
    assert drawn.view == Box(-48, 0, 643, 842)


def test_many_signs_at_the_foot_make_the_drawing_longer_not_the_signs_smaller() -> None:
    drawn = sheet(1, *A4, [(value(number), [Box(100, 830, 200, 840)]) for number in range(1, 9)])
    assert drawn.view.bottom > 842
    assert {round(one.sign.bottom - one.sign.top, 6) for one in drawn.outlines} == {14}
