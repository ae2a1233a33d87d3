"""Any number on any page leads to its figure: definition, value, base, records and table."""

import json
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

BUILDS = ("2024", "2023", "2026", "published-by", "information", "corrected", "findings", "findings-2025")


def root_of(path: Path) -> html.HtmlElement:
    return html.parse(str(path)).getroot()


def figures_of(release: Path) -> dict[str, dict]:
    read = json.loads((release / "api/v1/figures.json").read_text(encoding="utf-8"))
    return {figure["id"]: figure for figure in read["figures"]}


def exact(value: object) -> object:
    """A number as such: 0.890 of a page is 0.89 of JSON. A marker is text."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return value


def is_elsewhere(path: Path, number: html.HtmlElement) -> bool:
    """A value that another publication printed is no figure of ours; its row leads to the one that counts the same."""
    row = number.xpath("ancestor::tr//a[contains(@href, 'numbers/')]/data")
    return path.name == "first-appearance.html" and bool(row) and number not in row and not number.xpath(".//a")


@pytest.mark.parametrize("build", BUILDS)
def test_every_number_of_every_page_leads_to_its_entry(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    figures = figures_of(release)
    entries = {path: set(root_of(path).xpath("//section/@id")) for path in sorted((release / "numbers").glob("*.html"))}
    assert sorted(figure for page in entries.values() for figure in page) == sorted(figures)
    seen = 0
    for path in release.rglob("*.html"):
        for data in root_of(path).xpath("//main//data"):
            if is_elsewhere(path, data):
                continue
            page, _, figure = unquote(data.getparent().get("href")).partition("#")
            assert exact(data.get("value")) == exact(figures[figure]["value"]), f"{path}: {figure}"
            assert figure in entries[(path.parent / page).resolve()], f"{path}: {figure}"
            seen += 1
    assert seen > 600


@pytest.mark.parametrize("build", BUILDS)
def test_no_cell_of_a_table_is_a_number_without_its_figure(built: Callable[[str], Path], build: str) -> None:
    for path in built(build).rglob("*.html"):
        for cell in root_of(path).xpath("//main//td[contains(@class, 'number')]"):
            if is_elsewhere(path, cell):
                continue
            assert cell.xpath(".//a/data") or re.fullmatch(r"\[[a-z]\]", cell.text_content().strip()), path


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_an_entry_says_everything_of_its_figure(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    figures = figures_of(release)
    for path in sorted((release / "numbers").glob("*.html")):
        for entry in root_of(path).xpath("//section"):
            assert_entry(entry, figures[entry.get("id")], path)


def assert_entry(entry: html.HtmlElement, figure: dict, path: Path) -> None:
    said = {
        term.text_content(): term.getnext().text_content().strip() for term in entry.xpath(".//dl[@class='facts']/dt")
    }
    assert figure["label"] in entry.xpath("string(.//h2)")
    assert said["Figure"] == figure["id"]
    assert said["Value"].endswith(" [r]") == figure["revised"]
    assert exact(said["Value"].removesuffix(" [r]").replace(",", "").removesuffix("%")) == exact(figure["value"])
    if figure["kind"] == "percent":
        assert (said["Numerator"], said["Denominator"]) == (str(figure["numerator"]), str(figure["denominator"]))
    lists = [len(held.xpath("./li")) for held in entry.xpath(".//details/ul")]
    if figure["kind"] in ("quoted", "agreement"):
        assert lists == []
    elif figure["kind"] == "percent":
        counted, base = len(figure["records"]), len(figure["base"])
        assert lists == [number for number in (counted, base - counted) if number]
    else:
        assert lists == ([len(figure["records"])] if figure["records"] else [])
    page, _, row = said_address(entry).partition("#")
    held = root_of((path.parent / page).resolve()).xpath(f"//tr[@id={row!r}]//a[contains(@href, '#{figure['id']}')]")
    assert held, figure["id"]


def said_address(entry: html.HtmlElement) -> str:
    (address,) = entry.xpath(".//dt[.='Stands in']/following-sibling::dd[1]/a/@href")
    return str(address)
