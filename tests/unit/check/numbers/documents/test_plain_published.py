"""The two publications of 2025, read whole: what stands where, each table cell by cell, each list with its length.

Expected are the publications as a person reads them (in ../shared/publications), counted by hand.
"""

from pathlib import Path

import pytest

from areasend.check.numbers.documents.model import Document, ItemList, MarkKind, Passage, Role, Table
from areasend.check.numbers.documents.plain import read_text

PUBLICATIONS = Path(__file__).parents[6] / "shared" / "publications"

pytestmark = pytest.mark.skipif(not PUBLICATIONS.is_dir(), reason="the publications stand beside the project only")

OUTCOMES = (
    "Typically positive experiences and outcomes",
    "Inconsistent experiences and outcomes",
    "Widespread and/or systemic failings",
)
BY_REGION = [
    ["East Midlands", "4", "0", "1", "5"],
    ["East of England", "2", "1", "1", "4"],
    ["London", "1", "6", "3", "10"],
    ["North East, Yorkshire and the Humber", "0", "5", "4", "9"],
    ["North West", "4", "3", "1", "8"],
    ["South East", "1", "6", "1", "8"],
    ["South West", "1", "2", "2", "5"],
    ["West Midlands", "1", "3", "1", "5"],
]
THEMES = [
    ["Strategic governance and oversight", "86%", "55%"],
    ["Information, data-sharing and coordination of services", "36%", "46%"],
    ["Joint commissioning arrangements across the partnership", "43%", "28%"],
    ["Co-production with children, young people, families and providers", "21%", "24%"],
    ["Timeliness and/or quality of EHC plans", "71%", "69%"],
    ["Waiting times for health services", "64%", "57%"],
    ["Early help and identification of need", "35%", "20%"],
    ["Moving to the next stage of education, training or employment", "21%", "52%"],
]
AREAS = {
    "East Midlands": 5,
    "East of England": 4,
    "London": 10,
    "North East": 5,
    "North West": 8,
    "South East": 8,
    "South West": 5,
    "West Midlands": 5,
    "Yorkshire and Humber": 4,
}


def read(name: str) -> Document:
    return read_text((PUBLICATIONS / name).read_text(encoding="utf-8"), name)


@pytest.fixture(scope="module")
def findings() -> Document:
    return read("main-findings-2024.txt")


@pytest.fixture(scope="module")
def years() -> Document:
    return read("first-two-years.txt")


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(row: tuple[Passage, ...]) -> list[str]:
    return [cell.text for cell in row]


def marked(document: Document) -> list[tuple[int, str]]:
    """The footnote markers with the line each stands in."""
    return [
        (passage.where(mark.start).line, mark.value)
        for passage in document.passages()
        for mark in passage.marked(MarkKind.FOOTNOTE)
    ]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Passage) and block.role is Role.HEADING]


def test_main_findings_has_its_title_sections_and_captions(findings: Document) -> None:
    assert findings.title.startswith("Main findings: area SEND inspections")
    assert findings.title.endswith("as at 31 December 2024")
    assert [" ".join(heading.split()[:5]) for heading in headings(findings)] == [
        "Main findings: area SEND inspections",
        "Summary",
        "Main findings",
        "Introduction",
        "Inspections between 1 January 2024",
        "Inspections between 1 January 2023",
        "Outcomes by Ofsted region",
        "Glossary",
        "Further information",
        "Contacts",
        "Acknowledgements",
        "Annex: data tables for figures",
    ]
    captions = [passage for passage in findings.passages() if passage.role is Role.CAPTION]
    assert [caption.text.split(":")[0] for caption in captions] == [
        "Figure 1",
        "Figure 2",
        "Figure 3",
        "Figure 4",
        "Data for Figure 1",
        "Data for Figure 2",
        "Data for Figure 4",
    ]


def test_main_findings_has_its_tables_cell_by_cell(findings: Document) -> None:
    first, second, fourth = tables(findings)
    for table, label in ((first, "Group"), (second, "Group"), (fourth, "Ofsted region")):
        assert texts(table.header) == [label, *OUTCOMES, "Total"]
        assert table.label_columns == 1
    assert [texts(row) for row in first.rows] == [["Local areas", "7", "15", "6", "28"]]
    assert [texts(row) for row in second.rows] == [["Local areas", "14", "26", "14", "54"]]
    assert [texts(row) for row in fourth.rows] == BY_REGION
    assert [row[0].where().line for row in fourth.rows] == list(range(136, 144))
    assert fourth.caption is not None
    assert fourth.caption.text.startswith("Data for Figure 4: Inspection outcomes by")


def test_main_findings_has_one_note_and_two_markers_of_it(findings: Document) -> None:
    assert marked(findings) == [(33, "1"), (45, "1")]
    (note,) = findings.notes
    assert (note.label, note.back_links, note.passage.where().line) == ("1", 2, 147)
    assert note.passage.text.endswith("academic year 2023/24")


def test_main_findings_keeps_the_frame_out(findings: Document) -> None:
    furniture = [
        block.lines[0][1] for block in findings.blocks if isinstance(block, Passage) and block.role is Role.FURNITURE
    ]
    assert furniture == [1, 62, 77, 91, 109, 111, 113, 124, 131, 145]
    assert [len(block.items) for block in findings.blocks if isinstance(block, ItemList)] == [3, 2, 3]
    assert len(findings.blocks) == 62


def test_first_two_years_has_its_title_and_sections(years: Document) -> None:
    assert years.title.startswith("Area SEND framework: findings")
    found = headings(years)
    assert len(found) == 30
    assert found[1:5] == [
        "Introduction",
        "Local and national context",
        "Overview of inspection findings",
        "Overview of inspection activity",
    ]
    areas, visits = (heading for heading in found if heading.startswith("List"))
    assert areas.endswith("2 years of the current area SEND framework")
    assert visits.endswith("visited as part of area SEND thematic visits")


def test_first_two_years_has_its_tables_cell_by_cell(years: Document) -> None:
    outcomes, themes = tables(years)
    assert outcomes.caption is not None
    assert outcomes.caption.text.startswith("Table 1: Inspection outcomes across 54")
    assert texts(outcomes.header) == ["Inspection outcome", "Number of local areas receiving outcome"]
    assert [row[1].text for row in outcomes.rows] == ["14 (26%)", "26 (48%)", "14 (26%)"]
    assert [row[0].text.split()[-2] for row in outcomes.rows] == ["are", "make", "address"]
    assert [texts(row) for row in themes.rows] == THEMES
    theme, priority, improvement = themes.header
    assert theme.text == "Theme"
    assert priority.text.endswith("as an area for priority action")
    assert "of ‘widespread and/or systemic failings’) where this" in priority.text
    assert improvement.text.endswith("this theme was identified as an area for improvement")
    assert priority.lines == ((0, 210), (56, 213))


def test_first_two_years_has_its_lists_with_their_lengths(years: Document) -> None:
    areas: dict[str, int] = {}
    visits: dict[str, int] = {}
    for path, block in years.sections():
        if isinstance(block, ItemList) and path[0].text.startswith("List of 54"):
            areas[path[-1].text] = len(block.items)
        elif isinstance(block, ItemList) and path[0].text.startswith("List of the 12"):
            visits[path[-1].text] = len(block.items)
    assert areas == AREAS
    assert sum(areas.values()) == 54
    assert list(visits.values()) == [6, 6]
    themes = next(block for block in years.blocks if isinstance(block, ItemList))
    assert len(themes.items) == 8
    assert themes.lead is not None
    assert themes.lead.where().line == 91


def test_first_two_years_has_its_notes(years: Document) -> None:
    assert [(note.label, note.back_links) for note in years.notes] == [
        *((str(label), 1) for label in range(1, 9)),
        ("9", 2),
    ]
    assert [value for _, value in marked(years)] == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "9"]
    assert not any("↩" in note.passage.text or note.passage.text.endswith("2") for note in years.notes)


def test_first_two_years_has_whole_the_paragraphs_that_its_pages_broke(years: Document) -> None:
    paragraphs = [passage for passage in years.passages() if passage.role is Role.PARAGRAPH]
    assert len(paragraphs) == 54
    assert [passage.lines[0][1] for passage in paragraphs if not passage.text.endswith((".", ":"))] == [15, 17]
    assert [tuple(line for _, line in passage.lines) for passage in paragraphs if len(passage.lines) > 1] == [
        (55, 57),
        (85, 87),
        (110, 112),
        (134, 138),
        (146, 150),
        (160, 162),
        (194, 196),
    ]
