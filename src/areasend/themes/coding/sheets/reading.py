"""Reading a filled sheet, ODS or CSV, as spreadsheet programs save them: rows of text under a heading."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook

from areasend.themes.coding.sheets.cells import as_written
from areasend.themes.coding.sheets.guarding import SheetUnreadable, guarded
from areasend.themes.coding.sheets.writing import SHEET
from areasend.themes.errors import CodingFault, CodingInvalid

_ZIP = b"PK\x03\x04"
_SEPARATORS = ",;\t"
_LINE_END = re.compile(r"\r\n|\r|\n")
_SAVE = "Save it as an OpenDocument spreadsheet (.ods), or as CSV in UTF-8"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that is not empty, with its number as spreadsheets count and its cells by the names of their columns."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def read_rows(content: bytes, file: str, needed: Sequence[str]) -> tuple[SheetRow, ...]:
    """The rows of a sheet whose heading has at least the columns needed. Raises `CodingInvalid`."""
    rows = _ods(content, file) if content.startswith(_ZIP) else _csv(content, file)
    heading, body = ([_column(cell) for cell in rows[0]], rows[1:]) if rows else ([], [])
    faults = _heading_faults(heading, file, needed)
    if faults:
        raise CodingInvalid(f"{file} is no sheet of this kind", faults)
    found = []
    for number, cells in enumerate(body, 2):
        named = dict(zip(heading, [as_written(cell).strip() for cell in cells], strict=False))
        if any(named.values()):
            found.append(SheetRow(number, {name: named.get(name, "") for name in heading}))
    return tuple(found)


def _heading_faults(heading: Sequence[str], file: str, needed: Sequence[str]) -> list[CodingFault]:
    faults = []
    for column in needed:
        if heading.count(column) != 1:
            rule = f"the column {column} is missing" if column not in heading else f"the column {column} stands twice"
            remedy = "The first row holds the names of the columns, as areasend wrote them"
            faults.append(CodingFault(file=file, place="row 1", value="", rule=rule, remedy=remedy))
    return faults


def _column(cell: str) -> str:
    return "_".join(cell.casefold().split())


def _ods(content: bytes, file: str) -> list[list[str]]:
    try:
        with CalamineWorkbook.from_filelike(guarded(content)) as workbook:
            names = workbook.sheet_names
            if not names:
                raise SheetUnreadable("holds no sheet")
            sheet = workbook.get_sheet_by_name(SHEET if SHEET in names else names[0])
            return [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    except (SheetUnreadable, CalamineError) as error:
        rule = str(error) if isinstance(error, SheetUnreadable) else "no OpenDocument spreadsheet"
        raise _unreadable(file, "", "", rule) from error


def _text(value: object) -> str:
    """What a person sees in a cell, whatever the spreadsheet program took it for."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _csv(content: bytes, file: str) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        read = error.object
        line = read[: error.start].count(b"\n") + 1
        rule = "the file is not in UTF-8: letters such as ’ and é would be lost"
        raise _unreadable(file, f"line {line}", f"byte {read[error.start]:02x}", rule) from error
    if "\0" in text:
        raise _unreadable(file, "", "", "neither an OpenDocument spreadsheet nor a text file")
    first, *rest = _LINE_END.split(text, maxsplit=1)
    if rest and first.lower() in [f"sep={separator}" for separator in _SEPARATORS]:
        text = rest[0]
        first = _LINE_END.split(text, maxsplit=1)[0]
    separator = max(_SEPARATORS, key=first.count)
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows.extend([_text(cell) for cell in row] for row in reader)
    except csv.Error as error:
        raise _unreadable(file, f"row {len(rows) + 1}", str(error), "not valid CSV from here on") from error
    return rows


def _unreadable(file: str, place: str, value: str, rule: str) -> CodingInvalid:
    return CodingInvalid(
        f"{file} cannot be read", [CodingFault(file=file, place=place, value=value, rule=rule, remedy=_SAVE)]
    )


__all__ = ["SheetRow", "read_rows"]
