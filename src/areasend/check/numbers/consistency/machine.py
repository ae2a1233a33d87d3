"""What the page says to machines against what it shows: `<data value="14">15</data>`, `<time datetime="...">`."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from areasend.check.numbers.documents.model import Mark, MarkKind, Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Number, Unit
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_NUMBER = re.compile(r"-?\d{1,18}(?:\.\d{1,18})?")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


def machine_values(evidence: Evidence) -> Iterator[Verdict]:
    """Holds each marked number against the machine's value. A percentage may be marked as such or as a fraction."""
    for document in evidence.documents:
        for passage in document.passages():
            marks = passage.marked(MarkKind.VALUE)
            numbers = evidence.numbers_in(passage) if marks else ()
            by_start = {number.start: number for number in numbers}
            for mark in marks:
                number = _marked(by_start, mark)
                if number is not None and _NUMBER.fullmatch(mark.value.strip()):
                    yield _value(number, Fraction(mark.value.strip()), mark)


def machine_dates(evidence: Evidence) -> Iterator[Verdict]:
    """Holds each marked day against the machine's date; a mark that is no day, or shows none, is not judged."""
    for document in evidence.documents:
        for passage in document.passages():
            for mark in passage.marked(MarkKind.DATE):
                day = _day(mark.value)
                if day is not None:
                    yield from _date(passage, mark, day)


def _marked(by_start: dict[int, Number], mark: Mark) -> Number | None:
    """The number that is all that a mark covers, but for a sign before it."""
    for start in range(mark.start, min(mark.start + 3, mark.end)):
        if start in by_start and by_start[start].end >= mark.end - 2:
            return by_start[start]
    return None


def _value(number: Number, value: Fraction, mark: Mark) -> Verdict:
    shown = Fraction(number.value)
    grain = Fraction(number.grain) if number.places or number.grain >= 100 else Fraction(0)
    same = [value] + ([100 * value] if number.unit is Unit.PERCENT else [])
    near = grain / 2 if grain else Fraction(1, 2) if number.unit is Unit.PERCENT else Fraction(0)
    if any(abs(shown - entry) <= near for entry in same):
        how = f"its value for machines is {mark.value}"
        return Support(numbers=(number.id,), status=Status.CONSISTENT, how=how)
    return Finding(
        kind=Kind.TWO_PLACES,
        severity=Severity.ERROR,
        where=number.where,
        quote=number.sentence.text,
        expected=mark.value,
        found=number.text,
        message=f"The page shows {number.text}; its value for machines is {mark.value}.",
        advice="Write both from the same number.",
        numbers=(number.id,),
    )


def _day(value: str) -> date | None:
    match = _DAY.fullmatch(value.strip())
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def _date(passage: Passage, mark: Mark, day: date) -> Iterator[Verdict]:
    text = passage.text[mark.start : mark.end]
    shown = [entry for entry in dated(text) if entry.first is not None and entry.first == entry.last]
    if len(shown) == 1 and shown[0].first != day:
        yield Finding(
            kind=Kind.TWO_PLACES,
            severity=Severity.ERROR,
            where=passage.where(mark.start),
            quote=text,
            expected=mark.value,
            found=shown[0].text,
            message=f"The page shows {shown[0].text}; its date for machines is {mark.value}.",
            advice="Write both from the same date.",
        )
