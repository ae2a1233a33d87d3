"""CSV files as tables, with the titles of the description beside them (CSV on the Web) if there is one."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from itertools import count

from areasend.check.errors import PublicationUnreadable
from areasend.check.numbers.documents.limits import MAX_CELLS, refuse_above
from areasend.check.numbers.documents.model import Document, Passage, Role
from areasend.check.numbers.documents.tables import PlainCell, label_columns, make_table
from areasend.check.workbook.addresses import cell_name

_SEPARATORS = (",", ";", "\t")
_TITLE = "dc:title"


def read_csv(text: str, file: str, description: str | None = None) -> Document:
    """Reads a table; the line of a cell is its row, counted from 1. `description` is the text of the file's
    `.csv-metadata.json`. Raises `PublicationUnreadable`."""
    rows = _rows(text, file)
    title, names = _described(description)
    ids = count()
    head, body = rows[0][1], rows[1:]
    width = len(head)
    for line, row in body:
        if len(row) != width:
            rule = "every row of a CSV file has as many fields as the first"
            remedy = "correct the row, or quote a field that holds the separator"
            found = f"{len(row)} fields instead of {width}"
            raise PublicationUnreadable(rule=rule, found=found, where=f"{file}, line {line}", remedy=remedy)
    refuse_above(MAX_CELLS, width * len(rows), what="cells in a table", where=file)
    caption = None
    if title:
        caption = Passage(id=next(ids), role=Role.CAPTION, text=title, file=file, lines=((0, 1),))

    def cell(shown: str, line: int, row: int, column: int) -> PlainCell:
        return PlainCell(shown=" ".join(shown.split()), file=file, line=line, cell=cell_name(row, column))

    header = [cell(names.get(name, name), rows[0][0], 0, at) for at, name in enumerate(head)]
    grid = [header] + [
        [cell(value, line, number, at) for at, value in enumerate(row)]
        for number, (line, row) in enumerate(body, start=1)
    ]
    table = make_table(
        grid,
        header_rows=1,
        labels=label_columns([row for _, row in body]),
        caption=caption,
        name=re.sub(r"\.[a-z]+$", "", file.rpartition("/")[2]),
        ids=lambda: next(ids),
    )
    return Document(file=file, title=title, blocks=(table,), source=tuple(text.split("\n")))


def _rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line on which it starts."""
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text), delimiter=_separator(text), strict=True)
    line = 1
    try:
        for row in reader:
            if any(field.strip() for field in row):
                found.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        rule, remedy = "a CSV file follows RFC 4180", "save the table as CSV again"
        where = f"{file}, line {max(line, reader.line_num)}"
        raise PublicationUnreadable(rule=rule, found=str(error), where=where, remedy=remedy) from error
    if not found:
        rule, remedy = "a CSV file holds a table", "save the table as CSV again"
        raise PublicationUnreadable(rule=rule, found="no row with anything in it", where=file, remedy=remedy)
    return found


def _separator(text: str) -> str:
    """A comma, unless the first line has none and another separator parts it."""
    first = text.lstrip("\n").partition("\n")[0]
    unquoted = re.sub(r'"[^"]*"', "", first)
    return next((separator for separator in _SEPARATORS if separator in unquoted), ",")


def _described(description: str | None) -> tuple[str, Mapping[str, str]]:
    """The title of the table and those of its columns by name; what is not described so is left as it is."""
    try:
        stated = json.loads(description or "{}")
    except (ValueError, RecursionError):
        return "", {}
    if not isinstance(stated, dict):
        return "", {}
    schema = stated.get("tableSchema")
    columns = schema.get("columns") if isinstance(schema, dict) else None
    names = {}
    for column in columns if isinstance(columns, Sequence) else ():
        if isinstance(column, dict) and isinstance(column.get("name"), str) and isinstance(column.get(_TITLE), str):
            names[column["name"]] = column[_TITLE]
    title = stated.get(_TITLE)
    return title if isinstance(title, str) else "", names
