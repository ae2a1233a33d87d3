"""Editing the pages of a report in place: what stands on a line, in the box of the outcome, in the rows of a table."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pikepdf
from tests.reports_mutated.shown import Row, ShownPage, replace

AFTER = {
    "apa": ("areasforimprovement", "localareapartnershipdetails"),
    "afi": ("localareapartnershipdetails",),
}


@dataclass(frozen=True)
class Finding:
    """A statement of a table, and its pages."""

    kind: str
    text: str
    page_start: int
    page_end: int


@dataclass(frozen=True)
class Place:
    """A height on a page, counted from 0."""

    index: int
    y: float


@lru_cache(maxsize=2)
def rows_of(data: bytes) -> tuple[tuple[Row, ...], ...]:
    """The lines of every page, to look at."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return tuple(tuple(ShownPage(pdf, page).rows) for page in pdf.pages)


def edited(data: bytes, edit: Callable[[pikepdf.Pdf], object]) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        edit(pdf)
        out = BytesIO()
        pdf.save(out, static_id=True)
        return out.getvalue()


def on_page(data: bytes, index: int, edit: Callable[[ShownPage], object]) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        page = ShownPage(pdf, pdf.pages[index])
        assert edit(page), f"nothing to change on page {index + 1}"
        page.write()

    return edited(data, change)


def on_pages(data: bytes, indices: list[int], edit: Callable[[ShownPage], object]) -> bytes:
    for index in indices:
        data = on_page(data, index, edit)
    return data


def prints_number(rows: Sequence[Row], number: int) -> bool:
    return any(row.letters.endswith(str(number)) for row in rows[-4:])


def swap_pages(pdf: pikepdf.Pdf, index: int) -> None:
    page = pdf.pages[index]
    del pdf.pages[index]
    pdf.pages.insert(index + 1, page)


def print_instead(page: ShownPage, old: str, new: str) -> bool:
    """Print other words on the line, or over the line's end, where they stand."""
    rows = page.rows
    for row, after in zip(rows, [*rows[1:], Row(0.0, [])], strict=True):
        if replace(row.signs, old, new) or replace([*row.signs, *after.signs], old, new):
            return True
    return False


def swap_lines(page: ShownPage, dates: str, previous: str) -> bool:
    """The days of the inspection where those of the previous one stand, and the reverse."""
    days, before = page.row("Inspection dates"), _previous_row(page)
    if days is None or before is None:
        return False
    return replace(days.signs, dates, previous) and replace(before.signs, previous, dates)


def _previous_row(page: ShownPage) -> Row | None:
    return page.row("Dates of previous inspection") or page.row("Date of previous inspection")


def blank_box(page: ShownPage) -> int:
    top, bottom = page.row("Inspection outcome"), page.row("Information about the local area")
    assert top is not None
    lowest = bottom.y if bottom else 0.0
    return page.blank(lambda run: lowest + 1 < run.y < top.y - 3)


def blank_title(page: ShownPage) -> int:
    """The title runs from its first line to the line of the inspection's days."""
    title, days = page.row("Area SEND inspection of"), page.row("Inspection dates")
    assert title is not None
    assert days is not None
    return page.blank(lambda run: days.y + 1 < run.y < title.y + 3)


def swapped_days(dates: str) -> str:
    """15 to 19 May 2023 with its days in each other's place."""
    first, last = dates.split(" to ")
    day, rest = last.split(" ", 1)
    if " " not in first:
        return f"{day} to {first} {rest}"
    return f"{last} to {first}" if first[-4:].isdigit() else f"{last[:-5]} to {first}{last[-5:]}"


def other_day(dates: str) -> str:
    """The same span with another first day, of digits that the footer has."""
    digits = sorted({char for char in dates if char.isdigit()} - {"0"})
    first = dates.split(" ", 1)[0]
    other = next(digit for digit in digits if digit != first)
    return dates.replace(first, other, 1)


def cut(data: bytes, all_of_kind: list[Finding], gone: list[Finding]) -> bytes:
    """The report without the text of these findings, what stands beside it included."""

    def change(pdf: pikepdf.Pdf) -> None:
        pages = [ShownPage(pdf, page) for page in pdf.pages]
        tops = _first_lines(pages, all_of_kind)
        for finding in gone:
            number = all_of_kind.index(finding)
            start = tops[number]
            end = tops[number + 1] if number + 1 < len(tops) else _end_of_table(pages, finding, start)
            _blank_span(pages, start, end)
        for page in pages:
            page.write()

    return edited(data, change)


def is_numbered(data: bytes, finding: Finding) -> bool:
    """Whether findings have numbers, which may stand in one cell: then no empty row is left where one was."""
    rows = rows_of(data)[finding.page_start - 1]
    return any(row.letters.startswith("1." + solid(finding.text)[:5]) for row in rows)


def is_headed(data: bytes) -> bool:
    """Whether the table of areas for improvement has a head besides the heading above it."""
    return sum(row.letters == "areasforimprovement" for rows in rows_of(data) for row in rows) > 1


def _first_lines(pages: list[ShownPage], findings: list[Finding]) -> list[Place]:
    found: list[Place] = []
    for finding in findings:
        index = finding.page_start - 1
        below = found[-1].y if found and found[-1].index == index else 1e6
        found.append(Place(index, _line_of(pages[index].rows, finding.text, below)))
    return found


def _line_of(rows: list[Row], text: str, below: float) -> float:
    """The height of the line with which the text begins, in whatever column."""
    wanted = solid(text)[:40]
    for row, after in zip(rows, [*rows[1:], Row(0.0, [])], strict=True):
        if row.y >= below - 1:
            continue
        for run in row.runs:
            right = [one for one in row.runs if one.x >= run.x] + [one for one in after.runs if one.x >= run.x - 2]
            said = solid("".join(sign.text for one in right for sign in one.signs))
            if re.sub(r"^\d+", "", said).startswith(wanted):
                return row.y
    raise AssertionError(f"not on its page: {text[:60]}")


def _end_of_table(pages: list[ShownPage], finding: Finding, start: Place) -> Place:
    """Where the next heading stands on the finding's last page, or the end of its text."""
    index = finding.page_end - 1
    highest = start.y if index == start.index else 1e6
    for row in pages[index].rows:
        if row.y < highest - 1 and row.letters.startswith(AFTER[finding.kind]):
            return Place(index, row.y)
    return Place(index, 0.0)


def _blank_span(pages: list[ShownPage], start: Place, end: Place) -> None:
    for index in range(start.index, end.index + 1):
        foot = next((row.y for row in pages[index].rows if "inspectionreport:" in row.letters), 0.0)
        high = start.y + 3 if index == start.index else 1e6
        low = max(foot, end.y if index == end.index else 0.0) + 3
        pages[index].blank(lambda run, low=low, high=high: low < run.y < high)


def solid(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
