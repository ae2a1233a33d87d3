"""SHA-256, written in lower-case hexadecimal."""

import hashlib
from pathlib import Path


def sha256_hex(content: bytes) -> str:
    """The SHA-256 of some bytes, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def hashes_in(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file in a folder by its relative name.

    What is no file of its own has words in place of a hash, so that it equals none: it may lead anywhere.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = "a symbolic link"
        elif path.is_file():
            found[name] = sha256_hex(path.read_bytes())
        elif not path.is_dir():
            found[name] = "neither a file nor a folder"
    return found
