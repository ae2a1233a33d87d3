"""Codebooks written as their TOML, small enough to follow by eye."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def theme(key: str, **said: Any) -> dict[str, Any]:
    """A theme whose name, definition and one include follow from its key, unless something else is said."""
    standing = {"name": f"About {key}", "definition": f"All of {key}.", "includes": [f"what is {key}"]}
    return {"key": key, **standing, **said}


def change(kind: str, themes: Sequence[str] = (), into: Sequence[str] = (), **said: Any) -> dict[str, Any]:
    return {"kind": kind, "themes": list(themes), "into": list(into), "reason": "It was asked for", **said}


def version(
    number: int, themes: Sequence[dict[str, Any] | str], changes: Sequence[dict[str, Any]] = (), **said: Any
) -> str:
    """The TOML of one version; a theme may be given by its key alone."""
    head = {"title": "Test", "version": number, "source": "Tests", "unit": "A statement", **said}
    day = head.pop("valid_from", f"2030-01-{number:02d}")
    lines = [*(f"{key} = {json.dumps(value)}" for key, value in head.items()), f"valid_from = {day}"]
    for entry in themes:
        lines += _table("theme", theme(entry) if isinstance(entry, str) else entry)
    for entry in changes:
        lines += _table("change", entry)
    return "\n".join(lines) + "\n"


def write(folder: Path, *versions: str) -> Path:
    """The versions as 1.toml, 2.toml and so on."""
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(versions, 1):
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    return folder


def _table(name: str, entry: dict[str, Any]) -> list[str]:
    lines = ["", f"[[{name}]]"]
    lines += [f"{key} = {json.dumps(value)}" for key, value in entry.items() if not _is_tables(value)]
    for key, value in entry.items():
        if _is_tables(value):
            lines += [line for inner in value for line in _table(f"{name}.{key}", inner)]
    return lines


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
