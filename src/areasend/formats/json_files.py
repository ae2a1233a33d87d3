"""JSON with one form only: UTF-8, keys in the order given, one space of indent, a line feed at the end."""

import json
from typing import Any


def json_bytes(value: Any) -> bytes:
    """`value` as JSON. Raises `ValueError` on NaN and infinities, which JSON does not have."""
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
