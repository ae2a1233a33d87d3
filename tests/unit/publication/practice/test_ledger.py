"""The ledger: events are added, never changed, and whoever changes one is found out."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.releases import APPROVED, MOMENT

from areasend.formats import json_bytes
from areasend.publication import LedgerInvalid
from areasend.publication.practice import Event, EventKind, Ledger, State, ledger_bytes, read_ledger

ONE, TWO = "1" * 64, "2" * 64


def approved(release: str, manifest: str, at: datetime = APPROVED) -> Event:
    return Event(kind=EventKind.APPROVED, release=release, manifest=manifest, at=at, by="Bea Ö.", role="Head")


def published(release: str, manifest: str, at: datetime = MOMENT) -> Event:
    return Event(kind=EventKind.PUBLISHED, release=release, manifest=manifest, at=at)


LEDGER = Ledger(events=(approved("a", ONE), approved("b", TWO), published("a", ONE), published("b", TWO)))


def test_a_ledger_comes_back_as_it_was_written() -> None:
    for ledger in (Ledger(), LEDGER):
        assert read_ledger(ledger_bytes(ledger), place="l.json") == ledger
    said = json.loads(ledger_bytes(LEDGER))
    assert "unofficial" in said["unofficial"]
    assert "self-declared" in said["names"]
    assert said["events"][0]["at"] == "2025-06-20T12:00:00+01:00"


def test_a_release_is_a_draft_then_approved_then_published() -> None:
    steps = [Ledger(), Ledger(events=LEDGER.events[:1]), Ledger(events=LEDGER.events[:3])]
    assert [ledger.state_of(ONE) for ledger in steps] == [State.DRAFT, State.APPROVED, State.PUBLISHED]
    assert [ledger.state_of(TWO) for ledger in steps] == [State.DRAFT, State.DRAFT, State.APPROVED]
    assert list(LEDGER.published) == ["a", "b"]


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([published("a", ONE)], "a was published without an approval"),
        ([approved("b", ONE), published("a", ONE)], "a was published without an approval"),
        ([approved("a", ONE), approved("a", ONE)], "a with one manifest was approved twice"),
        (
            [approved("a", ONE), published("a", ONE), approved("a", TWO), published("a", TWO)],
            "a was published with two manifests",
        ),
        ([approved("a", ONE, MOMENT + timedelta(seconds=1)), published("a", ONE)], "published before it was approved"),
    ],
)
def test_what_no_release_can_have_lived_through_is_no_ledger(events: list[Event], said: str) -> None:
    with pytest.raises(LedgerInvalid, match=said):
        Ledger(events=tuple(events))


def test_an_event_is_added_once() -> None:
    assert Ledger().having(*LEDGER.events) == LEDGER
    assert LEDGER.having(*LEDGER.events) == LEDGER


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("key", ["kind", "release", "manifest", "at", "by", "role", "previous", "sha256"])
def test_an_edited_event_is_found(number: int, key: str) -> None:
    said = json.loads(ledger_bytes(LEDGER))
    value = said["events"][number][key]
    said["events"][number][key] = {"at": "2025-06-26T10:30:00+01:00", "kind": "published"}.get(key, value + "0")
    if said["events"][number][key] == value:
        said["events"][number][key] = "approved"
    with pytest.raises(LedgerInvalid, match=r"l.json: (the chain breaks at event|not a ledger of areasend)"):
        read_ledger(json_bytes(said), place="l.json")


@pytest.mark.parametrize("number", range(4))
def test_a_dropped_event_is_found(number: int) -> None:
    said = json.loads(ledger_bytes(LEDGER))
    del said["events"][number]
    with pytest.raises(LedgerInvalid, match="Put back the file as areasend wrote it"):
        read_ledger(json_bytes(said), place="l.json")


@given(st.permutations(range(4)).filter(lambda order: order != [0, 1, 2, 3]))
def test_events_in_another_order_are_found(order: list[int]) -> None:
    said = json.loads(ledger_bytes(LEDGER))
    said["events"] = [said["events"][number] for number in order]
    with pytest.raises(LedgerInvalid):
        read_ledger(json_bytes(said), place="l.json")


@given(st.data())
def test_no_byte_can_be_changed(data: st.DataObject) -> None:
    content = bytearray(ledger_bytes(LEDGER))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(LedgerInvalid):
        read_ledger(bytes(content), place="l.json")


def test_a_ledger_from_another_history_has_another_end() -> None:
    other = Ledger(events=(replace(LEDGER.events[0], role="Author"), *LEDGER.events[1:]))
    assert json.loads(ledger_bytes(other))["last"] != json.loads(ledger_bytes(LEDGER))["last"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"events": [1]}',
        b'{"events": {"a": 1}}',
        b"[" * 100_000,
        b'{"events": [{"kind": "approved", "release": 1, "manifest": "", "by": "", "role": "", "at": "2025-01-01"}]}',
        b'{"events": [{"kind": "approved", "release": "a", "manifest": "", "by": "", "role": "", "at": "2025-01-01"}]}',
        b'{"events": [{"kind": "seen", "release": "a", "manifest": "", "by": "", "role": "", "at": "2025-01-01"}]}',
        b"\xff",
    ],
)
def test_what_is_no_ledger_is_refused(content: bytes) -> None:
    with pytest.raises(LedgerInvalid, match=r"l\.json: not a ledger of areasend"):
        read_ledger(content, place="l.json")


def test_a_change_beside_the_events_is_found() -> None:
    with pytest.raises(LedgerInvalid, match="changed outside its events"):
        read_ledger(ledger_bytes(LEDGER).replace(b"self-declared", b"certified"), place="l.json")


def test_moments_are_kept_in_utc() -> None:
    assert approved("a", ONE, datetime.fromisoformat("2025-06-20T12:00:00+01:00")).at.tzinfo is UTC
