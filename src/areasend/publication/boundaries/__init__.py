"""Boundary files: reading, checking and simplifying the shapes of Counties and Unitary Authorities.

A door of its own, because it needs libraries that nothing else does (the optional extra `boundaries`); they are
imported when a file is read, not before. Hands on `Boundaries`, of which `drawable_shapes` makes plain numbers.
"""

from areasend.publication.boundaries.errors import BoundariesUnfit, BoundariesUnreadable, LibrariesMissing
from areasend.publication.boundaries.model import Boundaries, KnownArea, Shape
from areasend.publication.boundaries.opening import boundary_bytes
from areasend.publication.boundaries.reading import read_boundaries
from areasend.publication.boundaries.simplifying import drawable_shapes

__all__ = [
    "Boundaries",
    "BoundariesUnfit",
    "BoundariesUnreadable",
    "KnownArea",
    "LibrariesMissing",
    "Shape",
    "boundary_bytes",
    "drawable_shapes",
    "read_boundaries",
]
