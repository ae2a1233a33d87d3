"""Two columns told apart by their heading: where the second begins, and which line holds both headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from areasend.reports.pdf import Line
from areasend.reports.wording import letters

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """The line with both headings, its number among the lines, and where the right one begins."""

    number: int
    line: Line
    start: float


def column_headings(lines: Sequence[Line], left: re.Pattern[str], right: re.Pattern[str]) -> tuple[ColumnHeading, ...]:
    """Every line that holds the left heading followed by the right one and nothing else."""
    both = re.compile(f"(?:{left.pattern}) (?:{right.pattern})")
    return tuple(
        ColumnHeading(number, line, start)
        for number, line in enumerate(lines)
        if len(line.text) <= _LONGEST
        and both.fullmatch(letters(line.text))
        and (start := _split(line, left, right)) is not None
    )


def _split(line: Line, left: re.Pattern[str], right: re.Pattern[str]) -> float | None:
    """Where the right heading begins: both may be told apart in one way only."""
    words = line.words
    for at in range(1, len(words)):
        before, after = (letters(" ".join(word.text for word in part)) for part in (words[:at], words[at:]))
        if left.fullmatch(before) and right.fullmatch(after):
            return words[at].x0
    return None
