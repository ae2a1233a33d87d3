"""Lays the local areas of the packaged register out as hexagons: `python design/lay_out_hexagons.py`, by hand.

The cells of each region are drawn in hexagons.toml. Within its region each area gets a cell by optimal assignment: the
sum of squared distances between centre points and cells is as small as can be, after both have the same middle and
spread. Areas that stand better elsewhere are listed under [moved]; the assignment is made for those that are left.
"""

import csv
import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scipy.optimize import linear_sum_assignment

ROOT = Path(__file__).parents[1] / "src" / "areasend"
AREAS = ROOT / "register" / "data" / "records" / "local_areas.csv"
LAYOUT = ROOT / "publication" / "data" / "hexagons.csv"
HEADING = ("gss_code", "column", "row", "label")

Cell = tuple[int, int]
Point = tuple[float, float]


def laid_out(plan: Mapping[str, Any], areas: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, int, int, str]]:
    """The rows of hexagons.csv, by code. Raises `ValueError` where plan and register do not fit."""
    cells = {key: list(_cells(plan["rows"], key)) for key in plan["regions"]}
    labels = plan["labels"]
    placed: dict[str, Cell] = {}
    for key, region in plan["regions"].items():
        inside = {area["gss_code"]: area for area in areas if area["ons_region"] == region}
        moved = {code: tuple(plan["moved"][labels[code]]) for code in inside if labels[code] in plan["moved"]}
        free = [cell for cell in cells[key] if cell not in moved.values()]
        left = [code for code in inside if code not in moved]
        if len(free) != len(left) or len(set(moved.values())) != len(moved):
            raise ValueError(f"{region}: {len(free)} free cells for {len(left)} areas. Correct the plan.")
        spread = _spread([_centre(cell) for cell in cells[key]])
        centres = _alike([_on_the_ground(area) for area in inside.values()], spread)
        points = dict(zip(inside, centres, strict=True))
        middles = dict(zip(cells[key], _alike([_centre(cell) for cell in cells[key]], spread), strict=True))
        costs = [[_squared(points[code], middles[cell]) for cell in free] for code in left]
        placed |= moved
        if left:
            chosen = zip(*linear_sum_assignment(costs), strict=True)
            placed |= {left[area]: free[cell] for area, cell in chosen}
    yield from ((code, *placed[code], labels[code]) for code in sorted(placed))


def _cells(rows: Sequence[str], key: str) -> Iterator[Cell]:
    return ((column, number) for number, row in enumerate(rows) for column, found in enumerate(row) if found == key)


def _centre(cell: Cell) -> Point:
    """In widths of a hexagon, from the top left; odd rows stand half a width to the right."""
    column, row = cell
    return column + row % 2 / 2, row * math.sqrt(3) / 2


def _on_the_ground(area: Mapping[str, str]) -> Point:
    return float(area["easting"]), -float(area["northing"])


def _spread(points: Sequence[Point]) -> Point:
    """The standard deviation across and down."""
    middles = [sum(values) / len(points) for values in zip(*points, strict=True)]
    across, down = (
        math.sqrt(sum((point[axis] - middles[axis]) ** 2 for point in points) / len(points)) for axis in (0, 1)
    )
    return across, down


def _alike(points: Sequence[Point], spread: Point) -> list[Point]:
    """The points moved to the middle 0 and stretched to a spread."""
    middles = [sum(values) / len(points) for values in zip(*points, strict=True)]
    own = _spread(points)
    return [((x - middles[0]) / own[0] * spread[0], (y - middles[1]) / own[1] * spread[1]) for x, y in points]


def _squared(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def read_plan() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("hexagons.toml").read_text(encoding="utf-8"))


def read_areas() -> list[dict[str, str]]:
    """The areas that exist today: those without a last day."""
    with AREAS.open(encoding="utf-8", newline="") as lines:
        return [area for area in csv.DictReader(lines) if not area["valid_to"]]


if __name__ == "__main__":
    with LAYOUT.open("w", encoding="utf-8", newline="") as written:
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(HEADING)
        writer.writerows(laid_out(read_plan(), read_areas()))
    print(f"Wrote {LAYOUT}.")
