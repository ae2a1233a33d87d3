"""Other inspections of the same councils, from a CSV file: one row each, with its first and last day."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

from areasend.programme.configuration.model import OtherInspection
from areasend.programme.configuration.names import Names
from areasend.programme.configuration.sheet import Sheet

HEADING = ("area", "inspection", "first_day", "last_day", "monitoring_visit")
_PLACE = "other inspections"
_YES_NO = {"yes": True, "no": False}
_DAY = re.compile(r"20\d{2}-\d{2}-\d{2}", re.ASCII)


def read_other_inspections(content: bytes, names: Names, sheet: Sheet) -> tuple[OtherInspection, ...]:
    """The rows of a CSV file (RFC 4180, UTF-8) without fault, sorted by area and day."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        sheet.fault(_PLACE, None, f"no CSV in UTF-8: {error}", "Save the file as CSV in UTF-8")
        return ()
    heading = tuple(cell.strip() for cell in rows[0]) if rows else ()
    if heading != HEADING:
        sheet.fault(
            _PLACE, ",".join(heading), "the heading is another", f"Write as the first line: {','.join(HEADING)}"
        )
        return ()
    found: dict[OtherInspection, int] = {}
    for number, row in enumerate(rows[1:], 2):
        cells = [cell.strip() for cell in row]
        if any(cells):
            entry = _entry(cells, f"{_PLACE}, row {number}", names, sheet)
            if entry is not None and found.setdefault(entry, number) != number:
                sheet.fault(f"{_PLACE}, row {number}", None, f"row {found[entry]} says the same", "Remove one")
    return tuple(sorted(found, key=lambda entry: (entry.gss_code, entry.first_day, entry.last_day, entry.name)))


def _entry(cells: Sequence[str], key: str, names: Names, sheet: Sheet) -> OtherInspection | None:
    if len(cells) != len(HEADING):
        sheet.fault(key, len(cells), f"{len(HEADING)} cells are needed", f"Write {', '.join(HEADING)}")
        return None
    area, name, first_text, last_text, visit = cells
    before = sheet.count
    code = names.area(area, f"{key}, area", sheet)
    sheet.check(f"{key}, inspection", name)
    first = _day(first_text, f"{key}, first_day", sheet)
    last = _day(last_text, f"{key}, last_day", sheet)
    if first is not None and last is not None and last < first:
        sheet.fault(f"{key}, last_day", last, f"lies before its first day, {first}", "Correct one of the two")
    if visit.lower() not in _YES_NO:
        sheet.fault(f"{key}, monitoring_visit", visit, "must be yes or no", "Write yes for a monitoring visit")
    if sheet.count > before or code is None or first is None or last is None:
        return None
    return OtherInspection(
        gss_code=code, name=name, first_day=first, last_day=last, is_monitoring_visit=_YES_NO[visit.lower()]
    )


def _day(text: str, key: str, sheet: Sheet) -> date | None:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    sheet.fault(key, text, "must be a day of this century, such as 2025-06-26", "Correct the value")
    return None
