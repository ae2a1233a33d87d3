"""The form of what goes over the pipes between the command and its workers: a kind, a flag, a length, JSON.

Never pickle: whatever a hostile file makes of a worker, the most that it can send is text that is no reading.
"""

import struct
from enum import IntEnum
from typing import BinaryIO, NamedTuple

_HEADER = struct.Struct(">B?I")
LARGEST = 16 << 20
"""The most bytes that a frame may hold: a report's answer takes about 0.2 MB."""


class Kind(IntEnum):
    """What a frame says. The command sends `OPEN` and `READ`, a worker the others."""

    OPEN = 1
    READ = 2
    READY = 3
    UNABLE = 4
    FOUND = 5
    REFUSED = 6
    ANSWER = 7


class Frame(NamedTuple):
    """One message; with `leaving` the worker says that it ends after it and takes no other file."""

    kind: Kind
    leaving: bool
    payload: bytes


class Malformed(Exception):
    """Bytes that are no message of a worker."""


def packed(kind: Kind, payload: bytes, *, leaving: bool = False) -> bytes:
    return _HEADER.pack(kind, leaving, len(payload)) + payload


class Incoming:
    """Puts frames together from the pieces in which they arrive."""

    def __init__(self) -> None:
        self._pending = bytearray()

    def take(self, piece: bytes) -> list[Frame]:
        """The frames that are complete with this piece. Raises `Malformed` as soon as a header is wrong."""
        self._pending += piece
        frames = []
        while len(self._pending) >= _HEADER.size:
            kind, leaving, length = _unpacked(self._pending)
            end = _HEADER.size + length
            if len(self._pending) < end:
                break
            frames.append(Frame(kind, leaving, bytes(self._pending[_HEADER.size : end])))
            del self._pending[:end]
        return frames


def receive(pipe: BinaryIO) -> Frame | None:
    """The next frame, waiting for it; None when the other side is gone."""
    header = pipe.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    kind, leaving, length = _unpacked(header)
    return Frame(kind, leaving, pipe.read(length))


def _unpacked(header: bytes | bytearray) -> tuple[Kind, bool, int]:
    number, leaving, length = _HEADER.unpack_from(header)
    if length > LARGEST:
        raise Malformed(f"a message of {length} bytes: the most is {LARGEST}")
    try:
        return Kind(number), leaving, length
    except ValueError as error:
        raise Malformed(f"a message of kind {number}") from error
