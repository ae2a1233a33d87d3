"""What is written can be read and stored anywhere; what could not be is refused, from whomever it comes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.reports.strict_json import from_json, to_json

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(values)
def test_json_comes_back(value: object) -> None:
    assert from_json(to_json(value)) == value


@pytest.mark.parametrize(
    "payload",
    [
        *(b"", b"{", b"[1,]", b"NaN", b"[-Infinity]", b"\xff", b'"\xc3"'),
        *(b'"\\ud800"', b'"\\uDC80 x"', b'{"\\uD83D": 1}', b"[" * 200_000, b"1" * 5000),
    ],
    ids=lambda payload: repr(payload[:12]),
)
def test_what_we_would_not_write_is_refused(payload: bytes) -> None:
    with pytest.raises(ValueError, match=r"surrogate|JSON|number|codec|deep|digits|Expecting|float"):
        from_json(payload)


@pytest.mark.parametrize("payload", [rb'"a \\ud800"', rb'"\ud83d\ude00"'])
def test_what_only_looks_like_half_a_pair_is_text(payload: bytes) -> None:
    assert from_json(payload).encode()


@given(st.binary(max_size=40))
def test_any_bytes_are_json_of_ours_or_refused(noise: bytes) -> None:
    try:
        value = from_json(noise)
    except ValueError:
        return
    assert json.dumps(value, ensure_ascii=False).encode()


@pytest.mark.parametrize("value", [float("nan"), [float("inf")], "\ud800", {"\udfff": 1}], ids=repr)
def test_what_no_file_could_hold_is_not_written(value: object) -> None:
    with pytest.raises(ValueError, match=r"surrogate|JSON|number|codec|deep|digits|Expecting|float"):
        to_json(value)
