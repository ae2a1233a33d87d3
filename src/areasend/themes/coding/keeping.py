"""Every coder's work in memory as it is on the disk, also where another process writes there too."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from areasend.formats import append_through, locked, new_folder, sha256_hex, write_files, write_through
from areasend.themes.coding import layout
from areasend.themes.coding.lines import decision_line, split_lines
from areasend.themes.coding.model import Coder, Decision, Lock, NotAllowed
from areasend.themes.coding.work import Work
from areasend.themes.coding.working import Shelf, coder_folders, read_work
from areasend.themes.errors import CodingFault, CodingInvalid


class Keeper:
    """The works of all coders. Who writes holds the lock of that coder's folder and first reads what others wrote."""

    def __init__(self, shelf: Shelf, works: Mapping[str, Work]) -> None:
        self._shelf = shelf
        self._works = dict(works)
        self._stamps = {key: self._stamp(key) for key in works}

    @property
    def works(self) -> Mapping[str, Work]:
        """The works by the keys of their coders, in order."""
        return {key: self._works[key] for key in sorted(self._works)}

    def work(self, key: str) -> Work:
        """Raises `NotAllowed` where there is no such coder."""
        if key not in self._works:
            known = ", ".join(sorted(self._works)) or "nobody yet"
            raise NotAllowed(f"{key[:80]!r} is no coder of {self._shelf.folder}. Its coders: {known}.")
        return self._works[key]

    def renew(self) -> None:
        """Takes up what other processes wrote since, and coders who joined."""
        faults: list[CodingFault] = []
        for place in coder_folders(self._shelf.folder, faults):
            self._renew(place.name, faults)
        self._refuse(faults)

    def add(self, coder: Coder) -> None:
        """Makes the folder of a new coder, whole or not at all."""
        with locked(self._shelf.folder, wait=True), new_folder(self._place(coder.key)) as staged:
            write_files(staged, {layout.CODER: layout.coder_toml(coder), layout.DECISIONS: b""})
        self.renew()

    def append(self, key: str, decisions: Sequence[Decision]) -> None:
        """Appends decisions, on the disk when this returns: all, or none and `NotAllowed`."""
        with self._own(key) as work:
            for decision in decisions:
                if not work.may_decide(decision.statement):
                    raise NotAllowed(
                        f"The work of {key} is locked, and {decision.statement} was not reopened by a change of the "
                        "codebook. What is locked is final; adjudicate where it has to be settled otherwise."
                    )
            append_through(self._place(key) / layout.DECISIONS, b"".join(map(decision_line, decisions)))
            self._take(key, replace(work, decisions=(*work.decisions, *decisions), unfinished=False))

    @contextmanager
    def sealing(self, key: str) -> Iterator[Work]:
        """The work that is about to be locked, kept from others until it is."""
        with self._own(key) as work:
            yield work

    def seal(self, key: str, work: Work, lock: Lock) -> None:
        """Writes a lock over all decisions of the work; called while `sealing`."""
        path = self._place(key) / layout.DECISIONS
        content = b"".join(split_lines(path.read_bytes()).whole)
        if work.unfinished:
            write_through(path, content)
        lock = replace(lock, size=len(content), sha256=sha256_hex(content))
        write_through(self._place(key) / layout.LOCKED, layout.locks_toml([*work.locks, lock]))
        self._take(key, replace(work, locks=(*work.locks, lock), unfinished=False))

    @contextmanager
    def _own(self, key: str) -> Iterator[Work]:
        self.work(key)
        with locked(self._place(key), wait=True):
            faults: list[CodingFault] = []
            self._renew(key, faults)
            self._refuse(faults)
            yield self._works[key]

    def _renew(self, key: str, faults: list[CodingFault]) -> None:
        stamp = self._stamp(key)
        if self._stamps.get(key) != stamp:
            work = read_work(self._place(key), self._shelf, faults)
            if work is not None:
                self._works[key], self._stamps[key] = work, stamp

    def _take(self, key: str, work: Work) -> None:
        self._works[key], self._stamps[key] = work, self._stamp(key)

    def _stamp(self, key: str) -> tuple[tuple[int, int], ...]:
        """What changes when somebody else writes to a coder's files."""
        paths = [self._place(key) / name for name in (layout.DECISIONS, layout.LOCKED)]
        return tuple((path.stat().st_size, path.stat().st_mtime_ns) if path.exists() else (0, 0) for path in paths)

    def _place(self, key: str) -> Path:
        return self._shelf.folder / layout.CODERS / key

    def _refuse(self, faults: list[CodingFault]) -> None:
        if faults:
            raise CodingInvalid(f"The coding folder {self._shelf.folder} is not sound", faults)


__all__ = ["Keeper"]
