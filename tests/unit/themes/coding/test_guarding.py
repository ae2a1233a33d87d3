"""Spreadsheets of strangers: what LibreOffice writes is read, what would fill a machine is refused before that."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding_folders import MOMENT, coding

from areasend.themes import CodingInvalid
from areasend.themes.coding import import_sheet, open_coding, sheet_ods
from areasend.themes.coding.sheets import guarding
from areasend.themes.coding.sheets.guarding import SheetUnreadable, guarded
from areasend.themes.coding.sheets.reading import read_rows

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text"))
EMPTY = '<table:table-cell table:number-columns-repeated="{}"/>'


def package(content: bytes, name: str = "content.xml") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(name, content)
    return buffer.getvalue()


def spreadsheet(rows: str, *, before: str = "", body: str | None = None) -> bytes:
    tables = f'<table:table table:name="S">{rows}</table:table>' if body is None else body
    return package(
        f'<?xml version="1.0"?>{before}<office:document-content {_NAMES}><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>".encode()
    )


def cell(text: str, times: int | str = 1, *, covered: bool = False) -> str:
    name = "covered-table-cell" if covered else "table-cell"
    return (
        f'<table:{name} office:value-type="string" table:number-columns-repeated="{times}"><text:p>{text}</text:p>'
        f"</table:{name}>"
    )


def row(cells: str, times: int | str = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def read(content: bytes) -> list[tuple[int, dict[str, str]]]:
    return [(entry.number, entry.cells) for entry in read_rows(content, "s.ods", ("a",))]


def test_rows_and_cells_to_the_end_of_the_sheet_are_nothing() -> None:
    rows = (
        row(cell("a") + cell("b") + EMPTY.format(16382))
        + row(cell("1") + cell("2") + EMPTY.format(16382))
        + row(EMPTY.format(16384), 1000)
        + row(cell("3") + EMPTY.format(16383))
        + row(EMPTY.format(16384), 1_047_573)
    )
    assert read(spreadsheet(rows)) == [(2, {"a": "1", "b": "2"}), (1003, {"a": "3", "b": ""})]


def test_a_cell_of_space_alone_is_empty() -> None:
    rows = row(cell("a") + cell("b")) + row(cell("1") + cell(" "))
    ((number, cells),) = read(spreadsheet(rows))
    assert (number, cells["a"], cells["b"].strip()) == (2, "1", "")


def test_repeated_rows_and_values_of_every_kind_are_read_as_text() -> None:
    number = '<table:table-cell office:value-type="float" office:value="{}"><text:p>x</text:p></table:table-cell>'
    day = '<table:table-cell office:value-type="date" office:date-value="2024-12-05"/>'
    rows = row(cell("a", 1) + cell("B  b")) + row(number.format(3) + number.format("0.5"), 2) + row(cell("1") + day)
    assert read(spreadsheet(rows)) == [
        (2, {"a": "3", "b_b": "0.5"}),
        (3, {"a": "3", "b_b": "0.5"}),
        (4, {"a": "1", "b_b": "2024-12-05"}),
    ]


def test_a_sheet_under_another_name_is_the_first_one() -> None:
    assert read(spreadsheet("", body=_table("x", "1") + _table("y", "2"))) == [(2, {"a": "1"})]
    assert read(spreadsheet("", body=_table("x", "1") + _table("statements", "2"))) == [(2, {"a": "2"})]


def _table(name: str, value: str) -> str:
    return f'<table:table table:name="{name}">{row(cell("a"))}{row(cell(value))}</table:table>'


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (spreadsheet(row(cell("a", 10), 1_048_576)), "repeats rows or cells to more than"),
        (spreadsheet(row(cell("a", 5_000_000))), "repeats rows or cells to more than"),
        (spreadsheet(row(cell("a")) + row(EMPTY.format(1), 5_000_000) + row(cell("b"))), "repeats rows or cells"),
        (spreadsheet(row(cell("a" * 30_000, 100), 100)), "repeats rows or cells to more than"),
        (spreadsheet(row(cell("a", 2, covered=True), 3_000_000)), "repeats rows or cells to more than"),
        (
            spreadsheet("", body=_table("x", "1") * 2 + f"<table:table>{row(cell('a', 3_999_999))}</table:table>"),
            "repeats",
        ),
        (spreadsheet(row(cell('<text:s text:c="99999999999"/>'))), "repeats rows or cells to more than"),
        (spreadsheet(row(cell('a<text:s text:c="x"/>'))), "repeats rows or cells by what is no number"),
        (spreadsheet(row(cell("a", "-1"))), "repeats rows or cells by what is no number"),
        (spreadsheet(row(cell("a"), "9" * 12)), "repeats rows or cells by what is no number"),
        (
            spreadsheet("", body="<table:table><table:table-row><table:table/></table:table-row></table:table>"),
            "within",
        ),
        (spreadsheet(row(cell("&b;")), before='<!DOCTYPE x [<!ENTITY b "c">]>'), "declares a document type"),
        (spreadsheet("<"), "its content is not well-formed XML"),
        (package(b"", "other.xml"), "no OpenDocument spreadsheet, or one under a password"),
        (package(b"x")[:-30], "no OpenDocument spreadsheet, or one under a password"),
        (spreadsheet("", body=""), "holds no sheet"),
    ],
)
def test_what_would_fill_a_machine_or_is_no_sheet_is_refused(content: bytes, rule: str) -> None:
    with pytest.raises(CodingInvalid, match=rule):
        read(content)


def test_what_is_too_large_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    content = spreadsheet(row(cell("a" * 5000)))
    monkeypatch.setattr(guarding, "_LARGEST_CONTENT", 5000)
    with pytest.raises(SheetUnreadable, match="unpacks to more than a sheet can be"):
        guarded(content)
    monkeypatch.setattr(guarding, "_LARGEST_FILE", 100)
    with pytest.raises(SheetUnreadable, match="larger than a sheet can be"):
        guarded(content)


def test_the_reader_gets_the_bytes_that_were_counted() -> None:
    """Of two members with one name, or with more behind, only what was walked is in the new package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", zipfile.ZipFile(io.BytesIO(spreadsheet(row(cell("a"))))).read("content.xml"))
        archive.writestr("other.xml", "x" * 100)
    with zipfile.ZipFile(guarded(buffer.getvalue())) as safe:
        assert safe.namelist() == ["mimetype", "META-INF/manifest.xml", "content.xml"]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return sheet_ods(coding(tmp_path_factory.mktemp("one") / "c", "anna"), "anna")


@given(data=st.data())
@settings(max_examples=60)
def test_a_damaged_sheet_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, sheet: bytes, data: st.DataObject
) -> None:
    place = Path(tmp_path_factory.getbasetemp() / "damaged")
    folder = open_coding(place) if place.exists() else coding(place, "anna")
    content = bytearray(sheet)
    if data.draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(sheet)) as archive:
            content = bytearray(archive.read("content.xml"))
    plain = not content.startswith(b"PK")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        end = data.draw(st.integers(at, min(len(content), at + 40)))
        content[at:end] = data.draw(st.binary(max_size=6) | st.sampled_from([b"<", b"</table:table>", b"&amp;"]))
    damaged = package(bytes(content)) if plain else bytes(content)
    with suppress(CodingInvalid):
        import_sheet(folder, "anna", damaged, "s.ods", decided=MOMENT)
