"""Names of bodies, their abbreviations, and the words of measures."""

import pytest

from areasend.check.numbers.quoting.bodies import Bodies, known_bodies, plain, words_of
from areasend.check.numbers.quoting.measures import coverage, stem, stems, years
from areasend.check.numbers.quoting.source_words import source_in, source_of_note
from areasend.register import packaged_register

KNOWN = Bodies(own=frozenset({"ofsted", "care quality commission"}), short={"cqc": "care quality commission"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Department for Education; the National Trust", ["Department for Education", "National Trust"]),
        ("Local Government and Social Care Ombudsman", ["Local Government and Social Care Ombudsman"]),
        ("DfE, ONS. NHS England", ["DfE", "ONS", "NHS England"]),
        ("Leeds City Council’s plan", ["Leeds City Council’s"]),
        ("Ofsted and the CQC", []),
        ("the East of England, in January 2031", []),
        ("office and council", []),
    ],
)
def test_bodies_are_found_by_their_names(text: str, names: list[str]) -> None:
    assert [body.name for body in KNOWN.in_text(text, words_of(text))] == names


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("the Department for Education (DfE) says", {"dfe": "department for education"}),
        ("Local Government and Social Care Ombudsman (LGSCO)", {"lgsco": "local government and social care ombudsman"}),
        ("(DfE) says", {}),
        ("an Act(DfE)", {}),
        ("(1) (DfE)", {}),
        ("special bodies (DfE)", {}),
        ("Education (DfE)", {}),
    ],
)
def test_abbreviations_are_those_that_the_text_spells_out(text: str, short: dict[str, str]) -> None:
    assert known_bodies([text], packaged_register()).short == short


def test_own_bodies_come_from_the_publications_of_the_register() -> None:
    found = known_bodies([], packaged_register())
    assert found.own == {"ofsted", "care quality commission"}
    assert "department for education" in found.foreign


def test_names_are_compared_without_article_and_possessive() -> None:
    assert plain("The Children’s Commissioner’s") == "children's commissioner"


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("‘Lost lessons’, Children’s Commissioner, May 2031.", True),
        ("Source: Department for Education.", True),
        ("Lost lessons, Department for Education, 2031.", True),
        ("Department for Education, ‘Lost lessons of a long year’.", True),
        ("‘Lost lessons of a year’ in ‘The Paper’, 3 March 2031.", True),
        ("As the Department for Education found, lessons are lost.", True),
        ("National statistics show this.", True),
        ("‘Lost lesson’ means a lesson that was lost, 2031.", False),
        ("The Department for Education asks for this count.", False),
        ("‘Lost lessons of a year’, Ofsted, 2031.", False),
        ("Source: inspections by Ofsted.", False),
        ("Percentages are rounded.", False),
        ("", False),
    ],
)
def test_notes_cite_or_explain(note: str, named: bool) -> None:
    assert bool(source_of_note(note, KNOWN)) is named


@pytest.mark.parametrize(
    "text",
    [
        "according to",
        "by the Department for Education",
        "The Department for Education report of 2031 was long.",
        "The Department for Education also",
        "official statistics",
        "(Homes, 2031) and (Ofsted, 2031)",
    ],
)
def test_words_that_stop_short_name_no_source(text: str) -> None:
    assert source_in(text, KNOWN) is None


def test_measures_are_compared_by_stems() -> None:
    assert stem("class") == "class"
    assert stem("bodies") == "body"
    assert stems("The 20-week plans of children’s homes", {}) == {"week", "plan", "child", "home"}
    assert stems("the SC acts", {"sc": "small court"}) == {"sc", "small", "court", "acts"[:-1]}
    assert coverage(frozenset(), frozenset({"plan"})) == 0
    assert coverage(frozenset({"plan", "week"}), frozenset({"plan"})) == 0.5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023–24 and 2024/2025", [2023, 2024, 2025]),
        ("since 1999", [1999]),
        ("2020-1999 and 2020-23", [1999, 2020]),
        ("12,023 and 2023.5", [2023]),
        ("2,023", []),
        ("none", []),
    ],
)
def test_years_of_a_text(text: str, found: list[int]) -> None:
    assert sorted(years(text)) == found
