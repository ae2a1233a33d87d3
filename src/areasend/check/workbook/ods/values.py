"""Typed value of an ODS cell from its `office:*` attributes (OpenDocument 1.3, part 3, 19.385 and following)."""

import math
from datetime import date, datetime
from xml.etree.ElementTree import Element

from areasend.check.workbook.model import Kind, Value
from areasend.check.workbook.ods.names import CALCEXT, OFFICE

_TYPE = f"{OFFICE}value-type"
_VALUE = f"{OFFICE}value"
_KINDS = {
    "float": Kind.NUMBER,
    "currency": Kind.NUMBER,
    "percentage": Kind.PERCENTAGE,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "boolean": Kind.BOOLEAN,
}


def typed_value(cell: Element, text: str) -> tuple[Kind, Value]:
    if cell.get(f"{CALCEXT}value-type") == "error":
        return Kind.ERROR, text
    kind = _KINDS.get(cell.get(_TYPE, ""), Kind.TEXT)
    if kind is Kind.NUMBER or kind is Kind.PERCENTAGE:
        number = _number(cell.get(_VALUE, ""))
        return (Kind.ERROR, text) if number is None else (kind, number)
    if kind is Kind.DATE:
        when = _date(cell.get(f"{OFFICE}date-value", ""))
        return (Kind.ERROR, text) if when is None else (kind, when)
    if kind is Kind.BOOLEAN:
        return kind, cell.get(f"{OFFICE}boolean-value") == "true"
    if kind is Kind.TIME:
        return kind, cell.get(f"{OFFICE}time-value", "")
    return kind, cell.get(f"{OFFICE}string-value", text)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _date(text: str) -> date | datetime | None:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return None
