"""Opening the files of strangers: plain files only, since anything else may wait for ever or never end."""

import stat
import sys
from pathlib import Path

from areasend.formats import sha256_hex
from areasend.reports.kinds import DocumentKind


class NotOpened(Exception):
    """A file that is not read: as what it is reported, and why in a few words."""

    def __init__(self, kind: DocumentKind, detail: str) -> None:
        super().__init__(detail)
        self.kind, self.detail = kind, detail


def file_content(path: bytes, *, largest: int) -> tuple[bytes, str]:
    """The bytes of a file and their SHA-256. Raises `NotOpened`.

    The path is as the system has it, in bytes: names need not be text.
    """
    place = Path(path.decode(sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()))
    try:
        found = place.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "no plain file"
            raise NotOpened(DocumentKind.UNREADABLE, f"it is {what}")
        if found.st_size > largest:
            raise NotOpened(DocumentKind.TOO_LARGE, f"it has more than {largest} bytes")
        with place.open("rb", buffering=0) as opened:
            data = opened.read(found.st_size + 1)
    except OSError as error:
        raise NotOpened(DocumentKind.UNREADABLE, error.strerror or "the system gives no reason") from error
    except ValueError as error:
        raise NotOpened(DocumentKind.UNREADABLE, "its name is none that a file can have") from error
    if len(data) != found.st_size:
        raise NotOpened(DocumentKind.UNREADABLE, "it changed while it was read")
    return data, sha256_hex(data)
