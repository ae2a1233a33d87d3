"""Runs the whole checklist over one file: read it, lay it out, ask every point."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from areasend.check.workbook.catalogue import POINTS
from areasend.check.workbook.evidence import Evidence
from areasend.check.workbook.layout import lay_out
from areasend.check.workbook.model import Workbook
from areasend.check.workbook.ods import read_ods
from areasend.check.workbook.package import Package, open_package
from areasend.check.workbook.report import PointResult, WorkbookReport

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def check_workbook(
    path: Path,
    *,
    words: Collection[str] = (),
    tables: Mapping[str, Sequence[Sequence[str]]] | None = None,
) -> WorkbookReport:
    """Checks an ODS or XLSX file against SS01 to SS44.

    `words` are further words and abbreviations to accept (SS15, SS33). `tables` are the published CSV tables by name,
    header first, to compare the sheets with (SS41, SS42). Raises `WorkbookUnreadable`.
    """
    workbook = read_workbook(path)
    evidence = Evidence(
        workbook=workbook,
        layouts=lay_out(workbook),
        words=frozenset(word.casefold() for word in words),
        tables=tables,
    )
    results = []
    for point in POINTS:
        verdict = point.judge(evidence)
        results.append(
            PointResult(
                point=point.number,
                essential=point.essential,
                rule=point.rule,
                status=verdict.status,
                reason=verdict.reason,
                places=verdict.places,
            )
        )
    return WorkbookReport(file=path.name, format=workbook.format, results=tuple(results))


def read_workbook(path: Path) -> Workbook:
    package = open_package(path)
    if package.holds("xl/workbook.xml"):
        # openpyxl takes a third of a second to import, which the checks of our own ODS can do without.
        from areasend.check.workbook.xlsx import read_xlsx

        return read_xlsx(package)
    if package.holds("content.xml"):
        _is_spreadsheet(package)
        return read_ods(package)
    raise package.unreadable(
        "a workbook is ODS or XLSX",
        "a ZIP archive with neither content.xml nor xl/workbook.xml",
        "the archive",
        "give the path of an ODS or XLSX file",
    )


def _is_spreadsheet(package: Package) -> None:
    kind = package.read("mimetype").strip() if package.holds("mimetype") else _SPREADSHEET
    if not kind.startswith(_SPREADSHEET):
        found = f"the type {kind[:80].decode('ascii', 'replace')!r}"
        raise package.unreadable("an OpenDocument workbook is a spreadsheet", found, "mimetype")
