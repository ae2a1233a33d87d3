"""Corrections of the statements of one kind: changed, taken out, and added after the one whose number they carry."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto

from areasend.reports.corrections import Correction, StatementField
from areasend.reports.fields.responsible import bodies_in
from areasend.reports.reading import NOT_FOUND, FoundStatement, Origin, Problem

_LONGEST_SHOWN = 120


class Verdict(Enum):
    """Whether a correction is of what is read now, is what is read now, or is of something else."""

    APPLIES = auto()
    DONE = auto()
    STALE = auto()


def verdict_on(entry: Correction, now: str) -> Verdict:
    if now == entry.read or {now, entry.read} == {"", NOT_FOUND}:
        return Verdict.APPLIES
    return Verdict.DONE if now == entry.corrected else Verdict.STALE


def stale(entry: Correction, now: str, page: int = 0) -> Problem:
    """What is said of a correction that was of something else."""
    expected = f"as when it was corrected: {_shown(entry.read)}"
    return Problem(field=entry.field, page=page, expected=expected, found=_shown(now))


def _shown(text: str) -> str:
    if len(text) > _LONGEST_SHOWN:
        text = f"{text[:_LONGEST_SHOWN].rstrip()}…"
    return text or NOT_FOUND


# Number and letter under which a statement is corrected, and its parts.
_Place = tuple[int, str]
_Parts = dict[str, Correction]


def corrected_statements(
    kind: str, read: Sequence[FoundStatement], entries: Sequence[tuple[StatementField, Correction]]
) -> tuple[list[FoundStatement], list[Problem]]:
    """The statements of one kind under their corrections, still with the numbers they were read under."""
    by_place: dict[_Place, _Parts] = defaultdict(dict)
    for at, entry in entries:
        by_place[at.seq, at.letter][at.part] = entry
    problems: list[Problem] = []
    statements: list[FoundStatement] = []
    texts = {statement.text for statement in read}
    for statement in (None, *read):
        seq = statement.seq if statement else 0
        if statement is not None:
            statements += _changed(statement, by_place.pop((seq, ""), {}), problems)
        for place in sorted(place for place in by_place if place[0] == seq):
            statements += _added(kind, by_place.pop(place), texts)
    problems += _without_a_place(by_place, texts)
    return statements, problems


def _changed(statement: FoundStatement, parts: _Parts, problems: list[Problem]) -> Iterator[FoundStatement]:
    """The statement with what is corrected of it, or nothing if it is none."""
    now = {
        "text": statement.text,
        "responsible_body": statement.responsible_body,
        "responsible_bodies": ";".join(statement.responsible_bodies),
    }
    page, applied = statement.page_start, {}
    for part, entry in parts.items():
        verdict = verdict_on(entry, now[part])
        if verdict is Verdict.STALE:
            problems.append(stale(entry, now[part], page))
        elif verdict is Verdict.APPLIES:
            applied[part] = entry.corrected
    if not applied:
        yield statement
    elif applied.get("text") != "":
        yield _with(statement, now | _taken_apart(applied))


def _added(kind: str, parts: _Parts, texts: set[str]) -> Iterator[FoundStatement]:
    """The statement that was not read, unless it is read by now."""
    if parts["text"].corrected not in texts:
        unread = FoundStatement(
            kind=kind,
            seq=0,
            responsible_body="",
            responsible_bodies=(),
            text="",
            n_bullets=0,
            places=(),
        )
        given = {"responsible_body": "", "responsible_bodies": ""}
        yield _with(unread, given | _taken_apart({part: entry.corrected for part, entry in parts.items()}))


def _taken_apart(parts: Mapping[str, str]) -> dict[str, str]:
    """With the bodies of a corrected cell, unless the person took it apart."""
    if "responsible_body" not in parts:
        return dict(parts)
    return {"responsible_bodies": ";".join(bodies_in(parts["responsible_body"])), **parts}


def _with(statement: FoundStatement, parts: Mapping[str, str]) -> FoundStatement:
    bodies = parts["responsible_bodies"]
    return replace(
        statement,
        text=parts["text"],
        n_bullets=parts["text"].count("• "),
        responsible_body=parts["responsible_body"],
        responsible_bodies=tuple(body.strip() for body in bodies.split(";")) if bodies else (),
        origin=Origin.CORRECTION,
    )


def _without_a_place(by_place: Mapping[_Place, _Parts], texts: set[str]) -> Iterator[Problem]:
    """Corrections of statements that are not read, or that would stand after one that is not."""
    for place in sorted(by_place):
        parts = by_place[place]
        if "text" in parts and (parts["text"].corrected in texts or not parts["text"].corrected):
            continue
        yield from (stale(entry, "") for entry in parts.values())
