"""A report as text for people and as JSON for programs. Same report, same characters."""

import json
from collections.abc import Iterator

from areasend.check.workbook.report import Place, PointResult, Status, WorkbookReport

# A stranger's workbook can break one point in every cell; the JSON form keeps them all.
SHOWN_PLACES = 20
LABELS = {Status.PASS: "pass", Status.FAIL: "FAIL", Status.NOT_CHECKABLE: "not checkable"}


def report_text(report: WorkbookReport) -> str:
    lines = [f"{report.file} ({report.format.upper()}): workbook checklist SS01 to SS44"]
    for result in report.results:
        lines.extend(_point_lines(result))
    lines.append(_closing_line(report))
    return "\n".join(lines) + "\n"


def report_json(report: WorkbookReport) -> str:
    content = {
        "file": report.file,
        "format": report.format,
        "passed": report.passed,
        "counts": {status.value: report.count(status) for status in Status},
        "results": [_as_json(result) for result in report.results],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _point_lines(result: PointResult) -> Iterator[str]:
    essential = " (essential)" if result.essential else ""
    reason = f" - {result.reason}" if result.reason else ""
    yield f"{result.point} {LABELS[result.status]}{essential}: {result.rule}{reason}"
    for place in result.places[:SHOWN_PLACES]:
        yield f"    {_where(place)}: found {place.found}; {place.remedy}"
    more = len(result.places) - SHOWN_PLACES
    if more > 0:
        yield f"    and {more:,} more"


def _where(place: Place) -> str:
    if not place.sheet:
        return "the file"
    return f"{place.sheet}!{place.cell}" if place.cell else place.sheet


def _closing_line(report: WorkbookReport) -> str:
    verdict = "met as far as it can be checked" if report.passed else "not met"
    return (
        f"{len(report.results)} points: {report.count(Status.PASS)} pass, {report.count(Status.FAIL)} fail, "
        f"{report.count(Status.NOT_CHECKABLE)} not checkable. The checklist is {verdict}."
    )


def _as_json(result: PointResult) -> dict[str, object]:
    places = [
        {"sheet": place.sheet, "cell": place.cell, "found": place.found, "remedy": place.remedy}
        for place in result.places
    ]
    return {
        "point": result.point,
        "essential": result.essential,
        "rule": result.rule,
        "status": result.status.value,
        "reason": result.reason,
        "places": places,
    }
