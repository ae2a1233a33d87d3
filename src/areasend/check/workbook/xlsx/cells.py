"""Cells of one XLSX sheet: typed value, shown text, links, rich text."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from areasend.check.workbook.addresses import Block
from areasend.check.workbook.model import Blank, Cell, Kind, Link, Look, Run, Value
from areasend.check.workbook.xlsx.looks import Palette, cell_look, run_look
from areasend.check.workbook.xlsx.number_formats import number_format, shown_text

_HYPERLINK = re.compile(r'=HYPERLINK\(\s*"(?P<target>[^"]*)"\s*(?:[,;]\s*"(?P<text>[^"]*)"\s*)?\)', re.IGNORECASE)


class SheetCells:
    """Reads the cells of one sheet; looks are shared between cells of one style."""

    def __init__(self, sheet: Worksheet, palette: Palette) -> None:
        self._sheet = sheet
        self._palette = palette
        self._looks: dict[int, Look] = {}

    def read(self) -> tuple[Mapping[tuple[int, int], Cell], tuple[Blank, ...]]:
        cells: dict[tuple[int, int], Cell] = {}
        blanks: list[Blank] = []
        # `iter_rows` would build every cell between A1 and a stray last one, up to 17 billion.
        stored: dict[tuple[int, int], Any] = self._sheet._cells
        for (row, column), cell in sorted(stored.items()):
            if not isinstance(cell, XlsxCell):
                continue
            look = self._look(cell)
            if cell.value is not None and cell.value != "":
                cells[row - 1, column - 1] = self._cell(cell, look)
            elif look.border or look.background is not None:
                blanks.append(Blank(block=Block(row - 1, column - 1, row - 1, column - 1), look=look))
        return cells, tuple(blanks)

    def _look(self, cell: XlsxCell) -> Look:
        if cell.style_id not in self._looks:
            self._looks[cell.style_id] = cell_look(cell, self._palette)
        return self._looks[cell.style_id]

    def _cell(self, cell: XlsxCell, look: Look) -> Cell:
        kind, value = _typed(cell)
        formula = str(getattr(cell.value, "text", cell.value)) if cell.data_type == "f" else ""
        text = formula if formula else shown_text(cell.value, cell.number_format)
        links = _links(cell, text)
        return Cell(
            row=cell.row - 1,
            column=cell.column - 1,
            text=links[0].text if formula and links else text,
            look=look,
            value=value,
            kind=kind,
            formula=formula,
            links=links,
            runs=self._runs(cell, look),
        )

    def _runs(self, cell: XlsxCell, own: Look) -> tuple[Run, ...]:
        if not isinstance(cell.value, CellRichText):
            return ()
        blocks = [part for part in cell.value if isinstance(part, TextBlock)]
        runs = [Run(text=block.text, look=run_look(own, block.font, self._palette)) for block in blocks]
        return tuple(run for run in runs if run.look != own)


def _typed(cell: XlsxCell) -> tuple[Kind, Value]:
    value = cell.value
    if isinstance(value, bool):
        return Kind.BOOLEAN, value
    if isinstance(value, datetime | date):
        return Kind.DATE, value
    if cell.data_type == "e":
        return Kind.ERROR, str(value)
    if cell.data_type == "n" and isinstance(value, int | float):
        plain = number_format(cell.number_format)
        percent = "%" in cell.number_format if plain is None else plain.percent
        return (Kind.PERCENTAGE if percent else Kind.NUMBER), float(value)
    return Kind.TEXT, str(value)


def _links(cell: XlsxCell, text: str) -> tuple[Link, ...]:
    match = _HYPERLINK.fullmatch(text) if cell.data_type == "f" else None
    if match is not None:
        return (Link(text=match["text"] or match["target"], target=match["target"]),)
    link = cell.hyperlink
    if link is None:
        return ()
    place = f"#{link.location}" if link.location else ""
    return (Link(text=text, target=f"{link.target}{place}" if link.target else place),)
