"""From what a document prints to a settled reading: its area, its dates of publication, and the rules across fields."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from areasend.framework import Framework
from areasend.register import LocalArea, Register
from areasend.reports.columns import INSPECTION_COLUMNS
from areasend.reports.kinds import DocumentKind
from areasend.reports.matching import AreaNames
from areasend.reports.reading import NOT_FOUND, Origin, Problem, Reading, Value
from areasend.reports.rules import problems_of

_FROM_REGISTER = ("gss_code", "local_area", "la_code", "urn", "ofsted_region", "ons_region")
_ORDER = {name: number for number, name in enumerate(INSPECTION_COLUMNS)}


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
    reading = with_dates(corrected(_with_area(reading, names)))
    if reading.get("publication_date") is None:
        reading = reading.with_values(Value(field="publication_date", value=NOT_FOUND, origin=Origin.DATES))
    reading = reading.with_problems(*problems_of(reading, framework))
    return _in_order(reading)


def _with_area(reading: Reading, names: AreaNames) -> Reading:
    matched = names.area_of(_known(reading, "title_name"), _known(reading, "local_authority"))
    if matched.reason:
        expected = "a local area of the register, named on the title page and by its authority"
        problem = Problem(field="gss_code", page=_page(reading, "title_name"), expected=expected, found=matched.reason)
        reading = reading.with_problems(problem)
    if matched.area is None:
        missing = [Value(field=field, value=NOT_FOUND, origin=Origin.REGISTER) for field in _FROM_REGISTER]
        return reading.with_values(*missing, _identity(NOT_FOUND))
    return _of_area(reading, matched.area)


def _of_area(reading: Reading, area: LocalArea) -> Reading:
    start = _known(reading, "inspection_start")
    values = (area.gss_code, area.name, area.dfe_la_code, area.ofsted_urn, area.ofsted_region, area.ons_region)
    places = title.places if (title := reading.get("title_name")) else ()
    reading = reading.with_values(
        *(
            Value(field=field, value=value, places=places, origin=Origin.REGISTER)
            for field, value in zip(_FROM_REGISTER, values, strict=True)
        ),
        _identity(f"{area.gss_code}-{start}" if start else NOT_FOUND),
    )
    if start and not area.exists_on(date.fromisoformat(start)):
        expected = f"a day on which {area.name} exists in its present form (from {area.valid_from or 'the beginning'})"
        return reading.with_problems(
            Problem(field="inspection_start", page=_page(reading, "inspection_start"), expected=expected, found=start)
        )
    return reading


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
    if reading.text("inspection_id") in ("", NOT_FOUND):
        return []
    expected = "one report of an inspection"
    return [
        Problem(field="inspection_id", page=0, expected=expected, found=f"{other.file} is one of the same inspection")
        for other in same
        if other is not reading
    ]


def _in_order(reading: Reading) -> Reading:
    return Reading(
        file=reading.file,
        sha256=reading.sha256,
        document=reading.document,
        values=tuple(sorted(reading.values, key=lambda value: _ORDER[value.field])),
        findings=reading.findings,
        passages=reading.passages,
        problems=reading.problems,
        page_sizes=reading.page_sizes,
    )


def _by_inspection(reading: Reading) -> tuple[str, str, str]:
    return (reading.text("gss_code"), reading.text("inspection_start"), reading.file)


def _identity(value: str) -> Value:
    return Value(field="inspection_id", value=value, origin=Origin.REGISTER)


def _known(reading: Reading, field: str) -> str:
    text = reading.text(field)
    return "" if text == NOT_FOUND else text


def _page(reading: Reading, field: str) -> int:
    value = reading.get(field)
    return value.places[0].page if value and value.places else 0
