"""Charts read back from their SVG with a parser of somebody else: what is drawn, where, in what, and what is said.

How wide words are is `lettering`'s word; test_lettering holds it against a rendered picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from tests.factories import POSITIVE, area, day, inspection, population, register

from areasend.publication.charts import Chart, Variant, charts
from areasend.publication.charts.lettering import width
from areasend.register import Register, packaged_register
from areasend.statistics import Counted, count_population

IDS = ("figure-1", "figure-2", "figure-4", "areas-first-inspected", "working-days")


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """`figure` and `value` where it is a drawn value; `unit` and `zero` of the plot that it stands in."""

    x: float
    y: float
    across: float
    down: float
    fill: str
    figure: str = ""
    value: int = 0
    unit: float = 0
    zero: float = 0

    @property
    def right(self) -> float:
        return self.x + self.across

    @property
    def bottom(self) -> float:
        return self.y + self.down

    def holds(self, other: "Box", slack: float = 0.51) -> bool:
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: "Box") -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A text and the room it takes; `label_of` is the figure that it prints."""

    text: str
    box: Box
    size: float
    anchor: str
    label_of: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """A picture: boxes and words in the order of drawing, white separators, the drawn line, and the key."""

    view: Box
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    separators: tuple[Box, ...]
    lines: tuple[Box, ...]
    key: tuple[str, ...]
    swatches: tuple[Box, ...]
    order: tuple[Box | Words, ...]

    @property
    def marks(self) -> tuple[Box, ...]:
        return tuple(box for box in self.boxes if box.figure)

    @property
    def labels(self) -> tuple[Words, ...]:
        return tuple(words for words in self.words if words.label_of)


def read(svg: str) -> Drawn:
    root = ElementTree.fromstring(svg)
    left, top, across, down = (float(part) for part in root.attrib["viewBox"].split())
    size = float(root.attrib["font-size"])
    order: list[Box | Words] = []
    separators, lines, key, swatches = [], [], [], []
    for element, plot, in_key in _walk(root, {}, False):
        kind = element.tag.rpartition("}")[2]
        if kind == "rect":
            box = _rect(element, plot)
            order.append(box)
            if in_key:
                swatches.append(box)
        elif kind == "text":
            words = _words(element, size)
            order.append(words)
            if in_key:
                key.append(words.text)
        elif kind == "line":
            drawn = _line(element, plot)
            (separators if drawn.fill == "#ffffff" else lines).append(drawn)
    return Drawn(
        view=Box(x=left, y=top, across=across, down=down, fill="#ffffff"),
        boxes=tuple(entry for entry in order if isinstance(entry, Box)),
        words=tuple(entry for entry in order if isinstance(entry, Words)),
        separators=tuple(separators),
        lines=tuple(lines),
        key=tuple(key),
        swatches=tuple(swatches),
        order=tuple(order),
    )


Found = tuple[ElementTree.Element, dict[str, str], bool]


def _walk(element: ElementTree.Element, plot: dict[str, str], in_key: bool) -> Iterator[Found]:
    if element.tag.rpartition("}")[2] in ("defs", "title", "desc"):
        return
    inner = element.attrib if "data-unit" in element.attrib else plot
    yield element, inner, in_key
    for child in element:
        yield from _walk(child, inner, in_key or "data-key" in element.attrib)


def _rect(element: ElementTree.Element, plot: dict[str, str]) -> Box:
    x, y, across, down = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
    return Box(x=x, y=y, across=across, down=down, fill=element.attrib["fill"], **_value(element, plot))


def _line(element: ElementTree.Element, plot: dict[str, str]) -> Box:
    x1, y1, x2, y2 = (float(element.attrib[name]) for name in ("x1", "y1", "x2", "y2"))
    thick = float(element.attrib["stroke-width"])
    upright = x1 == x2
    return Box(
        x=x1 - thick / 2 if upright else x1,
        y=y1 if upright else y1 - thick / 2,
        across=thick if upright else x2 - x1,
        down=y2 - y1 if upright else thick,
        fill=element.attrib["stroke"],
        **_value(element, plot),
    )


def _value(element: ElementTree.Element, plot: dict[str, str]) -> dict[str, str | int | float]:
    if "data-figure" not in element.attrib:
        return {}
    return {
        "figure": element.attrib["data-figure"],
        "value": int(element.attrib["data-value"]),
        "unit": float(plot["data-unit"]),
        "zero": float(plot["data-zero"]),
    }


def _words(element: ElementTree.Element, size: float) -> Words:
    text, anchor = element.text or "", element.attrib.get("text-anchor", "start")
    across = width(text, size)
    x = float(element.attrib["x"]) - across * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    # Capitals and digits reach from 0.72 of the size above the line to the line.
    y = float(element.attrib["y"]) - 0.72 * size
    fill = element.attrib.get("fill", "#0b0c0c")
    box = Box(x=x, y=y, across=across, down=0.72 * size, fill=fill)
    return Words(text=text, box=box, size=size, anchor=anchor, label_of=element.attrib.get("data-label", ""))


@lru_cache
def counted(as_at: str, published_by: str = "", records: Register | None = None) -> Counted:
    cut = day(published_by) if published_by else None
    return count_population(population(records or packaged_register(), day(as_at), cut))


@lru_cache
def none_inspected() -> Counted:
    """Two areas in January 2023, before the first inspection of anything."""
    return count_population(population(register([area(1), area(2)]), day("2023-01-31")))


@lru_cache
def one_inspected() -> Counted:
    one = area(1)
    return count_population(population(register([one], [inspection(one, day("2023-01-16"), outcome=POSITIVE)])))


RELEASES = {
    "2023-01-31": none_inspected,
    "one": one_inspected,
    "2023-04-01": lambda: counted("2023-04-01"),
    "2024-12-31": lambda: counted("2024-12-31"),
    "published by 2024-12-31": lambda: counted("2024-12-31", "2024-12-31"),
    "2026-06-30": lambda: counted("2026-06-30"),
}


def chart(release: str, chart_id: str) -> Chart:
    (found,) = (entry for entry in charts(RELEASES[release]()) if entry.id == chart_id)
    return found


PICTURES = ("wide", "narrow", "download")


def picture(of: Chart, kind: str) -> str:
    return of.download_svg if kind == "download" else str(of.svg(Variant(kind)))
