"""Where an internal link leads: `#Sheet.A1`, `#'Sheet'.A1`, `#$Sheet.A1`, `#Sheet!A1`, `#Sheet` or `#table_name`."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from areasend.check.workbook.addresses import parse_block, unquote_sheet
from areasend.check.workbook.model import Workbook

_SHEET_AND_CELL = re.compile(r"(?P<sheet>\$?'(?:[^']|'')+'|[^'!.]+)[.!](?P<cell>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::.+)?)")


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkTarget:
    sheet: str


def link_target(workbook: Workbook, target: str) -> LinkTarget | None:
    """None for a target that is not internal or is not in this workbook."""
    if not target.startswith("#"):
        return None
    place = unquote(target[1:])
    match = _SHEET_AND_CELL.fullmatch(place)
    if match is not None and parse_block(re.sub(r"(?<=:).*[.!]", "", match["cell"])) is None:
        return None
    name = unquote_sheet(place if match is None else match["sheet"]).casefold()
    for sheet in workbook.sheets:
        tables = {table.name.casefold() for table in sheet.tables}
        if sheet.name.casefold() == name or (match is None and name in tables):
            return LinkTarget(sheet=sheet.name)
    named = match is None and name in {known.casefold() for known in workbook.names}
    return LinkTarget(sheet="") if named else None
