"""Histories of codebooks that declare their changes truly, and a slow second way to carry a coding through them.

The second way knows nothing of open themes. It holds every coding that a person may end up with after deciding again,
as a set of themes each; a theme is open where some of them have it and others do not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, count
from typing import Any

from hypothesis import strategies as st
from tests.codebooks import change, theme, version

Ending = frozenset[str]
Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass
class Written:
    """The versions as TOML, the keys of each, and what each step makes of one possible ending."""

    versions: list[str]
    keys: list[list[str]]
    steps: list[list[dict[str, Any]]] = field(default_factory=list)


@st.composite
def written_histories(draw: Draw, most: int = 4) -> Written:
    """A first version with a few themes and up to `most` - 1 later ones."""
    names = (f"t{number}" for number in count())
    includes = {next(names): [f"first {number}"] for number in range(draw(st.integers(1, 4)))}
    said = {key: {"includes": list(entries)} for key, entries in includes.items()}
    made = Written(versions=[version(1, _themes(said))], keys=[list(said)])
    for number in range(2, draw(st.integers(1, most)) + 1):
        changes = _step(draw, said, names, number)
        made.versions.append(version(number, _themes(said), changes))
        made.keys.append(list(said))
        made.steps.append(changes)
    return made


def endings(made: Written, coding: Sequence[str], made_with: int, to: int) -> set[Ending]:
    """Every coding, as a set of themes, that somebody may end up with after deciding again what was opened."""
    found = {frozenset(coding)}
    for changes in made.steps[made_with - 1 : to - 1]:
        for entry in sorted(changes, key=lambda entry: _ORDER.index(entry["kind"])):
            found = {after for before in found for after in _after(before, entry)}
    return found


# Moves happen at once: none of them touches what another made, so any order does. Decisions come after them.
_ORDER = ("rename", "merge", "split", "delete", "redefine", "add")


def _after(before: Ending, entry: dict[str, Any]) -> set[Ending]:
    themes, into = frozenset(entry["themes"]), frozenset(entry["into"])
    if entry["kind"] == "merge":
        return {(before - themes) | into if before & themes else before}
    if entry["kind"] == "split":
        return {(before - themes) | part for part in _parts(into)} if before & themes else {before}
    if entry["kind"] == "delete":
        return {before - themes}
    if entry["kind"] == "add":
        return {before | part for part in _parts(into)}
    if entry["kind"] == "redefine":
        asked = themes if entry.get("widens") else themes & before
        return {(before - asked) | part for part in _parts(asked)}
    return {before}


def _parts(keys: Ending) -> list[Ending]:
    return [frozenset(part) for size in range(len(keys) + 1) for part in combinations(sorted(keys), size)]


def _themes(said: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [theme(key, **more) for key, more in said.items()] or [theme("none_left")]


def _step(draw: Draw, said: dict[str, dict[str, Any]], names: Any, number: int) -> list[dict[str, Any]]:
    """Changes the themes in `said` to those of the next version, and returns what it did."""
    free = list(draw(st.permutations(list(said))))
    done: list[dict[str, Any]] = []
    for kind in draw(st.lists(st.sampled_from(_ORDER), max_size=3)):
        if kind == "merge" and len(free) >= 2:
            done.append(_merge(draw, said, names, [free.pop(), free.pop()]))
        elif kind == "split" and free:
            done.append(_split(draw, said, names, free, number))
        elif kind == "delete" and len(free) >= 2:
            key = free.pop()
            del said[key]
            done.append(change("delete", [key]))
        elif kind == "redefine" and free:
            key = free.pop()
            said[key]["definition"] = f"As of {number}"
            done.append(change("redefine", [key], widens=draw(st.booleans())))
        elif kind == "rename" and free:
            key = free.pop()
            said[key]["name"] = f"{key} as of {number}"
            done.append(change("rename", [key]))
        elif kind == "add":
            key = next(names)
            said[key] = {"includes": [f"new {key}"]}
            done.append(change("add", into=[key]))
    return done


def _merge(draw: Draw, said: dict[str, dict[str, Any]], names: Any, keys: list[str]) -> dict[str, Any]:
    together = [entry for key in keys for entry in said[key]["includes"]]
    into = draw(st.sampled_from(["new", keys[0]]))
    into = next(names) if into == "new" else into
    kept = {"name": said[into]["name"]} if into in said and "name" in said[into] else {}
    for key in keys:
        del said[key]
    said[into] = {"includes": list(dict.fromkeys(together)), **kept}
    return change("merge", keys, [into])


def _split(draw: Draw, said: dict[str, dict[str, Any]], names: Any, free: list[str], number: int) -> dict[str, Any]:
    """Into new themes; or one part keeps the key; or one part goes to another theme that was there."""
    key = free.pop()
    into = [next(names), next(names)]
    said[into[0]] = {"includes": [f"part {into[0]}"]}
    said[into[1]] = {"includes": [f"part {into[1]}"]}
    kept, taken_in = draw(st.booleans()), draw(st.booleans()) and bool(free)
    if kept:
        del said[into[0]]
        into[0] = key
        said[key]["definition"] = f"What is left at {number}"
    else:
        del said[key]
    if taken_in:
        del said[into[1]]
        into[1] = free.pop()
        said[into[1]]["includes"] = [*said[into[1]]["includes"], f"part of {key} at {number}"]
    return change("split", [key], into)
