"""What a worker may say; everything else is refused as no answer, whatever it is."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.readings import readings, sha256

from areasend.reports import DocumentKind, Reading, reading_to_json
from areasend.reports.strict_json import to_json
from areasend.reports.workers import Limits
from areasend.reports.workers.answers import peak_in, reading_in, refusal_in, sha256_in
from areasend.reports.workers.frames import Malformed

LIMITS = Limits(mebibytes=200)
TAKEN: list[Callable[[bytes], object]] = [
    peak_in,
    sha256_in,
    lambda payload: reading_in(payload, file="a", sha256="0"),
    lambda payload: refusal_in(payload, LIMITS),
]


@given(readings, sha256)
def test_a_reading_is_of_the_file_that_was_asked_about(reading: Reading, asked: str) -> None:
    found = reading_in(to_json(reading_to_json(reading)), file="asked \udc80", sha256=asked)
    assert (found.file, found.sha256) == ("asked \udc80", asked)
    assert reading_to_json(found) | {"file": reading.file, "sha256": reading.sha256} == reading_to_json(reading)


def test_a_refusal_says_what_was_wrong() -> None:
    assert refusal_in(b'["unreadable", "it is a folder"]', LIMITS) == (DocumentKind.UNREADABLE, "it is a folder")
    assert refusal_in(b'["memory_limit", ""]', LIMITS) == (DocumentKind.MEMORY_LIMIT, "200 MiB")


@pytest.mark.parametrize(
    "payload",
    [
        b"[]",
        b'["crashed"]',
        b'["crashed", 1]',
        b'["full_inspection", "x"]',
        b'[["crashed"], "x"]',
        b'["crashed", "", 1]',
    ],
)
def test_a_refusal_of_another_form_is_none(payload: bytes) -> None:
    with pytest.raises(Malformed, match="no refusal"):
        refusal_in(payload, LIMITS)


@pytest.mark.parametrize("payload", [b"1", b'"abc"', b'"' + b"G" * 64 + b'"', b'"' + b"0" * 65 + b'"', b"null"])
def test_a_hash_of_another_form_is_none(payload: bytes) -> None:
    with pytest.raises(Malformed, match="no SHA-256"):
        sha256_in(payload)
    assert sha256_in(b'"' + b"0a" * 32 + b'"') == "0a" * 32


@pytest.mark.parametrize("payload", [b"true", b"1.5", b'"1"'])
def test_a_size_of_another_form_is_none(payload: bytes) -> None:
    with pytest.raises(Malformed, match="no number of bytes"):
        peak_in(payload)
    assert peak_in(b"4096") == 4096


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@pytest.mark.parametrize("take", TAKEN[1:3])
@given(st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_an_answer_or_refused(take: Callable[[bytes], object], noise: bytes) -> None:
    with pytest.raises(Malformed):
        take(noise)
