"""Rows of the Contents sheet: which sheet each is about, whether it links there, and what it calls it."""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.check.workbook.evidence import Evidence
from areasend.check.workbook.layout import Role
from areasend.check.workbook.link_targets import link_target
from areasend.check.workbook.model import Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    sheet: str
    cell: str
    linked: bool
    texts: tuple[str, ...]


def contents_entries(evidence: Evidence) -> Iterator[Entry]:
    contents = evidence.first(Role.CONTENTS)
    if contents is None:
        return
    header = contents.header_row
    for row, cells in contents.rows.items():
        if header is not None and row <= header:
            continue
        entry = _entry(evidence, cells)
        if entry is not None and entry.sheet != contents.name:
            yield entry


def _entry(evidence: Evidence, cells: tuple[Cell, ...]) -> Entry | None:
    """By its internal link, else by a cell that is the name of a sheet."""
    texts = tuple(cell.text for cell in cells)
    for cell in cells:
        for link in cell.links:
            target = link_target(evidence.workbook, link.target)
            if target is not None and target.sheet:
                return Entry(sheet=target.sheet, cell=cell.name, linked=True, texts=texts)
    for cell in cells:
        layout = evidence.sheet_named(cell.text.strip())
        if layout is not None:
            return Entry(sheet=layout.name, cell=cell.name, linked=False, texts=texts)
    return None
