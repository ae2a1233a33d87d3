"""What stands in the cells of a sheet: themes as a person writes them, and text that no spreadsheet runs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from areasend.themes.codebook import Codebook

NONE = "none"
_NONE = {NONE, "no theme", "no themes"}
# What spreadsheets take for a formula at the start of a cell, behind spaces and apostrophes as well.
_RUNS = re.compile(r"[\s']*[=+\-@＝＋－＠\t\r\n]")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "_": " ", "\xa0": " "})


class UnknownTheme(ValueError):
    """A part of a cell that names no theme; `remedy` says which may be meant."""

    def __init__(self, rule: str, value: str, remedy: str) -> None:
        super().__init__(rule)
        self.value, self.remedy = value, remedy


class Vocabulary:
    """The words for themes, or for sub-themes: keys and names, in any case, spacing and quotation marks."""

    def __init__(self, names: Mapping[str, str], what: str) -> None:
        self._keys = {_plain(name): key for key, name in names.items()} | {_plain(key): key for key in names}
        self._what = what

    def keys(self, cell: str) -> tuple[str, ...]:
        """The keys in a cell, parted by semicolons or lines; by commas too where each part is known.

        Raises `UnknownTheme`.
        """
        return tuple(self._key(part) for part in self._parts(cell))

    def _parts(self, cell: str) -> Iterator[str]:
        for part in re.split(r"[;\n]", cell):
            pieces = part.split(",")
            if _plain(part) not in self._keys and all(_plain(piece) in self._keys for piece in pieces):
                yield from pieces
            elif part.strip():
                yield part

    def _key(self, part: str) -> str:
        plain = _plain(part)
        if plain in self._keys:
            return self._keys[plain]
        near = get_close_matches(plain, self._keys, n=1, cutoff=0.6)
        remedy = f"Did you mean {self._keys[near[0]]}? " if near else ""
        known = ", ".join(dict.fromkeys(self._keys.values()))
        raise UnknownTheme(f"no {self._what} of the codebook", part.strip(), f"{remedy}Use keys or names of: {known}")


def themes_of(codebook: Codebook) -> Vocabulary:
    return Vocabulary({theme.key: theme.name for theme in codebook.themes}, "theme")


def sub_themes_of(codebook: Codebook) -> Vocabulary:
    return Vocabulary({sub.key: sub.name for theme in codebook.themes for sub in theme.sub_themes}, "sub-theme")


def read_themes(cell: str, known: Vocabulary) -> tuple[str, ...] | None:
    """The themes in a cell, the principal one first; None where the cell is empty. Raises `UnknownTheme`."""
    if not cell.strip():
        return None
    if _plain(cell.replace(";", " ")) in _NONE:
        return ()
    return known.keys(cell)


def themes_cell(themes: Sequence[str]) -> str:
    """The same written into a cell."""
    return "; ".join(themes) or NONE


def inert(text: str) -> str:
    """The text so that no spreadsheet runs it, in whatever format it is saved: an apostrophe before what might run."""
    return f"'{text}" if _RUNS.match(text) else text


def as_written(cell: str) -> str:
    """The text of a cell without that apostrophe."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell[1:]) else cell


def folded(text: str) -> str:
    """Text for comparing: spreadsheet programs fold spaces and change line ends."""
    return " ".join(text.split())


def _plain(text: str) -> str:
    return folded(text.translate(_QUOTES)).casefold()


__all__ = [
    "NONE",
    "UnknownTheme",
    "Vocabulary",
    "as_written",
    "folded",
    "inert",
    "read_themes",
    "sub_themes_of",
    "themes_cell",
    "themes_of",
]
