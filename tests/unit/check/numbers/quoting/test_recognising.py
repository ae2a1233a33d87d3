"""Which numbers are recognised as quoted from elsewhere, and which are the publisher's own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quoted_pages import document, numbers, passage

from areasend.check.numbers.documents.model import Document, ItemList, Role, Table
from areasend.check.numbers.quoting import By, quoted_numbers
from areasend.register import packaged_register

NOTES = {
    "1": "Figures sourced from Department for Education statistics: School places, year 2031.",
    "2": "‘Lost lessons’, Children’s Commissioner, May 2031.",
    "3": "‘School’ means any school that the county maintains.",
    "4": "Percentages are rounded and may not add up to 100. Ofsted counts a visit by its last day.",
    "5": "‘Our year in visits’, Ofsted, June 2031.",
}


def quoted(made: Document) -> list[str]:
    return [entry.number.text for entry in quoted_numbers((made,), numbers(made), packaged_register())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 12% of pupils moved school.[1]", ["12%"]),
        ("About 12% of pupils moved school[2] and 30 did not.", ["12%", "30"]),
        ("About 12% of the schools were small.[3]", []),
        ("About 12% of the schools were small.[4]", []),
        ("About 12% of the schools were small.[5]", []),
        ("There were 900 pupils. Of these, 40 moved.[1]", ["900", "40"]),
        ("There were 900 pupils.[1] Of these, 40 moved.", ["900", "40"]),
        ("There were 900 pupils.[1] In the same school year, 40 moved. A further 30 left.", ["900", "40", "30"]),
        ("There were 900 pupils.[1] Schools admitted 40 more.", ["900"]),
        ("There were 900 pupils. Schools admitted 40 more.[1]", ["40"]),
        ("We inspected 54 schools under section 20 of the Act.[1]", []),
        ("We inspected 54 schools, whereas 900 exist.[1]", ["900"]),
        ("Ofsted and the Care Quality Commission carried out 54 visits.[1]", []),
        ("We carried out 54 visits. Of these, 12% of all pupils were new.[1]", ["12%"]),
        ("We carried out 54 visits. Of these, 14 were short.", []),
        ("A count gave 900 pupils. These figures come from elsewhere.[1]", ["900"]),
    ],
)
def test_notes_reach_their_sentence_and_what_continues_it(text: str, expected: list[str]) -> None:
    assert quoted(document(text, notes=NOTES)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "According to the Ministry of Works, 40 bridges closed.",
        "In May 2031, the Children’s Commissioner reported that 40 homes closed.",
        "The National Audit Office has recently found that 40 homes closed.",
        "The National Audit Office’s latest report counted 40 homes.",
        "Figures from the Department for Transport put it at 40.",
        "Data published by the Office for National Statistics has 40.",
        "National statistics also reflect this; for example, 40 homes closed.",
        "According to official figures, 40 homes closed.",
        "Official statistics show that 40 homes closed.",
        "Some 40 homes closed (National Audit Office, 2031).",
        "The Bridge Society (BS) is old. According to the BS, 40 bridges closed.",
        "DfE statistics show that 40 homes closed.",
    ],
)
def test_words_name_a_source(text: str) -> None:
    made = document(text)
    (found,) = quoted_numbers((made,), numbers(made), packaged_register())
    assert (found.number.text, found.by) == ("40", By.WORDS)
    assert found.source
    assert found.source in found.how


@pytest.mark.parametrize(
    "text",
    [
        "Pupils are placed according to their needs in 40 homes.",
        "Ofsted reported that 40 homes closed.",
        "Ofsted and the Care Quality Commission found that 40 homes closed.",
        "The Care Quality Commission (CQC) is strict. According to the CQC, 40 homes closed.",
        "Data from our survey of the National Trust has 40 answers, as our inspections show.",
        "These official statistics show that 40 homes closed.",
        "Officials show 40 homes.",
        "The Department for Education funds 40 homes.",
        "The Department for Education: the report has 40 pages.",
        "In the East Midlands, 40 homes closed.",
        "Some 40 homes closed (see the annex, 2031).",
        "We found 40 homes using data from the Department for Education.",
        "A report by Ofsted counted 40 homes.",
        "Our report from the Department for Education counted 40 homes.",
    ],
)
def test_other_words_name_none(text: str) -> None:
    assert quoted(document(text)) == []


def test_markup_says_that_a_number_is_quoted() -> None:
    made = document("They say {over 40} of 50 homes, or {most of them}.")
    (found,) = quoted_numbers((made,), numbers(made), packaged_register())
    assert (found.number.text, found.by, found.how) == ("40", By.MARKUP, "the page marks it as quoted")


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("In January 2024 some 576,000 children and young people aged up to 25 had an EHC plan.", "ehc-plans"),
        ("Overall, 18.4% of young people and children in school are designated as having SEND.", "designated"),
        (
            "Courts had 21,000 SEN-related appeals. Of these, 27% challenged a refusal to secure an EHC assessment.",
            "appeals-refusal",
        ),
    ],
)
def test_the_register_knows_quoted_figures_without_a_note(text: str, identifier: str) -> None:
    made = document(text)
    found = quoted_numbers((made,), numbers(made), packaged_register())[-1]
    assert found.figure is not None
    assert (found.figure.id, found.same) == (identifier, True)


def test_a_recorded_value_beside_other_words_is_not_quoted() -> None:
    assert quoted(document("In 27% of inspections and 10% of visits, EHC plans were late; 26% were on time.")) == []


def _table(source: str, after: str) -> Document:
    cells = [["Region", "Homes", source], ["North", "40", "Ministry of Works, 2031"], ["South", "50", "our own count"]]
    made = [
        [passage(text, place=10 * row + column, role=Role.CELL) for column, text in enumerate(cells[row])]
        for row in range(3)
    ]
    table = Table(header=tuple(made[0]), rows=(tuple(made[1]), tuple(made[2])), caption=None)
    return Document(file="page.html", title="", blocks=(table, passage(after, place=90)))


@pytest.mark.parametrize(
    ("heading", "after", "expected"),
    [
        ("Source", "Nothing.", ["40"]),
        ("Remark", "Source: Ministry of Works, Homes 2031.", ["40", "50"]),
        ("Remark", "Source: Ofsted, inspections of homes.", []),
        ("Remark", "Note: the Ministry of Works was asked.", []),
    ],
)
def test_a_source_line_or_column_reaches_its_table(heading: str, after: str, expected: list[str]) -> None:
    assert quoted(_table(heading, after)) == expected


TITLE = "Area SEND framework: findings from the first 2 years of inspections"


@pytest.mark.parametrize(
    ("caption", "heading", "expected"),
    [
        (f"Homes as in {TITLE}", "Value there", ["40", "50"]),
        (f"Homes as in {TITLE}", "As printed", ["40", "50"]),
        (f"Homes as in {TITLE}", "Homes", []),
        ("Homes as in another report", "Value there", []),
    ],
)
def test_a_column_of_what_a_publication_prints_is_quoted(caption: str, heading: str, expected: list[str]) -> None:
    base = _table("Remark", "Nothing.")
    table = base.blocks[0]
    assert isinstance(table, Table)
    header = (table.header[0], replace(table.header[1], text=heading), table.header[2])
    made = replace(table, header=header, caption=passage(caption, place=80, role=Role.CAPTION))
    assert quoted(replace(base, blocks=(made,))) == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("According to the Ministry of Works:", ["40", "50"]),
        ("The picture is this:[1]", ["40", "50"]),
        ("The picture is this:", []),
        ("We found, according to the Ministry of Works:", []),
        ("According to the Ministry of Works much is well.", []),
    ],
)
def test_the_lead_of_a_list_reaches_its_items(lead: str, expected: list[str]) -> None:
    base = document(lead, notes=NOTES)
    items = (passage("40 homes", place=20, role=Role.ITEM), passage("50 bridges", place=21, role=Role.ITEM))
    first = base.blocks[0]
    assert not isinstance(first, Table | ItemList)
    blocks = (first, ItemList(items=items, lead=first), ItemList(items=(passage("60", place=30),)))
    made = Document(file="page.html", title="", blocks=blocks, notes=base.notes)
    assert quoted(made) == expected


@given(st.text(alphabet="aB 1%.,;:’'()\"[]–Office", max_size=60))
def test_any_text_is_read(text: str) -> None:
    made = document(text.replace("[", "").replace("{", ""), notes={"1": text})
    found = quoted_numbers((made,), numbers(made), packaged_register())
    assert {entry.number.id for entry in found} <= {number.id for number in numbers(made) if number.is_statistic}
