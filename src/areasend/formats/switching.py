"""What must be on the disk before the next step: files written through, folders locked, one name switched at once.

The one module that talks to the operating system itself: fsync and flock have no other door. It needs a POSIX system.
"""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from areasend.formats.errors import FolderBusy

_CHUNK = 65_536


def hold(folder: Path, *, wait: bool = False) -> int | None:
    """A lock on a folder, as a descriptor to be given to `let_go`; None if somebody else holds it or it is gone.

    `wait` waits for whoever holds it: only for locks that are held as long as it takes to write a line.

    The system lets a lock go when its process ends, however it ends: a kill leaves none behind.
    """
    try:
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(held, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever held it before may have removed or renamed it while this descriptor was being opened.
        if os.path.samestat(os.fstat(held), folder.stat()):
            return held
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(held)
    return None


def let_go(held: int) -> None:
    os.close(held)


@contextmanager
def locked(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Keeps a folder to this process. Raises `FolderBusy` at once if another has it, unless it is to wait for that."""
    held = hold(folder, wait=wait)
    if held is None:
        raise FolderBusy(f"{folder} is in use by another areasend. Wait until that has ended, and run this again.")
    try:
        yield
    finally:
        let_go(held)


def write_through(path: Path, content: bytes) -> None:
    """Writes a file so that, whatever happens, its name leads to the whole old or the whole new content."""
    partial = path.with_name(f".{path.name}.partial")
    _write_flushed(partial, content)
    partial.replace(path)
    _flush_folder(path.parent)


def append_through(path: Path, lines: bytes) -> None:
    """Appends whole lines to a file, flushed to the disk; the file is made if it is not there.

    What a crash left of a line without its end is taken away first: nobody was told that it was written. Where the
    lines cannot be written, the file is as it was. The caller keeps others from writing there (`locked`).
    """
    fresh = not path.exists()
    with path.open("ab+", buffering=0) as handle:
        end = _end_of_lines(handle)
        handle.truncate(end)
        try:
            left = memoryview(lines)
            while left:
                left = left[handle.write(left) :]
            os.fsync(handle.fileno())
        except BaseException:
            with suppress(OSError):
                handle.truncate(end)
            raise
    if fresh:
        _flush_folder(path.parent)


def _end_of_lines(handle: FileIO) -> int:
    """Where the last line ends that is whole."""
    end = handle.seek(0, os.SEEK_END)
    while end:
        start = max(0, end - _CHUNK)
        handle.seek(start)
        found = handle.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def copy_sealed(source: Path, target: Path, names: Iterable[str]) -> None:
    """Copies files into a new folder, flushed to the disk and read-only; only the folder itself stays writable."""
    target.mkdir(parents=True)
    folders = {target}
    for name in names:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        _write_flushed(place, (source / name).read_bytes())
        place.chmod(0o444)
        folders |= {parent for parent in place.parents if target in parent.parents}
    for folder in sorted(folders, reverse=True):
        folder.chmod(0o755 if folder == target else 0o555)
        _flush_folder(folder)


def move_sealed(source: Path, target: Path) -> None:
    """Renames a folder in one step and makes it read-only under its new name."""
    source.replace(target)
    target.chmod(0o555)
    _flush_folder(target.parent)


def make_links(folder: Path, links: Mapping[str, str]) -> None:
    """Symbolic links in a folder, by name, each to a relative place."""
    for name, to in links.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(to)
    for parent in (folder, *(inner for inner in folder.rglob("*") if inner.is_dir() and not inner.is_symlink())):
        parent.chmod(0o755)
        _flush_folder(parent)


def point(link: Path, to: str) -> None:
    """Lets a symbolic link lead to another place, in one step: nobody ever finds it missing."""
    fresh = link.with_name(f".{link.name}.next")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(to)
    fresh.replace(link)
    _flush_folder(link.parent)


def remove_sealed(folder: Path) -> None:
    """Removes a folder, also one that is read-only; nothing that it links to is touched."""
    for inner in (folder, *folder.rglob("*")):
        if inner.is_dir() and not inner.is_symlink():
            inner.chmod(0o755)
    shutil.rmtree(folder)


def _write_flushed(path: Path, content: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _flush_folder(folder: Path) -> None:
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
