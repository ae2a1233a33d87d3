"""The folder of a snapshot: one canonical CSV a table and `snapshot.json` with every hash, its own included.

Any byte changed, any file added or taken away is found: tables by their hashes, `snapshot.json` because it is written
anew from what it says and must come out the same.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

from areasend.formats import csv_bytes, json_bytes, sha256_hex
from areasend.framework import packaged_framework
from areasend.register import (
    RECORD_TYPES,
    REGISTER_FILE,
    Completeness,
    RecordsInvalid,
    RecordType,
    Register,
    cell_text,
    load_register,
)
from areasend.snapshot.errors import SnapshotInvalid
from areasend.snapshot.model import Snapshot

SNAPSHOT_FILE = "snapshot.json"
FORM = 1


def snapshot_files(snapshot: Snapshot) -> dict[str, bytes]:
    """The files of a snapshot, by name."""
    tables = {kind.file: _table_bytes(snapshot, kind) for kind in RECORD_TYPES}
    files = tables | {REGISTER_FILE: _register_toml(snapshot.completeness)}
    return files | {SNAPSHOT_FILE: json_bytes(_described(snapshot, files))}


def snapshot_sha256(files: dict[str, bytes]) -> str:
    """The hash of a snapshot as `snapshot.json` states it."""
    return str(json.loads(files[SNAPSHOT_FILE])["sha256"])


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
        "published_by": snapshot.published_by.isoformat() if snapshot.published_by else None,
        "complete_to": snapshot.completeness.complete_to.isoformat(),
        "framework_versions": list(snapshot.framework_versions),
        "left_out": list(snapshot.left_out),
        "tables": {
            name: {"sha256": sha256_hex(content), "bytes": len(content)} for name, content in sorted(files.items())
        },
    }
    return described | {"sha256": sha256_hex(json_bytes(described))}


def read_snapshot(folder: Path) -> Snapshot:
    """The snapshot in a folder, after verification. Raises `SnapshotInvalid` with everything that differs."""
    described = _read_description(folder)
    problems = _differences(folder, described)
    if problems:
        raise SnapshotInvalid(str(folder), tuple(problems))
    try:
        register = load_register(folder, place=str(folder), framework=packaged_framework())
        snapshot = _from_register(register, described)
        written = snapshot_files(snapshot)
    except (RecordsInvalid, KeyError, TypeError, ValueError) as error:
        raise SnapshotInvalid(str(folder), (str(error),)) from error
    problems = [
        f"{name}: not in its canonical form"
        for name in sorted(written)
        if (folder / name).read_bytes() != written[name]
    ]
    if problems:
        raise SnapshotInvalid(str(folder), tuple(problems))
    return snapshot


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
    published_by = described["published_by"]
    return Snapshot(
        as_at=date.fromisoformat(described["as_at"]),
        published_by=date.fromisoformat(published_by) if published_by else None,
        completeness=register.completeness,
        framework_versions=tuple(described["framework_versions"]),
        left_out=tuple(described["left_out"]),
        **{kind.name: getattr(register, kind.name) for kind in RECORD_TYPES},
    )
