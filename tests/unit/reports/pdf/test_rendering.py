"""Pages as pictures, within limits; the PDFs are written by the tests."""

import io
from collections.abc import Sequence

import pikepdf
import pytest
from PIL import Image

from areasend.reports.pdf.rendering import (
    PagePictures,
    pictures_from_json,
    pictures_to_json,
    render_pages,
)

BLACK_LEFT_HALF = b"0 0 100 400 re f"
A4 = (595, 842)


def pdf(*boxes: Sequence[float], content: bytes = b"", rotate: int = 0) -> pikepdf.Pdf:
    written = pikepdf.new()
    for box in boxes:
        page = written.add_blank_page(page_size=A4)
        page.obj.MediaBox = list(box)
        page.obj.Contents = written.make_stream(content)
        page.obj.Rotate = rotate
    return written


def saved(written: pikepdf.Pdf, **options: object) -> bytes:
    file = io.BytesIO()
    written.save(file, static_id=True, **options)
    return file.getvalue()


def image(found: PagePictures, page: int = 1) -> Image.Image:
    (png,) = [picture.png for picture in found.pictures if picture.page == page]
    return Image.open(io.BytesIO(png)).convert("L")


def test_a_page_is_drawn_as_it_is_printed() -> None:
    found = render_pages(saved(pdf((0, 0, 200, 400), content=BLACK_LEFT_HALF)))
    assert (found.pages, found.why_not) == (1, "")
    assert found.pictures[0][:3] == (1, 200, 400)
    drawn = image(found)
    assert drawn.size == (306, 612)
    assert (drawn.getpixel((76, 300)), drawn.getpixel((229, 300))) == (0, 255)


def test_a_turned_page_is_drawn_and_measured_as_it_is_seen() -> None:
    found = render_pages(saved(pdf((0, 0, 200, 400), content=BLACK_LEFT_HALF, rotate=90)))
    assert found.pictures[0][:3] == (1, 400, 200)
    drawn = image(found)
    assert (drawn.getpixel((300, 76)), drawn.getpixel((300, 229))) == (0, 255)


def test_the_same_file_gives_the_same_bytes() -> None:
    data = saved(pdf((0, 0, *A4), content=BLACK_LEFT_HALF))
    assert render_pages(data) == render_pages(data)


@pytest.mark.parametrize(
    "box", [(0, 0, 14_400, 14_400), (0, 0, 1e9, 1e9), (0, 0, 14_400, 1), (0, 0, 1e-3, 1e4), (0, 0, 0, 0), (9, 9, 5, 5)]
)
def test_no_page_is_drawn_larger_than_the_limits(box: tuple[float, ...]) -> None:
    width, height = image(render_pages(saved(pdf(box)))).size
    # A picture has whole pixels, so that it may be one longer than it was scaled to.
    assert 1 <= width <= 4001
    assert 1 <= height <= 4001
    assert (width - 1) * (height - 1) <= 2_000_000


def test_only_the_first_pages_of_a_long_file_are_drawn() -> None:
    found = render_pages(saved(pdf(*[(0, 0, 20, 20)] * 5)), most_pages=3)
    assert (found.pages, [picture.page for picture in found.pictures]) == (5, [1, 2, 3])
    assert "3 pages" in found.why_not


def test_pictures_stop_before_they_are_too_large_together() -> None:
    data = saved(pdf(*[(0, 0, *A4)] * 3, content=BLACK_LEFT_HALF))
    size = len(render_pages(data).pictures[0].png)
    found = render_pages(data, most_bytes=2 * size)
    assert [picture.page for picture in found.pictures] == [1, 2]
    assert f"{2 * size} bytes" in found.why_not


def test_a_page_that_cannot_be_opened_is_left_out() -> None:
    written = pdf((0, 0, 20, 20), (0, 0, 20, 20), (0, 0, 20, 20))
    written.Root.Pages.Kids[1] = pikepdf.Dictionary(Type=pikepdf.Name.Font)
    found = render_pages(saved(written))
    assert (found.pages, [picture.page for picture in found.pictures]) == (3, [1, 3])
    assert "damaged pages are not drawn" in found.why_not


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"<html>",
        saved(pdf((0, 0, 20, 20)))[:100],
        saved(pdf((0, 0, 20, 20)), encryption=pikepdf.Encryption(owner="o", user="u")),
    ],
    ids=["empty", "header", "html", "truncated", "encrypted"],
)
def test_what_cannot_be_opened_has_no_pages(data: bytes) -> None:
    assert render_pages(data) == PagePictures(0, (), "the file cannot be opened as a PDF")


def test_pictures_come_back_from_json_as_they_were() -> None:
    found = render_pages(saved(pdf((0, 0, 20, 30), (0, 0, 40, 50))), most_pages=1)
    assert pictures_from_json(pictures_to_json(found)) == found


@pytest.mark.parametrize("png", ["no base64!", None])
def test_what_is_no_picture_is_refused(png: object) -> None:
    found = {"pages": 1, "pictures": [{"page": 1, "width": 1.0, "height": 1.0, "png": png}], "why_not": ""}
    with pytest.raises((ValueError, TypeError)):
        pictures_from_json(found)
