"""Lists of English words, read once from the package: `data/claim_words.toml` and `data/source_words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists(kind: str) -> dict[str, str]:
    place = files("areasend.check.numbers") / "data" / f"{kind}_words.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


def claim_words(name: str) -> frozenset[str]:
    """A list by which the words around a number are read. A missing one is a bug: raises `KeyError`."""
    return frozenset(_lists("claim")[name].split())


def source_words(name: str) -> frozenset[str]:
    """A list by which a source that is quoted is known. Raises `KeyError`."""
    return frozenset(_lists("source")[name].split())
