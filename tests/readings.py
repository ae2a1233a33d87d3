"""Folders as `reports read` writes them, made by tests: of invented reports, and of the 37 read by hand."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.factories import INCONSISTENT

from areasend.register import LocalArea
from areasend.reports import Box, DocumentKind, FoundStatement, Place, Problem, Reading, Value
from areasend.reports.columns import FINDING_COLUMNS, INSPECTION_COLUMNS, PROBLEM_COLUMNS

SHARED = Path(__file__).parents[2] / "shared"
TABLES = {"inspections": INSPECTION_COLUMNS, "findings": FINDING_COLUMNS, "problems": PROBLEM_COLUMNS}

Row = dict[str, str]
Tables = dict[str, list[Row]]


def table_bytes(columns: Iterable[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(columns), lineterminator="\r\n", restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def write_readings(folder: Path, tables: Mapping[str, Sequence[Mapping[str, str]]], *, form: str = "csv") -> Path:
    """The tables as files of a new folder."""
    folder.mkdir(parents=True)
    for name, columns in TABLES.items():
        rows = [{column: row.get(column, "") for column in columns} for row in tables.get(name, ())]
        content = table_bytes(columns, rows) if form == "csv" else json.dumps(rows).encode()
        (folder / f"{name}.{form}").write_bytes(content)
    return folder


def document_hash(file: str) -> str:
    return sha256(file.encode()).hexdigest()


def read_report(area: Mapping[str, str], start: str, end: str, outcome: str, **more: str) -> Row:
    """The row of an inspection as it is read, with values in columns that no record has, too."""
    file = more.pop("file", f"{area['gss_code']}-{start}.pdf")
    return {
        "file": file,
        "sha256": document_hash(file),
        "inspection_id": f"{area['gss_code']}-{start}",
        "inspection_type": "full",
        "inspection_start": start,
        "inspection_end": end,
        "publication_date": "[x]",
        "outcome": outcome,
        "local_authority": "A Council That Stays Behind",
        "ofsted_lead_inspector": "A Name That Stays Behind",
        "cqc_lead_inspector": "Another Name That Stays Behind",
        "n_areas_for_priority_action": "0",
        "n_areas_for_improvement": "0",
        **area,
        **more,
    }


def read_findings(of: Row, *, afi: int, apa: Sequence[str] = ()) -> list[Row]:
    """So many areas for improvement, and an area for priority action for each of the bodies; the row is told."""
    of |= {"n_areas_for_improvement": str(afi), "n_areas_for_priority_action": str(len(apa))}
    shared = {name: of[name] for name in ("inspection_id", "gss_code", "local_area", "file")}
    rows = [
        {"kind": "apa", "seq": str(seq), "responsible_bodies": bodies, "responsible_body": bodies.replace(";", " and ")}
        for seq, bodies in enumerate(apa, 1)
    ]
    rows += [{"kind": "afi", "seq": str(seq)} for seq in range(1, afi + 1)]
    return [
        shared
        | row
        | {"text": f"Words {row['kind']} {row['seq']} that stay behind.", "page_start": "6", "page_end": "6"}
        for row in rows
    ]


def reading_of(
    area: LocalArea,
    start: str = "2024-01-22",
    *,
    outcome: str = INCONSISTENT,
    afi: int = 2,
    apa: Sequence[str] = (),
    problems: Sequence[Problem] = (),
    document: DocumentKind = DocumentKind.FULL_INSPECTION,
    **more: str,
) -> Reading:
    """A reading of an inspection from Monday to Friday, with as many statements as told; further values by name."""
    end = more.pop("inspection_end", str(date.fromisoformat(start) + timedelta(days=4)))
    named = {
        "gss_code": area.gss_code,
        "local_area": area.name,
        "urn": area.ofsted_urn,
        "la_code": area.dfe_la_code,
    }
    row = read_report(named, start, end, outcome, **more)
    statements = tuple(
        FoundStatement(
            kind=item["kind"],
            seq=int(item["seq"]),
            responsible_body=item.get("responsible_body", ""),
            responsible_bodies=tuple(item["responsible_bodies"].split(";")) if "responsible_bodies" in item else (),
            text=item["text"],
            n_bullets=0,
            places=(Place(6, item["text"], Box(0, 0, 1, 1)),),
        )
        for item in read_findings(row, afi=afi, apa=apa)
    )
    row |= more
    return Reading(
        file=row["file"],
        sha256=row["sha256"],
        document=document,
        values=tuple(Value(field=name, value=cell) for name, cell in row.items() if name not in ("file", "sha256")),
        findings=statements,
        problems=tuple(problems),
    )


def shared_rows(name: str) -> list[Row]:
    with (SHARED / name).open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def truth_tables(*, bodies: Mapping[tuple[str, str, str], str], names: Mapping[str, str]) -> Tables:
    """What a perfect reading of the 37 reports would write, without dates of publication.

    `bodies` are the responsible bodies taken apart, by area code, kind and number, and `names` the register's names of
    areas, by their codes: the truth has them as printed alone.
    """
    statements: dict[str, list[Row]] = {}
    for row in shared_rows("truth/statements.csv"):
        statements.setdefault(row["urn"], []).append(row)
    tables: Tables = {"inspections": [], "findings": [], "problems": []}
    for row in shared_rows("truth/inspections.csv"):
        file = f"{row['urn']}.pdf"
        inspection: dict[str, Any] = row | {
            "file": file,
            "sha256": document_hash(file),
            "inspection_id": f"{row['gss_code']}-{row['inspection_start']}",
            "inspection_type": "full",
            "local_area": names[row["gss_code"]],
            "publication_date": "[x]",
        }
        tables["inspections"].append(inspection)
        for statement in statements[row["urn"]]:
            key = (row["gss_code"], statement["kind"], statement["seq"])
            tables["findings"].append(
                statement
                | {name: inspection[name] for name in ("inspection_id", "gss_code", "local_area", "file")}
                | {"responsible_bodies": bodies[key]}
            )
    return tables
