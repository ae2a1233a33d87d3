"""How the pages of a PDF look: each as a picture in shades of grey, within limits that no file can push.

It runs in a worker like reading does: the PDF library is given files of strangers, and may hang, grow or crash.
"""

import base64
import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pypdfium2

from areasend.formats import grey_png

# Published reports have 12 pages at most, and their pictures 0.6 MiB.
MOST_PAGES = 60
MOST_BYTES = 8 << 20
# As sharp as an A4 page has to be to be read beside what was read from it.
_DOTS_PER_INCH = 110
_POINTS_PER_INCH = 72
# An A4 page has 1.2 million pixels; a page that says it is larger is drawn smaller, not left out.
_MOST_PIXELS = 2_000_000
_LONGEST_SIDE = 4_000


class PagePicture(NamedTuple):
    """One page as it is printed: its number from 1, its size in points, and the picture as a PNG file."""

    page: int
    width: float
    height: float
    png: bytes


class PagePictures(NamedTuple):
    """The pages that could be drawn, of how many there are; `why_not` says it of those that were not."""

    pages: int
    pictures: tuple[PagePicture, ...]
    why_not: str = ""


def render_pages(data: bytes, *, most_pages: int = MOST_PAGES, most_bytes: int = MOST_BYTES) -> PagePictures:
    """The first pages of a PDF as pictures, up to a number and a size; a page that cannot be opened is left out."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return PagePictures(0, (), "the file cannot be opened as a PDF")
    try:
        pages = len(document)
        pictures = tuple(_within(most_bytes, _pictures(document, min(pages, most_pages))))
    finally:
        document.close()
    if len(pictures) == pages:
        return PagePictures(pages, pictures)
    limits = f"damaged pages are not drawn, and of any file {most_pages} pages and {most_bytes} bytes at most"
    return PagePictures(pages, pictures, limits)


def _within(most_bytes: int, pictures: Iterator[PagePicture]) -> Iterator[PagePicture]:
    """The pictures until they are too large together."""
    for picture in pictures:
        most_bytes -= len(picture.png)
        if most_bytes < 0:
            return
        yield picture


def _pictures(document: pypdfium2.PdfDocument, pages: int) -> Iterator[PagePicture]:
    for index in range(pages):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            continue
        yield _picture(page, index + 1)
        page.close()


def _picture(page: pypdfium2.PdfPage, number: int) -> PagePicture:
    width, height = page.get_size()
    bitmap = page.render(scale=_scale(width, height), grayscale=True, may_draw_forms=False, limit_image_cache=True)
    pixels, across = bytes(bitmap.buffer), bitmap.width
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    bitmap.close()
    return PagePicture(number, width, height, grey_png([pixels[start : start + across] for start in starts]))


def _scale(width: float, height: float) -> float:
    """Pixels a point: the usual ones, or as many fewer as the limits ask for."""
    return min(
        _DOTS_PER_INCH / _POINTS_PER_INCH,
        math.sqrt(_MOST_PIXELS / (width * height)),
        _LONGEST_SIDE / max(width, height),
    )


def pictures_to_json(found: PagePictures) -> dict[str, Any]:
    """The pictures in terms of JSON, for the way from a worker."""
    pictures = [picture._asdict() | {"png": base64.b64encode(picture.png).decode()} for picture in found.pictures]
    return {"pages": found.pages, "pictures": pictures, "why_not": found.why_not}


def pictures_from_json(found: Mapping[str, Any]) -> PagePictures:
    """What `pictures_to_json` wrote. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
    pictures = tuple(
        PagePicture(
            int(item["page"]),
            float(item["width"]),
            float(item["height"]),
            base64.b64decode(item["png"], validate=True),
        )
        for item in found["pictures"]
    )
    return PagePictures(int(found["pages"]), pictures, str(found["why_not"]))
