"""What stands above, before and beside a sentence: titles, headings, lists, notes; and what is said of all at once."""

from dataclasses import replace

import pytest
from tests.unit.check.numbers.building import Writer, evidence, text
from tests.unit.check.numbers.claims.making import claims, lines, named, when

from areasend.check.numbers.claims import is_of_the_field
from areasend.check.numbers.claims.model import Facet
from areasend.check.numbers.documents.model import Document, Role
from areasend.framework import packaged_framework

COUNTED = "28 inspections took place."


def titled(title: str, made: Writer) -> Document:
    return replace(made.document(), title=title)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Inspections in 2024", "28 inspections england (2024) sure"),
        ("Inspections in England, published 6 June 2025", "28 inspections england sure"),
        ("Inspections: as at 31 December 2024", "28 inspections england (..2024-12-31) sure"),
        (
            "As at 31 December 2024: inspections between 1 January 2024 and 31 December 2024",
            "28 inspections england (2024) sure",
        ),
        ("Inspections", "28 inspections england sure"),
    ],
)
def test_a_title_gives_its_period_to_what_has_none(title: str, expected: str) -> None:
    assert lines(titled(title, text(COUNTED))) == [expected]


def test_the_nearest_heading_says_most_and_a_heading_of_the_same_level_ends_it() -> None:
    made = Writer().heading("Inspections in 2024", 2).heading("London", 3).paragraph(COUNTED)
    made.heading("Widespread failings", 3).paragraph(COUNTED).heading("Other years", 2).paragraph(COUNTED)
    assert lines(titled("As at 31 December 2025", made)) == [
        "28 inspections london (2024) sure",
        "28 inspections england (2024) sure",
        "28 inspections england (..2025-12-31) sure",
    ]


def test_items_and_notes_are_read_and_furniture_is_not() -> None:
    made = text("# Inspections in 2024").items("28 inspections were completed")
    made.blocks.append(made.passage("9 inspections were completed", Role.FURNITURE))
    made.note("1", "54 inspections were completed.")
    assert lines(made) == ["28 inspections england (2024) sure", "54 inspections england sure"]


def test_each_document_has_the_labels_of_its_own_tables_alone() -> None:
    first = Writer(file="a.txt").table(("School", "Good"), ("Nurseries", 5))
    other = Writer(file="b.txt").paragraph("5 nurseries were good.")
    assert [claim.key(Facet.LABEL) for claim in claims(first, other)] == [None, None]
    assert lines(first, other)[1] == "5 england unsure"


def test_two_rows_in_one_sentence_go_each_with_its_number() -> None:
    made = text("5 nurseries were good and 12 colleges were good.").table(
        ("School", "Good"), ("Nurseries", 5), ("Colleges", 12)
    )
    assert lines(made)[:2] == ["5 england column:good row:nurseries sure", "12 england column:good row:colleges sure"]


@pytest.mark.parametrize(
    ("paragraphs", "terms", "period"),
    [
        (["London had the highest number of inconsistent areas in 2024."], "inconsistent london", "2024"),
        (["# Inspections in 2024", "The most common outcome was inconsistent."], "inconsistent", "2024"),
        (["4 areas had widespread failings. London is the only region with this outcome."], "failings london", ""),
        (
            ["# Waiting times for health services", "It is the least common area for improvement."],
            "waiting_times afi",
            "",
        ),
        (["In 2024, 3 areas were inspected. London and Suffolk had the fewest."], "", "2024"),
    ],
)
def test_what_is_said_of_all_members_keeps_its_terms(paragraphs: list[str], terms: str, period: str) -> None:
    (statement,) = evidence(text(*paragraphs)).statements
    assert (named(statement.terms), when(statement.span)) == (terms, period)


def test_a_statement_names_one_row_and_not_two_columns() -> None:
    made = text("Nurseries had the most good and poor results.").table(("School", "Good", "Poor"), ("Nurseries", 5, 1))
    (statement,) = evidence(made).statements
    assert named(statement.terms) == "row:nurseries"


@pytest.mark.parametrize(
    ("title", "paragraphs", "expected"),
    [
        ("Main findings: area SEND inspections", ["Nothing."], True),
        ("", ["The local area partnership met.", "Area SEND inspections began."], True),
        ("", ["Some led to typically positive experiences.", "Area SEND inspections began."], True),
        ("", ["The local area partnership met."], False),
        ("School inspections", ["Outcomes were positive.", "Regions differ."], False),
    ],
)
def test_a_document_is_of_the_field_by_its_title_or_two_passages(
    title: str, paragraphs: list[str], expected: bool
) -> None:
    assert is_of_the_field(titled(title, text(*paragraphs)), packaged_framework()) is expected


def test_a_claim_knows_its_passage_and_the_one_key_of_a_facet() -> None:
    (claim,) = claims("6 areas in London were inconsistent.")
    assert (claim.passage.text, claim.key(Facet.PLACE)) == ("6 areas in London were inconsistent.", "london")
    assert claim.key(Facet.THEME) is None
    made = evidence("6 areas in London were inconsistent. He is 7 years old.")
    assert made.claim_of(made.numbers[0]) == made.claims[0]
    assert [made.claim_of(number) for number in made.numbers[1:]] == [None] * (len(made.numbers) - 1)
    assert (list(made.claims_in(0)), list(made.claims_in(1))) == (list(made.claims), [])
    assert list(made.numbers_in(made.claims[0].passage)) == list(made.numbers)
    assert list(made.numbers_in(Writer(file="other.txt").passage("x", Role.PARAGRAPH))) == []
