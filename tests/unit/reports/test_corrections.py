"""The file of a person's corrections: what may stand in it, and every fault of it at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.formats import csv_text
from areasend.reports import CORRECTIONS, ReportsError, read_corrections
from areasend.reports.columns import INSPECTION_COLUMNS
from areasend.reports.corrections import CONFIRMABLE, CORRECTABLE

ONE, OTHER = "a" * 64, "b" * 64


def corrections(*rows, sha256=ONE):
    """Rows of field, value read and value corrected, of one report."""
    cells = [(sha256, "bury.pdf", *row, "seen on page 1", "2026-11-22") for row in rows]
    return read_corrections(csv_text(CORRECTIONS.heading, cells).encode())


def faults(*rows):
    with pytest.raises(ReportsError) as caught:
        corrections(*rows)
    first, *rest = str(caught.value).splitlines()
    assert first == f"corrections.csv has {'1 fault' if len(rest) == 1 else f'{len(rest)} faults'}:"
    return [line.strip() for line in rest]


def test_a_correction_says_what_was_read_and_what_it_should_be():
    (entry,) = corrections(("outcome", "[x]", "inconsistent")).of(ONE)
    assert (entry.field, entry.read, entry.corrected, entry.statement) == ("outcome", "[x]", "inconsistent", None)
    assert (entry.file, entry.reason, str(entry.corrected_on)) == ("bury.pdf", "seen on page 1", "2026-11-22")


def test_a_part_of_a_statement_is_named_by_kind_number_and_letter():
    added = [("apa.0b.text", "", "Words."), ("apa.0b.responsible_body", "", "A")]
    found = corrections(("afi.12.text", "Words.", ""), *added)
    told = [(at.kind, at.seq, at.letter, at.part) for at in (entry.statement for entry in found.of(ONE))]
    assert told == [("afi", 12, "", "text"), ("apa", 0, "b", "responsible_body"), ("apa", 0, "b", "text")]


def test_corrections_belong_to_one_report():
    found = corrections(("outcome", "[x]", "inconsistent"))
    assert found.of(OTHER) == ()
    assert found.sha256_of(OTHER) == ""


def test_the_hash_of_corrections_changes_with_what_they_say_and_with_nothing_else():
    rows = [("outcome", "[x]", "inconsistent"), ("title_name", "Bury", "Bury")]
    one = corrections(*rows).sha256_of(ONE)
    assert len(one) == 64
    assert corrections(*reversed(rows)).sha256_of(ONE) == one
    assert corrections(*rows, sha256=OTHER).sha256_of(OTHER) == one
    changed = ("title_name", "Bury", "Leeds"), ("title_name", "Leeds", "Bury"), ("footer_dates", "Bury", "Bury")
    for other in (rows[:1], *([rows[0], row] for row in changed)):
        assert corrections(*other).sha256_of(ONE) != one


def test_a_heading_alone_corrects_nothing():
    assert read_corrections((",".join(CORRECTIONS.heading) + "\n").encode()).entries == ()


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("outcome", "good", "not an outcome of the framework (found 'good'). Use one of: typically_positive, inco"),
        ("inspection_start", "12 February", "not a date written as 2024-12-31 (found '12 February')"),
        ("previous_revisit", "1900-01-01", "a placeholder, not a date"),
        ("gss_code", "Bury", "must be a GSS code of an English upper-tier authority"),
        ("priority_action_plan_required", "true", "neither yes nor no (found 'true'). Use one of the two."),
        ("next_full_inspection", "three years", "not an interval such as 3 years or 18 months (found 'three years')"),
        ("n_inspectors_cqc", "two", "not a whole number of 0 or more"),
        ("copyright_year", "2024.0", "not a whole number of 0 or more"),
        ("local_authority", "A\u202eB", "a control character in the text"),
    ],
)
def test_a_corrected_value_is_one_that_the_field_can_have(field, value, rule):
    (fault,) = faults((field, "[x]", value))
    assert fault.startswith(f"corrections.csv, row 2, column corrected: {rule}")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("priority_action_plan_required", "yes"),
        ("previously_inspected", "no"),
        ("outcome", "inconsistent"),
        ("icbs", "A;B"),
    ],
)
def test_a_value_that_the_field_can_have_is_taken_as_it_stands(field, value):
    assert corrections((field, "[x]", value)).of(ONE)[0].corrected == value


@pytest.mark.parametrize("field", CORRECTABLE)
@pytest.mark.parametrize("value", ["", "[x]"])
def test_any_field_may_turn_out_empty_or_not_known(field, value):
    assert corrections((field, "something", value)).of(ONE)[0].corrected == value


@pytest.mark.parametrize(
    "field", ["local_area", "inspection_id", "publication_date", "afi.1", "afi.x.text", "afi.1.kind", "afi.1A.text"]
)
def test_what_follows_from_elsewhere_is_no_field_to_correct(field):
    (fault,) = faults((field, "", "something"))
    assert fault.startswith("corrections.csv, row 2, column field: no field of a report that can be corrected")
    assert "Use one of gss_code, inspection_start, " in fault


def test_every_field_that_can_be_corrected_is_one_that_is_read():
    assert {*CORRECTABLE, *CONFIRMABLE} <= INSPECTION_COLUMNS.keys()


@pytest.mark.parametrize("field", CONFIRMABLE)
def test_a_field_that_follows_from_others_can_be_confirmed_and_not_changed(field):
    assert corrections((field, "3", "3")).of(ONE)[0].corrected == "3"
    (fault,) = faults((field, "3", "4"))
    assert f"column corrected: {field} follows from what is read elsewhere (found '4'). Correct the statements" in fault


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("outcome", "", "")], "row 2, column corrected: nothing was read and nothing is corrected"),
        (
            [("afi.2a.text", "Read.", "Words.")],
            "row 2, column read: a statement with a letter is one that was not read",
        ),
        ([("afi.2a.text", "", "")], "row 2, column corrected: the text of the statement is missing"),
        ([("afi.2.text", "", "Words.")], "row 2, column read: the text of the statement is missing"),
        ([("afi.0.text", "Words.", "")], "row 2, column field: statements are numbered from 1"),
        (
            [("apa.2a.responsible_body", "", "A")],
            "row 2, column field: the text of the statement, apa.2a.text, is not given",
        ),
        (
            [("apa.2.responsible_bodies", "A", "A;;B")],
            "row 2, column corrected: an empty or doubled name in the list (found 'A;;B')",
        ),
    ],
)
def test_a_row_that_says_nothing_or_contradicts_itself_is_refused(rows, told):
    (fault,) = faults(*rows)
    assert fault.startswith(f"corrections.csv, {told}")


def test_a_field_is_corrected_once():
    found = faults(("outcome", "[x]", "inconsistent"), ("outcome", "[x]", "typically_positive"))
    assert [fault.partition(" (found")[0] for fault in found] == [
        "corrections.csv, row 2, column field: the field of this report is corrected twice",
        "corrections.csv, row 3, column field: the field of this report is corrected twice",
    ]


def test_faults_of_cells_and_of_the_file_are_told_as_those_of_records_are():
    heading = ",".join(CORRECTIONS.heading)
    with pytest.raises(ReportsError) as caught:
        read_corrections(f"{heading}\nABC,,outcome,[x],=1+1,,22 November\n".encode())
    _, *found = str(caught.value).splitlines()
    assert [fault.partition(": ")[2].partition(" (found")[0].partition(". ")[0] for fault in found] == [
        "a spreadsheet would run this cell as a formula",
        "not a date written as 2024-12-31",
        "a value is missing",
        "not a sha256 of 64 hexadecimal digits",
    ]
    with pytest.raises(ReportsError, match=r"corrections.csv, row 1, column reason: the column is missing"):
        read_corrections(heading.replace(",reason", "").encode())


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_read_as_it_stands_or_refused(text):
    """What is read back is what was written, never something like it."""
    try:
        found = corrections(("local_authority", "[x]", text)).of(ONE)[0].corrected
    except ReportsError:
        found = None
    assert found in (text, None)
    plain = text.isascii() and text.isprintable() and text == text.strip() and text[:1] not in "=+-@"
    assert found == text or not plain
