"""What floats over, hides or decorates the cells: SS07, SS09, SS20, SS21, SS25, SS26."""

import re
from collections.abc import Iterator

from areasend.check.workbook.addresses import cell_name
from areasend.check.workbook.evidence import Evidence, Verdict, in_file, judged, place, quoted
from areasend.check.workbook.model import Sheet
from areasend.check.workbook.report import Place

_PATTERN_LINE = re.compile(r"[-=_*~.+#·•–—─━═ ]{3,}")
_PICTURES = ("Pictures/", "xl/media/")
_SCRIPTS = ("Basic/", "Scripts/", "Dialogs/")


def no_filters_or_panes(evidence: Evidence) -> Verdict:
    """SS07. ODS can freeze panes too, whatever the Department for Transport's tool assumes."""
    places = []
    for sheet in evidence.workbook.sheets:
        for table in sheet.tables:
            if table.filter_buttons:
                start = cell_name(table.block.first_row, table.block.first_column)
                places.append(place(sheet.name, start, "filter buttons", "switch the filter off"))
        for reference in sheet.filters:
            start = reference.partition(":")[0].replace("$", "")
            places.append(place(sheet.name, start, f"a filter over {reference}", "switch the filter off"))
        if sheet.frozen:
            places.append(place(sheet.name, "", "frozen or split panes", "unfreeze the panes"))
    return judged(places)


def nothing_hidden(evidence: Evidence) -> Verdict:
    """SS09."""
    return judged(found for sheet in evidence.workbook.sheets for found in _hidden(sheet))


def _hidden(sheet: Sheet) -> Iterator[Place]:
    if sheet.hidden:
        yield place(sheet.name, "", "a hidden sheet", "show the sheet or delete it")
    for first, last in sheet.hidden_rows:
        found = f"hidden rows {first + 1} to {last + 1}"
        yield place(sheet.name, cell_name(first, 0), found, "show the rows or delete them")
    for run in sheet.columns:
        if run.hidden or run.width_cm == 0:
            yield place(sheet.name, cell_name(0, run.first), "a hidden column", "show the column or delete it")


def no_headers_or_boxes(evidence: Evidence) -> Verdict:
    """SS20. Comments count as text boxes: they float over the sheet and screen readers do not announce them."""
    places = []
    for sheet in evidence.workbook.sheets:
        for text in sheet.page_texts:
            places.append(place(sheet.name, "", f"{text}, which screens do not show", "switch it off"))
        for drawing in sheet.drawings:
            if drawing.kind != "image":
                places.append(place(sheet.name, drawing.cell, f"a {drawing.kind}", "write its content into cells"))
    return judged(places)


def no_dividers(evidence: Evidence) -> Verdict:
    """SS21."""
    places = []
    for sheet in evidence.workbook.sheets:
        for cell in sheet.cells.values():
            if _PATTERN_LINE.fullmatch(cell.text) and cell.text.strip():
                places.append(place(sheet.name, cell.name, f"a divider {quoted(cell.text)}", "delete the row"))
        filled = {row for row, _ in sheet.cells}
        for blank in sheet.blanks:
            if blank.look.border and blank.block.first_row not in filled:
                cell_at = cell_name(blank.block.first_row, blank.block.first_column)
                places.append(place(sheet.name, cell_at, "an empty row with a border", "delete the row"))
    return judged(places)


def no_images(evidence: Evidence) -> Verdict:
    """SS25."""
    places = [
        place(sheet.name, drawing.cell, "an image", "put what it shows into words or a table")
        for sheet in evidence.workbook.sheets
        for drawing in sheet.drawings
        if drawing.kind == "image"
    ]
    files = [member.name for member in evidence.workbook.members if member.name.startswith(_PICTURES)]
    places.extend(in_file(f"image file {name}", "delete the image") for name in files if not name.endswith("/"))
    return judged(places)


def no_macros(evidence: Evidence) -> Verdict:
    """SS26."""
    workbook = evidence.workbook
    scripts = [member.name for member in workbook.members if member.name.startswith(_SCRIPTS)]
    places = [
        in_file(f"macro part {name}", "delete the macros")
        for name in (*scripts, *workbook.scripts)
        if not name.endswith("/")
    ]
    for sheet in workbook.sheets:
        for name in sheet.listeners:
            places.append(place(sheet.name, "", f"an event listener or form {name}", "delete it"))
    return judged(places)
