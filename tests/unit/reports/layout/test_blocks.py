"""Paragraphs and bullets of a column, by gaps, marks and indents."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.typeset import LETTER, PITCH, strip, strips, untagged

from areasend.reports.layout.blocks import blocks_of, line_pitch
from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.strips import Strip

NONE = Hyphens([])


def read(column: list[Strip]) -> list[tuple[bool, str]]:
    return [(block.bullet, block.text(NONE)) for block in blocks_of(column, untagged)]


def test_an_empty_column_has_no_blocks() -> None:
    assert blocks_of([], untagged) == ()


def test_a_gap_parts_paragraphs() -> None:
    column = [*strips("Leaders know", "their area."), *strips("They act", "on it.", top=100 + 3 * PITCH)]
    assert read(column) == [(False, "Leaders know their area."), (False, "They act on it.")]


def test_bullets_are_parted_by_their_marks_though_no_gap_is_between_them() -> None:
    column = strips("Leaders should:", "• know their", "  area", "•act", "  on it", "And so on.")
    assert read(column) == [
        (False, "Leaders should:"),
        (True, "know their area"),
        (True, "act on it"),
        (False, "And so on."),
    ]


def test_the_lines_of_a_bullet_may_run_back_to_its_mark() -> None:
    column = strips("• know their", "area and what", "is in it", "• act")
    assert read(column) == [(True, "know their area and what is in it"), (True, "act")]
    full = strips("• Leaders know that their area", "Ofsted inspected lately. They", "act", "Leaders also act.")
    assert read(full) == [
        (True, "Leaders know that their area Ofsted inspected lately. They act"),
        (False, "Leaders also act."),
    ]


def test_a_mark_on_a_line_of_its_own_belongs_to_the_words_under_it() -> None:
    assert read(strips("•", "  know their area")) == [(True, "know their area")]


def test_a_dash_at_the_beginning_of_a_line_may_go_on_with_the_sentence() -> None:
    assert read(strips("Some services", "– and all who", "work in them – know.")) == [
        (False, "Some services – and all who work in them – know.")
    ]
    # After a colon, further in, or behind another dash, it begins a bullet.
    assert read(strips("Leaders should:", "– know", "– act")) == [
        (False, "Leaders should:"),
        (True, "know"),
        (True, "act"),
    ]
    assert read(strips("Leaders should", "  – know")) == [(False, "Leaders should"), (True, "know")]
    lines = ("• Some services", "  – one", "  – two", "This line runs to the margin.")
    assert read(strips(*lines)) == [(True, "Some services"), (True, "one"), (True, "two"), (False, lines[-1])]
    # A line that was full goes on.
    lines = ("• Some services of them", "  – one of all – know.", "This line is no longer.")
    assert read(strips(*lines)) == [(True, "Some services of them – one of all – know."), (False, lines[-1])]
    assert read(strips("• Some services and", "  all of their staff", "  – and others – know")) == [
        (True, "Some services and all of their staff – and others – know"),
    ]


def test_a_line_over_the_page_that_stands_with_the_words_of_a_bullet_goes_on_with_it() -> None:
    before = strips("• Leaders know their", "  whole area very well.")
    assert read([*before, *strips("  They act.", page=2)]) == [
        (True, "Leaders know their whole area very well. They act.")
    ]
    for other in ("They act.", "    They act."):
        assert read([*before, *strips(other, page=2)])[1] == (False, "They act.")
    # A bullet of one line does not tell where its words stand, nor does one whose lines run back to its mark.
    assert len(read([*strips("• Leaders know their whole area."), *strips("  They act.", page=2)])) == 2
    assert len(read([*strips("• Leaders know", "their whole area."), *strips("They act.", page=2)])) == 2
    assert len(read([*before, *strips("  • They act.", page=2)])) == 2


def test_where_a_block_begins_is_kept() -> None:
    first, second = blocks_of(strips("• know", "   ◦ their area"), untagged)
    assert (first.indent, second.indent) == (72.0, 72.0 + 3 * LETTER)


def over_page(last: str, first: str, tags: bool | None = None) -> list[tuple[bool, str]]:
    column = [*strips(last), *strips(first, page=2)]
    return [(block.bullet, block.text(NONE)) for block in blocks_of(column, lambda *_: tags)]


def test_over_a_page_only_what_plainly_ends_is_parted() -> None:
    assert over_page("Leaders know", "their area.") == [(False, "Leaders know their area.")]
    assert over_page("Leaders know their area.", "• They act") == [
        (False, "Leaders know their area."),
        (True, "They act"),
    ]
    # The line is full and its sentence ends: the tags may tell that its paragraph does not.
    assert over_page("Leaders know their area.", "They act") == [
        (False, "Leaders know their area."),
        (False, "They act"),
    ]
    assert over_page("Leaders know their area.", "They act", True) == [(False, "Leaders know their area. They act")]
    short = [*strips("Leaders know all of their area", "well."), *strips("They act", page=2)]
    assert read(short) == [(False, "Leaders know all of their area well."), (False, "They act")]


def test_the_usual_distance_is_that_of_lines_not_of_paragraphs() -> None:
    assert round(line_pitch(strips("a", "b", "c", "d")), 1) == 14.4
    # Four paragraphs of two lines each: gaps of 30 points are between them.
    column = [strip("x", 100 + paragraph * 44.4 + number * 14.4) for paragraph in range(4) for number in range(2)]
    assert round(line_pitch(column), 1) == 14.4


def test_paragraphs_of_one_line_each_are_parted_where_few_lines_stand_together() -> None:
    # As in a table of names and addresses: 14.4 points between the lines of one, 21.6 between two.
    heights = [100.0, 114.4, 136.0, 157.6, 179.2, 193.6]
    column = [strip(f"line {number}", y) for number, y in enumerate(heights)]
    assert [text for _, text in read(column)] == ["line 0 line 1", "line 2", "line 3", "line 4 line 5"]


def test_without_neighbours_the_distance_is_reckoned_from_the_size() -> None:
    # 1.3 times twelve points.
    assert line_pitch([strip("alone", 100.0)]) == 1.3 * 12
    assert line_pitch([strip("far", 100.0), strip("apart", 400.0)]) == 1.3 * 12
    sizeless = strip("alone", 100.0, size=0.0)
    assert line_pitch([sizeless]) == 1.3 * 14


@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(1, 5)),
        min_size=1,
        max_size=12,
    ).filter(lambda blocks: any(lines > 1 for _, lines in blocks)),
    st.floats(9, 30),
)
def test_blocks_set_with_gaps_are_read_back(blocks: list[tuple[bool, int]], pitch: float) -> None:
    """Whatever number of lines each has, with half a line more between blocks, at any pitch that a size allows."""
    size = pitch / 1.2
    column: list[Strip] = []
    y, wanted = 100.0, []
    for number, (bullet, lines) in enumerate(blocks):
        said = [f"words {number} {place}" for place in range(lines)]
        for place, text in enumerate(said):
            x0 = 72.0 + (18.0 if bullet and place else 0.0)
            shown = f"• {text}" if bullet and not place else text
            column.append(strip(shown, y, x0=x0, size=size))
            y += pitch
        y += pitch / 2
        wanted.append((bullet, " ".join(said)))
    if sum(lines - 1 for _, lines in blocks) * 4 >= len(column):
        assert read(column) == wanted
