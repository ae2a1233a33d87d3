"""The key above a chart: a swatch and its words for each series, in the order of the marks (CH14)."""

from collections.abc import Sequence

from areasend.publication.charts.drawing import Sheet, baseline, element, line, rect, text
from areasend.publication.charts.lettering import width
from areasend.publication.charts.shapes import KeyEntry
from areasend.publication.patterns import paint

SWATCH = 18
BESIDE = 7
APART = 22
LINE_HEIGHT = 26


def draw_key(entries: Sequence[KeyEntry], sheet: Sheet, prefix: str, top: float) -> tuple[str, float]:
    """The key as SVG, and the height at which it ends; nothing where there are no entries."""
    if not entries:
        return "", top
    x, middle, parts = 0.0, top + SWATCH / 2 + 1, []
    for entry in entries:
        across = SWATCH + BESIDE + width(entry.label, sheet.letters)
        if x and x + across > sheet.width:
            x, middle = 0.0, middle + LINE_HEIGHT
        parts.append(_swatch(entry, prefix, x, middle))
        parts.append(text(entry.label, x + SWATCH + BESIDE, baseline(middle, sheet.letters)))
        x += across + APART
    return element("g", {"data-key": "true"}, "".join(parts)), middle + LINE_HEIGHT


def _swatch(entry: KeyEntry, prefix: str, x: float, middle: float) -> str:
    if entry.is_line:
        return line(x, middle, x + SWATCH, middle, stroke=entry.look.fill, thick=2)
    fill: dict[str, str | float] = {"fill": paint(prefix, entry.look), "data-look": entry.look.key}
    return rect(x, middle - SWATCH / 2, across=SWATCH, down=SWATCH, more=fill)
