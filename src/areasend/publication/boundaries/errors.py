"""What can be wrong with a boundary file: it cannot be read at all, or what it holds does not fit."""

from collections.abc import Sequence

from areasend.publication.errors import PublicationError


class BoundariesUnreadable(PublicationError):
    """The file is not there, or is not what it should be: nothing in it could be checked."""


class BoundariesUnfit(PublicationError):
    """The file was read and breaks rules; `faults` holds every one that could be found."""

    def __init__(self, place: str, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"The boundaries in {place} cannot be used:\n{lines}")


class LibrariesMissing(PublicationError):
    """The optional libraries for boundary files are not installed."""
