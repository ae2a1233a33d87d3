"""XLSX number format codes plain enough to say what text a value shows (ECMA-376 part 1, 18.8.31)."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache

from areasend.check.workbook.model import NumberFormat
from areasend.check.workbook.showing import shown_number

_PLAIN = re.compile(r'(?P<prefix>"[^"]*"|£|\$)?(?P<group>#,##)?0(?:\.(?P<decimals>0+))?(?P<percent>%)?')


@cache
def number_format(code: str) -> NumberFormat | None:
    if code == "General":
        return NumberFormat(decimals=None)
    match = _PLAIN.fullmatch(code)
    if match is None:
        return None
    return NumberFormat(
        decimals=len(match["decimals"] or ""),
        grouping=match["group"] is not None,
        percent=match["percent"] is not None,
        prefix=(match["prefix"] or "").strip('"'),
    )


def shown_text(value: object, code: str) -> str:
    """XLSX keeps no displayed text: this is what the format code makes of the value, as far as it is plain."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        plain = number_format(code) or NumberFormat(decimals=None)
        return shown_number(Decimal(repr(value)), plain)
    if isinstance(value, datetime | date):
        return _shown_date(value, code)
    if isinstance(value, time):
        return value.isoformat()
    return "" if value is None else str(value)


def _shown_date(value: date, code: str) -> str:
    """Only the length of the year matters to the checks, so month and day stay as numbers."""
    year = f"{value.year % 100:02}" if re.search(r"(?<!y)yy(?!y)", code.lower()) else str(value.year)
    return f"{value.day}/{value.month}/{year}" if len(year) == 2 else f"{value.day} {value:%B} {year}"
