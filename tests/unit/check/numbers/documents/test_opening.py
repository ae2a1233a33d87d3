"""Opening: the reader is picked by what a file is; whatever cannot be read ends with a message that says what to do."""

import codecs
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from areasend.check import CheckError, PublicationUnreadable
from areasend.check.numbers.documents import opening
from areasend.check.numbers.documents.model import Passage, Role, Table
from areasend.check.numbers.documents.opening import read_publication

PAGE = "<!DOCTYPE html><title>Visits</title><h1>Visits</h1><p>We made 20 visits – 12 of them “short”.</p>"
SENTENCE = "We made 20 visits – 12 of them “short”."


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def texts(path: Path) -> list[str]:
    (document,) = read_publication([path])
    return [passage.text for passage in document.passages()]


@pytest.mark.parametrize("name", ["visits.html", "visits.HTM", "visits", "visits.txt", "visits.csv"])
def test_a_page_is_a_page_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    assert texts(written(tmp_path, name, PAGE)) == ["Visits", SENTENCE]


@pytest.mark.parametrize(
    "content",
    [
        "<!-- saved from a site -->\n<!----><div><p>20 visits</p></div>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<html><body><p>20 visits</p></body></html>',
        "\ufeff<p>20 visits</p>",
    ],
)
def test_a_part_of_a_page_is_known_behind_comments_declarations_and_marks(tmp_path: Path, content: str) -> None:
    assert texts(written(tmp_path, "saved", content)) == ["20 visits"]


@pytest.mark.parametrize("name", ["visits.txt", "visits", "visits.md"])
def test_text_is_text(tmp_path: Path, name: str) -> None:
    assert "We made 20 visits." in texts(written(tmp_path, name, "We made 20 visits.\n"))


def test_markdown_may_begin_with_a_tag(tmp_path: Path) -> None:
    (document,) = read_publication([written(tmp_path, "visits.md", "<div>\n\nWe made 20 visits.\n")])
    assert document.source[0] == "<div>"


@pytest.mark.parametrize(
    ("encoded", "meta"),
    [
        (lambda text: text.encode("utf-8"), ""),
        (lambda text: codecs.BOM_UTF8 + text.encode("utf-8"), ""),
        (lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"), ""),
        (lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), ""),
        (lambda text: text.encode("cp1252"), "<meta charset=windows-1252>"),
        (
            lambda text: text.encode("cp1252"),
            '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
        ),
        (lambda text: text.encode("utf-8"), '<META CHARSET="UTF-8">'),
    ],
)
def test_characters_are_read_as_a_page_declares_them(
    tmp_path: Path, encoded: Callable[[str], bytes], meta: str
) -> None:
    page = PAGE.replace("<title>", f"{meta}<title>")
    assert texts(written(tmp_path, "visits.html", encoded(page))) == ["Visits", SENTENCE]


UNREADABLE = {
    "an empty file": ("a.html", b" \n", "empty", "download it again"),
    "a PDF": ("a.html", b"%PDF-1.7 ...", "a PDF", "areasend reports read"),
    "a picture": ("a.html", b"\x89PNG\r\n\x1a\n123", "an image", "no text to read"),
    "a drawing": ("a.svg", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG", "no text"),
    "an old workbook": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 99, "XLS", "XLSX"),
    "zeros": ("a.txt", b"12\x00\x00\x00", "no text", "HTML"),
    "JSON": ("a.json", b'{"visits": 20}', "JSON", "HTML"),
    "XML": ("a.xml", b"<?xml version='1.0'?><visits>20</visits>", "XML", "HTML"),
    "Windows-1252 text": ("a.txt", "first line\n20 visits – more".encode("cp1252"), "hexadecimal 96, line 2", "UTF-8"),
    "an undefined byte": ("a.html", b"<meta charset=cp1252><p>\x81</p>", "Windows-1252", "UTF-8"),
    "an encoding of its own": ("a.html", b"<html><meta charset=koi8-r><p>20</p>", "koi8-r", "UTF-8"),
    "UTF-32": ("a.html", codecs.BOM_UTF32_LE + "<p>20</p>".encode("utf-32-le"), "no text", "HTML"),
    "UTF-16 broken off": ("a.html", codecs.BOM_UTF16_LE + b"<\x00p", "UTF-16", "UTF-8"),
    "a ZIP of something else": ("a.ods", b"PK\x03\x04broken", "ZIP", "save it as ODS or XLSX"),
    "a page of nothing": ("a.html", b"<!-- nothing -->", "none", "save the page again"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_refused_with_what_to_do(tmp_path: Path, case: str) -> None:
    name, content, found, remedy = UNREADABLE[case]
    path = written(tmp_path, name, content)
    with pytest.raises(PublicationUnreadable) as caught:
        read_publication([path])
    assert found in caught.value.found
    assert remedy in caught.value.remedy
    assert name in caught.value.where
    assert isinstance(caught.value, CheckError)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublicationUnreadable, match="No such file"):
        read_publication([tmp_path / "missing.html"])


def test_a_device_is_refused_without_reading_it() -> None:
    with pytest.raises(PublicationUnreadable, match="device"):
        read_publication([Path("/dev/zero")])


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    written(tmp_path, "visits.csv", "county,visits\nKent,8\n")
    assert [document.file for document in read_publication([tmp_path])] == ["visits.csv"]


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "visits.html", PAGE)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PublicationUnreadable, match="Permission denied"):
        read_publication([path])


def test_a_file_given_twice_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "visits.html", PAGE)
    with pytest.raises(PublicationUnreadable, match="given once"):
        read_publication([path, tmp_path / "." / "visits.html"])
    with pytest.raises(PublicationUnreadable, match="given once"):
        read_publication([tmp_path, path])


def test_several_files_stay_in_the_order_given(tmp_path: Path) -> None:
    second = written(tmp_path, "a.txt", "Later.")
    first = written(tmp_path, "b.html", PAGE)
    assert [document.file for document in read_publication([first, second])] == [first.as_posix(), second.as_posix()]


def release(folder: Path) -> Path:
    for name in ("index.html", "zoo.html", "areas/index.html", "areas/kent.html", "areas.html"):
        written(folder, name, PAGE)
    written(folder, "data/visits.csv", "county,visits\nKent,8\n")
    written(folder, "data/visits.csv-metadata.json", '{"dc:title": "Visits by county"}')
    written(folder, "data/check.txt", "44 points")
    written(folder, "data/snapshot/snapshot.json", "{}")
    written(folder, "data/snapshot/visits.csv", "visit\n1\n")
    written(folder, "api/visits.json", "{}")
    written(folder, ".git/info.txt", "1")
    written(folder, "manifest.json", "{}")
    (folder / "loop").symlink_to(folder)
    return folder


def test_a_release_is_read_from_its_first_page_on_without_its_records(tmp_path: Path) -> None:
    documents = read_publication([release(tmp_path)])
    assert [document.file for document in documents] == [
        "index.html",
        "areas.html",
        "zoo.html",
        "areas/index.html",
        "areas/kent.html",
        "data/visits.csv",
    ]
    (table,) = documents[-1].blocks
    assert isinstance(table, Table)
    assert table.caption is not None
    assert table.caption.text == "Visits by county"


def test_texts_of_a_folder_that_is_no_release_are_read(tmp_path: Path) -> None:
    written(tmp_path, "a/notes.txt", "We made 20 visits.")
    assert [document.file for document in read_publication([tmp_path])] == ["a/notes.txt"]


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    for name in ("old", "new"):
        written(tmp_path, f"{name}/index.html", PAGE)
    files = [document.file for document in read_publication([tmp_path / "old", tmp_path / "new"])]
    assert files == [(tmp_path / name / "index.html").as_posix() for name in ("old", "new")]


def test_a_folder_with_nothing_to_read_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "picture.png", b"\x89PNG")
    with pytest.raises(PublicationUnreadable, match="no page, text, table or workbook"):
        read_publication([tmp_path])


def test_folders_are_read_to_a_depth(tmp_path: Path) -> None:
    written(tmp_path, "/".join(["d"] * 21).lstrip("/") + "/deep.txt", "We made 20 visits.")
    with pytest.raises(PublicationUnreadable, match="no page"):
        read_publication([tmp_path])


def test_a_gigabyte_of_nothing_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.html"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(PublicationUnreadable, match="1,000,000,000"):
        read_publication([path])


def test_more_numbers_than_a_publication_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_NUMBERS", 10)
    path = written(tmp_path, "visits.html", "<p>" + "12 1,234.5 " * 5 + "</p>")
    assert len(read_publication([path])) == 1
    path = written(tmp_path, "more.html", "<p>" + "12 1,234.5 " * 5 + "7</p>")
    with pytest.raises(PublicationUnreadable, match="found 11"):
        read_publication([path])


def test_more_lines_than_a_publication_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_LINES", 5)
    with pytest.raises(PublicationUnreadable, match="lines in a file"):
        read_publication([written(tmp_path, "visits.txt", "1\n" * 6)])


@pytest.mark.parametrize(("name", "content"), [("a.txt", "12 visits. " * 3), ("a.html", "<p>12 visits.</p>" * 3)])
def test_more_text_than_a_publication_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    monkeypatch.setattr(opening, "MAX_TEXT", 33)
    path = written(tmp_path, name, content)
    assert len(read_publication([path])) == 1
    monkeypatch.setattr(opening, "MAX_TEXT", 29)
    with pytest.raises(PublicationUnreadable, match="at most 29 characters in a text"):
        read_publication([path])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "a,b,c\n1,2,3\n"),
        ("a.html", "<table><tr><th>a<th>b<th>c<tr><td>1<td>2<td>3</table>"),
        ("a.md", "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"),
    ],
)
def test_a_table_wider_than_anybody_reads_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    monkeypatch.setattr(opening, "MAX_COLUMNS", 4)
    path = written(tmp_path, name, content)
    assert len(read_publication([path])) == 1
    monkeypatch.setattr(opening, "MAX_COLUMNS", 2)
    with pytest.raises(PublicationUnreadable, match="at most 2 columns in a table"):
        read_publication([path])


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 30_000_000)
    with pytest.raises(PublicationUnreadable, match="ZIP bomb"):
        read_publication([path])


def test_furniture_is_kept_to_be_shown(tmp_path: Path) -> None:
    path = written(tmp_path, "visits.html", "<body><nav>9 links</nav><main><p>20 visits</p></main></body>")
    (document,) = read_publication([path])
    assert [(block.role, block.text) for block in document.blocks if isinstance(block, Passage)] == [
        (Role.FURNITURE, "9 links"),
        (Role.PARAGRAPH, "20 visits"),
    ]
