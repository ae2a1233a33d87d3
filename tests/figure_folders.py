"""A small release as files: two regions by two outcomes and a share, in every form in which figures are stated."""

import json
from collections.abc import Mapping

from areasend.check.numbers.documents.csv_tables import read_csv
from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.documents.page import read_page
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import read_numbers
from areasend.check.numbers.release_files import Release, read_release
from areasend.framework import packaged_framework
from areasend.register import packaged_register

TABLE = "homes-by-region"
TITLES = {"region": "Region", "warm": "Warm homes", "cold": "Cold homes", "total": "Total", "warm_pct": "Warm (%)"}
ROWS = {"north": "North", "south": "South", "west": "West", "england": "England"}
VALUES = {
    "north": {"warm": "1", "cold": "4", "total": "5", "warm_pct": "20"},
    "south": {"warm": "3", "cold": "2", "total": "5", "warm_pct": "60"},
    "england": {"warm": "4", "cold": "6", "total": "10", "warm_pct": "40"},
}
_HEADING = (
    "figure_id,table_id,time_period,as_at,published_by,geographic_level,region_name,breakdown,measure,value,revision"
)

Values = Mapping[str, Mapping[str, str]]


def changed(row: str, column: str, value: str, values: Values = VALUES) -> Values:
    """The values with one other."""
    return {**values, row: {**values[row], column: value}}


def figure(row: str, column: str) -> str:
    return f"{TABLE}.{row}.{column}"


def observations(values: Values = VALUES, *, period: str = "2030-01-01/2030-12-31", revised: str = "") -> bytes:
    lines = [_HEADING]
    for row, cells in values.items():
        level, region = ("National", "[z]") if row == "england" else ("Regional", ROWS.get(row, row))
        for column, value in cells.items():
            mark = "[r]" if figure(row, column) == revised else "[z]"
            places = f"{period},2030-12-31,[z],{level},{region},[z]"
            lines.append(f"{figure(row, column)},{TABLE},{places},{column},{value},{mark}")
    return ("\n".join(lines) + "\n").encode()


def figures_json(values: Values = VALUES, kind: str = "count") -> bytes:
    entries = ",\n  ".join(
        json.dumps({"id": figure(row, column), "label": f"{column} homes, {row}", "kind": kind, "value": int(value)})
        for row, cells in values.items()
        for column, value in cells.items()
    )
    return f'{{\n "figures": [\n  {entries}\n ]\n}}\n'.encode()


def table_json(values: Values = VALUES) -> bytes:
    columns = ",\n  ".join(json.dumps({"name": name, "title": title}) for name, title in TITLES.items())
    rows = ",\n  ".join(
        json.dumps({"region": ROWS[row]} | {column: int(value) for column, value in cells.items()})
        for row, cells in values.items()
    )
    return f'{{\n "id": "{TABLE}",\n "columns": [\n  {columns}\n ],\n "rows": [\n  {rows}\n ]\n}}\n'.encode()


def release(
    *,
    observed: bytes | None = None,
    figures: bytes | None = None,
    table: bytes | None = None,
    further: Mapping[str, bytes] | None = None,
) -> Release:
    files = {
        "data/observations.csv": observed or observations(),
        "api/v1/figures.json": figures or figures_json(),
        f"api/v1/{TABLE}.json": table or table_json(),
    }
    return read_release(files | dict(further or {}))


def csv_page(values: Values = VALUES, *, titles: bool = False) -> Document:
    """data/<table>.csv, headed by names or, as the description beside it makes it, by titles."""
    heading = TITLES.values() if titles else TITLES
    lines = [",".join(heading), *(",".join([ROWS[row], *cells.values()]) for row, cells in values.items())]
    return read_csv("\n".join(lines) + "\n", f"data/{TABLE}.csv")


def page(body: str, file: str = "index.html") -> Document:
    whole = f"<html lang='en'><head><title>Homes</title></head><body><main>{body}</main></body></html>"
    return read_page(whole.encode(), file)


def link(row: str, column: str, value: str, text: str = "") -> str:
    """A number as our pages print it: a link to its figure, around its machine's value."""
    name = figure(row, column)
    return f'<a href="numbers/{TABLE}.html#{name}"><data value="{value}">{text or value}</data></a>'


def html_table(values: Values = VALUES, headings: Mapping[str, str] = TITLES) -> str:
    head = "".join(f'<th scope="col">{title}</th>' for title in headings.values())
    rows = "".join(
        f'<tr><th scope="row">{ROWS[row]}</th>'
        + "".join(f"<td>{link(row, column, value)}</td>" for column, value in cells.items())
        + "</tr>"
        for row, cells in values.items()
    )
    caption = "<caption>Homes by region</caption>"
    return f'<table data-table="{TABLE}">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def evidence(*documents: Document) -> Evidence:
    return Evidence(
        documents=documents,
        numbers=read_numbers(documents),
        shares=(),
        claims=(),
        framework=packaged_framework(),
        register=packaged_register(),
    )
