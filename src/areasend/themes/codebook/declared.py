"""The changes that a version of the codebook declares: looked up by theme, and each checked by itself."""

from collections import Counter
from collections.abc import Iterator

from areasend.themes.codebook.model import MOVES, ChangeKind, Codebook, CodebookChange, Theme
from areasend.themes.codebook.tables import made_fault
from areasend.themes.errors import CodingFault

# How many themes of the version before, and of this one, a change of each kind names: at least and at most.
_MANY = 10_000
_NUMBERS: dict[ChangeKind, tuple[tuple[int, int], tuple[int, int]]] = {
    ChangeKind.REDEFINE: ((1, _MANY), (0, 0)),
    ChangeKind.RENAME: ((1, _MANY), (0, 0)),
    ChangeKind.ADD: ((0, 0), (1, _MANY)),
    ChangeKind.MERGE: ((2, _MANY), (1, 1)),
    ChangeKind.SPLIT: ((1, 1), (2, _MANY)),
    ChangeKind.DELETE: ((1, _MANY), (0, 0)),
}


class Declared:
    """The changes of one version, and the faults found in them."""

    def __init__(self, before: Codebook, after: Codebook) -> None:
        self.before = before
        self.after = after
        self.changes = after.changes
        self.faults: list[CodingFault] = []
        self.moved = {theme: change for change in self.changes if change.kind in MOVES for theme in change.themes}
        self.split_into = self._into(ChangeKind.SPLIT)
        self.added = self._into(ChangeKind.ADD)
        self.renamed = self._named(ChangeKind.RENAME)
        self.redefined = self._named(ChangeKind.REDEFINE)
        self.general = (before.rules, before.unit) != (after.rules, after.unit)

    def fault(self, place: str, rule: str, remedy: str, *, value: str = "") -> None:
        self.faults.append(made_fault(f"{self.after.version}.toml", place, rule, remedy, value=value))

    def merged_into(self, key: str) -> list[Theme]:
        """The themes of the version before that were merged into this one."""
        merges = [change for change in self.changes if change.kind is ChangeKind.MERGE and key in change.into]
        return [theme for theme in self.before.themes if any(theme.key in change.themes for change in merges)]

    def _into(self, kind: ChangeKind) -> set[str]:
        return {theme for change in self.changes if change.kind is kind for theme in change.into}

    def _named(self, kind: ChangeKind) -> set[str]:
        return {theme for change in self.changes if change.kind is kind for theme in change.themes}


def check_declared(declared: Declared) -> None:
    """What is wrong with each change by itself, and with several that name one theme."""
    for number, change in enumerate(declared.changes, 1):
        for rule, remedy, value in _faults(declared, change):
            declared.fault(f"change[{number}]", rule, remedy, value=value)
    for what, kinds in (
        ("changed", MOVES),
        *((kind.value, (kind,)) for kind in (ChangeKind.REDEFINE, ChangeKind.RENAME)),
    ):
        named = Counter(key for change in declared.changes if change.kind in kinds for key in change.themes)
        for key in sorted(key for key, times in named.items() if times > 1):
            rule = f"{key} is named by several changes of kind {', '.join(kinds)}"
            declared.fault("change", rule, "Let one change say what becomes of it", value=what)


def _faults(declared: Declared, change: CodebookChange) -> Iterator[tuple[str, str, str]]:
    yield from _numbers(change)
    yield from _unknown(declared, change)
    if change.widens and change.kind is not ChangeKind.REDEFINE:
        yield f"a {change.kind} cannot widen", "Remove widens, and redefine the theme that takes in more", ""
    if change.kind in MOVES:
        for key in change.themes:
            if key in declared.after.keys and key not in change.into:
                remedy = "Remove it from this version, or from the change"
                yield f"{key} is {_DONE[change.kind]}, and still there", remedy, key
    for key in change.into:
        yield from _reused(declared, change, key)


_DONE = {ChangeKind.MERGE: "merged into another", ChangeKind.SPLIT: "split into others", ChangeKind.DELETE: "deleted"}


def _numbers(change: CodebookChange) -> Iterator[tuple[str, str, str]]:
    for key, found, (least, most) in zip(
        ("themes", "into"), (change.themes, change.into), _NUMBERS[change.kind], strict=True
    ):
        if not least <= len(found) <= most:
            needed = "none" if most == 0 else f"{least}" if least == most else f"at least {least}"
            rule = f"a {change.kind} has {needed} under {key}"
            yield rule, "Name themes of the version before under themes, of this one under into", ", ".join(found)


def _unknown(declared: Declared, change: CodebookChange) -> Iterator[tuple[str, str, str]]:
    """Keys that are not in the version they should be of. A theme may be redefined the moment it is made of others."""
    before, after = declared.before, declared.after
    redefined = change.kind is ChangeKind.REDEFINE
    for key in change.themes:
        made = redefined and (declared.merged_into(key) or key in declared.split_into)
        if key not in before.keys and not made:
            yield f"version {before.version} has no theme {key}", f"Use one of {', '.join(before.keys)}", key
        elif change.kind not in MOVES and key not in after.keys:
            yield f"{key} is to {change.kind}, and is not there any more", "Remove it from the change", key
    for key in change.into:
        if key not in after.keys:
            yield f"version {after.version} has no theme {key}", f"Use one of {', '.join(after.keys)}", key


def _reused(declared: Declared, change: CodebookChange, key: str) -> Iterator[tuple[str, str, str]]:
    """A key under `into` that the version before had must go on meaning that theme."""
    if key not in declared.before.keys or key in change.themes:
        return
    if change.kind is ChangeKind.ADD:
        yield f"{key} is added, and was there before", "Remove the change, or redefine the theme", key
    elif change.kind is ChangeKind.MERGE:
        yield f"{key} was there before, and is not among the merged", "Add it to themes, or merge into a new key", key
    elif key in declared.moved:
        yield f"{key} takes in a part of another theme, and is itself merged, split or deleted", "Use a new key", key


__all__ = ["Declared", "check_declared"]
