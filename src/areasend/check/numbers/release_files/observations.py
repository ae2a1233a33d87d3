"""data/observations.csv and data/changes.csv of a release, row by row."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from areasend.check.errors import ReleaseUnreadable
from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.release_files.model import NATIONAL, Observed, Tables

OBSERVATIONS = "data/observations.csv"
CHANGES = "data/changes.csv"
_NEEDED = ("figure_id", "table_id", "time_period", "geographic_level", "measure", "value")
_NONE = "[z]"


def decimal_of(text: str) -> Decimal | None:
    """The number that a cell holds, digits grouped or not; None for a marker or words."""
    try:
        found = Decimal(text.strip().replace(",", "").replace("−", "-").removesuffix("%"))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def read_observations(content: bytes) -> dict[str, Observed]:
    """Every figure by its id. Raises `ReleaseUnreadable`."""
    found: dict[str, Observed] = {}
    for line, row in _rows(content, OBSERVATIONS, _NEEDED):
        entry = _observed(row, line)
        if entry.id in found:
            raise ReleaseUnreadable(
                rule="a figure stands once", found=f"{entry.id} again", where=f"{OBSERVATIONS}, line {line}"
            )
        found[entry.id] = entry
    return found


def read_changes(content: bytes) -> frozenset[str]:
    """The ids of the figures that a release says have changed. Raises `ReleaseUnreadable`."""
    return frozenset(row["figure_id"] for _, row in _rows(content, CHANGES, ("figure_id",)))


def _rows(content: bytes, name: str, needed: Iterable[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True, restval="")
        missing = [column for column in needed if column not in (reader.fieldnames or ())]
        if missing:
            raise ReleaseUnreadable(rule="a column is missing", found=missing[0], where=name)
        for row in reader:
            yield reader.line_num, row
    except (csv.Error, UnicodeDecodeError) as error:
        raise ReleaseUnreadable(rule="the file must be CSV in UTF-8", found=str(error), where=name) from error


def _observed(row: Mapping[str, str], line: int) -> Observed:
    identifier, table, column = row["figure_id"], row["table_id"], row["measure"]
    if not identifier.startswith(f"{table}.") or not identifier.endswith(f".{column}"):
        raise ReleaseUnreadable(
            rule="a figure's id is its table, row and column",
            found=identifier,
            where=f"{OBSERVATIONS}, line {line}",
        )
    return Observed(
        id=identifier,
        table=table,
        row=identifier[len(table) + 1 : -len(column) - 1],
        column=column,
        period=row["time_period"],
        value=decimal_of(row["value"]),
        where=Where(file=OBSERVATIONS, line=line),
        labels=tuple(_labels(row)),
        revised=row.get("revision", _NONE) not in (_NONE, ""),
        as_at=_day(row.get("as_at", "")),
        published_by=_day(row.get("published_by", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _labels(row: Mapping[str, str]) -> Iterator[str]:
    """The words by which a row is known: its area, its region, its breakdown, or the country."""
    if row["geographic_level"] == "Local authority":
        names = [row.get("local_area_code", ""), row.get("local_area_name", "")]
    elif row["geographic_level"] == "Regional":
        names = [row.get("region_name", "")]
    else:
        names = [row.get("breakdown", "")]
    names = [name for name in names if name not in (_NONE, "")]
    yield from names or [NATIONAL]


def tables_of(observed: Iterable[Observed]) -> Tables:
    """How the labels of rows name row keys, with the keys themselves; columns are known by their names."""
    rows: dict[str, dict[str, str | None]] = {}
    columns: dict[str, dict[str, str]] = {}
    for entry in observed:
        held = rows.setdefault(entry.table, {})
        for label in (entry.row, *entry.labels):
            held[label] = entry.row if held.get(label, entry.row) == entry.row else None
        columns.setdefault(entry.table, {})[entry.column] = entry.column
    return Tables(rows=rows, columns=columns)
