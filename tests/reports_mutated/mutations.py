"""Changes that a reader must report and never fill in: pages gone, doubled or moved, dates swapped, text cut.

They work on published reports and on written ones alike, by what stands on the pages.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from tests.reports_mutated.editing import (
    Finding,
    blank_box,
    blank_title,
    cut,
    edited,
    is_headed,
    is_numbered,
    on_page,
    on_pages,
    other_day,
    print_instead,
    prints_number,
    rows_of,
    solid,
    swap_lines,
    swap_pages,
    swapped_days,
)

SPAN = re.compile(r"\d{1,2}(?: [A-Z][a-z]+)?(?: \d{4})? to \d{1,2} [A-Z][a-z]+ \d{4}")


@dataclass(frozen=True)
class Facts:
    """What is known of the report before it is changed, as it prints it."""

    dates: str
    previous: str
    footer_dates: str
    findings: tuple[Finding, ...]
    numbered: bool = True


@dataclass(frozen=True)
class Mutated:
    """A changed report. A field of each group of `reported` must be a problem, and none of `gone` be filled in."""

    what: str
    make: Callable[[], bytes]
    reported: tuple[frozenset[str], ...]
    gone: frozenset[str] = field(default_factory=frozenset)

    @property
    def data(self) -> bytes:
        return self.make()


def mutations(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """Every change that this report allows."""
    yield from pages_removed(data, facts)
    yield from pages_moved(data, facts)
    yield from title_page_changed(data, facts)
    yield from footers_changed(data, facts)
    yield from tables_cut(data, facts)


def pages_removed(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """Each page in turn. What follows has other numbers than its footers; what the page alone held is missing."""
    count = len(rows_of(data))
    numbers = [number for number, rows in enumerate(rows_of(data)) if prints_number(rows, number + 1)]
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
            make = partial(edited, data, lambda pdf, index=index: pdf.pages.__delitem__(index))
            yield Mutated(f"page {index + 1} of {count} removed", make, tuple(reported), gone)


def pages_moved(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """A page twice, and two pages in each other's place."""
    count = len(rows_of(data)) if facts.numbered else 0
    reported = (frozenset({"pages"}),)
    for index in range(1, count - 1):
        make = partial(edited, data, lambda pdf, index=index: pdf.pages.insert(index, pdf.pages[index]))
        yield Mutated(f"page {index + 1} twice", make, reported)
    for index in range(1, count - 2):
        make = partial(edited, data, partial(swap_pages, index=index))
        yield Mutated(f"pages {index + 1} and {index + 2} swapped", make, reported)


def title_page_changed(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """Days in each other's place, the box of the outcome without words, no title."""
    days = frozenset({"inspection_start", "inspection_end"})
    make = partial(on_page, data, 0, partial(print_instead, old=facts.dates, new=swapped_days(facts.dates)))
    yield Mutated("first and last day swapped", make, (days,))
    if SPAN.fullmatch(facts.previous):
        make = partial(on_page, data, 0, partial(swap_lines, dates=facts.dates, previous=facts.previous))
        reported = (days | {"previous_inspection", "footer_dates"},)
        yield Mutated("inspection and previous inspection swapped", make, reported)
    gone = frozenset({"outcome", "next_full_inspection"})
    make = partial(on_page, data, 0, blank_box)
    yield Mutated("outcome blanked", make, tuple(frozenset({name}) for name in sorted(gone)), gone)
    make = partial(on_page, data, 0, blank_title)
    yield Mutated("title removed", make, (frozenset({"title_name", "document"}),), frozenset({"title_name"}))


def footers_changed(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """Another day in one footer, which then disagrees with the rest, and in all, which then disagree with the title."""
    change = partial(print_instead, old=facts.footer_dates, new=other_day(facts.footer_dates))
    wanted = solid(facts.footer_dates)
    found = [
        index
        for index, rows in enumerate(rows_of(data))
        if index and wanted in solid("".join(row.text for row in rows[-4:]))
    ]
    reported = (frozenset({"footer_dates"}),)
    if len(found) > 1:
        one = found[-2]
        yield Mutated(f"another day in the footer of page {one + 1}", partial(on_page, data, one, change), reported)
        yield Mutated("another day in every footer", partial(on_pages, data, found, change), reported)


def tables_cut(data: bytes, facts: Facts) -> Iterator[Mutated]:
    """The text of a table's first finding, of its last, and of all: cells that are ruled and hold nothing."""
    for kind, counted in (("apa", "n_areas_for_priority_action"), ("afi", "n_areas_for_improvement")):
        found = [finding for finding in facts.findings if finding.kind == kind]
        if not found:
            continue
        reported = (frozenset({counted, f"section {kind}"}),)
        yield Mutated(f"all text of {kind} cut", partial(cut, data, found, found), reported)
        if len(found) < 2 or is_numbered(data, found[0]):
            continue
        yield Mutated(f"last of {kind} cut", partial(cut, data, found, found[-1:]), reported)
        # A first row without words may be meant as an empty head, unless there is a head.
        if kind == "apa" or is_headed(data):
            yield Mutated(f"first of {kind} cut", partial(cut, data, found, found[:1]), reported)
