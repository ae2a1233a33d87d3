"""PNG files, compressed as small as is cheap, and alike on every machine (PNG specification, 5 and 10)."""

import struct
import zlib
from collections.abc import Iterator, Sequence

from deflate import zlib_compress

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PIXELS = b"IDAT"
# 9 and above gain a tenth and take five times as long.
_LEVEL = 6
# Pages of text: 2 % smaller than at 6, and still a hundredth of a second.
_GREY_LEVEL = 9
_NO_FILTER = b"\0"
_LOWER = bytes((shade * 15 + 127) // 255 for shade in range(256))
_UPPER = bytes(shade << 4 for shade in _LOWER)


def smaller_png(png: bytes) -> bytes:
    """The same picture with its pixels compressed anew; renderers compress for speed.

    The filters of its lines stay as they are, so that no pixel is touched. Asserts that `png` is a PNG file.
    """
    assert png.startswith(_SIGNATURE), "not a PNG file"
    chunks = tuple(_chunks(png))
    pixels = zlib.decompress(b"".join(content for name, content in chunks if name == _PIXELS))
    before = chunks[: [name for name, _ in chunks].index(_PIXELS)]
    after = [chunk for chunk in chunks[len(before) :] if chunk[0] != _PIXELS]
    written = (*before, (_PIXELS, bytes(zlib_compress(pixels, _LEVEL))), *after)
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in written)


def grey_png(lines: Sequence[bytes]) -> bytes:
    """A picture in 16 shades of grey, from its lines of one byte a pixel (0 is black).

    Sixteen shades are as many as the edges of letters need, and halve the file. The lines have to be of one length.
    """
    (width,) = {len(line) for line in lines}
    # Two pixels a byte, the left one in the upper half; a line of odd length ends in half a byte that nobody sees.
    pixels = b"".join(_NO_FILTER + _pairs(line + bytes(width % 2)) for line in lines)
    header = struct.pack(">IIBBBBB", width, len(lines), 4, 0, 0, 0, 0)
    written = ((b"IHDR", header), (_PIXELS, bytes(zlib_compress(pixels, _GREY_LEVEL))), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in written)


def _pairs(line: bytes) -> bytes:
    upper, lower = line[0::2].translate(_UPPER), line[1::2].translate(_LOWER)
    return (int.from_bytes(upper) | int.from_bytes(lower)).to_bytes(len(upper))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
