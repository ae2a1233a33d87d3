"""The same points on XLSX: faults openpyxl can write, and parts it would drop."""

import io
import zipfile
from datetime import date, datetime, time
from xml.etree.ElementTree import fromstring

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, GradientFill, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter

from areasend.check.workbook import Status, WorkbookUnreadable, report_text
from areasend.check.workbook.xlsx import sheets as sheets_module
from areasend.check.workbook.xlsx.looks import Palette

ANCHOR = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor>'
    "<xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from>{}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)


def font(**changes):
    def spoil(sheet):
        sheet["A6"].font = Font(**{"name": "Arial", "size": 12, **changes})

    return spoil


def put(cell, value):
    return lambda sheet: sheet.__setitem__(cell, value)


def style(cell, **changes):
    def spoil(sheet):
        for name, value in changes.items():
            setattr(sheet[cell], name, value)

    return spoil


def rich(sheet):
    raised = TextBlock(InlineFont(rFont="Arial", sz=12, vertAlign="superscript"), "1")
    sheet["A6"] = CellRichText("North West", raised)


def merge(sheet):
    sheet.merge_cells("A1:B1")


def freeze(sheet):
    sheet.freeze_panes = "A6"


def filtered(sheet):
    sheet.auto_filter.ref = "A5:C7"


def filter_buttons(sheet):
    sheet.tables["outcomes_by_region"].autoFilter = AutoFilter(ref="A5:C7")


def hide(sheet):
    sheet.sheet_state = "hidden"


def hide_row(sheet):
    sheet.row_dimensions[6].hidden = True


def hide_column(sheet):
    sheet.column_dimensions["B"].hidden = True


def header(sheet):
    sheet.oddHeader.center.text = "Draft"


def footer(sheet):
    sheet.oddFooter.left.text = "Page &P"


def comment(sheet):
    sheet["A6"].comment = Comment("Why?", "me")


def conditional(sheet):
    sheet.conditional_formatting.add("B6:B7", CellIsRule(operator="lessThan", formula=["10"], font=Font(bold=True)))


def cursor(sheet):
    sheet.sheet_view.selection[0].activeCell = "C3"


def scrolled(sheet):
    sheet.sheet_view.topLeftCell = "A4"


def no_header(sheet):
    sheet.tables["outcomes_by_region"].headerRowCount = 0


def rename(sheet):
    table = sheet.tables.pop("outcomes_by_region")
    table.displayName = table.name = "Table1"
    sheet.tables.add(table)


FILLED = PatternFill("solid", fgColor="FFFFFF00")
RULED = Border(top=Side(style="thin"))
CASES = [
    ("SS01", no_header, "A5"),
    ("SS02", rename, "A5"),
    ("SS03", merge, "A1"),
    ("SS06", style("A1", alignment=Alignment(wrap_text=False)), "A1"),
    ("SS07", freeze, ""),
    ("SS07", filtered, "A5"),
    ("SS07", filter_buttons, "A5"),
    ("SS09", hide, ""),
    ("SS09", hide_row, "A6"),
    ("SS09", hide_column, "B1"),
    ("SS11", rich, "A6"),
    ("SS11", font(vertAlign="subscript"), "A6"),
    ("SS16", put("A6", '=HYPERLINK("#Nowhere!A1","Nowhere")'), "A6"),
    ("SS17", font(italic=True), "A6"),
    ("SS17", font(underline="single"), "A6"),
    ("SS17", font(color="FFF46A25"), "A6"),
    ("SS17", font(color=Color(theme=0)), "A6"),
    ("SS17", font(color=Color(theme=4, tint=0.4)), "A6"),
    ("SS17", font(color=Color(indexed=5)), "A6"),
    ("SS17", font(size=8), "A6"),
    ("SS17", style("A6", alignment=Alignment(textRotation=45, wrap_text=True)), "A6"),
    ("SS20", header, ""),
    ("SS20", footer, ""),
    ("SS20", comment, "A6"),
    ("SS21", style("A20", border=RULED), "A20"),
    ("SS22", style("A6", fill=FILLED), "A6"),
    ("SS22", style("A6", fill=GradientFill(stop=("FF0000", "00FF00"))), "A6"),
    ("SS23", conditional, "B6"),
    ("SS24", font(color="FF28A197"), "A6"),
    ("SS36", cursor, "C3"),
    ("SS36", scrolled, "A4"),
    ("SS38", put("B6", "28"), "B6"),
    ("SS38", style("B7", number_format="0"), "B7"),
    ("SS38", style("C7", alignment=Alignment(wrap_text=True)), "C7"),
    ("SS44", put("B6", "=1+27"), "B6"),
]


@pytest.mark.parametrize(("number", "spoil", "cell"), CASES, ids=lambda part: getattr(part, "__name__", str(part)))
def test_spoiled_workbook_fails_the_point_at_the_place(number, spoil, cell, xlsx, check_xlsx, point):
    spoil(xlsx["Outcomes"])
    report = check_xlsx(xlsx)
    result = point(report, number)
    assert result.status is Status.FAIL, report_text(report)
    assert ("Outcomes", cell) in {(place.sheet, place.cell) for place in result.places}, report_text(report)


def test_other_sheet_active(xlsx, check_xlsx, point):
    xlsx.active = 2
    assert [place.sheet for place in point(check_xlsx(xlsx), "SS36").places] == ["Outcomes"]


def repacked(content, **parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for info in old.infolist():
            if info.filename not in parts:
                new.writestr(info, old.read(info.filename))
        for name, text in parts.items():
            new.writestr(zipfile.ZipInfo(name, (2024, 12, 31, 0, 0, 0)), text)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("shape", "number", "kind"),
    [
        ("<xdr:pic/>", "SS25", "an image"),
        ("<xdr:sp/>", "SS20", "a text box or shape"),
        ("<xdr:graphicFrame/>", "SS20", "a chart"),
    ],
)
def test_drawings_openpyxl_drops_are_found(shape, number, kind, xlsx, xlsx_bytes, check_xlsx, point):
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Type="http://x/relationships/drawing" Target="../drawings/drawing1.xml"/>'
        '<Relationship Id="rId1" Type="http://x/relationships/table" Target="/xl/tables/table2.xml"/></Relationships>'
    )
    content = repacked(
        xlsx_bytes(xlsx),
        **{"xl/worksheets/_rels/sheet3.xml.rels": relations, "xl/drawings/drawing1.xml": ANCHOR.format(shape)},
    )
    places = point(check_xlsx(content), number).places
    assert [(place.sheet, place.cell, place.found) for place in places] == [("Outcomes", "B3", kind)]


@pytest.mark.parametrize(
    ("part", "number"),
    [
        ("xl/media/image1.png", "SS25"),
        ("xl/vbaProject.bin", "SS26"),
        ("xl/externalLinks/externalLink1.xml", "SS44"),
    ],
)
def test_parts_of_the_package_count(part, number, xlsx, xlsx_bytes, check_xlsx, point):
    result = point(check_xlsx(repacked(xlsx_bytes(xlsx), **{part: "<x/>"})), number)
    assert [place.sheet for place in result.places] == [""]


def test_what_openpyxl_warns_of_fails_the_round_trip(xlsx, xlsx_bytes, check_xlsx, point):
    content = xlsx_bytes(xlsx)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet3.xml").decode()
    unknown = "<extLst><ext uri='{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}'/></extLst></worksheet>"
    spoiled = repacked(content, **{"xl/worksheets/sheet3.xml": sheet.replace("</worksheet>", unknown)})
    result = point(check_xlsx(spoiled), "SS41")
    assert result.status is Status.FAIL
    assert "on loading: Data Validation extension is not supported" in result.places[0].found


def test_xlsx_compared_with_the_published_table(xlsx, check_xlsx, point):
    rows = [("region", "inspections", "share"), ("North West", "28", "0.285"), ("South East", "1234", "x")]
    report = check_xlsx(xlsx, tables={"outcomes": rows})
    assert point(report, "SS41").status is Status.PASS
    assert point(report, "SS42").status is Status.PASS


def test_values_of_every_type_are_read(xlsx, check_xlsx, point):
    sheet = xlsx["Outcomes"]
    for row, value in enumerate((True, time(9, 30), date(1900, 1, 1), datetime(2024, 12, 31), "#N/A"), start=8):
        sheet.cell(row=row, column=2, value=value)
        sheet.cell(row=row, column=1, value="Row")
    sheet["B11"].number_format = "dd/mm/yy"
    sheet.tables["outcomes_by_region"].ref = "A5:C12"
    report = check_xlsx(xlsx)
    assert [place.cell for place in point(report, "SS39").places] == ["B10", "B11"]


def test_xlsx_of_chart_sheets_only_is_refused(xlsx, check_xlsx, monkeypatch):
    class Loaded:
        worksheets = ()

    monkeypatch.setattr(openpyxl, "load_workbook", lambda *_, **__: Loaded())
    with pytest.raises(WorkbookUnreadable, match="at least one worksheet"):
        check_xlsx(xlsx)


def test_language_of_an_xlsx_is_judged_where_it_is_stated(xlsx, check_xlsx, point):
    xlsx.properties.language = "en-US"
    result = point(check_xlsx(xlsx), "SS35")
    assert [place.found for place in result.places] == ["the document language 'en-US'"]
    xlsx.properties.language = None
    assert "not judged" in point(check_xlsx(xlsx), "SS35").reason


def test_data_validation_is_no_fault(xlsx, check_xlsx):
    validation = DataValidation(type="whole", operator="greaterThan", formula1="0")
    validation.add("B6")
    xlsx["Outcomes"].add_data_validation(validation)
    assert check_xlsx(xlsx).passed


def test_odd_columns_and_tables_are_passed_over(xlsx, check_xlsx, monkeypatch, point):
    sheet = xlsx["Outcomes"]
    sheet.column_dimensions["E"].width = 20
    monkeypatch.setattr(sheets_module, "parse_block", lambda _: None)
    assert {place.sheet for place in point(check_xlsx(xlsx), "SS32").places} == {"Contents", "Outcomes"}


def test_theme_without_usable_colours():
    theme = fromstring(
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme>'
        "<a:dk1/><a:lt1><a:srgbClr val='none'/></a:lt1><a:dk2><a:srgbClr val='102030'/></a:dk2></a:clrScheme></a:theme>"
    )
    assert Palette(theme).theme == {3: "#102030"}
    assert Palette(None).colour(Color(theme=4)) is None


def test_comment_part_that_is_missing_is_no_comment(xlsx, xlsx_bytes, check_xlsx, point):
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId8" Type="http://x/relationships/threadedComment" Target="../gone.xml"/>'
        '<Relationship Id="rId1" Type="http://x/relationships/table" Target="/xl/tables/table2.xml"/></Relationships>'
    )
    content = repacked(xlsx_bytes(xlsx), **{"xl/worksheets/_rels/sheet3.xml.rels": relations})
    assert point(check_xlsx(content), "SS20").status is Status.PASS


def test_text_that_is_declared_to_be_text_is_no_number_gone_wrong(xlsx, check_xlsx, point):
    """SS38: the format "@" says that the digits are a name."""
    xlsx["Outcomes"]["B6"].value = "28"
    xlsx["Outcomes"]["B6"].number_format = "@"
    assert "the number '28' as text" not in str(point(check_xlsx(xlsx), "SS38").places)
