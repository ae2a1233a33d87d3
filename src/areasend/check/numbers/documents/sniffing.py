"""What a file is, by its first bytes, and by its name only where text can be several things."""

import re
from enum import Enum

from areasend.check.errors import PublicationUnreadable

TAKES = "check takes HTML, text, Markdown, ODS, XLSX, CSV or a release folder"
_HEAD = 4096
_SIGNATURES = (
    (b"%PDF-", "a PDF", f"read inspection reports with `areasend reports read`; {TAKES}"),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)", f"{TAKES}; a picture has no text to read"),
    (b"\xff\xd8\xff", "an image (JPEG)", f"{TAKES}; a picture has no text to read"),
    (b"GIF8", "an image (GIF)", f"{TAKES}; a picture has no text to read"),
    (b"RIFF", "an image or a recording (RIFF)", f"{TAKES}; a picture has no text to read"),
    (b"II*\x00", "an image (TIFF)", f"{TAKES}; a picture has no text to read"),
    (b"MM\x00*", "an image (TIFF)", f"{TAKES}; a picture has no text to read"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a DOC or XLS file, or one under a password", f"save it anew: {TAKES}"),
    (b"{\\rtf", "an RTF file", f"save it as HTML or text: {TAKES}"),
    (b"\x1f\x8b", "a file packed with gzip", f"unpack it first: {TAKES}"),
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
_PART = re.compile(r"<(?:main|article|section|div|table|h[1-6]|p|ul|ol|dl|figure|header)\b", re.IGNORECASE)
_XML = re.compile(r"<\?xml[^>]{0,200}>")
_SVG = re.compile(r"(?:<!DOCTYPE svg[^>]{0,300}>\s*)?<svg\b", re.IGNORECASE)


class Form(Enum):
    """Which reader a file needs."""

    PAGE = "page"
    TEXT = "text"
    TABLE = "table"
    WORKBOOK = "workbook"


def form_of(content: bytes, file: str) -> Form:
    """What a file is. Raises `PublicationUnreadable` for what the check does not read."""
    if not content.strip():
        raise _refused(file, "an empty file", "save or download it again")
    for signature, found, remedy in _SIGNATURES:
        if content.startswith(signature):
            raise _refused(file, found, remedy)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Form.WORKBOOK
    return _form_of_text(_opening(content), file)


def _opening(content: bytes) -> str:
    """The first characters, for looking only."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def _form_of_text(head: str, file: str) -> Form:
    ending = file.lower().rpartition("/")[2].rpartition(".")[2]
    if "\x00" in head:
        raise _refused(file, "a file that is no text", TAKES)
    start = _behind_comments(head)
    if _SVG.match(start):
        raise _refused(file, "an image (SVG)", f"{TAKES}; a picture has no text to read")
    if ending in {"html", "htm", "xhtml"} or _PAGE.match(start):
        return Form.PAGE
    if _PART.match(start) and ending not in {"md", "markdown", "csv", "tsv"}:
        return Form.PAGE
    if ending in {"csv", "tsv"}:
        return Form.TABLE
    if ending in {"json", "jsonld"}:
        raise _refused(file, "a JSON file", TAKES)
    if head.lstrip().startswith("<?xml"):
        raise _refused(file, "an XML file", TAKES)
    return Form.TEXT


def _behind_comments(head: str) -> str:
    """What stands behind an XML declaration and comments."""
    head = _XML.sub("", head.lstrip(), count=1).lstrip() if head.lstrip().startswith("<?xml") else head.lstrip()
    while head.startswith("<!--") and "-->" in head:
        head = head.partition("-->")[2].lstrip()
    return head


def _refused(file: str, found: str, remedy: str) -> PublicationUnreadable:
    rule = "a publication is a page, a text, a table or a workbook"
    return PublicationUnreadable(rule=rule, found=found, where=file, remedy=remedy)
