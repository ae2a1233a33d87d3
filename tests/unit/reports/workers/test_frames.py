"""Messages over a pipe arrive in any pieces and come out whole; what is no message is found at its header."""

import io
import os
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.reports.workers.frames import (
    LARGEST,
    Frame,
    Incoming,
    Kind,
    Malformed,
    packed,
    receive,
)

frames = st.lists(st.builds(Frame, st.sampled_from(Kind), st.booleans(), st.binary(max_size=30)), max_size=6)


def sent(messages: list[Frame]) -> bytes:
    return b"".join(packed(frame.kind, frame.payload, leaving=frame.leaving) for frame in messages)


@given(frames, st.lists(st.integers(1, 40)))
def test_pieces_become_the_messages_that_were_sent(messages: list[Frame], sizes: list[int]) -> None:
    stream, incoming, found = io.BytesIO(sent(messages)), Incoming(), []
    for size in sizes:
        found += incoming.take(stream.read(size))
    assert found + incoming.take(stream.read()) == messages


@given(frames)
def test_messages_are_received_one_by_one_until_the_pipe_ends(messages: list[Frame]) -> None:
    stream = io.BytesIO(sent(messages))
    assert [receive(stream) for _ in messages] == messages
    assert receive(stream) is None


@pytest.mark.parametrize("header", [struct.pack(">B?I", 0, False, 1), struct.pack(">B?I", 99, False, 0)])
def test_a_kind_that_is_none_is_refused(header: bytes) -> None:
    with pytest.raises(Malformed, match="a message of kind"):
        Incoming().take(header)


def test_a_message_that_is_too_large_is_refused_before_it_comes() -> None:
    with pytest.raises(Malformed, match=f"a message of {LARGEST + 1} bytes: the most is {LARGEST}"):
        Incoming().take(struct.pack(">B?I", Kind.ANSWER, False, LARGEST + 1))
    assert Incoming().take(struct.pack(">B?I", Kind.ANSWER, False, LARGEST)) == []


@given(st.binary(max_size=60))
def test_any_bytes_are_messages_or_refused(noise: bytes) -> None:
    try:
        found = Incoming().take(noise)
    except Malformed:
        return
    assert noise.startswith(sent(found))


def test_a_message_cut_short_by_the_end_of_its_process() -> None:
    ours, theirs = os.pipe()
    os.write(theirs, packed(Kind.OPEN, b"path")[:3])
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        assert receive(pipe) is None
