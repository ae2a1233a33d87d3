"""What has to be said of a map: how to read it, and whose boundaries it shows."""

from areasend.publication.boundaries import Boundaries

HEXAGONS: tuple[str, ...] = (
    "Each hexagon is one local area. Each has the same size, and stands only roughly where the area is.",
    "Dark lines part the regions of the Office for National Statistics.",
)


def boundary_lines(boundaries: Boundaries) -> tuple[str, ...]:
    """The vintage, and the attribution that the licences of the boundaries ask for."""
    return (
        f"Boundaries: Counties and Unitary Authorities, {boundaries.vintage}, simplified.",
        "Source: Office for National Statistics licensed under the Open Government Licence v.3.0.",
        f"Contains OS data © Crown copyright and database right {boundaries.vintage}.",
    )
