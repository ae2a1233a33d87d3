"""The characters of a file: by its byte order mark, by what it declares, or UTF-8; nothing is guessed."""

import codecs
import re

from areasend.check.errors import PublicationUnreadable

_SAVE = "save it as UTF-8"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._:-]{2,40})["']""")
_HEAD = 4096
# A page that declares Latin-1 or ASCII is read as Windows-1252 (WHATWG Encoding Standard, "names and labels").
_KNOWN = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(
        ("windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"),
        "cp1252",
    ),
}


def decode(content: bytes, file: str, *, is_page: bool = False) -> str:
    """The text of a file with lines that end in a line feed only. Raises `PublicationUnreadable`."""
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _refused(file, "UTF-32")
    mark, encoding = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", ""))
    if not encoding:
        encoding = _declared(content[:_HEAD], file) if is_page else "utf-8"
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        byte = content[len(mark) + error.start : len(mark) + error.start + 1].hex().upper()
        line = content.count(b"\n", 0, len(mark) + error.start) + 1
        found = f"a byte that is none of {_shown(encoding)} (hexadecimal {byte}, line {line})"
        raise _refused(file, found) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(head: bytes, file: str) -> str:
    found = _DECLARED.search(head) or _XML_DECLARED.search(head)
    if found is None:
        return "utf-8"
    name = found[1].decode("ascii").lower()
    encoding = _KNOWN.get(name)
    if encoding is None:
        raise _refused(file, f"a page that declares {name}")
    return encoding


def _shown(encoding: str) -> str:
    return {"cp1252": "Windows-1252"}.get(encoding, encoding.upper())


def _refused(file: str, found: str) -> PublicationUnreadable:
    rule = "text is read as UTF-8, as UTF-16 with a byte order mark, or as the Windows-1252 that a page declares"
    return PublicationUnreadable(rule=rule, found=found, where=file, remedy=_SAVE)
