"""Reading one coder's folder: who the coder is, the decisions in order, and the locks that seal them."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from areasend.formats import sha256_hex
from areasend.register import Maker
from areasend.themes.codebook import CodebookHistory
from areasend.themes.coding import layout
from areasend.themes.coding.lines import Lines, line_fault, read_decisions, split_lines
from areasend.themes.coding.model import Coder, Decision, Lock, is_coder_key
from areasend.themes.coding.rules import broken_by_record, broken_by_themes, may_follow
from areasend.themes.coding.work import Work
from areasend.themes.errors import CodingFault


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """What all coders of a folder share: the statements and the codebook with the bytes of its versions."""

    folder: Path
    history: CodebookHistory
    codebook: Mapping[int, bytes]
    statements: frozenset[str]

    def lock(self, day: date, *, decisions: int, missing: int) -> Lock:
        """A lock under the latest version of the codebook, still without size and hash of what it seals."""
        version = self.history.latest.version
        return Lock(
            day=day,
            codebook=version,
            codebook_sha256=layout.hash_up_to(self.codebook, version),
            decisions=decisions,
            missing=missing,
            size=0,
            sha256="",
        )


def coder_folders(folder: Path, faults: list[CodingFault]) -> list[Path]:
    """The folders of coders by name. What begins with a dot is left by something else, or by a killed process."""
    places = sorted(place for place in (folder / layout.CODERS).glob("[!.]*"))
    for place in places:
        if not place.is_dir() or not is_coder_key(place.name):
            rule = "no folder of a coder: lower-case words joined by _ or -"
            faults.append(_fault(f"{layout.CODERS}/{place.name}", rule, "Move it elsewhere"))
    return [place for place in places if place.is_dir() and is_coder_key(place.name)]


def read_work(place: Path, shelf: Shelf, faults: list[CodingFault]) -> Work | None:
    """The work in a coder's folder, or None and faults that name file and line and tell nothing of the codes."""
    before = len(faults)
    shown = f"{layout.CODERS}/{place.name}"
    joined = _coder(place, f"{shown}/{layout.CODER}", faults)
    path = place / layout.DECISIONS
    lines = split_lines(path.read_bytes() if path.exists() else b"")
    locks = tuple(_locks(place, f"{shown}/{layout.LOCKED}", faults))
    if len(faults) == before:
        _hold_locks(locks, lines, shelf, f"{shown}/{layout.DECISIONS}", faults)
    numbered = list(read_decisions(lines, f"{shown}/{layout.DECISIONS}", faults))
    if len(faults) == before:
        faults += _in_order(numbered, locks, shelf, f"{shown}/{layout.DECISIONS}")
    if joined is None or len(faults) > before:
        return None
    decisions = tuple(decision for _, decision in numbered)
    return Work(joined=joined, decisions=decisions, locks=locks, unfinished=lines.unfinished, history=shelf.history)


_CODER_REMEDY = "The file is written once, when the coder joins: put it back as it was"


def _coder(place: Path, file: str, faults: list[CodingFault]) -> Coder | None:
    values = _toml(place / layout.CODER, file, faults)
    if values is None:
        return None
    description = values.get("description")
    sound = {
        "key": values.get("key") == place.name,
        "made_by": values.get("made_by") in [maker.value for maker in Maker],
        "description": isinstance(description, str) and not [*broken_by_record("it", description, needed=False)],
        "joined": layout.is_toml_day(values.get("joined")),
    }
    for name in (name for name, holds in sound.items() if not holds):
        faults.append(_fault(file, f"{name} is missing or of the wrong form", _CODER_REMEDY))
    if not all(sound.values()):
        return None
    return Coder(
        key=place.name,
        made_by=Maker(values["made_by"]),
        description=values["description"],
        joined=values["joined"],
        locked=None,
    )


def _is_version(value: object) -> bool:
    return type(value) is int and value > 0


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_LOCK: Mapping[str, Callable[[object], bool]] = {
    "day": layout.is_toml_day,
    "codebook": _is_version,
    "codebook_sha256": _is_text,
    "decisions": _is_count,
    "missing": _is_count,
    "size": _is_count,
    "sha256": _is_text,
}
_LOCK_REMEDY = "The file is written by areasend themes lock alone: put it back as it was"


def _locks(place: Path, file: str, faults: list[CodingFault]) -> Iterator[Lock]:
    if not (place / layout.LOCKED).exists():
        return
    values = _toml(place / layout.LOCKED, file, faults)
    entries = values.get("lock") if values is not None else []
    if not isinstance(entries, list) or (values is not None and not entries):
        faults.append(_fault(file, "there is no [[lock]]", _LOCK_REMEDY))
        return
    for number, entry in enumerate(entries, 1):
        wrong = [name for name, holds in _LOCK.items() if not (isinstance(entry, dict) and holds(entry.get(name)))]
        if wrong:
            faults.append(_fault(file, f"lock {number}: {wrong[0]} is missing or of the wrong form", _LOCK_REMEDY))
        else:
            yield Lock(**{name: entry[name] for name in _LOCK})


def _hold_locks(locks: Sequence[Lock], lines: Lines, shelf: Shelf, file: str, faults: list[CodingFault]) -> None:
    """Holds the decisions against the hash of every lock, and the codebook against the one they were made with."""
    remedy = "Locked work is final: put the file back as it was"
    for number, lock in enumerate(locks):
        sealed = b"".join(lines.whole[: lock.decisions])
        if len(lines.whole) < lock.decisions or len(sealed) != lock.size or sha256_hex(sealed) != lock.sha256:
            faults.append(_fault(file, f"the decisions are not those that were locked on {lock.day}", remedy))
        if layout.hash_up_to(shelf.codebook, lock.codebook) != lock.codebook_sha256:
            rule = f"a version of the codebook was changed after coder {Path(file).parent.name} was locked"
            faults.append(_fault(layout.CODEBOOK, rule, "Put it back as it was, and add a further version"))
        if number and (locks[number - 1].codebook >= lock.codebook or locks[number - 1].decisions > lock.decisions):
            faults.append(_fault(file, "the locks are not in order", remedy))
    beyond = bool(locks) and (len(lines.whole) > locks[-1].decisions or lines.unfinished)
    if beyond and locks[-1].codebook == shelf.history.latest.version:
        faults.append(_fault(file, "something was written after the work was locked", remedy))


def _in_order(
    numbered: Sequence[tuple[int, Decision]], locks: Sequence[Lock], shelf: Shelf, file: str
) -> Iterator[CodingFault]:
    """What is wrong with the decisions one after the other."""
    latest: dict[str, Decision] = {}
    since: set[str] = set()
    version, lock, waiting = 1, None, list(locks)
    for index, (number, decision) in enumerate(numbered):
        while waiting and waiting[0].decisions <= index:
            lock, since = waiting.pop(0), set()
        statement = decision.statement
        rule = _rule(decision, version, shelf)
        if rule is None and not may_follow(
            statement,
            decision.codebook,
            latest=latest.get(statement),
            lock=lock,
            since=since,
            history=shelf.history,
        ):
            rule = "a decision after the work was locked, on a statement that was not reopened"
        if rule:
            yield line_fault(file, number, rule)
        else:
            latest[statement], version = decision, decision.codebook
            since.add(statement)


def _rule(decision: Decision, version_before: int, shelf: Shelf) -> str | None:
    """The first rule that a decision breaks, or None."""
    if decision.statement not in shelf.statements:
        return "no statement of this folder"
    if not version_before <= decision.codebook <= shelf.history.latest.version:
        return "made with a version of the codebook that is not here, or earlier than the decision before"
    broken = next(
        broken_by_themes(decision.themes, decision.sub_themes, shelf.history.version(decision.codebook)), None
    )
    return broken.rule if broken else None


def _toml(path: Path, file: str, faults: list[CodingFault]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_bytes().decode())
    except OSError as error:
        faults.append(_fault(file, f"cannot be read: {error.strerror}", "Put the file back"))
    except ValueError as error:
        faults.append(_fault(file, f"the file is no TOML: {error}", "Put the file back as it was"))
    return None


def _fault(file: str, rule: str, remedy: str) -> CodingFault:
    return CodingFault(file=file, place="", value="", rule=rule, remedy=remedy)


__all__ = ["Shelf", "coder_folders", "read_work"]
