"""PNG files of ours, read back by Pillow."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from areasend.formats import grey_png

pictures = st.integers(1, 9).flatmap(
    lambda width: st.lists(st.binary(min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(pictures)
def test_every_pixel_is_the_nearest_of_16_shades(lines: list[bytes]) -> None:
    read = Image.open(io.BytesIO(grey_png(lines)))
    assert read.size == (len(lines[0]), len(lines))
    found = read.convert("L").tobytes()
    for pixel, shade in zip(b"".join(lines), found, strict=True):
        assert abs(pixel - shade) <= 8
        assert shade % 17 == 0


@given(pictures)
def test_it_is_the_whole_of_a_sound_file(lines: list[bytes]) -> None:
    Image.open(io.BytesIO(grey_png(lines))).verify()


def test_black_and_white_stay_what_they_are() -> None:
    read = Image.open(io.BytesIO(grey_png([b"\x00\xff\x00"])))
    assert read.convert("L").tobytes() == b"\x00\xff\x00"


def test_lines_of_different_length_are_a_bug() -> None:
    with pytest.raises(ValueError, match="too many values"):
        grey_png([b"\x00", b"\x00\x00"])
