"""The ledger of a release: who approved what, and when it was published. Events are added, never changed.

Each event holds the SHA-256 of the one before it and its own, and the file that of the last: an event that was edited,
dropped or moved breaks the chain, and such a ledger is refused. That guards against slips and quiet corrections; it is
no signature, because whoever can write the file can write a new chain. Names and roles are self-declared.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from areasend.formats import json_bytes, sha256_hex
from areasend.publication.config import LONDON
from areasend.publication.errors import LedgerInvalid
from areasend.publication.release import UNOFFICIAL

SELF_DECLARED = "Names and roles are self-declared: areasend records what was typed and cannot know who typed it."
_START = "0" * 64


class EventKind(StrEnum):
    APPROVED = "approved"
    PUBLISHED = "published"


class State(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One step of one release. `manifest` is the SHA-256 of its manifest; `by` and `role` are of who approved it.

    `at` is kept in UTC, where moments compare by what passed and not by what a clock showed.
    """

    kind: EventKind
    release: str
    manifest: str
    at: datetime
    by: str = ""
    role: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", self.at.astimezone(UTC))


@dataclass(frozen=True, kw_only=True, slots=True)
class Ledger:
    """Events in the order in which they were recorded. One that no release can have lived through cannot be made."""

    events: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        fault = next(_faults(self.events), None)
        if fault is not None:
            raise LedgerInvalid(f"A ledger cannot hold that {fault}. Keep the events as areasend recorded them.")

    def approval_of(self, manifest: str) -> Event | None:
        return self._found(EventKind.APPROVED, manifest)

    def publication_of(self, manifest: str) -> Event | None:
        return self._found(EventKind.PUBLISHED, manifest)

    def state_of(self, manifest: str) -> State:
        """Where the release with this manifest stands. One that was built anew is a draft again."""
        if self.publication_of(manifest) is not None:
            return State.PUBLISHED
        return State.DRAFT if self.approval_of(manifest) is None else State.APPROVED

    @property
    def published(self) -> dict[str, Event]:
        """The publications by the id of their release, the newest last."""
        return {event.release: event for event in self.events if event.kind is EventKind.PUBLISHED}

    def having(self, *events: Event) -> "Ledger":
        """The ledger with further events at its end; those that it holds already are not added twice."""
        return Ledger(events=self.events + tuple(event for event in events if event not in self.events))

    def _found(self, kind: EventKind, manifest: str) -> Event | None:
        return next((event for event in self.events if event.kind is kind and event.manifest == manifest), None)


def _faults(events: tuple[Event, ...]) -> Iterator[str]:
    seen: dict[tuple[EventKind, str], Event] = {}
    published: set[str] = set()
    for event in events:
        if (event.kind, event.manifest) in seen:
            yield f"{event.release} with one manifest was {event.kind.value} twice"
        seen[event.kind, event.manifest] = event
        if event.kind is EventKind.PUBLISHED:
            approval = seen.get((EventKind.APPROVED, event.manifest))
            if approval is None or approval.release != event.release:
                yield f"{event.release} was published without an approval"
            elif event.at < approval.at:
                yield f"{event.release} was published before it was approved"
            if event.release in published:
                yield f"{event.release} was published with two manifests"
            published.add(event.release)


def ledger_bytes(ledger: Ledger) -> bytes:
    """The ledger as a file: one form only, so that every byte of it is vouched for."""
    chained = list(_chained(ledger.events))
    last = chained[-1]["sha256"] if chained else _START
    return json_bytes({"unofficial": UNOFFICIAL, "names": SELF_DECLARED, "events": chained, "last": last})


def _chained(events: tuple[Event, ...]) -> Iterator[dict[str, str]]:
    previous = _START
    for event in events:
        said = {
            "kind": event.kind.value,
            "release": event.release,
            "manifest": event.manifest,
            "at": event.at.astimezone(LONDON).isoformat(),
            "by": event.by,
            "role": event.role,
            "previous": previous,
        }
        previous = sha256_hex(json_bytes(said))
        yield said | {"sha256": previous}


def read_ledger(content: bytes, *, place: str) -> Ledger:
    """A ledger as it was written. Raises `LedgerInvalid` for other bytes, naming the event that breaks the chain."""
    try:
        found = json.loads(content)["events"]
        ledger = Ledger(events=tuple(map(_event, found)))
    except (KeyError, TypeError, ValueError, RecursionError, LedgerInvalid) as error:
        raise LedgerInvalid(
            f"{place}: not a ledger of areasend ({type(error).__name__}: {error}). {_REMEDY}"
        ) from error
    if ledger_bytes(ledger) != content:
        for number, (wanted, event) in enumerate(zip(_chained(ledger.events), found, strict=True), 1):
            if wanted != event:
                raise LedgerInvalid(
                    f"{place}: the chain breaks at event {number}, which was edited, moved or left alone by others "
                    f"that were dropped. {_REMEDY}"
                )
        raise LedgerInvalid(f"{place}: changed outside its events, or events at its end were dropped. {_REMEDY}")
    return ledger


_REMEDY = "Put back the file as areasend wrote it; a release without its ledger is a draft."


def _event(value: Any) -> Event:
    texts = [value[key] for key in ("release", "manifest", "by", "role")]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("an event holds something that is not text")
    at = datetime.fromisoformat(value["at"])
    if at.tzinfo is None:
        raise ValueError(f"{value['at']} has no offset")
    release, manifest, by, role = texts
    return Event(kind=EventKind(value["kind"]), release=release, manifest=manifest, at=at, by=by, role=role)
