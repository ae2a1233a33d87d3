"""Where everything stands in a coding folder, and the small TOML files written there."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from areasend.formats import sha256_hex
from areasend.themes.coding.model import Coder, Lock

FORM = 1
SETTINGS, STATEMENTS, CODEBOOK, CODERS = "coding.toml", "findings.csv", "codebook", "coders"
CODER, DECISIONS, LOCKED, ADJUDICATIONS = "coder.toml", "decisions.jsonl", "locked.toml", "adjudications.jsonl"
_VERSION = re.compile(r"([1-9]\d*)\.toml", re.ASCII)


def settings_toml(
    *, seed: int, kinds: Sequence[str], findings_sha256: str, codebook: int, codebook_sha256: str
) -> bytes:
    """`coding.toml`: what the folder was started with. The codebook is hashed up to the version of that day."""
    return (
        "# A coding folder of areasend. Written once, when it was started; docs/themes.md says what stands here.\n"
        f"form = {FORM}\n"
        f"seed = {seed}\n"
        f"kinds = {json.dumps(list(kinds))}\n"
        f'findings_sha256 = "{findings_sha256}"\n'
        f"codebook = {codebook}\n"
        f'codebook_sha256 = "{codebook_sha256}"\n'
    ).encode()


def coder_toml(coder: Coder) -> bytes:
    # A JSON string is a TOML string once the one character that JSON leaves as it is and TOML does not is spelled out.
    description = json.dumps(coder.description, ensure_ascii=False).replace("\x7f", "\\u007f")
    return (
        f'key = "{coder.key}"\nmade_by = "{coder.made_by}"\ndescription = {description}\njoined = {coder.joined}\n'
    ).encode()


def locks_toml(locks: Sequence[Lock]) -> bytes:
    return "\n".join(_lock_toml(lock) for lock in locks).encode()


def _lock_toml(lock: Lock) -> str:
    return (
        "[[lock]]\n"
        f"day = {lock.day}\n"
        f"codebook = {lock.codebook}\n"
        f'codebook_sha256 = "{lock.codebook_sha256}"\n'
        f"decisions = {lock.decisions}\n"
        f"missing = {lock.missing}\n"
        f"size = {lock.size}\n"
        f'sha256 = "{lock.sha256}"\n'
    )


def codebook_files(folder: Path) -> dict[int, bytes]:
    """The bytes of each version of the codebook in a folder of a codebook."""
    found = {}
    for path in sorted(folder.iterdir()):
        version = _VERSION.fullmatch(path.name)
        if version:
            found[int(version[1])] = path.read_bytes()
    return found


def hash_up_to(files: Mapping[int, bytes], version: int) -> str:
    """One hash for all versions of the codebook up to this one."""
    lines = [f"{number} {sha256_hex(files[number])}\n" for number in sorted(files) if number <= version]
    return sha256_hex("".join(lines).encode())


def is_toml_day(value: object) -> bool:
    """A TOML date without a time."""
    return type(value) is date


__all__ = [
    "ADJUDICATIONS",
    "CODEBOOK",
    "CODER",
    "CODERS",
    "DECISIONS",
    "FORM",
    "LOCKED",
    "SETTINGS",
    "STATEMENTS",
    "codebook_files",
    "coder_toml",
    "hash_up_to",
    "is_toml_day",
    "locks_toml",
    "settings_toml",
]
