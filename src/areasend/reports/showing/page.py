"""A reading as one HTML file: what was read, and the document's pages with the words behind each value outlined.

The file needs nothing beside it: pictures and style stand in it, and its own policy lets nothing else in.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from areasend.formats import page_environment
from areasend.reports.kinds import DESCRIPTIONS
from areasend.reports.pdf.rendering import PagePictures
from areasend.reports.reading import Box, Place, Reading
from areasend.reports.showing.in_short import FieldInShort, fields_in_short, findings_in_short, sections_in_short
from areasend.reports.showing.labels import FOR_CHECKING, UNOFFICIAL, counted, field_label, form_counts
from areasend.reports.showing.outlines import Mark, Sheet, Subject, sheet
from areasend.reports.visible import quoted, visible

_GENERATOR = '<meta name="generator" content="areasend reports show">'
_LONGEST_TITLE = 200
# Where a page that cannot be drawn does not say its size.
_A4 = (595.0, 842.0)


def reading_page(reading: Reading, pictures: PagePictures, *, version: str) -> bytes:
    """The file. `pictures` are those of the same document; where one is missing, outlines stand on an empty page."""
    fields, findings, sections = fields_in_short(reading), findings_in_short(reading), sections_in_short(reading)
    sheets = tuple(_sheets(reading, pictures))
    style = _packaged("assets/reading.css")
    text = _template()(
        reading=reading,
        title=quoted(reading.text("title_name") or reading.file, _LONGEST_TITLE),
        described=DESCRIPTIONS[reading.document],
        pages=max(pictures.pages, len(reading.page_sizes)),
        fields=fields,
        findings=findings,
        sections=sections,
        rows={field.field: f"field-{place}" for place, field in enumerate(fields, start=1)},
        marked={
            **{f"v{number}": list(alike) for number, alike in groupby(sorted(fields, key=_number), key=_number)},
            **{f"f{finding.number}": finding for finding in findings},
            **{f"s{section.number}": section for section in sections},
        },
        sheets=sheets,
        on_pages={sheet.page for sheet in sheets},
        pictures={picture.page: _address(picture.png) for picture in pictures.pictures},
        why_not=pictures.why_not,
        forms=_forms(reading),
        unofficial=UNOFFICIAL,
        for_checking=FOR_CHECKING if reading.values else "",
        version=version,
        generator=Markup(_GENERATOR),
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return text.encode()


def _number(field: FieldInShort) -> int:
    return field.number


def is_reading_page(content: bytes) -> bool:
    """Whether a file is one that `reading_page` wrote, so that a new one may take its place."""
    return _GENERATOR.encode() in content[:1000]


def _sheets(reading: Reading, pictures: PagePictures) -> Iterator[Sheet]:
    """Each page that can be drawn or that something was read from."""
    found: dict[int, list[tuple[Mark, list[Box]]]] = {picture.page: [] for picture in pictures.pictures}
    for mark, places in _marks(reading):
        boxes: dict[int, list[Box]] = {}
        for place in places:
            boxes.setdefault(place.page, []).append(place.box)
        for page, boxed in boxes.items():
            found.setdefault(page, []).append((mark, boxed))
    drawn = {picture.page: (picture.width, picture.height) for picture in pictures.pictures}
    sizes = drawn | dict(enumerate(reading.page_sizes, start=1))
    for page in sorted(found):
        width, height = sizes.get(page, _A4)
        yield sheet(page, width, height, found[page])


def _marks(reading: Reading) -> Iterator[tuple[Mark, tuple[Place, ...]]]:
    """Everything that was read from words of the document, with their places."""
    for number, places in {field.number: field.places for field in fields_in_short(reading) if field.number}.items():
        yield Mark(Subject.VALUE, f"v{number}", str(number)), places
    for finding in findings_in_short(reading):
        yield Mark(Subject.FINDING, f"f{finding.number}", finding.sign), finding.places
    for section in sections_in_short(reading):
        yield Mark(Subject.SECTION, f"s{section.number}", section.sign), section.places


def _forms(reading: Reading) -> dict[tuple[str, int], list[tuple[str, int]]]:
    """How many passages of each form a section has on a page; one that runs over counts where it begins."""
    counts: dict[tuple[str, int], Counter[str]] = {}
    for passage in reading.passages:
        for place in passage.places[:1]:
            counts.setdefault((passage.section, place.page), Counter())[passage.form] += 1
    return {where: list(count.items()) for where, count in counts.items()}


def _address(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def _packaged(name: str) -> str:
    return (files("areasend.reports.showing") / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Callable[..., str]:
    environment = page_environment(Path(str(files("areasend.reports.showing") / "templates")))
    environment.filters |= {
        "visible": visible,
        "quoted": quoted,
        "field_label": field_label,
        "counted": counted,
        "form_counts": form_counts,
        "points": _points,
    }
    return environment.get_template("reading.html.j2").render


def _points(length: float) -> str:
    """A length in a drawing, to a tenth of a point."""
    return f"{length:.1f}"
