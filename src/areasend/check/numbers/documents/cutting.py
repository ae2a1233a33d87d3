"""Parts taken out of a text after it was joined: padding, and markers of notes that no markup calls so."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from areasend.check.numbers.documents.model import Mark, MarkKind

_Lines = tuple[tuple[int, int], ...]
_Marks = tuple[Mark, ...]
# Padding with non-breaking spaces, as word processors write it, shows as a gap; a single one belongs to its words.
_PADDING = re.compile(r"[ \xa0]*(?: \xa0|\xa0 |\xa0\xa0)[ \xa0]*")
_MARKER = re.compile(r"[ \xa0]?\[(?:foot|end)?notes? ?([0-9a-z]{1,3})\]", re.IGNORECASE)


class Cut(NamedTuple):
    """What stands from `start` to `end` gives way to `instead`; `label` is the note that was referred to there."""

    start: int
    end: int
    instead: str = ""
    label: str = ""


def without_padding(text: str, lines: _Lines, marks: _Marks) -> tuple[str, _Lines, _Marks]:
    """Each gap of several spaces, some of them non-breaking, becomes one space; none stands at the ends."""
    last = len(text)
    cuts = []
    for found in _PADDING.finditer(text):
        inside = found.start() > 0 and found.end() < last
        cuts.append(Cut(found.start(), found.end(), " " if inside else ""))
    if text[:1] == "\xa0" and (not cuts or cuts[0].start > 0):
        cuts.insert(0, Cut(0, 1))
    if text[-1:] == "\xa0" and last > 1 and (not cuts or cuts[-1].end < last):
        cuts.append(Cut(last - 1, last))
    return cut(text, lines, marks, cuts)


def without_markers(text: str, lines: _Lines, marks: _Marks) -> tuple[str, _Lines, _Marks]:
    """`[note 1]` and `[footnote 1]` become empty marks."""
    cuts = [Cut(found.start(), found.end(), label=found[1]) for found in _MARKER.finditer(text)]
    return cut(text, lines, marks, cuts)


def cut(text: str, lines: _Lines, marks: _Marks, cuts: Sequence[Cut]) -> tuple[str, _Lines, _Marks]:
    """The text with the cuts made, which stand in order and apart; offsets of lines and marks move with it."""
    if not cuts:
        return text, lines, marks
    parts: list[str] = []
    moved: list[int] = []
    notes: list[Mark] = []
    at = length = 0
    for start, end, instead, label in cuts:
        parts += (text[at:start], instead)
        moved.extend(range(length, length + start - at))
        length += start - at
        if label:
            notes.append(Mark(MarkKind.FOOTNOTE, length, length, label))
        moved.extend([length] * (end - start))
        length += len(instead)
        at = end
    parts.append(text[at:])
    moved.extend(range(length, length + len(text) - at + 1))
    kept = tuple(Mark(mark.kind, moved[mark.start], moved[mark.end], mark.value) for mark in marks)
    placed = sorted((*kept, *notes), key=lambda mark: mark.start) if notes else kept
    return "".join(parts), tuple((moved[offset], line) for offset, line in lines), tuple(placed)
