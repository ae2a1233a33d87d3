"""Opening a boundary file: which of three formats it is, which layer and columns hold codes and names, its shapes.

GDAL would open a hundred formats, some of which lead to other files and to the network: only GeoJSON, GeoPackage and
zipped shapefiles are let through to it, and it gets bytes in memory, never a path.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from areasend.publication.boundaries.errors import BoundariesUnfit, BoundariesUnreadable

# A packed file must not become more than this; all of Great Britain in full resolution is a tenth of it.
_LARGEST = 2_000_000_000
_CODE = re.compile(r"CTYUA(\d\d)CD", re.IGNORECASE)
_WANTED = (
    "Use “Counties and Unitary Authorities” of the ONS Open Geography Portal, whose columns are named like "
    "CTYUA23CD and CTYUA23NM."
)
_DRIVERS = {"GeoJSON": "GeoJSON", "GPKG": "GeoPackage", "ESRI Shapefile": "zipped shapefile"}


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Opened:
    """The rows of the layer: codes and names as they stand, `shapes` as shapely geometries or None."""

    vintage: int
    crs: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    shapes: tuple[Any, ...]


def boundary_bytes(path: Path) -> bytes:
    """The bytes of a boundary file. Raises `BoundariesUnreadable`."""
    if path.exists() and not path.is_file():
        what = "a folder" if path.is_dir() else "no ordinary file"
        raise BoundariesUnreadable(f"{path} is {what}. Name one file: GeoJSON, GeoPackage or a zipped shapefile.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BoundariesUnreadable(f"{path} cannot be read: {error.strerror}. Name a file that is there.") from error
    if not content:
        raise BoundariesUnreadable(f"{path} is empty. Download the file again.")
    return content


def opened(content: bytes, place: str) -> Opened:
    """The rows of the file. Raises `BoundariesUnreadable`, and `BoundariesUnfit` where the columns are not there."""
    import shapely

    wanted = _format(content, place)
    with warnings.catch_warnings():
        # GDAL warns of what it makes of odd files; what it made is checked row by row.
        warnings.simplefilter("ignore")
        layer, vintage, columns = _layer(content, place, wanted)
        meta, wkb, fields = _rows(content, place, layer, columns)
    codes, names = ([str(value or "").strip() for value in fields[list(meta["fields"]).index(c)]] for c in columns)
    shapes = shapely.force_2d(shapely.from_wkb(wkb, on_invalid="ignore"))
    return Opened(
        vintage=vintage, crs=str(meta["crs"] or ""), codes=tuple(codes), names=tuple(names), shapes=tuple(shapes)
    )


def _format(content: bytes, place: str) -> str:
    """The driver that may open this. Raises `BoundariesUnreadable` for anything else."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return "GeoJSON"
    if content.startswith(b"SQLite format 3\0"):
        return "GPKG"
    if content.startswith(b"PK"):
        _require_shapefile(content, place)
        return "ESRI Shapefile"
    raise BoundariesUnreadable(
        f"{place} is neither GeoJSON nor a GeoPackage nor a zipped shapefile. Download one of these."
    )


def _require_shapefile(content: bytes, place: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            inside = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise BoundariesUnreadable(f"{place} is a broken ZIP archive: {error}. Download it again.") from error
    shapefiles = [entry.filename for entry in inside if PurePosixPath(entry.filename).suffix.lower() == ".shp"]
    if len(shapefiles) != 1:
        found = ", ".join(sorted(entry.filename for entry in inside)[:10]) or "nothing"
        raise BoundariesUnreadable(
            f"{place} must hold one shapefile (.shp) and holds {len(shapefiles)}. In it: {found}. "
            "Pack the .shp, .shx, .dbf and .prj of one shapefile."
        )
    unpacked = sum(entry.file_size for entry in inside)
    if unpacked > _LARGEST:
        raise BoundariesUnreadable(
            f"{place} would unpack to {unpacked} bytes, more than the {_LARGEST} that are read. Use a coarser file."
        )


def _layer(content: bytes, place: str, wanted: str) -> tuple[int, int, tuple[str, str]]:
    """The one layer with codes and names: its number, its vintage and those two columns."""
    layers = tuple(_layers(content, place, wanted))
    found = [
        (number, match) for number, names in enumerate(layers) for match in filter(None, map(_CODE.fullmatch, names))
    ]
    if not layers:
        raise _unreadable(place, "there is no layer in it")
    held = "; ".join(", ".join(names) or "no columns" for names in layers)
    if len(found) != 1:
        many = "no column of codes" if not found else "more than one column of codes"
        raise BoundariesUnfit(place, [f"There is {many} (CTYUA<year>CD) in it. It holds {held}. {_WANTED}"])
    number, code = found[0]
    named = {name.upper(): name for name in layers[number]}
    wanted_name = f"CTYUA{code[1]}NM"
    if wanted_name not in named:
        raise BoundariesUnfit(place, [f"There is no column of names ({wanted_name}) in it. It holds {held}. {_WANTED}"])
    return number, 2000 + int(code[1]), (code[0], named[wanted_name])


def _layers(content: bytes, place: str, wanted: str) -> Iterator[tuple[str, ...]]:
    """The columns of each layer, in the order of the layers."""
    import pyogrio

    with _damage_reported(place):
        for number in range(len(pyogrio.list_layers(content))):
            described = pyogrio.read_info(content, layer=number)
            if described["driver"] != wanted:
                raise BoundariesUnreadable(
                    f"{place} is not the {_DRIVERS[wanted]} that it seems to be: it opens as {described['driver']}. "
                    f"{_WANTED}"
                )
            yield tuple(str(column) for column in described["fields"])


def _rows(content: bytes, place: str, layer: int, columns: tuple[str, str]) -> tuple[dict[str, Any], Any, Any]:
    import pyogrio

    with _damage_reported(place):
        meta, _, wkb, fields = pyogrio.raw.read(content, layer=layer, columns=list(columns))
    return meta, wkb, fields


@contextmanager
def _damage_reported(place: str) -> Iterator[None]:
    """What GDAL says of a file that it cannot make out, as an error of ours."""
    from pyogrio import errors

    try:
        yield
    except UnicodeDecodeError as error:
        raise _unreadable(place, "its text is not in the encoding that it names") from error
    except UnboundLocalError as error:
        # pyogrio 0.13 stumbles over its own variable where a coordinate system cannot be made out.
        raise _unreadable(place, "its coordinate system is damaged") from error
    except (errors.DataSourceError, errors.DataLayerError, errors.FeatureError, errors.GeometryError) as error:
        raise _unreadable(place, error) from error


def _unreadable(place: str, why: object) -> BoundariesUnreadable:
    said = str(why).partition(";")[0].removesuffix(".")
    return BoundariesUnreadable(f"{place} cannot be read: {said}. It may be damaged: download it again.")
