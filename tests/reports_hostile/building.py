"""PDF files put together by hand, in ways no library would, and streams that unpack to far more than they are."""

import zlib
from collections.abc import Mapping
from io import BytesIO

import pikepdf

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
HELLO = b"BT /F1 12 Tf 72 700 Td (A page with a few words on it, as any letter has.) Tj ET"


def file_of(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects with a table of where they are; the catalogue is object 1."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def page_of(content: bytes, **changed: bytes) -> bytes:
    """A file of one page. `changed` replaces `catalog`, `pages`, `page`, `font`, or adds `o7`, `o8`, …"""
    objects = {
        1: changed.get("catalog", b"<</Type/Catalog/Pages 2 0 R>>"),
        2: changed.get("pages", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"),
        3: changed.get("page", PAGE),
        4: content if content.startswith(b"<<") else stream(content),
        5: changed.get("font", FONT),
    }
    objects |= {int(name[1:]): body for name, body in changed.items() if name[0] == "o" and name[1:].isdigit()}
    return file_of(objects)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n" % (len(data), entries) + data + b"\nendstream"


def packed(data: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode" + entries)


def bomb(piece: bytes, size: int, entries: bytes = b"") -> bytes:
    """A stream that unpacks to `size` bytes of `piece` again and again, made without unpacking it here.

    After a full flush a block needs nothing of those before, so one packed block can be repeated.
    """
    block = (piece * (1 + (1 << 20) // len(piece)))[: (1 << 20) // len(piece) * len(piece)]
    packer = zlib.compressobj(9)
    head = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return stream(head + again * (size // len(block)) + packer.flush(), b"/Filter/FlateDecode" + entries)


def saved(pdf: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    out = BytesIO()
    if encryption is None:
        pdf.save(out, static_id=True)
    else:
        pdf.save(out, encryption=encryption)
    return out.getvalue()
