"""Tables: rows and cells between ruling lines, over as many pages as they run."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from areasend.reports.layout.strips import Strip, strip_of_line, strip_of_words
from areasend.reports.pdf import Line, Page, Rule, Word, grouped_by_baseline
from areasend.reports.reading import Box

_NEAR = 2.0
_MARGIN = 3.0
_ENDLESS = (float("-inf"), float("inf"))
# Share of the table's width that pieces at one height must cover to be a line between rows.
_ACROSS = 0.6


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row on one page, each as strips from top to bottom; an empty cell has none."""

    page: int
    cells: tuple[tuple[Strip, ...], ...]

    def strips(self) -> tuple[Strip, ...]:
        return tuple(strip for cell in self.cells for strip in cell)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a page's table has its lines: heights between rows from top to bottom, and where columns begin.

    `top` and `bottom` are how far its upright lines reach; without any, the table has no end that could be seen.
    """

    heights: tuple[float, ...]
    starts: tuple[float, ...]
    top: float
    bottom: float

    @property
    def drawn(self) -> bool:
        """Whether the page draws lines that tell the table's rows; a single row needs but its sides."""
        return len(self.heights) > 1 or (self.top, self.bottom) != _ENDLESS

    def holds(self, line: Line) -> bool:
        """Whether the line stands beside upright lines of the table, where it has any."""
        return self.top - _NEAR <= line.y - 0.3 * line.height <= self.bottom + _NEAR


def grid_of(page: Page, lines: Sequence[Line], below: float = float("inf")) -> Grid:
    """The ruling lines around these lines of a page, none of them from `below`; empty where the page draws none."""
    # Cells may hold an empty line above and below their words.
    top, bottom = lines[0].y - lines[0].height * _MARGIN, min(lines[-1].y + lines[-1].height * _MARGIN, below)
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    near = [rule for rule in page.rules if rule.bottom >= top - _NEAR and rule.top <= bottom + _NEAR]
    flat = [rule for rule in near if rule.horizontal and rule.x1 > left and rule.x0 < right]
    heights = _heights(flat)
    upright = [rule for rule in near if not rule.horizontal and left - 20 < rule.x0 < right + 20]
    reach = (min(rule.top for rule in upright), max(rule.bottom for rule in upright)) if upright else _ENDLESS
    return Grid(heights, _starts(upright, left, right), *reach)


def empty_rows(page: Page, top: float, bottom: float) -> tuple[Box, ...]:
    """The rows of tables between two heights of a page that hold no words at all.

    A row is what lies between two ruling lines with an upright one beside it, and is high enough for a line of words.
    """
    rules = [rule for rule in page.rules if top <= (rule.top + rule.bottom) / 2 <= bottom]
    upright = [rule for rule in rules if not rule.horizontal]
    middles = [line.y - 0.3 * line.height for line in page.lines]
    lowest = min((line.height for line in page.lines), default=0.0)
    return tuple(
        Box(min(rule.x0 for rule in beside), round(above, 1), max(rule.x1 for rule in beside), round(below, 1))
        for above, below in pairwise(_heights([rule for rule in rules if rule.horizontal]))
        if below - above > lowest
        and (beside := [rule for rule in upright if rule.top < (above + below) / 2 < rule.bottom])
        and not any(above < middle < below for middle in middles)
    )


def rows_between(lines: Sequence[Line], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of one page parted by the heights of ruling lines; parts without a line are left out."""
    parts: list[list[Line]] = [[] for _ in range(len(heights) + 1)]
    for line in lines:
        middle = line.y - 0.3 * line.height
        parts[sum(1 for height in heights if height < middle)].append(line)
    return [part for part in parts if part]


def cells_of(lines: Sequence[Line], starts: Sequence[float]) -> tuple[tuple[Strip, ...], ...]:
    """The lines of a row parted by where columns begin; `starts` holds the left edge of every column but the first."""
    if not starts:
        return (tuple(strip_of_line(line) for line in lines),)
    columns: list[list[tuple[Line, Word]]] = [[] for _ in range(len(starts) + 1)]
    for line in lines:
        for word in line.words:
            columns[sum(1 for start in starts if word.x0 >= start - _NEAR)].append((line, word))
    return tuple(_strips(column) for column in columns)


def _strips(column: Sequence[tuple[Line, Word]]) -> tuple[Strip, ...]:
    of_word = {word.at: line for line, word in column}
    groups = grouped_by_baseline(word for _, word in column)
    return tuple(strip_of_words(of_word[group[0].at], group) for group in groups)


def _heights(rules: Sequence[Rule]) -> tuple[float, ...]:
    """Heights at which pieces together run across; Word draws a border cell by cell."""
    if not rules:
        return ()
    width = max(rule.x1 for rule in rules) - min(rule.x0 for rule in rules)
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.x0)):
        if groups and rule.top - groups[-1][0].top <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return tuple((group[0].top + group[-1].bottom) / 2 for group in groups if _covered(group) >= _ACROSS * width)


def _covered(rules: Sequence[Rule]) -> float:
    """The length that the pieces cover together, overlaps counted once."""
    total, reached = 0.0, float("-inf")
    for rule in sorted(rules):
        total += max(0.0, rule.x1 - max(rule.x0, reached))
        reached = max(reached, rule.x1)
    return total


def _starts(rules: Sequence[Rule], left: float, right: float) -> tuple[float, ...]:
    """Where upright lines inside the table begin a column."""
    found: list[float] = []
    for rule in sorted(rules):
        if left + 20 < rule.x0 < right - 20 and (not found or rule.x0 - found[-1] > 20):
            found.append(rule.x1)
    return tuple(found)
