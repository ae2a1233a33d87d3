"""The JSON of a release: api/v1/figures.json with every figure, api/v1/<table>.json with the rows of a table."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from areasend.check.errors import ReleaseUnreadable
from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.release_files.model import MOST_LABELS, Described, Observed, Stated, Tables

FIGURES = "api/v1/figures.json"
_ID = re.compile(r'^\s*\{"id": "([^"]+)"')


def read_json(content: bytes, name: str) -> Mapping[str, Any]:
    """An object with exact numbers. Raises `ReleaseUnreadable`."""
    try:
        found = json.loads(content, parse_float=Decimal, parse_int=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ReleaseUnreadable(rule="the file must be JSON", found=str(error), where=name) from error
    if not isinstance(found, dict):
        raise ReleaseUnreadable(rule="the file must hold an object", found=type(found).__name__, where=name)
    return found


def _no_number(name: str) -> Decimal:
    raise ValueError(f"{name} is no number")


def figures_stated(described: Mapping[str, Any], content: bytes) -> Iterator[Stated]:
    """The value of each figure, with the line where its object begins if it has one of its own."""
    lines = {
        match.group(1): place
        for place, text in enumerate(content.decode("utf-8").split("\n"), start=1)
        if (match := _ID.match(text))
    }
    for entry in _objects(described, "figures"):
        identifier, value = str(entry.get("id")), entry.get("value")
        if isinstance(value, Decimal):
            where = Where(file=FIGURES, line=lines.get(identifier, 1))
            yield Stated(figure=identifier, value=value, text=f"{value:f}", where=where)


def figures_described(described: Mapping[str, Any]) -> dict[str, Described]:
    """Label and kind of each figure."""
    return {
        str(entry.get("id")): Described(label=str(entry.get("label", "")), kind=str(entry.get("kind", "")))
        for entry in _objects(described, "figures")
    }


def headings(described: Mapping[str, Any]) -> dict[str, str]:
    """The columns of a table: name by title."""
    return {str(entry.get("title")): str(entry.get("name")) for entry in _objects(described, "columns")}


def table_stated(
    described: Mapping[str, Any], content: bytes, name: str, tables: Tables, observed: Mapping[str, Observed]
) -> Iterator[Stated]:
    """The figures in the rows of a table; the line is that of the row if each row has one."""
    table = str(described.get("id"))
    rows = _objects(described, "rows")
    first = _first_line(content.decode("utf-8"), len(rows))
    for place, row in enumerate(rows):
        cells = [str(value) for value in row.values()][:MOST_LABELS]
        key = tables.row(table, cells or [""], str(row.get("gss_code", "")))
        for column, value in row.items():
            identifier = f"{table}.{key}.{column}"
            if isinstance(value, Decimal) and identifier in observed:
                where = Where(file=name, line=first + place if first else 1)
                yield Stated(figure=identifier, value=value, text=f"{value:f}", where=where, grid=name)


def _first_line(text: str, rows: int) -> int:
    """The line of the first row where each row stands on a line of its own, else 0."""
    lines = text.split("\n")
    start = next((place for place, line in enumerate(lines, start=2) if line.strip() == '"rows": ['), 0)
    return start if start and all(line.lstrip().startswith("{") for line in lines[start - 1 : start - 1 + rows]) else 0


def _objects(described: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = described.get(name, ())
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
