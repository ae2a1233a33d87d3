"""What keeps a plan from being told too early: a marking in every file of it, by which other commands refuse it.

A plan names areas before they are told. The marking is one ASCII string that survives a change of case, of encoding
to UTF-16, and being packed into a workbook or another archive of the ZIP format.
"""

import io
import zipfile
from typing import IO, Final

MARKER: Final = "AREASEND-SECRET-PLAN"
MARKING: Final = (
    f"{MARKER}: confidential. Names local areas before they are told of an inspection. Do not publish, commit or "
    "send on. Unofficial: not made or endorsed by Ofsted or the CQC."
)

_NEEDLE = MARKER.lower().encode()
_CHUNK = 1 << 20
# What an archive unpacks to is searched so far; packed data of more is no plan of ours.
_MOST_UNPACKED = 1 << 28


def is_secret(content: bytes) -> bool:
    """Whether the content of a file is that of a plan, or holds rows of one."""
    if _holds(io.BytesIO(content)):
        return True
    return content.startswith(b"PK") and _is_packed_secret(content)


def _is_packed_secret(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            left = _MOST_UNPACKED
            for entry in archive.infolist():
                left -= entry.file_size
                if left < 0:
                    return False
                with archive.open(entry) as member:
                    if _holds(member):
                        return True
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        # Not to be unpacked: nor can the commands read it that ask.
        return False
    return False


def _holds(stream: IO[bytes]) -> bool:
    """Whether the marker stands in a stream, zeros (of UTF-16) and case left aside."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        text = tail + chunk.replace(b"\0", b"").lower()
        if _NEEDLE in text:
            return True
        tail = text[-len(_NEEDLE) + 1 :]
    return False
