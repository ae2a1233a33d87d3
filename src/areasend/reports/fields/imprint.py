"""What the rest of a report says of itself: its statutory basis, copyright year, pages and footers."""

import re
from collections.abc import Sequence
from datetime import date

from areasend.reports.fields.found import Found
from areasend.reports.layout.footers import Furnished
from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.strips import Strip, strip_of_line, strip_of_words
from areasend.reports.layout.telling import Telling
from areasend.reports.parts import Part
from areasend.reports.pdf import Line, Word
from areasend.reports.printed_dates import Span, spans_in
from areasend.reports.reading import Place, Problem

_SECTION = re.compile(r"\bsections?\s+(\d+(?:\s*\(\w+\))*)\s+of\s+the\s+Children\s+Act\s+2004", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}\b((?:19|20)\d\d)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}")
# A page number stands apart by more than this share of the line's height; a day of the month does not.
_APART = 0.6


def read_statute(parts: Sequence[Part], hyphens: Hyphens, found: Found) -> None:
    """statutory_basis: the section of the Children Act 2004 under which the inspection was carried out."""
    for part in parts:
        if not any("Act" in line.text for line in part.lines):
            continue
        told = Telling(part.strips, hyphens)
        if section := _SECTION.search(told.text):
            found.value("statutory_basis", re.sub(r"\s+", "", section.group(1)), told.places(*section.span()))
            return
    found.missing("statutory_basis", "the section of the Children Act 2004")


def read_copyright(pages: Sequence[Furnished], found: Found) -> None:
    """copyright_year: the year of the last copyright line."""
    for page in reversed(pages):
        for line in reversed(page.body):
            if year := _COPYRIGHT.search(line.text):
                strip = strip_of_line(line)
                found.value("copyright_year", year.group(1), [Place(strip.page, strip.text, strip.box)])
                return
    found.missing("copyright_year", "a copyright line with its year")


def read_footers(pages: Sequence[Furnished], hyphens: Hyphens, found: Found) -> None:
    """footer_dates as the first footer prints them; footers that disagree, and pages out of order, are problems."""
    printed: dict[tuple[date, date | None] | str, tuple[str, tuple[Place, ...]]] = {}
    for page in pages:
        told = Telling([strip for line in page.running if (strip := _without_number(line))], hyphens)
        for span in spans_in(told.text):
            days = (span.first, span.last) if isinstance(span, Span) else span.words
            printed.setdefault(days, (told.text[span.start : span.end], told.places(span.start, span.end)))
    if not printed:
        found.missing("footer_dates", "the inspection's days in the footers")
    else:
        (first, places), *others = printed.values()
        found.value("footer_dates", first, places)
        for other, elsewhere in others:
            found.problem("footer_dates", f"the same days in every footer: {first}", other, elsewhere)
    found.value("pages", str(len(pages)))
    _check_numbers(pages, found)


def _check_numbers(pages: Sequence[Furnished], found: Found) -> None:
    """A page that is missing, doubled or out of its place shows in the numbers that the footers print."""
    for page in pages:
        number = _printed_number(page)
        if number is not None and number != page.page.number:
            found.problems.append(
                Problem(
                    field="pages",
                    page=page.page.number,
                    expected=f"page number {page.page.number}",
                    found=f"page number {number}",
                )
            )
            return


def _printed_number(page: Furnished) -> int | None:
    """The page number among the running lines, where there is one."""
    numbers = (_number_word(line) for line in reversed(page.running))
    return next((int(word.text) for word in numbers if word), None)


def _number_word(line: Line) -> Word | None:
    """The last word of a running line, where it is a number that stands well apart or alone."""
    if not _NUMBER.fullmatch(line.text.rsplit(" ", 1)[-1]):
        return None
    words = line.words
    # Words stand from left to right; in a damaged file the text may not.
    if not _NUMBER.fullmatch(words[-1].text):
        return None
    return words[-1] if len(words) == 1 or words[-1].x0 - words[-2].x1 > _APART * line.height else None


def _without_number(line: Line) -> Strip | None:
    """The running line without its page number, which else would stand between the parts of a date that wraps."""
    number = _number_word(line)
    if number is None:
        return strip_of_line(line)
    words = [word for word in line.words if word is not number]
    return strip_of_words(line, words) if words else None
