"""Charts as PNG: letters are there, bytes do not depend on the machine, and files stay small."""

import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops
from tests.unit.publication.charts.reading import IDS, Words, chart, read

from areasend.formats import smaller_png
from areasend.publication.charts import chart_files, png
from areasend.publication.charts.png import FONTS, png_bytes

SVG = "http://www.w3.org/2000/svg"
LIMIT = 150_000


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def without_words(svg: str) -> str:
    """The same picture with the content of each text taken out."""
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(svg)
    for element in root.iter(f"{{{SVG}}}text"):
        element.text = ""
    return ElementTree.tostring(root, encoding="unicode")


def lost_letters(written: Image.Image, svg: str) -> list[str]:
    """The texts of a picture in whose boxes nothing is written; each letter darkens or lightens its part of the box."""
    drawn = read(svg)
    changed = ImageChops.difference(written, opened(png_bytes(without_words(svg)))).convert("L")
    scale = written.width / drawn.view.across
    return [words.text for words in drawn.words if not _written(changed, words, drawn.view.x, drawn.view.y, scale)]


def _written(changed: Image.Image, words: Words, left: float, top: float, scale: float) -> bool:
    edges = (words.box.x - left, words.box.y - top, words.box.right - left, words.box.bottom - top)
    found = changed.crop(tuple(round(edge * scale) for edge in edges))  # type: ignore[arg-type]  # four of them
    return sum(found.histogram()[60:]) > 0.08 * found.width * found.height


@pytest.mark.parametrize("chart_id", IDS)
def test_every_letter_is_in_the_picture(chart_id: str) -> None:
    found = chart("2026-06-30", chart_id)
    assert lost_letters(opened(found.png), found.download_svg) == []


def test_letters_lost_for_want_of_a_font_are_caught() -> None:
    """What the renderer does where no font of a list exists: no letter, and no error."""
    svg = chart("2026-06-30", "figure-4").download_svg
    lost = opened(png_bytes(svg.replace(FONTS, "No Such Font")))
    assert lost_letters(lost, svg) == [words.text for words in read(svg).words]


@pytest.mark.parametrize("chart_id", IDS)
def test_pictures_are_twice_as_large_as_drawn_and_small_in_bytes(chart_id: str) -> None:
    found = chart("2026-06-30", chart_id)
    view, picture = read(found.download_svg).view, opened(found.png)
    assert (picture.width, picture.height) == (2 * view.across, pytest.approx(2 * view.down, abs=2))
    assert len(found.png) <= LIMIT


def test_our_font_comes_first_and_any_sans_serif_last() -> None:
    assert FONTS.startswith("Areasend Sans, ")
    assert FONTS.endswith(", sans-serif")


def test_bold_letters_are_bolder() -> None:
    plain = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><text y="40" font-size="40" {}>Nm</text></svg>'
    )
    regular, bold = (
        Image.open(BytesIO(png_bytes(plain.format(f'font-family="{FONTS}" font-weight="{weight}"')))).convert("LA")
        for weight in ("normal", "bold")
    )
    inked = [sum(picture.getchannel("A").histogram()[128:]) for picture in (regular, bold)]
    assert inked[1] > 1.3 * inked[0] > 0


def test_our_font_has_every_letter_that_charts_use() -> None:
    """A letter that it lacks would come from a font of the machine."""
    words = "".join(words.text for name in IDS for words in read(chart("2026-06-30", name).download_svg).words)
    assert all(" " <= letter <= "~" for letter in words)


HASHES = """
import sys
from hashlib import sha256
from areasend.publication.charts.png import png_bytes
print(sha256(png_bytes(sys.stdin.read())).hexdigest())
"""


def hash_elsewhere(svg: str, fonts: Path | None = None) -> str:
    """The hash of the picture made by another process, on a machine that has the fonts of a folder and no others."""
    environment = {"PATH": "", "HOME": "/nonexistent"}
    if fonts is not None:
        (fonts / "fonts.conf").write_text(f"<fontconfig><dir>{fonts}</dir></fontconfig>", encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(fonts / "fonts.conf")
    environment["PYTHONPATH"] = str(Path(png.__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-c", HASHES], input=svg, capture_output=True, text=True, check=True, env=environment
    )
    return done.stdout.strip()


def test_bytes_are_the_same_again_elsewhere_and_without_any_font_of_the_machine(tmp_path: Path) -> None:
    found = chart("2024-12-31", "figure-2")
    svg = found.download_svg
    here = sha256(found.png).hexdigest()
    assert [sha256(found.png).hexdigest(), hash_elsewhere(svg), hash_elsewhere(svg, tmp_path)] == [here] * 3


def test_files_are_named_by_their_charts() -> None:
    found = chart("2024-12-31", "figure-1")
    files = dict(chart_files([found]))
    assert list(files) == ["figures/figure-1.svg", "figures/figure-1.png"]
    assert files["figures/figure-1.svg"].decode() == found.download_svg
    assert files["figures/figure-1.png"] == found.png


def test_a_smaller_png_is_the_same_picture_with_every_other_chunk_kept() -> None:
    buffer = BytesIO()
    picture = Image.effect_mandelbrot((120, 80), (-2, -1, 1, 1), 50).convert("RGB")
    picture.save(buffer, "PNG", compress_level=0, dpi=(144, 144))
    smaller = smaller_png(buffer.getvalue())
    assert len(smaller) < len(buffer.getvalue()) / 2
    read_back = Image.open(BytesIO(smaller))
    assert read_back.info["dpi"] == pytest.approx((144, 144), abs=0.1)
    assert ImageChops.difference(read_back.convert("RGB"), picture).getbbox() is None


def test_what_is_no_png_is_a_bug_of_ours() -> None:
    with pytest.raises(AssertionError, match="not a PNG file"):
        smaller_png(b"GIF89a")
