"""An XLSX file is read alike whichever XML parser openpyxl picked: lxml where it is installed, Python's own elsewhere.

lxml is for the developers of areasend alone; who installs the package does not have it. So every case here is checked
in a process of its own too, in which lxml cannot be imported.
"""

import io
import re
import subprocess
import sys
import zipfile

import pytest

from areasend.check import CheckError, TablesUnreadable, WordListUnreadable
from areasend.check.workbook import WorkbookUnreadable, check_workbook
from areasend.check.workbook.checking import read_workbook

PROGRAM = """
import sys
if sys.argv[1] == "without":
    sys.modules["lxml"] = None
from pathlib import Path
from openpyxl.xml import LXML
from areasend.check import CheckError
from areasend.check.workbook import check_workbook
assert LXML is (sys.argv[1] == "with"), LXML
for name in sys.argv[2:]:
    try:
        print("passed" if check_workbook(Path(name)).passed else "failed")
    except CheckError as error:
        print(error)
"""
DECLARATION = re.compile(r"^(<\?xml[^>]*\?>)?\s*")
RELATIONS = "xl/_rels/workbook.xml.rels"
PARSED_BY_OPENPYXL = (
    "[Content_Types].xml",
    "docProps/core.xml",
    RELATIONS,
    "xl/styles.xml",
    "xl/theme/theme1.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet3.xml",
    "xl/tables/table2.xml",
)


def with_comment(text):
    return re.sub(r"(<[A-Za-z][^>]*[^/]>)", r"\1<!-- by a program -->", text, count=1)


def with_instruction(text):
    return re.sub(r"(<[A-Za-z][^>]*[^/]>)", r"\1<?program by?>", text, count=1)


def in_latin_1(text):
    return DECLARATION.sub('<?xml version="1.0" encoding="latin-1"?>', text, count=1).encode(
        "latin-1", "xmlcharrefreplace"
    )


def in_utf_16(text):
    return DECLARATION.sub('<?xml version="1.0" encoding="UTF-16"?>', text, count=1).encode("utf-16")


def marked(text):
    return text.encode("utf-8-sig")


def broken(text):
    return text[: len(text) // 2]


SOUND = [with_comment, with_instruction, in_latin_1, in_utf_16, marked]


def verdicts(lxml, *paths):
    if lxml == "with":
        pytest.importorskip("lxml", reason="lxml is not installed: openpyxl has no other parser here")
    command = [sys.executable, "-c", PROGRAM, lxml, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize("lxml", ["with", "without"])
def test_comments_instructions_and_encodings_make_no_difference(lxml, xlsx, xlsx_bytes, change_part, tmp_path):
    content = xlsx_bytes(xlsx)
    paths = []
    for part in PARSED_BY_OPENPYXL:
        for change in SOUND:
            paths.append(tmp_path / f"{len(paths)}-{change.__name__}.xlsx")
            paths[-1].write_bytes(change_part(content, part, change))
    found = dict(zip((path.name for path in paths), verdicts(lxml, *paths), strict=True))
    assert {name: verdict for name, verdict in found.items() if verdict != "passed"} == {}
    assert len(found) == len(PARSED_BY_OPENPYXL) * len(SOUND)


@pytest.mark.parametrize("lxml", ["with", "without"])
def test_broken_xml_in_a_part_is_refused(lxml, xlsx, xlsx_bytes, change_part, tmp_path):
    content = xlsx_bytes(xlsx)
    paths = []
    for part in PARSED_BY_OPENPYXL:
        paths.append(tmp_path / f"{len(paths)}.xlsx")
        paths[-1].write_bytes(change_part(content, part, broken))
    for path, part, message in zip(paths, PARSED_BY_OPENPYXL, verdicts(lxml, *paths), strict=True):
        assert message.startswith(f"{path.name} ({part}): the parts of a workbook are well-formed XML; found ")


@pytest.mark.parametrize("lxml", ["with", "without"])
def test_broken_xml_in_a_part_of_another_name_is_refused(lxml, xlsx, xlsx_bytes, change_part, tmp_path):
    """Only openpyxl parses such a part, so its parser's own error comes to us: always a SyntaxError."""
    content = change_part(
        xlsx_bytes(xlsx), "[Content_Types].xml", lambda text: text.replace("/xl/workbook.xml", "/w.dat")
    )
    packed = io.BytesIO(content)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("w.dat", "<workbook><sheets></workbook>")
    path = tmp_path / "theirs.xlsx"
    path.write_bytes(packed.getvalue())
    (message,) = verdicts(lxml, path)
    assert message.startswith("theirs.xlsx (xl/workbook.xml): the parts of an XLSX workbook fit together; found ")
    assert ("XMLSyntaxError" if lxml == "with" else "ParseError") in message


def test_a_comment_among_the_relations_does_not_hide_the_sheets(xlsx, xlsx_bytes, change_part, check_xlsx):
    assert check_xlsx(change_part(xlsx_bytes(xlsx), RELATIONS, with_comment)).passed


def test_a_part_that_is_written_anew_keeps_its_text(xlsx, xlsx_bytes, change_part, tmp_path):
    def change(text):
        return with_comment(text.replace("Outcomes by region", "Für &lt;alle&gt; &amp; jede&#13;Übersicht"))

    path = tmp_path / "theirs.xlsx"
    path.write_bytes(change_part(xlsx_bytes(xlsx), "docProps/core.xml", change))
    assert read_workbook(path).properties.description == "Für <alle> & jede\rÜbersicht"


def test_a_member_that_stands_twice_is_copied_once(xlsx, xlsx_bytes, change_part, check_xlsx):
    packed = io.BytesIO(change_part(xlsx_bytes(xlsx), RELATIONS, with_comment))
    with zipfile.ZipFile(packed, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("docProps/app.xml", archive.read("docProps/app.xml"))
    assert {result.point for result in check_xlsx(packed.getvalue()).results if result.places} == {"SS43"}


def test_every_error_of_a_check_is_one_that_a_command_line_catches(tmp_path):
    assert all(issubclass(kind, CheckError) for kind in (WorkbookUnreadable, WordListUnreadable, TablesUnreadable))
    assert len({WorkbookUnreadable, WordListUnreadable, TablesUnreadable}) == 3
    with pytest.raises(CheckError, match="No such file or directory"):
        check_workbook(tmp_path / "nowhere.xlsx")
