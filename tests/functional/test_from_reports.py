"""`areasend records from-reports`: readings become records, and what stands is never changed in silence.

The invented readings are of the areas of the sample records; `small` holds three of the four that are read.
"""

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest
from tests.readings import SHARED, document_hash, read_findings, read_report, shared_rows, truth_tables, write_readings

from areasend.cli import main
from areasend.formats import csv_text, locked
from areasend.register import Source, load_folder, packaged_register
from areasend.reports import CORRECTIONS

SMALL = Path(__file__).parents[1] / "samples" / "records" / "valid" / "small"
NORTHMERE = {"gss_code": "E06009001", "local_area": "Northmere", "urn": "90001", "la_code": "901"}
EASTERBY = {"gss_code": "E08009002", "local_area": "Easterby"}
WESTSHIRE = {"gss_code": "E10009004", "local_area": "Westshire, County of"}
MIDSHIRE = {"gss_code": "E10009005", "local_area": "Midshire"}
WIDESPREAD = "widespread_systemic_failings"


def small_tables():
    """What stands in `small`, read from reports, and an inspection of Midshire that came later."""
    reports = [
        read_report(NORTHMERE, "2023-02-06", "2023-02-10", "inconsistent", file="northmere.pdf"),
        read_report(EASTERBY, "2023-09-18", "2023-09-22", "typically_positive", file="easterby.pdf"),
        read_report(WESTSHIRE, "2024-04-22", "2024-04-26", WIDESPREAD, file="westshire.pdf"),
        read_report(MIDSHIRE, "2025-03-10", "2025-03-14", "inconsistent", file="midshire.pdf"),
    ]
    findings = read_findings(reports[0], afi=2) + read_findings(reports[1], afi=1)
    findings += read_findings(reports[2], afi=1, apa=["Westshire Council;Westshire Health"])
    return {"inspections": reports, "findings": findings + read_findings(reports[3], afi=3), "problems": []}


@pytest.fixture
def records(tmp_path):
    """The sample records, with a file of somebody else's and a folder beside them."""
    folder = tmp_path / "records"
    shutil.copytree(SMALL, folder)
    (folder / "README.txt").write_text("mine", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref", encoding="utf-8")
    return folder


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def merge(readings, out, *options):
    return main(["records", "from-reports", str(readings), "--out", str(out), *map(str, options)])


def test_what_is_new_is_added_and_everything_else_stays(tmp_path, records, capsys):
    before = contents(records)
    assert merge(write_readings(tmp_path / "read", small_tables()), records) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Inspections: 1 new, 3 unchanged, 0 completed, 0 conflicting. 0 readings not merged.",
        "Findings: 4 new, 4 unchanged, 0 completed, 0 conflicting.",
        f"Wrote {records}.",
    ]
    after = contents(records)
    assert {str(name) for name in after if after[name] != before.get(name)} == {"inspections.csv", "findings.csv"}
    assert after.keys() == before.keys()
    row = b"E10009005,Midshire,2025-03-10,2025-03-14,,inconsistent,,report,\n"
    assert after[Path("inspections.csv")] == before[Path("inspections.csv")].replace(
        b"E09009003,Southgate Green", row + b"E09009003,Southgate Green"
    )
    assert sum(b"Midshire" in line for line in after[Path("findings.csv")].splitlines()) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["read", "records"]


def test_pages_that_are_not_recorded_yet_are_filled_in(tmp_path, records, capsys):
    path = records / "findings.csv"
    path.write_bytes(path.read_bytes().replace(b",6,report", b",,report"))
    assert merge(write_readings(tmp_path / "read", small_tables()), records) == 0
    assert capsys.readouterr().out.splitlines() == [
        "filled: E06009001-2023-02-06 afi 1: page 6 (northmere.pdf)",
        "filled: E06009001-2023-02-06 afi 2: page 6 (northmere.pdf)",
        "filled: E10009004-2024-04-22 afi 1: page 6 (westshire.pdf)",
        "filled: E10009004-2024-04-22 apa 1: page 6 (westshire.pdf)",
        "Inspections: 1 new, 3 unchanged, 0 completed, 0 conflicting. 0 readings not merged.",
        "Findings: 4 new, 0 unchanged, 4 completed, 0 conflicting.",
        f"Wrote {records}.",
    ]
    assert {finding.page for finding in load_folder(records).findings} == {6}


def test_a_page_that_stands_otherwise_is_left_to_be_settled(tmp_path, records, capsys):
    path = records / "findings.csv"
    path.write_bytes(path.read_bytes().replace(b",6,report", b",7,report", 1))
    assert merge(write_readings(tmp_path / "read", small_tables()), records) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "conflict, kept as it stands: E06009001-2023-02-06 afi 1: page 7 stands, the report has page 6 (northmere.pdf)"
    )


def test_codings_follow_the_first_day_that_is_taken_from_a_report(tmp_path, records):
    """They are known by it, as findings are; without them the records would not be sound."""
    before = contents(records)
    tables = small_tables()
    moved = read_report(NORTHMERE, "2023-02-07", "2023-02-10", "inconsistent", file="northmere.pdf")
    tables["findings"] = read_findings(moved, afi=2) + tables["findings"][2:]
    tables["inspections"][0] = moved
    assert merge(write_readings(tmp_path / "read", tables), records, "--take-readings") == 0
    after = contents(records)
    for name in ("inspections.csv", "findings.csv", "codings.csv", "adjudications.csv", "leadership_statements.csv"):
        expected = before[Path(name)].replace(b"Northmere,2023-02-06", b"Northmere,2023-02-07")
        stood = [line for line in after[Path(name)].splitlines() if line in expected.splitlines()]
        assert stood == expected.splitlines(), name
        assert b"Northmere,2023-02-06" not in after[Path(name)]
    assert after[Path("coders.csv")] == before[Path("coders.csv")]


def test_codings_of_a_finding_that_a_report_does_not_have_are_not_dropped_in_silence(tmp_path, records, capsys):
    """The report has one finding where two stand and are coded: somebody has to look at the codings first."""
    tables = small_tables()
    tables["findings"] = read_findings(tables["inspections"][0], afi=1) + tables["findings"][2:]
    told = refused(write_readings(tmp_path / "read", tables), records, capsys, "--take-readings")
    assert "codings.csv, row 4, column seq: no finding of the inspection has this kind and number (found '2')" in told


def test_merging_again_changes_no_byte(tmp_path, records, capsys):
    readings = write_readings(tmp_path / "read", small_tables())
    merge(readings, records)
    before, stood = contents(records), records.stat().st_ino
    capsys.readouterr()
    assert merge(readings, records) == 0
    assert capsys.readouterr().out.endswith(f"Nothing changes in {records}.\n")
    assert (contents(records), records.stat().st_ino) == (before, stood)


def test_the_same_readings_in_another_order_or_form_give_the_same_bytes(tmp_path):
    turned = {name: rows[::-1] for name, rows in small_tables().items()}
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        shutil.copytree(SMALL, folder)
    merge(write_readings(tmp_path / "read", small_tables()), one)
    merge(write_readings(tmp_path / "turned", turned, form="json"), other)
    assert contents(one) == contents(other)


def conflicting():
    tables = small_tables()
    tables["inspections"][1] |= {"outcome": "inconsistent", "publication_date": "2023-11-20"}
    return tables


def test_a_conflict_is_kept_listed_and_told_by_the_exit_code(tmp_path, records, capsys):
    assert merge(write_readings(tmp_path / "read", conflicting()), records) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "conflict, kept as it stands: E08009002-2023-09-18 outcome: typically_positive stands, "
        "the report has inconsistent (easterby.pdf)"
    )
    assert said[1] == "Inspections: 1 new, 2 unchanged, 0 completed, 1 conflicting. 0 readings not merged."
    outcomes = {entry.local_area: entry.outcome for entry in load_folder(records).inspections}
    assert (outcomes["Easterby"], outcomes["Midshire"]) == ("typically_positive", "inconsistent")


def test_readings_are_taken_where_that_is_asked_for(tmp_path, records, capsys):
    assert merge(write_readings(tmp_path / "read", conflicting()), records, "--take-readings") == 0
    assert "conflict, taken from the report: E08009002-2023-09-18 outcome: " in capsys.readouterr().out
    outcomes = {entry.local_area: entry.outcome for entry in load_folder(records).inspections}
    assert outcomes["Easterby"] == "inconsistent"


def test_a_reading_that_cannot_be_a_record_is_listed_and_the_others_are_merged(tmp_path, records, capsys):
    tables = small_tables()
    tables["inspections"][0]["outcome"] = "[x]"
    tables["problems"] = [
        {"file": "westshire.pdf", "field": "inspection_end", "page": "1", "expected": "a day", "found": "April"}
    ]
    assert merge(write_readings(tmp_path / "read", tables), records) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == [
        "not merged: E06009001-2023-02-06: outcome: not known (northmere.pdf)",
        "not merged: E10009004-2024-04-22: inspection_end, page 1: expected a day; found April (westshire.pdf)",
        "Inspections: 1 new, 1 unchanged, 0 completed, 0 conflicting. 2 readings not merged.",
    ]
    assert said[4] == "Look at what is left with `areasend reports show FILE`; corrections go into corrections.csv."


def test_new_records_start_with_the_packaged_places(tmp_path, capsys):
    area = next(area for area in packaged_register().local_areas if area.plain_name == "Bury")
    report = read_report({"gss_code": area.gss_code, "local_area": "Bury"}, "2024-02-12", "2024-02-16", "inconsistent")
    tables = {"inspections": [report], "findings": read_findings(report, afi=2)}
    out = tmp_path / "in" / "records"
    assert merge(write_readings(tmp_path / "read", tables), out) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"Wrote {out}."
    register = load_folder(out)
    assert register.local_areas == packaged_register().local_areas
    assert register.area_names == packaged_register().area_names
    (entry,) = register.inspections
    assert (entry.inspection_id, entry.source, entry.publication_date) == ("E08000002-2024-02-12", Source.REPORT, None)
    assert len(register.findings) == 2
    assert (register.documents, register.printed_figures) == ((), ())
    at = ["--records", str(out), "--as-at", "2024-12-31"]
    assert main(["snapshot", "freeze", *at, "--out", str(tmp_path / "snapshot")]) == 0
    assert main(["release", "build", *at, "--out", str(tmp_path / "release")]) == 0


def test_names_and_words_stay_in_the_reading(tmp_path, records, capsys):
    merge(write_readings(tmp_path / "read", small_tables()), records)
    merge(write_readings(tmp_path / "again", conflicting()), records)
    written = b"".join(contents(records).values()).decode() + capsys.readouterr().out
    assert "tays Behind" not in written
    assert "stay behind" not in written


def test_corrections_live_beside_the_records_and_survive(tmp_path, records, capsys):
    """Given once, they are kept; every later reading is merged under them."""
    tables = small_tables()
    tables["inspections"][3]["outcome"] = "[x]"
    tables["problems"] = [{"file": "midshire.pdf", "field": "outcome", "page": "1", "expected": "one", "found": "none"}]
    readings = write_readings(tmp_path / "read", tables)
    row = (document_hash("midshire.pdf"), "midshire.pdf", "outcome", "[x]", "inconsistent", "A picture", "2026-11-22")
    other = ("f" * 64, "gone.pdf", "title_name", "A", "B", "A slip", "2026-11-22")
    mine = tmp_path / "mine.csv"
    mine.write_bytes(csv_text(CORRECTIONS.heading, [row, other]).encode())
    assert merge(readings, records) == 1
    assert merge(readings, records, "--corrections", mine) == 0
    assert "Corrections of reports that are not among these readings: 1.\n" in capsys.readouterr().out
    assert (records / "corrections.csv").read_bytes() == mine.read_bytes()
    assert [entry.outcome for entry in load_folder(records).inspections if entry.local_area == "Midshire"] == [
        "inconsistent"
    ]
    assert merge(readings, records) == 0
    assert main(["records", "validate", str(records)]) == 0
    assert "corrections.csv: 2 corrections\n" in capsys.readouterr().out


def test_corrections_that_are_kept_are_not_replaced_by_others(tmp_path, records, capsys):
    heading = ",".join(CORRECTIONS.heading)
    kept, given = records / "corrections.csv", tmp_path / "given.csv"
    kept.write_text(f"{heading}\n{'a' * 64},,title_name,A,B,seen,2026-11-22\n", encoding="utf-8")
    given.write_text(f"{heading}\n{'a' * 64},,title_name,A,C,seen,2026-11-22\n", encoding="utf-8")
    before = contents(records)
    assert merge(write_readings(tmp_path / "read", small_tables()), records, "--corrections", given) == 2
    assert "corrections.csv holds other corrections than " in capsys.readouterr().err
    assert contents(records) == before


def test_a_new_folder_may_start_with_corrections(tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text(f"{','.join(CORRECTIONS.heading)}\n{'a' * 64},,title_name,A,B,seen,2026-11-22\n", encoding="utf-8")
    read = write_readings(tmp_path / "read", {})
    assert merge(read, tmp_path / "records", "--corrections", mine) == 0
    assert (tmp_path / "records" / "corrections.csv").read_bytes() == mine.read_bytes()


def test_faults_of_corrections_are_told_by_validation_too(records, capsys):
    (records / "corrections.csv").write_text("sha256,file\n", encoding="utf-8")
    assert main(["records", "validate", str(records)]) == 2
    assert "corrections.csv, row 1, column field: the column is missing" in capsys.readouterr().err


def refused(readings, records, capsys, *options):
    """What is said when nothing is written."""
    before = contents(records) if records.is_dir() else None
    assert merge(readings, records, *options) == 2
    assert (contents(records) if records.is_dir() else None) == before
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_readings_that_contradict_themselves_leave_what_stands_untouched(tmp_path, records, capsys):
    tables = small_tables()
    del tables["findings"][0]
    told = refused(write_readings(tmp_path / "read", tables), records, capsys)
    assert "findings, row 2, column seq: statements of a kind are numbered 1, 2, 3, ...; 1 was due (found '2')" in told


def test_a_merge_that_would_break_a_rule_of_the_register_leaves_what_stands_untouched(tmp_path, records, capsys):
    """The outcome is taken, and the findings that stand cannot go with it: those of the report are not known."""
    tables = small_tables()
    tables["inspections"][2]["outcome"] = "inconsistent"
    tables["problems"] = [{"file": "westshire.pdf", "field": "pages", "page": "4", "expected": "4", "found": "5"}]
    told = refused(write_readings(tmp_path / "read", tables), records, capsys, "--take-readings")
    assert told.startswith(f"areasend: The records in {records} with these readings have 1 fault:\n")
    assert "kind: an area for priority action with an outcome that does not ask for a priority action plan" in told


def test_records_that_are_not_sound_are_not_written_to(tmp_path, records, capsys):
    (records / "findings.csv").unlink()
    told = refused(write_readings(tmp_path / "read", small_tables()), records, capsys)
    assert "findings.csv: the file is missing" in told


def test_a_file_is_no_place_for_records(tmp_path, capsys):
    out = tmp_path / "records"
    out.write_text("mine", encoding="utf-8")
    assert "no folder, and records are one" in refused(write_readings(tmp_path / "read", {}), out, capsys)
    assert out.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_no_reading_is_refused_before_anything_is_made(tmp_path, capsys):
    told = refused(tmp_path, tmp_path / "records", capsys)
    assert told == (
        f"areasend: {tmp_path / 'inspections.csv'}: missing, and no inspections.json either. Name a folder that "
        "`areasend reports read` wrote.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_corrections_that_are_not_there_are_told(tmp_path, records, capsys):
    told = refused(write_readings(tmp_path / "read", {}), records, capsys, "--corrections", "/no/such.csv")
    assert told.endswith("/no/such.csv cannot be read: No such file or directory. Name a CSV file.\n")


def test_a_bad_start_makes_no_folder(tmp_path, capsys):
    (tmp_path / "mine.csv").write_text("", encoding="utf-8")
    out = tmp_path / "deep" / "records"
    refused(write_readings(tmp_path / "read", {}), out, capsys, "--corrections", tmp_path / "mine.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.csv", "read"]


def test_records_that_another_process_is_writing_are_left_alone(tmp_path, records, capsys):
    with locked(records):
        told = refused(write_readings(tmp_path / "read", small_tables()), records, capsys)
    assert "is in use by another areasend" in told


def test_records_behind_a_link_are_written_where_they_are(tmp_path, records):
    link = tmp_path / "link"
    link.symlink_to(records)
    assert merge(write_readings(tmp_path / "read", small_tables()), link) == 0
    assert link.is_symlink()
    assert b"Midshire,2025-03-10" in (records / "inspections.csv").read_bytes()


needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")


@pytest.fixture(scope="module")
def truth():
    """What a perfect reading of the 37 reports writes; the bodies taken apart are those that the register has."""
    register = packaged_register()
    return truth_tables(
        bodies={
            (finding.gss_code, finding.kind.value, str(finding.seq)): ";".join(finding.responsible_bodies)
            for finding in register.findings
        },
        names={area.gss_code: area.name for area in register.local_areas},
    )


def shown(table, frozen, capsys):
    capsys.readouterr()
    assert main(["tables", "show", table, "--snapshot", frozen, "--format", "csv"]) == 0
    rows = [*csv.DictReader(capsys.readouterr().out.splitlines())]
    return {next(iter(row.values())): row for row in rows}


KEYS = ("typically_positive", "inconsistent", WIDESPREAD)


@needs_shared
def test_outcome_tables_from_reports_alone_are_those_of_the_facts(tmp_path, truth, capsys):
    """Counted here from the list of inspections, for the areas and days of the 37 reports."""
    records = tmp_path / "records"
    assert merge(write_readings(tmp_path / "read", truth), records) == 0
    assert "Inspections: 37 new, 0 unchanged" in capsys.readouterr().out
    frozen = str(tmp_path / "snapshot")
    assert main(["snapshot", "freeze", "--records", str(records), "--as-at", "2025-01-31", "--out", frozen]) == 0
    read = {(row["gss_code"], row["inspection_start"]) for row in truth["inspections"]}
    facts = [row for row in shared_rows("facts/inspections.csv") if (row["gss_code"], row["inspection_start"]) in read]
    assert len(facts) == 37
    by_region = Counter((row["ofsted_region"], row["outcome"]) for row in facts)
    by_ons_region = Counter((row["ons_region"], row["outcome"]) for row in facts)
    by_year = Counter((row["inspection_end"][:4], row["outcome"]) for row in facts)
    whole = Counter(("England", row["outcome"]) for row in facts)
    for table, counted in (
        ("outcomes-by-region", by_region + whole),
        ("outcomes-by-ons-region", by_ons_region + whole),
        ("outcomes-by-year", by_year),
        ("outcomes-since-2023", whole),
    ):
        found = shown(table, frozen, capsys)
        for group in {group for group, _ in counted}:
            assert [int(found[group][key]) for key in KEYS] == [counted[group, key] for key in KEYS], (table, group)


@needs_shared
def test_the_packaged_records_already_say_what_the_37_reports_say(tmp_path, truth, capsys):
    main(["records", "export", str(tmp_path / "records")])
    before = contents(tmp_path / "records")
    assert merge(write_readings(tmp_path / "read", truth), tmp_path / "records") == 0
    assert contents(tmp_path / "records") == before
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Inspections: 0 new, 37 unchanged, 0 completed, 0 conflicting. 0 readings not merged.",
        "Findings: 0 new, 171 unchanged, 0 completed, 0 conflicting.",
        f"Nothing changes in {tmp_path / 'records'}.",
    ]


@needs_shared
def test_readings_with_dates_and_reports_alone_make_the_packaged_records_of_the_37(tmp_path, truth):
    packaged = {entry.inspection_id: entry for entry in packaged_register().inspections}
    tables = truth | {
        "inspections": [
            row
            | {
                "publication_date": str(packaged[row["inspection_id"]].publication_date),
                "report_url": str(packaged[row["inspection_id"]].report_url),
            }
            for row in truth["inspections"]
        ]
    }
    merge(write_readings(tmp_path / "read", tables), tmp_path / "records")
    made = load_folder(tmp_path / "records")
    assert len(made.inspections) == 37
    assert all(packaged[entry.inspection_id] == entry for entry in made.inspections)
    assert made.findings == packaged_register().findings


def swapped(rows, one, other):
    return [row | {one: row[other], other: row[one]} for row in rows]


MUTATIONS = {
    "days swapped": lambda rows: swapped(rows, "inspection_start", "inspection_end"),
    "day of publication for the last": lambda rows: swapped(rows, "publication_date", "inspection_end"),
    "codes swapped": lambda rows: swapped(rows, "gss_code", "la_code"),
    "counts swapped": lambda rows: swapped(rows, "n_areas_for_improvement", "n_areas_for_priority_action"),
    "outcome and plan swapped": lambda rows: swapped(rows, "outcome", "next_full_inspection"),
    "a first day shifted": lambda rows: [rows[0] | {"inspection_start": "2024-03-04"}, *rows[1:]],
    "a last day shifted": lambda rows: [rows[0] | {"inspection_end": "2024-03-22"}, *rows[1:]],
    "an inspection moved by a year": lambda rows: [
        rows[0]
        | {
            "inspection_start": "2023-03-13",
            "inspection_end": "2023-03-17",
            "inspection_id": f"{rows[0]['gss_code']}-2023-03-13",
        },
        *rows[1:],
    ],
    "an area for another": lambda rows: [rows[0] | {"gss_code": rows[1]["gss_code"]}, *rows[1:]],
    "a name for another": lambda rows: [rows[0] | {"local_area": rows[1]["local_area"]}, *rows[1:]],
    "another outcome": lambda rows: [rows[0] | {"outcome": "inconsistent"}, *rows[1:]],
    "an area left out": lambda rows: rows[1:],
    "a row doubled": lambda rows: [rows[0], *rows],
}


@needs_shared
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_whatever_is_done_to_the_rows_is_refused_or_listed(tmp_path, truth, mutation, capsys):
    """The packaged records stand: nothing of a row that was tampered with may reach them."""
    main(["records", "export", str(tmp_path / "records")])
    before = contents(tmp_path / "records")
    capsys.readouterr()
    tables = truth | {"inspections": MUTATIONS[mutation](truth["inspections"])}
    code = merge(write_readings(tmp_path / "read", tables), tmp_path / "records")
    said = capsys.readouterr()
    assert code in (1, 2)
    assert "kept as it stands" in said.out or "not merged: " in said.out or "The readings in" in said.err
    assert contents(tmp_path / "records") == before
