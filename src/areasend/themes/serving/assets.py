"""The style sheet, the script and the icon of the page, each under a name that holds its hash."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from areasend.formats import sha256_hex

_TYPES = {
    "coding.css": "text/css; charset=utf-8",
    "coding.js": "text/javascript; charset=utf-8",
    "coding.svg": "image/svg+xml; charset=utf-8",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Asset:
    address: str
    type: str
    content: bytes


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """The assets by their kind: css, js, svg."""
    return {name.partition(".")[2]: _asset(name, kind) for name, kind in _TYPES.items()}


def _asset(name: str, kind: str) -> Asset:
    content = (files("areasend.themes.serving") / "assets" / name).read_bytes()
    stem, _, ending = name.partition(".")
    return Asset(address=f"/assets/{stem}-{sha256_hex(content)[:12]}.{ending}", type=kind, content=content)


__all__ = ["Asset", "assets"]
