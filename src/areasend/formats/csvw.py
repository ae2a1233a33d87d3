"""CSV on the Web (W3C): the metadata file that says what each column of a CSV file holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from areasend.formats.json_files import json_bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class CsvwColumn:
    """A column: `datatype` is a CSVW built-in such as `integer`, `decimal`, `date` or `string`."""

    name: str
    title: str
    description: str
    datatype: str
    required: bool
    markers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CsvwTable:
    """A CSV file: what it holds, of where and when, and under which licence. `period` is ISO 8601, start/end."""

    url: str
    title: str
    description: str
    columns: tuple[CsvwColumn, ...]
    primary_key: tuple[str, ...]
    licence: str
    publisher: str
    place: str
    period: str
    notes: tuple[str, ...]


def csvw_bytes(table: CsvwTable) -> bytes:
    """The metadata of one CSV file."""
    return json_bytes(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
            "url": table.url,
            "dc:title": table.title,
            "dc:description": table.description,
            "dc:publisher": table.publisher,
            "dc:license": {"@id": table.licence},
            "dc:spatial": table.place,
            "dc:temporal": table.period,
            "notes": list(table.notes),
            "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "lineTerminators": ["\r\n"]},
            "tableSchema": {
                "columns": [_column(column) for column in table.columns],
                "primaryKey": _one_or_many(table.primary_key),
            },
        },
        levels=3,
    )


def _column(column: CsvwColumn) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": column.description,
        "datatype": column.datatype,
        "required": column.required,
    }
    if column.markers:
        described["null"] = list(column.markers)
    return described


def _one_or_many(names: Sequence[str]) -> str | list[str]:
    return names[0] if len(names) == 1 else list(names)
