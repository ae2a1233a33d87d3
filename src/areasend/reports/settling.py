"""From what a document prints to a settled reading: its area, its dates of publication, and the rules across fields."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from areasend.framework import Framework
from areasend.register import Register
from areasend.reports.area_names import AreaNames
from areasend.reports.columns import COLUMN_ORDER
from areasend.reports.in_area import found_in_area
from areasend.reports.kinds import DocumentKind
from areasend.reports.reading import Problem, Reading
from areasend.reports.rules import problems_of


def settled(
    readings: Iterable[Reading],
    *,
    register: Register,
    framework: Framework,
    with_dates: Callable[[Reading], Reading],
    corrected: Callable[[Reading], Reading],
) -> tuple[Reading, ...]:
    """Readings as they are written, sorted by area, day and file.

    A person's corrections come before dates and rules, which go by them. The same document under two names is
    one reading; two documents of one inspection are a problem of both.
    """
    names = AreaNames(register)
    once = _each_document_once(readings)
    done = [_settled(reading, names, framework, with_dates, corrected) for reading in once]
    return tuple(sorted(_one_report_an_inspection(done), key=_by_inspection))


def _settled(
    reading: Reading,
    names: AreaNames,
    framework: Framework,
    with_dates: Callable[[Reading], Reading],
    corrected: Callable[[Reading], Reading],
) -> Reading:
    if reading.document is not DocumentKind.FULL_INSPECTION:
        return corrected(reading)
    reading = with_dates(corrected(found_in_area(reading, names)))
    reading = reading.with_problems(*problems_of(reading, framework), *_there_on_its_day(reading, names))
    return replace(reading, values=tuple(sorted(reading.values, key=lambda value: COLUMN_ORDER[value.field])))


def _there_on_its_day(reading: Reading, names: AreaNames) -> Iterator[Problem]:
    area, start = names.area(reading.text("gss_code")), reading.known("inspection_start")
    if area is not None and start and not area.exists_on(date.fromisoformat(start)):
        expected = f"a day on which {area.name} exists in its present form (from {area.valid_from or 'the beginning'})"
        page = reading.page_of("inspection_start")
        yield Problem(field="inspection_start", page=page, expected=expected, found=start)


def _each_document_once(readings: Iterable[Reading]) -> list[Reading]:
    by_document: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.file):
        by_document[reading.sha256].append(reading)
    once = []
    for same in by_document.values():
        if same[0].document is not DocumentKind.FULL_INSPECTION:
            once += same
            continue
        problems = [
            Problem(field="file", page=0, expected="each document once", found=f"the same document as {other.file}")
            for other in same[1:]
        ]
        once.append(same[0].with_problems(*problems))
    return once


def _one_report_an_inspection(readings: Sequence[Reading]) -> list[Reading]:
    of_inspection: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        of_inspection[reading.text("inspection_id")].append(reading)
    return [
        reading.with_problems(*_others(reading, of_inspection[reading.text("inspection_id")])) for reading in readings
    ]


def _others(reading: Reading, same: Sequence[Reading]) -> list[Problem]:
    if not reading.known("inspection_id"):
        return []
    expected = "one report of an inspection"
    return [
        Problem(field="inspection_id", page=0, expected=expected, found=f"{other.file} is one of the same inspection")
        for other in same
        if other is not reading
    ]


def _by_inspection(reading: Reading) -> tuple[str, str, str]:
    return (reading.text("gss_code"), reading.text("inspection_start"), reading.file)
