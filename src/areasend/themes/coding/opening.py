"""Opening a coding folder: everything in it is verified, and every fault is told at once, without anybody's codes."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from areasend.formats import sha256_hex
from areasend.themes.codebook import load_codebooks
from areasend.themes.coding import layout
from areasend.themes.coding.lines import line_fault, read_adjudications, split_lines
from areasend.themes.coding.model import Adjudication
from areasend.themes.coding.rules import broken_by_record, broken_by_themes
from areasend.themes.coding.work import Work
from areasend.themes.coding.working import Shelf, coder_folders, read_work
from areasend.themes.errors import CodingFault, CodingInvalid
from areasend.themes.statements import Statement, StatementKind, statements_in


@dataclass(kw_only=True, slots=True)
class Contents:
    """All that stands in a coding folder."""

    seed: int
    kinds: tuple[StatementKind, ...]
    shelf: Shelf
    statements: tuple[Statement, ...]
    works: dict[str, Work]
    adjudications: tuple[Adjudication, ...]
    unfinished: bool


def read_contents(folder: Path) -> Contents:
    """Reads and verifies the whole folder. Raises `CodingInvalid`."""
    faults: list[CodingFault] = []
    try:
        settings = _settings(folder, faults)
        statements = _statements(folder, settings, faults)
        history = load_codebooks(folder / layout.CODEBOOK, place=f"{folder / layout.CODEBOOK}")
        files = layout.codebook_files(folder / layout.CODEBOOK)
    except OSError as error:
        name = Path(error.filename or folder).name
        remedy = "Name a folder that areasend themes start made, with all its files"
        fault = CodingFault(file=name, place="", value="", rule=f"cannot be read: {error.strerror}", remedy=remedy)
        raise _invalid(folder, [*faults, fault]) from error
    if faults:
        raise _invalid(folder, faults)
    shelf = Shelf(folder=folder, history=history, codebook=files, statements=frozenset(s.id for s in statements))
    if layout.hash_up_to(files, settings["codebook"]) != settings["codebook_sha256"]:
        rule = "a version of the codebook was changed after the coding began"
        faults.append(_fault(layout.CODEBOOK, rule, "Put it back as it was, and add what is new as a further version"))
    works = {place.name: work for place in coder_folders(folder, faults) if (work := read_work(place, shelf, faults))}
    adjudications, unfinished = _adjudications(folder, shelf, faults)
    if faults:
        raise _invalid(folder, faults)
    return Contents(
        seed=settings["seed"],
        kinds=tuple(StatementKind(kind) for kind in settings["kinds"]),
        shelf=shelf,
        statements=statements,
        works=works,
        adjudications=adjudications,
        unfinished=unfinished,
    )


def _invalid(folder: Path, faults: list[CodingFault]) -> CodingInvalid:
    return CodingInvalid(f"The coding folder {folder} is not sound", faults)


def _fault(file: str, rule: str, remedy: str, value: str = "") -> CodingFault:
    return CodingFault(file=file, place="", value=value[:80], rule=rule, remedy=remedy)


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None


def _are_kinds(value: object) -> bool:
    known = [kind.value for kind in StatementKind]
    return (
        isinstance(value, list)
        and bool(value)
        and len({*map(str, value)}) == len(value)
        and all(kind in known for kind in value)
    )


_SETTINGS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "form": (lambda value: value == layout.FORM, f"not the form {layout.FORM} that this areasend reads"),
    "seed": (lambda value: type(value) is int, "no whole number"),
    "kinds": (_are_kinds, "no list of kinds of statements"),
    "findings_sha256": (_is_hash, "no sha256"),
    "codebook": (lambda value: type(value) is int and value > 0, "no version of a codebook"),
    "codebook_sha256": (_is_hash, "no sha256"),
}


def _settings(folder: Path, faults: list[CodingFault]) -> dict[str, Any]:
    """The settings; where one is wrong there is a fault more."""
    remedy = "The file is written once by areasend themes start: put it back as it was"
    try:
        values = tomllib.loads((folder / layout.SETTINGS).read_bytes().decode())
    except ValueError as error:
        faults.append(_fault(layout.SETTINGS, "the file is no TOML", remedy, str(error)))
        raise _invalid(folder, faults) from error
    for name, (is_sound, rule) in _SETTINGS.items():
        if not is_sound(values.get(name)):
            faults.append(_fault(layout.SETTINGS, f"{name}: {rule}", remedy, str(values.get(name, ""))))
    return values


def _statements(folder: Path, settings: Mapping[str, Any], faults: list[CodingFault]) -> tuple[Statement, ...]:
    content = (folder / layout.STATEMENTS).read_bytes()
    found = statements_in(content, layout.STATEMENTS, faults)
    if _is_hash(settings.get("findings_sha256")) and sha256_hex(content) != settings["findings_sha256"]:
        rule = "the statements were changed after the coding began"
        faults.append(_fault(layout.STATEMENTS, rule, "Put the file back; other statements get a folder of their own"))
    return found


def _adjudications(folder: Path, shelf: Shelf, faults: list[CodingFault]) -> tuple[tuple[Adjudication, ...], bool]:
    path = folder / layout.ADJUDICATIONS
    lines = split_lines(path.read_bytes() if path.exists() else b"")
    found = []
    for number, entry in read_adjudications(lines, layout.ADJUDICATIONS, faults):
        rule = _adjudication_rule(entry, shelf)
        if rule:
            faults.append(line_fault(layout.ADJUDICATIONS, number, rule))
        else:
            found.append(entry)
    return tuple(found), lines.unfinished


def _adjudication_rule(entry: Adjudication, shelf: Shelf) -> str | None:
    """The first rule that a line breaks, or None."""
    if entry.statement not in shelf.statements:
        return "no statement of this folder"
    if not 1 <= entry.codebook <= shelf.history.latest.version:
        return "no version of the codebook in this folder"
    broken = [
        *broken_by_themes(entry.themes, (), shelf.history.version(entry.codebook)),
        *broken_by_record("the reason", entry.reason),
        *broken_by_record("who settled it", entry.by),
    ]
    return broken[0].rule if broken else None


__all__ = ["Contents", "read_contents"]
