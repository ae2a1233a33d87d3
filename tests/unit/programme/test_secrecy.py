"""A plan is told by its marking, whatever became of the file; nothing else is."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.programme import MARKER, MARKING, is_secret, secrecy
from areasend.register import packaged_files


def packed(content: bytes, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("mimetype", "any")
        archive.writestr("content.xml", content)
    return held.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        MARKING.encode(),
        b"a,b\r\n1," + MARKING.encode() + b"\r\n",
        MARKING.encode("utf-16"),
        MARKING.encode("utf-16-be"),
        MARKING.upper().encode(),
        MARKING.lower().encode(),
        packed(MARKING.encode()),
        packed(b"x" * 5_000_000 + MARKING.encode()),
        packed(MARKING.encode(), method=zipfile.ZIP_BZIP2),
    ],
)
def test_a_plan_is_told_by_its_marking(content: bytes) -> None:
    assert is_secret(content)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"PK\x03\x04 no archive", packed(b"nothing"), MARKER[:-1].encode(), packed(MARKER.encode())[:-30]],
)
def test_nothing_else_is(content: bytes) -> None:
    assert not is_secret(content)


def test_no_packaged_record_is() -> None:
    assert not any(is_secret(content) for content in packaged_files().values())


@given(before=st.binary(max_size=40), after=st.binary(max_size=40), chunk=st.integers(20, 30))
def test_it_is_found_wherever_it_stands(before: bytes, after: bytes, chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(secrecy, "_CHUNK", chunk)
        assert is_secret(before + MARKER.encode() + after)


def test_an_archive_that_unpacks_to_very_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrecy, "_MOST_UNPACKED", 100)
    assert is_secret(packed(MARKER.encode()))
    assert not is_secret(packed(b"x" * 200 + MARKER.encode()))
