"""Footers and headers: lines at the edge of pages that come again from page to page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from areasend.reports.pdf import Line, Page
from areasend.reports.wording import letters

_PAGE_NUMBER = re.compile(r"\s*(?:\bpage\s*)?\b\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$", re.IGNORECASE)
# Share of the page's height within which a running line may lie.
_FOOT, _HEAD = 0.86, 0.10


@dataclass(frozen=True, slots=True)
class Furnished:
    """A page's lines, parted into body and what runs along its edges."""

    page: Page
    body: tuple[Line, ...]
    running: tuple[Line, ...]


def part_running_lines(pages: Sequence[Page], starts: re.Pattern[str]) -> tuple[Furnished, ...]:
    """Body and running lines of every page; `starts` is how the first line of a footer begins, where it is known."""
    keys = [{_key(line) for line in page.lines if _at_edge(page, line)} for page in pages]
    least = max(2, (len(pages) - 1) // 2)
    often = {key for key, count in Counter(key for found in keys for key in found).items() if count >= least}
    return tuple(_parted(page, often, starts) for page in pages)


def _parted(page: Page, often: set[str], starts: re.Pattern[str]) -> Furnished:
    def runs(line: Line) -> bool:
        if not _at_edge(page, line):
            return False
        return _key(line) in often or starts.match(letters(line.text)) is not None

    feet = [line.y for line in page.lines if runs(line) and line.y > page.height / 2]
    heads = [line.y for line in page.lines if runs(line) and line.y < page.height / 2]
    first_foot, last_head = min(feet, default=page.height + 1), max(heads, default=-1.0)
    body = tuple(line for line in page.lines if last_head < line.y < first_foot)
    running = tuple(line for line in page.lines if not last_head < line.y < first_foot)
    return Furnished(page, body, running)


def _at_edge(page: Page, line: Line) -> bool:
    return line.y > page.height * _FOOT or line.y < page.height * _HEAD


def _key(line: Line) -> str:
    # The page number alone differs from page to page; other numbers tell lines of the body apart.
    return _PAGE_NUMBER.sub("", line.text)
