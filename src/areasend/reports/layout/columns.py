"""Two columns told apart by their heading: where the second begins, and which lines hold both headings."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from areasend.reports.pdf import Line, Word
from areasend.reports.wording import letters

_LONGEST = 90
# Baselines of a heading that runs over two lines are nearer than this many heights.
_CLOSE = 1.9


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """The first line with both headings, the numbers of all its lines, and where the right one begins."""

    numbers: tuple[int, ...]
    line: Line
    start: float


def column_headings(lines: Sequence[Line], left: re.Pattern[str], right: re.Pattern[str]) -> tuple[ColumnHeading, ...]:
    """Every line, or two lines one under the other, that hold both headings side by side and nothing else."""
    beginning = _beginning(left)
    return tuple(
        heading
        for number, line in enumerate(lines)
        # Few lines begin so; words are measured only when they are asked for.
        if len(line.text) <= _LONGEST
        and letters(line.text).startswith(beginning)
        and (heading := _heading_at(lines, number, left, right))
    )


def _beginning(heading: re.Pattern[str]) -> str:
    return "".join(itertools.takewhile(str.isalpha, heading.pattern))


def _heading_at(
    lines: Sequence[Line], number: int, left: re.Pattern[str], right: re.Pattern[str]
) -> ColumnHeading | None:
    first = lines[number]
    if (start := _split(first.words, (), left, right)) is not None:
        return ColumnHeading((number,), first, start)
    for second in lines[number + 1 : number + 2]:
        close = second.page == first.page and second.y - first.y < _CLOSE * first.height
        if close and len(second.text) <= _LONGEST and second.bold == first.bold:
            start = _split(first.words, second.words, left, right)
            return None if start is None else ColumnHeading((number, number + 1), first, start)
    return None


def _split(words: Sequence[Word], below: Sequence[Word], left: re.Pattern[str], right: re.Pattern[str]) -> float | None:
    """Where the words part into both headings; those of a second line belong to what they stand under."""
    for at in range(1, len(words)):
        edge = words[at].x0
        before = [*words[:at], *(word for word in below if word.x1 < edge)]
        after = [*words[at:], *(word for word in below if word.x1 >= edge)]
        if left.fullmatch(_letters(before)) and right.fullmatch(_letters(after)):
            return edge
    return None


def _letters(words: Sequence[Word]) -> str:
    return letters(" ".join(word.text for word in words))
