"""The widths of letters, against letters as they are drawn; and the examples in the docstrings, run."""

import doctest
from html import escape
from io import BytesIO

import pytest
from PIL import Image

from areasend.publication.charts import bars, drawing, lettering
from areasend.publication.charts.lettering import width, wrapped
from areasend.publication.charts.png import FONTS, SCALE, png_bytes

SIZE = 40


def ink(words: str) -> float:
    """How far the words reach in a rendered picture, from the first dark point to the last."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="60"><rect width="2000" height="60" fill="#fff"/>'
        f'<text x="10" y="45" font-size="{SIZE}" font-family="{FONTS}">{escape(words)}</text></svg>'
    )
    picture = Image.open(BytesIO(png_bytes(svg))).convert("L").point(lambda level: 255 - level)
    left, _, right, _ = picture.getbbox() or (0, 0, 0, 0)
    return (right - left) / SCALE


@pytest.mark.parametrize("letter", [chr(code) for code in range(32, 127)])
def test_each_letter_is_as_wide_as_it_is_drawn(letter: str) -> None:
    """Between two of n, whose own sides then count on either side of the equation."""
    assert ink(f"n{letter}n") - ink("nn") == pytest.approx(width(letter, SIZE), abs=1)


@pytest.mark.parametrize(
    "words", ["North East, Yorkshire and the Humber (17)", "1,234 (56%)", "Widespread and/or systemic failings"]
)
def test_words_take_no_more_room_than_said(words: str) -> None:
    assert ink(words) <= width(words, SIZE) + 1


def test_other_letters_count_as_wide() -> None:
    assert width("é", 10) == 10


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert wrapped("a Llanfairpwllgwyngyll b", 16, 60) == ("a", "Llanfairpwllgwyngyll", "b")
    assert wrapped("", 16, 60) == ()


@pytest.mark.parametrize("module", [lettering, drawing, bars], ids=lambda module: module.__name__)
def test_examples_are_true(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]  # a module
    assert result.attempted
    assert not result.failed
