"""The tables as CSV with CSVW metadata, and as JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from areasend.formats import CsvwColumn, CsvwTable, csv_bytes, csvw_bytes, json_bytes
from areasend.publication.changes_json import changes_json
from areasend.publication.release import ATTRIBUTION, LICENCE, UNOFFICIAL, Release
from areasend.statistics import Cell, Column, ColumnKind, Figure, Marker, Table, mark_revised

_DATATYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.CODE: "string",
    ColumnKind.DATE: "date",
    ColumnKind.LINK: "anyURI",
    ColumnKind.COUNT: "integer",
    ColumnKind.NUMBER: "decimal",
}


def data_files(release: Release) -> Iterator[tuple[str, bytes]]:
    """`data/<table>.csv` with its metadata for each table, the observations, the changes and the ledger."""
    observed = mark_revised(release.counted.observations, release.revised)
    for table in (*release.counted.tables, observed, *release.further_tables):
        yield f"data/{table.id}.csv", csv_bytes(table.heading, table.text_rows())
        yield f"data/{table.id}.csv-metadata.json", csvw_bytes(_described(release, table))


def _described(release: Release, table: Table) -> CsvwTable:
    return CsvwTable(
        url=f"{table.id}.csv",
        title=table.title,
        description=f"{table.description}. {UNOFFICIAL} {release.complete_text} {release.status_title}",
        columns=tuple(_column(column) for column in table.columns),
        primary_key=table.heading[: table.dimensions],
        licence=LICENCE,
        publisher=release.config.publisher,
        place=f"http://statistics.data.gov.uk/id/statistical-geography/{release.counted.framework.country_code}",
        period=table.period.iso,
        notes=(release.dates_text, *table.notes, ATTRIBUTION),
    )


def _column(column: Column) -> CsvwColumn:
    markers = tuple(marker.value for marker in Marker) if column.may_be_marked else ()
    return CsvwColumn(
        name=column.name,
        title=column.title,
        description=column.description,
        datatype=_DATATYPES[column.kind],
        required=not column.may_be_marked,
        markers=markers,
    )


def json_files(release: Release) -> Iterator[tuple[str, bytes]]:
    """`api/v1/<table>.json`, `figures.json` with the records behind each figure, `changes.json`, and `index.json`."""
    tables = release.counted.tables
    for table in tables:
        yield f"api/v1/{table.id}.json", json_bytes(head(release) | table_json(table))
    revised = release.revised
    figures = [
        figure_json(figure) | {"revised": figure.id in revised} for table in tables for figure in table.figures()
    ]
    yield "api/v1/figures.json", json_bytes(head(release) | {"figures": figures})
    index: dict[str, Any] = {
        "tables": [{"id": table.id, "title": table.title, "file": f"{table.id}.json"} for table in tables],
        "figures": "figures.json",
    }
    if release.changes is not None:
        yield "api/v1/changes.json", json_bytes(head(release) | changes_json(release.changes))
        index["changes"] = "changes.json"
    yield "api/v1/index.json", json_bytes(head(release) | index)


def head(release: Release) -> dict[str, Any]:
    """What every JSON file says of the release that it belongs to."""
    counted = release.counted
    return {
        "unofficial": UNOFFICIAL,
        "release": release.title,
        "as_at": counted.as_at.isoformat(),
        "published_by": counted.published_by.isoformat() if counted.published_by else None,
        "complete_to": counted.complete_to.isoformat(),
        "status": counted.status.value,
        "version": release.config.version,
        "corrections": [
            {"version": entry.version, "date": entry.day.isoformat(), "note": entry.note}
            for entry in release.config.corrections
        ],
        "licence": LICENCE,
    }


def table_json(table: Table) -> dict[str, Any]:
    """A table: its columns, and its rows with numbers as numbers, dates in ISO 8601 and markers in brackets."""
    return {
        "id": table.id,
        "title": table.title,
        "description": table.description,
        "measure": table.measure.value,
        "period": {"start": table.period.start.isoformat(), "end": table.period.end.isoformat()},
        "columns": [
            {"name": column.name, "title": column.title, "kind": column.kind.value, "description": column.description}
            for column in table.columns
        ],
        "rows": [cells_json(table.named(row)) for row in table.rows],
        "notes": list(table.notes),
    }


def cells_json(named: Mapping[str, Cell]) -> dict[str, Any]:
    """A row of a table by the names of its columns."""
    return {name: _json_cell(cell) for name, cell in named.items()}


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure with what it counts."""
    return {
        "id": figure.id,
        "label": figure.label,
        "kind": figure.kind.value,
        "unit": figure.unit,
        "value": _json_cell(figure),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "records": list(figure.records),
        "base": list(figure.base),
    }


def _json_cell(cell: Cell) -> Any:
    if isinstance(cell, Figure):
        shown = cell.shown
        if isinstance(shown, Marker | int):
            return shown.value if isinstance(shown, Marker) else shown
        return int(shown) if shown == shown.to_integral_value() else float(shown)
    return cell.value if isinstance(cell, Marker) else str(cell)
