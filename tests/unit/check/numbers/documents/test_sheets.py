"""Workbooks: tables found in their sheets, what stands around them, notes, and what cells show."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.table import Table as MarkedTable
from openpyxl.worksheet.worksheet import Worksheet

from areasend.check import PublicationUnreadable
from areasend.check.numbers.documents import sheet_tables
from areasend.check.numbers.documents.model import Document, MarkKind, Passage, Role, Table, Where
from areasend.check.numbers.documents.opening import read_publication

Fill = Callable[[Worksheet], object]


def read(tmp_path: Path, *fills: Fill) -> Document:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for number, fill in enumerate(fills, start=1):
        fill(workbook.create_sheet(f"Sheet {number}"))
    path = tmp_path / "visits.xlsx"
    workbook.save(path)
    (document,) = read_publication([path])
    return document


def rows_of(*rows: list[object]) -> Fill:
    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(row)

    return fill


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def lines(document: Document) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in document.blocks if isinstance(block, Passage)]


def body(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_sheet_is_its_table_with_the_lines_around_it(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        rows_of(
            ["Visits by county, England"],
            ["This worksheet contains one table."],
            ["County", "Good", "Poor [note 1]"],
            ["Kent", 1234, 5],
            ["Essex", None, 3],
            ["Source: records of visits"],
        ),
    )
    (table,) = tables(document)
    assert lines(document) == [
        (Role.HEADING, "Visits by county, England"),
        (Role.PARAGRAPH, "This worksheet contains one table."),
        (Role.PARAGRAPH, "Source: records of visits"),
    ]
    assert [cell.text for cell in table.header] == ["County", "Good", "Poor"]
    assert [mark.value for mark in table.header[2].marked(MarkKind.FOOTNOTE)] == ["1"]
    assert body(table) == [["Kent", "1234", "5"], ["Essex", "", "3"]]
    assert table.caption is not None
    assert (table.caption.text, table.name, table.label_columns) == ("Visits by county, England", "Sheet 1", 1)
    where = table.rows[0][1].where()
    assert (where.line, where.sheet, where.cell) == (4, "Sheet 1", "B4")
    assert str(where).endswith("visits.xlsx, Sheet 1, B4")


def test_every_table_of_a_sheet_has_its_own_title(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        rows_of(
            ["Visits"],
            ["Table 1: Visits by county"],
            ["As published"],
            ["County", "Visits"],
            ["Kent", 8],
            [],
            ["Source: records"],
            ["Visits by year"],
            ["Year", "Visits"],
            [2024, 8],
        ),
    )
    assert [table.caption.text for table in tables(document) if table.caption] == [
        "Table 1: Visits by county",
        "Visits by year",
    ]
    assert body(tables(document)[1]) == [["2024", "8"]]
    assert tables(document)[1].label_columns == 1


def test_headers_of_several_rows_are_joined(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(["County", "2023", None, "2024", None], [None, "Good", "Poor", "Good", "Poor"], ["Kent", 1, 2, 3, 4])(
            sheet
        )
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("D1:E1")

    (table,) = tables(read(tmp_path, fill))
    assert [cell.text for cell in table.header] == ["County", "2023 Good", "2023 Poor", "2024 Good", "2024 Poor"]
    assert body(table) == [["Kent", "1", "2", "3", "4"]]


def test_a_title_over_merged_cells_stays_a_line(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(["Visits by county", None], ["County", "Visits"], ["Kent", 8])(sheet)
        sheet.merge_cells("A1:B1")

    document = read(tmp_path, fill)
    assert lines(document) == [(Role.HEADING, "Visits by county")]
    assert [cell.text for cell in tables(document)[0].header] == ["County", "Visits"]


def test_a_table_without_a_header_has_an_empty_one(tmp_path: Path) -> None:
    (table,) = tables(read(tmp_path, rows_of(["Kent", 8], ["Essex", 4])))
    assert [cell.text for cell in table.header] == ["", ""]
    assert body(table) == [["Kent", "8"], ["Essex", "4"]]


def test_what_the_file_marks_as_a_table_is_one(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(["County", "Visits"], ["Kent", 8], ["Place", "Visits"], ["Dover", 2], ["No more"])(sheet)
        sheet.add_table(MarkedTable(displayName="places", ref="A3:B4"))

    document = read(tmp_path, fill)
    assert [[cell.text for cell in table.header] for table in tables(document)] == [
        ["County", "Visits"],
        ["Place", "Visits"],
    ]
    assert [body(table) for table in tables(document)] == [[["Kent", "8"]], [["Dover", "2"]]]
    assert lines(document) == [(Role.PARAGRAPH, "No more")]


def test_cells_show_what_readers_see(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(
            ["What", "Shown"],
            ["share", 0.285],
            ["odd share", 0.5],
            ["day", date(2024, 12, 31)],
            ["moment", datetime(2024, 12, 31, 9, 30)],
            ["large", 1234567],
            ["words", "two\nlines  apart"],
        )(sheet)
        sheet["B2"].number_format = "0%"
        sheet["B3"].number_format = "0.0%;[Red]-0.0%"
        sheet["B6"].number_format = "#,##0"

    (table,) = tables(read(tmp_path, fill))
    assert [row[1].text for row in table.rows] == [
        "29%",
        "50%",
        "2024-12-31",
        "2024-12-31",
        "1,234,567",
        "two lines apart",
    ]


def test_hidden_sheets_and_rows_are_not_read(tmp_path: Path) -> None:
    def hidden(sheet: Worksheet) -> None:
        rows_of(["secret", 4711])(sheet)
        sheet.sheet_state = "hidden"

    def fill(sheet: Worksheet) -> None:
        rows_of(["County", "Visits"], ["Kent", 8], ["Essex", 4712], ["Surrey", 2], ["Sussex", 4713])(sheet)
        for row in (3, 5):
            sheet.row_dimensions[row].hidden = True

    texts = [passage.text for passage in read(tmp_path, fill, hidden).passages()]
    assert texts == ["County", "Visits", "Kent", "8", "Surrey", "2"]


def test_a_sheet_of_notes_gives_the_notes(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        rows_of(
            ["Notes"],
            ["Note number", "Note text", "Tables"],
            ["[note 1]", "Without mobile ones.", "1"],
            ["note 2", "Closed.", None],
        ),
        rows_of(["Note", "Text"], ["1", None], ["two", "These are no notes."]),
        rows_of(["Note", "Text"], ["[note 7]", None]),
    )
    assert [(note.label, note.passage.text, note.passage.role) for note in document.notes] == [
        ("1", "Without mobile ones. 1", Role.NOTE),
        ("2", "Closed.", Role.NOTE),
    ]
    assert len(tables(document)) == 2


def with_results(path: Path, cells: str) -> None:
    """Writes results beside the formulas, as a spreadsheet program does; openpyxl writes none."""
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    text = parts[sheet].decode()
    start, end = text.index("<sheetData>") + len("<sheetData>"), text.index("</sheetData>")
    parts[sheet] = (text[:start] + cells + text[end:]).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_formulas_show_the_results_that_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "visits.xlsx"
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["A1"] = "x"
    workbook.create_sheet("plain")["A1"] = "plain"
    workbook.save(path)
    kept = ['t="n"><f>1+1</f><v>54</v>', 't="str"><f>A1</f><v>Kent</v>', 't="b"><f>A1</f><v>1</v>']
    kept += [
        't="b"><f>A1</f><v>0</v>',
        "><f>A1</f><v>no number</v>",
        "><f>A1</f><v>1e999</v>",
        "><f>A1</f>",
        "><v>7</v>",
    ]
    cells = "".join(f'<c r="{chr(65 + at)}1" {cell}</c>' for at, cell in enumerate(kept)) + "<c><f>A1</f><v>3</v></c>"
    with_results(path, f'<row r="1">{cells}</row>')
    (document,) = read_publication([path])
    assert [passage.text for passage in document.passages() if passage.text][:-1] == [
        "54",
        "Kent",
        "TRUE",
        "FALSE",
        "no number",
        "1e999",
        "7",
    ]


def test_more_merged_cells_than_a_sheet_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(sheet: Worksheet) -> None:
        rows_of(["County", "Visits"], ["Kent", 8])(sheet)
        sheet.merge_cells("A1:A9")

    monkeypatch.setattr(sheet_tables, "MAX_CELLS", 8)
    with pytest.raises(PublicationUnreadable, match="merged cells"):
        read(tmp_path, fill)


def test_cells_far_apart_are_refused_before_the_table_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_tables, "MAX_CELLS", 1000)

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "County"
        sheet["AMJ1"] = 8

    with pytest.raises(PublicationUnreadable, match="found 1,024"):
        read(tmp_path, fill)


def test_a_place_names_the_sheet_and_cell() -> None:
    assert str(Where(file="v.xlsx", line=4, sheet="Visits", cell="B4")) == "v.xlsx, Visits, B4"
