"""A whole register: from a folder, with every fault at once, in an order that does not depend on the rows'."""

import csv
import io
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.framework import packaged_framework
from areasend.register import (
    CORRECTIONS_FILE,
    RECORD_TYPES,
    REGISTER_FILE,
    Fault,
    RecordsInvalid,
    RecordsMissing,
    RegisterError,
    cell_text,
    empty_files,
    faults_among,
    load_folder,
    load_register,
    packaged_files,
    packaged_register,
)

CSV_FILES = [kind.file for kind in RECORD_TYPES]
OPTIONAL = ["coders.csv", "codings.csv", "adjudications.csv", "thematic_topics.csv", "leadership_statements.csv"]


def written(folder, files):
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def faults(folder):
    with pytest.raises(RecordsInvalid) as caught:
        load_folder(folder)
    return [str(fault) for fault in caught.value.faults]


def with_statement(tmp_path, text):
    files = empty_files() | {REGISTER_FILE: text.encode()}
    return written(tmp_path / "records", files)


def test_the_packaged_files_load_as_the_packaged_register(tmp_path):
    assert load_folder(written(tmp_path / "records", packaged_files())) == packaged_register()


def test_a_place_that_is_no_folder_is_refused(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text("", encoding="utf-8")
    with pytest.raises(
        RecordsMissing, match=r"records\.csv is not a folder of records\. Make one with: areasend records"
    ):
        load_folder(path)


def test_the_place_is_named_as_the_caller_names_it(tmp_path):
    with pytest.raises(RegisterError, match=r"^The records in my desk have 10 faults:\n  documents.csv: the file is"):
        load_register(tmp_path, place="my desk", framework=packaged_framework())


def test_an_empty_folder_lacks_every_file_in_their_order(tmp_path):
    """But for codings and their like, of which there may be none."""
    missing = [line.split(":")[0] for line in faults(tmp_path)]
    assert missing == [*(name for name in CSV_FILES if name not in OPTIONAL), REGISTER_FILE]
    assert set(OPTIONAL) < set(CSV_FILES)


def test_records_without_the_optional_files_are_those_with_empty_ones(tmp_path):
    files = packaged_files()
    without = {name: content for name, content in files.items() if name not in OPTIONAL}
    emptied = files | {name: content for name, content in empty_files().items() if name in OPTIONAL}
    held = load_folder(written(tmp_path / "without", without))
    assert held == load_folder(written(tmp_path / "emptied", emptied))
    assert [getattr(held, name.removesuffix(".csv")) for name in OPTIONAL] == [()] * 5
    assert held.findings == packaged_register().findings


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_optional_file_that_is_there_is_held_to_its_heading(tmp_path, name):
    folder = written(tmp_path / "records", empty_files() | {name: b"a,b\n"})
    assert {line.partition(",")[0] for line in faults(folder)} == {name}


def test_codings_without_the_file_of_their_coders_are_refused(tmp_path):
    """A file that is missing holds no coder: nothing is guessed from the codings."""
    files = {name: content for name, content in packaged_files().items() if name != "coders.csv"}
    found = faults(written(tmp_path / "records", files))
    assert len(found) == len(packaged_register().codings)
    assert found[0] == ("codings.csv, row 2, column coder: no such coder (found 'broad'). Add the coder to coders.csv.")


def test_a_file_that_no_records_are_kept_in_is_refused_whatever_the_case_of_its_name(tmp_path):
    folder = written(tmp_path / "records", empty_files() | {"Inspections.CSV": b"x\n"})
    (message,) = faults(folder)
    assert message.startswith("Inspections.CSV: no records are kept under this name. Rename it to one of adjudic")


def test_corrections_of_readings_may_live_beside_records(tmp_path):
    """They are no records: whoever reads reports reads them, and says what is wrong with them."""
    folder = written(tmp_path / "records", empty_files() | {CORRECTIONS_FILE: b"anything\n"})
    assert load_folder(folder).inspections == ()


def test_records_that_come_from_no_file_are_held_to_the_same_rules():
    held = packaged_register()
    assert faults_among(held, packaged_framework()) == []
    first = replace(held.inspections[0], outcome="good")
    (fault,) = faults_among(replace(held, inspections=(first, *held.inspections[1:])), packaged_framework())
    assert (fault.file, fault.row, fault.column, fault.value) == ("inspections.csv", 2, "outcome", "good")


def test_files_that_are_no_csv_are_left_alone(tmp_path):
    folder = written(tmp_path / "records", empty_files() | {"README.md": b"notes\n"})
    assert load_folder(folder).inspections == ()


def test_the_empty_register_claims_nothing(tmp_path):
    held = load_folder(written(tmp_path / "records", empty_files()))
    assert all(getattr(held, kind.name) == () for kind in RECORD_TYPES)
    assert held.completeness.complete_to < packaged_framework().start


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        (
            "complete_to = 2024-12-31T00:00:00\nareas_from = 2023-04-01\nstatement = 'All.'\n",
            "column complete_to: complete_to must be a date, unquoted, such as 2024-12-31 (found '2024-12-31 00:",
        ),
        (
            "complete_to = 2024-12-31\nareas_from = 2023\nstatement = 'All.'\n",
            "column areas_from: areas_from must be a date, unquoted, such as 2024-12-31 (found '2023')",
        ),
        (
            "complete_to = 2024-12-31\nareas_from = 2023-04-01\nstatement = true\n",
            "column statement: statement must be a sentence in quotation marks (found 'True'). Correct the line",
        ),
        (
            "complete_to = 2024-12-31\nareas_from = 2023-04-01\nstatement = ''\n",
            "column statement: a value is missing. Fill in statement: a sentence on how complete the register is",
        ),
        (
            'complete_to = 2024-12-31\nareas_from = 2023-04-01\nstatement = "All\\u0007."\n',
            "column statement: a control character in the text (found 'All\\x07.'). Remove it",
        ),
    ],
)
def test_what_the_register_says_of_itself_is_checked(tmp_path, toml, expected):
    (message,) = faults(with_statement(tmp_path, toml))
    assert message.startswith(f"register.toml, {expected}")


def claiming(complete_to, areas_from):
    return f"complete_to = {complete_to}\nareas_from = {areas_from}\nstatement = 'All.'\n"


@pytest.mark.parametrize("day", ["2022-12-30", "2029-01-01"])
@pytest.mark.parametrize("column", ["complete_to", "areas_from"])
def test_what_the_register_claims_lies_between_the_framework_and_the_end_of_its_calendar(tmp_path, column, day):
    text = claiming(**({"complete_to": "2024-12-31", "areas_from": "2023-04-01"} | {column: day}))
    assert faults(with_statement(tmp_path, text)) == [
        (
            f"register.toml, column {column}: outside 2022-12-31 (the day before the framework began) to 2028-12-31 "
            f"(the end of its calendar) (found '{day}'). Correct the date."
        )
    ]


@pytest.mark.parametrize("days", [("2022-12-31", "2022-12-31"), ("2028-12-31", "2028-12-31")])
def test_the_first_and_the_last_day_may_be_claimed(tmp_path, days):
    held = load_folder(with_statement(tmp_path, claiming(*days))).completeness
    assert (str(held.complete_to), str(held.areas_from)) == days


def test_a_date_and_the_statement_are_refused_at_once(tmp_path):
    found = faults(with_statement(tmp_path, claiming("2029-01-01", "2023-04-01").replace("All.", "")))
    assert [line.split(":")[0] for line in found] == [
        "register.toml, column complete_to",
        "register.toml, column statement",
    ]


def test_the_register_file_may_begin_with_a_byte_order_mark(tmp_path):
    """Notepad and its like write one before UTF-8."""
    held = load_folder(with_statement(tmp_path, "\ufeff" + claiming("2024-12-31", "2023-04-01")))
    assert held.completeness.statement == "All."


def test_several_faults_of_the_register_file_are_told_at_once(tmp_path):
    found = faults(with_statement(tmp_path, "statement = 1\ncomplete = 2\nareas = 3\n"))
    assert [line.split(":")[0].removeprefix("register.toml, column ") for line in found] == [
        "areas",
        "areas_from",
        "complete",
        "complete_to",
        "statement",
    ]


def test_a_register_file_that_is_not_utf_8_is_refused(tmp_path):
    folder = written(tmp_path / "records", empty_files() | {REGISTER_FILE: "statement = 'é'".encode("latin-1")})
    (message,) = faults(folder)
    assert message.startswith("register.toml: not valid TOML in UTF-8 (found \"'utf-8' codec can't decode")


def test_one_fault_is_counted_as_one(tmp_path):
    folder = with_statement(tmp_path, "")
    (folder / REGISTER_FILE).unlink()
    with pytest.raises(RecordsInvalid, match=r"have 1 fault:\n  register\.toml: the file is missing\. Add it with"):
        load_folder(folder)


def test_a_fault_of_the_whole_file_names_neither_row_nor_column():
    fault = Fault(file="a.csv", row=0, column="", value="", rule="is odd", remedy="Mend it")
    assert str(fault) == "a.csv: is odd. Mend it."


def parsed(content):
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.name)
def test_writing_every_record_back_gives_the_cells_that_were_read(kind):
    heading, *rows = parsed(packaged_files()[kind.file])
    assert tuple(heading) == kind.heading
    back = [[cell_text(getattr(entry, name)) for name in heading] for entry in getattr(packaged_register(), kind.name)]
    assert sorted(back) == sorted(rows)


def shuffled(content, seed):
    heading, *rows = parsed(content)
    random.Random(seed).shuffle(rows)
    order = random.Random(seed + 1).sample(range(len(heading)), len(heading))
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([row[at] for at in order] for row in [heading, *rows])
    return out.getvalue().encode("utf-8-sig")


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_order_of_rows_and_columns_never_matters(tmp_path_factory, seed):
    files = {
        name: shuffled(content, seed) if name in CSV_FILES else content for name, content in packaged_files().items()
    }
    assert load_folder(written(tmp_path_factory.mktemp("records"), files)) == packaged_register()


def test_visits_of_one_area_in_one_year_stand_in_one_order_whatever_their_rows(tmp_path):
    files = packaged_files()
    line = b"E08000031,Wolverhampton,2024,%s,first-two-years\n"
    more = [line % b"autumn", line % b"spring"]
    held = [
        load_folder(
            written(
                tmp_path / f"{number}", files | {"thematic_visits.csv": files["thematic_visits.csv"] + b"".join(rows)}
            )
        )
        for number, rows in enumerate((more, more[::-1]))
    ]
    assert held[0].thematic_visits == held[1].thematic_visits


@pytest.mark.parametrize("name", CSV_FILES)
def test_packaged_files_are_utf_8_without_a_mark_and_end_their_lines_with_lf(name):
    content = packaged_files()[name]
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert content.decode("utf-8")
