"""A compliant workbook in both formats, and ways to spoil it in exactly one respect.

The ODS is kept as its XML parts in `tests/samples/workbooks/compliant`; a test changes the text of a part and zips it.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font
from openpyxl.workbook.workbook import Workbook as XlsxWorkbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table

from areasend.check.workbook import PointResult, WorkbookReport, check_workbook

SAMPLES = Path(__file__).parents[3] / "samples" / "workbooks" / "compliant"
ORDER = ("mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml", "settings.xml")
FIXED = (2024, 12, 31, 0, 0, 0)
# What the CSV of the one table says; the workbook shows it for people.
PUBLISHED = {
    "outcomes": (
        ("region", "region_code", "inspections", "share", "last_published", "children", "notes"),
        ("North West", "E12000002", "28", "28.5", "2025-06-26", "1234", "No notes"),
        ("South East", "E12000008", "7", "x", "2025-02-03", "987", "[note 2]"),
    )
}


class Ods:
    """Parts of an ODS that can still be changed."""

    def __init__(self) -> None:
        self.parts = {name: (SAMPLES / name).read_text(encoding="utf-8") for name in ORDER}
        self.order = list(ORDER)
        self.extra: dict[str, bytes] = {}
        self.dates: dict[str, tuple[int, int, int, int, int, int]] = {}
        self.compressed = {name for name in ORDER if name != "mimetype"}

    def change(self, part: str, old: str, new: str, after: str = "") -> None:
        """Only the first place after the mark: every test changes one thing."""
        before, mark, rest = self.parts[part].partition(after) if after else ("", "", self.parts[part])
        assert old in rest, f"{part} of the sample has no {old!r} after {after!r}"
        self.parts[part] = before + mark + rest.replace(old, new, 1)

    def bytes(self) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name in [*self.order, *self.extra]:
                content = self.extra.get(name) or self.parts[name].encode()
                kind = zipfile.ZIP_DEFLATED if name in self.compressed else zipfile.ZIP_STORED
                info = zipfile.ZipInfo(name, self.dates.get(name, FIXED))
                archive.writestr(info, content, kind)
        return packed.getvalue()


Checked = Callable[..., WorkbookReport]


@pytest.fixture
def ods() -> Ods:
    return Ods()


@pytest.fixture
def check_ods(tmp_path: Path) -> Checked:
    def check(ods: Ods, **inputs: object) -> WorkbookReport:
        path = tmp_path / "sample.ods"
        path.write_bytes(ods.bytes())
        return check_workbook(path, **{"tables": PUBLISHED, **inputs})  # type: ignore[arg-type]

    return check


@pytest.fixture
def xlsx() -> XlsxWorkbook:
    """The same workbook written with openpyxl."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    title = "Outcomes of area SEND inspections by region, England, 2023 to 2024"
    one = "This worksheet contains one table."
    _sheet(
        book,
        "Cover",
        [
            ["Special educational needs and disabilities (SEND) inspections, England, 2023 to 2024"],
            ["Period: January 2023 to December 2024."],
            ["Published: 26 June 2025."],
            ["Next release: June 2026."],
            ["Contact: the statistics team, by email."],
            ["Licence: Open Government Licence, version 3."],
            ["Release type: unofficial statistics."],
        ],
        (60,),
    )
    contents = _sheet(book, "Contents", [["Contents"], [one], ["Worksheet", "Title"], ["Outcomes", title]], (20, 60))
    _link(contents, "A4", "Outcomes!A1")
    table = _sheet(
        book,
        "Outcomes",
        [
            [title],
            [one],
            ["The shorthand [x] means not available."],
            ["Back to contents"],
            ["Region", "Inspections", "Share"],
            ["North West", 28, 0.285],
            ["South East", 1234, "[x]"],
        ],
        (20, 20, 20),
    )
    _link(table, "A4", "Contents!A1")
    for cell, code in (("B6", "#,##0"), ("B7", "#,##0"), ("C6", "0%")):
        table[cell].number_format = code
    table["C7"].alignment = Alignment(horizontal="right", wrap_text=True)
    _mark(contents, "contents_list", "A3:B4")
    _mark(table, "outcomes_by_region", "A5:C7")
    stated = book.properties
    stated.title, stated.description, stated.subject = "Area SEND inspections", "Outcomes by region", "Inspections"
    stated.keywords, stated.creator, stated.language = "outcomes", "areasend", "en-GB"
    return book


def _sheet(book: XlsxWorkbook, name: str, rows: list[list[object]], widths: tuple[int, ...]) -> object:
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        cell.font = Font(name="Arial", size=12, bold=cell.row == 1)
        cell.alignment = Alignment(wrap_text=True)
    for letter, width in zip("ABC", widths, strict=False):
        sheet.column_dimensions[letter].width = width
    return sheet


def _link(sheet: object, cell: str, location: str) -> None:
    sheet[cell].hyperlink = Hyperlink(ref=cell, location=location)
    sheet[cell].font = Font(name="Arial", size=12, underline="single", color="FF0563C1")


def _mark(sheet: object, name: str, reference: str) -> None:
    table = Table(displayName=name, name=name, ref=reference)
    table._initialise_columns()
    for column, header in zip(table.tableColumns, next(iter(sheet[reference])), strict=True):
        column.name = header.value
    table.autoFilter = None
    sheet.add_table(table)


def fixed_dates(content: bytes) -> bytes:
    """openpyxl writes the time of the day; the same archive with one date."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, FIXED), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


@pytest.fixture
def xlsx_bytes() -> Callable[[XlsxWorkbook], bytes]:
    def save(book: XlsxWorkbook) -> bytes:
        content = io.BytesIO()
        book.save(content)
        return fixed_dates(content.getvalue())

    return save


@pytest.fixture
def change_part() -> Callable[..., bytes]:
    """`change_part(content, name, change)`: the archive with one part given to `change` as text; the dates stay."""

    def make(content: bytes, name: str, change: Callable[[str], str | bytes]) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
            old_text = old.read(name).decode()
            changed = change(old_text)
            assert changed != old_text, f"{name} is as it was"
            for info in old.infolist():
                new.writestr(info, changed if info.filename == name else old.read(info.filename))
        return packed.getvalue()

    return make


@pytest.fixture
def check_xlsx(tmp_path: Path, xlsx_bytes: Callable[[XlsxWorkbook], bytes]) -> Checked:
    def check(book: XlsxWorkbook | bytes, **inputs: object) -> WorkbookReport:
        path = tmp_path / "sample.xlsx"
        path.write_bytes(book if isinstance(book, bytes) else xlsx_bytes(book))
        return check_workbook(path, **inputs)  # type: ignore[arg-type]

    return check


@pytest.fixture
def point() -> Callable[[WorkbookReport, str], PointResult]:
    def find(report: WorkbookReport, number: str) -> PointResult:
        return next(result for result in report.results if result.point == number)

    return find


@pytest.fixture
def failing() -> Callable[[WorkbookReport], Iterator[str]]:
    def names(report: WorkbookReport) -> list[str]:
        return [result.point for result in report.results if result.status.value == "fail"]

    return names
