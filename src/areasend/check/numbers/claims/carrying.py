"""What is said of one number of a sentence and may be meant of the others: a period, a place.

"28 in 2024, of which 7": the part is of the same period as its whole. "54 areas, 28 of them in 2024": the whole is not.
Of the rest ("7 were positive and 15 inconsistent in 2024") the words leave it open.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from areasend.check.numbers.claims.groups import Group

_SUBSET = re.compile(
    r"\b(?:of (?:which|these|those|them|whom)|including|with)\b(?:[\s,]+[a-z]+){0,2}[\s,]*$", re.IGNORECASE
)
_REACH = 40
_OF_THEM = re.compile(r"\W*(?:were\W+)?of (?:these|those|them|which|whom)\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\W*(?:of|among)\b", re.IGNORECASE)

Value = TypeVar("Value")


def carried(
    text: str, start: int, groups: Sequence[Group], held: Mapping[int, Value]
) -> tuple[dict[int, Value], frozenset[int]]:
    """What each group has, by the id of its main number, and the groups of which nobody can say.

    `held` is what stands with some groups of the sentence that begins at `start`.
    """
    found: dict[int, Value] = {}
    doubtful: set[int] = set()
    before: Group | None = None
    for place, group in enumerate(groups):
        key = group.main.id
        if key in held:
            found[key] = held[key]
        elif before is not None and before.main.id in found and _is_part(text, start, before, group):
            found[key] = found[before.main.id]
        elif (before is not None and before.main.id in {*found, *doubtful}) or _later(text, groups[place:], held):
            doubtful.add(key)
        before = group
    return found, frozenset(doubtful)


def _is_part(text: str, start: int, whole: Group, part: Group) -> bool:
    """Whether a number is said of those that the number before it counts: "28 in 2024, of which 7"."""
    if _is_subset(text, part):
        return True
    return _OF_WHOLE.match(text, start, whole.start) is not None


def _is_subset(text: str, part: Group) -> bool:
    before = text[max(0, part.start - _REACH) : part.start]
    return _SUBSET.search(before) is not None or _OF_THEM.match(text, part.main.end) is not None


def _later(text: str, groups: Sequence[Group], held: Mapping[int, Value]) -> bool:
    """Whether what stands with a later number may be meant of the first too; not if that number is only a part."""
    for group in groups[1:]:
        if _is_subset(text, group):
            return False
        if group.main.id in held:
            return True
    return False
