"""Word lists that lie beside the code: one entry a line, `#` begins a comment, case does not matter."""

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    return frozenset(line.casefold() for line in _lines(name))


@cache
def word_pairs(name: str) -> dict[str, str]:
    """Lines of the form `refused = wanted`."""
    pairs = (line.casefold().partition("=") for line in _lines(name))
    return {refused.strip(): wanted.strip() for refused, _, wanted in pairs}


def _lines(name: str) -> list[str]:
    text = (files("areasend.check.workbook") / "data" / name).read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]
