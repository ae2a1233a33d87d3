"""Whether a page's first line goes on with what the page before began."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.typeset import LETTER, SetPage, line, strip, untagged

from areasend.reports.layout.running_on import by_tags, ends_sentence, runs_on, starts_bullet
from areasend.reports.layout.strips import Strip, strip_of_words
from areasend.reports.pdf import Word

# A full line: there is no room behind it for another word.
RIGHT = 72.0 + LETTER * 40
FULL = "these plans are looked at again by every"


def after_page(before: str, after: str, tags: bool | None = None) -> bool | None:
    last, first = strip(before, 770.0, page=1), strip(after, 80.0, page=2)
    return runs_on(last, first, lambda *_: tags, RIGHT)


@pytest.mark.parametrize("mark", ["•", "◼", "▪", "●", "○", "□", "‣", "►", "➢", "✓", "·"])
def test_a_bullet_needs_no_space_behind_its_mark(mark: str) -> None:
    assert starts_bullet(f"{mark} Leaders")
    assert starts_bullet(f"{mark}Leaders")
    assert starts_bullet(mark)


@pytest.mark.parametrize("mark", ["-", "–", "—", "−", "o", "\uf0b7", "\uf0a7", "\ufffd"])
def test_dashes_and_signs_of_other_fonts_are_bullets_where_a_space_follows(mark: str) -> None:
    assert starts_bullet(f"{mark} Leaders")
    assert not starts_bullet(f"{mark}thers and more")


def test_a_line_of_words_is_no_bullet() -> None:
    assert not starts_bullet("Leaders • and others")
    assert not starts_bullet("of - all")
    assert not starts_bullet("1. Leaders")
    assert not starts_bullet("")


@pytest.mark.parametrize("text", ["It is.", "Is it?", "It is!", "‘It is.’", "(It is.)", '"It is."', "[It is.]"])
def test_a_sentence_ends_inside_its_quotation_marks_and_brackets(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["It is", "It is:", "It is;", "It is,", "‘It is’", ""])
def test_what_has_no_full_stop_ends_no_sentence(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize("tags", [None, True, False])
def test_a_bullet_begins_anew_and_a_word_in_lower_case_goes_on_whatever_the_tags_say(tags: bool | None) -> None:
    assert after_page(FULL, "• Leaders know", tags) is False
    assert after_page(FULL, "professional.", tags) is True
    assert after_page("It is short.", "‘professional’ work", tags) is True


def test_the_tags_are_believed_when_they_hold_both_in_one_element() -> None:
    assert after_page("It is short.", "Leaders know", True) is True


def test_a_line_with_room_for_the_next_word_has_come_to_its_end() -> None:
    # 33 letters fit behind seven: a blank and "Leaders" are eight more than "It is short." leaves unused.
    assert after_page("It is short", "Leaders know") is False
    assert after_page("It is short", "Leaders know", False) is False


@given(st.integers(1, 39), st.integers(1, 39))
def test_room_is_measured_by_the_first_word_of_the_page(used: int, word: int) -> None:
    before, after = "x" * used, "X" * word
    has_room = used + 1 + word <= 40
    assert after_page(before, after) is (not has_room)


def test_a_full_line_that_ends_no_sentence_goes_on_and_one_that_ends_it_leaves_it_open() -> None:
    assert after_page(FULL, "Ofsted inspector.") is True
    assert after_page(f"{FULL[:-6]}years.", "Leaders know") is None


def test_an_item_with_a_letter_of_its_own_does_not_go_on_with_a_sentence() -> None:
    assert after_page("It is short:", "a) plans") is False
    assert after_page("It is short:", "(b) plans") is False


def test_numbers_say_nothing_of_the_sentence() -> None:
    assert after_page(f"{FULL[:-6]}years.", "25 children") is None


def elements(**of: tuple[int, ...]) -> dict[int, SetPage]:
    def tags(word: Word) -> tuple[int, ...]:
        return of.get(word.text, ())

    return {1: SetPage(1, tags=tags), 2: SetPage(2, tags=tags)}


def test_the_tags_of_the_last_and_the_first_word_are_compared() -> None:
    last, first = strip("Leaders know", 770.0, page=1), strip("Ofsted says", 80.0, page=2)
    one, other = (0, 3), (0, 4)
    assert by_tags(elements(know=one, Ofsted=one))(last, first) is True  # type: ignore[arg-type]
    assert by_tags(elements(know=one, Ofsted=other, Leaders=other))(last, first) is False  # type: ignore[arg-type]
    assert by_tags(elements(know=one))(last, first) is None  # type: ignore[arg-type]
    assert by_tags(elements(Ofsted=one))(last, first) is None  # type: ignore[arg-type]


def test_a_strip_of_one_column_asks_for_its_own_words() -> None:
    whole = line("left hand right hand", 770.0)
    left: Strip = strip_of_words(whole, whole.words[:2])  # type: ignore[arg-type]
    first = strip("Ofsted", 80.0, page=2)
    pages = elements(hand=(1,), right=(2,), Ofsted=(1,))
    assert by_tags(pages)(left, first) is True  # type: ignore[arg-type]


def test_without_tags_nothing_is_known() -> None:
    assert untagged(strip("a", 1.0), strip("b", 2.0)) is None
    assert by_tags({1: SetPage(1), 2: SetPage(2)})(strip("a", 1.0), strip("b", 2.0, page=2)) is None  # type: ignore[dict-item]
