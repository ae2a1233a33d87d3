"""A folder written whole: it appears under its name when everything is in it, or not at all."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from areasend.formats.errors import FolderInTheWay


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A fresh folder to write into, renamed to `target` at the end and removed when anything goes wrong.

    Raises `FolderInTheWay` if `target` is there and not an empty folder.
    """
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise FolderInTheWay(f"{target} is already there. Name a new folder, or remove this one first.")
    made = _missing_parents(target.parent)
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".partial", dir=target.parent))
    try:
        yield staged
        staged.chmod(0o755)
        staged.replace(target)
    except BaseException:
        shutil.rmtree(staged)
        for parent in made:
            parent.rmdir()
        raise


def _missing_parents(folder: Path) -> list[Path]:
    """The parents that will have to be made, deepest first, so that a failure can take them away again."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes each file under its relative name, making the folders between."""
    for parent in sorted({(folder / name).parent for name in files}):
        parent.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
