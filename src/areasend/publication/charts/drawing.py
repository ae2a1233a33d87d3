"""SVG from values: elements with their text escaped, coordinates of two decimals, and the sizes a chart comes in."""

from dataclasses import dataclass
from html import escape

from areasend.publication.charts.lettering import width
from areasend.publication.palette import OUTLINE, TEXT

LINE = 1.25
AXIS = TEXT
GRID = "#b1b4b6"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The size of a drawing in its own units: how wide it is, and how large its letters are.

    Letters of the wide one are 12 pixels high from a width of 540 pixels on, those of the narrow one from 275 (CH08).
    """

    width: int
    letters: int
    bar: int
    labels_above: bool


WIDE = Sheet(width=720, letters=16, bar=30, labels_above=False)
NARROW = Sheet(width=320, letters=14, bar=30, labels_above=True)


def number(value: float) -> str:
    """
    >>> number(12.0), number(1 / 3), number(-0.001)
    ('12', '0.33', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, attributes: dict[str, str | float], content: str = "") -> str:
    """An element; `content` is SVG already."""
    written = "".join(
        f' {key}="{escape(value) if isinstance(value, str) else number(value)}"' for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def rect(x: float, y: float, *, across: float, down: float, more: dict[str, str | float]) -> str:
    return element("rect", {"x": x, "y": y, "width": across, "height": down, **more})


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str, thick: float) -> str:
    return element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "stroke": stroke, "stroke-width": thick})


def text(words: str, x: float, y: float, *, anchor: str = "start", fill: str = TEXT, label_of: str = "") -> str:
    """Words on a baseline at `y`; `label_of` is the id of the figure that a label prints."""
    placed: dict[str, str | float] = {"x": x, "y": y}
    if anchor != "start":
        placed["text-anchor"] = anchor
    if fill != TEXT:
        placed["fill"] = fill
    if label_of:
        placed["data-label"] = label_of
    return element("text", placed, escape(words, quote=False))


def plate(words: str, centre: float, middle: float, *, letters: float, fill: str) -> str:
    """A plain field behind words that would stand on a pattern or a line."""
    across = width(words, letters) + 6
    return rect(
        centre - across / 2, middle - letters * 0.6, across=across, down=letters * 1.2, more={"fill": fill, "rx": 2}
    )


def baseline(middle: float, letters: float) -> float:
    """Where words stand whose capitals have their middle at `middle`."""
    return middle + letters * 0.36


def separator(x: float, y: float, down: float) -> str:
    """A white line between neighbours, wide enough to be 1.5 pixels when the drawing is shown at three quarters."""
    return line(x, y, x, y + down, stroke=OUTLINE, thick=2)
