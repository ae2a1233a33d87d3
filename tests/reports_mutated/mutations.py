"""Changes that a reader must report and never fill in: pages gone, doubled or moved, dates swapped, text cut.

They work on published reports and on written ones alike, by what stands on the pages.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from tests.reports_mutated.shown import Row, ShownPage, replace

SPAN = re.compile(r"\d{1,2}(?: [A-Z][a-z]+)?(?: \d{4})? to \d{1,2} [A-Z][a-z]+ \d{4}")
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


@dataclass(frozen=True)
class Facts:
    """What is known of the report before it is changed, as it prints it."""

    dates: str
    previous: str
    footer_dates: str
    findings: tuple[Finding, ...]
    numbered: bool = True
    outcome_lines: tuple[str, str] = ("Inspection outcome", "Information about the local area")


@dataclass(frozen=True)
class Mutated:
    """A changed report. A field of each group of `reported` must be a problem, and none of `gone` be filled in."""

    what: str
    data: bytes
    reported: tuple[frozenset[str], ...]
    gone: frozenset[str] = field(default_factory=frozenset)


def mutations(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """Every change that this report allows."""
    yield from pages_removed(data, facts)
    yield from pages_moved(data, facts)
    yield from title_page_changed(data, facts)
    yield from footers_changed(data, facts)
    yield from tables_cut(data, facts)


def pages_removed(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """Each page in turn. What follows has other numbers than its footers; what the page alone held is missing."""
    with pikepdf.open(BytesIO(data)) as pdf:
        count = len(pdf.pages)
        numbers = [index for index, page in enumerate(pdf.pages) if _prints_number(ShownPage(pdf, page), index + 1)]
    for index in range(count):
        reported = [frozenset({"pages"})] if facts.numbered and index < max(numbers, default=0) else []
        gone: frozenset[str] = frozenset()
        if index == 0:
            # Without its title page a document may as well not be recognised: that is reported too.
            gone = frozenset({"title_name", "inspection_start", "inspection_end", "outcome", "previous_inspection"})
            reported = [frozenset({name, "document"}) for name in sorted(gone)]
        if index == count - 1:
            gone = frozenset({"copyright_year"})
            reported.append(gone)
        if reported:
            changed = _edited(data, lambda pdf, index=index: pdf.pages.__delitem__(index))
            yield Mutated(f"page {index + 1} of {count} removed", changed, tuple(reported), gone)


def pages_moved(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """A page twice, and two pages in each other's place."""
    if not facts.numbered:
        return
    with pikepdf.open(BytesIO(data)) as pdf:
        count = len(pdf.pages)
    for index in range(1, count - 1):
        doubled = _edited(data, lambda pdf, index=index: pdf.pages.insert(index, pdf.pages[index]))
        yield Mutated(f"page {index + 1} twice", doubled, (frozenset({"pages"}),))
    for index in range(1, count - 2):
        moved = _edited(data, lambda pdf, index=index: _swap_pages(pdf, index))
        yield Mutated(f"pages {index + 1} and {index + 2} swapped", moved, (frozenset({"pages"}),))


def title_page_changed(data: bytes, facts: Facts) -> Iterator[Mutated]:
    both = frozenset({"inspection_start", "inspection_end"})
    changed = _on_page(data, 0, lambda page: _print(page, facts.dates, _swapped_days(facts.dates)))
    yield Mutated("first and last day swapped", changed, (both,))
    if SPAN.fullmatch(facts.previous):
        changed = _on_page(data, 0, lambda page: _swap_lines(page, facts))
        reported = (frozenset({"previous_inspection", "footer_dates", "inspection_start", "inspection_end"}),)
        yield Mutated("inspection and previous inspection swapped", changed, reported)
    fields = frozenset({"outcome", "next_full_inspection"})
    changed = _on_page(data, 0, lambda page: _blank_between(page, *facts.outcome_lines))
    yield Mutated("outcome blanked", changed, tuple(frozenset({name}) for name in sorted(fields)), fields)
    changed = _on_page(data, 0, _blank_title)
    title = frozenset({"title_name"})
    yield Mutated("title removed", changed, (frozenset({"title_name", "document"}),), title)


def footers_changed(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """Another day in one footer, which then disagrees with the rest, and in all, which then disagree with the title."""
    other = _other_day(facts.footer_dates)
    reported = (frozenset({"footer_dates"}),)
    with pikepdf.open(BytesIO(data)) as pdf:
        with_dates = [
            index
            for index, page in enumerate(pdf.pages)
            if index and _print(ShownPage(pdf, page), facts.footer_dates, other)
        ]
    if len(with_dates) < 2:
        return
    one = _on_page(data, with_dates[-2], lambda page: _print(page, facts.footer_dates, other))
    yield Mutated(f"another day in the footer of page {with_dates[-2] + 1}", one, reported)
    every = data
    for index in with_dates:
        every = _on_page(every, index, lambda page: _print(page, facts.footer_dates, other))
    yield Mutated("another day in every footer", every, reported)


def tables_cut(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """The text of a table's first finding, of its last, and of all: cells that are ruled and hold nothing."""
    for kind, counted in (("apa", "n_areas_for_priority_action"), ("afi", "n_areas_for_improvement")):
        found = [finding for finding in facts.findings if finding.kind == kind]
        if not found:
            continue
        reported = (frozenset({counted, f"section {kind}"}),)
        yield Mutated(f"all text of {kind} cut", _cut(data, found, found), reported)
        if len(found) < 2 or _is_numbered(data, found[0]):
            continue
        yield Mutated(f"last of {kind} cut", _cut(data, found, found[-1:]), reported)
        # A first row without words may be meant as an empty head, unless there is a head.
        if kind == "apa" or _is_headed(data):
            yield Mutated(f"first of {kind} cut", _cut(data, found, found[:1]), reported)


def _edited(data: bytes, edit: Callable[[pikepdf.Pdf], object]) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        edit(pdf)
        out = BytesIO()
        pdf.save(out, static_id=True)
        return out.getvalue()


def _on_page(data: bytes, index: int, edit: Callable[[ShownPage], object]) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        page = ShownPage(pdf, pdf.pages[index])
        assert edit(page), f"nothing to change on page {index + 1}"
        page.write()

    return _edited(data, change)


def _prints_number(page: ShownPage, number: int) -> bool:
    return any(row.letters.endswith(str(number)) for row in page.rows[-4:])


def _swap_pages(pdf: pikepdf.Pdf, index: int) -> None:
    page = pdf.pages[index]
    del pdf.pages[index]
    pdf.pages.insert(index + 1, page)


def _print(page: ShownPage, old: str, new: str) -> bool:
    """Print other words on the line, or over the line's end, where they stand."""
    rows = page.rows
    for row, after in zip(rows, [*rows[1:], Row(0.0, [])], strict=True):
        if replace(row.signs, old, new) or replace([*row.signs, *after.signs], old, new):
            return True
    return False


def _swap_lines(page: ShownPage, facts: Facts) -> bool:
    """The days of the inspection where those of the previous one stand, and the reverse."""
    days, before = page.row("Inspection dates"), _previous_row(page)
    if days is None or before is None:
        return False
    return replace(days.signs, facts.dates, facts.previous) and replace(before.signs, facts.previous, facts.dates)


def _previous_row(page: ShownPage) -> Row | None:
    return page.row("Dates of previous inspection") or page.row("Date of previous inspection")


def _blank_between(page: ShownPage, above: str, below: str) -> int:
    top, bottom = page.row(above), page.row(below)
    assert top is not None
    lowest = bottom.y if bottom else 0.0
    return page.blank(lambda run: lowest + 1 < run.y < top.y - 3)


def _blank_title(page: ShownPage) -> int:
    """The title runs from its first line to the line of the inspection's days."""
    title, days = page.row("Area SEND inspection of"), page.row("Inspection dates")
    assert title is not None
    assert days is not None
    return page.blank(lambda run: days.y + 1 < run.y < title.y + 3)


def _swapped_days(dates: str) -> str:
    """15 to 19 May 2023 with its days in each other's place."""
    first, last = dates.split(" to ")
    day, rest = last.split(" ", 1)
    if " " not in first:
        return f"{day} to {first} {rest}"
    return f"{last} to {first}" if first[-4:].isdigit() else f"{last[:-5]} to {first}{last[-5:]}"


def _other_day(dates: str) -> str:
    """The same span with another first day, of digits that the footer has."""
    digits = sorted({char for char in dates if char.isdigit()} - {"0"})
    first = dates.split(" ", 1)[0]
    other = next(digit for digit in digits if digit != first)
    return dates.replace(first, other, 1)


def _cut(data: bytes, all_of_kind: list[Finding], gone: list[Finding]) -> bytes:
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

    return _edited(data, change)


def _is_headed(data: bytes) -> bool:
    """Whether the table of areas for improvement has a head besides the heading above it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        rows = [row.letters for page in pdf.pages for row in ShownPage(pdf, page).rows]
    return rows.count("areasforimprovement") > 1


def _is_numbered(data: bytes, finding: Finding) -> bool:
    """Whether findings have numbers, which may stand in one cell: then no empty row is left where one was."""
    with pikepdf.open(BytesIO(data)) as pdf:
        rows = ShownPage(pdf, pdf.pages[finding.page_start - 1]).rows
    return any(row.letters.startswith("1." + _solid(finding.text)[:5]) for row in rows)


def _first_lines(pages: list[ShownPage], findings: list[Finding]) -> list[Place]:
    found: list[Place] = []
    for finding in findings:
        index = finding.page_start - 1
        below = found[-1].y if found and found[-1].index == index else 1e6
        found.append(Place(index, _line_of(pages[index].rows, finding.text, below)))
    return found


def _line_of(rows: list[Row], text: str, below: float) -> float:
    """The height of the line with which the text begins, in whatever column."""
    wanted = _solid(text)[:40]
    for row, after in zip(rows, [*rows[1:], Row(0.0, [])], strict=True):
        if row.y >= below - 1:
            continue
        for run in row.runs:
            right = [one for one in row.runs if one.x >= run.x] + [one for one in after.runs if one.x >= run.x - 2]
            said = _solid("".join(sign.text for one in right for sign in one.signs))
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


def _solid(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
