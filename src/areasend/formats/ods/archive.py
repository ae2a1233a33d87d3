"""A ZIP archive whose bytes depend on its members alone (PKWARE APPNOTE, with libdeflate as the compressor).

The `zipfile` module compresses with whatever zlib the machine has, and zlib, zlib-ng and other versions give other
bytes. libdeflate comes with the lock file, so that the same members give the same archive on any machine.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from deflate import deflate_compress

_STORED, _DEFLATED = 0, 8
_VERSION = 20
_MADE_BY = 3 << 8 | _VERSION
_MODE = 0o100644 << 16
# 1 January 1980, 00:00: the earliest date that ZIP can hold, visibly no date at all.
_TIME, _DATE = 0, 0x21


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the archive; `stored` keeps it uncompressed, as the first member of an ODF package must be."""

    name: str
    content: bytes
    stored: bool = False


def zip_bytes(members: Sequence[Member]) -> bytes:
    """The archive, its members in their order. Names are ASCII."""
    body, directory = bytearray(), bytearray()
    for member in members:
        packed = member.content if member.stored else deflate_compress(member.content, 9)
        name = member.name.encode("ascii")
        fields = struct.pack(
            "<HHHHHIIIHH",
            _VERSION,
            0,
            _STORED if member.stored else _DEFLATED,
            _TIME,
            _DATE,
            zlib.crc32(member.content),
            len(packed),
            len(member.content),
            len(name),
            0,
        )
        directory += struct.pack("<IH", 0x02014B50, _MADE_BY) + fields
        directory += struct.pack("<HHHII", 0, 0, 0, _MODE, len(body)) + name
        body += struct.pack("<I", 0x04034B50) + fields + name + packed
    count = len(members)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)
