"""The details table: the first row under its headings, with ruling lines and without."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.fields.paper import (
    MIDDLE,
    PLAIN,
    Paper,
    across,
    by_number,
    part_of,
    upright,
)
from tests.unit.reports.fields.test_boards import BOARDS

from areasend.reports.fields.details import read_details
from areasend.reports.fields.found import Found
from areasend.reports.pdf import Line, Rule

HEADINGS = ("Local authority", "Integrated care board")
RULED = (*across(90, 106, 148, 190), upright(MIDDLE - 5, 90, 190))
PERSONS = [(60.0, "Ann Officer, Director"), (MIDDLE, "Bob Chief, Chief Executive")]


def read(lines: Sequence[Line], paper: Paper, *, elsewhere: str = "") -> Found:
    found = Found()
    read_details(part_of("details", *lines), by_number(paper), PLAIN, lambda: elsewhere, found)
    return found


def table(
    left: Sequence[str], right: Sequence[str], *, rules: Sequence[Rule] = RULED, headings: tuple[str, str] = HEADINGS
) -> Found:
    paper = Paper(rules=rules)
    rows = [paper.line(100, headings[0], (MIDDLE, headings[1]))]
    for number in range(max(len(left), len(right))):
        cells = [
            *left[number : number + 1],
            *((MIDDLE, text) for text in right[number : number + 1]),
        ]
        rows.append(paper.line(118 + 14 * number, *cells))
    rows.append(paper.line(164, *PERSONS))
    rows.append(paper.line(178, "www.ambleford.example", (MIDDLE, "www.board.example")))
    return read(rows, paper)


def values(found: Found) -> dict[str, str]:
    assert len({value.field for value in found.values}) == len(found.values) == 3
    return {value.field: value.value for value in found.values}


def test_a_table() -> None:
    found = table(["Ambleford Council"], ["NHS Devon ICB"])
    assert values(found) == {
        "local_authority": "Ambleford Council",
        "icbs_as_printed": "NHS Devon ICB",
        "icbs": "NHS Devon ICB",
    }
    assert found.problems == []
    assert [place.words for value in found.values for place in value.places] == [
        "Ambleford Council",
        "NHS Devon ICB",
        "NHS Devon ICB",
    ]


@given(st.lists(st.sampled_from(BOARDS), min_size=1, max_size=2, unique=True), st.sampled_from([", ", " and ", "; "]))
def test_boards_over_lines(boards: list[str], between: str) -> None:
    words = between.join(boards).split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    found = table(["The Borough", "of Ambleford"], lines)
    assert values(found) == {
        "local_authority": "The Borough of Ambleford",
        "icbs_as_printed": ";".join(boards),
        "icbs": ";".join(boards),
    }
    assert found.problems == []


@pytest.mark.parametrize(
    "headings",
    [
        ("Local Authority", "Integrated Care Boards"),
        ("LOCAL AUTHORITIES", "Integrated care board (ICB)"),
        ("Local authority", "Integrated care board(s)"),
        ("Local authority(ies)", "Integrated Care Boards (ICBs)"),
    ],
)
def test_headings_in_their_forms(headings: tuple[str, str]) -> None:
    assert values(table(["Ambleford"], ["Devon"], headings=headings))["icbs"] == "NHS Devon ICB"


def test_labels_in_the_cells() -> None:
    found = table(["Name of local authority: Ambleford."], ["Name of ICB: NHS Devon"])
    assert values(found)["local_authority"] == "Ambleford"
    assert values(found)["icbs_as_printed"] == "NHS Devon"


def test_a_board_that_nobody_knows_is_a_problem() -> None:
    found = table(["Ambleford"], ["NHS Devon ICB and NHS Ruritania ICB"])
    assert values(found)["icbs_as_printed"] == "NHS Devon ICB;NHS Ruritania ICB"
    assert values(found)["icbs"] == "NHS Devon ICB;[x]"
    assert [(problem.field, problem.found, problem.page) for problem in found.problems] == [
        ("icbs", "NHS Ruritania ICB", 1)
    ]


def test_a_shortened_name_is_looked_up_in_the_report() -> None:
    paper = Paper(rules=RULED)
    lines = [
        paper.line(100, HEADINGS[0], (MIDDLE, HEADINGS[1])),
        paper.line(118, "Ambleford", (MIDDLE, "North Yorkshire ICB")),
        paper.line(164, *PERSONS),
    ]
    found = read(lines, paper, elsewhere="the nhs humber and north yorkshire icb")
    assert values(found)["icbs"] == "NHS Humber and North Yorkshire ICB"


def test_without_ruling_lines_the_first_paragraphs_are_read() -> None:
    found = table(["The Borough", "of Ambleford"], ["NHS Devon", "ICB"], rules=())
    assert values(found)["local_authority"] == "The Borough of Ambleford"
    assert values(found)["icbs"] == "NHS Devon ICB"
    assert found.problems == []


@pytest.mark.parametrize(
    ("left", "right", "missing"),
    [([], ["NHS Devon"], ["local_authority"]), (["Ambleford"], [], ["icbs_as_printed", "icbs"])],
)
@pytest.mark.parametrize("rules", [RULED, ()])
def test_an_empty_cell(left: list[str], right: list[str], missing: list[str], rules: tuple[Rule, ...]) -> None:
    found = table(left, right, rules=rules)
    assert [name for name, value in values(found).items() if value == "[x]"] == missing
    assert [problem.field for problem in found.problems] == missing


@pytest.mark.parametrize("which", ["no part", "no heading", "nothing below"])
def test_a_table_that_is_not_there(which: str) -> None:
    paper, found = Paper(), Found()
    lines = {
        "no part": [],
        "no heading": [paper.line(118, "Ambleford", (MIDDLE, "NHS Devon ICB"))],
        "nothing below": [paper.line(100, HEADINGS[0], (MIDDLE, HEADINGS[1]))],
    }[which]
    part = None if which == "no part" else part_of("details", *lines)
    read_details(part, by_number(paper), PLAIN, str, found)
    assert values(found) == dict.fromkeys(["local_authority", "icbs_as_printed", "icbs"], "[x]")
    assert sorted(problem.field for problem in found.problems) == ["icbs", "icbs_as_printed", "local_authority"]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("again", [True, False])
def test_headings_may_be_all_that_a_page_had_room_for(ruled: bool, again: bool) -> None:
    first = Paper(1, rules=(*across(780, 796), upright(MIDDLE - 5, 780, 796)) if ruled else ())
    second = Paper(2, rules=RULED if ruled else ())
    lines = [first.line(790, HEADINGS[0], (MIDDLE, HEADINGS[1]))]
    lines += [second.line(100, HEADINGS[0], (MIDDLE, HEADINGS[1]))] if again else []
    lines.append(second.line(118, "The Borough", (MIDDLE, "NHS Devon")))
    lines.append(second.line(132, "of Ambleford", (MIDDLE, "ICB")))
    lines.append(second.line(164, *PERSONS))
    found = Found()
    read_details(part_of("details", *lines), by_number(first, second), PLAIN, str, found)
    assert values(found) == {
        "local_authority": "The Borough of Ambleford",
        "icbs_as_printed": "NHS Devon ICB",
        "icbs": "NHS Devon ICB",
    }
    assert found.problems == []
