"""The style sheet, the script and the icon, each under a name that holds its hash: a server may keep them for ever."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from areasend.formats import sha256_hex


@dataclass(frozen=True, kw_only=True, slots=True)
class Asset:
    """`name` is its place in the release folder."""

    name: str
    content: bytes


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """The assets by their kind: style, script, icon."""
    packaged = {"style": "areasend.css", "script": "areasend.js", "icon": "areasend.svg"}
    return {kind: _asset(name) for kind, name in packaged.items()}


def _asset(name: str) -> Asset:
    content = (files("areasend.publication") / "assets" / name).read_bytes()
    stem, _, ending = name.partition(".")
    return Asset(name=f"assets/{stem}-{sha256_hex(content)[:12]}.{ending}", content=content)
