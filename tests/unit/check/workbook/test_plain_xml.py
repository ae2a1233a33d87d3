"""The short way to parse XML is taken only where a document type could not hide from it."""

import pytest

from areasend.check.workbook.package import _PLAIN_XML


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0" encoding="UTF-8"?>\n<a/>',
        b"<?xml version='1.0' encoding='utf-8' standalone='yes'?><a/>",
        b'<?xml version="1.0"?><a/>',
        b"\xef\xbb\xbf<a/>",
    ],
)
def test_utf_8_is_plain(content: bytes) -> None:
    assert _PLAIN_XML.match(content)


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0" encoding="UTF-16"?><a/>',
        b'<?xml version="1.0"  encoding="cp037"?><a/>',
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
        b'<?xml version="1.0" encoding="UTF-8" encoding="cp037"?><a/>',
        b'<?xml version="1.0"\tencoding="latin-1"?><a/>',
        '<?xml version="1.0"?><a/>'.encode("utf-16"),
        '<?xml version="1.0" encoding="cp037"?><!DOCTYPE a><a/>'.encode("cp037"),
        b"<!DOCTYPE a><a/>",
        b"<!-- first --><a/>",
    ],
)
def test_anything_else_is_not(content: bytes) -> None:
    assert not _PLAIN_XML.match(content)
