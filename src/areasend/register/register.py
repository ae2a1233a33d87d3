"""The register: a record set known to be sound, read from a folder or from the package."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.abc import Traversable
from importlib.resources import files
from pathlib import Path
from typing import Any

from areasend.framework import Framework, packaged_framework
from areasend.register.coding_records import Adjudication, Coder, Coding, LeadershipStatement, ThematicTopic
from areasend.register.columns import CellRefused, Column, text
from areasend.register.errors import Fault, RecordsInvalid, RecordsMissing
from areasend.register.reading import Placed, read_records
from areasend.register.records import (
    AreaName,
    Completeness,
    ContextFigure,
    Document,
    Finding,
    Inspection,
    LocalArea,
    PrintedFigure,
    SurveyReturn,
    ThematicVisit,
)
from areasend.register.rules import RecordSet, faults_of
from areasend.register.schema import CORRECTIONS_FILE, RECORD_TYPES, REGISTER_FILE

_STATEMENT = Column(name="statement", read=text, description="a sentence on how complete the register is")


@dataclass(frozen=True, kw_only=True, slots=True)
class Register:
    """All records, validated as a whole and sorted by their keys, so that the order of rows never matters."""

    documents: tuple[Document, ...]
    local_areas: tuple[LocalArea, ...]
    area_names: tuple[AreaName, ...]
    inspections: tuple[Inspection, ...]
    findings: tuple[Finding, ...]
    thematic_visits: tuple[ThematicVisit, ...]
    survey_returns: tuple[SurveyReturn, ...]
    context_figures: tuple[ContextFigure, ...]
    printed_figures: tuple[PrintedFigure, ...]
    coders: tuple[Coder, ...] = ()
    codings: tuple[Coding, ...] = ()
    adjudications: tuple[Adjudication, ...] = ()
    thematic_topics: tuple[ThematicTopic, ...] = ()
    leadership_statements: tuple[LeadershipStatement, ...] = ()
    completeness: Completeness


@lru_cache(maxsize=1)
def packaged_register() -> Register:
    """The register that comes with areasend."""
    return load_register(_packaged_folder(), place="the package", framework=packaged_framework())


def load_register(folder: Traversable, *, place: str, framework: Framework) -> Register:
    """The register in `folder`. Raises `RecordsMissing`, or `RecordsInvalid` with every fault of every file."""
    if not folder.is_dir():
        raise RecordsMissing(f"{place} is not a folder of records. Make one with: areasend records export DIR")
    faults: list[Fault] = []
    rows = {}
    unread, partly_read = set(), set()
    for kind in RECORD_TYPES:
        path = folder / kind.file
        found, before = None, len(faults)
        if path.is_file():
            found = read_records(path.read_bytes(), kind, faults)
        elif kind.optional:
            found = ()
        else:
            remedy = f"Add it, if need be with its heading alone: {','.join(kind.heading)}"
            faults.append(Fault(file=kind.file, row=0, column="", value="", rule="the file is missing", remedy=remedy))
        if found is None:
            unread.add(kind.name)
        elif len(faults) > before:
            partly_read.add(kind.name)
        rows[kind.name] = found or ()
    _refuse_strangers(folder, faults)
    completeness = _completeness(folder, framework, faults)
    records = RecordSet(
        **rows,
        completeness=completeness,
        framework=framework,
        unread=frozenset(unread),
        partly_read=frozenset(partly_read),
    )
    faults += faults_of(records)
    if faults or completeness is None:
        order = {name: number for number, name in enumerate([kind.file for kind in RECORD_TYPES])}
        faults.sort(key=lambda fault: (order.get(fault.file, len(order)), fault))
        raise RecordsInvalid(place, tuple(faults))
    return Register(
        **{kind.name: tuple(sorted((p.record for p in rows[kind.name]), key=kind.key)) for kind in RECORD_TYPES},
        completeness=completeness,
    )


def faults_among(register: Register, framework: Framework) -> list[Fault]:
    """What the rules say of records that do not come from files; row 2 is the first record of its type."""
    rows: dict[str, Any] = {
        kind.name: tuple(Placed(row=row, record=record) for row, record in enumerate(getattr(register, kind.name), 2))
        for kind in RECORD_TYPES
    }
    return faults_of(RecordSet(**rows, completeness=register.completeness, framework=framework))


def _refuse_strangers(folder: Traversable, faults: list[Fault]) -> None:
    known = {kind.file for kind in RECORD_TYPES}
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.lower().endswith(".csv")):
        if name not in known | {CORRECTIONS_FILE}:
            remedy = f"Rename it to one of {', '.join(sorted(known))}, or take it out of the folder"
            faults.append(
                Fault(file=name, row=0, column="", value="", rule="no records are kept under this name", remedy=remedy)
            )


def _completeness(folder: Traversable, framework: Framework, faults: list[Fault]) -> Completeness | None:
    """What register.toml claims, or None with its faults added."""
    before = len(faults)
    table = _register_table(folder, faults)
    if table is not None:
        _check_shapes(table, faults)
    if table is None or len(faults) > before:
        return None
    earliest, latest = framework.start - timedelta(days=1), framework.working_days.covers_to
    for name in ("complete_to", "areas_from"):
        if not earliest <= table[name] <= latest:
            rule = f"outside {earliest} (the day before the framework began) to {latest} (the end of its calendar)"
            faults.append(_of_register(name, str(table[name]), rule, "Correct the date"))
    try:
        _STATEMENT.value(table["statement"])
    except CellRefused as refused:
        faults.append(_of_register("statement", table["statement"], str(refused), refused.remedy))
    return Completeness(**table) if len(faults) == before else None


def _register_table(folder: Traversable, faults: list[Fault]) -> Mapping[str, Any] | None:
    path = folder / REGISTER_FILE
    if not path.is_file():
        remedy = "Add it with complete_to, areas_from and statement"
        faults.append(_of_register("", "", "the file is missing", remedy))
        return None
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or a number of thousands of digits
        told = "lists or tables stand too deep in one another" if isinstance(error, RecursionError) else str(error)
        faults.append(_of_register("", told, "not valid TOML in UTF-8", "Mend the syntax at that place"))
        return None


def _check_shapes(table: Mapping[str, Any], faults: list[Fault]) -> None:
    wanted = {"complete_to": date, "areas_from": date, "statement": str}
    for name, kind in wanted.items():
        if type(table.get(name)) is not kind:
            shape = "a date, unquoted, such as 2024-12-31" if kind is date else "a sentence in quotation marks"
            rule = f"{name} must be {shape}"
            faults.append(_of_register(name, str(table.get(name, "")), rule, "Correct the line"))
    for name in sorted(table.keys() - wanted.keys()):
        remedy = f"The keys are {', '.join(wanted)}"
        faults.append(_of_register(name, str(table[name]), "no such key is known here", remedy))


def _of_register(column: str, value: str, rule: str, remedy: str) -> Fault:
    return Fault(file=REGISTER_FILE, row=0, column=column, value=value, rule=rule, remedy=remedy)


def _packaged_folder() -> Traversable:
    return files("areasend.register") / "data" / "records"


def packaged_files() -> dict[str, bytes]:
    """The files of the packaged records, by name: what `records export` writes."""
    names = [*(kind.file for kind in RECORD_TYPES), REGISTER_FILE]
    return {name: (_packaged_folder() / name).read_bytes() for name in names}


def empty_files() -> dict[str, bytes]:
    """The same files with their headings alone, and a register.toml that claims nothing."""
    headings = {kind.file: (",".join(kind.heading) + "\n").encode() for kind in RECORD_TYPES}
    return headings | {REGISTER_FILE: (files("areasend.register") / "data" / "empty.toml").read_bytes()}


def load_folder(path: Path) -> Register:
    """The register in a folder of the user's, under the packaged framework."""
    return load_register(path, place=str(path), framework=packaged_framework())
