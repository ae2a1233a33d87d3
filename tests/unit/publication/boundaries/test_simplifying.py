"""Simplified shapes are a valid coverage on the grid, none is lost, and they are as fine as is allowed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy
import pytest
import shapely
from tests.boundary_files import SHARED, features, known

from areasend.publication.boundaries import (
    Boundaries,
    BoundariesUnfit,
    Shape,
    boundary_bytes,
    drawable_shapes,
    read_boundaries,
)

LONDON = "E09"


def made_up(shapes: dict[str, shapely.Geometry]) -> Boundaries:
    return Boundaries(vintage=2023, sha256="0" * 64, codes=tuple(shapes), coverage=numpy.array(list(shapes.values())))


def hexagons() -> Boundaries:
    return made_up({row.code: row.shape for row in sorted(features(), key=lambda row: row.code)})


def polygons(shapes: Sequence[Shape]) -> list[shapely.MultiPolygon]:
    return [
        shapely.MultiPolygon([shapely.Polygon(outline, holes) for outline, *holes in shape.polygons])
        for shape in shapes
    ]


def points(shapes: Sequence[Shape]) -> int:
    return sum(len(ring) for shape in shapes for ring in shape.rings)


def anything(_: Sequence[Shape]) -> bool:
    return True


def test_corners_that_areas_share_stay_where_they_are() -> None:
    shapes = drawable_shapes(hexagons(), hexagons().codes, grid=100, fits=anything)
    expected = {row.code: row.shape for row in features()}
    for shape, drawn in zip(shapes, polygons(shapes), strict=True):
        assert shapely.equals(shapely.transform(drawn, lambda at: at * 100), expected[shape.code])
        # A hexagon 40 km across has 40 * 20 * 3 / 4 km², and a cell of the grid a hundredth.
        assert shape.cells == 40 * 20 * 3 / 4 * 100
        assert shapely.contains(drawn, shapely.Point(shape.middle))


def test_small_islands_go_and_the_largest_part_stays() -> None:
    main, islet = shapely.box(0, 0, 5000, 5000), shapely.box(9000, 9000, 9400, 9400)
    isles = [shapely.box(x, 20_000, x + 300, 20_300) for x in (0, 1000, 2000)]
    both = made_up({"A": shapely.MultiPolygon([islet, main]), "B": shapely.MultiPolygon(isles)})
    first, second = drawable_shapes(both, ("A", "B"), grid=100, fits=anything)
    assert first.box == (0, 0, 50, 50)
    assert len(second.polygons) == 1
    assert second.cells == 9


def test_a_hole_is_kept_with_what_fills_it() -> None:
    inside = shapely.box(2000, 2000, 4000, 4000)
    ring = made_up({"A": shapely.difference(shapely.box(0, 0, 9000, 9000), inside), "B": inside})
    shapes = drawable_shapes(ring, ("A", "B"), grid=100, fits=anything)
    assert [len(shape.rings) for shape in shapes] == [2, 1]
    assert [shape.cells for shape in shapes] == [90 * 90 - 20 * 20, 20 * 20]


def wavy(start: tuple[float, float], end: tuple[float, float], *, waves: int) -> list[tuple[float, float]]:
    """A border with many points, a little to and fro."""
    return [
        (start[0] + (end[0] - start[0]) * at / waves + (at % 2) * 150, start[1] + (end[1] - start[1]) * at / waves)
        for at in range(waves + 1)
    ]


def test_a_shared_border_is_simplified_once_for_both() -> None:
    border = wavy((50_000, 0), (50_000, 50_000), waves=200)
    west = shapely.Polygon([(0, 0), *border, (0, 50_000)])
    east = shapely.Polygon([(90_000, 0), *border, (90_000, 50_000)])
    both = made_up({"A": west, "B": east})
    fine = drawable_shapes(both, ("A", "B"), grid=100, fits=anything)
    coarse = drawable_shapes(both, ("A", "B"), grid=100, fits=lambda shapes: points(shapes) < 40)
    assert points(fine) > 200 > 40 > points(coarse)
    for shapes in (fine, coarse):
        assert shapely.coverage_is_valid(polygons(shapes))
        left, right = (set(shape.rings[0]) for shape in shapes)
        assert left & right == {point for point in left if point[0] > 1} == {point for point in right if point[0] < 899}


def test_shapes_that_can_never_be_small_enough_are_refused() -> None:
    with pytest.raises(BoundariesUnfit, match=r"No simplification of them is small enough to be drawn"):
        drawable_shapes(hexagons(), hexagons().codes, grid=100, fits=lambda _: False)


def test_an_area_that_the_grid_would_swallow_is_not_dropped_silently() -> None:
    tiny = made_up({"A": shapely.box(0, 0, 9000, 9000), "B": shapely.box(20_000, 0, 20_001, 1)})
    with pytest.raises(BoundariesUnfit, match=r"No simplification of them"):
        drawable_shapes(tiny, ("A", "B"), grid=100, fits=anything)


def test_what_rounding_makes_invalid_is_not_handed_out() -> None:
    """A neck narrower than the grid closes up; a coarser tolerance cuts it off, and that is valid."""
    neck = shapely.Polygon(
        [
            (0, 0),
            (10_000, 0),
            (10_000, 10_000),
            (5_020, 10_000),
            (5_020, 2_000),
            (4_990, 2_000),
            (4_990, 10_000),
            (0, 10_000),
        ]
    )
    (shape,) = drawable_shapes(made_up({"A": neck}), ("A",), grid=100, fits=anything)
    assert shapely.is_valid(polygons([shape])[0])


@lru_cache(maxsize=1)
def real() -> Boundaries:
    return read_boundaries(boundary_bytes(SHARED), known(), place=SHARED.name)


@pytest.mark.skipif(not SHARED.is_file(), reason="../shared/boundaries is not here")
@pytest.mark.parametrize("limit", [20_000, 8_000, 4_000, 2_000])
def test_the_real_areas_are_a_valid_coverage_at_every_fineness(limit: int) -> None:
    shapes = drawable_shapes(real(), real().codes, grid=100, fits=lambda shapes: points(shapes) <= limit)
    assert limit / 4 < points(shapes) <= limit
    assert len(shapes) == 153
    assert shapely.is_valid(polygons(shapes)).all()
    assert shapely.coverage_is_valid(polygons(shapes))
    england = 130_000 * 100
    assert abs(sum(shape.cells for shape in shapes) - england) / england < 0.02


@pytest.mark.skipif(not SHARED.is_file(), reason="../shared/boundaries is not here")
def test_the_real_london_is_33_areas() -> None:
    codes = [code for code in real().codes if code.startswith(LONDON)]
    shapes = drawable_shapes(real(), codes, grid=20, fits=lambda shapes: points(shapes) <= 1500)
    assert len(shapes) == 33
    assert shapely.coverage_is_valid(polygons(shapes))


def test_the_same_file_gives_the_same_points(tmp_path: Path) -> None:
    again = replace(hexagons(), vintage=2023)
    codes = again.codes
    assert drawable_shapes(again, codes, grid=100, fits=anything) == drawable_shapes(
        hexagons(), codes, grid=100, fits=anything
    )
