"""JSON that can be written to any file: no NaN, no infinities, no half of a surrogate pair; and read from anybody."""

import json
from typing import Any


def to_json(value: Any) -> bytes:
    """Raises `ValueError` for what could not be written to a file later on."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def from_json(content: bytes) -> Any:
    """Raises `ValueError` for anything else than JSON, however deep it is nested, and for text that is none."""
    try:
        value = json.loads(content.decode(), parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("too deep to be ours") from error
    if b"\\ud" in content.lower():
        to_json(value)
    return value


def _no_number(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
