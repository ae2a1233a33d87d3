"""Reading a boundary file of the Office for National Statistics for the local areas of a date."""

from collections.abc import Sequence
from importlib import import_module

from areasend.formats import sha256_hex
from areasend.publication.boundaries.checking import box_faults, content_faults, coverage_faults
from areasend.publication.boundaries.errors import BoundariesUnfit, LibrariesMissing
from areasend.publication.boundaries.model import Boundaries, KnownArea
from areasend.publication.boundaries.opening import opened
from areasend.publication.boundaries.projecting import in_national_grid, known_system

LIBRARIES = ("pyogrio", "pyproj", "shapely")


def read_boundaries(content: bytes, areas: Sequence[KnownArea], *, place: str) -> Boundaries:
    """The shapes of exactly these areas; `place` names the file in messages.

    Raises `LibrariesMissing`, `BoundariesUnreadable` for what cannot be opened, `BoundariesUnfit` with all faults.
    """
    _require_libraries()
    found = opened(content, place)
    faults = list(content_faults(found, areas))
    system = known_system(found.crs)
    if isinstance(system, str):
        faults.append(system)
    if faults or isinstance(system, str):
        raise BoundariesUnfit(place, faults)
    shapes = dict(zip(found.codes, found.shapes, strict=True))
    codes = tuple(sorted(area.code for area in areas))
    coverage = in_national_grid([shapes[code] for code in codes], system)
    faults = [*box_faults(coverage)] or [*coverage_faults(coverage, codes, areas)]
    if faults:
        raise BoundariesUnfit(place, faults)
    return Boundaries(vintage=found.vintage, sha256=sha256_hex(content), codes=codes, coverage=coverage)


def _require_libraries() -> None:
    for name in LIBRARIES:
        try:
            import_module(name)
        except ImportError as error:
            raise LibrariesMissing(
                f"Reading boundaries needs {', '.join(LIBRARIES)}, and {name} is not installed. "
                "Install them in this checkout of areasend with: make boundaries"
            ) from error
