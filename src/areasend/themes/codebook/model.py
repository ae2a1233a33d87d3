"""The codebook: the themes that a statement can have, each with what it takes in and what it leaves out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, slots=True)
class SubTheme:
    """A narrower subject inside a theme, such as annual reviews; its key stands once in the codebook."""

    key: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A statement in our own words and the themes it has, the principal one first."""

    text: str
    themes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """One theme; `terms` are words characteristic of it, for suggestions: no coder decides by them."""

    key: str
    name: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    sub_themes: tuple[SubTheme, ...]
    examples: tuple[Example, ...]
    terms: tuple[str, ...] = ()

    @property
    def rule(self) -> tuple[object, ...]:
        """What a coder decides by: a change of it reopens codings; one of name, example, term or order does not."""
        return (self.definition, frozenset(self.includes), frozenset(self.excludes))


class ChangeKind(StrEnum):
    """How one version of the codebook came from the one before."""

    REDEFINE = "redefine"
    RENAME = "rename"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    DELETE = "delete"


# The kinds after which a theme is no longer what it was: one of them at most names a theme in a version.
MOVES = (ChangeKind.MERGE, ChangeKind.SPLIT, ChangeKind.DELETE)


@dataclass(frozen=True, kw_only=True, slots=True)
class CodebookChange:
    """`themes` are keys of the version before, `into` keys of this one; `reason` says why, for the history.

    `widens` says of a redefinition that the theme now takes in what it did not.
    """

    kind: ChangeKind
    themes: tuple[str, ...]
    into: tuple[str, ...]
    reason: str
    widens: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Codebook:
    """One version. `changes` say what became of the themes of the version before; the first version has none.

    `rules` hold for every theme; `examples` are those that belong to no single theme, as with statements of no theme.
    """

    title: str
    version: int
    valid_from: date
    source: str
    unit: str
    themes: tuple[Theme, ...]
    changes: tuple[CodebookChange, ...]
    rules: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(theme.key for theme in self.themes)

    def theme(self, key: str) -> Theme:
        """The theme with this key. Raises `KeyError`."""
        for theme in self.themes:
            if theme.key == key:
                return theme
        raise KeyError(key)

    @property
    def sub_themes(self) -> dict[str, str]:
        """The key of each sub-theme, and of the theme it is part of."""
        return {sub_theme.key: theme.key for theme in self.themes for sub_theme in theme.sub_themes}


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """A coding made with an earlier version, as a later one has it.

    `themes` are keys of the later version, the principal one first; `reopened` are those of them that a person has to
    decide again, and keys of the later version that may have to be added. Nothing reopened: the coding stands.
    """

    themes: tuple[str, ...]
    reopened: frozenset[str]


__all__ = ["MOVES", "Carried", "ChangeKind", "Codebook", "CodebookChange", "Example", "SubTheme", "Theme"]
