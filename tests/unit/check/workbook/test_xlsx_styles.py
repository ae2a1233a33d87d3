"""XLSX files in which a cell names a style that is not there: some programs write them, and some must be refused."""

import re

import pytest
from openpyxl.styles import Font

from areasend.check.workbook import Status, WorkbookUnreadable, report_text

STYLES = "xl/styles.xml"


@pytest.fixture
def with_styles(xlsx, xlsx_bytes, change_part):
    """`with_styles(pattern, replacement)`: the compliant workbook, each place of its cell formats changed so."""

    def make(pattern, replacement):
        def change(text):
            before, mark, rest = text.partition("<cellXfs")
            formats, end, after = rest.partition("</cellXfs>")
            changed, count = re.subn(pattern, replacement, formats)
            assert count, f"no {pattern} among the cell formats"
            return before + mark + changed + end + after

        return change_part(xlsx_bytes(xlsx), STYLES, change)

    return make


def test_a_cell_whose_named_style_is_not_in_the_list_is_read(with_styles, check_xlsx, point):
    """LibreOffice 7.4 writes such files when it converts an ODS."""
    report = check_xlsx(with_styles(r'xfId="0"', 'xfId="99"'))
    assert report.passed, report_text(report)
    assert point(report, "SS18").reason == "subject, geography and period in the title are not judged"


def test_a_cell_whose_named_style_is_not_in_the_list_has_no_heading_style(xlsx, with_styles, check_xlsx, point):
    for sheet in xlsx.worksheets:
        sheet["A1"].style = "Title"
        sheet["A1"].font = Font(name="Arial", size=12, bold=False)
    sound = point(check_xlsx(xlsx), "SS18")
    assert sound.reason == "subject, geography and period in the title are not judged"
    missing = point(check_xlsx(with_styles(r'xfId="1"', 'xfId="99"')), "SS18")
    assert missing.status is Status.PASS
    assert missing.reason.endswith("titles neither bold nor in a heading style: 3")


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r'fontId="[1-9]"', 'fontId="99"'),
        (r'fillId="0"', 'fillId="99"'),
        (r'borderId="0"', 'borderId="99"'),
        (r'numFmtId="3"', 'numFmtId="199"'),
    ],
)
def test_a_font_fill_border_or_number_format_that_is_not_there_is_refused(
    pattern, replacement, with_styles, check_xlsx
):
    message = (
        r"sample\.xlsx \((Cover|Outcomes)\): every style that a cell names is there; found a missing one\. "
        "What to do: open it in a spreadsheet program and save it"
    )
    with pytest.raises(WorkbookUnreadable, match=message):
        check_xlsx(with_styles(pattern, replacement))


def test_a_cell_format_that_is_not_there_is_refused(xlsx, xlsx_bytes, change_part, check_xlsx):
    content = change_part(
        xlsx_bytes(xlsx), "xl/worksheets/sheet3.xml", lambda text: re.sub(r' s="\d+"', ' s="99"', text)
    )
    with pytest.raises(WorkbookUnreadable, match="the parts of an XLSX workbook fit together; found IndexError"):
        check_xlsx(content)
