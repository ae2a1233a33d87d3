"""Tables in texts: every way in which one is written or has lost what held it. Expected: as a person reads them."""

import pytest

from areasend.check.numbers.documents.model import Document, ItemList, MarkKind, Passage, Table
from areasend.check.numbers.documents.plain import read_text

HEADER = ["Region", "Good", "Not good", "Total"]
ROWS = [["North", "1,204", "30", "1,234"], ["South and the Isle of Wight", "5", "-", "5"]]


def tables(text: str, known: tuple[str, ...] = ()) -> list[Table]:
    return [block for block in read_text(text, "t.txt", known).blocks if isinstance(block, Table)]


def shown(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


def kinds(document: Document) -> list[str]:
    return [
        block.role.value if isinstance(block, Passage) else "list" if isinstance(block, ItemList) else "table"
        for block in document.blocks
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Region Good Not good Total\nNorth 1,204 30 1,234\nSouth and the Isle of Wight 5 - 5", id="one space"
        ),
        pytest.param(
            "Region Good Not good Total\n\nNorth 1,204 30 1,234\n\nSouth and the Isle of Wight 5 - 5", id="empty lines"
        ),
        pytest.param(
            "Region Good Not good Total\nNorth 1,204 30 1,234\n\nPage 3 of 12\n\nSouth and the\n\nIsle of Wight 5 - 5",
            id="over a page",
        ),
        pytest.param(
            "Region Good Not good Total\nNorth 1,204 30 1,234\nSouth and the\nIsle of Wight 5 - 5", id="broken name"
        ),
        pytest.param(
            "Region Good Not good\nTotal\nNorth 1,204 30 1,234\nSouth and the Isle\nof Wight 5 - 5", id="broken header"
        ),
        pytest.param(
            "Region\nGood\nNot good\nTotal\nNorth 1,204 30 1,234\nSouth and the Isle of Wight 5 - 5",
            id="header a line each",
        ),
        pytest.param(
            "Region\nGood\nNot good\nTotal\nNorth\n1,204\n30\n1,234\nSouth and the Isle of Wight\n5\n-\n5",
            id="cell a line each",
        ),
        pytest.param(
            "Region           Good    Not     Total\n"
            "                         good\n"
            "North            1,204   30      1,234\n"
            "South and the\n"
            "Isle of Wight        5   -           5",
            id="columns of spaces",
        ),
        pytest.param(
            "                         Not\n"
            "Region           Good    good    Total\n"
            "North            1,204   30      1,234\n"
            "South and the Isle\n"
            "of Wight             5   -           5",
            id="columns of spaces with titles over lines",
        ),
        pytest.param(
            "Region\tGood\tNot good\tTotal\nNorth\t1,204\t30\t1,234\n\nSouth and the Isle of Wight\t5\t-\t5", id="tabs"
        ),
        pytest.param(
            "| **Region** | Good | Not good | Total |\n|:--|--:|--:|--:|\n| North | 1,204 | 30 | 1,234 |\n"
            "| South and the Isle of Wight | 5 | - | 5 |",
            id="bars",
        ),
        pytest.param(
            "Region | Good | Not good | Total\n--- | --- | --- | ---\nNorth | 1,204 | 30 | 1,234\n"
            "South and the Isle of Wight | 5 | - | 5",
            id="bars within",
        ),
    ],
)
def test_a_table_is_read_however_it_is_written(text: str) -> None:
    document = read_text(f"Table 1: Schools by grade\n\n{text}\n\nAfter it came text.", "t.txt")
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert shown(table) == [HEADER, *ROWS]
    assert table.caption is not None
    assert table.caption.text == "Table 1: Schools by grade"
    assert table.label_columns == 1
    assert kinds(document)[1:] == ["paragraph"]


def test_a_header_in_fragments_over_a_rule_is_joined_column_by_column() -> None:
    text = "Name\tShare of places (that\tShare of all\n---\t---\t---\n\n\t<b>closed)</b>\t<b>places</b>\nNorth\t5%\t6%"
    (table,) = tables(text)
    assert shown(table) == [["Name", "Share of places (that closed)", "Share of all places"], ["North", "5%", "6%"]]
    assert table.header[1].lines == ((0, 1), (22, 4))


def test_years_are_titles_of_columns_and_names_of_rows() -> None:
    assert shown(tables("Region 2022 2023\nEast 1 2\nWest 3 4")[0]) == [
        ["Region", "2022", "2023"],
        ["East", "1", "2"],
        ["West", "3", "4"],
    ]
    assert shown(tables("Year Good Poor\n2023 4 5\n2024 6 7")[0])[1:] == [["2023", "4", "5"], ["2024", "6", "7"]]
    assert shown(tables("Region\t2022\t2023\nEast\t1\t2")[0])[0] == ["Region", "2022", "2023"]


def test_numbers_that_belong_to_a_name_stay_with_it() -> None:
    (table,) = tables("Age Girls Boys\nAged 5 to 11 20 21\nAged 11 to 16 30 31\nYear 7 4 5")
    assert [row[0] for row in shown(table)] == ["Age", "Aged 5 to 11", "Aged 11 to 16", "Year 7"]


def test_cells_may_have_shares_signs_and_markers() -> None:
    text = "Place Number Share\nBath 26 (48%) 48%\nYork 14 26 %\nHull [x] ..\nLeeds [note 1] 1[2] 2 [note 3]"
    (table,) = tables(text)
    assert shown(table)[1:] == [
        ["Bath", "26 (48%)", "48%"],
        ["York", "14", "26 %"],
        ["Hull", "[x]", ".."],
        ["Leeds", "1", "2"],
    ]
    assert [[mark.value for mark in cell.marked(MarkKind.FOOTNOTE)] for cell in table.rows[3]] == [["1"], ["2"], ["3"]]


def test_a_header_that_fits_in_no_way_stays_whole_unless_its_titles_are_known() -> None:
    text = "Ofsted Region Good Requires Improvement Inadequate\nEast 1 2 3\nWest 4 5 6"
    assert shown(tables(text)[0])[0] == ["Ofsted Region Good Requires Improvement Inadequate", "", "", ""]
    known = ("requires improvement", "Good", "")
    assert shown(tables(text, known)[0])[0] == ["Ofsted Region", "Good", "Requires Improvement", "Inadequate"]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Region EHC plans Number of SEN pupils", ["Region", "EHC plans", "Number of SEN pupils"]),
        ("Area Number of EHC plans Total", ["Area", "Number of EHC plans", "Total"]),
        ("Area (all) Local Authority schools Free Schools", ["Area (all)", "Local Authority schools", "Free Schools"]),
        ("area number share", ["area", "number", "share"]),
        ("Area East of England North & South", ["Area", "East of England", "North & South"]),
        ("Area 2022 to 2023 Number (%)", ["Area", "2022 to 2023", "Number (%)"]),
    ],
)
def test_a_header_is_cut_where_columns_may_begin(header: str, columns: list[str]) -> None:
    assert shown(tables(f"{header}\nBath 1 2\nYork 3 4")[0])[0] == columns


def test_a_table_of_one_number_needs_a_header_or_three_rows() -> None:
    (table,) = tables("Schools by region\nRegion Schools\nEast 10\nNorth West 5\nOf these we saw 5.")
    assert shown(table) == [["Region", "Schools"], ["East", "10"], ["North West", "5"]]
    (table,) = tables("East 10\nNorth West 5\nWest 3")
    assert shown(table) == [["", ""], ["East", "10"], ["North West", "5"], ["West", "3"]]
    assert not tables("East 10\nNorth West 5")
    assert not tables("Figure 1\nFigure 2\nFigure 3")


@pytest.mark.parametrize(
    "text",
    [
        "The visits grew between 2021 and\n2022 in each of the regions in 2023\nand until 2024\nwhen it fell to 12.",
        "We counted these in the places 54 54\nwhere they were found.",
        "Numbers grew. It was 5  and then it\nwas 6  and  so on until it  was more\nthan  anybody had counted.",
        "12\n13\n14",
        "One word\ttwo words",
        "a | b\nc | d",
        "Then came\n5",
    ],
)
def test_what_is_no_table_is_none(text: str) -> None:
    assert [table.rows for table in tables(text) if table.rows] == []


def test_rows_without_numbers_are_rows_with_empty_cells() -> None:
    (table,) = tables(
        "Area Good Poor\nEast region\nBath 1 2\nYork\nand Hull 3 4\nLeeds 5 6\ncity\nWest region\nBristol 7 8"
    )
    assert shown(table)[1:] == [
        ["East region", "", ""],
        ["Bath", "1", "2"],
        ["York and Hull", "3", "4"],
        ["Leeds city", "5", "6"],
        ["West region", "", ""],
        ["Bristol", "7", "8"],
    ]


def test_a_caption_stands_with_its_table_over_furniture_and_notes_but_not_over_a_heading() -> None:
    rows = "Area Good Poor\nBath 1 2\nYork 3 4"
    (table,) = tables(f"Table 2: Grades\n\nNote: as at May.\n\nSee Figure 1\n\n{rows}")
    assert table.caption is not None
    for text in (f"Table 2: Grades\n\n## Next\n\n{rows}", f"Figure 2: Grades\n\nNote: as at May.\n\n{rows}"):
        assert tables(text)[0].caption is None


def test_a_caption_is_whole_over_broken_lines() -> None:
    lines = ["Some lines of a text that is broken where its page ends are here."] * 10
    text = (
        "\n".join(lines)
        + "\n\nTable 2: Grades of all of the schools that were inspected in\nEngland\nArea Good\nBath 1\nYork 2"
    )
    (table,) = tables(text)
    assert table.caption is not None
    assert table.caption.text.endswith("inspected in England")
    assert shown(table)[0] == ["Area", "Good"]


def test_columns_of_names_stand_left_of_those_with_numbers() -> None:
    assert tables("Region\tArea\tGood\nEast\tBath\t1\nWest\tYork\t2")[0].label_columns == 2
    assert tables("Region\tArea\nEast\tBath")[0].label_columns == 1
    assert tables("Region\tGood\nEast\t1")[0].label_columns == 1


def test_names_broken_in_a_phrase_or_in_columns_of_words_make_no_table() -> None:
    text = "Area          Good   Poor\nBath             1      2\nThe city of\nHull and of\n"
    text += "York             3      4\ntogether\nLeeds            5      6"
    assert shown(tables(text)[0])[2:] == [["The city of Hull and of York together", "3", "4"], ["Leeds", "5", "6"]]
    assert not tables("Bath          fine   good\nYork          poor   late")


def test_a_table_too_ragged_to_be_one_stays_text() -> None:
    text = "a\t" * 2000 + "b\n" + "c\td\n" * 300
    assert not tables(text)
    (text_of_it,) = read_text(text, "t.txt").passages()
    assert text_of_it.text == "a " * 2000 + "b" + " c d" * 300


def test_tables_part_where_their_columns_do() -> None:
    assert [len(table.rows) for table in tables("A\tB\nx\t1\n\nC\tD\nu\tv\n\nE\tF\tG\nz\t1\t2")] == [1, 1, 1]
    text = "Area      Good   Poor\nBath         1      2\nYork city\nand port     3      4\nHull                5"
    assert shown(tables(text)[0])[1:] == [["Bath", "1", "2"], ["York city and port", "3", "4"], ["Hull", "", "5"]]
