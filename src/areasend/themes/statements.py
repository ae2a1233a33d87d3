"""The statements that are coded: areas for priority action and for improvement, and the bullets of two sections.

They come from the folder that `areasend reports read` leaves: `findings.csv` and `sections.csv` (docs/reports.md).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from areasend.formats import csv_bytes
from areasend.register import Fault, read_cells
from areasend.themes.errors import CodingFault, CodingInvalid
from areasend.themes.printable import is_printable


class StatementKind(StrEnum):
    """The two kinds of findings, and the bullets on what is effective and what the partnership needs to do better."""

    APA = "apa"
    AFI = "afi"
    EFFECTIVE = "effective"
    BETTER = "better"


FINDINGS = (StatementKind.APA, StatementKind.AFI)
_ORDER = tuple(StatementKind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One statement with its place in the report; `text` is the report's and never leaves the coder's machine."""

    id: str
    inspection_id: str
    gss_code: str
    local_area: str
    kind: StatementKind
    seq: int
    page_start: int
    page_end: int
    file: str
    text: str


def read_statements(folder: Path, kinds: Sequence[StatementKind] = FINDINGS) -> tuple[Statement, ...]:
    """The statements of these kinds in a folder of readings, by inspection, kind and number.

    Raises `CodingInvalid` with every fault of the files, `OSError` where one is missing.
    """
    faults: list[CodingFault] = []
    found: list[Statement] = []
    if any(kind in FINDINGS for kind in kinds):
        found += _read((folder / "findings.csv").read_bytes(), "findings.csv", "kind", faults)
    if any(kind not in FINDINGS for kind in kinds):
        found += _read((folder / "sections.csv").read_bytes(), "sections.csv", "section", faults)
    if faults:
        raise CodingInvalid(f"{folder} cannot be coded", faults)
    kept = [statement for statement in found if statement.kind in kinds]
    kept.sort(key=lambda statement: (statement.inspection_id, _ORDER.index(statement.kind), statement.seq))
    return tuple(kept)


def statements_csv(statements: Sequence[Statement]) -> bytes:
    """The statements as a table that `statements_in` reads back."""
    columns = (*_NEEDED[:3], "kind", *_NEEDED[3:])
    return csv_bytes(columns, ([str(getattr(statement, name)) for name in columns] for statement in statements))


def statements_in(content: bytes, name: str, faults: list[CodingFault]) -> tuple[Statement, ...]:
    """The statements of such a table, whatever their kind; every fault of it is added to `faults`."""
    return tuple(_read(content, name, "kind", faults))


_NEEDED = ("inspection_id", "gss_code", "local_area", "seq", "text", "page_start", "page_end", "file")


def _read(content: bytes, name: str, kind_column: str, faults: list[CodingFault]) -> Iterator[Statement]:
    told: list[Fault] = []
    rows = read_cells(content, name, told)
    faults += [_as_coding_fault(fault) for fault in told]
    heading, body = (rows[0], rows[1:]) if rows else ([], [])
    missing = [column for column in (*_NEEDED, kind_column) if column not in heading]
    if missing and not told:
        rule = f"the heading lacks {', '.join(missing)}"
        remedy = "Use the folder that areasend reports read --out made"
        faults.append(CodingFault(file=name, place="row 1", value=",".join(heading)[:80], rule=rule, remedy=remedy))
    if missing:
        return
    known = {kind.value for kind in StatementKind}
    seen: dict[str, int] = {}
    for number, cells in enumerate(body, 2):
        row = dict(zip(heading, cells, strict=False))
        if len(cells) != len(heading):
            faults.append(_fault(name, number, "", f"{len(cells)} cells where the heading has {len(heading)}"))
        elif row[kind_column] in known and row.get("form", "bullet") != "paragraph":
            wrong = _wrong(row, f"{row['inspection_id']}-{row[kind_column]}-{row['seq']}", seen)
            if wrong:
                faults.append(_fault(name, number, *wrong))
                continue
            seen[f"{row['inspection_id']}-{row[kind_column]}-{row['seq']}"] = number
            yield _statement(row, kind_column)


def _wrong(row: dict[str, str], statement_id: str, seen: dict[str, int]) -> tuple[str, str] | None:
    """The value and the rule it breaks, or None."""
    for column in ("seq", "page_start", "page_end"):
        if not (row[column].isascii() and row[column].isdigit() and len(row[column]) < 7):
            return row[column], f"{column} is no whole number"
    for column in ("inspection_id", "gss_code", "local_area", "text"):
        if not row[column].strip() or row[column] == "[x]":
            return row[column], f"{column} is missing: the reading could not tell it"
    for column in ("inspection_id", "local_area", "text", "file"):
        if not is_printable(row[column]):
            return ascii(row[column]), f"{column} holds a control character"
    if statement_id in seen:
        return statement_id, f"the statement stands twice (first on row {seen[statement_id]})"
    return None


def _statement(row: dict[str, str], kind_column: str) -> Statement:
    return Statement(
        id=f"{row['inspection_id']}-{row[kind_column]}-{row['seq']}",
        inspection_id=row["inspection_id"],
        gss_code=row["gss_code"],
        local_area=row["local_area"],
        kind=StatementKind(row[kind_column]),
        seq=int(row["seq"]),
        page_start=int(row["page_start"]),
        page_end=int(row["page_end"]),
        file=row["file"],
        text=row["text"],
    )


def _fault(file: str, row: int, value: str, rule: str) -> CodingFault:
    remedy = "Settle it with a correction (areasend reports read --corrections), or read the reports anew"
    return CodingFault(file=file, place=f"row {row}", value=value[:80], rule=rule, remedy=remedy)


def _as_coding_fault(fault: Fault) -> CodingFault:
    return CodingFault(
        file=fault.file, place=f"row {fault.row}", value=fault.value, rule=fault.rule, remedy=fault.remedy
    )


__all__ = ["FINDINGS", "Statement", "StatementKind", "read_statements", "statements_csv", "statements_in"]
