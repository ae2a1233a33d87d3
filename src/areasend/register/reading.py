"""Reading one CSV file of records: strictly RFC 4180 in UTF-8, every fault reported with its row and column."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from areasend.register.columns import CellRefused
from areasend.register.errors import Fault
from areasend.register.schema import RecordType

T = TypeVar("T")

csv.field_size_limit(131_072)


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed(Generic[T]):
    """A record with the row of its file on which it stands."""

    row: int
    record: T


def read_records(content: bytes, kind: RecordType, faults: list[Fault]) -> tuple[Placed[Any], ...] | None:
    """The records of one file in the order of its rows, or None where the file as a whole cannot be read.

    Rows with a fault are left out; every fault is added to `faults`.
    """
    before = len(faults)
    rows = read_cells(content, kind.file, faults)
    if not rows or not _heading_fits(rows[0], kind, faults):
        if len(faults) == before:
            faults.append(
                _of_file(kind, "", "the file is empty: not even a heading", f"Begin with {_line(kind.heading)}")
            )
        return None
    order = [rows[0].index(name) for name in kind.heading]
    placed = (_record(row, number, order, kind, faults) for number, row in enumerate(rows[1:], 2))
    return tuple(entry for entry in placed if entry is not None)


def read_cells(content: bytes, file: str, faults: list[Fault]) -> list[list[str]]:
    """The cells of a CSV file, row by row with its heading; none, and a fault more, where it cannot be read."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        read = error.object  # without the byte order mark, which `error.start` does not count
        row = read[: error.start].count(b"\n") + 1
        rule = "the file is not in UTF-8"
        found = read[error.start : error.start + 1].hex()
        faults.append(
            Fault(file=file, row=row, column="", value=f"byte {found}", rule=rule, remedy="Save it as CSV UTF-8")
        )
        return []
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        faults.append(
            Fault(file=file, row=row, column="", value="NUL", rule="not a text file", remedy="Save it as CSV UTF-8")
        )
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        remedy = "Close every quotation mark; double those inside a quoted cell"
        faults.append(
            Fault(
                file=file,
                row=len(rows) + 1,
                column="",
                value=str(error),
                rule="not valid CSV (RFC 4180) from here on",
                remedy=remedy,
            )
        )
        return []
    return rows


def _heading_fits(heading: Sequence[str], kind: RecordType, faults: list[Fault]) -> bool:
    before = len(faults)
    if len(heading) == 1 and (";" in heading[0] or "\t" in heading[0]):
        faults.append(
            _of_heading(kind, "", heading[0], "the cells are not parted by commas", "Save it as comma-separated")
        )
        return False
    for name in kind.heading:
        if name not in heading:
            faults.append(_of_heading(kind, name, "", "the column is missing", f"The heading is {_line(kind.heading)}"))
    for position, name in enumerate(heading):
        if name not in kind.heading:
            faults.append(
                _of_heading(kind, name, name, "no such column belongs here", f"The heading is {_line(kind.heading)}")
            )
        elif name in heading[:position]:
            faults.append(_of_heading(kind, name, name, "the column stands twice", "Keep one of them"))
    return len(faults) == before


def _record(
    row: list[str], number: int, order: Sequence[int], kind: RecordType, faults: list[Fault]
) -> Placed[Any] | None:
    if len(row) != len(order):
        rule = f"the row has {len(row)} cells where the heading has {len(order)}" if row else "an empty line"
        remedy = "Quote cells that hold a comma, or complete the row" if row else "Remove the line"
        faults.append(Fault(file=kind.file, row=number, column="", value=_line(row)[:80], rule=rule, remedy=remedy))
        return None
    values: dict[str, Any] = {}
    for column, position in zip(kind.columns, order, strict=True):
        try:
            values[column.name] = column.value(row[position])
        except CellRefused as refused:
            faults.append(
                Fault(
                    file=kind.file,
                    row=number,
                    column=column.name,
                    value=row[position][:80],
                    rule=str(refused),
                    remedy=refused.remedy,
                )
            )
    return Placed(row=number, record=kind.kind(**values)) if len(values) == len(order) else None


def _of_file(kind: RecordType, value: str, rule: str, remedy: str) -> Fault:
    return Fault(file=kind.file, row=0, column="", value=value, rule=rule, remedy=remedy)


def _of_heading(kind: RecordType, column: str, value: str, rule: str, remedy: str) -> Fault:
    return Fault(file=kind.file, row=1, column=column, value=value[:80], rule=rule, remedy=remedy)


def _line(cells: Sequence[str]) -> str:
    return ",".join(cells)
