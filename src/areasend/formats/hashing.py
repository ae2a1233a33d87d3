"""SHA-256, written in lower-case hexadecimal."""

import hashlib


def sha256_hex(content: bytes) -> str:
    """The SHA-256 of some bytes, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
