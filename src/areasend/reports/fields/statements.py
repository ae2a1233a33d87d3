"""The tables of areas for priority action and for improvement: every statement with who is responsible for it."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from areasend.reports.columns import COUNTS
from areasend.reports.fields.found import Found
from areasend.reports.fields.responsible import bodies_in, named_over
from areasend.reports.layout.blocks import Block, blocks_of, hangs
from areasend.reports.layout.columns import column_headings
from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.running_on import SameElement, runs_on, starts_bullet, untagged
from areasend.reports.layout.strips import Strip, places_by_page, strip_of_line
from areasend.reports.layout.tables import Row, cells_of, empty_rows, grid_of, rows_between
from areasend.reports.parts import Part
from areasend.reports.pdf import Line, Page
from areasend.reports.reading import FoundStatement, Place
from areasend.reports.wording import letters, wording

BULLET = "• "
# A line that is set this share of its height above another still stands beside it.
_ABOVE_TEXT = 0.5
_NUMBERED = re.compile(r"^\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)")


@dataclass(slots=True)
class _Entry:
    """A row of the table, over as many pages as it runs."""

    body: list[Strip] = field(default_factory=list)
    text: list[Strip] = field(default_factory=list)


def read_statements(
    part: Part | None,
    kind: str,
    pages: Mapping[int, Page],
    hyphens: Hyphens,
    same_element: SameElement,
    found: Found,
) -> tuple[FoundStatement, ...]:
    """The statements of one table, in order. What cannot be told for certain is added to the problems."""
    if part is None:
        return ()
    _report_empty_rows(part, kind, pages, found)
    statements: list[FoundStatement] = []
    for entry in _entries(_rows(part, kind, pages, found), kind, same_element, found):
        body = hyphens.joined(strip.text for strip in entry.body)
        if not entry.text:
            found.problem(COUNTS[kind], f"a statement beside {body}", "an empty cell", places_by_page(entry.body))
            continue
        if kind == "apa" and not body:
            expected = "a responsible body beside every area for priority action"
            found.problem(COUNTS[kind], expected, "an empty cell", places_by_page(entry.text))
        for number, strips in enumerate(_numbered(entry.text)):
            blocks = blocks_of(strips, same_element)
            text = text_of(blocks, hyphens)
            seq = len(statements) + 1
            statements.append(
                FoundStatement(
                    kind=kind,
                    seq=seq,
                    responsible_body=body,
                    responsible_bodies=bodies_in(body),
                    text=_without_number(text),
                    n_bullets=sum(1 for block in blocks if block.bullet),
                    places=places_by_page([*(entry.body if number == 0 else ()), *strips]),
                )
            )
    return tuple(statements)


def _without_number(text: str) -> str:
    """The statement without the number that it is printed under."""
    match = _NUMBERED.match(text)
    return text[match.end() :] if match else text


def text_of(blocks: Sequence[Block], hyphens: Hyphens) -> str:
    """The paragraphs and bullets of one statement as one text, each bullet behind a dot."""
    return " ".join((BULLET if block.bullet else "") + block.text(hyphens) for block in blocks)


def _report_empty_rows(part: Part, kind: str, pages: Mapping[int, Page], found: Found) -> None:
    """A row between ruling lines without any words is where a statement should stand.

    One may be the table's head, if it has no other: one published report left the words of its head out.
    """
    first = part.heading_strips[0]
    headless = not part.again and bool(part.lines)
    last = part.end.page if part.end else max(pages)
    for number in range(first.page, last + 1):
        page = pages[number]
        top = first.y if number == first.page else 0.0
        bottom = part.end.y - part.end.height if part.end and number == last else page.height
        for box in empty_rows(page, top, bottom):
            if headless and kind == "afi" and (number, box.bottom) < (part.lines[0].page, part.lines[0].y):
                headless = False
                continue
            found.problem(
                COUNTS[kind], "a statement in every row of the table", "an empty row", [Place(number, "", box)]
            )


def _rows(part: Part, kind: str, pages: Mapping[int, Page], found: Found) -> list[Row]:
    """The table's rows page by page, headings left out."""
    columns = wording().columns
    heading = next(item.heading for item in wording().sections if item.key == kind)
    headings = column_headings(part.lines, columns["responsible_body"], heading) if kind == "apa" else ()
    again = {number for item in headings for number in item.numbers}
    lines = [line for number, line in enumerate(part.lines) if number not in again]
    rows: list[Row] = []
    for number in sorted({line.page for line in lines}):
        here = [line for line in lines if line.page == number]
        # What stands under the next heading is another table.
        below = part.end.y if part.end and part.end.page == number else float("inf")
        rows += _rows_of_page(here, kind, pages[number], headings[0].start if headings else None, below, found)
    return rows


def _rows_of_page(
    lines: Sequence[Line], kind: str, page: Page, start: float | None, below: float, found: Found
) -> list[Row]:
    grid = grid_of(page, lines, below)
    starts: list[float] = []
    if kind == "apa":
        starts = [edge for edge in grid.starts if start is None or abs(edge - start) < 30][:1]
        starts = starts or ([start] if start is not None else [])
        if not starts:
            found.problem(COUNTS[kind], "a column of responsible bodies", "one column", ())
    outside = [line for line in lines if not grid.holds(line)]
    for line in outside:
        if letters(line.text):
            place = [Place(line.page, line.text, strip_of_line(line).box)]
            found.problem(COUNTS[kind], "no text beside the table of statements", line.text, place)
    parts = rows_between([line for line in lines if grid.holds(line)], grid.heights)
    rows = [Row(page.number, cells_of(part, starts)) for part in parts]
    if not grid.drawn:
        rows = _rows_by_gap(rows)
        found.problem(
            COUNTS[kind],
            f"ruling lines around the statements on page {page.number}",
            "none",
            places_by_page([strip_of_line(line) for line in lines]),
        )
    return rows


def _rows_by_gap(rows: Sequence[Row]) -> list[Row]:
    """Where no line is drawn, every paragraph that is not a bullet begins a row."""
    found: list[Row] = []
    for row in rows:
        texts: list[list[Strip]] = []
        for block in blocks_of(row.cells[-1], untagged):
            if block.bullet and texts:
                texts[-1] += block.strips
            else:
                texts.append(list(block.strips))
        found += _beside(row, texts or [[]])
    return found


def _beside(row: Row, texts: Sequence[Sequence[Strip]]) -> list[Row]:
    """The texts as rows of their own; what stands in the other cell belongs to the text beside or above it."""
    if len(row.cells) == 1:
        return [Row(row.page, (tuple(text),)) for text in texts]
    ends = [after[0].y - _ABOVE_TEXT * after[0].height for after in texts[1:]] + [float("inf")]
    begin, rows = float("-inf"), []
    for text, end in zip(texts, ends, strict=True):
        rows.append(Row(row.page, (tuple(strip for strip in row.cells[0] if begin <= strip.y < end), tuple(text))))
        begin = end
    return rows


def _entries(rows: Sequence[Row], kind: str, same_element: SameElement, found: Found) -> list[_Entry]:
    entries: list[_Entry] = []
    page = 0
    for row in rows:
        body = list(row.cells[0]) if len(row.cells) > 1 else []
        text = list(row.cells[-1])
        over = bool(entries) and row.page != page
        if over and _continues(entries[-1], body, text, kind, same_element, found):
            entries[-1].body += body
            entries[-1].text += text
        else:
            entries.append(_Entry(body, text))
        page = row.page
    return entries


def _continues(
    entry: _Entry, body: list[Strip], text: list[Strip], kind: str, same_element: SameElement, found: Found
) -> bool:
    """Whether the first row of a page goes on with the last row of the page before."""
    if not text:
        # A cell of bodies may run on beside a statement that has come to its end; a body named anew begins a row.
        return bool(entry.body and body and runs_on(entry.body[-1], body[0], same_element, _right(entry.body)))
    if not entry.text:
        return not body
    before, after = entry.text[-1], text[0]
    if starts_bullet(after.text):
        return any(starts_bullet(strip.text) or strip.text.endswith(":") for strip in entry.text)
    if entry.body and body:
        # A body named anew begins a row, unless its own cell runs on too.
        over = same_element(entry.body[-1], body[0]) or named_over(entry.body[-1].text, body[0].text)
        return bool(over) or after.text[0].islower()
    if entry.body:
        return True
    said = runs_on(before, after, same_element, _right(entry.text))
    if said is None and _NUMBERED.match(entry.text[0].text) and _NUMBERED.match(after.text):
        return False
    if said is None and hangs(blocks_of(entry.text, same_element)[-1].strips, after):
        return True
    if said is None:
        expected = "a statement that plainly ends with its page or runs on over it"
        found.problem(COUNTS[kind], expected, f"{before.text} / {after.text}", places_by_page([after]))
    return bool(said)


def _right(strips: Sequence[Strip]) -> float:
    """The right edge of a column, as far as its lines reach."""
    return max(strip.x1 for strip in strips)


def _numbered(strips: Sequence[Strip]) -> list[Sequence[Strip]]:
    """A cell that numbers its items holds that many statements; what stands before the first belongs to it."""
    begins = [number for number, strip in enumerate(strips) if _NUMBERED.match(strip.text)]
    marks = [match.group(1) for strip in strips if (match := _NUMBERED.match(strip.text))]
    if len(marks) < 2 or marks != _counted(marks):
        return [strips]
    return [strips[begin:end] for begin, end in itertools.pairwise([0, *begins[1:], len(strips)])]


def _counted(marks: Sequence[str]) -> list[str]:
    """The marks as they are when each is one more than the one before, from the first."""
    first = marks[0]
    if first.isdigit():
        return [str(int(first) + number) for number in range(len(marks))]
    return [chr(ord(first) + number) for number in range(len(marks))]
