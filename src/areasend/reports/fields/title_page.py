"""The title page: whose inspection it is, its days, and the previous inspection as printed."""

import re

from areasend.reports.fields.found import Found
from areasend.reports.layout.telling import Telling
from areasend.reports.printed_dates import NoSuchDate, Span, spans_in
from areasend.reports.reading import Place
from areasend.reports.wording import letters, wording

_DAYS = "the first and the last day of the inspection, such as 12 to 16 February 2024"
_PREVIOUS = "the days of the previous inspection, or that there was none"


def read_title_page(front: Telling, found: Found) -> None:
    """title_name, inspection_start and _end, previous_inspection and what it says."""
    title = wording().title
    name = title["name"].search(front.text)
    if name:
        found.value("title_name", _capitalised(name.group("name")), front.places(*name.span("name")))
    else:
        found.missing("title_name", "Area SEND inspection of … Local Area Partnership")
    previous = title["previous_inspection"].search(front.text)
    days = title["inspection_dates"].search(front.text)
    _read_days(front, found, days, previous)
    if previous is None:
        for field in ("previous_inspection", "previously_inspected"):
            found.missing(field, _PREVIOUS)
        return
    start, end = _trimmed(front.text, previous.end(), _end_after(front.text, previous, days))
    _read_previous(front.text[start:end], front.places(start, end), found)


def _read_days(front: Telling, found: Found, days: re.Match[str] | None, previous: re.Match[str] | None) -> None:
    if days is None:
        found.missing("inspection_start", _DAYS)
        found.missing("inspection_end", _DAYS)
        return
    start, end = _trimmed(front.text, days.end(), _end_after(front.text, days, previous))
    text, places = front.text[start:end], front.places(start, end)
    spans = spans_in(text)
    span = spans[0] if len(spans) == 1 else None
    if not isinstance(span, Span) or (span.last is not None and span.last < span.first):
        found.missing("inspection_start", _DAYS, text or "nothing", places)
        found.missing("inspection_end", _DAYS, text or "nothing", places)
        return
    found.value("inspection_start", span.first.isoformat(), places)
    found.value("inspection_end", (span.last or span.first).isoformat(), places)


def _read_previous(text: str, places: tuple[Place, ...], found: Found) -> None:
    if not text:
        for field in ("previous_inspection", "previously_inspected"):
            found.missing(field, _PREVIOUS)
        return
    found.value("previous_inspection", text, places)
    if wording().previous["none"].fullmatch(letters(text)):
        found.value("previously_inspected", "no", places)
        return
    found.value("previously_inspected", "yes", places)
    inspection: Span | None = None
    before = 0
    for span in spans_in(text):
        said = letters(text[before : span.start])
        before = span.end
        if isinstance(span, NoSuchDate) or (span.last is not None and span.last < span.first):
            found.problem("previous_inspection", "dates in order that the calendar has", text, places)
        elif wording().previous["revisit"].search(said):
            found.value("previous_revisit", span.first.isoformat(), places)
        elif inspection is None:
            inspection = span
    if inspection is None:
        found.missing("previous_inspection_start", _PREVIOUS, text, places)
        return
    found.value("previous_inspection_start", inspection.first.isoformat(), places)
    if inspection.last is not None:
        found.value("previous_inspection_end", inspection.last.isoformat(), places)


def _end_after(text: str, label: re.Match[str], other: re.Match[str] | None) -> int:
    """Where what stands behind a label ends: at the other label, or with the text."""
    return other.start() if other is not None and other.start() > label.start() else len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _capitalised(name: str) -> str:
    """The name as printed; a title set in capitals throughout stays as it is."""
    return " ".join(name.split())
