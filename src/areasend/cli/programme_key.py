"""The key of a plan: what makes its order impossible to work out for whoever has the same public records.

Of areas that nothing tells apart, somebody goes first. Without a key that follows from the records, which are public.
"""

import re
import secrets
from pathlib import Path

from areasend.programme import MARKING, KeyUnusable

_KEY = re.compile(r"^key ([0-9a-f]{64})$", re.MULTILINE)


def key_of(file: Path | None) -> bytes:
    """The key in a file, which is made for its owner alone where there is none; nothing where none is named.

    Raises `KeyUnusable` for a file that is no key.
    """
    if file is None:
        return b""
    if not file.exists():
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(f"# {MARKING}\nkey {secrets.token_hex(32)}\n", encoding="ascii")
    found = _KEY.search(file.read_text(encoding="ascii", errors="replace"))
    if found is None:
        raise KeyUnusable(
            f"{file} is no key of a plan. Name one that `areasend programme plan --key` made, or a new file."
        )
    return bytes.fromhex(found[1])
