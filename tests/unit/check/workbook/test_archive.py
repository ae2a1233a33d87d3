"""Points about the archive itself (SS25, SS26, SS43, SS44), and archives that are refused."""

import io
import zipfile

import pytest

from areasend.check import CheckError
from areasend.check.workbook import Status, WorkbookUnreadable, check_workbook
from areasend.check.workbook import package as package_module
from areasend.check.workbook.ods import reading

BILLION_LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
DTD = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>'


def zipped(**members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def late_member(ods):
    ods.dates["meta.xml"] = (2025, 1, 1, 0, 0, 0)


def mimetype_second(ods):
    ods.order[:2] = ["META-INF/manifest.xml", "mimetype"]


def mimetype_packed(ods):
    ods.compressed.add("mimetype")


def with_member(name, content=b"x"):
    return lambda ods: ods.extra.update({name: content})


@pytest.mark.parametrize(
    ("number", "spoil", "found"),
    [
        ("SS25", with_member("Pictures/logo.png"), "image file Pictures/logo.png"),
        ("SS26", with_member("Basic/Standard/Module1.xml"), "macro part Basic/Standard/Module1.xml"),
        ("SS43", late_member, "meta.xml dated 2025-01-01 00:00:00, unlike the rest"),
        ("SS43", mimetype_second, "META-INF/manifest.xml first, compressed"),
        ("SS43", mimetype_packed, "mimetype first, compressed"),
        ("SS44", with_member("Thumbnails/large.bin", bytes(1_000_001)), "bytes"),
    ],
)
def test_spoiled_archive_fails_the_point_for_the_file(number, spoil, found, ods, check_ods, point):
    spoil(ods)
    result = point(check_ods(ods), number)
    assert result.status is Status.FAIL
    assert [(place.sheet, place.cell) for place in result.places] == [("", "")]
    assert found in result.places[0].found


@pytest.mark.parametrize("spoil", [late_member, mimetype_second, mimetype_packed])
def test_what_speaks_against_the_same_bytes_does_not_prove_the_rest(spoil, ods, check_ods, point):
    spoil(ods)
    reason = point(check_ods(ods), "SS43").reason
    assert reason == "one file cannot prove that the same inputs give the same bytes: build it twice and compare"


def test_an_xlsx_with_the_time_of_the_day_in_one_entry_fails(xlsx, xlsx_bytes, check_xlsx, point):
    packed = io.BytesIO(xlsx_bytes(xlsx))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(zipfile.ZipInfo("docProps/late.bin", (2025, 1, 1, 9, 30, 0)), "x")
    result = point(check_xlsx(packed.getvalue()), "SS43")
    assert result.status is Status.FAIL
    assert [place.found for place in result.places] == ["docProps/late.bin dated 2025-01-01 09:30:00, unlike the rest"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "an empty file"),
        (b"Region,Inspections\n", "ZIP archives; found bytes beginning b'Region,I'"),
        (b"PK\x03\x04 and no more", "a truncated or damaged ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "password-protected XLSX, or an old XLS"),
        (zipped(readme="hello"), "neither content.xml nor xl/workbook.xml"),
        (zipped(**{"content.xml": BILLION_LAUGHS}), "declares no DTD and no entity"),
        (zipped(**{"content.xml": DTD}), "declares no DTD and no entity"),
        (zipped(**{"xl__workbook.xml": DTD}), "declares no DTD and no entity"),
        (zipped(**{"content.xml": "<x>"}), "well-formed XML"),
        (zipped(**{"content.xml": "<x/>"}), "at least one sheet; found none"),
        (zipped(**{"content.xml": "<x/>", "mimetype": "application/vnd.oasis.opendocument.text"}), "is a spreadsheet"),
        (zipped(**{"xl__workbook.xml": "<x/>"}), "parts of an XLSX workbook fit together"),
    ],
)
def test_unreadable_file_is_refused_with_what_was_found(content, message, tmp_path):
    path = tmp_path / "theirs.ods"
    path.write_bytes(content)
    with pytest.raises(WorkbookUnreadable, match=r"theirs\.ods.*What to do: ") as caught:
        check_workbook(path)
    assert message in str(caught.value)
    assert isinstance(caught.value, CheckError)


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(WorkbookUnreadable, match="No such file or directory"):
        check_workbook(tmp_path / "nowhere.ods")


def test_encrypted_ods_is_refused(ods, check_ods):
    entry = 'manifest:full-path="content.xml" manifest:media-type="text/xml"'
    ods.change("META-INF/manifest.xml", f"{entry}/>", f"{entry}><manifest:encryption-data/></manifest:file-entry>")
    with pytest.raises(WorkbookUnreadable, match=r"not encrypted; found content\.xml encrypted"):
        check_ods(ods)


def test_member_under_a_password_is_refused(ods, tmp_path):
    content = bytearray(ods.bytes())
    # Bit 0 of the general purpose flags says encrypted; offset 6 of a local, 8 of a central header.
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := content.find(signature, at + 1)) >= 0:
            content[at + offset] |= 1
    path = tmp_path / "sealed.ods"
    path.write_bytes(content)
    with pytest.raises(WorkbookUnreadable, match="a part under a password"):
        check_workbook(path)


def test_damaged_member_is_refused(ods, tmp_path):
    content = ods.bytes()
    at = content.index(b"content.xml") + 200
    path = tmp_path / "damaged.ods"
    path.write_bytes(content[:at] + bytes(64) + content[at + 64 :])
    with pytest.raises(WorkbookUnreadable, match="every part can be unpacked"):
        check_workbook(path)


def test_missing_part_is_named(ods, tmp_path):
    path = tmp_path / "sample.ods"
    path.write_bytes(ods.bytes())
    with pytest.raises(WorkbookUnreadable, match=r"sample\.ods \(nothing\.xml\).*no such part"):
        package_module.open_package(path).read("nothing.xml")


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MAX_FILE", 100, "a workbook to check has at most 100 bytes"),
        ("MAX_MEMBERS", 3, "a workbook has at most 3 parts"),
        ("MAX_UNCOMPRESSED", 100, "unpacks to at most 100 bytes"),
    ],
)
def test_limits_are_held_before_anything_is_unpacked(limit, value, message, ods, check_ods, monkeypatch):
    monkeypatch.setattr(package_module, limit, value)
    with pytest.raises(WorkbookUnreadable, match=message):
        check_ods(ods)


def test_zip_bomb_is_refused(tmp_path):
    path = tmp_path / "bomb.ods"
    path.write_bytes(zipped(**{"content.xml": " " * 30_000_000}))
    with pytest.raises(WorkbookUnreadable, match="a ZIP bomb"):
        check_workbook(path)


def test_all_sheets_together_are_bounded(ods, check_ods, monkeypatch):
    monkeypatch.setattr(reading, "MAX_CELLS", 20)
    with pytest.raises(WorkbookUnreadable, match="a workbook has at most 20 filled cells; found 2"):
        check_ods(ods)


def test_merged_range_over_a_whole_sheet_is_refused(tmp_path):
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )
    path = tmp_path / "merged.xlsx"
    path.write_bytes(zipped(**{"xl__workbook.xml": "<x/>", "xl__worksheets__sheet1.xml": sheet}))
    with pytest.raises(WorkbookUnreadable, match="merged and linked ranges of a sheet cover at most 1,000,000 cells"):
        check_workbook(path)
