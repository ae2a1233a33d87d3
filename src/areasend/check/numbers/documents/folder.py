"""Folders: which files of a release are read, in which order; what a release holds besides its publication is not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from areasend.check.errors import PublicationUnreadable
from areasend.check.numbers.documents.limits import MAX_FILES, refuse_above
from areasend.check.numbers.documents.sniffing import TAKES

# The pages first, as a reader comes to them; then what can be downloaded from them.
_ENDINGS = ("html", "htm", "xhtml", "md", "markdown", "txt", "ods", "xlsx", "csv", "tsv")
_PAGES = {"html", "htm", "xhtml"}
_NOTES = {"md", "markdown", "txt"}
_DEEPEST = 20
# A folder of records says so by one of these files: records are what a publication is held against.
_RECORDS = ("snapshot.json", "register.toml")
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a publication; `file` is how its places are named, `size` is in bytes."""

    path: Path
    file: str
    size: int

    def renamed(self, file: str) -> "Part":
        return replace(self, file=file)


def parts_of(path: Path) -> list[Part]:
    """The files that a path stands for. Raises `PublicationUnreadable`."""
    try:
        if path.is_dir():
            return _of_folder(path)
        size = path.stat().st_size
        if path.is_file():
            return [Part(path, path.as_posix(), size)]
        found = "neither: a device, a pipe or the like"
    except OSError as error:
        found = error.strerror or type(error).__name__
    raise PublicationUnreadable(
        rule="a file or folder to check is there and can be read",
        found=found,
        where=path.as_posix(),
        remedy="give the path of a file or folder that can be opened",
    )


def _of_folder(folder: Path) -> list[Part]:
    released = (folder / _MANIFEST).is_file()
    found: list[Part] = []
    for path in _files(folder, 0):
        ending = path.suffix.lower().removeprefix(".")
        # Texts in a release are reports of its making, such as that of the check of its workbook.
        if ending in _ENDINGS and not (released and ending in _NOTES):
            found.append(Part(path, path.relative_to(folder).as_posix(), path.stat().st_size))
            refuse_above(MAX_FILES, len(found), what="files", where=folder.as_posix())
    if not found:
        raise PublicationUnreadable(
            rule="a folder to check holds a publication",
            found="no page, text, table or workbook in it",
            where=folder.as_posix(),
            remedy=TAKES,
        )
    return sorted(found, key=_place)


def _place(part: Part) -> tuple[bool, int, bool, str]:
    """Pages before downloads, the first page of each folder first, the folders in it after."""
    page = part.path.suffix.lower().removeprefix(".") in _PAGES
    return not page, part.file.count("/"), part.path.stem != "index", part.file


def _files(folder: Path, depth: int) -> Iterator[Path]:
    if depth > _DEEPEST or (depth and any((folder / name).is_file() for name in _RECORDS)):
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _files(path, depth + 1)
        elif path.is_file():
            yield path
