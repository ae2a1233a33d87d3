"""`areasend records`, and what a release does with records that break a rule.

Every folder of `tests/samples/records/invalid` is a whole record set with one fault, for which it is named;
`expected.csv` beside them says which file, row, column and rule the message must name, and a further part of it.
`many-faults` alone has several. All areas and reports in the samples are invented.
"""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from areasend.cli import main

SAMPLES = Path(__file__).parents[1] / "samples" / "records"
INVALID = SAMPLES / "invalid"
with (INVALID / "expected.csv").open(encoding="utf-8", newline="") as table:
    EXPECTED = {entry["folder"]: entry for entry in csv.DictReader(table)}
FOLDERS = sorted(path.name for path in INVALID.iterdir() if path.is_dir())
FILES = (
    "adjudications.csv",
    "area_names.csv",
    "coders.csv",
    "codings.csv",
    "context_figures.csv",
    "documents.csv",
    "findings.csv",
    "inspections.csv",
    "leadership_statements.csv",
    "local_areas.csv",
    "printed_figures.csv",
    "register.toml",
    "survey_returns.csv",
    "thematic_topics.csv",
    "thematic_visits.csv",
)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, as a user runs it."""
    command = [sys.executable, "-m", "areasend", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)


def where(entry: dict[str, str]) -> str:
    row = f", row {entry['row']}" if entry["row"] != "0" else ""
    column = f", column {entry['column']}" if entry["column"] else ""
    return f"  {entry['file']}{row}{column}: "


def test_every_broken_set_has_its_line_in_the_table():
    assert set(FOLDERS) == set(EXPECTED) | {"many-faults"}


@pytest.mark.parametrize("folder", EXPECTED)
def test_validate_names_file_row_column_and_rule(folder, capsys):
    entry = EXPECTED[folder]
    assert main(["records", "validate", str(INVALID / folder)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    first, *faults = said.err.splitlines()
    assert first == f"areasend: The records in {INVALID / folder} have 1 fault:"
    assert len(faults) == 1
    assert faults[0].startswith(where(entry))
    assert entry["rule"] in faults[0]
    assert entry["also"] in faults[0]


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_release_is_built_from_broken_records(folder, tmp_path, capsys):
    out = tmp_path / "release"
    code = main(["release", "build", "--records", str(INVALID / folder), "--as-at", "2024-12-31", "--out", str(out)])
    assert code == 2
    assert f"areasend: The records in {INVALID / folder} have " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_faults_of_several_files_are_reported_at_once_in_the_order_of_files_and_rows():
    done = run("records", "validate", INVALID / "many-faults")
    assert done.returncode == 2
    assert done.stdout == ""
    first, *faults = done.stderr.splitlines()
    assert first.endswith("have 9 faults:")
    assert [line.split(": ")[0].strip() for line in faults] == [
        "local_areas.csv, row 6, column ofsted_region",
        "inspections.csv, row 2, column inspection_start",
        "inspections.csv, row 3, column local_area",
        "thematic_visits.csv, row 2, column year",
        "context_figures.csv",
        "printed_figures.csv, row 3, column value",
        "notes.csv",
        "register.toml, column area_from",
        "register.toml, column areas_from",
    ]


def test_validate_counts_the_records_of_a_sound_set():
    done = run("records", "validate", SAMPLES / "valid" / "small")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "documents.csv: 1 records",
        "local_areas.csv: 5 records",
        "area_names.csv: 3 records",
        "inspections.csv: 4 records",
        "findings.csv: 4 records",
        "thematic_visits.csv: 1 records",
        "survey_returns.csv: 1 records",
        "context_figures.csv: 1 records",
        "printed_figures.csv: 2 records",
        "coders.csv: 2 records",
        "codings.csv: 6 records",
        "adjudications.csv: 1 records",
        "thematic_topics.csv: 2 records",
        "leadership_statements.csv: 2 records",
        "No fault found. Complete to 2024-12-31.",
    ]


OPTIONAL = ("adjudications.csv", "coders.csv", "codings.csv", "leadership_statements.csv", "thematic_topics.csv")


def test_records_without_codings_are_sound_and_can_be_frozen(tmp_path, capsys):
    """Records that were made before there were codings stay what they were."""
    records = tmp_path / "records"
    shutil.copytree(SAMPLES / "valid" / "small", records)
    for name in OPTIONAL:
        (records / name).unlink()
    assert main(["records", "validate", str(records)]) == 0
    said = capsys.readouterr().out
    assert all(f"{name}: 0 records\n" in said for name in OPTIONAL)
    frozen = tmp_path / "snapshot"
    assert main(["snapshot", "freeze", "--records", str(records), "--as-at", "2024-12-31", "--out", str(frozen)]) == 0
    assert {name for name in OPTIONAL if (frozen / name).read_bytes().count(b"\n") == 1} == set(OPTIONAL)
    assert main(["snapshot", "verify", str(frozen)]) == 0


def test_exported_codings_are_those_of_the_package(tmp_path, capsys):
    assert main(["records", "export", str(tmp_path / "records")]) == 0
    assert main(["records", "validate", str(tmp_path / "records")]) == 0
    said = capsys.readouterr().out
    for line in ("coders.csv: 3 ", "codings.csv: 582 ", "adjudications.csv: 0 ", "thematic_topics.csv: 3 "):
        assert f"{line}records\n" in said
    assert "leadership_statements.csv: 37 records\n" in said


def test_validate_refuses_a_folder_that_is_not_there(tmp_path, capsys):
    assert main(["records", "validate", str(tmp_path / "none")]) == 2
    assert "none is not a folder of records. Make one with: areasend records export DIR" in capsys.readouterr().err


def test_exported_records_pass_validation(tmp_path, capsys):
    out = tmp_path / "deep" / "records"
    assert main(["records", "export", str(out)]) == 0
    assert main(["records", "validate", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == list(FILES)
    assert "inspections.csv: 97 records\n" in capsys.readouterr().out


def test_exported_empty_records_pass_validation(tmp_path, capsys):
    out = tmp_path / "records"
    assert main(["records", "export", "--empty", str(out)]) == 0
    assert main(["records", "validate", str(out)]) == 0
    assert capsys.readouterr().out.endswith("No fault found. Complete to 2022-12-31.\n")


def test_empty_records_hold_the_headings_of_the_packaged_records_and_nothing_else(tmp_path):
    main(["records", "export", str(tmp_path / "full")])
    main(["records", "export", "--empty", str(tmp_path / "empty")])
    assert sorted(path.name for path in (tmp_path / "empty").iterdir()) == list(FILES)
    for name in (name for name in FILES if name.endswith(".csv")):
        heading = (tmp_path / "full" / name).read_bytes().splitlines(keepends=True)[0]
        assert (tmp_path / "empty" / name).read_bytes() == heading


def test_empty_records_cannot_be_frozen(tmp_path, capsys):
    main(["records", "export", "--empty", str(tmp_path / "empty")])
    arguments = ["--records", str(tmp_path / "empty"), "--as-at", "2024-12-31", "--out", str(tmp_path / "release")]
    assert main(["release", "build", *arguments]) == 2
    assert "No local area exists on 2024-12-31 in these records" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_export_refuses_a_folder_that_holds_something(tmp_path, capsys):
    kept = tmp_path / "kept.txt"
    kept.write_text("mine", encoding="utf-8")
    assert main(["records", "export", str(tmp_path)]) == 2
    assert f"{tmp_path} is already there. Name a new folder, or remove this one first." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [kept]


def test_export_writes_into_an_empty_folder(tmp_path, capsys):
    out = tmp_path / "records"
    out.mkdir()
    assert main(["records", "export", str(out)]) == 0
    assert capsys.readouterr().out == (f"Wrote {out}. Check your changes with: areasend records validate {out}\n")


def test_a_changed_export_is_refused_where_it_was_changed(tmp_path, capsys):
    main(["records", "export", str(tmp_path / "records")])
    path = tmp_path / "records" / "inspections.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[4] = lines[4].replace(b"E06000033", b"E06009999")
    path.write_bytes(b"".join(lines))
    capsys.readouterr()
    assert main(["records", "validate", str(tmp_path / "records")]) == 2
    assert "inspections.csv, row 5, column gss_code: no local area of the register has" in capsys.readouterr().err
