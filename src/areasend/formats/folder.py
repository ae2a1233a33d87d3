"""A folder written whole: it appears under its name when everything is in it, or not at all.

While it is written it stands beside its name as `.<name>.<number>.partial`, and what it replaces as
`.<name>.<number>.old`. A process that is killed leaves these behind; the next one to write there tells them from those
of a living process by their lock, puts back what was replaced by nothing, and removes the rest.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from areasend.formats.errors import CannotWrite, FolderInTheWay
from areasend.formats.switching import hold, let_go


@contextmanager
def new_folder(
    target: Path, *, may_replace: Callable[[Path], bool] | None = None, is_private: bool = False
) -> Iterator[Path]:
    """A fresh folder to write into, renamed to `target` at the end and removed when anything goes wrong.

    Nobody but its owner can ever enter a private one.

    What stands at `target` is replaced if `may_replace` says so of it: moved aside, and removed once the new folder has
    its name. Otherwise raises `FolderInTheWay` if `target` is there and not an empty folder; raises `CannotWrite` where
    the place cannot be written.
    """
    target = target.absolute()
    made: list[Path] = []
    staged, held = None, None
    try:
        _clear_leftovers(target)
        replaced = _may_stand_there(target, may_replace)
        made += _missing_parents(target.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        staged, held = _fresh(target, 0o700 if is_private else 0o777)
        yield staged
        _put_in_place(staged, target, replaced)
    except BaseException as stop:
        if staged is not None:
            _remove(staged)
        _remove_made(made)
        if isinstance(stop, OSError):
            raise _cannot_write(target, stop) from stop
        raise
    finally:
        if held is not None:
            let_go(held)


def _clear_leftovers(target: Path) -> None:
    """Clears away what a killed process left, and undoes a replacement that it had half done."""
    if not target.parent.is_dir():
        return
    form = re.compile(rf"\.{re.escape(target.name)}\.[0-9]+\.(partial|old)")
    leftovers = [place for place in target.parent.iterdir() if form.fullmatch(place.name)]
    for old in (place for place in leftovers if place.suffix == ".old"):
        held = hold(old.with_suffix(".partial"))
        if held is None and old.with_suffix(".partial").exists():
            continue
        if target.exists():
            _remove(old)
        else:
            old.replace(target)
        if held is not None:
            let_go(held)
    for partial in (place for place in leftovers if place.suffix == ".partial"):
        held = hold(partial)
        if held is not None:
            _remove(partial)
            let_go(held)


def _may_stand_there(target: Path, may_replace: Callable[[Path], bool] | None) -> bool:
    """Whether something is to be replaced. Raises `FolderInTheWay` for what must stay."""
    full = target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir())))
    if full and (may_replace is None or not may_replace(target)):
        raise FolderInTheWay(f"{target} is already there. Name a new folder, or remove this one first.")
    return full


def _put_in_place(staged: Path, target: Path, replaced: bool) -> None:
    if not replaced:
        staged.replace(target)
        return
    aside = staged.with_suffix(".old")
    target.replace(aside)
    try:
        staged.replace(target)
    except BaseException:
        aside.replace(target)
        raise
    _remove(aside)


def _fresh(target: Path, mode: int) -> tuple[Path, int]:
    """A new empty folder beside the target, under a name that nobody else is using, with the lock on it."""
    for number in count():
        place = target.parent / f".{target.name}.{number}.partial"
        try:
            place.mkdir(mode)
            held = hold(place)
        except FileExistsError:
            continue
        except BaseException:
            # Stopped between the two: nobody has written into it.
            with suppress(OSError):
                place.rmdir()
            raise
        if held is not None:
            return place, held
    raise AssertionError("count() does not end")  # pragma: no cover - for the type checker


def _remove(folder: Path) -> None:
    """Removes a folder of ours; a second interruption while it does so does not leave half of it."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _remove_made(made: list[Path]) -> None:
    for parent in made:
        with suppress(OSError):
            parent.rmdir()


def _cannot_write(target: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        f"{target} cannot be written: {error.strerror or error}. Name a folder in a place that you may write to, "
        "with room on the disk."
    )


def _missing_parents(folder: Path) -> list[Path]:
    """The parents that will have to be made, deepest first, so that a failure can take them away again."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing


def write_files(folder: Path, files: Mapping[str, bytes], *, is_private: bool = False) -> None:
    """Writes each file under its relative name, making the folders between; private ones for their owner alone."""
    for parent in sorted({(folder / name).parent for name in files}):
        parent.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        if is_private:
            (folder / name).touch(mode=0o600, exist_ok=False)
        (folder / name).write_bytes(content)
