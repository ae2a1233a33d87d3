"""ODS, CSV, JSON and pages say the same, cell by cell, each read by a reader that is not ours."""

import csv
import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from python_calamine import CalamineWorkbook

from areasend.statistics import CATALOGUE, FINDINGS_CATALOGUE

TABLES = [entry.id for entry in CATALOGUE]
BUILDS = ("2024", "2026", "information", "corrected", "findings", "findings-2025")


def tables_of(build: str) -> list[str]:
    return [entry.id for entry in FINDINGS_CATALOGUE] if build.startswith("findings") else TABLES


def csv_rows(release: Path, table: str) -> list[list[str]]:
    with (release / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def plain(value: object) -> str:
    """A value of another format as CSV writes it."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value)


def alike(rows: list[list[str]]) -> list[list[str]]:
    """Numbers without the zeros that CSV keeps at their ends and numbers of other formats do not have."""
    decimal = re.compile(r"-?\d+\.\d+")
    return [[cell.rstrip("0").rstrip(".") if decimal.fullmatch(cell) else cell for cell in row] for row in rows]


@pytest.mark.parametrize("build", BUILDS)
def test_the_workbook_holds_what_the_csv_holds(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    workbook = CalamineWorkbook.from_path(str(release / "data" / "area-send-inspections.ods"))
    assert workbook.sheet_names == [
        "Cover",
        "Contents",
        "Notes",
        *(table.replace("-", "_") for table in tables_of(build)),
    ]
    for table in tables_of(build):
        expected = csv_rows(release, table)
        found = workbook.get_sheet_by_name(table.replace("-", "_")).to_python()[-len(expected) :]
        assert [[plain(cell) for cell in row] for row in found[1:]] == alike(expected)[1:], table


@pytest.mark.parametrize("build", BUILDS)
def test_the_json_holds_what_the_csv_holds(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    for table in tables_of(build):
        read = json.loads((release / "api" / "v1" / f"{table}.json").read_text(encoding="utf-8"))
        heading, *rows = csv_rows(release, table)
        assert [column["name"] for column in read["columns"]] == heading
        assert [[plain(row[name]) for name in heading] for row in read["rows"]] == alike(rows), table


def html_cell(cell: html.HtmlElement) -> str:
    for tag, attribute in (("data", "value"), ("time", "datetime"), ("a", "href")):
        for element in cell.iter(tag):
            return str(element.get(attribute))
    return str(cell.text_content())


@pytest.mark.parametrize("build", BUILDS)
def test_the_page_holds_what_the_csv_holds(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    for table in tables_of(build):
        rows = []
        for part in parts(release, table):
            (found,) = html.parse(str(part)).getroot().xpath(f"//table[@data-table='{table}']")
            rows += [[html_cell(cell) for cell in row.xpath("./th|./td")] for row in found.xpath("./tbody/tr")]
        assert rows == csv_rows(release, table)[1:], table


def parts(release: Path, table: str) -> list[Path]:
    """The pages of a table: one, or several in their order."""
    first, pages = release / "tables" / f"{table}.html", []
    while (page := first if not pages else first.with_name(f"{table}-{len(pages) + 1}.html")).exists():
        pages.append(page)
    return pages


def test_the_first_page_shows_the_tables_of_its_figures(release: Path) -> None:
    page = html.parse(str(release / "index.html")).getroot()
    for table in ("outcomes-in-year", "outcomes-since-2023", "outcomes-by-region"):
        (found,) = page.xpath(f"//table[@data-table='{table}']")
        rows = [[cell.text_content().strip() for cell in row.xpath("./th|./td")] for row in found.xpath("./tbody/tr")]
        assert rows == csv_rows(release, table)[1:], table


@pytest.mark.parametrize("build", ["2024", "findings"])
def test_the_observations_hold_every_figure_once(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    heading, *rows = csv_rows(release, "observations")
    figures = json.loads((release / "api" / "v1" / "figures.json").read_text(encoding="utf-8"))["figures"]
    place = heading.index
    observed = {row[place("figure_id")]: row[place("value")] for row in alike(rows)}
    assert len(observed) == len(rows)
    assert observed == {figure["id"]: plain(figure["value"]) for figure in figures}
    for figure in figures:
        assert figure["numerator"] in (None, len(figure["records"]))
        assert figure["denominator"] in (None, len(figure["base"]))


def test_the_terminal_s_csv_is_the_file_but_for_line_ends(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from areasend.cli import main

    for table in TABLES:
        assert main(["tables", "show", table, "--as-at", "2024-12-31", "--format", "csv"]) == 0
        printed = capsys.readouterr().out
        assert printed.replace("\n", "\r\n").encode() == (release / "data" / f"{table}.csv").read_bytes()
