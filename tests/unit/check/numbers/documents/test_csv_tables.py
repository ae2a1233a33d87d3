"""CSV as tables: separators, titles of the description beside it, columns of labels; what is ragged is refused."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.check import PublicationUnreadable
from areasend.check.numbers.documents import csv_tables
from areasend.check.numbers.documents.csv_tables import read_csv
from areasend.check.numbers.documents.model import Document, MarkKind, Table, Where


def the_table(document: Document) -> Table:
    (table,) = document.blocks
    assert isinstance(table, Table)
    return table


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_with_any_usual_separator(separator: str) -> None:
    table = the_table(read_csv(f'"Place{separator} or county"{separator}Visits\nKent{separator}8\n', "data/visits.csv"))
    assert [cell.text for cell in table.header] == [" ".join(f"Place{separator} or county".split()), "Visits"]
    assert rows(table) == [["Kent", "8"]]
    assert (table.name, table.label_columns) == ("visits", 1)


def test_cells_know_their_line_and_address() -> None:
    table = the_table(read_csv('county,visits\n\n"Kent\nand Medway",8\nEssex,"1,234"\n', "v.csv"))
    assert rows(table) == [["Kent and Medway", "8"], ["Essex", "1,234"]]
    assert [row[1].where() for row in table.rows] == [
        Where(file="v.csv", line=3, cell="B2"),
        Where(file="v.csv", line=5, cell="B3"),
    ]


def test_the_description_gives_titles() -> None:
    description = """{"dc:title": "Visits by county", "tableSchema": {"columns": [
        {"name": "county", "dc:title": "County"}, {"name": "visits"}, 7, {"name": 1, "dc:title": "x"}]}}"""
    document = read_csv("county,visits\nKent,8\n", "v.csv", description)
    table = the_table(document)
    assert document.title == "Visits by county"
    assert table.caption is not None
    assert table.caption.text == "Visits by county"
    assert [cell.text for cell in table.header] == ["County", "visits"]


@pytest.mark.parametrize(
    "description", ["[1]", "{", '{"dc:title": 3, "tableSchema": 4}', '{"tableSchema": {}}', "[" * 9999]
)
def test_a_description_of_another_make_changes_nothing(description: str) -> None:
    document = read_csv("county,visits\nKent,8\n", "v.csv", description)
    assert document.title == ""
    assert the_table(document).caption is None


@pytest.mark.parametrize(
    ("header", "row", "labels"),
    [
        ("code,county,year,visits", "E1,Kent,2024,8", 2),
        ("year,visits", "2024,8", 1),
        ("visits,open", "8,5", 0),
        ("visits", "8", 0),
        ("county,remark", "Kent,none so far", 1),
        ("county,visits", "Kent,[c]", 1),
    ],
)
def test_columns_before_the_first_numbers_name_the_row(header: str, row: str, labels: int) -> None:
    assert the_table(read_csv(f"{header}\n{row}\n", "v.csv")).label_columns == labels


def test_a_marker_of_a_note_is_a_mark() -> None:
    table = the_table(read_csv("county,visits [note 2]\nKent,8 [note 1]\n", "v.csv"))
    assert [cell.text for cell in table.header] == ["county", "visits"]
    assert table.rows[0][1].text == "8"
    assert [mark.value for mark in table.rows[0][1].marked(MarkKind.FOOTNOTE)] == ["1"]


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        ("county,visits\nKent,8\nEssex,4,1\n", "3 fields instead of 2", "line 3"),
        ("county,visits\nKent\n", "1 fields instead of 2", "line 2"),
        ('county,visits\nKent,"8\n', "unexpected end of data", "line 2"),
        ('county,visits\nKent,"8"x\n', "expected after", "line 2"),
        (",\n\n", "no row with anything in it", "v.csv"),
    ],
)
def test_what_is_no_table_is_refused(text: str, found: str, line: str) -> None:
    with pytest.raises(PublicationUnreadable) as caught:
        read_csv(text, "v.csv")
    assert found in caught.value.found
    assert line in caught.value.where


def test_more_cells_than_a_table_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_tables, "MAX_CELLS", 5)
    with pytest.raises(PublicationUnreadable, match="found 6"):
        read_csv("a,b\n1,2\n3,4\n", "v.csv")


WORDS = st.text(st.sampled_from('ab1,;"\n \t£%'), max_size=6)


@settings(max_examples=60)
@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=5)
    )
)
def test_what_is_written_is_read(body: list[list[str]]) -> None:
    out = io.StringIO()
    header = ["h"] * len(body[0])
    csv.writer(out, lineterminator="\n").writerows([header, *body])
    table = the_table(read_csv(out.getvalue(), "v.csv"))
    expected = [[" ".join(field.split()) for field in row] for row in body if any(field.strip() for field in row)]
    assert rows(table) == expected
