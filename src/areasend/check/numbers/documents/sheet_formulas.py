"""Results that an XLSX workbook keeps with its formulas: what its readers see in those cells."""

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element

from areasend.check.workbook.addresses import parse_cell
from areasend.check.workbook.model import NumberFormat, Sheet, Workbook
from areasend.check.workbook.package import Package, open_package
from areasend.check.workbook.showing import shown_number

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_AS_IS = NumberFormat(decimals=None)


def kept_results(path: Path, workbook: Workbook) -> Mapping[str, Mapping[tuple[int, int], str]]:
    """What the cells with formulas show, by sheet and place; nothing where a program kept no result.

    An ODS cell has its displayed text in any case. Raises `WorkbookUnreadable`.
    """
    sheets = [sheet for sheet in workbook.sheets if any(cell.formula for cell in sheet.cells.values())]
    if workbook.format != "xlsx" or not sheets:
        return {}
    from areasend.check.workbook.xlsx.parts import sheet_parts

    package = open_package(path)
    parts = sheet_parts(package)
    return {sheet.name: dict(_results(package, parts[sheet.name], sheet)) for sheet in sheets if sheet.name in parts}


def _results(package: Package, part: str, sheet: Sheet) -> Iterator[tuple[tuple[int, int], str]]:
    for element in package.xml(part).iter(f"{_MAIN}c"):
        value = element.find(f"{_MAIN}v")
        if value is None or element.find(f"{_MAIN}f") is None:
            continue
        place = parse_cell(element.get("r", ""))
        cell = None if place is None else sheet.cells.get(place)
        if cell is not None:
            yield (cell.row, cell.column), _shown(element, value.text or "", cell.look.number_format or _AS_IS)


def _shown(element: Element, value: str, style: NumberFormat) -> str:
    kind = element.get("t", "n")
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind != "n":
        return value
    try:
        number = float(value)
    except ValueError:
        return value
    return shown_number(Decimal(repr(number)), style) if math.isfinite(number) else value
