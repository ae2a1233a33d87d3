"""The folder that `reports read` wrote, as readings again: the tables of inspections, findings and problems.

The tables are what a program wrote. Whoever changes them by hand leaves traces: rows that count, number or name
otherwise than the rest. Such a folder is refused as a whole; what the documents themselves leave open is no fault.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from areasend.register import Fault
from areasend.reports.columns import COUNTS, FINDING_COLUMNS, INSPECTION_COLUMNS, PROBLEM_COLUMNS
from areasend.reports.errors import ReportsError, TableInvalid
from areasend.reports.kinds import DocumentKind
from areasend.reports.reading import Box, FoundStatement, Place, Problem, Reading, Value
from areasend.reports.strict_json import from_json
from areasend.reports.tables import Row, rows_of_csv

_TABLES: Mapping[str, Mapping[str, str]] = {
    "inspections": INSPECTION_COLUMNS,
    "findings": FINDING_COLUMNS,
    "problems": PROBLEM_COLUMNS,
}
_SHARED = ("inspection_id", "gss_code", "local_area")
_AGAIN = "Read the reports again with: areasend reports read"


def read_readings(folder: Path) -> tuple[Reading, ...]:
    """The readings in a folder, by their files. Raises `ReportsError`, or `TableInvalid` with every fault."""
    faults: list[Fault] = []
    tables = {name: _rows(folder, name, faults) for name in _TABLES}
    if not faults:
        faults += _contradictions(tables)
    if faults:
        raise TableInvalid(f"The readings in {folder}", faults)
    findings, problems = _by_file(tables["findings"]), _by_file(tables["problems"])
    return tuple(
        _reading(row, findings[row["file"]], problems[row["file"]])
        for row in sorted(tables["inspections"], key=lambda row: row["file"])
    )


def _rows(folder: Path, name: str, faults: list[Fault]) -> list[Row]:
    """The rows of a table, which stands as CSV or as JSON."""
    found = [path for path in (folder / f"{name}.csv", folder / f"{name}.json") if path.is_file()]
    if not found:
        wrote = "Name a folder that `areasend reports read` wrote"
        raise ReportsError(f"{folder / name}.csv: missing, and no {name}.json either. {wrote}.")
    if len(found) > 1:
        raise ReportsError(f"{folder}: {name}.csv and {name}.json both stand there. Name a folder that one run wrote.")
    (path,) = found
    columns = tuple(_TABLES[name])
    if path.suffix == ".csv":
        return rows_of_csv(path.read_bytes(), path.name, faults, wanted=columns)
    return list(_rows_of_json(path.read_bytes(), path.name, columns, faults))


def _rows_of_json(content: bytes, file: str, columns: Sequence[str], faults: list[Fault]) -> Iterator[Row]:
    """The objects of a list, as rows; the first stands in row 2, as it would below a heading."""
    try:
        entries = from_json(content)
        if not isinstance(entries, list):
            raise ValueError("no list")
    except ValueError as error:
        faults.append(_fault(file, 0, "", str(error), "not a list of objects in JSON"))
        return
    for number, entry in enumerate(entries, 2):
        cells = {name: _cell(entry.get(name)) for name in columns} if isinstance(entry, dict) else {}
        missing = [name for name in columns if not isinstance(entry, dict) or name not in entry]
        odd = [name for name, cell in cells.items() if cell is None]
        faults += [_fault(file, number, name, "", "the object has no such member") for name in missing]
        faults += [_fault(file, number, name, "", "neither text nor a number") for name in odd if name not in missing]
        yield Row(number=number, cells={name: cell or "" for name, cell in cells.items()})


def _cell(value: Any) -> str | None:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def _contradictions(tables: Mapping[str, Sequence[Row]]) -> Iterator[Fault]:
    """Rows that cannot stand beside each other in what a reader wrote."""
    rows: dict[str, Row] = {}
    for row in tables["inspections"]:
        if row["file"] in rows:
            rule = f"the file stands twice (first on row {rows[row['file']].number})"
            yield _fault("inspections", row.number, "file", row["file"], rule)
        rows.setdefault(row["file"], row)
    findings = _by_file(tables["findings"])
    for file, statements in findings.items():
        if file not in rows:
            yield _fault("findings", statements[0].number, "file", file, "no inspection is read from this file")
        else:
            yield from _unlike(rows[file], statements)
    for file, row in rows.items():
        yield from _miscounted(row, findings[file])
    for name, columns in (("findings", ("page_start", "page_end")), ("problems", ("page",))):
        for row in tables[name]:
            odd = [column for column in columns if not _is_page(row[column])]
            yield from (_fault(name, row.number, column, row[column], "no number of a page") for column in odd)
            if name == "findings" and not odd and int(row["page_end"] or 0) < int(row["page_start"] or 0):
                rule = f"it ends before it begins, on page {row['page_start']}"
                yield _fault(name, row.number, "page_end", row["page_end"], rule)


def _is_page(cell: str) -> bool:
    """A number, or nothing where a person added what the document does not show on any page."""
    return not cell or (cell.isascii() and cell.isdecimal() and len(cell) < 7)


def _unlike(inspection: Row, statements: Sequence[Row]) -> Iterator[Fault]:
    for row in statements:
        for name in _SHARED:
            if row[name] != inspection[name]:
                rule = f"inspections has {inspection[name]!r} for this file"
                yield _fault("findings", row.number, name, row[name], rule)


def _miscounted(inspection: Row, statements: Sequence[Row]) -> Iterator[Fault]:
    """Statements of each kind are numbered from 1 on, as many as the inspection says."""
    for row in statements:
        if row["kind"] not in COUNTS:
            yield _fault("findings", row.number, "kind", row["kind"], "neither apa nor afi")
    for kind, column in COUNTS.items():
        of_kind = [row for row in statements if row["kind"] == kind]
        for expected, row in enumerate(sorted(of_kind, key=_seq), 1):
            if row["seq"] != str(expected):
                rule = f"statements of a kind are numbered 1, 2, 3, ...; {expected} was due"
                yield _fault("findings", row.number, "seq", row["seq"], rule)
                break
        if inspection[column].isdecimal() and int(inspection[column]) != len(of_kind):
            rule = f"findings has {len(of_kind)} such rows for this file"
            yield _fault("inspections", inspection.number, column, inspection[column], rule)


def _seq(row: Row) -> tuple[int, str]:
    return (int(row["seq"]) if row["seq"].isdecimal() else 0, row["seq"])


def _fault(file: str, row: int, column: str, value: str, rule: str) -> Fault:
    return Fault(file=file, row=row, column=column, value=value[:80], rule=rule, remedy=_AGAIN)


def _by_file(rows: Sequence[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["file"]].append(row)
    return found


def _reading(row: Row, statements: Sequence[Row], problems: Sequence[Row]) -> Reading:
    values = [Value(field=name, value=row[name]) for name in INSPECTION_COLUMNS if name not in ("file", "sha256")]
    return Reading(
        file=row["file"],
        sha256=row["sha256"],
        document=DocumentKind.FULL_INSPECTION,
        values=tuple(values),
        findings=tuple(
            FoundStatement(
                kind=row["kind"],
                seq=int(row["seq"]),
                responsible_body=row["responsible_body"],
                responsible_bodies=tuple(row["responsible_bodies"].split(";")) if row["responsible_bodies"] else (),
                text=row["text"],
                n_bullets=row["text"].count("• "),
                places=_pages(row),
            )
            for row in sorted(statements, key=lambda row: (row["kind"] == "afi", _seq(row)))
        ),
        problems=tuple(
            Problem(
                field=row["field"],
                page=int(row["page"] or 0),
                expected=row["expected"],
                found=row["found"],
            )
            for row in problems
        ),
    )


def _pages(row: Row) -> tuple[Place, ...]:
    """Where a statement begins and ends: the tables have its pages alone, neither words nor boxes."""
    pages = (int(row[column] or 0) for column in ("page_start", "page_end"))
    return tuple(Place(page, "", Box(0, 0, 0, 0)) for page in pages if page)
