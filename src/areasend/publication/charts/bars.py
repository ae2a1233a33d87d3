"""Horizontal bars: marks one after another, parted in white, each with its count on it, beside it or beneath it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from areasend.publication.charts.drawing import (
    AXIS,
    LINE,
    Sheet,
    baseline,
    element,
    line,
    number,
    plate,
    rect,
    separator,
    text,
)
from areasend.publication.charts.lettering import width, wrapped
from areasend.publication.charts.shapes import Bar, Bars, Mark
from areasend.publication.palette import TEXT, Pattern
from areasend.publication.patterns import paint

GAP = 10
# How wide names of bars may be beside the bars: then they take a second line; on the narrow sheet they go above.
NAMES = 200
NAMES_NARROW = 100
BESIDE = 8
# On a mark, a label keeps this distance to either end; beneath the bars, labels keep it from one another.
INSIDE = 3.5
APART = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class _Plan:
    """Bars begin at `start`, a unit is `scale` long; over each is room for its name, under it for labels."""

    sheet: Sheet
    prefix: str
    plain: bool
    names: tuple[tuple[str, ...], ...]
    names_above: bool
    start: float
    scale: float
    above: float
    bar: float
    below: float

    @property
    def pitch(self) -> float:
        return self.above + self.bar + self.below + GAP


@dataclass(frozen=True, kw_only=True, slots=True)
class _Placed:
    """A drawn mark between its ends, and its label if one fits there."""

    mark: Mark
    x: float
    across: float
    label: str

    @property
    def centre(self) -> float:
        return self.x + self.across / 2


def draw_bars(bars: Bars, sheet: Sheet, prefix: str, top: float) -> tuple[str, float]:
    """The bars as SVG, and the height at which they end."""
    plan = _plan(bars, sheet, prefix)
    drawn = "".join(
        "".join(_draw(plan, bar, names, top + place * plan.pitch))
        for place, (bar, names) in enumerate(zip(bars.bars, plan.names, strict=True))
    )
    bottom = top + len(bars.bars) * plan.pitch - GAP
    return element("g", {"data-zero": plan.start, "data-unit": repr(plan.scale)}, drawn), bottom


def _plan(bars: Bars, sheet: Sheet, prefix: str) -> _Plan:
    plain, letters = bars.is_plain, sheet.letters
    widest = max(width(bar.label, letters) for bar in bars.bars)
    names_above = sheet.labels_above and not (plain and widest <= NAMES_NARROW)
    names = tuple(wrapped(bar.label, letters, sheet.width if names_above else NAMES) for bar in bars.bars)
    lines = max(len(name) for name in names)
    start = 1.0 if names_above else 11 + max(width(line, letters) for name in names for line in name)
    ends = BESIDE + max(width(bar.marks[0].label, letters) for bar in bars.bars) if plain else 1
    scale = (sheet.width - start - ends) / max(1, *(bar.length for bar in bars.bars))
    crowded = not plain and any(not placed.label for bar in bars.bars for placed in _placed(bar, start, scale, letters))
    above = lines * letters * 1.25 + 2 if names_above else 0.0
    below = letters + 8.0 if crowded else 0.0
    # A gap is narrower than a bar (CH10), and names beside the bars do not reach their neighbours.
    tall = 0 if names_above else lines * letters * 1.25 - below - GAP + 2
    return _Plan(
        sheet=sheet,
        prefix=prefix,
        plain=plain,
        names=names,
        names_above=names_above,
        start=start,
        scale=scale,
        above=above,
        bar=max(sheet.bar, above + below + GAP + 2, tall),
        below=below,
    )


def _placed(bar: Bar, start: float, scale: float, letters: int) -> Iterator[_Placed]:
    """The marks that have a length, in their order."""
    x = start
    for mark in bar.marks:
        across = mark.value * scale
        if mark.value:
            room = across - 2 * INSIDE
            fitting = [label for label in (mark.longer, mark.label) if label and width(label, letters) <= room]
            yield _Placed(mark=mark, x=x, across=across, label=fitting[0] if fitting else "")
        x += across


def _draw(plan: _Plan, bar: Bar, names: Sequence[str], top: float) -> Iterator[str]:
    y = top + plan.above
    yield from _names(plan, names, top)
    placed = tuple(_placed(bar, plan.start, plan.scale, plan.sheet.letters))
    for entry in placed:
        more: dict[str, str | float] = {
            "fill": paint(plan.prefix, entry.mark.look),
            "data-figure": entry.mark.figure,
            "data-value": str(entry.mark.value),
        }
        yield rect(entry.x, y, across=entry.across, down=plan.bar, more=more)
    yield from (separator(entry.x, y, plan.bar) for entry in placed[1:])
    # The axis is in pieces, one a bar, which meet where no words stand between the bars.
    reach = 1 if plan.names_above or plan.below else GAP / 2
    yield line(plan.start, y - reach, plan.start, y + plan.bar + reach, stroke=AXIS, thick=1)
    if plan.plain:
        end = plan.start + bar.length * plan.scale + BESIDE
        mark = bar.marks[0]
        yield text(mark.label, end, baseline(y + plan.bar / 2, plan.sheet.letters), label_of=mark.figure)
        return
    yield from (_on_mark(plan, entry, y + plan.bar / 2) for entry in placed if entry.label)
    yield from _beneath(plan, [entry for entry in placed if not entry.label], y + plan.bar)


def _names(plan: _Plan, names: Sequence[str], top: float) -> Iterator[str]:
    letters = plan.sheet.letters
    if plan.names_above:
        first = top + plan.above - 6 - (len(names) - 1) * letters * 1.25
        yield from (text(name, 0, first + place * letters * 1.25) for place, name in enumerate(names))
        return
    middle = top + plan.bar / 2 - (len(names) - 1) * letters * 0.6
    for place, name in enumerate(names):
        yield text(name, plan.start - 10, baseline(middle + place * letters * 1.2, letters), anchor="end")


def _on_mark(plan: _Plan, entry: _Placed, middle: float) -> str:
    look, letters = entry.mark.look, plan.sheet.letters
    under = (
        plate(entry.label, entry.centre, middle, letters=letters, fill=look.fill)
        if look.pattern is not Pattern.PLAIN
        else ""
    )
    where = baseline(middle, letters)
    words = text(entry.label, entry.centre, where, anchor="middle", fill=look.ink, label_of=entry.mark.figure)
    return under + words


def _beneath(plan: _Plan, crowded: Sequence[_Placed], bottom: float) -> Iterator[str]:
    """Labels of marks that are too short for them, side by side under the bar, each led to its mark."""
    letters = plan.sheet.letters
    widths = [width(entry.mark.label, letters) for entry in crowded]
    lefts = side_by_side([entry.centre for entry in crowded], widths, low=plan.start, high=plan.sheet.width)
    for entry, left, across in zip(crowded, lefts, widths, strict=True):
        ends = f"M{number(entry.centre)},{number(bottom)} L{number(left + across / 2)},{number(bottom + 6)}"
        yield element("path", {"d": ends, "stroke": TEXT, "stroke-width": LINE, "fill": "none"})
        yield text(entry.mark.label, left, bottom + 6 + letters * 0.9, label_of=entry.mark.figure)


def side_by_side(centres: Sequence[float], widths: Sequence[float], *, low: float, high: float) -> list[float]:
    """Left ends for labels wanted at `centres`: in order, apart, and between `low` and `high` where they have room.

    >>> side_by_side([5, 6, 99], [10, 10, 10], low=0, high=100)
    [0, 20, 90]
    """
    lefts: list[float] = []
    for centre, across in zip(centres, widths, strict=True):
        least = lefts[-1] + widths[len(lefts) - 1] + APART if lefts else low
        lefts.append(max(least, centre - across / 2))
    most = high
    for place in reversed(range(len(lefts))):
        lefts[place] = min(lefts[place], most - widths[place])
        most = lefts[place] - APART
    return lefts
