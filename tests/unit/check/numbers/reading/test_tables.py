"""Numbers in tables: headers, labels, columns of percentages, years and codes."""

import pytest
from tests.unit.check.numbers.reading.making import document, passage, short, statistics, table

from areasend.check.numbers.documents.model import Document, ItemList, Note, Role, Table
from areasend.check.numbers.reading import Sort, read_numbers


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Good", ["4", "0", "1,234", "[x]", "..", "-", "n/a", "[c]"], "4 0 1234"),
        ("Good (%)", ["26", "48.1", "26%"], "26% 48.1% 26%"),
        ("Per cent good", ["26", "[z]"], "26%"),
        ("Percentage of areas", ["26"], "26%"),
        ("Proportion of areas that did so", ["26", "48"], "26% 48%"),
        ("Proportion", ["0.26", "0.48"], "0.26f 0.48f"),
        ("Change in percentage points", ["-3", "4"], "-3pp 4pp"),
        ("Cost (£ million)", ["3.5"], "3.5£"),
        ("Number of areas", ["14 (26%)", "26 (48%)"], "14 26% 26 48%"),
        ("Areas, number (%)", ["14 (26)", "14"], "14 26% 14"),
        ("Number (%)", ["14 (26)", "14", "0 (0)"], "14 26% 14 0 0%"),
        ("Total (%)", ["100"], "100%"),
        ("Year", ["2023", "2024"], ""),
        ("Good ones", ["2023", "2024"], ""),
        ("Good ones", ["2023", "812"], "2023 812"),
        ("Local authority code", ["301", "E06000052"], ""),
        ("URN", ["123456"], ""),
        ("Date of visit", ["4 May 2024", "2024-05-04"], ""),
        ("Last day", ["5"], ""),
        ("Areas inspected in the year", ["7", "15"], "7 15"),
        ("Areas", ["5 [r]", "6*", "<5", "~7"], "5 6 <5 ~7"),
        ("Areas", ["None", "twelve", "one"], "0! 12 1"),
        ("Telephone", ["0333 077 7300"], ""),
        ("What we did", ["We saw 5 areas in 2024.", "Nothing"], "5"),
        ("Total", ["54", "100%"], "54 100%"),
        ("Working days", ["12", "30.5"], "12 30.5"),
        ("Median", ["12 days"], ""),
        ("Areas", ["007", "A4"], ""),
    ],
)
def test_body_cells(header: str, cells: list[str], expected: str) -> None:
    made = table(["Group", header], [[f"Group {at}", cell] for at, cell in enumerate(cells)])
    assert statistics(read_numbers((made,))) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Total (54)", "54"),
        ("Areas (n=54)", "54"),
        ("Base = 54 areas", "54"),
        ("2024", ""),
        ("0 to 5", ""),
        ("Within 30 working days", ""),
        ("More than 5 areas", ""),
        ("Grade 2", ""),
    ],
)
def test_header_cells(header: str, expected: str) -> None:
    assert statistics(read_numbers((table(["Group", header], []),))) == expected


def test_labels_hold_no_statistics_but_their_bases() -> None:
    rows = [["5 or fewer", "14"], ["North (n=5)", "26"], ["2024", "7"]]
    assert statistics(read_numbers((table(["Group", "Areas"], rows),))) == "14 5 26 7"


def test_a_tidy_table_has_counts_beside_its_percentages() -> None:
    rows = [["Period", "2023-01-01/2024-12-31", "per cent", "26", "14", "54"]]
    header = ["Period kind", "Period", "Unit", "Value", "Numerator", "Denominator"]
    assert statistics(read_numbers((table(header, rows, label_columns=3),))) == "26% 14 54"


def test_a_row_of_percentages() -> None:
    rows = [["Areas", "14", "26"], ["Per cent", "26", "48"]]
    numbers = read_numbers((table(["", "Good", "Fair"], rows),))
    assert statistics(numbers) == "14 26 26% 48%"


def test_a_caption_gives_its_columns_their_unit_but_not_those_of_counts() -> None:
    rows = [["North", "26", "12"], ["South", "48", "300"]]
    made = table(["Region", "Good", "Number of areas"], rows, caption="Percentage of areas by region")
    assert statistics(read_numbers((made,))) == "26% 12 48% 300"
    mixed = table(["Region", "Good", "Good (%)"], rows, caption="Shares of areas by region")
    assert statistics(read_numbers((mixed,))) == "26 12% 48 300%"
    counts = table(["Region", "Good", "All"], rows, caption="Percentage of areas by region")
    assert statistics(read_numbers((counts,))) == "26% 12 48% 300"


def test_a_caption_is_a_sentence_with_statistics() -> None:
    made = table(["Group", "Areas"], [], caption="Table 1: What we found in 54 areas. By group")
    numbers = read_numbers((made,))
    assert statistics(numbers) == "54"
    assert {number.sentence.text for number in numbers} == {"Table 1: What we found in 54 areas. By group"}


def test_a_cell_over_several_rows_is_read_once() -> None:
    header = (passage("Group", 1, Role.CELL), passage("Areas", 2, Role.CELL))
    both = passage("14", 3, Role.CELL)
    rows = ((passage("North", 4, Role.CELL), both), (passage("South", 5, Role.CELL), both))
    made = Table(header=header, rows=rows, caption=None)
    numbers = read_numbers((Document(file="page.txt", title="", blocks=(made,)),))
    assert [short(number) for number in numbers] == ["14"]


def test_numbers_are_counted_through_all_documents_in_reading_order() -> None:
    items = ItemList(items=(passage("Item 4", 1, Role.ITEM), passage("with 5 areas", 2, Role.ITEM)))
    menu = passage("Menu 7", 3, Role.FURNITURE)
    note = Note(label="1", passage=passage("Of 6 areas, June 2024.", 4, Role.NOTE))
    one = Document(file="a.txt", title="", blocks=(passage("First 3 areas"), items, menu), notes=(note,))
    numbers = read_numbers((one, document("And 9.", role=Role.HEADING)))
    assert [number.id for number in numbers] == list(range(len(numbers)))
    assert statistics(numbers) == "3 5 6 9"
    assert [number.text for number in numbers] == ["First", "3", "4", "5", "6", "2024", "9"]
    assert numbers[2].sort is Sort.REFERENCE
    assert str(numbers[4].where) == "page.txt, line 5"


def test_a_number_knows_its_sentence() -> None:
    numbers = read_numbers((document("We saw 5. In all, 6 were good; 7 were not. Then 8."),))
    texts = [number.sentence.text for number in numbers]
    assert texts == ["We saw 5.", "In all, 6 were good; 7 were not.", "In all, 6 were good; 7 were not.", "Then 8."]
