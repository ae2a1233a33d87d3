"""How one version's changes carry a coding: which themes it has then, and which of them somebody has to decide again.

All changes of one version happen at once: what a change names as `themes` is as the version before had it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from areasend.themes.codebook.model import MOVES, ChangeKind, CodebookChange


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where a coding stands: the themes it has, and the open ones, which it may or may not have."""

    themes: tuple[str, ...]
    reopened: frozenset[str]


def carry(before: Standing, changes: Sequence[CodebookChange]) -> Standing:
    """The coding after one version's changes.

    A theme that a coding has beyond doubt stays so whatever else flows into it: only a redefinition opens it again.
    """
    moved = {theme: change for change in changes for theme in change.themes if change.kind in MOVES}
    held = dict.fromkeys(now for theme in before.themes for now in _kept(theme, moved))
    certain = {
        now for theme in before.themes if theme not in before.reopened for now in _kept(theme, moved, certainly=True)
    }
    opened = {now for theme in before.reopened for now in _reached(theme, moved)}
    split = {theme for theme, change in moved.items() if change.kind is ChangeKind.SPLIT}
    opened |= {now for theme in before.themes if theme in split for now in moved[theme].into}
    opened -= certain
    opened |= _redefined(changes, {*held, *opened})
    opened |= {theme for change in changes if change.kind is ChangeKind.ADD for theme in change.into}
    return Standing(themes=tuple(held), reopened=frozenset(opened))


def _kept(theme: str, moved: dict[str, CodebookChange], *, certainly: bool = False) -> Iterator[str]:
    """What a coding that has the theme has of it afterwards."""
    change = moved.get(theme)
    if change is None:
        yield theme
    elif change.kind is ChangeKind.MERGE:
        yield from change.into
    elif change.kind is ChangeKind.SPLIT and theme in change.into and not certainly:
        yield theme


def _reached(theme: str, moved: dict[str, CodebookChange]) -> Iterable[str]:
    """Where what was in the theme can be afterwards."""
    change = moved.get(theme)
    return (theme,) if change is None else change.into


def _redefined(changes: Sequence[CodebookChange], touched: set[str]) -> set[str]:
    redefined = [change for change in changes if change.kind is ChangeKind.REDEFINE]
    return {theme for change in redefined for theme in change.themes if change.widens or theme in touched}


__all__ = ["Standing", "carry"]
