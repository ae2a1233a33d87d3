"""Dates that no calendar has, periods that end before they begin, and dates of one document that cannot all be.

Compared are the day of publication with what the title is as at, the title with headings, a heading's period with the
sentence its section begins with, and a summary's periods with the headings that it sums up.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from areasend.check.numbers.consistency.plain_words import places, quote, spelling
from areasend.check.numbers.documents.model import Document, ItemList, Passage, Role, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import dated, sentences
from areasend.check.numbers.reading.model import Dated, DateKind
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict
from areasend.statistics import long_date

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r"),?\s+(?:the\s+)?$", re.IGNORECASE)
_ISO_DAY = re.compile(r"(?<![\w.-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w-])")
_PUBLISHED = re.compile(r"^(?:first )?published(?: on)?:?\s", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(?:compar\w*|change[sd]?|differen\w+|than|fell|rose|fall|rise|increas\w*|decreas\w*|previous\w*|earlier|before"
    r"|last year|versus|against|while|whereas|although|reinspect\w*)\b",
    re.IGNORECASE,
)
_OPENING_WORD = re.compile(r"^(?:during|in|over|throughout|within|between|from)\b", re.IGNORECASE)
_OPENING_REACH = 40
_SHORT = 12
_SECTIONS = 50


@dataclass(frozen=True, slots=True)
class _Placed:
    """A date with the passage it stands in."""

    passage: Passage
    dated: Dated

    @property
    def first(self) -> date:
        return self.dated.first or date.min

    @property
    def last(self) -> date:
        return self.dated.last or date.max


def impossible_dates(evidence: Evidence) -> Iterator[Verdict]:
    """Days that no calendar has, days with the wrong name of the week, periods that end before they begin."""
    for document in evidence.documents:
        for passage in document.passages():
            for found in dated(passage.text):
                if found.impossible:
                    yield _impossible(passage, found)
                elif found.kind is DateKind.DAY and found.first is not None:
                    yield from _weekday(passage, found, found.first)
            for digits in _ISO_DAY.finditer(passage.text):
                if not _is_day(digits):
                    yield _no_day(passage, digits.start(), digits[0])


def _is_day(digits: re.Match[str]) -> bool:
    year, month, day = (int(part) for part in digits.groups())
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _impossible(passage: Passage, found: Dated) -> Finding:
    if found.first is None or found.last is None:
        return _no_day(passage, found.start, found.text)
    sentence = next((part.text for part in sentences(passage.text) if part.start <= found.start < part.end), "")
    return Finding(
        kind=Kind.PERIOD,
        severity=Severity.QUERY if _COMPARES.search(sentence) else Severity.ERROR,
        where=passage.where(found.start),
        quote=quote(passage, found.start, found.end),
        expected="an end on or after the beginning",
        found=found.text,
        message="The period ends before it begins.",
        advice="Correct one of the two dates.",
    )


def _no_day(passage: Passage, start: int, text: str) -> Finding:
    return Finding(
        kind=Kind.DATE,
        severity=Severity.ERROR,
        where=passage.where(start),
        quote=text,
        expected="a day of the calendar",
        found=text,
        message="No calendar has this day.",
        advice="Correct the date.",
    )


def _weekday(passage: Passage, found: Dated, day: date) -> Iterator[Finding]:
    named = _WEEKDAY.search(passage.text[max(0, found.start - 16) : found.start])
    right = _WEEKDAYS[day.weekday()]
    if named and named[1].casefold() != right:
        yield Finding(
            kind=Kind.DATE,
            severity=Severity.ERROR,
            where=passage.where(found.start),
            quote=quote(passage, max(0, found.start - 16), found.end),
            expected=right.capitalize(),
            found=named[1],
            message=f"{long_date(day)} is a {right.capitalize()}.",
            advice="Correct the day of the week or the date.",
        )


def document_dates(evidence: Evidence) -> Iterator[Verdict]:
    """Each document's day of publication, its title, its headings and its summary against each other."""
    for document in evidence.documents:
        headings = [block for block in document.blocks if isinstance(block, Passage) and block.role is Role.HEADING]
        titles = [*headings, *_captions(document)]
        as_at = [placed for title in titles for placed in _dates(title) if placed.dated.kind is DateKind.AS_AT]
        published = next(_publication(document), None)
        if published is not None:
            yield from _published(evidence, document, published, as_at)
        yield from _later_than_title(document, as_at)
        yield from _sections(document)
        yield from _summaries(document, headings)


def _dates(passage: Passage) -> list[_Placed]:
    return [_Placed(passage, found) for found in dated(passage.text) if not found.impossible]


def _publication(document: Document) -> Iterator[_Placed]:
    for block in document.blocks:
        if isinstance(block, Passage) and _PUBLISHED.match(block.text) and len(spelling(block.text)) <= _SHORT:
            yield from (placed for placed in _dates(block) if placed.dated.first is not None)


def _published(
    evidence: Evidence, document: Document, published: _Placed, as_at: Sequence[_Placed]
) -> Iterator[Finding]:
    for placed in as_at:
        if placed.last > published.last and placed.dated.last is not None:
            yield _finding(
                Severity.ERROR,
                published,
                expected=f"a day after {long_date(placed.last)}",
                message=f"The day of publication lies before the day that “{placed.passage.text}” is as at"
                f" ({placed.passage.where()}).",
            )
            break
    for known in evidence.register.documents:
        same = spelling(known.title) in (spelling(document.title), *_titles(document))
        if same and not published.first <= known.published <= published.last:
            yield _finding(
                Severity.QUERY,
                published,
                expected=long_date(known.published),
                message=f"The register has {long_date(known.published)} as the day on which “{known.title}” was"
                " published.",
            )


def _titles(document: Document) -> Iterator[tuple[str, ...]]:
    """The words of the first headings, one of which is the title as it stands."""
    headings = (block for block in document.blocks[:20] if isinstance(block, Passage))
    yield from (spelling(block.text) for block in headings if len(block.text) < 200)


def _captions(document: Document) -> Iterator[Passage]:
    for block in document.blocks:
        if isinstance(block, Table) and block.caption is not None:
            yield block.caption
        elif isinstance(block, Passage) and block.role is Role.CAPTION:
            yield block


def _later_than_title(document: Document, as_at: Sequence[_Placed]) -> Iterator[Finding]:
    """Headings and captions as at a later day than the title, which is the first of them; an error if most are."""
    if not as_at or as_at[0].passage is not next(iter(document.passages()), None):
        return
    title = as_at[0]
    later = [placed for placed in as_at[1:] if placed.last > title.last and placed.dated.last is not None]
    if later:
        yield _finding(
            Severity.ERROR if len(later) > max(1, (len(as_at) - 1) // 2) else Severity.QUERY,
            title,
            expected=long_date(max(placed.last for placed in later)),
            message=f"The title is as at {long_date(title.last)}, and “{later[0].passage.text}” as at a later day"
            f" ({places(placed.passage.where() for placed in later)}).",
        )


def _sections(document: Document) -> Iterator[Finding]:
    """The first sentence of a section against the period in its heading."""
    begun: set[int] = set()
    for headings, block in document.sections():
        if not headings or headings[-1].id in begun or not isinstance(block, Passage) or block.role is Role.FURNITURE:
            continue
        begun.add(headings[-1].id)
        periods = [placed for placed in _dates(headings[-1]) if placed.dated.kind is DateKind.RANGE]
        if len(periods) != 1 or block.role not in (Role.PARAGRAPH, Role.CAPTION):
            continue
        period, said = periods[0], _dates(block)
        if not said or any(placed.first <= period.last and period.first <= placed.last for placed in said):
            continue
        if said[0].dated.start > _OPENING_REACH or not _OPENING_WORD.match(block.text):
            continue
        yield _finding(
            Severity.QUERY if _COMPARES.search(block.text) else Severity.ERROR,
            said[0],
            expected=period.dated.text,
            message=f"The section is headed “{headings[-1].text}” ({headings[-1].where()}), and its first sentence is"
            " about another time.",
            kind=Kind.PERIOD,
        )


def _summaries(document: Document, headings: Sequence[Passage]) -> Iterator[Finding]:
    """Periods in a list against those in the headings: one of either side left over, alike but for one end."""
    headed = {
        (placed.first, placed.last): placed
        for heading in headings
        for placed in _dates(heading)
        if placed.dated.kind is DateKind.RANGE
    }
    if not 0 < len(headed) <= _SECTIONS:
        return
    for block in document.blocks:
        if not isinstance(block, ItemList):
            continue
        listed = {
            (placed.first, placed.last): placed
            for item in block.items
            for placed in _dates(item)
            if placed.dated.kind is DateKind.RANGE
        }
        only_listed = [listed[span] for span in listed if span not in headed]
        only_headed = [headed[span] for span in headed if span not in listed]
        if len(only_listed) == len(only_headed) == 1 and _alike(only_listed[0], only_headed[0]):
            heading = only_headed[0]
            yield _finding(
                Severity.QUERY,
                only_listed[0],
                expected=heading.dated.text,
                message=f"A section is headed “{heading.passage.text}” ({heading.passage.where()}); the list has"
                " another period and no section of it.",
                kind=Kind.PERIOD,
            )


def _alike(one: _Placed, other: _Placed) -> bool:
    return one.first == other.first or one.last == other.last


def _finding(severity: Severity, placed: _Placed, *, expected: str, message: str, kind: Kind = Kind.DATE) -> Finding:
    return Finding(
        kind=kind,
        severity=severity,
        where=placed.passage.where(placed.dated.start),
        quote=quote(placed.passage),
        expected=expected,
        found=placed.dated.text,
        message=message,
        advice="Check both dates.",
    )
