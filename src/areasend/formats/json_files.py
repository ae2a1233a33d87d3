"""JSON with one form only: UTF-8, keys in the order given, one line for each entry of the outer levels.

A line an entry keeps files readable and their differences small; the inner levels stand on their line.
"""

import json
from typing import Any


def json_bytes(value: Any, *, levels: int = 2) -> bytes:
    """`value` as JSON, its outer `levels` broken into lines. Raises `ValueError` on NaN and infinities."""
    return (_broken(value, levels, "\n") + "\n").encode()


def _broken(value: Any, levels: int, margin: str) -> str:
    if levels == 0 or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    inner = margin + " "
    if isinstance(value, dict):
        entries = (
            f"{json.dumps(key, ensure_ascii=False)}: {_broken(part, levels - 1, inner)}" for key, part in value.items()
        )
        return "{" + inner + f",{inner}".join(entries) + margin + "}"
    return "[" + inner + f",{inner}".join(_broken(part, levels - 1, inner) for part in value) + margin + "]"
