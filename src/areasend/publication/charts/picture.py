"""A whole chart as SVG: inside a page, where the page has its title and notes, or as a file that travels alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from areasend.publication.charts.bars import draw_bars
from areasend.publication.charts.columns import draw_columns
from areasend.publication.charts.drawing import Sheet, element, number, rect, text
from areasend.publication.charts.key import draw_key
from areasend.publication.charts.lettering import wrapped
from areasend.publication.charts.png import FONTS
from areasend.publication.charts.shapes import Bars, Columns
from areasend.publication.palette import Look
from areasend.publication.patterns import pattern_defs

# The fonts of pages.
INLINE_FONTS = "Arial, Helvetica, sans-serif"
MARGIN = 20
LINE_HEIGHT = 1.4
# Words around a chart that travels alone: 6.9 to 1 on white.
QUIET = "#505a5f"


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """The names of a picture for those who do not see it: `name` is its title, `words` its text alternative."""

    name: str
    words: str


def inline_svg(drawing: Bars | Columns, sheet: Sheet, prefix: str, described: Described, css: str) -> str:
    """The chart for a page: as wide as its container, with ids that begin with `prefix`."""
    body, height = _body(drawing, sheet, prefix, 0)
    attributes: dict[str, str | float] = {
        "class": css,
        "viewBox": f"-1 -1 {sheet.width + 2} {number(height + 2)}",
        "role": "img",
        "aria-labelledby": f"{prefix}-name {prefix}-words",
        "font-family": INLINE_FONTS,
        "font-size": sheet.letters,
    }
    return element("svg", attributes, _described(prefix, described) + body)


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What stands around a chart that travels alone: what it shows above it, and where it comes from beneath it."""

    above: Sequence[str]
    beneath: Sequence[str]


def standalone_svg(
    drawing: Bars | Columns, sheet: Sheet, prefix: str, described: Described, around: Surroundings
) -> str:
    """The chart as a document: with its namespace, on white, and with the words that it must not travel without."""
    above, top = _lines(around.above, sheet, sheet.letters)
    body, height = _body(drawing, sheet, prefix, top)
    beneath, bottom = _lines(around.beneath, sheet, height + 12 + sheet.letters)
    across, down = sheet.width + 2 * MARGIN, bottom + 2 * MARGIN - sheet.letters
    attributes: dict[str, str | float] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"{-MARGIN} {-MARGIN} {number(across)} {number(down)}",
        "width": across,
        "height": down,
        "role": "img",
        "aria-labelledby": f"{prefix}-name {prefix}-words",
        "font-family": FONTS,
        "font-size": sheet.letters,
    }
    white = rect(-MARGIN, -MARGIN, across=across, down=down, more={"fill": "#ffffff"})
    return element("svg", attributes, _described(prefix, described) + white + above + body + beneath) + "\n"


def _described(prefix: str, described: Described) -> str:
    return element("title", {"id": f"{prefix}-name"}, escape(described.name, quote=False)) + element(
        "desc", {"id": f"{prefix}-words"}, escape(described.words, quote=False)
    )


def _body(drawing: Bars | Columns, sheet: Sheet, prefix: str, top: float) -> tuple[str, float]:
    key, below = draw_key(drawing.key, sheet, prefix, top)
    if isinstance(drawing, Bars):
        plot, bottom = draw_bars(drawing, sheet, prefix, below)
    else:
        plot, bottom = draw_columns(drawing, sheet, prefix, below)
    return pattern_defs(prefix, looks_of(drawing)) + key + plot, bottom


def looks_of(drawing: Bars | Columns) -> tuple[Look, ...]:
    """Every look that a drawing uses, once, in the order of the key and then of the marks."""
    marks = (
        [mark for bar in drawing.bars for mark in bar.marks]
        if isinstance(drawing, Bars)
        else [column.mark for column in drawing.columns]
    )
    looks = [entry.look for entry in drawing.key] + [mark.look for mark in marks]
    return tuple({look.key: look for look in looks}.values())


def _lines(sentences: Sequence[str], sheet: Sheet, first: float) -> tuple[str, float]:
    """Sentences as lines from the baseline `first` on, and the baseline after them."""
    lines = [line for sentence in sentences for line in wrapped(sentence, sheet.letters, sheet.width)]
    step = sheet.letters * LINE_HEIGHT
    words = "".join(text(line, 0, first + place * step, fill=QUIET) for place, line in enumerate(lines))
    return words, first + len(lines) * step
