"""The folder of a reading, read again: whole, or refused with everything that does not fit."""

import json

import pytest
from tests.factories import WIDESPREAD, area
from tests.readings import TABLES, document_hash, read_findings, read_report, table_bytes, write_readings

from areasend.reports import ReportsError, read_readings

ONE, TWO = area(1, name="Bury"), area(2, name="Leeds")


def named(of):
    return {"gss_code": of.gss_code, "local_area": of.name}


def tables():
    """Two reports with their findings, and a problem in one of them."""
    bury = read_report(named(ONE), "2024-02-12", "2024-02-16", WIDESPREAD, file="bury.pdf")
    leeds = read_report(named(TWO), "2024-03-11", "2024-03-15", "inconsistent", file="in/leeds.pdf")
    findings = read_findings(bury, afi=2, apa=["A Council;NHS B ICB", "A Council"]) + read_findings(leeds, afi=1)
    problem = {"file": "bury.pdf", "field": "footer_dates", "page": "3", "expected": "a", "found": "b"}
    letter = {"file": "letter.pdf", "field": "document", "page": "", "expected": "a", "found": "b"}
    return {"inspections": [bury, leeds], "findings": findings, "problems": [problem, letter]}


def refused(folder):
    with pytest.raises(ReportsError) as caught:
        read_readings(folder)
    first, *rest = str(caught.value).splitlines()
    assert first.startswith(f"The readings in {folder} has " if rest else str(folder))
    return [line.strip().partition(". Read the reports again")[0] for line in rest] or [first]


def miscounted(row, kind, rows, said):
    column = {"apa": "n_areas_for_priority_action", "afi": "n_areas_for_improvement"}[kind]
    return f"inspections, row {row}, column {column}: findings has {rows} such rows for this file (found '{said}')"


def misnumbered(row, due, found):
    rule = f"statements of a kind are numbered 1, 2, 3, ...; {due} was due"
    return f"findings, row {row}, column seq: {rule} (found '{found}')"


def unlike(row, column, inspection, finding):
    return f"findings, row {row}, column {column}: inspections has '{inspection}' for this file (found '{finding}')"


def test_a_reading_is_what_its_rows_say(tmp_path):
    bury, leeds = read_readings(write_readings(tmp_path / "out", tables()))
    assert (bury.file, bury.sha256) == ("bury.pdf", document_hash("bury.pdf"))
    assert (bury.text("outcome"), bury.text("ofsted_lead_inspector")) == (WIDESPREAD, "A Name That Stays Behind")
    assert [(item.kind, item.seq, item.responsible_bodies) for item in bury.findings] == [
        ("apa", 1, ("A Council", "NHS B ICB")),
        ("apa", 2, ("A Council",)),
        ("afi", 1, ()),
        ("afi", 2, ()),
    ]
    assert [(item.page_start, item.page_end) for item in bury.findings] == [(6, 6)] * 4
    assert bury.findings[0].text == "Words apa 1 that stay behind."
    assert [(problem.field, problem.page) for problem in bury.problems] == [("footer_dates", 3)]
    assert (leeds.file, len(leeds.findings), leeds.problems) == ("in/leeds.pdf", 1, ())


@pytest.mark.parametrize("cell", ["", "0"])
def test_a_statement_that_a_person_added_is_on_no_page(tmp_path, cell):
    _, leeds = read_readings(write_readings(tmp_path / "out", change("findings", 4, page_start=cell, page_end=cell)))
    assert [(item.page_start, item.page_end) for item in leeds.findings] == [(0, 0)]


def test_csv_and_json_say_the_same(tmp_path):
    as_csv = read_readings(write_readings(tmp_path / "csv", tables()))
    assert read_readings(write_readings(tmp_path / "json", tables(), form="json")) == as_csv


def test_numbers_and_nothing_are_read_from_json_too(tmp_path):
    folder = write_readings(tmp_path / "json", tables(), form="json")
    rows = json.loads((folder / "findings.json").read_bytes())
    (folder / "findings.json").write_text(
        json.dumps(
            [row | {"seq": int(row["seq"]), "responsible_body": row["responsible_body"] or None} for row in rows]
        )
    )
    assert read_readings(folder) == read_readings(write_readings(tmp_path / "csv", tables()))


def test_the_order_of_rows_never_matters(tmp_path):
    turned = {name: rows[::-1] for name, rows in tables().items()}
    assert read_readings(write_readings(tmp_path / "turned", turned)) == read_readings(
        write_readings(tmp_path / "out", tables())
    )


def test_columns_of_another_version_are_not_looked_at(tmp_path):
    folder = write_readings(tmp_path / "out", tables())
    rows = [row | {"a_column_to_come": "x"} for row in tables()["inspections"]]
    (folder / "inspections.csv").write_bytes(table_bytes([*TABLES["inspections"], "a_column_to_come"], rows))
    assert len(read_readings(folder)) == 2


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_missing_is_named(tmp_path, name):
    folder = write_readings(tmp_path / "out", tables())
    (folder / f"{name}.csv").unlink()
    assert refused(folder) == [
        f"{folder / name}.csv: missing, and no {name}.json either. Name a folder that `areasend reports read` wrote."
    ]


def test_a_table_that_stands_twice_is_refused(tmp_path):
    folder = write_readings(tmp_path / "out", tables())
    (folder / "findings.json").write_text("[]")
    assert refused(folder)[0].endswith("both stand there. Name a folder that one run wrote.")


def change(name, number, **cells):
    """A reading in which one row of a table is changed by hand."""
    changed = tables()
    changed[name][number] |= cells
    return changed


def without(name, number):
    changed = tables()
    del changed[name][number]
    return changed


def doubled(name, number):
    changed = tables()
    changed[name].append(dict(changed[name][number]))
    return changed


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            doubled("inspections", 0),
            ["inspections, row 4, column file: the file stands twice (first on row 2) (found 'bury.pdf')"],
        ),
        (doubled("findings", 0), [misnumbered(7, 2, "1"), miscounted(2, "apa", 3, 2)]),
        (
            without("inspections", 1),
            ["findings, row 6, column file: no inspection is read from this file (found 'in/leeds.pdf')"],
        ),
        (without("findings", 4), [miscounted(3, "afi", 0, 1)]),
        (without("findings", 2), [misnumbered(4, 1, "2"), miscounted(2, "afi", 1, 2)]),
        (change("findings", 4, gss_code=ONE.gss_code), [unlike(6, "gss_code", TWO.gss_code, ONE.gss_code)]),
        (
            change("inspections", 1, inspection_id=f"{TWO.gss_code}-2024-03-12"),
            [unlike(6, "inspection_id", f"{TWO.gss_code}-2024-03-12", f"{TWO.gss_code}-2024-03-11")],
        ),
        (
            change("findings", 4, kind="area"),
            ["findings, row 6, column kind: neither apa nor afi (found 'area')", miscounted(3, "afi", 0, 1)],
        ),
        (change("findings", 4, seq="one"), [misnumbered(6, 1, "one")]),
        (
            change("findings", 4, page_start="[x]", page_end="7-8"),
            [
                "findings, row 6, column page_start: no number of a page (found '[x]')",
                "findings, row 6, column page_end: no number of a page (found '7-8')",
            ],
        ),
        (
            change("findings", 4, page_start="7"),
            ["findings, row 6, column page_end: it ends before it begins, on page 7 (found '6')"],
        ),
        (
            change("problems", 0, page="9" * 5000),
            [f"problems, row 2, column page: no number of a page (found '{'9' * 80}')"],
        ),
        (change("problems", 0, page="iii"), ["problems, row 2, column page: no number of a page (found 'iii')"]),
    ],
)
@pytest.mark.parametrize("form", ["csv", "json"])
def test_rows_that_contradict_each_other_are_refused(tmp_path, changed, told, form):
    assert refused(write_readings(tmp_path / "out", changed, form=form)) == told


def test_a_count_that_is_not_known_is_not_held_against_the_rows(tmp_path):
    (bury, _) = read_readings(write_readings(tmp_path / "out", change("inspections", 0, n_areas_for_improvement="[x]")))
    assert len(bury.findings) == 4


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{}", ["inspections.json: not a list of objects in JSON (found 'no list')"]),
        ("[{]", ["inspections.json: not a list of objects in JSON (found 'Expecting property name"]),
        ("[NaN]", ["inspections.json: not a list of objects in JSON (found 'NaN is no number')"]),
        (r'["\ud800"]', ["inspections.json: not a list of objects in JSON (found"]),
        ("[" * 100_000, ["inspections.json: not a list of objects in JSON (found"]),
        ('["bury.pdf"]', [f"inspections.json, row 2, column {name}: " for name in TABLES["inspections"]]),
    ],
)
def test_json_that_is_no_such_table_is_refused(tmp_path, content, told):
    folder = write_readings(tmp_path / "out", tables(), form="json")
    (folder / "inspections.json").write_text(content)
    found = refused(folder)
    assert len(found) == len(told)
    assert all(fault.startswith(beginning) for fault, beginning in zip(found, told, strict=True))


@pytest.mark.parametrize("value", [True, 1.5, ["bury.pdf"], {}])
def test_a_member_that_is_neither_text_nor_a_number_is_refused(tmp_path, value):
    folder = write_readings(tmp_path / "out", tables(), form="json")
    rows = json.loads((folder / "problems.json").read_bytes())
    (folder / "problems.json").write_text(json.dumps([rows[0] | {"found": value}]))
    assert refused(folder) == ["problems.json, row 2, column found: neither text nor a number"]


def test_faults_of_all_tables_are_told_at_once(tmp_path):
    folder = write_readings(tmp_path / "out", tables())
    (folder / "inspections.csv").write_bytes((folder / "inspections.csv").read_bytes().replace(b"sha256", b"hash", 1))
    (folder / "problems.csv").write_bytes(b"")
    found = refused(folder)
    assert [fault.partition(". ")[0] for fault in found] == [
        "inspections.csv, row 1, column sha256: the column is missing",
        "problems.csv: the file is empty: not even a heading",
    ]
