"""Tables in a text: with tabs, with Markdown's bars, in columns of spaces, and those that have lost their borders."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from areasend.check.numbers.documents.plain_columns import cuts
from areasend.check.numbers.documents.plain_drafts import Rows, begins_inside, breaks_off, has_ended, takes_number
from areasend.check.numbers.documents.plain_source import Piece, spaced

_NUMBER = r"[-−–+]?[£$€]?[-−–+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?(?:%|pp|k|m|bn)?"
_MARKER = r"(?:\[(?:(?:foot)?note\s)?\^?\d{1,2}\]|[⁰¹²³⁴-⁹]{1,3})"
_CELL = re.compile(
    rf"(?:[<>≤≥~]?{_NUMBER}|\[[a-z]{{1,3}}\]|[-–—:]|\.\.\.?|n/a)(?:\s?\({_NUMBER}\)|\s%)?(?:\s?{_MARKER})?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"\({_NUMBER}\)|%|{_MARKER}")
_NOTE_SPACE = re.compile(r"(?<=note) (?=\d{1,2}\])", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?")
_BAR = re.compile(r"(?<!\\)\|")
_RULE_CELL = re.compile(r"\s*[:=+-]*[-=]{2,}[-=:+]*\s*|\s*:?-:?\s*")
_WIDEST = 60

_DEEPEST = 12

Grid = list[list[Piece]]
Cut = tuple[str, list[str]]
"""A line's label and the cells at its end."""


def _plain(source: str) -> str:
    return spaced(source.replace("**", ""))


def is_year(text: str) -> bool:
    """A year or a pair of years, which may be the title of a column."""
    return _YEAR.fullmatch(text) is not None


def is_cell(text: str) -> bool:
    """A cell with a number, or with what stands for one: "14 (26%)", "1,234", "[x]", "-", ".."."""
    return len(text) <= 60 and _CELL.fullmatch(text) is not None


def is_rule(cells: Sequence[str]) -> bool:
    """A row of strokes: the line between header and rows."""
    return any(cell.strip() for cell in cells) and all(not cell.strip() or _RULE_CELL.fullmatch(cell) for cell in cells)


def bar_cells(source: str) -> list[str]:
    """The cells of a Markdown row."""
    inner = source.strip().removeprefix("|")
    cells = _BAR.split(inner)
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def from_grid(grid: Grid, rule: int | None) -> Rows | None:
    """A table from rows of cells; `rule` is before which row a line of strokes stood. None if it is none.

    The header is what stands above the rule, or the first row if a number is in none of its cells but years; rows
    right after it that begin with an empty cell and hold no number are fragments of it.
    """
    width = max(len(row) for row in grid)
    cells = sum(len(row) for row in grid)
    if width < 2 or width * len(grid) > 10 * cells + 1000:
        return None
    full = [[[cell] for cell in row] + [[(row[-1][0], "")] for _ in range(width - len(row))] for row in grid]
    texts = [[_plain(text) for _, text in row] for row in grid]
    depth = rule if rule else int(_is_header(texts[0]))
    while 0 < depth < len(full) and not texts[depth][0] and not any(map(is_cell, texts[depth])):
        depth += 1
    header = [[piece for row in full[:depth] for piece in row[column]] for column in range(width)] if depth else []
    return Rows(header=header, rows=full[depth:])


def _is_header(texts: Sequence[str]) -> bool:
    numbers = [text for text in texts[1:] if is_cell(text)]
    return all(is_year(text) for text in numbers)


def ending_cells(text: str) -> Cut:
    """A line's label and the cells at its end: ("East Midlands", ["4", "0", "1", "5"]).

    A number that belongs to the word before it is the label's: "Aged 16 to 25", "Year 7".
    """
    words = _NOTE_SPACE.sub("\u00a0", text).split(" ")
    cells: list[str] = []
    place = len(words)
    while place and len(cells) <= _WIDEST:
        width = 2 if place > 1 and _BRACKETED.fullmatch(words[place - 1]) else 1
        cell = " ".join(words[place - width : place])
        if not is_cell(cell):
            break
        cells.append(cell)
        place -= width
    if len(cells) > 1 and takes_number(" ".join(words[max(0, place - 4) : place])):
        place += len(cells.pop().split(" "))
    return " ".join(words[:place]), cells[::-1]


def bare_table(lines: Sequence[Piece], known: Collection[str]) -> tuple[int, int, Rows] | None:
    """A table that has lost its borders, and from which to which of the lines it stands; None if there is none."""
    texts = [_plain(text) for _, text in lines]
    if not texts or max(map(len, texts)) > 1000:
        return None
    split = [ending_cells(text) for text in texts]
    frequent = _count(split)
    first, last = _reach(split, frequent)
    top = first
    while top and not has_ended(texts[top - 1]) and first - top < _DEEPEST:
        top -= 1
    goes_on = last + 1 < len(texts) and begins_inside(texts[last + 1])
    if not frequent or goes_on or not _is_table(split[top : last + 1], texts[top : last + 1], first - top, frequent):
        return None
    count = frequent - _is_nameless(split[first : last + 1])
    begin, end, header = _header(lines[top:first], texts[top:first], count, known)
    body = slice(top + end, last + 1)
    return top + begin, last + 1, Rows(header=header, rows=_rows(lines[body], split[body], count))


def _count(split: Sequence[Cut]) -> int:
    """How many numbers most of the rows have; of two that are as frequent the smaller; 0 if there are no rows."""
    found = Counter(len(cells) for _, cells in split if cells)
    return min(found, key=lambda count: (-found[count], count)) if found else 0


def _reach(split: Sequence[Cut], count: int) -> tuple[int, int]:
    """The first and the last row; a first one with years only is a header if others follow."""
    rows = [place for place, (_, cells) in enumerate(split) if len(cells) >= count]
    first, last = rows[0], rows[-1]
    if first == 0 and len(rows) > 1 and all(is_year(cell) for cell in split[0][1]):
        first = rows[1]
    return first, last


def _is_nameless(split: Sequence[Cut]) -> bool:
    """Whether rows begin with a number that names them, such as a year."""
    return all(not label and len(cells) > 1 for label, cells in split)


def _is_table(split: Sequence[Cut], texts: Sequence[str], above: int, count: int) -> bool:
    """Whether lines are a table: `above` lines of header, then rows with `count` numbers and perhaps broken names."""
    labels = [label for label, cells in split[above:] if len(cells) >= count]
    between = [label for label, cells in split[above:] if len(cells) < count]
    if count > _WIDEST or any(map(has_ended, [*labels, *between])):
        return False
    if count > 1:
        alone = above > 0 and not begins_inside(labels[0]) and not begins_inside(texts[0])
        return len(between) <= len(labels) + 1 and (len(labels) > 1 or alone)
    fit = all(label and len(label) <= 100 and _is_label(label) for label in labels)
    titled = above == 1 or (above > 0 and len(texts[above - 1].split(" ")) == 2)
    return fit and not between and len(labels) >= (2 if titled else 3)


def _is_label(text: str) -> bool:
    return not (breaks_off(text) or begins_inside(text) or takes_number(text))


def _header(
    lines: Sequence[Piece], texts: Sequence[str], count: int, known: Collection[str]
) -> tuple[int, int, list[list[Piece]]]:
    """Where the header begins and ends, and its cells: one a line, or the fewest lines above the rows that fit, or else
    one line further up with names of groups of rows below it. If nothing fits, all of it is the first column's, so that
    no column has a title that may not be its own."""
    if not lines:
        return 0, 0, []
    last = len(lines)
    found = _cut(lines[-1:], texts[-1:], count, known)
    if found is not None and (last == 1 or not any(begins_inside(cell[0][1]) for cell in found)):
        return last - 1, last, found
    if last == count + 1 and not any(begins_inside(text) for text in texts):
        return 0, last, [[piece] for piece in lines]
    starts = range(last - 2, -1, -1)
    for start, end in [*((start, last) for start in starts), *((start, start + 1) for start in starts)]:
        found = _cut(lines[start:end], texts[start:end], count, known)
        if found is not None and not (start and begins_inside(texts[start])):
            return start, end, found
    return 0, last, [list(lines), *([(lines[-1][0], "")] for _ in range(count))]


def _cut(lines: Sequence[Piece], texts: Sequence[str], count: int, known: Collection[str]) -> list[list[Piece]] | None:
    """The titles of columns in lines of a header, each as the words it has on each line; None if they do not fit."""
    words = [(line, word) for (line, _), text in zip(lines, texts, strict=True) for word in text.split(" ")]
    places = cuts([word for _, word in words], count + 1, known)
    if places is None:
        return None
    return [words[begin:end] for begin, end in zip(places, [*places[1:], len(words)], strict=True)]


def _rows(lines: Sequence[Piece], split: Sequence[Cut], count: int) -> list[list[list[Piece]]]:
    """The rows; a label broken over lines is joined, a line without numbers is a row of its own with empty cells."""
    rows: list[list[list[Piece]]] = []
    waiting: list[Piece] = []
    for (line, source), (label, cells) in zip(lines, split, strict=True):
        if len(cells) < count:
            text = spaced(source)
            if rows and not waiting and begins_inside(text):
                rows[-1][0].append((line, text))
            else:
                waiting.append((line, text))
            continue
        name = " ".join([label, *cells[: len(cells) - count]]).strip()
        if waiting and name and not (breaks_off(waiting[-1][1]) or begins_inside(name)):
            rows.append([waiting, *([(line, "")] for _ in range(count))])
            waiting = []
        rows.append([[*waiting, (line, name)], *([(line, cell)] for cell in cells[len(cells) - count :])])
        waiting = []
    return rows
