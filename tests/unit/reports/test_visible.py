"""Text of a document that cannot do anything to what stands around it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shown_readings import texts

from areasend.reports.visible import lines_of, quoted, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, “quoted” – and more", "plain words, “quoted” – and more"),
        ("a  b\u00a0c\td\ne", "a b c d e"),
        ("\u202eevil", "<U+202E>evil"),
        ("bell\x07 escape\x1b[31m", "bell<U+0007> escape<U+001B>[31m"),
        ("soft\u00adhyphen", "soft<U+00AD>hyphen"),
        ("\uf0b7 private", "<U+F0B7> private"),
        ("half \ud800", "half <U+D800>"),
        ("\U000e0041", "<U+E0041>"),
        ("Zoe\u0308", "Zoe\u0308"),
        ("e\u0301\u0302\u0303\u0304", "e\u0301\u0302\u0303<U+0304>"),
        ("", ""),
    ],
)
def test_what_is_not_seen_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(texts)
def test_nothing_unseen_is_left(text: str) -> None:
    assert not [character for character in visible(text) if unicodedata.category(character)[0] == "C"]
    assert "\n" not in visible(text)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=80), st.integers(12, 60))
def test_a_quotation_keeps_its_beginning_and_its_end(text: str, most: int) -> None:
    whole, cut = visible(text), quoted(text, most)
    assert len(cut) <= most or cut == whole
    if cut != whole:
        beginning, end = cut.split(" […] ", 1) if cut.count(" […] ") == 1 else ("", "")
        assert whole.startswith(beginning)
        assert whole.endswith(end)


@pytest.mark.parametrize(
    ("most", "cut"),
    [
        (33, "one two three four five six seven"),
        (32, "one two three four […] six seven"),
        (20, "one two […] seven"),
        (12, "one […] en"),
    ],
)
def test_it_is_cut_between_words(most: int, cut: str) -> None:
    assert quoted("one two three four five six seven", most) == cut


def test_a_statement_parts_at_its_bullets() -> None:
    text = "Leaders should: • first one\n• second • third."
    assert lines_of(text) == ("Leaders should:", "• first one", "• second", "• third.")
    assert lines_of("  ") == ()
    assert lines_of("no • bullet•here") == ("no", "• bullet•here")
