"""Sheets: what stands in them, what comes back from them as spreadsheet programs save them, and what is refused."""

import csv
import io
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.coding_folders import (
    DAY,
    MOMENT,
    coding,
    decide_all,
    files_in,
    merging_version,
    second_version,
    statement,
    version,
)

from areasend.themes import CodingInvalid, load_codebooks
from areasend.themes.coding import (
    CodingFolder,
    Imported,
    NotAllowed,
    import_sheet,
    open_coding,
    sheet_csv,
    sheet_ods,
)
from areasend.themes.coding.sheets.cells import (
    UnknownTheme,
    as_written,
    inert,
    read_themes,
    themes_cell,
    themes_of,
)

FIRST, SECOND = statement(1).id, statement(2).id
HEADING = "statement,local_area,kind,pages,text,themes,sub_themes,note,earlier,codebook,coder"
SOFFICE = shutil.which("soffice")


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def written(rows: Sequence[dict[str, str]], *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode(encoding)


def filled(folder: CodingFolder, whose: str, /, **cells: str) -> list[dict[str, str]]:
    """The coder's sheet with cells of the first statement filled in."""
    rows = rows_of(sheet_csv(folder, whose))
    for row in rows:
        if row["statement"] == FIRST:
            row |= cells
    return rows


def imported(folder: CodingFolder, content: bytes, coder: str = "anna", name: str = "sheet.csv") -> Imported:
    return import_sheet(folder, coder, content, name, decided=MOMENT)


def refused(folder: CodingFolder, content: bytes, coder: str = "anna") -> list[str]:
    """The rules that a sheet breaks, with the place; nothing has changed in the folder."""
    before = files_in(folder.folder)
    with pytest.raises(CodingInvalid) as told:
        imported(folder, content, coder)
    assert files_in(folder.folder) == before
    return [f"{fault.place}: {fault.rule}" for fault in told.value.faults]


@pytest.fixture
def folder(tmp_path: Path) -> CodingFolder:
    return coding(tmp_path / "c", "anna", "ben")


def test_a_sheet_has_the_statements_in_the_coder_s_order(folder: CodingFolder) -> None:
    content = sheet_csv(folder, "anna")
    assert content.decode().splitlines()[0] == HEADING
    rows = rows_of(content)
    assert tuple(row["statement"] for row in rows) == folder.order("anna")
    assert next(row for row in rows if row["statement"] == FIRST) == {
        "statement": "E06000051-2024-01-22-afi-1",
        "local_area": "Area 1",
        "kind": "area for improvement",
        "pages": "1 to 2",
        "text": "Partners should mend thing number 1.",
        "themes": "",
        "sub_themes": "",
        "note": "",
        "earlier": "",
        "codebook": "1",
        "coder": "anna",
    }


def test_the_workbook_has_the_same_rows_and_the_codebook(folder: CodingFolder) -> None:
    folder.decide("anna", FIRST, ["people", "plans"], sub_themes=["nurses"], note="two\nlines", decided=MOMENT)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(sheet_ods(folder, "anna")))
    assert workbook.sheet_names == ["statements", "codebook", "how_to"]
    rows = workbook.get_sheet_by_name("statements").to_python()
    assert rows[0] == HEADING.split(",")
    assert rows[1:] == [list(row.values()) for row in rows_of(sheet_csv(folder, "anna"))]
    row = next(row for row in rows if row[0] == FIRST)
    assert row[5:8] == ["people; plans", "nurses", "two\nlines"]
    assert workbook.get_sheet_by_name("codebook").to_python()[1][:3] == [
        "plans",
        "Plans, written with families",
        "What plans say and when they are ready.",
    ]


@pytest.mark.parametrize("make", [sheet_csv, sheet_ods])
def test_a_sheet_comes_back_as_it_went(
    folder: CodingFolder, tmp_path: Path, make: Callable[[CodingFolder, str], bytes]
) -> None:
    folder.decide("anna", FIRST, ["people", "plans"], sub_themes=["nurses"], note="=1+1 is  two", decided=MOMENT)
    folder.decide("anna", SECOND, [], decided=MOMENT)
    before = files_in(tmp_path)
    assert imported(folder, make(folder, "anna")) == Imported(new=0, changed=0, same=2, left_standing=0, still_open=4)
    assert files_in(tmp_path) == before


def test_what_is_new_changed_the_same_and_open_is_told(folder: CodingFolder) -> None:
    for number in (1, 2, 3):
        folder.decide("anna", statement(number).id, ["plans"], decided=MOMENT)
    rows = rows_of(sheet_csv(folder, "anna"))
    cells = {1: "people", 2: "plans", 3: "", 4: "none"}
    for row in rows:
        row["themes"] = cells.get(int(row["statement"][-1]), "")
    told = imported(folder, written(rows))
    assert told == Imported(new=1, changed=1, same=1, left_standing=1, still_open=2)
    assert {key: decision.themes for key, decision in folder.decisions("anna").items()} == {
        statement(1).id: ("people",),
        statement(2).id: ("plans",),
        statement(3).id: ("plans",),
        statement(4).id: (),
    }
    assert len(folder.past("anna", statement(2).id)) == 1


@pytest.mark.parametrize(
    ("cell", "themes"),
    [
        ("plans", ("plans",)),
        (" Plans ;people; ", ("plans", "people")),
        ("PEOPLE WHO WORK THERE", ("people",)),
        ("Plans, written with families", ("plans",)),
        ("plans, people", ("plans", "people")),
        ("places\nPlans, written  with families", ("places", "plans")),
        ("people, plans; places", ("people", "plans", "places")),
        ("None", ()),
        ("no theme", ()),
        ("none;", ()),
    ],
)
def test_themes_can_be_written_as_people_write_them(folder: CodingFolder, cell: str, themes: tuple[str, ...]) -> None:
    imported(folder, written(filled(folder, "anna", themes=cell)))
    assert folder.decisions("anna")[FIRST].themes == themes


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("sep", [False, True])
def test_csv_is_read_as_spreadsheet_programs_save_it(
    folder: CodingFolder, delimiter: str, encoding: str, line_end: str, sep: bool
) -> None:
    rows = filled(folder, "anna", themes="plans; people", note='Says "hé", so; yes')
    content = written(rows, delimiter=delimiter).replace(b"\r\n", line_end.encode())
    if sep:
        content = f"sep={delimiter}{line_end}".encode() + content
    marked = content.decode().encode(encoding)
    assert imported(folder, marked).new == 1
    assert folder.decisions("anna")[FIRST].note == 'Says "hé", so; yes'


def test_columns_may_be_moved_and_added_and_rows_left_out(folder: CodingFolder) -> None:
    rows = [{"mine": "x", "Coder": row.pop("coder"), **row} for row in filled(folder, "anna", themes="plans")]
    kept = [row for row in rows if row["statement"] in (FIRST, SECOND)]
    content = written([*kept, dict.fromkeys(kept[0], "")])
    assert imported(folder, content).new == 1


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"themes": "plan"}, "no theme of the codebook"),
        ({"themes": "plans; none"}, "no theme of the codebook"),
        ({"themes": "plans; Plans"}, "a theme stands twice"),
        ({"themes": "plans", "sub_themes": "nurses"}, "a sub-theme whose theme is not among the themes"),
        ({"themes": "plans", "sub_themes": "nurse"}, "no sub-theme of the codebook"),
        ({"note": "but why"}, "a note or a sub-theme without a decision"),
        ({"sub_themes": "nurses"}, "a note or a sub-theme without a decision"),
        ({"themes": "plans", "note": "x" * 4001}, "the note: longer than 4000 characters"),
        ({"statement": "E1-afi-1"}, "no statement of this coding folder"),
        ({"statement": ""}, "the statement's id is missing"),
        ({"statement": SECOND}, "the text is not that of the statement"),
        ({"text": "Partners should mend nothing."}, "the text is not that of the statement"),
        ({"coder": "ben"}, "this row: not from the sheet of anna"),
        ({"coder": ""}, "this row: not from the sheet of anna"),
        ({"codebook": "2"}, "this row: not written for version 1 of the codebook"),
    ],
)
def test_what_is_wrong_in_a_row_is_told_with_its_number(folder: CodingFolder, cells: dict[str, str], rule: str) -> None:
    number = folder.order("anna").index(FIRST) + 2
    told = refused(folder, written(filled(folder, "anna", **cells)))
    assert f"row {number}: {rule}" in told


def test_every_fault_is_told_at_once_and_nothing_is_imported(folder: CodingFolder) -> None:
    rows = rows_of(sheet_csv(folder, "anna"))
    for row in rows:
        row["themes"] = "plans"
    rows[1]["themes"] = "plns"
    rows[2]["text"] = "Other."
    rows[3]["sub_themes"] = "nurses"
    rows.append(rows[0])
    told = refused(folder, written(rows))
    assert told == [
        "row 3: no theme of the codebook",
        "row 4: the text is not that of the statement",
        "row 5: a sub-theme whose theme is not among the themes",
        "row 8: the statement stands twice (first on row 2)",
    ]


def test_an_unknown_theme_comes_with_the_nearest(folder: CodingFolder) -> None:
    with pytest.raises(CodingInvalid, match=r"found: peopel\)\. Did you mean people\? Use keys or names of: plans, pl"):
        imported(folder, written(filled(folder, "anna", themes="plans; peopel")))
    with pytest.raises(CodingInvalid, match=r"found: xyzzy\)\. Use keys"):
        imported(folder, written(filled(folder, "anna", themes="xyzzy")))


def test_another_coder_s_sheet_is_one_fault_and_tells_nothing_of_its_codes(folder: CodingFolder) -> None:
    rows = rows_of(sheet_csv(folder, "ben"))
    for row in rows:
        row |= {"themes": "canarytheme", "note": "canarynote"}
    with pytest.raises(CodingInvalid) as told:
        imported(folder, written(rows))
    (fault,) = told.value.faults
    assert (fault.place, fault.value, fault.rule) == (
        "row 2",
        "ben",
        "this row and 5 more rows: not from the sheet of anna",
    )
    assert "canary" not in str(told.value)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "the column statement is missing"),
        (b"\n", "the column statement is missing"),
        (HEADING.replace("themes,", "theme,", 1).encode(), "the column themes is missing"),
        (HEADING.replace("earlier", "themes").encode(), "the column themes stands twice"),
        (b"\xef\xbb\xbfa\nb \x92\n", "the file is not in UTF-8: letters such as ’ and é would be lost"),
        ("a,b\r\n".encode("utf-16"), "the file is not in UTF-8: letters such as ’ and é would be lost"),
        (b"a,b\0", "neither an OpenDocument spreadsheet nor a text file"),
        (b'a,b\n"c', "not valid CSV from here on"),
        (b'a\n"b"c\n', "not valid CSV from here on"),
        (b"PK\x03\x04 and no more", "no OpenDocument spreadsheet, or one under a password"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(folder: CodingFolder, content: bytes, rule: str) -> None:
    assert rule in [told.partition(": ")[2] for told in refused(folder, content)]


def test_a_sheet_of_an_unknown_coder_is_refused(folder: CodingFolder) -> None:
    with pytest.raises(NotAllowed, match="'carl' is no coder"):
        imported(folder, sheet_csv(folder, "anna"), "carl")


def test_locked_work_is_not_changed_by_a_sheet(folder: CodingFolder) -> None:
    decide_all(folder, "anna", "plans")
    sheet = sheet_csv(folder, "anna")
    folder.lock("anna", day=DAY)
    assert imported(folder, sheet) == Imported(new=0, changed=0, same=6, left_standing=0, still_open=0)
    rows = rows_of(sheet)
    for row in rows[:2]:
        row["themes"] = "none"
    rule = "the work of anna is locked, and this row says something else than it"
    assert refused(folder, written(rows)) == [f"row 2: {rule}", f"row 3: {rule}"]


def test_after_a_change_of_the_codebook_a_new_sheet_shows_what_was(folder: CodingFolder) -> None:
    decide_all(folder, "anna", "people")
    folder.decide("anna", FIRST, ["plans", "places"], sub_themes=["late_plans"], note="why", decided=MOMENT)
    old = sheet_csv(folder, "anna")
    (folder.folder / "codebook/2.toml").write_bytes(second_version())
    folder = open_coding(folder.folder)
    assert refused(folder, old) == ["row 2: this row and 5 more rows: not written for version 2 of the codebook"]
    rows = rows_of(sheet_csv(folder, "anna"))
    shown = {row["statement"]: [row[name] for name in ("themes", "sub_themes", "note", "earlier")] for row in rows}
    assert shown[FIRST] == ["", "", "why", "plans; places"]
    assert shown[SECOND] == ["people", "", "", ""]
    # Given back as it is, nothing is decided and nothing is wrong.
    assert imported(folder, written(rows)) == Imported(new=0, changed=0, same=5, left_standing=0, still_open=1)
    assert imported(folder, written(filled(folder, "anna", themes="plans; places", sub_themes="late_plans"))) == (
        Imported(new=0, changed=1, same=5, left_standing=0, still_open=0)
    )
    assert folder.decisions("anna")[FIRST].codebook == 2


def test_carried_decisions_come_back_unchanged(folder: CodingFolder) -> None:
    decide_all(folder, "anna", "people")
    folder.decide("anna", FIRST, ["people"], sub_themes=["nurses"], decided=MOMENT)
    (folder.folder / "codebook/2.toml").write_bytes(merging_version())
    folder = open_coding(folder.folder)
    assert {row["themes"] for row in rows_of(sheet_csv(folder, "anna"))} == {"staff"}
    assert imported(folder, sheet_csv(folder, "anna")).same == 6


# What a person can type into a note, also what a spreadsheet program would take for a formula.
NOTES = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp"], include_characters="\n"
    ),
    max_size=60,
) | st.sampled_from(["=1+1", "'=1", "''-x", "+44", "@me", "-", "' =x", "\n=1", "\tx".strip(), "＝1", "'"])
DECISIONS = st.dictionaries(
    st.integers(1, 6),
    st.tuples(st.lists(st.sampled_from(["plans", "places", "people"]), unique=True), NOTES.map(str.strip)),
)


@given(decisions=DECISIONS, make=st.sampled_from([sheet_csv, sheet_ods]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_decisions_come_back_from_a_sheet(
    tmp_path_factory: pytest.TempPathFactory,
    decisions: dict[int, tuple[list[str], str]],
    make: Callable[[CodingFolder, str], bytes],
) -> None:
    """A sheet written by one folder, imported into a fresh one, gives the same decisions: spaces of notes may fold."""
    place = tmp_path_factory.mktemp("sheets")
    one, other = coding(place / "one", "anna"), coding(place / "other", "anna")
    for number, (themes, note) in decisions.items():
        one.decide("anna", statement(number).id, themes, note=note, decided=MOMENT)
    content = make(one, "anna")
    told = imported(other, content)
    assert (told.new, told.still_open) == (len(decisions), 6 - len(decisions))

    def said(folder: CodingFolder) -> dict[str, tuple[tuple[str, ...], list[str]]]:
        return {key: (decision.themes, decision.note.split()) for key, decision in folder.decisions("anna").items()}

    assert said(other) == said(one)
    assert imported(other, content).same == len(decisions)
    shutil.rmtree(place)


@given(st.text(max_size=30) | NOTES)
def test_text_is_made_inert_and_comes_back(text: str) -> None:
    assert as_written(inert(text)) == text
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.lists(st.sampled_from(["plans", "places", "people"]), unique=True))
def test_themes_are_read_as_they_were_written(tmp_path_factory: pytest.TempPathFactory, themes: list[str]) -> None:
    place = tmp_path_factory.getbasetemp() / "codebook"
    place.mkdir(exist_ok=True)
    (place / "1.toml").write_bytes(version(1))
    known = themes_of(load_codebooks(place, place="x").latest)
    assert read_themes(themes_cell(themes), known) == tuple(themes)
    with pytest.raises(UnknownTheme):
        read_themes(themes_cell([*themes, "oak"]), known)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("form", "ending"), [("ods", "ods"), ("csv:Text - txt - csv (StarCalc):59,34,76,1", "csv")])
def test_libreoffice_opens_and_saves_a_sheet(folder: CodingFolder, tmp_path: Path, form: str, ending: str) -> None:
    folder.decide("anna", FIRST, ["people", "plans"], sub_themes=["nurses"], note="=1+1 'so'\n“two”", decided=MOMENT)
    (tmp_path / "anna.ods").write_bytes(sheet_ods(folder, "anna"))
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "saved"), str(tmp_path / "anna.ods")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    content = (tmp_path / f"saved/anna.{ending}").read_bytes()
    assert imported(folder, content) == Imported(new=0, changed=0, same=1, left_standing=0, still_open=5)
