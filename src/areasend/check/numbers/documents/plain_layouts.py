"""Tables that only their layout shows: columns set apart by spaces, and cells that each have a line of their own."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from areasend.check.numbers.documents.plain_drafts import Rows, begins_inside, breaks_off, has_ended
from areasend.check.numbers.documents.plain_source import Piece, spaced
from areasend.check.numbers.documents.plain_tables import is_cell, is_year

_CELL = re.compile(r"\S+(?: \S+)*")
_APART = re.compile(r"\S {2,}\S")
_LONGEST = 300

Span = tuple[int, int, str]
"""A cell of a line: from which column of characters to which, and its text."""


def spaced_table(lines: Sequence[Piece]) -> tuple[int, int, Rows] | None:
    """A table whose columns two or more spaces set apart, and from which to which line it stands."""
    if not any(_APART.search(source) for _, source in lines) or max(len(source) for _, source in lines) > _LONGEST:
        return None
    cut = [[(found.start(), found.end(), found[0]) for found in _CELL.finditer(source)] for _, source in lines]
    wide = Counter(len(cells) for cells in cut if len(cells) > 1)
    count = max(wide, key=lambda number: (wide[number], number))
    full = [cells for cells in cut if len(cells) == count]
    columns = [(min(cell[0] for cell in column), max(cell[1] for cell in column)) for column in zip(*full, strict=True)]
    apart = all(left[1] < right[0] for left, right in pairwise(columns))
    places = [place for place, cells in enumerate(cut) if len(cells) > 1]
    if not apart or sum(wide.values()) < 2 or len(places) * 2 < places[-1] - places[0] + 1:
        return None
    begin, end = places[0], places[-1] + 1
    while begin and cut[begin - 1] and cut[begin - 1][0][0] > columns[0][1]:
        begin -= 1
    grid = [_placed(cut[place], columns) for place in range(begin, end)]
    return _table(begin, grid, [line for line, _ in lines[begin:end]])


def _placed(cells: Sequence[Span], columns: Sequence[tuple[int, int]]) -> list[str]:
    """A line's cells in their columns: that whose middle is nearest, among those that are left to the right."""
    row = ["" for _ in columns]
    if len(cells) == len(columns):
        return [text for _, _, text in cells]
    for start, end, text in cells:
        over = [min(end, right) - max(start, left) for left, right in columns]
        best = over.index(max(over))
        row[best] = f"{row[best]} {text}".strip()
    return row


def _table(begin: int, grid: list[list[str]], lines: Sequence[int]) -> tuple[int, int, Rows] | None:
    depth = next((place for place, row in enumerate(grid) if _has_numbers(row)), len(grid))
    if depth == len(grid):
        return None
    header = [
        [(line, row[column]) for line, row in zip(lines, grid[:depth], strict=False)] for column in range(len(grid[0]))
    ]
    rows: list[list[list[Piece]]] = []
    waiting: list[Piece] = []
    for line, row in zip(lines[depth:], grid[depth:], strict=True):
        alone = row[0] and not any(row[1:])
        if begins_inside(row[0]) and rows and not alone and not any(cell[0][1] for cell in rows[-1][1:]):
            waiting = rows.pop()[0]
        if alone and rows and begins_inside(row[0]):
            rows[-1][0].append((line, row[0]))
        elif alone and breaks_off(row[0]):
            waiting.append((line, row[0]))
        else:
            rows.append([[*waiting, (line, row[0])], *([(line, text)] for text in row[1:])])
            waiting = []
    return begin, begin + len(grid), Rows(header=header if depth else [], rows=rows)


def _has_numbers(row: Sequence[str]) -> bool:
    numbers = [text for text in row[1:] if is_cell(text)]
    return any(not is_year(text) for text in numbers)


def stacked_table(lines: Sequence[Piece]) -> tuple[int, int, Rows] | None:
    """A table whose cells have each a line: a name, its numbers, a name, its numbers, below a line for each column."""
    texts = [spaced(source) for _, source in lines]
    numbers = [is_cell(text) for text in texts]
    if not any(numbers):
        return None
    first = numbers.index(True)
    width = next((place for place in range(first, len(texts)) if not numbers[place]), len(texts)) - first + 1
    begin = first - 1
    end = begin
    while end + width <= len(texts) and not numbers[end] and all(numbers[end + 1 : end + width]):
        end += width
    count = (end - begin) // width
    top = begin - width
    titled = top >= 0 and not any(has_ended(text) or begins_inside(text) for text in texts[top:begin])
    if begin < 0 or width < 2 or count < 1 or (width == 2 and count < 3) or not (titled or (count > 1 and not begin)):
        return None
    header = [[piece] for piece in lines[top:begin]] if titled else []
    rows = [[[lines[place + column]] for column in range(width)] for place in range(begin, end, width)]
    return top if titled else begin, end, Rows(header=header, rows=rows)
