"""Boundary files made up for tests: the packaged hexagon layout on the ground, written in any format and system.

Neighbouring hexagons share their corners exactly, as areas of a real file share the points of their borders.
"""

import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy
import pyogrio
import pyproj
import shapely

from areasend.publication.boundaries import KnownArea
from areasend.publication.maps.hexagons import packaged_layout

HALF, QUARTER = 20_000, 5_000
WEST, NORTH = 60_000, 600_000
CORNERS = ((0, 2), (1, 1), (1, -1), (0, -2), (-1, -1), (-1, 1))
SHARED = Path(__file__).parents[2] / "shared" / "boundaries" / "counties-and-unitary-authorities-2023-bsc.geojson"


@dataclass(frozen=True)
class Feature:
    code: str | None
    name: str
    shape: shapely.Geometry | None


def hexagon(column: int, row: int) -> shapely.Polygon:
    """In metres; 40 km wide."""
    x, y = WEST + (2 * column + row % 2) * HALF, NORTH - row * 3 * QUARTER
    return shapely.Polygon([(x + across * HALF, y + up * QUARTER) for across, up in CORNERS])


def features() -> list[Feature]:
    """The 153 areas, each a hexagon; their names are their short labels."""
    return [
        Feature(code=code, name=label, shape=hexagon(cell.column, cell.row))
        for code, (cell, label) in packaged_layout().items()
    ]


def known() -> list[KnownArea]:
    return [KnownArea(code=code, name=label) for code, (_, label) in packaged_layout().items()]


def changed(rows: Sequence[Feature], which: str, **values: object) -> list[Feature]:
    """The rows with one of them changed."""
    assert any(row.code == which for row in rows)
    return [replace(row, **values) if row.code == which else row for row in rows]


def in_degrees(rows: Sequence[Feature]) -> list[Feature]:
    turn = pyproj.Transformer.from_crs(27700, 4326, always_xy=True)

    def turned(points: numpy.ndarray) -> numpy.ndarray:
        return numpy.column_stack(turn.transform(points[:, 0], points[:, 1]))

    return [replace(row, shape=shapely.transform(row.shape, turned)) for row in rows]


def write(
    path: Path,
    rows: Sequence[Feature],
    *,
    crs: str | None = "EPSG:27700",
    columns: tuple[str, ...] = ("CTYUA23CD", "CTYUA23NM"),
    layer: str | None = None,
    append: bool = False,
) -> Path:
    """A file in the format of its name: .geojson, .gpkg or .zip with a shapefile in it."""
    if path.suffix == ".zip":
        folder = path.with_suffix("")
        folder.mkdir()
        write(folder / "areas.shp", rows, crs=crs, columns=columns)
        return packed(path, {entry.name: entry.read_bytes() for entry in sorted(folder.iterdir())})
    values = [numpy.array([getattr(row, field) for row in rows], dtype=object) for field in ("code", "name")]
    kinds = {f"{row.shape.geom_type}{' Z' * row.shape.has_z}" for row in rows if row.shape is not None}
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "'crs' was not provided")
        pyogrio.raw.write(
            str(path),
            geometry=numpy.array(
                [None if row.shape is None else shapely.to_wkb(row.shape) for row in rows], dtype=object
            ),
            field_data=values[: len(columns)],
            fields=list(columns),
            geometry_type=kinds.pop() if len(kinds) == 1 else "Unknown",
            crs=crs,
            layer=layer,
            append=append,
        )
    return path


def packed(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path
