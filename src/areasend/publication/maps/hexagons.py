"""The hexagon map: every local area the same size, near its neighbours, its region in one piece.

The layout is packaged data, made by design/lay_out_hexagons.py. Areas that it does not know, such as those of
somebody's own records, are drawn in rows below the map.
"""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib.resources import files
from itertools import count
from typing import NamedTuple

from areasend.publication.maps.drawing import Drawing, area_link, number, words
from areasend.publication.maps.mapped import MappedArea
from areasend.publication.palette import OUTLINE, TEXT

ACROSS = 40.0
_SIDE = ACROSS / math.sqrt(3)
_DOWN = 1.5 * _SIDE
_MARGIN = 3.0
_OUTLINE = 2.5
# From the middle of a cell to its corners, from the top, clockwise.
_CORNERS = tuple((_SIDE * math.sin(turn * math.pi / 3), -_SIDE * math.cos(turn * math.pi / 3)) for turn in range(6))
# Column and row steps to the neighbours that lie clockwise behind each side, from the side at the top right.
_EVEN = ((0, -1), (1, 0), (0, 1), (-1, 1), (-1, 0), (-1, -1))
_ODD = ((1, -1), (1, 0), (1, 1), (0, 1), (-1, 0), (0, -1))


class Cell(NamedTuple):
    """Odd rows stand half a cell to the right."""

    column: int
    row: int

    def neighbours(self) -> Iterator["Cell"]:
        """Behind each side, clockwise from the top right."""
        return (Cell(self.column + x, self.row + y) for x, y in (_ODD if self.row % 2 else _EVEN))


@dataclass(frozen=True, kw_only=True, slots=True)
class Hexagon:
    area: MappedArea
    cell: Cell
    label: str


@lru_cache(maxsize=1)
def packaged_layout() -> Mapping[str, tuple[Cell, str]]:
    """Cell and short label of each area of the packaged layout, by code."""
    rows = _data("hexagons.csv")
    return {row["gss_code"]: (Cell(int(row["column"]), int(row["row"])), row["label"]) for row in rows}


def _data(name: str) -> Iterator[dict[str, str]]:
    text = (files("areasend.publication") / "data" / name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def hexagons(areas: Sequence[MappedArea]) -> tuple[Hexagon, ...]:
    """Each area with its cell: by region and from top to bottom, as the keyboard meets them."""
    layout = packaged_layout()
    known = [
        Hexagon(area=area, cell=layout[area.code][0], label=layout[area.code][1])
        for area in areas
        if area.code in layout
    ]
    columns = [cell.column for cell, _ in layout.values()]
    below = max((entry.cell.row for entry in known), default=-2) + 2
    free = (Cell(column, row) for row in count(below) for column in range(min(columns), max(columns)))
    rest = (area for area in areas if area.code not in layout)
    added = [Hexagon(area=area, cell=cell, label=area.name[:5].strip()) for area, cell in zip(rest, free, strict=False)]
    first: dict[str, int] = {}
    for entry in (*known, *added):
        first[entry.area.ons_region] = min(first.get(entry.area.ons_region, entry.cell.row), entry.cell.row)
    return tuple(
        sorted(
            (*known, *added),
            key=lambda entry: (first[entry.area.ons_region], entry.area.ons_region, entry.cell.row, entry.cell.column),
        )
    )


def hexagon_map(areas: Sequence[MappedArea], *, root: str | None) -> Drawing:
    """The map. `root` leads to the areas' pages; without one nothing is a link."""
    placed = hexagons(areas)
    middles = {entry.cell: _middle(entry.cell) for entry in placed}
    left = min(x for x, _ in middles.values()) - ACROSS / 2 - _MARGIN
    right = max(x for x, _ in middles.values()) + ACROSS / 2 + _MARGIN
    top = min(y for _, y in middles.values()) - _SIDE - _MARGIN
    bottom = max(y for _, y in middles.values()) + _SIDE + _MARGIN
    drawn = "".join(_hexagon(entry, left, top, root) for entry in placed)
    content = (
        f'<g text-anchor="middle" font-size="10" stroke-linejoin="round">{drawn}</g>'
        f"{_borders(placed, left, top)}{_region_names(placed, left, top)}"
    )
    return Drawing(width=right - left, height=bottom - top, content=content)


def _middle(cell: Cell) -> tuple[float, float]:
    return (cell.column + cell.row % 2 / 2) * ACROSS, cell.row * _DOWN


def _hexagon(entry: Hexagon, left: float, top: float, root: str | None) -> str:
    x, y = _middle(entry.cell)
    x, y, look = x - left, y - top, entry.area.look
    inside = (
        f'{hexagon_path(x, y)} fill="{look.fill}" stroke="{OUTLINE}" stroke-width="{_OUTLINE}"/>'
        f'<g fill="{look.ink}"><text class="label" x="{number(x)}" y="{number(y - 1)}">{escape(entry.label)}</text>'
        f'<text class="letter" x="{number(x)}" y="{number(y + 13)}" font-size="13" font-weight="bold">'
        f"{escape(look.letter)}</text></g>"
    )
    return area_link(entry.area, inside, root=root)


def hexagon_path(x: float, y: float) -> str:
    """A hexagon round a point, as an element that is still open for attributes."""
    half, side = number(ACROSS / 2), number(_SIDE)
    slope = number(_SIDE / 2)
    return f'<path d="M{number(x)} {number(y - _SIDE)}l{half} {slope}v{side}l-{half} {slope}-{half}-{slope}v-{side}z"'


def _borders(placed: Sequence[Hexagon], left: float, top: float) -> str:
    """A dark line with white on both sides between cells of different regions."""
    regions = {entry.cell: entry.area.ons_region for entry in placed}
    lines = []
    for cell, region in regions.items():
        x, y = _middle(cell)
        for side, other in enumerate(cell.neighbours()):
            if cell < other and regions.get(other, region) != region:
                (x1, y1), (x2, y2) = _CORNERS[side], _CORNERS[(side + 1) % 6]
                lines.append(
                    f"M{number(x + x1 - left)} {number(y + y1 - top)}L{number(x + x2 - left)} {number(y + y2 - top)}"
                )
    path = f'<path class="borders" pointer-events="none" fill="none" stroke-linecap="round" d="{"".join(lines)}"'
    return f'{path} stroke="{OUTLINE}" stroke-width="6"/>{path} stroke="{TEXT}" stroke-width="1.5"/>' if lines else ""


def _region_names(placed: Sequence[Hexagon], left: float, top: float) -> str:
    """The names of the regions beside them, in the sea or beyond a border."""
    layout = packaged_layout()
    drawn = {entry.area.ons_region for entry in placed if entry.area.code in layout}
    names = "".join(
        words(
            row["words"].split("|"),
            float(row["x"]) * ACROSS - left,
            float(row["y"]) * _DOWN - top + 4,
            size=12,
            anchor=row["anchor"],
            bold=True,
        )
        for row in _data("hexagon_regions.csv")
        if row["region"] in drawn
    )
    return f'<g class="regions" aria-hidden="true">{names}</g>' if names else ""
