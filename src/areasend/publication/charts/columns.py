"""Upright bars that never get shorter, under a line that none of them passes: how far something has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from areasend.publication.charts.drawing import AXIS, GRID, Sheet, baseline, element, line, plate, rect, text
from areasend.publication.charts.lettering import width
from areasend.publication.charts.shapes import Column, Columns
from areasend.publication.palette import OUTLINE
from areasend.publication.patterns import paint

HEIGHT = 250
# Over the tallest column there is room for its label; under the columns for the names of their groups.
OVER = 24
UNDER = 24
SHARE = 0.72
GRIDLINES = 4
APART = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class _Plan:
    """Each column has a `slot`; zero is at the height `zero`, and a unit is `scale` high."""

    sheet: Sheet
    prefix: str
    left: float
    slot: float
    zero: float
    scale: float

    def x(self, place: int) -> float:
        return self.left + (place + (1 - SHARE) / 2) * self.slot

    def y(self, value: float) -> float:
        return self.zero - value * self.scale


@dataclass(frozen=True, slots=True)
class _Label:
    words: str
    figure: str
    left: float
    bottom: float

    def clashes(self, other: "_Label", letters: int) -> bool:
        ends = [entry.left + width(entry.words, letters) + APART for entry in (self, other)]
        beside = ends[0] <= other.left or ends[1] <= self.left
        return not beside and abs(self.bottom - other.bottom) < letters * 1.2


def draw_columns(columns: Columns, sheet: Sheet, prefix: str, top: float) -> tuple[str, float]:
    """The columns as SVG, and the height at which they end."""
    most = max(1, columns.line.value, *(column.mark.value for column in columns.columns))
    ticks = _ticks(most)
    left = max(width(words, sheet.letters) for words in (*(f"{tick:,}" for tick in ticks), columns.line.label)) + 8
    zero = top + OVER + HEIGHT
    plan = _Plan(
        sheet=sheet,
        prefix=prefix,
        left=left,
        slot=(sheet.width - left - 1) / len(columns.columns),
        zero=zero,
        scale=HEIGHT / most,
    )
    parts = (
        *_grid(plan, ticks, columns.line.value),
        *_bars(plan, columns),
        _limit(plan, columns),
        line(plan.left, zero, sheet.width, zero, stroke=AXIS, thick=1),
        *_labels(plan, columns),
        *_groups(plan, columns),
    )
    scale: dict[str, str | float] = {"data-zero": plan.zero, "data-unit": repr(plan.scale)}
    return element("g", scale, "".join(parts)), zero + UNDER


def _ticks(most: int) -> range:
    """Zero and up to 4 round numbers on the way to the highest value."""
    steps = (first * 10**zeros for zeros in range(len(str(most)) + 1) for first in (1, 2, 5))
    return range(0, most + 1, next(step for step in steps if step * GRIDLINES >= most))


def _grid(plan: _Plan, ticks: range, limit: int) -> Iterator[str]:
    """Light lines behind the columns; none so close to the dark line that the two would run together."""
    for tick in ticks:
        y = plan.y(tick)
        if abs(y - plan.y(limit)) < plan.sheet.letters:
            continue
        if tick:
            yield line(plan.left, y, plan.sheet.width, y, stroke=GRID, thick=1)
        yield text(f"{tick:,}", plan.left - 6, baseline(y, plan.sheet.letters), anchor="end")


def _bars(plan: _Plan, columns: Columns) -> Iterator[str]:
    for place, column in enumerate(columns.columns):
        mark = column.mark
        if mark.value:
            more: dict[str, str | float] = {
                "fill": paint(plan.prefix, mark.look),
                "data-figure": mark.figure,
                "data-value": str(mark.value),
            }
            y = plan.y(mark.value)
            yield rect(plan.x(place), y, across=plan.slot * SHARE, down=plan.zero - y, more=more)


def _limit(plan: _Plan, columns: Columns) -> str:
    """The line over the columns, with its number on the axis."""
    mark, y, letters = columns.line, plan.y(columns.line.value), plan.sheet.letters
    ends: dict[str, str | float] = {"x1": plan.left, "y1": y, "x2": plan.sheet.width, "y2": y}
    drawn: dict[str, str | float] = {"stroke": mark.look.fill, "stroke-width": 2}
    drawn |= {"data-figure": mark.figure, "data-value": str(mark.value)}
    label = text(mark.label, plan.left - 6, baseline(y, letters), anchor="end", label_of=mark.figure)
    return element("line", ends | drawn) + label


def _labels(plan: _Plan, columns: Columns) -> Iterator[str]:
    """The last column's count, then those that end a group, then the others, as far as they keep apart.

    A label ends where its column ends: no column before it is taller, so that it stands on white.
    """
    letters = plan.sheet.letters
    kept: list[_Label] = []
    for place in _by_weight(columns.columns):
        mark = columns.columns[place].mark
        across, slot = width(mark.label, letters), plan.slot * SHARE
        left = plan.x(place) + (slot - across) / (2 if across <= slot else 1)
        label = _Label(mark.label, mark.figure, left, plan.y(mark.value) - 5)
        if left >= plan.left and not any(label.clashes(other, letters) for other in kept):
            kept.append(label)
    return (_on_white(label, letters) for label in kept)


def _on_white(label: _Label, letters: int) -> str:
    """The label on a plate, so that no line behind it crosses the digits."""
    words = text(label.words, label.left, label.bottom, label_of=label.figure)
    centre = label.left + width(label.words, letters) / 2
    return plate(label.words, centre, label.bottom - letters * 0.36, letters=letters, fill=OUTLINE) + words


def _by_weight(columns: tuple[Column, ...]) -> list[int]:
    last = len(columns) - 1
    ends = [place for place in range(last) if columns[place].group != columns[place + 1].group]
    others = [place for place in range(last) if place not in ends]
    return [last, *reversed(ends), *reversed(others)]


def _groups(plan: _Plan, columns: Columns) -> Iterator[str]:
    """The name of each group under its columns, and a short mark where one begins; a name without room is left out."""
    letters, end, place = plan.sheet.letters, 0.0, 0
    for name, members in groupby(columns.columns, key=lambda column: column.group):
        start, place = place, place + len(list(members))
        x = plan.left + start * plan.slot
        yield line(x, plan.zero, x, plan.zero + 6, stroke=AXIS, thick=1)
        across = width(name, letters)
        left = min(x + ((place - start) * plan.slot - across) / 2, plan.sheet.width - across)
        if left >= end:
            yield text(name, left, plan.zero + 6 + letters)
            end = left + across + APART
