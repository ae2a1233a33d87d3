"""One ODS sheet as the model's `Sheet`: its grid, its marked-up tables, its page furniture and its view."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from areasend.check.workbook.addresses import parse_ods_range
from areasend.check.workbook.model import Drawing, Sheet, Table
from areasend.check.workbook.ods.drawings import drawings_in, listeners_in
from areasend.check.workbook.ods.grid import DEFAULT_WIDTH_CM, Grid, read_grid
from areasend.check.workbook.ods.names import CALCEXT, OFFICE, STYLE, TABLE, XLINK
from areasend.check.workbook.ods.settings import View
from areasend.check.workbook.ods.styles import Styles

_FURNITURE = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What a sheet needs to know of the rest of its file."""

    styles: Styles
    pages: Mapping[str, Element]  # master pages by name
    ranges: tuple[Element, ...]  # table:database-range
    views: Mapping[str, View]


def read_sheet(table: Element, around: Surroundings) -> Sheet:
    name = table.get(f"{TABLE}name", "")
    grid = read_grid(table, around.styles)
    view = around.views.get(name, View())
    tables = tuple(_tables(name, grid, around.ranges))
    return Sheet(
        name=name,
        cells=grid.cells,
        blanks=tuple(grid.blanks),
        columns=tuple(grid.columns),
        default_width_cm=DEFAULT_WIDTH_CM,
        hidden=_is_hidden(table, around.styles),
        hidden_rows=tuple(grid.hidden_rows),
        tables=tables,
        frozen=view.frozen,
        cursor=view.cursor,
        merged=tuple(grid.merged),
        nested=tuple(grid.nested),
        page_texts=tuple(_page_texts(table, around)),
        drawings=(*grid.drawings, *_shapes(table)),
        conditional=(*_conditional(table), *grid.conditional),
        listeners=tuple(listeners_in(table)),
        sources=tuple(_sources(table)),
    )


def _tables(name: str, grid: Grid, ranges: tuple[Element, ...]) -> Iterator[Table]:
    for element in ranges:
        target = parse_ods_range(element.get(f"{TABLE}target-range-address", ""))
        if target is None or target[0] != name:
            continue
        block = target[1]
        yield Table(
            name=element.get(f"{TABLE}name", ""),
            block=block,
            header=element.get(f"{TABLE}contains-header", "true") == "true",
            header_rows=tuple(row for row in grid.header_rows if block.first_row <= row <= block.last_row),
            filter_buttons=element.get(f"{TABLE}display-filter-buttons") == "true"
            or element.find(f"{TABLE}filter") is not None,
        )


def _is_hidden(table: Element, styles: Styles) -> bool:
    chain = styles.chain("table", table.get(f"{TABLE}style-name", ""))
    displays = [
        properties.get(f"{TABLE}display") for style in chain for properties in style.findall(f"{STYLE}table-properties")
    ]
    return "false" in displays[:1]


def _page_texts(table: Element, around: Surroundings) -> Iterator[str]:
    chain = around.styles.chain("table", table.get(f"{TABLE}style-name", ""))
    names = [style.get(f"{STYLE}master-page-name", "") for style in chain]
    page = around.pages.get(next(filter(None, names), "Default"))
    for furniture in _FURNITURE if page is not None else ():
        element = page.find(f"{STYLE}{furniture}") if page is not None else None
        if element is not None and element.get(f"{STYLE}display", "true") != "false":
            text = " ".join("".join(element.itertext()).split())
            yield f"a {furniture.split('-')[0]} {text!r}"


def _shapes(table: Element) -> Iterator[Drawing]:
    for shapes in table.findall(f"{TABLE}shapes"):
        yield from drawings_in(shapes, "")


def _conditional(table: Element) -> Iterator[str]:
    for element in table.iter(f"{CALCEXT}conditional-format"):
        target = parse_ods_range(element.get(f"{CALCEXT}target-range-address", "").split(" ")[0])
        yield "" if target is None else target[1].address


def _sources(table: Element) -> Iterator[str]:
    for tag in ("table-source", "cell-range-source"):
        for element in table.iter(f"{TABLE}{tag}"):
            yield element.get(f"{XLINK}href", "") or tag
    for element in table.iter(f"{OFFICE}dde-source"):
        yield element.get(f"{OFFICE}dde-item", "") or "DDE"
