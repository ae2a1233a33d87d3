"""The title page: whose inspection it is, its days, and the previous inspection as printed."""

import re

from areasend.reports.fields.found import NOTHING, Found
from areasend.reports.layout.telling import Telling
from areasend.reports.printed_dates import NoSuchDate, Span, spans_in
from areasend.reports.reading import Place
from areasend.reports.wording import letters, wording

_DAYS = "the first and the last day of the inspection, such as 12 to 16 February 2024"
_DIGIT = re.compile(r"\d")
_REVISIT_BEHIND = re.compile(r"\s*\(re-?visit\)", re.IGNORECASE)
_PREVIOUS = "the days of the previous inspection, or that there was none"


def read_title_page(front: Telling, found: Found) -> None:
    """title_name, inspection_start and _end, previous_inspection and what it says."""
    title = wording().title
    name = title["name"].search(front.text)
    if name:
        found.value("title_name", " ".join(name.group("name").split()), front.places(*name.span("name")))
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
    text = ""
    places: tuple[Place, ...] = ()
    if days is not None:
        start, end = _trimmed(front.text, days.end(), _end_after(front.text, days, previous))
        text, places = front.text[start:end], front.places(start, end)
    span = _only_span(text)
    if span is None:
        for field in ("inspection_start", "inspection_end"):
            found.missing(field, _DAYS, text or NOTHING, places)
        return
    found.value("inspection_start", span.first.isoformat(), places)
    found.value("inspection_end", (span.last or span.first).isoformat(), places)


def _only_span(text: str) -> Span | None:
    """The one span that the text prints; None where it prints another number too, which may be a day not understood."""
    spans = spans_in(text)
    if len(spans) != 1 or not isinstance(spans[0], Span):
        return None
    around = text[: spans[0].start] + text[spans[0].end :]
    return None if _DIGIT.search(around) else spans[0]


def _read_previous(text: str, places: tuple[Place, ...], found: Found) -> None:
    if not text:
        for field in ("previous_inspection", "previously_inspected"):
            found.missing(field, _PREVIOUS)
        return
    found.value("previous_inspection", text, places)
    if wording().previous["none"].fullmatch(letters(text)):
        found.value("previously_inspected", "no", places)
        return
    inspections, revisits = _parted(text, places, found)
    if not inspections:
        for field in ("previously_inspected", "previous_inspection_start"):
            found.missing(field, _PREVIOUS, text, places)
    else:
        found.value("previously_inspected", "yes", places)
        found.value("previous_inspection_start", inspections[0].first.isoformat(), places)
        if inspections[0].last is not None:
            found.value("previous_inspection_end", inspections[0].last.isoformat(), places)
    if revisits:
        found.value("previous_revisit", revisits[0].first.isoformat(), places)
    if len(inspections) > 1 or len(revisits) > 1:
        found.problem("previous_inspection", "one previous inspection and at most one revisit", text, places)


def _parted(text: str, places: tuple[Place, ...], found: Found) -> tuple[list[Span], list[Span]]:
    """The dates that the text prints: those of inspections, and those that it calls a revisit."""
    inspections: list[Span] = []
    revisits: list[Span] = []
    before = 0
    for span in spans_in(text):
        said = letters(text[before : span.start])
        before = span.end
        if isinstance(span, NoSuchDate):
            found.problem("previous_inspection", "dates in order that the calendar has", text, places)
        elif wording().previous["revisit"].search(said) or _REVISIT_BEHIND.match(text, span.end):
            revisits.append(span)
        else:
            inspections.append(span)
    return inspections, revisits


def _end_after(text: str, label: re.Match[str], other: re.Match[str] | None) -> int:
    """Where what stands behind a label ends: at the other label, or with the text."""
    return other.start() if other is not None and other.start() > label.start() else len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
