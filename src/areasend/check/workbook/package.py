"""Opening a stranger's file safely: a ZIP archive read in memory, within limits, its XML without DTD or entities.

Nothing is ever extracted, so member names cannot lead outside. The limits are far above any statistical workbook
(the largest in the checklist is 1 MB) and far below what would fill a machine.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from areasend.check.errors import WorkbookUnreadable
from areasend.check.workbook.model import Member

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_FILE = 100_000_000
MAX_MEMBERS = 5_000
MAX_UNCOMPRESSED = 200_000_000
# Text compresses well and repeated cells very well, so the ratio only counts for a file that is large once opened.
MAX_RATIO = 250
RATIO_COUNTS_FROM = 20_000_000
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AGAIN = "open it in a spreadsheet program and save it as ODS or XLSX without a password"


# XML that declares UTF-8 or nothing: in it, a document type can only be spelled in these very bytes, so that looking
# for them is proof enough and the parser in C may be used. Any other encoding goes to the slower, guarded parser.
_PLAIN_XML = re.compile(
    rb"""(\xef\xbb\xbf)?(<\?xml version=["']1\.[01]["']( encoding=["'](?i:utf-8)["'])?"""
    rb"""( standalone=["'](yes|no)["'])?\s*\?>)?\s*<[A-Za-z]"""
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    file: str
    content: bytes
    archive: zipfile.ZipFile
    members: tuple[Member, ...]

    def holds(self, name: str) -> bool:
        return any(member.name == name for member in self.members)

    def read(self, name: str) -> bytes:
        try:
            return self.archive.read(name)
        except KeyError:
            raise self.unreadable("a workbook holds this part", "no such part", name) from None
        except RuntimeError:
            raise self.unreadable("a workbook is not encrypted", "a part under a password", name) from None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise self.unreadable("every part can be unpacked", f"{error}", name) from error

    def xml(self, name: str) -> "Element":
        """Parsed part; a DTD or an entity is refused because it can grow without bound or fetch other files."""
        content = self.read(name)
        try:
            if _PLAIN_XML.match(content) and b"<!DOCTYPE" not in content:
                return ElementTree.fromstring(content)
            return defusedxml.ElementTree.fromstring(content, forbid_dtd=True)
        except DefusedXmlException as error:
            found = f"a document type or entity declaration ({type(error).__name__})"
            raise self.unreadable("XML in a workbook declares no DTD and no entity", found, name) from error
        except (defusedxml.ElementTree.ParseError, ValueError, LookupError) as error:
            raise self.unreadable("the parts of a workbook are well-formed XML", f"{error}", name) from error

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """A copy of the archive in which these parts stand in place of their own."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as copy:
            for name in dict.fromkeys(member.name for member in self.members):
                copy.writestr(name, parts.get(name) or self.read(name))
        return packed.getvalue()

    def unreadable(self, rule: str, found: str, part: str, remedy: str = SAVE_AGAIN) -> WorkbookUnreadable:
        return WorkbookUnreadable(rule=rule, found=found, where=f"{self.file} ({part})", remedy=remedy)


def open_package(path: Path) -> Package:
    content = _content(path)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        found = "a truncated or damaged ZIP archive" if content[:2] == b"PK" else f"bytes beginning {content[:8]!r}"
        raise _refused(path, "ODS and XLSX files are ZIP archives", f"{found} ({error})", SAVE_AGAIN) from error
    infos = archive.infolist()
    _within_limits(path, infos)
    members = tuple(
        Member(
            name=info.filename,
            written=info.date_time,
            stored=info.compress_type == zipfile.ZIP_STORED,
            size=info.file_size,
        )
        for info in infos
    )
    return Package(file=path.name, content=content, archive=archive, members=members)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            found = f"{size:,} bytes"
            raise _refused(path, f"a workbook to check has at most {MAX_FILE:,} bytes", found, "split the workbook")
        content = path.read_bytes()
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise _refused(path, "the workbook can be read", found, "give the path of an ODS or XLSX file") from error
    if not content:
        raise _refused(path, "a workbook has content", "an empty file", "save or download the workbook again")
    if content.startswith(OLE_SIGNATURE):
        found = "an OLE container (a password-protected XLSX, or an old XLS)"
        raise _refused(path, "ODS and XLSX files are ZIP archives", found, SAVE_AGAIN)
    return content


def _within_limits(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    remedy = "do not open it; ask whoever made it for a plain workbook"
    if len(infos) > MAX_MEMBERS:
        raise _refused(path, f"a workbook has at most {MAX_MEMBERS:,} parts", f"{len(infos):,}", remedy)
    if total > MAX_UNCOMPRESSED:
        rule = f"a workbook unpacks to at most {MAX_UNCOMPRESSED:,} bytes"
        raise _refused(path, rule, f"{total:,} bytes", remedy)
    if total > RATIO_COUNTS_FROM and total / packed > MAX_RATIO:
        rule = f"a workbook unpacks to at most {MAX_RATIO} times its size"
        raise _refused(path, rule, f"{total / packed:,.0f} times (a ZIP bomb)", remedy)


def _refused(path: Path, rule: str, found: str, remedy: str) -> WorkbookUnreadable:
    return WorkbookUnreadable(rule=rule, found=found, where=str(path), remedy=remedy)
