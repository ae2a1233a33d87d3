"""From longitude and latitude to British National Grid, and which coordinate systems a boundary file may have."""

from typing import Any

# Ordnance Survey's seven parameters, right to about 5 metres. Written out so that a machine that has the survey's
# correction grid draws the same map as one that has not.
_PIPELINE = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
    "+step +proj=helmert +x=-446.448 +y=125.157 +z=-542.06 +rx=-0.15 +ry=-0.247 +rz=-0.842 +s=20.489 "
    "+convention=position_vector +step +inv +proj=cart +ellps=airy +step +proj=pop +v_3 "
    "+step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
)
GEOGRAPHIC, NATIONAL_GRID = 4326, 27700


def known_system(crs: str) -> int | str:
    """4326 or 27700, or in words why the coordinate system cannot be used."""
    import pyproj

    if not crs:
        return "It names no coordinate system. Use a file in EPSG:4326 or EPSG:27700."
    try:
        found = pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError:
        return f"Its coordinate system is not known: {crs!r}. Use a file in EPSG:4326 or EPSG:27700."
    for code in (GEOGRAPHIC, NATIONAL_GRID):
        if found.equals(pyproj.CRS.from_epsg(code), ignore_axis_order=True):
            return code
    return f"Its coordinate system is {crs} ({found.name}). Use a file in EPSG:4326 or EPSG:27700."


def in_national_grid(shapes: Any, system: int) -> Any:
    """The shapes in metres; equal points stay equal, so that borders stay shared."""
    import pyproj
    import shapely

    if system == NATIONAL_GRID:
        return shapely.transform(shapes, lambda points: points)
    transformer = pyproj.Transformer.from_pipeline(_PIPELINE)

    def projected(points: Any) -> Any:
        turned = points.copy()
        turned[:, 0], turned[:, 1] = transformer.transform(points[:, 0], points[:, 1])
        return turned

    return shapely.transform(shapes, projected)
