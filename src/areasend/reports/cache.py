"""Readings kept by the SHA-256 of the document and the version of the reader, so that nothing is read twice.

A folder of files of two lines of JSON; where it lies is for the caller to say. No library: diskcache and its like keep
pickles or a database, and an entry here must be safe to read whoever wrote it, and no loss when it is gone.
"""

import hashlib
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.abc import Traversable
from importlib.resources import files
from pathlib import Path

from areasend.formats import sha256_hex
from areasend.reports.errors import ReportsError
from areasend.reports.kinds import DocumentKind
from areasend.reports.reading import Reading, reading_from_json, reading_to_json
from areasend.reports.strict_json import from_json, to_json

# What depends on the machine and its load, and may end otherwise next time.
_NOT_KEPT = {DocumentKind.TIME_LIMIT, DocumentKind.MEMORY_LIMIT, DocumentKind.CRASHED, DocumentKind.UNREADABLE}
_SHA256 = re.compile("[0-9a-f]{64}")


class ReadingCache:
    """The readings that one version of the reader made. Several processes may use the folder at once."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder, self._version = folder, version

    def get(self, sha256: str, *, file: str) -> Reading | None:
        """The reading of these bytes, as one of `file`: the name they had when they were read is not kept.

        An entry of another version counts as none, and so does one in which a single byte is not as it was written.
        """
        place = self._place(sha256)
        try:
            seal, _, content = place.read_bytes().partition(b"\n")
            if seal != self._seal(content):
                return None
            reading = reading_from_json({**from_json(content), "file": file})
        except (OSError, KeyError, TypeError, ValueError):
            return None
        return reading if reading.sha256 == sha256 else None

    def put(self, reading: Reading) -> None:
        """Keeps a reading, unless a limit or a crash made it. Raises `ReportsError` if the folder cannot be written."""
        if reading.document in _NOT_KEPT:
            return
        place = self._place(reading.sha256)
        content = to_json(reading_to_json(reading) | {"file": ""})
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            _write_at_once(place, self._seal(content) + b"\n" + content)
        except OSError as error:
            raise ReportsError(
                f"The cache {self._folder} cannot be written: {error.strerror or error}. Name another folder for it, "
                "with room on the disk, with --cache, or read without one, with --no-cache."
            ) from error

    def _seal(self, content: bytes) -> bytes:
        """The first line of an entry: who wrote it, and what."""
        return f'{{"version":"{self._version}","content":"{sha256_hex(content)}"}}'.encode()

    def _place(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is no SHA-256 in hexadecimal digits")
        return self._folder / sha256[:2] / f"{sha256}.jsonl"


def _write_at_once(place: Path, content: bytes) -> None:
    """Whoever reads it finds the old or the new content whole; of two that write at once, either."""
    with tempfile.NamedTemporaryFile(dir=place.parent, suffix=".partial", delete=False) as partial:
        written = Path(partial.name)
        try:
            partial.write(content)
            partial.close()
            written.replace(place)
        except BaseException:
            written.unlink(missing_ok=True)
            raise


@cache
def reader_version() -> str:
    """A hash of all that a reading depends on beside the document.

    The code and data of this room and of the framework, Python, whose letters and patterns change too, and PDFium.
    """
    # Imported here: it takes as long as the rest, and most commands read nothing.
    from importlib.metadata import version

    rooms = [files("areasend.reports"), files("areasend.framework")]
    return version_of(rooms, sys.version, version("pypdfium2"))


def version_of(folders: Sequence[Traversable], *parts: str) -> str:
    """A hash of every file in some folders, of its name and content, and of some words."""
    digest = hashlib.sha256("\0".join(parts).encode())
    for folder in folders:
        for name, content in _sources(folder, folder.name):
            digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


def _sources(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _sources(entry, f"{name}/{entry.name}")
        elif entry.is_file():
            yield f"{name}/{entry.name}", entry.read_bytes()
