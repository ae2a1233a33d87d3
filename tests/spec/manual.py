"""The small text tables in which the specification is written: records in, expected rows out."""

from datetime import date

from tests.factories import (
    INCONSISTENT,
    POSITIVE,
    WIDESPREAD,
    area,
    document,
    findings,
    inspection,
    other_name,
    population,
    register,
    visit,
)

from areasend.register import LocalArea, NameKind
from areasend.statistics import Population, Table

OUTCOMES = {"positive": POSITIVE, "inconsistent": INCONSISTENT, "widespread": WIDESPREAD, "not recorded": None}


def cells_of(text: str) -> list[list[str]]:
    """The cells of a text table: a line a row, cells parted by bars, a lone hyphen for nothing."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return [["" if cell.strip() == "-" else cell.strip() for cell in line.split("|")] for line in lines]


def records_of(text: str) -> list[dict[str, str]]:
    heading, *rows = cells_of(text)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def given(
    areas: str,
    inspections: str = "",
    *,
    found: str = "",
    names: str = "",
    visits: str = "",
    as_at: str = "2024-12-31",
    published_by: str = "",
    complete_to: str = "2024-12-31",
) -> Population:
    """The population that the records give: areas by name and region, inspections by area and first day, and so on."""
    known: dict[str, LocalArea] = {}
    for number, row in enumerate(records_of(areas), 1):
        known[row["area"]] = area(
            number,
            name=row["area"],
            region=row["region"],
            valid_from=day(row.get("from", "")),
            valid_to=day(row.get("to", "")),
            predecessors=tuple(filter(None, row.get("formed of", "").split(";"))),
        )
    held = [
        inspection(
            known[row["area"]],
            day(row["start"]),
            end=day(row.get("end", "")),
            published=day(row.get("published", "")),
            outcome=OUTCOMES[row["outcome"]],
        )
        for row in (records_of(inspections) if inspections else [])
    ]
    seen = [
        visit(known[row["area"]], int(row["year"]), theme=row["theme"])
        for row in (records_of(visits) if visits else [])
    ]
    by_start = {(entry.local_area, str(entry.inspection_start)): entry for entry in held}
    named = [
        finding
        for row in (records_of(found) if found else [])
        for finding in findings(by_start[row["area"], row["start"]], afi=int(row["afi"]), apa=int(row["apa"]))
    ]
    called = [
        other_name(known[row["area"]], row["name"], NameKind(row["kind"]))
        for row in (records_of(names) if names else [])
    ]
    made = register(
        list(known.values()),
        held,
        found=named,
        names=called,
        visits=seen,
        documents=[document()],
        complete_to=date.fromisoformat(complete_to),
    )
    return population(made, date.fromisoformat(as_at), day(published_by))


def shows(table: Table, expected: str) -> None:
    """The table has exactly these rows, in the columns that the expectation names."""
    heading, *rows = cells_of(expected)
    places = [table.heading.index(name) for name in heading]
    assert [[row[place] for place in places] for row in table.text_rows()] == rows
