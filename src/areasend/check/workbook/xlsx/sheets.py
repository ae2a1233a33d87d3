"""One XLSX sheet as the model's `Sheet`."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from areasend.check.workbook.addresses import parse_block
from areasend.check.workbook.model import Columns, Drawing, Sheet, Table
from areasend.check.workbook.xlsx.cells import SheetCells
from areasend.check.workbook.xlsx.looks import Palette

# Widths count characters of the default font, 7 pixels at 96 to the inch (ECMA-376 part 1, 18.3.1.13).
CM_PER_CHARACTER = 7 / 96 * 2.54
DEFAULT_CHARACTERS = 64 / 7


def read_sheet(sheet: Worksheet, palette: Palette, drawings: tuple[Drawing, ...]) -> Sheet:
    cells, blanks = SheetCells(sheet, palette).read()
    return Sheet(
        name=sheet.title,
        cells=cells,
        blanks=blanks,
        columns=tuple(_columns(sheet)),
        default_width_cm=round(float(sheet.sheet_format.defaultColWidth or DEFAULT_CHARACTERS) * CM_PER_CHARACTER, 3),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=tuple((row - 1, row - 1) for row, size in sorted(sheet.row_dimensions.items()) if size.hidden),
        tables=tuple(_tables(sheet)),
        filters=(str(sheet.auto_filter.ref),) if sheet.auto_filter.ref else (),
        frozen=sheet.freeze_panes is not None or sheet.sheet_view.pane is not None,
        cursor=_cursor(sheet),
        merged=tuple(filter(None, (parse_block(str(merged)) for merged in sheet.merged_cells.ranges))),
        page_texts=tuple(_page_texts(sheet)),
        drawings=drawings,
        conditional=tuple(str(ranges.sqref) for ranges in sheet.conditional_formatting),
    )


def _columns(sheet: Worksheet) -> Iterator[Columns]:
    for size in sheet.column_dimensions.values():
        if (
            size.min is None or size.max is None
        ):  # pragma: no cover - openpyxl sets both on reading; the types say maybe
            continue
        width = round(float(size.width) * CM_PER_CHARACTER, 3) if size.customWidth else None
        yield Columns(first=size.min - 1, last=size.max - 1, width_cm=width, hidden=bool(size.hidden))


def _tables(sheet: Worksheet) -> Iterator[Table]:
    for table in sheet.tables.values():
        block = parse_block(table.ref)
        if block is None:
            continue
        rows = 1 if table.headerRowCount is None else int(table.headerRowCount)
        yield Table(
            name=table.displayName or table.name or "",
            block=block,
            header=rows > 0,
            header_rows=tuple(range(block.first_row, block.first_row + rows)),
            filter_buttons=table.autoFilter is not None,
        )


def _cursor(sheet: Worksheet) -> str:
    selections = sheet.sheet_view.selection
    cell = str(selections[0].activeCell or "A1") if selections else "A1"
    top = sheet.sheet_view.topLeftCell
    return cell if top in {None, "A1"} else str(top)


def _page_texts(sheet: Worksheet) -> Iterator[str]:
    for kind in ("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"):
        item = getattr(sheet.HeaderFooter, kind)
        parts = (item.left.text, item.center.text, item.right.text)
        text = " ".join(str(part) for part in parts if part)
        if text:
            yield f"a {'header' if kind.endswith('Header') else 'footer'} {text!r}"
