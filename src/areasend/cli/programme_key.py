"""The key of a plan: what makes its order impossible to work out for whoever has the same public records.

Of areas that nothing tells apart, somebody goes first. Without a key that follows from the records, which are public.
"""

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from areasend.cli.secrecy import require_outside_published
from areasend.programme import MARKING, KeyUnusable

_KEY = re.compile(r"^key ([0-9a-f]{64})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Key:
    """The secret of a plan, nothing where none is asked for; a new one is not in its file before `keep`."""

    secret: bytes
    new_file: Path | None = None

    def keep(self) -> None:
        """Writes a new one for its owner alone: once there is a plan that was made with it."""
        if self.new_file is not None:
            self.new_file.touch(mode=0o600, exist_ok=False)
            self.new_file.write_text(f"# {MARKING}\nkey {self.secret.hex()}\n", encoding="ascii")


def key_of(file: Path | None) -> Key:
    """The key in a file, or a new one where the file is not there.

    Raises `KeyUnusable` for a file that is no key, or that could not be made, `PlanWouldBePublic` inside what is
    published.
    """
    if file is None:
        return Key(b"")
    require_outside_published(file)
    if not file.exists():
        if not file.parent.is_dir():
            raise KeyUnusable(f"{file} cannot be made: {file.parent} is no folder. Name a file in one that is there.")
        return Key(secrets.token_bytes(32), file)
    found = _KEY.search(file.read_text(encoding="ascii", errors="replace")) if file.is_file() else None
    if found is None:
        raise KeyUnusable(
            f"{file} is no key of a plan. Name one that `areasend programme plan --key` made, or a new file."
        )
    return Key(bytes.fromhex(found[1]))
