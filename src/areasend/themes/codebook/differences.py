"""What differs between two versions of the codebook, and whether the declared changes account for exactly that."""

from areasend.themes.codebook.model import Codebook
from areasend.themes.errors import CodingFault


def check_changes(before: Codebook, after: Codebook, faults: list[CodingFault]) -> None:
    """Every fault of the changes that `after` declares against `before`."""


__all__ = ["check_changes"]
