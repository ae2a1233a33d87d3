"""Lists of small English words, from `data/words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads((files("areasend.check.numbers") / "data" / "words.toml").read_text(encoding="utf-8"))


def small_words(name: str) -> frozenset[str]:
    """One of the lists. Raises `KeyError`."""
    return frozenset(_lists()[name].split())
