"""Reading one file of records: strictly CSV in UTF-8, every fault with its row and column."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.register.reading import read_records
from areasend.register.schema import DOCUMENTS

HEADING = "id,title,publisher,published,licence"
ROW = "findings,Findings,The Inspectorate,2025-06-06,OGL"


def read(content):
    faults = []
    records = read_records(content if isinstance(content, bytes) else content.encode(), DOCUMENTS, faults)
    return records, [str(fault) for fault in faults]


def read_soundly(content):
    records, faults = read(content)
    assert faults == []
    return records


def only_fault(content):
    _, faults = read(content)
    assert len(faults) == 1, faults
    return faults[0]


def test_a_record_has_the_number_of_its_row_with_the_heading_as_row_1():
    (placed,) = read_soundly(f"{HEADING}\n{ROW}\n")
    assert (placed.row, placed.record.title) == (2, "Findings")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_any_end_of_line_is_read(end):
    assert len(read_soundly(f"{HEADING}{end}{ROW}{end}{ROW}{end}")) == 2


def test_the_last_line_may_lack_its_end():
    assert len(read_soundly(f"{HEADING}\n{ROW}")) == 1


def test_a_byte_order_mark_is_no_part_of_the_heading():
    assert len(read_soundly(f"\ufeff{HEADING}\n{ROW}\n")) == 1


def test_columns_may_stand_in_any_order():
    (placed,) = read_soundly(
        "title,id,licence,published,publisher\nFindings,findings,OGL,2025-06-06,The Inspectorate\n"
    )
    assert (placed.record.id, placed.record.licence) == ("findings", "OGL")


def test_a_quoted_cell_holds_commas_quotation_marks_and_line_feeds():
    (placed,) = read_soundly(f'{HEADING}\nfindings,"A ""B"", C\nD",X,2025-06-06,OGL\n')
    assert placed.record.title == 'A "B", C\nD'


def test_a_heading_alone_is_an_empty_file_of_records():
    assert read_soundly(f"{HEADING}\n") == ()


def test_a_file_whose_every_row_is_faulty_is_read_nevertheless():
    records, faults = read(f"{HEADING}\nBad Id,Findings,X,2025-06-06,OGL\n")
    assert records == ()
    assert [line.split(":")[0] for line in faults] == ["documents.csv, row 2, column id"]


def test_good_rows_are_read_beside_a_faulty_one():
    records, faults = read(f"{HEADING}\n{ROW}\nBad Id,Findings,X,2025-06-31,OGL\n{ROW}\n")
    assert [placed.row for placed in records] == [2, 4]
    assert [line.split(":")[0] for line in faults] == [
        "documents.csv, row 3, column id",
        "documents.csv, row 3, column published",
    ]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf"], ids=["no byte", "only a byte order mark"])
def test_a_file_without_a_heading_is_refused(content):
    assert only_fault(content) == f"documents.csv: the file is empty: not even a heading. Begin with {HEADING}."


def test_an_empty_first_line_lacks_every_column():
    _, faults = read(f"\n{HEADING}\n")
    assert [line.split(":")[0] for line in faults] == [
        f"documents.csv, row 1, column {name}" for name in HEADING.split(",")
    ]


def test_missing_unknown_and_doubled_columns_are_told_together():
    _, faults = read("id,title,title,colour,published,licence\n")
    assert faults == [
        f"documents.csv, row 1, column publisher: the column is missing. The heading is {HEADING}.",
        "documents.csv, row 1, column title: the column stands twice (found 'title'). Keep one of them.",
        (
            "documents.csv, row 1, column colour: no such column belongs here (found 'colour'). "
            f"The heading is {HEADING}."
        ),
    ]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_cells_parted_by_another_mark_are_refused(mark):
    assert "row 1: the cells are not parted by commas (found 'id" in only_fault(HEADING.replace(",", mark) + "\n")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without a mark", "with a byte order mark"])
def test_a_byte_that_is_not_utf_8_is_shown_with_its_row(mark):
    content = mark + f"{HEADING}\n{ROW}\n".encode() + b"\x92indings,Findings,X,2025-06-06,OGL\n"
    assert only_fault(content) == (
        "documents.csv, row 3: the file is not in UTF-8 (found 'byte 92'). Save it as CSV UTF-8."
    )


def test_utf_16_with_its_mark_is_refused():
    assert "row 1: the file is not in UTF-8 (found 'byte ff')" in only_fault(f"{HEADING}\n".encode("utf-16"))


def test_utf_16_without_its_mark_is_no_text_file():
    assert only_fault(f"{HEADING}\n".encode("utf-16-le")) == (
        "documents.csv, row 1: not a text file (found 'NUL'). Save it as CSV UTF-8."
    )


def test_a_nul_byte_is_shown_with_its_row():
    assert "row 3: not a text file (found 'NUL')" in only_fault(f"{HEADING}\n{ROW}\n{ROW}\0\n")


@pytest.mark.parametrize("cell", ['"open', '"a"b'], ids=["not closed", "letters after the quotation mark"])
def test_wrong_quotation_marks_are_refused_from_their_row_on(cell):
    message = only_fault(f"{HEADING}\n{ROW}\nfindings,{cell},X,2025-06-06,OGL\n")
    assert "row 3: not valid CSV (RFC 4180) from here on" in message
    assert message.endswith("Close every quotation mark; double those inside a quoted cell.")


def test_a_cell_too_long_for_any_record_is_refused():
    assert "field larger than field limit (131072)" in only_fault(
        f"{HEADING}\nfindings,{'x' * 131_073},X,2025-06-06,O\n"
    )


@pytest.mark.parametrize(("row", "count"), [("findings,Findings", 2), (f"{ROW},more", 6)])
def test_a_row_has_as_many_cells_as_the_heading(row, count):
    assert only_fault(f"{HEADING}\n{row}\n") == (
        f"documents.csv, row 2: the row has {count} cells where the heading has 5 (found '{row}'). "
        "Quote cells that hold a comma, or complete the row."
    )


@pytest.mark.parametrize("content", [f"{HEADING}\n\n{ROW}\n", f"{HEADING}\n\n"], ids=["between", "at the end"])
def test_an_empty_line_is_refused(content):
    assert only_fault(content) == "documents.csv, row 2: an empty line. Remove the line."


def test_a_long_value_is_shown_cut_to_80_characters():
    assert f"(found '{'9' * 80}')" in only_fault(f"{HEADING}\nfindings,F,X,{'9' * 200},OGL\n")


@given(st.binary(max_size=200))
def test_no_bytes_whatever_end_in_a_traceback(content):
    records, faults = read(content)
    assert records is None
    assert faults


cells = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc",), exclude_characters="\ufffe\uffff"), min_size=1
).map(str.strip)


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_what_the_csv_module_writes_is_read_back(pairs):
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(HEADING.split(","))
    writer.writerows(
        ["findings", f"T {title} T", f"P {publisher} P", "2025-06-06", "OGL"] for title, publisher in pairs
    )
    found = [(entry.record.title, entry.record.publisher) for entry in read_soundly(written.getvalue())]
    assert found == [(f"T {title} T", f"P {publisher} P") for title, publisher in pairs]


def test_a_row_of_the_wrong_length_is_shown_cut_to_80_characters():
    assert f"(found '{'9' * 80}')" in only_fault(f"{HEADING}\n{'9' * 200}\n")


def test_a_heading_is_shown_cut_to_80_characters():
    assert f"(found ';{'9' * 79}')" in only_fault(f";{'9' * 200}\n")
