"""The coding folder as its files stand: opened and verified again whenever any of them is another than before."""

from collections.abc import Callable
from pathlib import Path

from areasend.themes.serving.work import Coding

Stamp = frozenset[tuple[str, int, int]]


class Fresh:
    """Opening verifies every file: what has not changed since is not verified twice."""

    def __init__(self, folder: Path, opened: Callable[[Path], Coding]) -> None:
        self._folder, self._opened = folder, opened
        self._held: tuple[Stamp, Coding] | None = None

    def now(self) -> Coding:
        """Raises what `opened` raises."""
        # Before opening: what is written meanwhile makes the stamp an old one.
        stamp = self._stamp()
        if self._held is None or self._held[0] != stamp:
            self._held = (stamp, self._opened(self._folder))
        return self._held[1]

    def forget(self) -> None:
        """After writing: the next one to ask gets what is on the disk."""
        self._held = None

    def _stamp(self) -> Stamp:
        found = [(path, path.stat()) for path in self._folder.rglob("*") if path.is_file()]
        return frozenset((str(path), held.st_size, held.st_mtime_ns) for path, held in found)


__all__ = ["Fresh"]
