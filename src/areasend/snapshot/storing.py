"""The folder of a snapshot: one canonical CSV a table and `snapshot.json` with every hash, its own included.

Any byte changed, any file added or taken away is found: tables by their hashes, `snapshot.json` because it is written
anew from what it says and must come out the same. What comes out is frozen again, and must be itself.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from areasend.formats import csv_bytes, json_bytes, sha256_hex
from areasend.framework import packaged_framework
from areasend.register import (
    RECORD_TYPES,
    REGISTER_FILE,
    Completeness,
    RecordType,
    Register,
    RegisterError,
    cell_text,
    load_register,
)
from areasend.snapshot.errors import CannotFreeze, SnapshotInvalid
from areasend.snapshot.freezing import narrow
from areasend.snapshot.model import LeftOut, Snapshot

SNAPSHOT_FILE = "snapshot.json"
FORM = 3


def snapshot_files(snapshot: Snapshot) -> dict[str, bytes]:
    """The files of a snapshot, by name."""
    tables = {kind.file: _table_bytes(snapshot, kind) for kind in RECORD_TYPES}
    files = tables | {REGISTER_FILE: _register_toml(snapshot.completeness)}
    return files | {SNAPSHOT_FILE: json_bytes(_described(snapshot, files))}


def _table_bytes(snapshot: Snapshot, kind: RecordType) -> bytes:
    records = getattr(snapshot, kind.name)
    return csv_bytes(kind.heading, ([cell_text(getattr(record, name)) for name in kind.heading] for record in records))


def _register_toml(completeness: Completeness) -> bytes:
    lines = (
        f"complete_to = {completeness.complete_to}",
        f"areas_from = {completeness.areas_from}",
        f"statement = {json.dumps(completeness.statement, ensure_ascii=False)}",
    )
    return ("\n".join(lines) + "\n").encode()


def _described(snapshot: Snapshot, files: dict[str, bytes]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "form": FORM,
        "as_at": snapshot.as_at.isoformat(),
        "published_by": _iso(snapshot.published_by),
        "complete_to": snapshot.completeness.complete_to.isoformat(),
        "framework_versions": list(snapshot.framework_versions),
        "left_out": [
            {"inspection": entry.inspection_id, "inspection_end": _iso(entry.inspection_end)}
            for entry in snapshot.left_out
        ],
        "tables": {
            name: {"sha256": sha256_hex(content), "bytes": len(content)} for name, content in sorted(files.items())
        },
    }
    return described | {"sha256": sha256_hex(json_bytes(described))}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def read_snapshot(folder: Path) -> Snapshot:
    """The snapshot in a folder, after verification. Raises `SnapshotInvalid` with everything that differs."""
    try:
        described = _read_description(folder)
        _require_none(folder, _differences(folder, described))
        register = load_register(folder, place=str(folder), framework=packaged_framework())
        snapshot = _from_register(register, described)
        _require_none(folder, _not_frozen_so(folder, snapshot))
    except (RegisterError, CannotFreeze, OSError) as error:
        raise SnapshotInvalid(str(folder), (str(error),)) from error
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        rule = f"{SNAPSHOT_FILE}: does not describe a snapshot: {type(error).__name__}: {error}"
        raise SnapshotInvalid(str(folder), (rule,)) from error
    return snapshot


def _require_none(folder: Path, problems: list[str]) -> None:
    if problems:
        raise SnapshotInvalid(str(folder), tuple(problems))


def _not_frozen_so(folder: Path, snapshot: Snapshot) -> list[str]:
    """What freezing would have left out or written otherwise; hashes alone do not show it."""
    written = snapshot_files(snapshot)
    problems = [
        f"{name}: not in its canonical form"
        for name in sorted(written)
        if (folder / name).read_bytes() != written[name]
    ]
    again = narrow(snapshot, as_at=snapshot.as_at, published_by=snapshot.published_by)
    if replace(again, framework_versions=snapshot.framework_versions) != snapshot:
        problems.append(f"{SNAPSHOT_FILE}: these records are not those of a snapshot as at {snapshot.as_at}")
    return problems


def _read_description(folder: Path) -> dict[str, Any]:
    path = folder / SNAPSHOT_FILE
    if not path.is_file():
        raise SnapshotInvalid(
            str(folder), (f"{SNAPSHOT_FILE}: the file is missing; is this the folder of a snapshot?",)
        )
    try:
        described = json.loads(path.read_bytes())
    except ValueError as error:
        raise SnapshotInvalid(str(folder), (f"{SNAPSHOT_FILE}: not valid JSON: {error}",)) from error
    if not isinstance(described, dict) or not isinstance(described.get("tables"), dict):
        raise SnapshotInvalid(str(folder), (f"{SNAPSHOT_FILE}: does not describe a snapshot",))
    if described.get("form") != FORM:
        found = described.get("form")
        rule = f"{SNAPSHOT_FILE}: form is {found!r}, this version of areasend reads form {FORM}"
        raise SnapshotInvalid(str(folder), (rule,))
    return described


def _differences(folder: Path, described: dict[str, Any]) -> list[str]:
    problems = []
    unsigned = {key: value for key, value in described.items() if key != "sha256"}
    if described.get("sha256") != sha256_hex(json_bytes(unsigned)):
        problems.append(f"{SNAPSHOT_FILE}: its contents do not have the hash that it states")
    expected = {kind.file for kind in RECORD_TYPES} | {REGISTER_FILE}
    present = {path.name for path in folder.iterdir()} - {SNAPSHOT_FILE}
    problems += [f"{name}: the file is missing" for name in sorted(expected - present)]
    problems += [f"{name}: no such file belongs to a snapshot" for name in sorted(present - expected)]
    for name in sorted(expected & present):
        stated = described["tables"].get(name)
        found = sha256_hex((folder / name).read_bytes())
        wanted = stated.get("sha256") if isinstance(stated, dict) else None
        if found != wanted:
            problems.append(f"{name}: sha256 is {found}, frozen as {wanted}")
    return problems


def _from_register(register: Register, described: dict[str, Any]) -> Snapshot:
    return Snapshot(
        as_at=date.fromisoformat(described["as_at"]),
        published_by=_day(described["published_by"]),
        completeness=register.completeness,
        framework_versions=tuple(described["framework_versions"]),
        left_out=tuple(
            LeftOut(inspection_id=entry["inspection"], inspection_end=_day(entry["inspection_end"]))
            for entry in described["left_out"]
        ),
        **{kind.name: getattr(register, kind.name) for kind in RECORD_TYPES},
    )
