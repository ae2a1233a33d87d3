"""The lists of English words by which a source is known, read once from the package (data/words.toml)."""

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    return tomllib.loads((files("areasend.check.numbers.quoting") / "data" / "words.toml").read_text(encoding="utf-8"))


def word_list(name: str) -> frozenset[str]:
    """A list by its name. A missing one is a bug: raises `KeyError`."""
    return frozenset(_lists()[name].split())
