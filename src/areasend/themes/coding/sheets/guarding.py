"""Before a spreadsheet is read: how large it would become. A small file can ask for more cells than a machine holds.

`content.xml` is unpacked within a limit, refused where it declares a document type, and walked once to count what its
repeated rows and cells stand for. The reader then gets a package of exactly these bytes.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

_LARGEST_FILE, _LARGEST_CONTENT = 50_000_000, 200_000_000
_MOST_CELLS, _MOST_LETTERS = 4_000_000, 200_000_000
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


class SheetUnreadable(ValueError):
    """No spreadsheet that can be read safely; the message is the rule that it breaks."""


def guarded(content: bytes) -> io.BytesIO:
    """The workbook as a package that is safe to read. Raises `SheetUnreadable`."""
    xml = _content_xml(content)
    _count(xml)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("mimetype", _MEDIA_TYPE)
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("content.xml", xml)
    packed.seek(0)
    return packed


def _content_xml(content: bytes) -> bytes:
    if len(content) > _LARGEST_FILE:
        raise SheetUnreadable("larger than a sheet can be")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open("content.xml") as member:
            xml = member.read(_LARGEST_CONTENT + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise SheetUnreadable("no OpenDocument spreadsheet, or one under a password") from error
    if len(xml) > _LARGEST_CONTENT:
        raise SheetUnreadable("unpacks to more than a sheet can be")
    return xml


@dataclass(slots=True)
class _Counted:
    """How far the grid of a table reaches, and how many letters it stands for."""

    cells: int = 0
    letters: int = 0
    in_table: bool = False
    rows: int = 0
    last_row: int = 0
    width: int = 0
    row_times: int = 1
    cell_times: int = 1
    column: int = 0
    reach: int = 0
    row_letters: int = 0
    in_cell: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TABLE + "table":
            if self.in_table:
                raise SheetUnreadable("holds a table within a table")
            self.in_table = True
            self.rows = self.last_row = self.width = 0
        elif name == _TABLE + "table-row":
            self.row_times = _times(attributes, _TABLE + "number-rows-repeated")
            self.column = self.reach = self.row_letters = 0
        elif name in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self.cell_times = _times(attributes, _TABLE + "number-columns-repeated")
            self.column += self.cell_times
            self.in_cell = True
            if any("value" in attribute for attribute in attributes):
                self.reach = self.column
        elif name == _TEXT + "s" and self.in_cell:
            self.reach = self.column
            self._add(_times(attributes, _TEXT + "c"))

    def text(self, letters: str) -> None:
        if self.in_cell and letters.strip():
            self.reach = self.column
        self._add(len(letters) if self.in_cell else 0)

    def end(self, name: str) -> None:
        if name in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self.in_cell = False
        elif name == _TABLE + "table-row":
            self.rows += self.row_times
            self.letters += self.row_letters * self.row_times
            if self.reach:
                self.width, self.last_row = max(self.width, self.reach), self.rows
                self._hold(self.cells + self.last_row * self.width, _MOST_CELLS)
        elif name == _TABLE + "table":
            self.in_table = False
            self.cells += self.last_row * self.width

    def _add(self, letters: int) -> None:
        self.row_letters += letters * self.cell_times
        self._hold(self.letters + self.row_letters * self.row_times, _MOST_LETTERS)

    @staticmethod
    def _hold(number: int, most: int) -> None:
        if number > most:
            raise SheetUnreadable("repeats rows or cells to more than a sheet can be")


def _times(attributes: dict[str, str], name: str) -> int:
    said = attributes.get(name, "1")
    if not (said.isascii() and said.isdigit() and len(said) < 12):
        raise SheetUnreadable("repeats rows or cells by what is no number")
    return int(said)


def _count(xml: bytes) -> None:
    counted = _Counted()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = counted.start
    parser.EndElementHandler = counted.end
    parser.CharacterDataHandler = counted.text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise SheetUnreadable("no OpenDocument spreadsheet: its content is not well-formed XML") from error


def _refuse_doctype(*_: object) -> None:
    raise SheetUnreadable("declares a document type, which no spreadsheet program writes")


__all__ = ["SheetUnreadable", "guarded"]
