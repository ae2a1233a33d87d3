"""The ODS writer, read back by python-calamine, by zipfile, and by LibreOffice where it is installed."""

import io
import shutil
import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from areasend.formats.ods import Link, Number, OdsDay, OdsTable, Sheet, Text, TextStyle, Workbook, ods_bytes
from areasend.formats.ods.archive import Member, zip_bytes


def workbook(*sheets: Sheet) -> Workbook:
    return Workbook(
        title="A & B <C>",
        description="d",
        subject="s",
        keywords=("k1", "k2"),
        creator="c",
        generator="g",
        sheets=sheets,
    )


def one_table(*rows: tuple[Text | Link | Number | OdsDay, ...]) -> Sheet:
    heading = tuple(Text(f"h{place}", TextStyle.HEADER) for place in range(len(rows[0])))
    table = OdsTable(name="t_1", heading_row=1, width=len(heading), rows=len(rows))
    return Sheet(
        name="S1", widths=(30,) * len(heading), rows=((Text("Title", TextStyle.TITLE),), heading, *rows), table=table
    )


def read(content: bytes, sheet: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()  # type: ignore[return-value]


def test_values_come_back_as_what_they_are() -> None:
    row = (
        Text("Æ & <b>"),
        Number(67000),
        Number(Decimal("40.5"), 1),
        OdsDay(date(2024, 2, 29)),
        Link("there", "#S1.A1"),
        Text("0042"),
    )
    assert read(ods_bytes(workbook(one_table(row))), "S1")[2] == [
        "Æ & <b>",
        67000.0,
        40.5,
        date(2024, 2, 29),
        "there",
        "0042",
    ]


# What XML 1.0 can hold, without the white space that a paragraph folds.
TEXT = st.text(
    st.characters(min_codepoint=33, exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Co", "Cn"]),
    min_size=1,
    max_size=30,
)


@given(st.lists(st.tuples(TEXT, st.integers(0, 10**9)), min_size=1, max_size=8))
def test_any_text_and_number_survive_the_round_trip(rows: list[tuple[str, int]]) -> None:
    sheet = one_table(*((Text(text), Number(number)) for text, number in rows))
    assert read(ods_bytes(workbook(sheet)), "S1")[2:] == [[text, float(number)] for text, number in rows]


def test_the_package_is_as_odf_asks() -> None:
    content = ods_bytes(workbook(one_table((Text("a"),))))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        first, *others = package.infolist()
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert content[38:84] == b"application/vnd.oasis.opendocument.spreadsheet"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        listed = ElementTree.fromstring(package.read("META-INF/manifest.xml"))
        names = {next(iter(v for k, v in entry.attrib.items() if k.endswith("full-path"))) for entry in listed}
        assert names == {"/", *(entry.filename for entry in others if not entry.filename.startswith("META-INF"))}


def test_the_table_is_marked_with_its_range() -> None:
    content = ods_bytes(workbook(one_table(*((Text("a"), Number(1)) for _ in range(3)))))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("content.xml").decode()
    assert 'table:target-range-address="S1.A2:S1.B5" table:contains-header="true"' in xml
    assert xml.count("<table:table-header-rows>") == 1


def test_a_sheet_may_have_empty_cells_and_no_table() -> None:
    sheet = Sheet(name="Cover", widths=(30, 30), rows=((Text("A"),), (), (Text(""), Text("B"))), table=None)
    content = ods_bytes(workbook(sheet))
    assert read(content, "Cover") == [["A", ""], ["", ""], ["", "B"]]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"database-range" not in package.read("content.xml")


def test_same_workbook_same_bytes() -> None:
    assert ods_bytes(workbook(one_table((Text("a"),)))) == ods_bytes(workbook(one_table((Text("a"),))))


@given(
    st.lists(
        st.tuples(st.from_regex(r"[a-z]{1,8}\.xml", fullmatch=True), st.binary(max_size=2000), st.booleans()),
        unique_by=lambda m: m[0],
        min_size=1,
    )
)
def test_an_archive_gives_back_its_members(members: list[tuple[str, bytes, bool]]) -> None:
    content = zip_bytes([Member(name, data, stored=stored) for name, data, stored in members])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert [(entry.filename, archive.read(entry)) for entry in archive.infolist()] == [
            (n, d) for n, d, _ in members
        ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed on this machine")
def test_libreoffice_reads_it_without_repair(tmp_path: Path) -> None:
    path = tmp_path / "w.ods"
    path.write_bytes(ods_bytes(workbook(one_table((Text("a, b"), Number(1234), OdsDay(date(2024, 12, 31)))))))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1",
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    assert (tmp_path / "w.csv").read_text(encoding="utf-8").splitlines()[2] == '"a, b","1,234",31 December 2024'
